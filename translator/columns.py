"""Blocks and segments of a long document as columns of numbers: an object is made when it is asked for.

A line of text as a Block, its Piece and its Segment takes ten times the room of its characters,
and most are one stretch of text as it stands: two offsets say it all.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import chain, islice, repeat, starmap
from operator import attrgetter
from typing import NamedTuple

from translator.document import Block, Code, Content, Language, Piece, Segment, plain
from translator.lazy import Column

UNDECIDED = Language()
JOINED: Content = ()
"""Stands for the content of a segment that is its whole block, whose pieces are all text."""
_PLAIN = -1
_SHORT = 2
"""Contents that are not what stands in the text are kept once each where they are so short."""
_OFTEN = 4
"""One in so many segments whose content is not what stands in the text makes them worth going through one by one."""
_FEW = 64
_FIELDS: Callable[[Segment], Row] = attrgetter(*[each.name for each in fields(Segment)])


class Shape(NamedTuple):
    """What many blocks have in common: all but their pieces, notes and coordinates."""

    part: str = ""
    kind: str = "paragraph"
    form: str = ""
    lang: str = ""
    context: str | None = None
    limit: int | None = None
    is_whole: bool = False


Place = tuple[int, int, int, int]
"""Section, table, row and column of a block."""
NOWHERE: Place = (0, -1, -1, -1)
Span = tuple[int, int, str | Code | None]
"""Start and end of a piece, and its content, or None where the text stands as it is."""
Row = tuple[str, int, int, Content, int, str, str, str, Language, str | None, int | None]
"""The fields of a Segment, in order."""


class Blocks(Column[Block]):
    """The blocks of a text's parts, in order, as a format adds them."""

    __slots__ = (
        "_first",
        "_known",
        "_last_number",
        "_last_shape",
        "_notes",
        "_numbers",
        "_parts",
        "_places",
        "_said",
        "_shape_of",
        "_shapes",
        "_spans",
    )

    def __init__(self, parts: Mapping[str, str]) -> None:
        self._parts = parts
        # Start and end of every piece, what it says (a number in `_known`, or what stands there), and which
        # piece is the first of each block.
        self._spans, self._said, self._first = array("I"), array("i"), array("I")
        self._known: list[str | Code] = []
        self._shapes: list[Shape] = []
        self._numbers: dict[str | Code | Shape, int] = {}
        self._shape_of, self._places = array("I"), array("i")
        self._last_shape: Shape | None = None
        self._last_number = 0
        self._notes: list[str] = []

    @classmethod
    def of(cls, blocks: Iterable[Block], parts: Mapping[str, str]) -> Blocks:
        """Blocks that were made one by one."""
        found = cls(parts)
        for block in blocks:
            found.take(block)
        return found

    def take(self, block: Block) -> None:
        """Adds a block that is there."""
        shape = Shape(block.part, block.kind, block.form, block.lang, block.context, block.limit, block.is_whole)
        self.add(block.pieces, shape, block.note, (block.section, block.table, block.row, block.column))

    def add(self, pieces: Iterable[Piece], shape: Shape, note: str = "", place: Place = NOWHERE) -> None:
        """Adds a block of these pieces."""
        spans, said = self._spans, self._said
        text = self._parts[shape.part]
        self._begin(shape, note, place)
        for piece in pieces:
            start, end, content = piece.start, piece.end, piece.content
            spans.append(start)
            spans.append(end)
            is_plain = isinstance(content, str) and end - start == len(content) and text.startswith(content, start)
            said.append(_PLAIN if is_plain else self._number(content))

    def lay(self, spans: Iterable[Span], shape: Shape, *, note: str = "", place: Place = NOWHERE) -> None:
        """Adds a block of these pieces."""
        self._begin(shape, note, place)
        add, say = self._spans.append, self._said.append
        for start, end, content in spans:
            add(start)
            add(end)
            say(_PLAIN if content is None else self._number(content))

    def stretch(self, start: int, end: int, shape: Shape, note: str = "", place: Place = NOWHERE) -> None:
        """Adds a block that is one stretch of text as it stands."""
        self._begin(shape, note, place)
        add = self._spans.append
        add(start)
        add(end)
        self._said.append(_PLAIN)

    def _begin(self, shape: Shape, note: str, place: Place) -> None:
        if shape is not self._last_shape:
            # Most blocks are like the one before.
            number = self._numbers.get(shape)
            if number is None:
                number = self._numbers[shape] = len(self._shapes)
                self._shapes.append(shape)
            self._last_shape, self._last_number = shape, number
        self._shape_of.append(self._last_number)
        self._notes.append(note)
        self._places.extend(place)
        self._first.append(len(self._said))

    def _number(self, content: str | Code) -> int:
        is_short = len(content) <= _SHORT if isinstance(content, str) else content.number < _FEW
        number = self._numbers.get(content) if is_short else None
        if number is None:
            number = len(self._known)
            self._known.append(content)
            if is_short:
                self._numbers[content] = number
        return number

    def __len__(self) -> int:
        return len(self._first)

    def places(self, name: str) -> Sequence[int]:
        """The coordinate of each block that is called `section`, `table`, `row` or `column`."""
        return self._places[("section", "table", "row", "column").index(name) :: 4]

    def langs(self) -> Iterator[str]:
        """The declared language of each block."""
        known = [shape.lang for shape in self._shapes]
        return map(known.__getitem__, self._shape_of)

    def having(self, fits: Callable[[Code], object]) -> list[int]:
        """The indices of the blocks that hold a Code which fits, in order."""
        wanted = {number for number, each in enumerate(self._known) if isinstance(each, Code) and fits(each)}
        if not wanted:
            return []
        places = [at for at, number in enumerate(self._said) if number in wanted]
        return list(dict.fromkeys([bisect_right(self._first, at) - 1 for at in places]))

    def has_limits(self) -> bool:
        """Whether any block has a limit of its width."""
        return any(shape.limit for shape in self._shapes)

    def facts(self, index: int) -> tuple[Shape, str]:
        """The shape and the note of a block."""
        return self._shapes[self._shape_of[index]], self._notes[index]

    def stretches(self) -> Iterator[tuple[int, int, Shape]]:
        """(start, end, shape) of each block; start is -1 where it is not one stretch of text as it stands."""
        spans, said, first = self._spans, self._said, self._first
        shapes = map(self._shapes.__getitem__, self._shape_of)
        last = len(said)
        if last == len(first) and max(said, default=_PLAIN) == _PLAIN:
            return zip(spans[::2], spans[1::2], shapes, strict=True)
        highs = chain(islice(first, 1, None), (last,))
        return (
            (spans[2 * low] if high - low == 1 and said[low] == _PLAIN else -1, spans[2 * low + 1], shape)
            for low, high, shape in zip(first, highs, shapes, strict=True)
        )

    def said(self, index: int) -> tuple[Sequence[int], Sequence[int], list[str | Code]]:
        """Where the pieces of a block start, where they end, and what they say."""
        first, said, known = self._first, self._said, self._known
        low = first[index]
        high = first[index + 1] if index + 1 < len(first) else len(said)
        starts, ends = self._spans[2 * low : 2 * high : 2], self._spans[2 * low + 1 : 2 * high : 2]
        text = self._parts[self._shapes[self._shape_of[index]].part]
        return (
            starts,
            ends,
            [
                text[start:end] if number < 0 else known[number]
                for start, end, number in zip(starts, ends, said[low:high], strict=True)
            ],
        )

    def pieces(self, index: int) -> tuple[Piece, ...]:
        """The pieces of a block."""
        return tuple(map(Piece, *self.said(index)))

    def _made(self, index: int) -> Block:
        (part, kind, form, lang, context, limit, is_whole), note = self.facts(index)
        section, table, row, column = self._places[4 * index : 4 * index + 4]
        pieces = self.pieces(index)
        return Block(pieces, part, kind, note, form, lang, context, limit, section, table, row, column, is_whole)


class Segments(Column[Segment]):
    """The segments of blocks, in order, as a cut adds them."""

    __slots__ = ("_blocks", "_contents", "_contexts", "_ends", "_languages", "_numbers", "_parts", "_starts")

    def __init__(self, blocks: Sequence[Block], parts: Mapping[str, str]) -> None:
        self._blocks, self._parts = blocks, parts
        self._starts, self._ends, self._numbers = array("I"), array("I"), array("I")
        # Contents that are not what stands in the text.
        self._contents: dict[int, Content] = {}
        self._contexts: dict[int, str | None] = {}
        self._languages: Sequence[Language] | Callable[[], Sequence[Language]] = ()

    def __getstate__(self) -> object:
        self.languages()
        return super().__getstate__()

    def take(self, segment: Segment) -> None:
        """Adds a segment of a block that is there."""
        start, end, content = segment.start, segment.end, segment.content
        text = content[0] if len(content) == 1 else None
        is_plain = isinstance(text, str) and text == self._parts[segment.part][start:end]
        self.add(start, end, segment.block, None if is_plain else content)
        if segment.context != self._facts(segment.block)[0].context:
            self._contexts[len(self._starts) - 1] = segment.context

    def add(self, start: int, end: int, block: int, content: Content | None = None) -> None:
        """Adds a segment of a block; its content is what stands in the text, or JOINED, or another one."""
        if content is not None:
            self._contents[len(self._starts)] = content
        self._starts.append(start)
        self._ends.append(end)
        self._numbers.append(block)

    def adders(self) -> tuple[Callable[[int], None], Callable[[int], None], Callable[[int], None]]:
        """Functions that add a segment's start, its end and its block, for many whose content is what stands in the text."""
        return self._starts.append, self._ends.append, self._numbers.append

    def tell(self, languages: Sequence[Language] | Callable[[], Sequence[Language]]) -> None:
        """Sets the languages of all segments, or who finds them once they are asked for."""
        self._languages = languages

    def languages(self) -> Sequence[Language]:
        """The language of each segment; empty where none was told."""
        if callable(self._languages):
            self._languages = self._languages()
        return self._languages

    def __len__(self) -> int:
        return len(self._starts)

    def numbers(self) -> Sequence[int]:
        """The index of each segment's block."""
        return self._numbers

    def span(self, index: int) -> tuple[int, int]:
        """Where a segment stands in its part."""
        return self._starts[index], self._ends[index]

    def texts(self) -> Collection[str]:
        """The text of each segment, made each time that they are gone through."""
        return _Texts(self)

    def each_text(self) -> Iterator[str]:
        """The texts in order."""
        only = next(iter(self._parts.values())) if len(self._parts) == 1 else ""
        if not only:
            return map(plain, map(self.content, range(len(self._starts))))
        stretches = map(only.__getitem__, map(slice, self._starts, self._ends))
        if not self._contents:
            return stretches
        if _OFTEN * len(self._contents) > len(self._starts):
            content = self._contents.get
            return (
                plain(self.content(index)) if content(index) is not None else stretch
                for index, stretch in enumerate(stretches)
            )
        return chain.from_iterable(self._corrected(stretches))

    def _corrected(self, stretches: Iterator[str]) -> Iterator[Iterable[str]]:
        """The texts in pieces that come one after the other, where some are not the stretches that stand in the part."""
        at = 0
        for index in self._contents:
            yield islice(stretches, index - at)
            next(stretches)
            yield (plain(self.content(index)),)
            at = index + 1
        yield stretches

    def __iter__(self) -> Iterator[Segment]:
        return self.each(self.languages() or repeat(UNDECIDED))

    def each(self, languages: Iterable[Language] = repeat(UNDECIDED)) -> Iterator[Segment]:
        """The segments in order, of these languages."""
        return starmap(Segment, self.rows(languages))

    def rows(self, languages: Iterable[Language]) -> Iterator[Row]:
        """The fields of each segment in order, for who needs no object."""
        last, part, kind, note, form, context, limit = -1, "", "", "", "", None, None
        texts = self._parts
        contents = self._contents
        columns = zip(self._starts, self._ends, self._numbers, languages, strict=False)
        for index, (start, end, number, language) in enumerate(columns):
            if number != last:
                (part, kind, form, _, context, limit, _), note = self._facts(number)
                last = number
            content = self.content(index) if index in contents else (texts[part][start:end],)
            own = self._contexts.get(index, context) if self._contexts else context
            yield part, start, end, content, number, kind, note, form, language, own, limit

    def content(self, index: int) -> Content:
        """The content of a segment."""
        content = self._contents.get(index)
        if content is None:
            part = self._facts(self._numbers[index])[0].part
            return (self._parts[part][self._starts[index] : self._ends[index]],)
        if content:
            return content
        pieces = self._blocks[self._numbers[index]].pieces
        return ("".join([each.content for each in pieces if isinstance(each.content, str)]),)

    def _facts(self, number: int) -> tuple[Shape, str]:
        if isinstance(self._blocks, Blocks):
            return self._blocks.facts(number)
        block = self._blocks[number]
        shape = Shape(block.part, block.kind, block.form, block.lang, block.context, block.limit, block.is_whole)
        return shape, block.note

    def _made(self, index: int) -> Segment:
        number = self._numbers[index]
        (part, kind, form, _, context, limit, _), note = self._facts(number)
        if self._contexts:
            context = self._contexts.get(index, context)
        languages = self.languages()
        language = languages[index] if languages else UNDECIDED
        span = self._starts[index], self._ends[index]
        return Segment(part, *span, self.content(index), number, kind, note, form, language, context, limit)


def undecided(segments: Sequence[Segment]) -> Iterable[Segment]:
    """The segments in order, for who does not look at their languages: finding them takes longest of all."""
    return segments.each() if isinstance(segments, Segments) else segments


def rows_of(segments: Sequence[Segment], *, is_decided: bool = True) -> Iterator[Row]:
    """The fields of each segment, in order; unless `is_decided`, for who does not look at their languages."""
    if isinstance(segments, Segments):
        return segments.rows((is_decided and segments.languages()) or repeat(UNDECIDED))
    return map(_FIELDS, segments)


def has_limits(blocks: Sequence[Block]) -> bool:
    """Whether any block has a limit of its width."""
    return blocks.has_limits() if isinstance(blocks, Blocks) else any(each.limit for each in blocks)


def languages_of(segments: Sequence[Segment]) -> Iterable[Language]:
    """The languages of segments, in order."""
    known = segments.languages() if isinstance(segments, Segments) else ()
    return known or [each.language for each in segments]


def blocks_of(segments: Sequence[Segment]) -> Sequence[int]:
    """The index of the block of each segment."""
    return segments.numbers() if isinstance(segments, Segments) else [each.block for each in segments]


class _Texts(Column[str]):
    """The texts of segments."""

    __slots__ = ("_segments",)

    def __init__(self, segments: Segments) -> None:
        self._segments = segments

    def __len__(self) -> int:
        return len(self._segments)

    def __iter__(self) -> Iterator[str]:
        return self._segments.each_text()

    def _made(self, index: int) -> str:
        return plain(self._segments.content(index))
