"""In texts of which length the words of a concept of `translator.languages.opposites` tell anything."""

from __future__ import annotations

import re
from functools import cache

TITLES = frozenset(("heading", "field", "signal"))
"""Concepts that only texts as short as a title are judged by: in sentences their words come and go."""
_MODAL = frozenset(("obligation", "leave", "certainty", "future", "advice"))
"""Concepts that longer sentences say several times, in words that no list holds."""
_MODAL_LONG = 200
EVERYDAY = frozenset(
    (
        "adequacy", "arrival", "clothing", "conditions", "daysort", "deadline", "efficacy", "freshness", "inclusion",
        "intensity", "magnitude", "multiple", "nearness", "priority", "promptness", "sequence", "suitability", "warmth",
    )
)  # fmt: skip
"""Concepts of everyday words: in longer sentences each of them has other work as well."""
_EVERYDAY_LONG = 260
LOOSE = EVERYDAY | _MODAL | frozenset(
    (
        "age", "clock", "conflict", "daytype", "evidence", "finish", "food", "guidance", "halt", "lapse", "liability",
        "order", "phase", "portion", "question", "sequence", "stomach", "usual", "welcome", "whichever",
    )
)  # fmt: skip
"""Concepts that free translations turn round: what comes before one thing is after another, “for adults only” not for children."""
_OPEN = frozenset(("field", "paper", "role", "school", "service", "shop", "supply"))
"""Concepts of which no list holds all words: in a sentence a thing that is called otherwise may stand for the one named."""
_NAME = 60
"""The length of both texts together up to which they name one thing."""
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


def kind(concept: str, source: str, target: str, *, is_denied: bool = False) -> str:
    """Whether two words of a concept tell surely that the texts differ: `opposite`, else `doubt`.

    `is_denied` where one of the texts denies something and the other does not: a sentence that is turned round has
    the opposite word.

    >>> kind("side", "左腕", "right arm"), kind("sequence", "先洗手，然后进食", "Wash your hands before eating")
    ('opposite', 'doubt')
    """
    if is_denied or concept in _HEDGES:
        return "doubt"
    if concept in LOOSE and (len(source) + len(target) > _PLAIN or any(map(_PARTED.search, (source, target)))):
        return "doubt"
    return "doubt" if concept in _OPEN and len(source) + len(target) > _NAME else "opposite"


_HEDGES = frozenset(("certainty",))
_PLAIN = 90
"""The length of both texts together up to which they may be one plain statement."""
_PARTED = re.compile(r"[，、；：;:（(]|,(?![0-9])|\b(?:but|so|then|while|when|if|until|once|because|unless)\b")
"""What parts a sentence into clauses, each of which may have changed its place."""
