"""Plain text: lines and blank lines make blocks, `[[rows]]` rules cut unmarked tables into cells.

Every line is a block; with `paragraphs = "blank-lines"` the lines between two blank ones are one
block, for texts that were wrapped by hand. A line that stands alone, is short and does not end
like a sentence is a heading. A line that fits a `[[rows]]` pattern is a row: each group of the
pattern is a cell, named by its group or by `columns`; a line that repeats the column names is
the table's head. White space between cells, and line ends, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from translator.columns import Blocks, Shape
from translator.document import Block, Code, Content, Piece, Reading, Segment
from translator.errors import TranslatorError, locate
from translator.formats import Format, Option, ReadOptions, Row

# Group 1 is the first character of a line that is not blank.
_LINE = re.compile(r"[^\S\r\n]*+(?:(\S)[^\r\n]*+)?(\r\n|\n|\r|\Z)")
_WORD = re.compile(r"\S+")
_SENTENCE_ENDS = frozenset("。．.!?！？｡；;，,、：:…」』”）)")
_HEADING_LIMIT = 40
_MANY = 65_536
"""About so many characters are parted into lines at a time."""


class _Line(NamedTuple):
    """A line of text: its number, where it stands, its line end, and whether no line stands right beside it."""

    number: int
    start: int
    end: int
    newline: str
    is_alone: bool


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank, in order."""
    waiting: re.Match[str] | None = None
    is_free, at = True, 0
    for number, match in enumerate(_LINE.finditer(text)):
        is_blank = match[1] is None
        if waiting is not None:
            yield _Line(at, waiting.start(), waiting.start(2), waiting[2], is_free and is_blank)
            is_free = is_blank
        if is_blank:
            waiting, is_free = None, True
        else:
            waiting, at = match, number


def _lines_of_one_end(text: str) -> Iterator[tuple[int, int, int, str, bool]]:
    """The same for a text whose lines all end with a line feed, without their numbers and in less time."""
    is_free, low, high, at = True, -1, 0, 0
    while at < len(text):
        stop = text.find("\n", at + _MANY) + 1 or len(text)
        lines = text[at:stop].split("\n")
        if stop < len(text):
            lines.pop()
        for line in lines:
            end = at + len(line)
            is_blank = not line or line.isspace()
            if low >= 0:
                yield 0, low, high, "\n", is_free and is_blank
                is_free = is_blank
            if is_blank:
                low, is_free = -1, True
            else:
                low, high = at, end
            at = end + 1
    if low >= 0:
        yield 0, low, high, "", is_free


def _read(text: str, options: ReadOptions) -> Reading:
    rules = [_Rule.compiled(row, options.path) for row in options.rows]
    _refuse_control(text, options.path)
    parts = {"": text}
    if options.values.get("paragraphs") == "blank-lines":
        return Reading(parts, Blocks.of(_paragraphs(text, rules), parts))
    blocks = Blocks(parts)
    _each(text, rules, blocks)
    return Reading(parts, blocks)


def _refuse_control(text: str, path: str) -> None:
    found = text.find("\0")
    if found >= 0:
        raise TranslatorError(
            "a NUL character: this is no text file; leave it out of the sources", locate(text, found, path)
        )


def _each(text: str, rules: list[_Rule], blocks: Blocks) -> None:
    """Adds every line, or the cells of it."""
    if not rules:
        _lines_alone(text, blocks)
        return
    section = 0
    table = _Table()
    for line in _lines(text):
        _, start, end, newline, is_alone = line
        if (cells := table.cells(line, text[start:end], rules=rules)) is not None:
            for cell in cells:
                blocks.take(replace(cell, section=section))
            continue
        kind = "paragraph"
        if is_alone and _is_title(text[start:end]):
            kind, section = "heading", section + 1
        blocks.stretch(start, end, Shape("", kind, newline), "", (section, -1, -1, -1))


def _lines_alone(text: str, blocks: Blocks) -> None:
    """Adds every line where no rule asks for cells: the same without a value for each line."""
    section, place = 0, (0, -1, -1, -1)
    shapes: dict[tuple[str, str], Shape] = {}
    lines: Iterable[tuple[int, int, int, str, bool]] = _lines(text) if "\r" in text else _lines_of_one_end(text)
    for _, start, end, newline, is_alone in lines:
        kind = "paragraph"
        if is_alone and _is_title(text[start:end]):
            kind, section = "heading", section + 1
            place = (section, -1, -1, -1)
        shape = shapes.get((kind, newline))
        if shape is None:
            shape = shapes[kind, newline] = Shape("", kind, newline)
        blocks.stretch(start, end, shape, "", place)


def _is_title(text: str) -> bool:
    """True where a line that stands alone is short and does not end like a sentence."""
    bare = text.strip()
    return len(bare) <= _HEADING_LIMIT and bare[-1] not in _SENTENCE_ENDS


def _paragraphs(text: str, rules: list[_Rule]) -> Iterator[Block]:
    waiting: list[Piece] = []
    section, form = 0, ""
    table = _Table()
    last = -1
    for line in _lines(text):
        number, start, end, newline, _ = line
        cells = table.cells(line, text[start:end], rules=rules)
        if waiting and (cells is not None or number != last + 1):
            block = _joined(waiting, form, section)
            section = block.section
            yield block
            waiting = []
        last = number
        if cells is None:
            form = form if waiting else newline
            waiting += Piece(start, end, text[start:end]), Piece(end, end + len(newline), "\n")
        else:
            yield from (replace(cell, section=section) for cell in cells)
    if waiting:
        yield _joined(waiting, form, section)


def _joined(lines: list[Piece], form: str, section: int) -> Block:
    """A block of lines and their ends by turns, the last end left out."""
    if len(lines) == 2 and _is_title(str(lines[0].content)):
        return Block((lines[0],), kind="heading", form=form, section=section + 1)
    return Block(tuple(lines[:-1]), form=form, section=section)


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    columns: tuple[str, ...]

    @classmethod
    def compiled(cls, row: Row, path: str) -> _Rule:
        """The rule ready for use; TranslatorError where its columns are not as many as its groups."""
        pattern = re.compile(row.pattern)
        names = {index: name for name, index in pattern.groupindex.items()}
        columns = row.columns or tuple(names.get(i + 1, str(i + 1)) for i in range(pattern.groups))
        if len(columns) != pattern.groups:
            raise TranslatorError(
                f"a [[rows]] pattern has {pattern.groups} groups and {len(columns)} columns; give each group a column"
            )
        return cls(pattern, columns)


class _Table:
    """Follows the lines and knows which table a row belongs to."""

    def __init__(self) -> None:
        self.number = -1
        self.row = 0
        self.last = -2
        self.rule: _Rule | None = None

    def cells(self, line: _Line, text: str, *, rules: list[_Rule]) -> list[Block] | None:
        """The cells of the present line, or None where no rule fits it."""
        for rule in rules:
            spans = _spans(rule, text)
            if spans is None:
                continue
            if rule is not self.rule or line.number != self.last + 1:
                self.number, self.row, self.rule = self.number + 1, -1, rule
            self.row, self.last = self.row + 1, line.number
            return [self._cell(line, text, span, column) for span, column in spans]
        return None

    def _cell(self, line: _Line, text: str, span: tuple[int, int], column: int) -> Block:
        assert self.rule is not None
        piece = Piece(line.start + span[0], line.start + span[1], text[span[0] : span[1]])
        note = f"column “{self.rule.columns[column]}”" if column >= 0 else ""
        cell = Block((piece,), kind="cell", note=note, form=line.newline)
        return replace(cell, table=self.number, row=self.row, column=column)


def _spans(rule: _Rule, text: str) -> list[tuple[tuple[int, int], int]] | None:
    """Cell spans with their column, in order; text between the cells is a cell without a column."""
    match = rule.pattern.fullmatch(text.strip())
    shift = len(text) - len(text.lstrip())
    if match is not None:
        spans = [
            ((match.start(i + 1) + shift, match.end(i + 1) + shift), i)
            for i in range(len(rule.columns))
            if match.start(i + 1) >= 0 and match[i + 1].strip()
        ]
    else:
        words = list(_WORD.finditer(text))
        if tuple(word[0] for word in words) != rule.columns:
            return None
        spans = [(word.span(), i) for i, word in enumerate(words)]
    spans.sort()
    out: list[tuple[tuple[int, int], int]] = []
    at = 0
    for span, column in [*spans, ((len(text),) * 2, -1)]:
        if span[0] < at:
            continue
        if any(map(str.isalnum, text[at : span[0]])):
            out.append(((at, span[0]), -1))
        if column >= 0:
            out.append((span, column))
        at = span[1]
    return out


def _escape(content: Content, segment: Segment) -> str:
    written = "".join([each.data if isinstance(each, Code) else each for each in content])
    newline = segment.form or "\n"
    return written if newline == "\n" else written.replace("\r\n", "\n").replace("\n", newline)


FORMAT = Format(
    "text",
    (".txt", ".text"),
    _read,
    _escape,
    options=(
        Option(
            "paragraphs",
            "lines",
            "`lines`: every line is a block; `blank-lines`: blank lines part them",
            ("lines", "blank-lines"),
        ),
    ),
)
