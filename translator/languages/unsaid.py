"""Where a unit need not be said again: in brackets behind the same unit, and of the first of two that share one."""

from __future__ import annotations

import re

from translator.languages.numbers import Number
from translator.languages.verbatim import fold

_SHARED = re.compile(
    r"[%％]? ?(?:v|vs|versus|and|or|to|against|compared with|、|，|,|/|和|与|與|或|对|對|と|対|[-–—~～〜至]) ?\.? ?[0-9]"
)
_OPEN = re.compile(r"[(\[（［][^()\[\]（）［］]{0,40}$")
_LONGEST = 42


def is_unsaid(text: str, number: Number) -> bool:
    """Whether a text may leave out the unit of a number.

    >>> from translator.languages import numbers
    >>> text = "Median follow-up was 18.5 months (range, 3–36)."
    >>> [is_unsaid(text, each) for each in numbers.read(text, "en")]
    [False, True, True]
    """
    plain = fold(text)
    if _SHARED.match(plain, number.end):
        return True
    before = plain[max(0, number.start - _LONGEST) : number.start]
    return _OPEN.search(before) is not None and any(map(str.isdigit, plain[: number.start - len(before)] + before))
