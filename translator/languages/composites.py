"""Sizes that are told in two units, in parts of one, or by “half a”: 1年6か月 is 18 months, 5mm “half a centimeter”."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from translator.languages import units
from translator.languages.numbers import Number
from translator.languages.units import Meaning, Quantity

Numbers = tuple[Number, ...]
Size = tuple[str, Fraction]
_JOINT = re.compile(r",? ?(?:and |と|又|零)?")
_HALF = re.compile(r"(?<![A-Za-z] and a )(?<![A-Za-z])[Hh]alf(?:[- ]an?)?[- ]([a-z]+)(?![a-z])")


def without(
    left: Numbers, right: Numbers, *, texts: tuple[str, str], read: tuple[Sequence[Number], Sequence[Number]]
) -> tuple[Numbers, Numbers]:
    """The numbers without a partner, but for those of a size that the other text tells in other units.

    `left` is of the first text, `right` of the second; `read` are all numbers of both.
    """
    left, right = _without(left, right, texts=texts, read=read)
    right, left = _without(right, left, texts=texts[::-1], read=read[::-1])
    return left, right


def _without(
    left: Numbers, right: Numbers, *, texts: tuple[str, str], read: tuple[Sequence[Number], Sequence[Number]]
) -> tuple[Numbers, Numbers]:
    if not left:
        return left, right
    for sizes, numbers in _composed(texts[0], tuple(read[0])):
        if not any(each in left for each in numbers):
            continue
        twin = _told(sizes, texts[1], tuple(read[1])) or _bare(sizes, tuple(read[1]))
        if twin is not None:
            left = tuple(each for each in left if each not in numbers)
            right = tuple(each for each in right if each is not twin)
    halves = {size for word in _HALF.findall(texts[1]) for size in _halved(units.meanings(word))}
    if halves:
        told = [each for each in units.of_numbers(texts[0], left) if halves & _sizes(each)]
        left = tuple(each for each in left if not any(each is one.number for one in told))
    return left, right


def _composed(text: str, numbers: Numbers) -> Iterator[tuple[set[Size], Numbers]]:
    """The sizes of two neighbours of which the second goes on in a smaller unit: 1時間30分."""
    for one, two in itertools.pairwise(units.of_numbers(text, numbers)):
        if not _JOINT.fullmatch(text, one.end, two.start):
            continue
        sizes = {
            (name, size * one.number.value + less * two.number.value)
            for name, size in one.meanings
            for other, less in two.meanings
            if name == other and less * two.number.value < size
        }
        if sizes:
            yield sizes, (one.number, two.number)


def _told(sizes: set[Size], text: str, numbers: Numbers) -> Number | None:
    """The number of a text that is of one of the sizes with its unit."""
    return next((each.number for each in units.of_numbers(text, numbers) if sizes & _sizes(each)), None)


def _bare(sizes: set[Size], numbers: Numbers) -> Number | None:
    """The number that says the size without its unit, as ages are told: 3歳6か月 is “three and a half”."""
    years = {size / _YEAR for name, size in sizes if name == "duration"}
    return next((each for each in numbers if each.value.denominator == 2 and each.value in years), None)


_YEAR = Fraction(31557600)


def _sizes(quantity: Quantity) -> set[Size]:
    return {(name, size * quantity.number.value) for name, size in quantity.meanings}


def _halved(meanings: frozenset[Meaning]) -> Iterator[Size]:
    return ((name, size / 2) for name, size in meanings)
