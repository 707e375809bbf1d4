"""Numbers that say the same in another form: 25 % and one in four, 1と1/2 and 1.5, 1例も…ない and none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction

from translator.languages import composites, occasions, units
from translator.languages.numbers import Number

Numbers = tuple[Number, ...]

_PERCENT = re.compile(r" ?[%％]|パーセント| ?percent")
_MIXED = re.compile(r" ?(?:と|又|and|&) ?| ?")
_NOT_EVEN = re.compile(r" ?(?:例|人|名|件|度|回|つ|個|匹|滴|点|点|次|个|個)(?:も|也)")
_DENIED = re.compile(r"ない|ません|なく|なかった|[没沒未无無不]|\b(?:no|not|none|never)\b", re.IGNORECASE)


def without(
    left: Numbers, right: Numbers, *, source: str, target: str, read: tuple[Sequence[Number], Sequence[Number]]
) -> tuple[Numbers, Numbers]:
    """The numbers without a partner, but for those that the other text says in another form; `read` are all of both."""
    if not left and not right:
        return left, right
    left, right = _without_sizes(left, right, texts=(source, target), read=read[0])
    right, left = _without_sizes(right, left, texts=(target, source), read=read[1])
    left, right = _without_rates(left, right, source, target)
    right, left = _without_rates(right, left, target, source)
    left, right = _without_sums(left, right, source)
    right, left = _without_sums(right, left, target)
    left, right = composites.without(left, right, texts=(source, target), read=read)
    left = tuple(each for each in left if not occasions.is_told(each, source, other=target))
    right = tuple(each for each in right if not occasions.is_told(each, target, other=source))
    left, right = _without_halves(left, target, known=read[0]), _without_halves(right, source, known=read[1])
    left, right = _without_zero(left, source, target), _without_zero(right, target, source)
    left, right = _without_midnight(left, source, target), _without_midnight(right, target, source)
    left, right = _without_each(left, target, known=read), _without_each(right, source, known=read)
    return _without_none(left, source, target), _without_none(right, target, source)


def is_total(whole: Fraction, values: Sequence[Fraction]) -> bool:
    """Whether a number is the sum of some that stand beside each other, and may be told before or behind them.

    >>> is_total(Fraction(238), [Fraction(238), Fraction(120), Fraction(118)])
    True
    """
    parts = [each for each in values if each > 1 and each != whole][:_PARTS]
    return whole >= _SUM and any(
        sum(parts[at:to]) == whole for at in range(len(parts)) for to in range(at + 2, len(parts) + 1)
    )


_SUM, _PARTS = 10, 12
"""Smaller numbers are sums of others by chance."""


def _without_rates(left: Numbers, right: Numbers, source: str, target: str) -> tuple[Numbers, Numbers]:
    """Without a percentage that the other text tells as one in so many."""
    for each in left:
        if each.value <= 0 or (_PERCENT.match(source, each.end) is None and each.kind != "percent"):
            continue
        rate = (
            each.value if each.value <= 1 and each.kind == "percent" and "%" not in each.surface else each.value / 100
        )
        for whole in right:
            if whole.value < 2 or abs(Fraction(1) / whole.value - rate) > rate / 20:
                continue
            part = _part_of(whole, target)
            if part is not None:
                rest = tuple(other for other in right if other is not whole and not part[0] <= other.start < part[1])
                return tuple(other for other in left if other is not each), rest
    return left, right


def _without_sizes(
    left: Numbers, right: Numbers, *, texts: tuple[str, str], read: Sequence[Number]
) -> tuple[Numbers, Numbers]:
    """Without a size in another unit, whose own number was taken for another of the same value: 两袋…2升, 2袋…2000mL."""
    if not left or not right:
        return left, right
    known = {
        (name, size * each.number.value): each.number
        for each in units.of_numbers(texts[0], tuple(read))
        for name, size in each.meanings
    }
    for each in units.of_numbers(texts[1], right):
        own = next(
            (known[key] for name, size in each.meanings if (key := (name, size * each.number.value)) in known), None
        )
        alike = next((other for other in left if own is not None and other.value == own.value), None)
        if alike is not None:
            left = tuple(other for other in left if other is not alike)
            right = tuple(other for other in right if other is not each.number)
    return left, right


_ONE = "(?:one|1|一|１)"
_PART_BEFORE = re.compile(rf"(?<![A-Za-z0-9]){_ONE} (?:in|out of)(?: every)?(?: about)? ?$", re.IGNORECASE)
_PART_BEHIND = re.compile(
    rf" ?(?:人|名|例|个人?|個人?|位)(?:に|中|中有|中就有|里有|就有|のうち|のうちの)(?:约|約)?{_ONE} ?(?:人|名|例|个|個|位)"
)


def _part_of(whole: Number, text: str) -> tuple[int, int] | None:
    """Where a text says that one of so many is meant."""
    before = _PART_BEFORE.search(text, max(0, whole.start - 24), whole.start)
    found = before or _PART_BEHIND.match(text, whole.end)
    return found.span() if found else None


def _without_sums(left: Numbers, right: Numbers, source: str) -> tuple[Numbers, Numbers]:
    """Without a whole number and a fraction behind it whose sum the other text has: 1と1/2 is 1.5."""
    for one, two in itertools.pairwise(left):
        if not 0 < two.value < 1 or one.value.denominator != 1 or not _MIXED.fullmatch(source[one.end : two.start]):
            continue
        total = next((each for each in right if each.value == one.value + two.value), None)
        if total is not None:
            return tuple(each for each in left if each not in (one, two)), tuple(
                each for each in right if each is not total
            )
    return left, right


def _without_halves(numbers: Numbers, other: str, *, known: Sequence[Number]) -> Numbers:
    """Without a number that is half of another one of its text, where the other text says so: 半价, 男女各半."""
    if not numbers or _HALF.search(other) is None:
        return numbers
    wholes = {each.value for each in known}
    return tuple(each for each in numbers if each.value < 2 or each.value * 2 not in wholes)


_HALF = re.compile(r"半(?:[价價额額分]|数|數|々|ずつ)|各半|\bhalf\b|\bhalves\b|\bequal(?:ly)? ", re.IGNORECASE)


def _without_zero(numbers: Numbers, text: str, other: str) -> Numbers:
    """Without the nought that a range begins with, where the other text says up to where: 0～6月龄, 6か月まで."""
    return tuple(
        each
        for each in numbers
        if not (each.value == 0 and _TO.match(text, each.end) is not None and _UP_TO.search(other) is not None)
    )


def _without_midnight(numbers: Numbers, text: str, other: str) -> Numbers:
    """Without the nought of a clock where the other text says twelve: 0時15分 is 12:15 a.m., 十二点一刻."""
    return tuple(
        each
        for each in numbers
        if not (
            each.value == 0
            and (each.kind == "time" or _OCLOCK.match(text, each.end) is not None)
            and _TWELVE.search(other)
        )
    )


_OCLOCK = re.compile(" ?(?:[时時点點]|[:：][0-9]{2})")
_TWELVE = re.compile(r"(?:(?<![0-9])12|十二) ?(?:[时時点點]|[:：][0-9]{2}| ?[ap]\.?m)|midnight|午夜|半夜|零点|零點")


def _without_each(numbers: Numbers, other: str, *, known: tuple[Sequence[Number], Sequence[Number]]) -> Numbers:
    """Without a number that is told twice, where the other text tells it once of each: 男女60例ずつ, “60 men and 60 women”."""
    if not numbers or _EACH.search(other) is None:
        return numbers
    often = [{each.value for each in side} for side in known]
    return tuple(each for each in numbers if not (each.value in often[0] and each.value in often[1]))


_EACH = re.compile(r"ずつ|それぞれ|いずれも|各|分[别別]|均|\b(?:each|apiece|respectively|both)\b")
_TO = re.compile(" ?(?:[-–—~～〜至到]|から|to) ?[0-9０-９一二三四五六七八九十]")
_UP_TO = re.compile(
    r"まで|以[下内內]|未[満满滿]|最[大多]|\b(?:up to|under|below|within|at most|or less|or younger|not more)\b"
)


def _without_none(numbers: Sequence[Number], text: str, other: str) -> Numbers:
    """Without the one of a denial: 1例も報告されなかった is “none was reported”."""
    return tuple(
        each
        for each in numbers
        if not (
            each.value == 1
            and _NOT_EVEN.match(text, each.end)
            and _DENIED.search(text, each.end)
            and _DENIED.search(other)
        )
    )
