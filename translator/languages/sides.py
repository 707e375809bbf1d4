"""How much of the code, the units and the marks on both sides of two numbers is the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translator.languages.numerals import Number
from translator.languages.verbatim import GAP

_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_BEFORE = re.compile(r"[!-~ ]*$")
_AFTER = re.compile(r"[!-~ ]*")


def likeness(one: Number, two: Number, *, source: str, target: str) -> int:
    """How many characters of code, units and marks around two numbers are the same."""
    left = zip(reversed(_side(source, one, True)), reversed(_side(target, two, True)), strict=False)
    right = zip(_side(source, one, False), _side(target, two, False), strict=False)
    alike = 3 if one.kind == two.kind != "cardinal" else 0
    return _run(left) + _run(right) + alike


def _run(characters: Iterable[tuple[str, str]]) -> int:
    count = 0
    for one, two in characters:
        if one != two:
            break
        count += 1
    return count


def _side(text: str, number: Number, is_left: bool) -> str:
    """The half-width surroundings of a number without blanks, other numbers made `#`."""
    if is_left:
        piece = _BEFORE.search(text[max(0, number.start - 16) : number.start])
    else:
        piece = _AFTER.match(text[number.end : number.end + 16])
    assert piece is not None
    return _DIGITS.sub("#", piece.group()).replace(" ", "").replace(GAP, "")
