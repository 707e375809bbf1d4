"""Numbers that another text tells by another count: four in five is 80 %, June to September ends on September 30."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from translator.languages import units
from translator.languages.numbers import Number

Numbers = tuple[Number, ...]
_OF_EACH = re.compile(r" (?:in|out of|of)(?: every)? ", re.IGNORECASE)
_AMONG = re.compile(
    r" ?(?:名|人|例|个人?|個人?|件|位|割)?(?:患者)?(?:に|中|中有|里有|就有|里就有|中就有|当中有|のうち|あたり)(?:约|約)? ?"
)
_NEAR, _SMALL = Fraction(1, 30), 12
"""How near a share in percent is to the one it rounds, of so few: 33 % is a third, 93 % is not 94 out of 100."""
_ABOUT = re.compile(
    r"[约約]|大[约約体]|左右|上下|ほど|前後|くらい|ぐらい|およそ|おおよそ|"
    r"\b(?:about|around|roughly|approximately|some|nearly|almost|or so)\b",
    re.IGNORECASE,
)
_ROUGHLY = Fraction(1, 8)
_WEEK = 7 * 86400


def without(
    left: Numbers, right: Numbers, *, texts: tuple[str, str], read: tuple[Sequence[Number], Sequence[Number]]
) -> tuple[Numbers, Numbers]:
    """The numbers without a partner, but for those that the other text tells by another count; `read` are all of both."""
    for is_turned in (False, True):
        ones, others = (right, left) if is_turned else (left, right)
        here, there = texts[::-1] if is_turned else texts
        known = read[::-1] if is_turned else read
        ones, others = _without_shares(ones, others, there=there, known=known[1])
        ones = _without_ends(ones, here, known=known)
        ones, others = _without_centuries(ones, others, here, there)
        left, right = (others, ones) if is_turned else (ones, others)
    return _without_rough_times(left, right, texts)


def _without_shares(ones: Numbers, others: Numbers, *, there: str, known: Sequence[Number]) -> tuple[Numbers, Numbers]:
    """Without a share in percent that the other text tells as so many of so many, or as a fraction."""
    for each in ones:
        share = _share(each)
        if share is None:
            continue
        for said, value in _shares(known, there):
            if value == share or (value.denominator <= _SMALL and abs(value - share) <= share * _NEAR):
                ones = tuple(other for other in ones if other is not each)
                others = tuple(other for other in others if other not in said)
                break
    return ones, others


def _share(number: Number) -> Fraction | None:
    """The share that a number in percent tells; None of any other."""
    if number.kind != "percent":
        return None
    value = number.value if number.surface.endswith(("成", "割")) and number.value < 1 else number.value / 100
    return value if 0 < value < 1 else None


def _shares(numbers: Sequence[Number], text: str) -> Iterator[tuple[Numbers, Fraction]]:
    """The shares that a text tells, each with its numbers."""
    for one, two in itertools.pairwise(numbers):
        gap = text[one.end : two.start]
        if one.value > 0 and two.value > 0 and len(gap) <= _GAP:
            if one.value < two.value and _OF_EACH.fullmatch(gap):
                yield (one, two), one.value / two.value
            elif two.value < one.value and _AMONG.fullmatch(gap):
                yield (one, two), two.value / one.value
    for each in numbers:
        for value in (each.value, *each.others) if each.kind in ("fraction", "ordinal") else ():
            if 0 < value < 1:
                yield (each,), value


_GAP = 12


def _without_centuries(ones: Numbers, others: Numbers, here: str, there: str) -> tuple[Numbers, Numbers]:
    """Without a century that the other text tells by its years: the 1700s are 18世纪."""
    for each in ones:
        if _CENTURY.match(here, each.end) is not None:
            years = (each.value - 1) * 100
            for two in others:
                if two.value == years and _YEARS.match(there, two.end) is not None:
                    ones = tuple(other for other in ones if other is not each)
                    others = tuple(other for other in others if other is not two)
    return ones, others


_CENTURY = re.compile(r"(?:st|nd|rd|th)? ?(?:世[纪紀]|[Cc]entury)")
_YEARS = re.compile(r"['’]?s(?![A-Za-z])|年代")


def _without_ends(ones: Numbers, here: str, *, known: tuple[Sequence[Number], Sequence[Number]]) -> Numbers:
    """Without the first and the last day of months, where the other text names the months alone."""
    days = [each for each in ones if each.kind == "day"]
    if not days or any(each.kind == "day" for each in known[1]):
        return ones
    months = {each.value for each in known[1] if each.kind == "month"}
    ends = set()
    for one, two in itertools.pairwise(known[0]):
        is_end = one.kind == "month" and one.value in months and two.kind == "day"
        if is_end and two.value in (1, *_last(one.value)) and len(here[one.end : two.start]) < _GAP:
            ends.add(two.start)
    return tuple(each for each in ones if each.start not in ends)


def _last(month: Fraction) -> tuple[int, ...]:
    """The last days that a month may have."""
    if not 1 <= month <= _MONTHS or month.denominator != 1:
        return ()
    return tuple({calendar.monthrange(year, int(month))[1] for year in (2023, 2024)})


_MONTHS = 12


def _without_rough_times(left: Numbers, right: Numbers, texts: tuple[str, str]) -> tuple[Numbers, Numbers]:
    """Without durations in other units that are about as long, of a week or more, where both texts say “about”: six weeks, 45 days."""
    if not left or not right or not all(map(_ABOUT.search, texts)):
        return left, right
    ours, theirs = (units.of_numbers(text, each) for text, each in zip(texts, (left, right), strict=True))
    for one in ours:
        for two in theirs:
            lengths = [dict(each.meanings).get("duration", Fraction(0)) for each in (one, two)]
            sizes = [length * each.number.value for length, each in zip(lengths, (one, two), strict=True)]
            is_near = min(sizes) >= _WEEK and abs(sizes[0] - sizes[1]) <= min(sizes) * _ROUGHLY
            if is_near and lengths[0] != lengths[1]:
                left = tuple(each for each in left if each is not one.number)
                right = tuple(each for each in right if each is not two.number)
    return left, right
