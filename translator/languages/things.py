"""What a number counts, where the noun stands right behind it: “two functions”, 2 つの関数, 两个函数."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.languages import neighbours
from translator.languages.numerals import Number

# What may stand between a number and what it counts.
_COUNTER = re.compile(r"[ -]?(?:(?:つ|個|个|箇|名|人|件|種類|种|種|项|項|条|台|枚|本|位|行)(?:の|目の)?)? ?")
_LONGEST = 12


def altered(source: str, target: str, ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Number, Number] | None:
    """The first number of the source that counts what another number of it counts in the target.

    Each of the two things is counted once in both texts.

    >>> from translator.languages import numbers
    >>> texts = "The two functions take a single-character string", "1 つの関数は 2 文字の文字列をとる"
    >>> found = altered(*texts, *map(numbers.read, texts))
    >>> found and [each.surface for each in found]
    ['two', '1']
    """
    if len(theirs) < 2 or not ours:
        return None
    here = _counted(source, ours)
    there = _counted(target, theirs) if here else {}
    said = {each.value for each in theirs}
    for thing, one in here.items():
        two = there.get(thing)
        if one is None or two is None or one.value == two.value or {one.value, *one.others} & {two.value, *two.others}:
            continue
        if one.value in said:
            return one, two
    return None


def _counted(text: str, numbers: Sequence[Number]) -> dict[str, Number | None]:
    """The numbers by what they count; None where several count one thing."""
    found: dict[str, Number | None] = {}
    for each in numbers:
        if each.kind != "cardinal" or each.value.denominator != 1 or not 0 < each.value <= 1000:
            continue
        counter = _COUNTER.match(text, each.end)
        start = counter.end() if counter else each.end
        for thing in neighbours.things(text[start : start + _LONGEST]):
            found[thing] = None if thing in found else each
    return found
