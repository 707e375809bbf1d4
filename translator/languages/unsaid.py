"""Where a unit need not be said again: in brackets behind the same unit, and of the first of two that share one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.languages.numbers import Number
from translator.languages.units import Quantity
from translator.languages.verbatim import fold

_SHARED = re.compile(
    r"[%％]? ?(?:v|vs|versus|and|or|to|against|compared with|、|，|,|/|和|与|與|或|对|對|と|対|[-–—~～〜至]) ?\.? ?[0-9]"
)
_OPEN = re.compile(r"[(\[（［][^()\[\]（）［］]{0,40}$")
_LONGEST = 42


def is_unsaid(text: str, number: Number, *, wanted: Quantity, told: Sequence[Quantity]) -> bool:
    """Whether a text may leave out the unit that is wanted of a number; `told` are the text's numbers that have units.

    >>> from translator.languages import numbers, units
    >>> text = "Median follow-up was 18.5 months (range, 3–36)."
    >>> read = numbers.read(text, "en")
    >>> told = units.of_numbers(text, read)
    >>> [is_unsaid(text, each, wanted=told[0], told=told) for each in read]
    [False, True, True]
    """
    plain = fold(text)
    alike = [each for each in told if each.meanings & wanted.meanings]
    shared = _SHARED.match(plain, number.end)
    if shared and any(each.start < shared.end() <= each.end for each in alike):
        return True
    first = max(0, number.start - _LONGEST)
    opened = _OPEN.search(plain[first : number.start])
    return opened is not None and any(each.end <= first + opened.start() for each in alike)
