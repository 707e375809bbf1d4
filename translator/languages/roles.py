"""Two numbers with roles that words tell: the part and the whole, what is taken and what is left for it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from translator.languages.difference import Difference
from translator.languages.numerals import Number
from translator.languages.verbatim import prose

Pair = tuple[Number, Number]


class _Place(Protocol):
    """Where a value stands: a span, half-open."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The first character behind it."""


_NEAR = 48


def inverted(solid: Sequence[Pair], source: str, target: str) -> tuple[tuple[Pair, Pair], ...]:
    """The first two numbers of which the part became the whole: 98人中3人, “98 of 3”."""
    for one, two in itertools.pairwise(solid):
        if one[0].key == two[0].key or one[1].start > two[1].start:
            continue
        if is_inverted(source[one[0].end : two[0].start], target[one[1].end : two[1].start]):
            return ((one, two),)
    return ()


_WHOLE_FIRST = re.compile(
    r" ?(?:[例人名个個件枚本]|[一-龥ァ-ヶー]{0,6})?(?:患者)?(?:中|のうち(?:の)?|の内|ごとに|ずつ)(?:有|的|の|、)? ?"
)
_PART_FIRST = re.compile(
    r"(?: [a-z]+)? (?:(?:out )?of|for (?:each|every))(?: a total of)? (?:the |these )?| ?[/／] ?"
    r"| ?[一-龥ァ-ヶーぁ-ん]{0,6} ?[(（，,、] ?(?:[共全]|总共|總共|of |out of )[计計]? ?"
)


def is_inverted(ours: str, theirs: str) -> bool:
    """Whether what stands between two values says that the first is the whole in one text, and the part in the other.

    >>> is_inverted(" 中 ", " of "), is_inverted(" of ", " of ")
    (True, False)
    """
    return any(
        _WHOLE_FIRST.fullmatch(one) is not None and _PART_FIRST.fullmatch(two) is not None
        for one, two in ((ours, theirs), (theirs, ours))
    )


_COUNT = "[例人名个個件枚本匹只回次家院眼膝]"
_N = r"(?<![0-9.])(?<![0-9],)([0-9]{1,6})(?![0-9.]|,[0-9])"
_OF_WHOLE = re.compile(
    rf"{_N} ?{_COUNT}(?:患者)?(?:中|のうち|の内|里|裡|当中|當中)(?:の|有|的|、)? ?{_N} ?{_COUNT}"
    rf"|(?i:{_N} (?:out )?of (?:the |a total of )?{_N}(?= [a-z]))"
)


def exceeding(source: str, target: str) -> tuple[Difference, ...]:
    """The part that is greater than its whole in the target, where the source has it the other way round: 39例中45例.

    >>> [each.message for each in exceeding("45例中39例で消失", "39例中45例消失")]
    ['39 of 45 → 45 of 39: the part is greater than the whole']
    """
    if "中" not in target and "of" not in target and "うち" not in target and "里" not in target:
        return ()
    known = {(part, whole): span for part, whole, span in _parts(source)}
    for part, whole, span in _parts(target):
        if part > whole and (whole, part) in known:
            message = f"{whole} of {part} → {part} of {whole}: the part is greater than the whole"
            return (Difference("altered", message, known[whole, part], span),)
    return ()


def _parts(text: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """(part, whole, span) of what a text tells as a part of a whole."""
    for match in _OF_WHOLE.finditer(prose(text)):
        one, two = (int(each) for each in match.groups() if each is not None)
        yield (two, one, match.span()) if match[1] is not None else (one, two, match.span())


def replaced(solid: Sequence[Pair], source: str, target: str) -> tuple[tuple[Pair, Pair], ...]:
    """The first two numbers of which the one that is left became the one that is taken: “128 instead of 256”."""
    for one, two in itertools.pairwise(solid):
        if one[0].key != two[0].key and is_replaced(one, two, source, target):
            return ((one, two),)
    return ()


def is_replaced(one: tuple[_Place, _Place], two: tuple[_Place, _Place], source: str, target: str) -> bool:
    """Whether of two values, in the order of the source, the one that is left became the one that is taken."""
    is_turned = one[1].start > two[1].start
    first, last = (two[1], one[1]) if is_turned else (one[1], two[1])
    ours, theirs = source[one[0].end : two[0].start], target[first.end : last.start]
    if max(len(ours), len(theirs)) > _NEAR:
        return False
    goes_on = [_TAKEN_FIRST.search(each) is not None for each in (ours, theirs)]
    goes_back = [_LEFT_FIRST.search(each) is not None for each in (ours, theirs)]
    if goes_on[0] == goes_back[0] or goes_on[1] == goes_back[1]:
        return False
    return (goes_on[0] != goes_on[1]) != is_turned


_TAKEN_FIRST = re.compile(r"(?<![A-Za-z])(?:instead of|rather than|in place of)(?![A-Za-z])|而不是|而非")


def are_told_back(ours: str, theirs: str) -> bool:
    """Whether one of two stretches tells what is denied, or compared with, behind it, and the other in front of it.

    >>> are_told_back(" 相比 ", "と比較した Python "), are_told_back("，而不是 ", " rather than ")
    (True, False)
    """
    return any(
        (_TAKEN_FIRST.search(one) and _LEFT_FIRST.search(two)) or (_THAN_BEHIND.search(one) and _THAN_AHEAD.search(two))
        for one, two in ((ours, theirs), (theirs, ours))
    )


_THAN_BEHIND = re.compile(r"(?<![A-Za-z])(?:than|compared|versus|over)(?![A-Za-z])|比|[较較]")
_THAN_AHEAD = re.compile(r"より|に比べ|と比べ|と比較|に対し")
_LEFT_FIRST = re.compile(r"の代わりに|の代りに|のかわりに|ではなく?(?:て|、)? ?|でなく")


def is_rate(one: Pair, two: Pair, *, source: str, target: str) -> bool:
    """Whether of two numbers both texts call the same one that by which the other is measured: 30g当たり, “per 30 g”."""
    ours, theirs = ([_is_measure(text, pair[at]) for pair in (one, two)] for at, text in enumerate((source, target)))
    return ours == theirs and ours[0] != ours[1]


def _is_measure(text: str, number: Number) -> bool:
    before = text[max(0, number.start - 16) : number.start]
    return _PER.search(before) is not None or _BY.match(text, number.end) is not None


_PER = re.compile(
    r"(?<![A-Za-z])(?:per|for (?:every|each)|in every)(?![A-Za-z])[^0-9.,;]{0,8}$|[/／每毎][^0-9，。、；]{0,8}$"
)
_BY = re.compile("[^0-9、。，；]{0,8}?(?:あたり|当たり|当り|につき|ごと)")
