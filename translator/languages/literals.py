"""Numbers inside the inline code of two texts: `timedelta(0)`, `recv(2)`, `sqrt(-1)`."""

from __future__ import annotations

import re
from collections import Counter

from translator.languages.verbatim import fold

_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{2,120})\1(?!`)")
_DIGITS = re.compile(r"[0-9][0-9.,_]*")
_WORD = re.compile(r"[A-Za-z]{2}")

Span = tuple[int, int]


def altered(source: str, target: str) -> tuple[tuple[str, Span], tuple[str, Span]] | None:
    """The first code whose twin in the target has other numbers, each with its span.

    >>> altered("`f(2)` is", "`f(0)` 是") is None, altered("`recv(2)`", "`recv()`")
    (True, (('recv(2)', (1, 8)), ('recv()', (1, 7))))
    """
    if "`" not in source or "`" not in target:
        return None
    ours = _codes(source)
    if not any(_DIGITS.search(code) for code, _ in ours):
        return None
    theirs = _codes(target)
    if not theirs:
        return None
    if sorted(code for code, _ in ours) == sorted(code for code, _ in theirs):
        return None
    known = Counter(_plain(code) for code, _ in ours)
    told = Counter(_plain(code) for code, _ in theirs)
    alone = [each for each in ours if known[_plain(each[0])] > told[_plain(each[0])] and _DIGITS.search(each[0])]
    for one in alone:
        shape = _shape(one[0])
        for two in theirs:
            if _shape(two[0]) == shape and told[_plain(two[0])] > known[_plain(two[0])]:
                return one, two
    return None


def _codes(text: str) -> list[tuple[str, Span]]:
    return [(match[2], match.span(2)) for match in _CODE.finditer(fold(text)) if _WORD.search(match[2])]


def _plain(code: str) -> str:
    """The code without separators of thousands, blanks and the zeros before a long number."""
    bare = re.sub(r"(?<=[0-9])[,_](?=[0-9]{3}(?![0-9]))|\s", "", code)
    return re.sub(r"(?<![0-9.])0+(?=[0-9]{3})", "", bare)


def _shape(code: str) -> str:
    return re.sub(r"\s", "", _DIGITS.sub("", code))
