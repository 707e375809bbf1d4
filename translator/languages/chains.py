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
    r"(?:[^\w]|[A-Za-z]{1,2}(?![A-Za-z])|[年月日个個歳岁%℃°つ]|版本?|桁目?|:[a-z:]+:|`)*?"
    r"(?:→|->|⇒|~|〜|～|–|—|-|to|and|or|over|by|から|到|至|和|或|與|与|及|や|と|または|もしくは|か|比|対|对|對|・|,|、|，|/|:|：|;|；|…|through)"
    r"(?:[^\w]|[A-Za-z]{1,2}(?![A-Za-z])|[年月日第]|:[a-z:]+:|`)*"
)
_LONGEST = 24

Chain = tuple[Number, ...]


def is_link(text: str, first: Number, second: Number) -> bool:
    """Whether nothing but a joint stands between two numbers."""
    between = text[first.end : second.start]
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


def broken(ours: Sequence[Chain], theirs: Sequence[Chain]) -> tuple[Chain, Chain] | None:
    """The first chain with the one that should say the same, but has one link exchanged or two turned."""
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
                return chain, other
    return None


def _values(chain: Chain) -> tuple[Fraction, ...]:
    return tuple(abs(each.value) for each in chain)
