"""Numbers that stand side by side as links of a chain: `8, 16, 24`, `18.4 → 10.8`, “2.7 or 3.2”, 一个或两个.

A chain moves as a whole and keeps its order in every language. So a link that was exchanged for a number
from elsewhere in the text, or for another link, is told by the chain alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from translator.languages.numerals import Number

# What may stand between two links of a chain: a joint, units and markup, but no “of” or 中.
LINK = re.compile(
    r"(?:[^\w]|[A-Za-z]{1,2}(?![A-Za-z])|[年月日个個歳岁%℃°つ人名例次回度倍栏欄行列页頁项項章节節週周]目?|版本?|桁目?|:[a-z:]+:|`)*?"
    r"(?:→|->|⇒|~|〜|～|–|—|-|to|and|or|over|by|から|到|至|和|或|與|与|及|や|と|または|もしくは|および|及び|以及|ならびに|並びに|か|比|対|对|對|・|,|、|，|/|:|：|;|；|…|through)"
    r"(?:[^\w]|[A-Za-z]{1,2}(?![A-Za-z])|[年月日第]|:[a-z:]+:|`)*"
)
_LONGEST = 24

Chain = tuple[Number, ...]


def is_link(text: str, first: Number, second: Number) -> bool:
    """Whether nothing but a joint stands between two numbers."""
    between = text[first.end : second.start]
    if not between:
        # 一两种 is “one or two kinds”.
        return first.is_spelled and second.is_spelled
    return len(between) <= _LONGEST and LINK.fullmatch(between) is not None


def read(text: str, numbers: Sequence[Number]) -> list[Chain]:
    """The chains of two or more different numbers; dates and times are none."""
    out: list[list[Number]] = []
    last: Number | None = None
    for each in sorted(numbers, key=lambda number: number.start):
        if each.kind in ("year", "month", "day", "time", "code") or each.parts:
            last = None
            continue
        if last is not None and last.end <= each.start and is_link(text, last, each):
            out[-1].append(each)
        else:
            out.append([each])
        last = each
    return [tuple(each) for each in out if len(each) > 1 and len({number.value for number in each}) == len(each)]


def broken(ours: Sequence[Chain], theirs: Sequence[Chain]) -> tuple[Number, Number] | None:
    """The first link of a chain that another number stands for in the chain that should say the same.

    One link may be exchanged, or two turned.
    """
    told = [_values(each) for each in theirs]
    known = [_values(each) for each in ours]
    for chain, values in zip(ours, known, strict=True):
        if values in told:
            continue
        for other, said in zip(theirs, told, strict=True):
            if len(said) != len(values) or said in known:
                continue
            apart = [at for at, (one, two) in enumerate(zip(values, said, strict=True)) if one != two]
            if len(apart) == 1 or (len(apart) == 2 and {values[at] for at in apart} == {said[at] for at in apart}):
                return chain[apart[0]], other[apart[0]]
    return None


def _values(chain: Chain) -> tuple[Fraction, ...]:
    return tuple(abs(each.value) for each in chain)
