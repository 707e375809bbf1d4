"""HTML inside any document: a stretch of markup becomes blocks and kept spans, text is written back.

What the HTML and the Markdown format share. `read_fragment` reads the stretch between two offsets
of a text; `escape` writes a segment whose `form` starts with `html`; `TAG` and `inline_kind` are
for inline tags inside other markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from translator.document import Block, Content, Kept, Segment


@dataclass(frozen=True, slots=True)
class Fragment:
    """Blocks and kept spans of a stretch, in order, and the section and table counters after it."""

    blocks: tuple[Block, ...]
    kept: tuple[Kept, ...]
    section: int
    tables: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How HTML is read: the format's own options, and whether the text follows XML's rules."""

    keeps_readings: bool = False
    keeps_code: bool = False
    is_xml: bool = False
    lang: str = ""


def read_fragment(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    settings: Settings | None = None,
    section: int = 0,
    tables: int = 0,
) -> Fragment:
    """The blocks and kept spans of text[start:end]; offsets are those of the whole text."""
    raise NotImplementedError


def escape(content: Content, segment: Segment) -> str:
    """The content as HTML for the place that `segment.form` (`html …`) names."""
    raise NotImplementedError


def inline_kind(name: str) -> str:
    """The kind of a Code for an element: `strong` and `b` are `b`, `em` and `i` are `i`."""
    raise NotImplementedError
