"""In texts of which length the words of a concept of `translator.languages.opposites` tell anything."""

from __future__ import annotations

from functools import cache

TITLES = frozenset(("heading", "field", "signal"))
"""Concepts that only texts as short as a title are judged by: in sentences their words come and go."""
_MODAL = frozenset(("obligation", "leave", "certainty", "future", "advice"))
"""Concepts that longer sentences say several times, in words that no list holds."""
_MODAL_LONG = 200
EVERYDAY = frozenset(
    (
        "adequacy", "arrival", "clothing", "company", "conditions", "daysort", "deadline", "disclosed", "easing", "efficacy",
        "fill", "flexing", "forceful", "foremost", "freshness", "hereafter", "hoisting", "inclusion", "intensity", "keepdrop",
        "knownness", "magnitude", "mixing", "multiple", "nearness", "originality", "outbreak", "priority", "promptness",
        "sameness", "sender", "sequence", "suitability", "timeliness", "uptake", "warmth",
    )
)  # fmt: skip
"""Concepts of everyday words: in longer sentences each of them has other work as well."""
_EVERYDAY_LONG = 260
_TITLE = 40
"""The length of both texts together up to which they are titles."""
_TERM = 10
"""The length up to which the shorter of them is a single title: the columns of a table have several."""


def is_title(source: str, target: str) -> bool:
    """Whether two texts are a single title: the shorter tells.

    >>> is_title("目录", "Table of contents"), is_title("名称　数量　备注　日期　单位", "Name Quantity Remarks Date Unit")
    (True, False)
    """
    return min(len(source), len(target)) <= _TERM


@cache
def longest(concept: str) -> int:
    """The length of two sentences together up to which a concept is judged.

    >>> longest("heading") < longest("leave") < longest("warmth") < longest("organ")
    True
    """
    if concept in TITLES:
        return _TITLE
    return _MODAL_LONG if concept in _MODAL else _EVERYDAY_LONG if concept in EVERYDAY else 1_000_000
