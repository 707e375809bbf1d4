"""The form of a segment: where in Markdown its text stands, and which labels would turn text into links."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from translator.formats.markdown.inline import Labels

_ESCAPED = " escaped"
RUNNING = frozenset({"paragraph", "setext", "cell at line start", "heading", "title", "cell"})
"""The places of text that may hold inline markup."""


@dataclass(frozen=True, slots=True)
class Place:
    """`name` is the leaf's kind (`paragraph`, `heading`, `cell`, `link title "` …).

    `has_escapes` is true where the document's author wrote characters of the block as escapes.
    """

    name: str
    has_escapes: bool
    labels: Labels


@lru_cache(maxsize=64)
def form_of(name: str, has_escapes: bool, labels: Labels) -> str:
    """The form that `place_of` reads back."""
    head = name + _ESCAPED * has_escapes + (" math" if labels.has_math else "")
    return "\n".join([head, *sorted(labels.links), *sorted("^" + each for each in labels.footnotes)])


@lru_cache(maxsize=64)
def place_of(form: str) -> Place:
    """Where a segment stands, by its form.

    >>> place_of(form_of("cell", True, Labels(frozenset({"a"})))).name
    'cell'
    """
    head, *labels = form.split("\n")
    has_math = head.endswith(" math")
    head = head.removesuffix(" math")
    known = Labels(
        frozenset(each for each in labels if not each.startswith("^")),
        frozenset(each[1:] for each in labels if each.startswith("^")),
        has_math,
    )
    return Place(head.removesuffix(_ESCAPED), head.endswith(_ESCAPED), known)
