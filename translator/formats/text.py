"""Plain text: lines and blank lines make blocks, `[[rows]]` rules cut unmarked tables into cells.

Every line is a block; with `paragraphs = "blank-lines"` the lines between two blank ones are one
block, for texts that were wrapped by hand. A line that stands alone, is short and does not end
like a sentence is a heading. A line that fits a `[[rows]]` pattern is a row: each group of the
pattern is a cell, named by its group or by `columns`; a line that repeats the column names is
the table's head. White space between cells, and line ends, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from translator.document import Block, Code, Content, Piece, Reading, Segment
from translator.errors import TranslatorError, locate
from translator.formats import Format, Option, ReadOptions, Row

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_SENTENCE_END = re.compile(r"[。．.!?！？｡；;，,、：:…」』”）)]$")
_HEADING_LIMIT = 40


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    newline: str


def _read(text: str, options: ReadOptions) -> Reading:
    rules = [_Rule.compiled(row, options.path) for row in options.rows]
    lines = [_Line(m.start(1), m.end(1), m[1], m[2]) for m in _LINE.finditer(text) if m[0]]
    _refuse_control(text, options.path)
    joins = options.values.get("paragraphs") == "blank-lines"
    blocks = tuple(_paragraphs(lines, rules) if joins else _blocks(lines, rules))
    return Reading({"": text}, blocks)


def _refuse_control(text: str, path: str) -> None:
    found = text.find("\0")
    if found >= 0:
        raise TranslatorError(
            "a NUL character: this is no text file; leave it out of the sources", locate(text, found, path)
        )


def _blocks(lines: list[_Line], rules: list[_Rule]) -> Iterator[Block]:
    section = 0
    table = _Table()
    for number, line in enumerate(lines):
        if not line.text.strip():
            continue
        cells = table.cells(line, number, rules)
        if cells is not None:
            yield from (replace(cell, section=section) for cell in cells)
            continue
        is_heading = _is_heading(lines, number)
        section += is_heading
        kind = "heading" if is_heading else "paragraph"
        yield Block((Piece(line.start, line.end, line.text),), kind=kind, form=line.newline, section=section)


def _is_heading(lines: list[_Line], number: int) -> bool:
    text = lines[number].text.strip()
    alone = (number == 0 or not lines[number - 1].text.strip()) and (
        number + 1 >= len(lines) or not lines[number + 1].text.strip()
    )
    return alone and len(text) <= _HEADING_LIMIT and not _SENTENCE_END.search(text)


def _paragraphs(lines: list[_Line], rules: list[_Rule]) -> Iterator[Block]:
    waiting: list[_Line] = []
    section = 0
    table = _Table()
    for number, line in enumerate(lines):
        cells = table.cells(line, number, rules) if line.text.strip() else []
        if cells is None:
            waiting.append(line)
            continue
        if waiting:
            block = _joined(waiting)
            section += block.kind == "heading"
            yield replace(block, section=section)
            waiting = []
        yield from (replace(cell, section=section) for cell in cells)
    if waiting:
        block = _joined(waiting)
        yield replace(block, section=section + (block.kind == "heading"))


def _joined(lines: list[_Line]) -> Block:
    pieces: list[Piece] = []
    for line in lines:
        pieces.append(Piece(line.start, line.end, line.text))
        pieces.append(Piece(line.end, line.end + len(line.newline), "\n" if line.newline else ""))
    pieces.pop()
    is_heading = len(lines) == 1 and _is_heading(lines, 0)
    return Block(tuple(pieces), kind="heading" if is_heading else "paragraph", form=lines[0].newline)


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    columns: tuple[str, ...]

    @classmethod
    def compiled(cls, row: Row, path: str) -> _Rule:
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

    def cells(self, line: _Line, number: int, rules: list[_Rule]) -> list[Block] | None:
        """The cells of a line, or None where no rule fits it."""
        for rule in rules:
            spans = _spans(rule, line)
            if spans is None:
                continue
            if rule is not self.rule or number != self.last + 1:
                self.number, self.row, self.rule = self.number + 1, -1, rule
            self.row, self.last = self.row + 1, number
            return [self._cell(line, span, column) for span, column in spans]
        return None

    def _cell(self, line: _Line, span: tuple[int, int], column: int) -> Block:
        assert self.rule is not None
        piece = Piece(line.start + span[0], line.start + span[1], line.text[span[0] : span[1]])
        note = f"column “{self.rule.columns[column]}”" if column >= 0 else ""
        cell = Block((piece,), kind="cell", note=note, form=line.newline)
        return replace(cell, table=self.number, row=self.row, column=column)


def _spans(rule: _Rule, line: _Line) -> list[tuple[tuple[int, int], int]] | None:
    """Cell spans with their column, in order; text between the cells is a cell without a column."""
    match = rule.pattern.fullmatch(line.text.strip())
    shift = len(line.text) - len(line.text.lstrip())
    if match is not None:
        spans = [
            ((match.start(i + 1) + shift, match.end(i + 1) + shift), i)
            for i in range(len(rule.columns))
            if match.start(i + 1) >= 0 and match[i + 1].strip()
        ]
    else:
        words = list(re.finditer(r"\S+", line.text))
        if tuple(word[0] for word in words) != rule.columns:
            return None
        spans = [(word.span(), i) for i, word in enumerate(words)]
    spans.sort()
    out: list[tuple[tuple[int, int], int]] = []
    at = 0
    for span, column in [*spans, ((len(line.text),) * 2, -1)]:
        if span[0] < at:
            continue
        if any(map(str.isalnum, line.text[at : span[0]])):
            out.append(((at, span[0]), -1))
        if column >= 0:
            out.append((span, column))
        at = span[1]
    return out


def _escape(content: Content, segment: Segment) -> str:
    written = "".join(each.data if isinstance(each, Code) else each for each in content)
    newline = segment.form or "\n"
    return written if newline == "\n" else written.replace("\r\n", "\n").replace("\n", newline)


FORMAT = Format(
    "text",
    (".txt", ".text"),
    _read,
    _escape,
    options=(Option("paragraphs", "lines", "`lines`: every line is a block; `blank-lines`: blank lines part them"),),
)
