"""Which of two numbers a text says of which thing, where Chinese and Japanese name the thing in front of its number."""

from __future__ import annotations

import re

from translator.languages.numerals import Number
from translator.languages.variants import fold
from translator.languages.verbatim import CODE, prose

Pair = tuple[Number, Number]

# What stands between the name of a thing and the end of what was said before.
_BEFORE = re.compile(r"[、，,。;；:：!！?？)）\n]|[0-9][%％]")
_HAN = re.compile("[\u3400-\u9fff]")
_KANA_OR_HAN = re.compile("[\u3041-\u30fa\u3400-\u9fff]")
_COMMON = frozenset("群组組者人例名数數率约約为為是有中大小多少最的在以上下内后後前年月日次回第比达達到高低")
_REACH = 40
_LEAST = 2
"""The ideographs that make a name; fewer are chance."""


def straight(one: Pair, two: Pair, source: str, target: str) -> bool:
    """Whether two numbers stand behind the same names in both texts, in whatever order.

    >>> from translator.languages.numbers import read
    >>> ours, theirs = "対照群の12%に対し、ZL-204群では41%", "ZL-204组为41%，对照组为12%"
    >>> a, b = [each for each in read(ours, "ja") if each.value in (12, 41)]
    >>> d, c = [each for each in read(theirs, "zh") if each.value in (12, 41)]
    >>> straight((a, c), (b, d), ours, theirs), crossed((a, c), (b, d), ours, theirs)
    (True, False)
    """
    fits = _fits(one, two, source, target)
    return fits is not None and max(fits[:2]) > 0 and max(fits[2:]) == 0


def crossed(one: Pair, two: Pair, source: str, target: str) -> bool:
    """Whether each of two numbers stands behind the name that was the other's."""
    fits = _fits(one, two, source, target)
    return fits is not None and max(fits[:2]) == 0 and min(fits[2:]) > 0


def _fits(one: Pair, two: Pair, source: str, target: str) -> tuple[int, int, int, int] | None:
    """How much the names of the numbers have in common: each with its own in the other text, then crosswise."""
    if _KANA_OR_HAN.search(source) is None or _KANA_OR_HAN.search(target) is None:
        return None
    ours, theirs = prose(source), prose(target)
    names = (_name(ours, one[0]), _name(ours, two[0])), (_name(theirs, one[1]), _name(theirs, two[1]))
    # What both numbers of a text are said of tells nothing.
    (first, second), (third, fourth) = ((a - b, b - a) for a, b in names)
    return _shared(first, third), _shared(second, fourth), _shared(first, fourth), _shared(second, third)


def _name(text: str, number: Number) -> frozenset[str]:
    """The codes and ideographs of what a number is said of."""
    piece = text[max(0, number.start - _REACH) : number.start].rstrip("(（ ")
    ends = [match.end() for match in _BEFORE.finditer(piece)]
    piece = piece[ends[-1] if ends else 0 :]
    named = {match[0].lower() for match in CODE.finditer(piece)}
    return frozenset(named | set(_HAN.findall(fold(piece))) - _COMMON)


def _shared(one: frozenset[str], two: frozenset[str]) -> int:
    found = one & two
    return len(found) if len(found) >= _LEAST or any(len(each) > 1 for each in found) else 0
