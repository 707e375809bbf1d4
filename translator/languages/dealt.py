"""Which sentence has which number, in words or in digits: two that alone are in each other's sentence, or place, changed places.

“The first … . The second …” against 2 番目の…。1 番目の…。
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol, TypeVar

from translator.languages import abreast, companions, roles
from translator.languages.numerals import Number
from translator.languages.verbatim import fold

_MOST = 24
"""Texts with more numbers are lists and tables."""
_DATED = frozenset(("year", "month", "day", "time", "code", "version"))
_DIGIT = re.compile("[0-9]")


def turned(source: str, target: str, ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Number, Number] | None:
    """Two numbers of the target of which each stands in the other's sentence, or in the other's place in it.

    >>> from translator.languages import numbers
    >>> texts = "The first is the name. The second is the mode.", "2 番目は名前です。1 番目はモードです。"
    >>> found = turned(*texts, *map(numbers.read, texts))
    >>> found and [each.surface for each in found]
    ['2', '1']
    """
    if not 2 <= len(ours) <= _MOST or not 2 <= len(theirs) <= _MOST:
        return None
    cuts = abreast.spans(source), abreast.spans(target)
    if len(cuts[0]) != len(cuts[1]):
        return None
    sides = _by_value(ours, cuts[0]), _by_value(theirs, cuts[1])
    shared = [value for value, places in sides[1].items() if len(sides[0].get(value, ())) == len(places)]
    for one, two in itertools.combinations(shared, 2):
        found = _exchanged(sides[0][one], sides[0][two], (sides[1][one], sides[1][two]))
        if found is not None:
            return found
    return _within(fold(source), fold(target), (ours, theirs), sides, shared) or _between(ours, theirs, source, target)


class _Valued(Protocol):
    """A value with its span, half-open."""

    @property
    def value(self) -> Fraction | int:
        """What it says."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The first character behind it."""


_V = TypeVar("_V", bound=_Valued)


def across(ours: Sequence[_V], theirs: Sequence[_V], source: str, target: str) -> tuple[_V, _V] | None:
    """Two values of the target that, were they exchanged, would all stand in sentences which say them in the source.

    A sentence may say one seldomer than the source, but not oftener.
    """
    cuts = abreast.spans(source), abreast.spans(target)
    if not 2 <= len(cuts[0]) == len(cuts[1]):
        return None
    counts = [
        [Counter(each.value for each in some if start <= each.start < end) for start, end in spans]
        for some, spans in zip((ours, theirs), cuts, strict=True)
    ]
    surplus = [(at, two - one) for at, (one, two) in enumerate(zip(*counts, strict=True)) if two - one]
    if not surplus or len(surplus) > 2 or any(each.total() > 1 for _, each in surplus):
        return None
    at, (value,) = surplus[0][0], surplus[0][1]
    for other, (said, told) in enumerate(zip(*counts, strict=True)):
        if other == at or (len(surplus) > 1 and other != surplus[1][0]):
            continue
        for each in told:
            is_wanted = counts[0][at][each] > counts[1][at][each] and said[value] > told[value]
            if each != value and is_wanted and (len(surplus) == 1 or each in surplus[1][1]):
                found = [_within_span(theirs, value, cuts[1][at]), _within_span(theirs, each, cuts[1][other])]
                return (found[0], found[1]) if at < other else (found[1], found[0])
    return None


def _within_span(values: Sequence[_V], value: Fraction | int, span: tuple[int, int]) -> _V:
    return next(each for each in values if each.value == value and span[0] <= each.start < span[1])


def _between(
    ours: Sequence[Number], theirs: Sequence[Number], source: str, target: str
) -> tuple[Number, Number] | None:
    """Two numbers in digits of the target that stand in each other's sentence, where words are left out elsewhere."""
    if any(each.kind in _DATED or each.parts for each in (*ours, *theirs)):
        return None
    found = across(ours, theirs, source, target)
    return found if found is not None and all(_DIGIT.search(each.surface) for each in found) else None


Places = list[tuple[int, Number]]


def _by_value(numbers: Sequence[Number], cuts: Sequence[tuple[int, int]]) -> dict[Fraction, Places]:
    """The numbers by value, each with the sentence it is in."""
    found: dict[Fraction, Places] = {}
    for each in numbers:
        at = next((index for index, (start, end) in enumerate(cuts) if start <= each.start < end), -1)
        found.setdefault(abs(each.value), []).append((at, each))
    return found


def _exchanged(one: Places, two: Places, theirs: tuple[Places, Places]) -> tuple[Number, Number] | None:
    """The number of each of two values that stands in a sentence of the other's, where all the others do not."""
    lost, new = _apart(one, theirs[0])
    gone, come = _apart(two, theirs[1])
    if len(lost) != 1 or lost != [at for at, _ in come] or gone != [at for at, _ in new]:
        return None
    first, second = new[0][1], come[0][1]
    if not all(_DIGIT.search(each.surface) for each in (first, second)) or {first.kind, second.kind} & _DATED:
        return None
    return (first, second) if first.start < second.start else (second, first)


def _apart(ours: Places, theirs: Places) -> tuple[list[int], Places]:
    """(the sentences in which a value is missing, the numbers of that value that are too many where they are)."""
    left = [at for at, _ in ours]
    new = []
    for at, number in theirs:
        if at in left:
            left.remove(at)
        else:
            new.append((at, number))
    return left, new


def _within(
    source: str,
    target: str,
    numbers: tuple[Sequence[Number], Sequence[Number]],
    sides: tuple[dict[Fraction, Places], dict[Fraction, Places]],
    shared: Sequence[Fraction],
) -> tuple[Number, Number] | None:
    """Two numbers that stand once in both texts, in one sentence, turned, and took nothing along."""
    held = [sorted({(each.start, each.end) for each in some}) for some in numbers]
    for one, two in itertools.combinations(shared, 2):
        for sentence in {at for at, _ in sides[1][one]} & {at for at, _ in sides[1][two]}:
            found = [[each for at, each in side[value] if at == sentence] for side in sides for value in (one, two)]
            if any(len(each) != 1 for each in found):
                continue
            (first,), (second,), (other,), (last,) = found
            if (first.start < second.start) == (other.start < last.start):
                continue
            if _is_turned(source, target, (first, other), (second, last), held=(held[0], held[1])):
                return (other, last) if other.start < last.start else (last, other)
    return None


def _is_turned(
    source: str,
    target: str,
    one: tuple[Number, Number],
    two: tuple[Number, Number],
    *,
    held: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
) -> bool:
    """Whether two numbers that stand the other way round in the target took nothing along, and nothing turned them."""
    if any(each.kind in _DATED for each in (*one, *two)) or not all(
        _DIGIT.search(each[1].surface) for each in (one, two)
    ):
        return False
    if any(
        _FILLED.match(text, each.end) for text, side in ((source, 0), (target, 1)) for each in (one[side], two[side])
    ):
        return False
    between = [
        text[min(one[side].end, two[side].end) : max(one[side].start, two[side].start)]
        for side, text in enumerate((source, target))
    ]
    if any(companions.tells_otherwise(each) for each in between) or roles.is_inverted(*between):
        return False
    couples = [((a.start, a.end), (b.start, b.end)) for a, b in (one, two)]
    return not companions.keeps(source, target, couples=couples, held=held)


# 0埋め is a word of its own.
_FILLED = re.compile(r" ?(?:[進进]|埋め|填充|-?padded|-?based)")
