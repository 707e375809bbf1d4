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


def is_link(text: str, first: Number, *, second: Number) -> bool:
    """Whether nothing but a joint stands between two numbers."""
    between = text[first.end : second.start]
    if not between:
        # 一两种 is “one or two kinds”.
        return first.is_spelled and second.is_spelled
    return len(between) <= _LONGEST and LINK.fullmatch(between) is not None


_AND = re.compile(
    r"[-\s]*(?:and|or|to|和|与|與|及|或|到|至|还是|還是|或者|以及|と|や|か|から|または|もしくは|あるいは|および|及び|,|、)[-\s]*"
)


def is_list(text: str, first: Number, *, second: Number) -> bool:
    """Whether one word stands behind two numbers, and but a conjunction else between them: 2元组或3元组, 2乗と3乗."""
    between = text[first.end : second.start]
    if not 1 < len(between) <= _LONGEST:
        return False
    behind = text[second.end : second.end + _LONGEST]
    same = next(
        (at for at, pair in enumerate(zip(between, behind, strict=False)) if pair[0] != pair[1]),
        min(len(between), len(behind)),
    )
    return any(between[at - 1].isalnum() and _AND.fullmatch(between, at) for at in range(same, 0, -1))


# One value that became another; and the same told back to front: “3.2, down from 12.2”, 3.2（原为12.2）.
_ARROW = re.compile(
    r" ?[A-Za-z%％℃°/]{0,6} ?(?:→|->|⇒|から|(?:下?降|[减減]少?|上?升|增|提高|低下|恶化|改善)(?:[至到]|为|為)|[至到]|to) ?"
)
_BACK = re.compile(
    r"[^0-9.;。；]{0,16}?(?:"
    r"(?P<firm>(?:down|up|reduced|decreased|increased|compared) from|[（(，,] ?(?:原来?|原來|此前|之前|原本|元)(?:值|の値)?(?:是|为|為|は)?)"
    r"|(?<![a-z])from|[（(，,] ?(?:治疗前|治療前|投与前|基线|初始|以前)(?:值|の値)?(?:是|为|為|は)?"
    r")(?: an?| the)?(?: (?:baseline|initial|starting)(?: value| level)?)?(?: of)? ?"
)
_TO = re.compile(r"(?<![A-Za-z])to (?:an? |the |about |around |as (?:low|high) as )?$")
_ONWARDS = re.compile(r" ?[A-Za-z%％/]{0,6} ?(?:to|→|->|up to|down to)(?![A-Za-z])")


def is_told_back(source: str, target: str, first: tuple[Number, Number], second: tuple[Number, Number]) -> bool:
    """Whether `A → B` of the source is told as “B, down from A”; each pair is a number with its partner.

    >>> from translator.languages import numbers
    >>> one, two = numbers.read("12.2 → 3.2"), numbers.read("3.2, down from 12.2")
    >>> is_told_back("12.2 → 3.2", "3.2, down from 12.2", (one[0], two[1]), (one[1], two[0]))
    True
    """
    return _became(source, first[0], second[0]) and _goes_back(target, second[1], first[1]) is not None


def is_told_wrong(source: str, target: str, first: tuple[Number, Number], second: tuple[Number, Number]) -> bool:
    """Whether `A → B` of the source is told as “A, down from B”."""
    if not _became(source, first[0], second[0]):
        return False
    back = _goes_back(target, first[1], second[1])
    if back is None:
        return False
    # “dropped to 7.9 from 18.4” tells both ends.
    return back["firm"] is not None or _TO.search(target, max(0, first[1].start - 16), first[1].start) is not None


def _became(text: str, first: Number, second: Number) -> bool:
    return first.end <= second.start and _ARROW.fullmatch(text, first.end, second.start) is not None


def _goes_back(text: str, last: Number, first: Number) -> re.Match[str] | None:
    if not last.end <= first.start <= last.end + 40 or _ONWARDS.match(text, first.end):
        return None
    return _BACK.fullmatch(text, last.end, first.start)


def crossing(ours: Sequence[Chain], theirs: Sequence[Chain]) -> dict[int, int]:
    """The number of its chain by the start of each link of ours, for chains that both texts have as they are."""
    told = {_values(each) for each in theirs}
    kept = [each for each in ours if _values(each) in told]
    return {link.start: at for at, each in enumerate(kept) for link in each}


def read(text: str, numbers: Sequence[Number]) -> list[Chain]:
    """The chains of two or more different numbers; dates and times are none."""
    out: list[list[Number]] = []
    last: Number | None = None
    for each in sorted(numbers, key=lambda number: number.start):
        if each.kind in ("year", "month", "day", "time", "code") or each.parts:
            last = None
            continue
        if last is not None and last.end <= each.start and is_link(text, last, second=each):
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
