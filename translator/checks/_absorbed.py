"""One fault gives one finding: which of two findings of one entry tells the other's words better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translator.checks._subject import Pair
from translator.checks._value import Check, Fault
from translator.findings import Severity, reaches

_SAME_WORDS = {
    "changed-character": ("name-mismatch", "negation-mismatch", "number-mismatch", "opposite-mismatch", "wrong-term"),
    "contrary-wording": ("unsupported-promise", "opposite-mismatch"),
    "garbled-name": ("exchanged-code", "identifier-mismatch"),
    "lost-hedge": ("contrary-wording",),
    "lost-thing": ("lost-item", "opposite-mismatch", "wrong-term"),
    "negation-mismatch": ("opposite-mismatch", "wrong-term"),
    "number-mismatch": ("contradicted-trend",),
    "opposite-mismatch": ("wrong-term",),
    "unanswered-denial": ("negation-mismatch", "opposite-mismatch"),
}
"""Check → the checks whose findings of the same words say more."""
_SAME_ENTRY = {
    "length-mismatch": ("truncated",),
    "lost-full-stop": ("truncated",),
    "lost-hedge": ("unsupported-promise",),
    "unanswered-denial": ("unsupported-promise",),
}
"""Check → the checks that tell the cause of what it finds, wherever in the entry."""


Found = tuple[Check, Fault, Pair]


def absorb(found: Sequence[Found], levels: Mapping[str, Severity]) -> list[Found]:
    """The findings of one entry without those that another one tells, which is as severe at least."""
    if len(found) < 2:
        return list(found)
    return [each for each in found if not any(_tells(other, each, levels) for other in found)]


def _tells(better: Found, worse: Found, levels: Mapping[str, Severity]) -> bool:
    one, two = better[0].name, worse[0].name
    if one in _SAME_ENTRY.get(two, ()):
        return reaches(levels[one], levels[two])
    if one not in _SAME_WORDS.get(two, ()) or not reaches(levels[one], levels[two]):
        return False
    more, fault = better[1], worse[1]
    return _meet(more.span, fault.span) or _meet(more.source_span, fault.source_span)


def _meet(one: tuple[int, int] | None, two: tuple[int, int] | None) -> bool:
    return one is not None and two is not None and one[0] < two[1] and two[0] < one[1]
