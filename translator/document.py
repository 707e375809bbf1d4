"""The source side: a Document is its text and an ordered list of spans; export is a splice.

Knows no format, no file and no language. Offsets are indices into the `str` of a part,
half-open; line ends are as they are in the file and a byte order mark is not part of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from translator.frozen import swift

_MANY = 2048
Form = Literal["open", "close", "alone"]


@swift
@dataclass(frozen=True, slots=True)
class Code:
    """Inline markup, kept verbatim.

    `kind` is lower-case letters only (`a`, `b`, `i`, `code`, `img`, `br`, `x` …). `data` is what
    stands in the document. `number` joins an opening Code with its closing one: unique within
    the block as a format hands it over, counted per kind from 1 within a segment.
    """

    kind: str
    data: str
    form: Form = "alone"
    number: int = 0


Content = tuple[str | Code, ...]


@swift
@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block: the span it stands in, and what the translator sees of it.

    Text that differs from its span (an entity, an escape) is its own piece: it is never cut.
    """

    start: int
    end: int
    content: str | Code


@swift
@dataclass(frozen=True, slots=True)
class Block:
    """A unit of layout: paragraph, heading, table cell, list item, cue.

    `pieces` are in order and tile the span from the first piece's start to the last one's end,
    but for gaps that belong to the format (a quote marker at the start of a continued line is a
    Code, not a gap, since a splice replaces whole segments). `kind` and `note` are words for
    people (`heading`, `cell`; `column "結果"`). `form` is the format's own word for how text is
    written at this place; it is handed back to `escape`. `lang` is a declared BCP 47 tag or "".
    `section` counts the parts of a document between headings; `table`, `row` and `column` are
    the cell's coordinates from 0, or -1. `limit` is a width in cells.
    """

    pieces: tuple[Piece, ...]
    part: str = ""
    kind: str = "paragraph"
    note: str = ""
    form: str = ""
    lang: str = ""
    context: str | None = None
    limit: int | None = None
    section: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    is_whole: bool = False
    """True where the block must not be cut into sentences."""

    @property
    def start(self) -> int:
        """The offset of the first piece in the part."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """The offset behind the last piece in the part."""
        return self.pieces[-1].end


@swift
@dataclass(frozen=True, slots=True)
class Kept:
    """A span that is declared "not for translation", with the reason in words."""

    start: int
    end: int
    reason: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format finds in a text: parts (name → text), blocks and kept spans, both in order.

    `lang` is the tag that the document declares for itself as a whole, which blocks that declare nothing
    nearer have as theirs.
    """

    parts: Mapping[str, str]
    blocks: Sequence[Block]
    kept: Sequence[Kept] = ()
    lang: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Foreign:
    """A span inside a segment's text that belongs to another language."""

    start: int
    end: int
    tag: str


@swift
@dataclass(frozen=True, slots=True)
class Language:
    """The answer to "which language is this": tag, confidence 0…1, foreign spans, reason.

    Tags: `zh-Hans`, `zh-Hant`, `ja`, `en`; `zxx` no language in it; `und` undecided. Offsets of
    the foreign spans count code points of the text that was asked about.
    """

    tag: str = "und"
    confidence: float = 0.0
    foreign: tuple[Foreign, ...] = ()
    reason: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Segment:
    """What a translator sees: a sentence of a block, or a whole block.

    `text` is the text without Codes (an `alone` Code that stands for a thing is U+FFFC); the
    foreign spans of `language` are offsets in it. `block` is the index of its block.
    """

    part: str
    start: int
    end: int
    content: Content
    block: int
    kind: str = "paragraph"
    note: str = ""
    form: str = ""
    language: Language = Language()
    context: str | None = None
    limit: int | None = None

    @property
    def text(self) -> str:
        """The words of the segment, without its Codes."""
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's bytes became text: Python codec name, byte order mark, and how sure that is."""

    name: str = "utf-8"
    bom: bytes = b""
    confidence: float = 1.0
    is_declared: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One source file: path, format name, parts (name → text), segments, encoding.

    Segments and blocks are in order. Where there are many they are kept as columns of numbers, and
    an object is made each time that one is asked for (see columns): compare them with `==`.
    """

    path: str
    format: str
    parts: Mapping[str, str]
    segments: Sequence[Segment]
    blocks: Sequence[Block] = ()
    kept: Sequence[Kept] = ()
    encoding: Encoding = field(default_factory=Encoding)


def plain(content: Content) -> str:
    """The text of a content: paired Codes vanish, a `br` is a line break, other Codes are U+FFFC."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join(
        [
            piece
            if isinstance(piece, str)
            else ""
            if piece.form != "alone"
            else "\n"
            if piece.kind == "br"
            else "\ufffc"
            for piece in content
        ]
    )


def codes(content: Content) -> tuple[Code, ...]:
    """The Codes of a content, in order."""
    return tuple(piece for piece in content if isinstance(piece, Code))


def splice(text: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    """The text with spans replaced, everything else copied.

    `replacements` are (start, end, new text), in order and without overlap; ValueError if not.

    >>> splice("一二三四", [(1, 2, "two"), (3, 3, "+")])
    '一two三+四'
    """
    return "".join(stretches(text, replacements))


def stretches(text: str, replacements: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """What `splice` gives, piece by piece in texts of some length; joined they are the copy."""
    out: list[str] = []
    at = 0
    for start, end, new in replacements:
        if start < at or end < start:
            raise ValueError(f"span {start}:{end} overlaps or is out of order after {at}")
        out += text[at:start], new
        at = end
        if len(out) > _MANY:
            # Short texts take several times the room of their characters.
            yield "".join(out)
            out.clear()
    out.append(text[at:])
    yield "".join(out)
