"""Names that nobody translates and that are no acronyms: numbers of permits that begin with a digit, names of accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.languages.quantities import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts, both_having
from translator.languages.verbatim import prose
from translator.similarity import slip

# 2024LP01873, 3fa8b21c; not 1920x1080, 0x3F, 1E10, 2D, 5mg.
_SERIAL = re.compile(
    r"(?<![A-Za-z0-9_.-])(?!0[xXoObB]|[0-9]+[eExX×][0-9]+(?![A-Za-z0-9]))[0-9]+[A-Za-z]{1,6}[0-9]{3,}[A-Za-z0-9]*(?![A-Za-z0-9_])",
    re.ASCII,
)
_HANDLE = re.compile(r"(?<![A-Za-z0-9_./$%{-])[a-z][a-z0-9]+(?:_[a-z0-9]+)+(?![A-Za-z0-9_({=])", re.ASCII)
_HINT = Sought("[0-9][A-Za-z]{1,6}[0-9]{3}|_(?<=[a-z0-9].)[a-z0-9]", re.ASCII)


def renamed_handles(source: str, target: str) -> Iterator[Difference]:
    """The serial numbers and account names in whose place a translation has another one.

    >>> [each.message for each in renamed_handles("编号：2024LP01873", "no. 2024LP01837")]
    ['2024LP01873 became 2024LP01837']
    >>> list(renamed_handles("1920x1080, 编号 2024LP01873", "no. 2024LP01873, 1080x1920"))
    []
    """
    if _HINT.has(source) is None or _HINT.has(target) is None:
        return
    ours, theirs = prose(source), prose(target)
    for pattern in (_SERIAL, _HANDLE):
        lost = [each for each in pattern.finditer(ours) if each[0].lower() not in theirs.lower()]
        new = [each for each in pattern.finditer(theirs) if each[0].lower() not in ours.lower()] if lost else []
        for one in lost:
            if not new:
                break
            other = max(new, key=lambda each: _likeness(one[0], each[0]))
            if _likeness(one[0], other[0]) > 0:
                new.remove(other)
                yield Difference("identifier", f"{one[0]} became {other[0]}", one.span(), other.span())


def handling(sources: Texts, targets: Texts) -> int:
    """The texts that may have a serial number or an account name, as their translation does."""
    return both_having(sources, targets, _HINT)


def _likeness(one: str, two: str) -> int:
    """How many characters two names begin and end with alike; nothing where that is little of them."""
    if slip(one, two):
        return len(one)
    least = min(len(one), len(two))
    before = next((at for at in range(least) if one[at] != two[at]), least)
    alike = before + next((at for at in range(least - before) if one[-1 - at] != two[-1 - at]), least - before)
    return alike if alike * 2 >= least else 0
