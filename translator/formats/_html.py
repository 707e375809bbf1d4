"""HTML inside any document: a stretch of markup becomes blocks and kept spans, text is written back.

What the HTML and the Markdown format share. `read_fragment` reads the stretch between two offsets
of a text; `escape` writes a segment whose `form` starts with `html`; `inline_kind` names the
Codes of inline tags inside other markup, so that the same bold has the same msgid everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from translator.document import Block, Kept
from translator.formats._html_names import inline_kind
from translator.formats._html_reader import Reader, Settings
from translator.formats._html_text import escape, foreign, pieces
from translator.formats._html_tokens import REFERENCE, TAG, reference, unescape

__all__ = (
    "REFERENCE",
    "TAG",
    "Fragment",
    "Settings",
    "escape",
    "foreign",
    "inline_kind",
    "pieces",
    "read_fragment",
    "reference",
    "unescape",
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Blocks and kept spans of a stretch, in order, and the counters after it; whether it is left `off`."""

    blocks: tuple[Block, ...]
    kept: tuple[Kept, ...]
    section: int
    tables: int
    is_off: bool = False


def read_fragment(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    settings: Settings | None = None,
    section: int = 0,
    tables: int = 0,
    is_off: bool = False,
) -> Fragment:
    """The blocks and kept spans of text[start:end]; offsets are those of the whole text.

    Every element that is open at the end is closed there. `section` and `tables` are the counters
    before it; `is_off`: an author's comment before it said so. Every letter of the stretch lies in a block or in a kept span.
    """
    reader = Reader(text, settings or Settings(), section=section, tables=tables, is_off=is_off)
    reader.read(start, len(text) if end is None else end)
    return Fragment(tuple(reader.blocks), tuple(reader.kept), reader.section, reader.tables, bool(reader.off))
