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

_NEWLINE = re.compile(r"(\r\n|\n|\r)")
_WORD = re.compile(r"\S+")
_SENTENCE_ENDS = frozenset("。．.!?！？｡；;，,、：:…」』”）)")
_HEADING_LIMIT = 40


@dataclass(slots=True)
class _Lines:
    """A text's lines and their ends, the index of one of them, and where it starts."""

    texts: list[str]
    newlines: list[str]
    number: int = 0
    start: int = 0

    @classmethod
    def of(cls, text: str) -> _Lines:
        """A text cut at CRLF, LF or CR; the last line has no end."""
        newline = "\r\n" if "\r" in text else "\n"
        if newline == "\r\n" and not text.count("\r\n") == text.count("\r") == text.count("\n"):
            parts = _NEWLINE.split(text)
            return cls(parts[::2], [*parts[1::2], ""])
        texts = text.split(newline)
        return cls(texts, [newline] * (len(texts) - 1) + [""])

    def each(self) -> Iterator[tuple[str, str]]:
        """(text, line end) of each line; `number` and `start` follow."""
        for text, newline in zip(self.texts, self.newlines, strict=True):
            yield text, newline
            self.start += len(text) + len(newline)
            self.number += 1

    def is_alone(self) -> bool:
        """True where no line of text stands right before or after the present one."""
        texts, after = self.texts, self.number + 1
        if after < len(texts) and texts[after] and not texts[after].isspace():
            return False
        before = texts[after - 2] if after > 1 else ""
        return not before or before.isspace()


def _read(text: str, options: ReadOptions) -> Reading:
    rules = [_Rule.compiled(row, options.path) for row in options.rows]
    _refuse_control(text, options.path)
    joins = options.values.get("paragraphs") == "blank-lines"
    lines = _Lines.of(text)
    return Reading({"": text}, tuple(_paragraphs(lines, rules) if joins else _blocks(lines, rules)))


def _refuse_control(text: str, path: str) -> None:
    found = text.find("\0")
    if found >= 0:
        raise TranslatorError(
            "a NUL character: this is no text file; leave it out of the sources", locate(text, found, path)
        )


def _blocks(lines: _Lines, rules: list[_Rule]) -> Iterator[Block]:
    section = 0
    table = _Table()
    for text, newline in lines.each():
        if not text or text.isspace():
            continue
        if rules and (cells := table.cells(lines, text, rules)) is not None:
            yield from (replace(cell, section=section) for cell in cells)
            continue
        kind = "paragraph"
        if lines.is_alone() and _is_title(text):
            kind, section = "heading", section + 1
        piece = Piece(lines.start, lines.start + len(text), text)
        yield Block((piece,), kind=kind, form=newline, section=section)


def _is_title(text: str) -> bool:
    """True where a line that stands alone is short and does not end like a sentence."""
    bare = text.strip()
    return len(bare) <= _HEADING_LIMIT and bare[-1] not in _SENTENCE_ENDS


def _paragraphs(lines: _Lines, rules: list[_Rule]) -> Iterator[Block]:
    waiting: list[Piece] = []
    section, form = 0, ""
    table = _Table()
    for text, newline in lines.each():
        is_blank = not text or text.isspace()
        cells = [] if is_blank else table.cells(lines, text, rules)
        if cells is None:
            form = form if waiting else newline
            end = lines.start + len(text)
            waiting += Piece(lines.start, end, text), Piece(end, end + len(newline), "\n")
            continue
        if waiting:
            block = _joined(waiting, form, section)
            section = block.section
            yield block
            waiting = []
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

    def cells(self, lines: _Lines, text: str, rules: list[_Rule]) -> list[Block] | None:
        """The cells of the present line, or None where no rule fits it."""
        for rule in rules:
            spans = _spans(rule, text)
            if spans is None:
                continue
            if rule is not self.rule or lines.number != self.last + 1:
                self.number, self.row, self.rule = self.number + 1, -1, rule
            self.row, self.last = self.row + 1, lines.number
            return [self._cell(lines, text, span, column) for span, column in spans]
        return None

    def _cell(self, lines: _Lines, text: str, span: tuple[int, int], column: int) -> Block:
        assert self.rule is not None
        piece = Piece(lines.start + span[0], lines.start + span[1], text[span[0] : span[1]])
        note = f"column “{self.rule.columns[column]}”" if column >= 0 else ""
        cell = Block((piece,), kind="cell", note=note, form=lines.newlines[lines.number])
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
    options=(Option("paragraphs", "lines", "`lines`: every line is a block; `blank-lines`: blank lines part them"),),
)
