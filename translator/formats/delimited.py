"""CSV and TSV: every cell with a letter is a block; delimiter, quotes and line ends stay as they are.

The delimiter is the one of `,` `;` tab and `|` that cuts the first records most evenly, or the one
named by `delimiter`, or by a `sep=;` line. Cells in quotes, doubled quotes, line breaks in cells
and ragged rows are read as Excel and Python's csv module read them; a quote that is never closed is
refused. A TSV whose quotes close nowhere before a tab or a line end has no quoting: IANA's TSV.

The first row is the head where its cells are filled, distinct, short and hold letters; `header`
overrules that. Head cells are translated like others (`header = "kept"`: they are not). The note of
a cell names its column; `columns` chooses by name (`*` fits anything, `!name` leaves out, `2` is
the second). A column called `ja` or `zh-CN` declares the language of its cells.

A cell is cut into sentences, quoted or not: whether it needs quotes is decided when all of its
sentences are in place. An export creates no formula: a cell that starts with `=` `+` `-` or `@`
where its source did not gets the apostrophe that OWASP advises (CSV Injection), unless it is a
number; cells whose source is a formula are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from sys import intern

from translator.columns import Blocks, Shape
from translator.document import Block, Code, Content, Kept, Piece, Reading, Segment
from translator.errors import Location, TranslatorError, locate, shorten
from translator.formats import Format, Option, ReadOptions
from translator.formats._paths import declared

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 100
_HEAD_LIMIT = 60
_LETTER = re.compile(r"[^\W\d_]")
_SEPARATOR_LINE = re.compile(r"sep=(.)(?:\r\n|\n|\r)", re.IGNORECASE)
_FORMULA = re.compile(r"=\s*[A-Za-z_.]+[A-Za-z0-9_.]*\(.*\)\s*", re.DOTALL)
_TRIGGER = re.compile(r"\s*([=+\-@＝＋－＠])")
_NUMBER = re.compile(r"\s*[-+－＋]?[0-9０-９.,:/%\s-]*")
_CALL = re.compile(r"[|!(]")
_NEWLINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How cells are parted and quoted; `quote` is empty where nothing is."""

    delimiter: str
    quote: str

    def fields(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """The fields in order: groups are the inside of quotes, what follows them, a bare field, the end."""
        return _field(self.delimiter, self.quote).finditer(text, start)


@lru_cache(maxsize=64)
def _field(delimiter: str, quote: str) -> re.Pattern[str]:
    d, q = re.escape(delimiter), re.escape(quote)
    quoted = rf"{q}((?>(?:(?>(?:[^{q}]++|{q}{q}){{1,999}}))*)){q}([^{d}\r\n]*+)" if quote else r"(?!)()()"
    return re.compile(rf"(?:{quoted}|([^{d}\r\n]*+))({d}|\r\n|\n|\r|\Z)")


def _read_csv(text: str, options: ReadOptions) -> Reading:
    return _read(text, options, is_tsv=False)


def _read_tsv(text: str, options: ReadOptions) -> Reading:
    return _read(text, options, is_tsv=True)


def _read(text: str, options: ReadOptions, *, is_tsv: bool) -> Reading:
    found = text.find("\0")
    if found >= 0:
        raise TranslatorError("a NUL character: this is no table; leave it out", locate(text, found, options.path))
    line = _SEPARATOR_LINE.match(text)
    start = line.end() if line else 0
    dialect = _dialect(text, options, line[1] if line else "", is_tsv=is_tsv)
    table = _Table(text, dialect, start, options)
    table.read()
    kept = ([Kept(0, start, "the line that names the delimiter")] if line else []) + table.kept
    return Reading(table.parts, table.blocks, tuple(kept))


def _dialect(text: str, options: ReadOptions, named: str, *, is_tsv: bool) -> _Dialect:
    wanted = str(options.values.get("delimiter", "auto"))
    quote = str(options.values.get("quote", '"'))
    delimiter = {"tab": "\t", "\\t": "\t", "auto": ""}.get(wanted, wanted)
    if len(delimiter) > 1 or (delimiter in "\r\n\"'" and delimiter):
        raise TranslatorError(
            f"`delimiter` is “{shorten(wanted)}”; name one character, or auto", Location(options.path)
        )
    if len(quote) > 1:
        raise TranslatorError(f"`quote` is “{shorten(quote)}”; name one character, or none", Location(options.path))
    if not delimiter:
        delimiter = named or ("\t" if is_tsv else _likely(text, quote))
    dialect = _Dialect(delimiter, quote)
    if is_tsv and quote and any(_is_misquoted(field, quote) for field in dialect.fields(text)):
        return _Dialect(delimiter, "")
    return dialect


def _is_misquoted(field: re.Match[str], quote: str) -> bool:
    return bool(field[2]) if field[3] is None else field[3].startswith(quote)


def _likely(text: str, quote: str) -> str:
    """The delimiter that cuts the first records most evenly into more than one field."""
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        widths: list[int] = []
        width = 0
        for field in _Dialect(delimiter, quote).fields(text):
            width += 1
            if field[4] != delimiter:
                if width > 1 or field.end() > field.start() + len(field[4]):
                    widths.append(width)
                width = 0
                if len(widths) == _SAMPLE:
                    break
        common = [(count, wide) for wide, count in Counter(widths).items() if wide > 1]
        if common:
            count, wide = max(common)
            score = count / len(widths) + min(wide, 50) / 1000
            if score > best_score:
                best, best_score = delimiter, score
    return best


class _Table:
    """One pass over the records, in which `blocks` and `kept` fill."""

    def __init__(self, text: str, dialect: _Dialect, start: int, options: ReadOptions) -> None:
        self.text, self.path, self.dialect, self.start = text, options.path, dialect, start
        listed = options.values.get("columns", ())
        self.patterns: list[str] = [listed] if isinstance(listed, str) else [str(each) for each in listed]  # type: ignore[attr-defined]
        self.header = str(options.values.get("header", "auto")).lower()
        if self.header not in ("auto", "true", "false", "kept"):
            raise TranslatorError(f"`header` is “{shorten(self.header)}”; write auto, true, false or kept")
        self.names: list[str] = []
        self.notes: list[str] = []
        self.languages: list[str] = []
        self.kept: list[Kept] = []
        self.parts = {"": text}
        self.blocks = Blocks(self.parts)
        self._may_join = False
        self._chosen: dict[int, bool] = {}
        self._shapes: dict[tuple[str, str, str], Shape] = {}

    def read(self) -> None:
        """Finds the cells with letters, in order."""
        row = -1
        has_head = False
        for number, record in enumerate(self._records()):
            if number == 0:
                has_head = self._is_head(record)
                if has_head:
                    self._name_columns([self._plain(field) for field in record])
                self._refuse_unknown(record)
            row += 1
            for column, field in enumerate(record):
                if _LETTER.search(self.text, field.start(), field.end()):
                    self._cell(field, row, column, is_head=has_head and row == 0)

    def _records(self) -> Iterator[list[re.Match[str]]]:
        record: list[re.Match[str]] = []
        quote, delimiter = self.dialect.quote, self.dialect.delimiter
        for field in self.dialect.fields(self.text, self.start):
            if field[3] is not None and quote and field[3].startswith(quote):
                raise TranslatorError(
                    f"a quote that is never closed (“{shorten(self.text[field.start() : field.start() + 60], 30)}”);"
                    " close it, or double it where it is meant as a character",
                    locate(self.text, field.start(), self.path),
                )
            record.append(field)
            if field[4] != delimiter:
                if len(record) > 1 or field.end() > field.start() + len(field[4]):
                    yield record
                record = []

    def _plain(self, field: re.Match[str]) -> str:
        if field[1] is None:
            return field[3].strip()
        quote = self.dialect.quote
        return (field[1].replace(quote * 2, quote) + field[2]).strip()

    def _is_head(self, record: Sequence[re.Match[str]]) -> bool:
        if self.header != "auto":
            return self.header != "false"
        if any(not each.lstrip("!").isdigit() for each in self.patterns):
            return True
        cells = [self._plain(field) for field in record]
        is_named = all(
            cell and len(cell) <= _HEAD_LIMIT and _LETTER.search(cell) and "\n" not in cell for cell in cells
        )
        return is_named and len(set(cells)) == len(cells) and record[-1].end() < len(self.text)

    def _name_columns(self, names: list[str]) -> None:
        self.names = names
        self.notes = [f"column “{shorten(name, 40)}”" if name else "" for name in names]
        self.languages = [declared(name) for name in names]

    def _refuse_unknown(self, record: Sequence[re.Match[str]]) -> None:
        wanted = [each for each in self.patterns if not each.startswith("!")]
        if wanted and not any(self._is_chosen(column) for column in range(len(record))):
            names = ", ".join(f"“{shorten(name, 20)}”" for name in self.names[:20])
            seen = f"the columns are {names}" if names else f"the first row has {len(record)} cells and is no header"
            raise TranslatorError(
                f"`columns` names none of this table (“{shorten(wanted[0])}”); {seen}", Location(self.path, 1, 1)
            )

    def _is_chosen(self, column: int) -> bool:
        """Whether a column is to be translated; its name must be known."""
        found = self._chosen.get(column)
        if found is None:
            found = self._chosen[column] = self._is_wanted(column)
        return found

    def _is_wanted(self, column: int) -> bool:
        if not self.patterns:
            return True
        name = self.names[column] if column < len(self.names) else ""

        def fits(pattern: str) -> bool:
            """Whether a pattern names the column, by number or by name."""
            return pattern == str(column + 1) or bool(name and fnmatchcase(name, pattern))

        wanted = [each for each in self.patterns if not each.startswith("!")]
        left_out = any(fits(each[1:]) for each in self.patterns if each.startswith("!"))
        return not left_out and (not wanted or any(map(fits, wanted)))

    def _cell(self, field: re.Match[str], row: int, column: int, *, is_head: bool) -> None:
        if not self._is_chosen(column):
            self._keep(field, "a column that is not chosen")
        elif is_head and self.header == "kept":
            self._keep(field, "a column's name")
        elif "=" in field[0] and _FORMULA.fullmatch(self._plain(field)):
            self._keep(field, "formula")
        else:
            kind = "bare" if field[1] is None else "loose" if field[2] else "quoted"
            newline = _NEWLINE.search(self.text, *field.span(1)) if kind != "bare" else None
            is_named = not is_head and column < len(self.names)
            note = "column header" if is_head else self.notes[column] if is_named else ""
            lang = self.languages[column] if is_named else ""
            self._may_join = False
            shape = self._shape(kind, newline[0] if newline else "", lang)
            place = (0, 0, row, column)
            if kind == "bare":
                self.blocks.stretch(*field.span(3), shape, note, place)
            else:
                self.blocks.add(self._pieces(field, kind), shape, note, place)

    def _shape(self, kind: str, newline: str, lang: str) -> Shape:
        """What cells of a kind have in common."""
        found = self._shapes.get((kind, newline, lang))
        if found is None:
            form = intern(f"{kind} {self.dialect.delimiter}{self.dialect.quote}{newline}")
            found = self._shapes[kind, newline, lang] = Shape("", "cell", form, lang, None, None, kind == "loose")
        return found

    def _keep(self, field: re.Match[str], reason: str) -> None:
        if self._may_join and self.kept[-1].reason == reason:
            self.kept[-1] = Kept(self.kept[-1].start, field.start(4), reason)
        else:
            self.kept.append(Kept(field.start(), field.start(4), reason))
        self._may_join = True

    def _pieces(self, field: re.Match[str], kind: str) -> Iterator[Piece]:
        start, quote = field.start(1), self.dialect.quote
        if kind == "loose":
            # No piece may be trimmed, since the text is not what stands there: empty ones guard it.
            end = field.end(2)
            said = _NEWLINE.sub("\n", field[1].replace(quote * 2, quote)) + field[2]
            yield from (Piece(field.start(), field.start(), ""), Piece(field.start(), end, said), Piece(end, end, ""))
            return
        if quote not in field[1] and "\n" not in field[1] and "\r" not in field[1]:
            yield Piece(start, field.end(1), field[1])
            return
        q = re.escape(quote)
        for match in re.finditer(rf"({q}{q})|\r\n|\n|\r|[^{q}\r\n]++", field[1]):
            content = quote if match[1] else "\n" if match[0] in ("\r\n", "\n", "\r") else match[0]
            yield Piece(start + match.start(), start + match.end(), content)


def _escape(content: Content, segment: Segment) -> str:
    """The content as a quoted cell holds it; other cells stay raw until `finish` sees them whole."""
    text = "".join(each.data if isinstance(each, Code) else each for each in content)
    kind, rest = segment.form.split(" ", 1)
    if kind != "quoted":
        return text
    quote, newline = rest[1], rest[2:] or "\n"
    text = text.replace(quote, quote * 2)
    return text if newline == "\n" else text.replace("\r\n", "\n").replace("\n", newline)


def _finish(new: str, block: Block, text: str) -> tuple[int, int, str]:
    kind, rest = block.form.split(" ", 1)
    delimiter, quote = rest[0], rest[1:2]
    old = "".join(each.content for each in block.pieces if isinstance(each.content, str))
    if kind == "quoted":
        return block.start, block.end, _harmless(new, old)
    if new == old:
        return block.start, block.end, text[block.start : block.end]
    new = _harmless(new, old)
    is_alone = text[block.start - 1 : block.start] in "\r\n" and text[block.end : block.end + 1] in "\r\n"
    if not quote:
        return block.start, block.end, re.sub(rf"[{re.escape(delimiter)}\r\n]+", " ", new)
    if _needs_quotes(new, old, delimiter, quote) or kind == "loose" or (is_alone and not new):
        new = quote + new.replace(quote, quote * 2) + quote
    return block.start, block.end, new


def _needs_quotes(new: str, old: str, delimiter: str, quote: str) -> bool:
    is_cut = delimiter in new or "\n" in new or "\r" in new
    return is_cut or new.startswith(quote) or (quote in new and quote not in old)


def _harmless(new: str, old: str) -> str:
    """The cell with an apostrophe before a formula that its source was not."""
    found, before = _TRIGGER.match(new), _TRIGGER.match(old)
    if found is None or _NUMBER.fullmatch(new):
        return new
    is_alike = before is not None and before[1] == found[1]
    if is_alike and (_CALL.search(old) or not _CALL.search(new)):
        return new
    return "'" + new


_OPTIONS = (
    Option("columns", [], "names of the columns to translate, with `*`, `!name` and numbers from 1; none: all"),
    Option("header", "auto", "a text: `auto`, `true`, `false`, or `kept` for a head that is not translated"),
    Option("delimiter", "auto", "one character, `tab`, or `auto`"),
    Option("quote", '"', "the character around cells that need it; empty: none"),
)
CSV = Format("csv", (".csv",), _read_csv, _escape, options=_OPTIONS, finish=_finish)
TSV = Format("tsv", (".tsv", ".tab"), _read_tsv, _escape, options=_OPTIONS, finish=_finish)
