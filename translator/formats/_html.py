"""HTML inside any document: a stretch of markup becomes blocks and kept spans, text is written back.

What the HTML and the Markdown format share. `read_fragment` reads the stretch between two offsets
of a text; `escape` writes a segment whose `form` starts with `html`; `inline_kind` names the
Codes of inline tags inside other markup, so that the same bold has the same msgid everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator import columns
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

_LONG = 500_000
"""From so many characters on, blocks are held as columns of numbers."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Blocks and kept spans of a stretch, in order, the counters after it, whether it is left `off`, the page's `lang`."""

    blocks: Sequence[Block]
    kept: tuple[Kept, ...]
    section: int
    tables: int
    is_off: bool = False
    lang: str = ""


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
    found = columns.Blocks({"": text}) if (len(text) if end is None else end) - start > _LONG else None

    def drain(blocks: list[Block]) -> None:
        """Moves blocks that are finished into the columns."""
        assert found is not None
        for block in blocks:
            found.take(block)
        blocks.clear()

    if found is not None:
        reader.drain = drain
    reader.read(start, len(text) if end is None else end)
    if found is not None:
        drain(reader.found.blocks)
    return Fragment(
        tuple(reader.found.blocks) if found is None else found,
        tuple(reader.found.kept),
        reader.found.section,
        reader.found.tables,
        bool(reader.off),
        reader.lang,
    )
