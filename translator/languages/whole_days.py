"""Days that two texts name in full, by year, month and day: one whose part became another number's."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from translator.languages.numerals import Number

_PARTS = ("year", "month", "day")
_NEAR = 4
Day = tuple[Number, Number, Number]


def turned(ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Number, Number] | None:
    """The part of a day of the target that is another one in the source, and the number that it should be.

    Both texts name as many days in full, and have both numbers.

    >>> from translator.languages.numbers import read
    >>> found = turned(read("in 2004: 29 Dec 2003", "en"), read("2003年で、2004年12月29日", "ja"))
    >>> found and [each.surface for each in found]
    ['2003', '2004']
    """
    days, others = list(_days(ours)), list(_days(theirs))
    if not days or len(days) != len(others):
        return None
    said, told = (Counter(map(_values, side)) for side in (days, others))
    known = {each.value for each in ours}
    for day in others:
        if said[_values(day)] >= told[_values(day)]:
            continue
        for lost in said - told:
            apart = [at for at, (one, two) in enumerate(zip(lost, day, strict=True)) if one != two.value]
            if len(apart) != 1 or day[apart[0]].value not in known:
                continue
            new = day[apart[0]]
            moved = next((each for each in theirs if each.value == lost[apart[0]] and each not in day), None)
            if moved is not None:
                return (moved, new) if moved.start < new.start else (new, moved)
    return None


def _values(day: Day) -> tuple[Fraction, Fraction, Fraction]:
    return day[0].value, day[1].value, day[2].value


def _days(numbers: Sequence[Number]) -> Iterator[Day]:
    """The days of a text, each as its year, month and day."""
    at = 0
    while at + 3 <= len(numbers):
        three = numbers[at : at + 3]
        is_near = all(b.start - a.end <= _NEAR for a, b in itertools.pairwise(three))
        if is_near and sorted(each.kind for each in three) == sorted(_PARTS) and all(each.value for each in three):
            by_kind = {each.kind: each for each in three}
            yield by_kind["year"], by_kind["month"], by_kind["day"]
            at += 3
        else:
            at += 1
