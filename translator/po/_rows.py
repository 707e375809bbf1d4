"""The entries of a catalog as rows: known by key at once, each decoded when someone looks at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from translator.catalog import Catalog, Entry, Header, Key, Previous
from translator.collector import at_rest
from translator.po import _comments
from translator.po._strings import bytes_of, text_of
from translator.po._tokens import FORM, PREVIOUS

# An entry, or what ENTRY matched of one that no one has looked at.
Row = re.Match[bytes] | Entry
_MATCH = re.Match
# What stands in a catalog that was made from another one: the number of a row of that one, or another entry.
Item = int | Entry
# Numbers of the groups of ENTRY.
BLOCK, PREVIOUS_BLOCK, CONTEXT, PLAIN, SOURCE, PLAIN_TARGET, TARGET, PLURAL, FORMS, TAIL = range(1, 11)
_EMPTY = ("",)
_TELLING_ESCAPE = re.compile(rb"\\[nx0-7\r\n]")
# Comment lines that may say something of the target: the fuzzy mark, what Babel made of a previous source.
_TELLING = re.compile(rb"fuzzy|\|[ \t\f\v]*msg|\r")
_PEOPLE = re.compile(rb"^#(?:[ \t][^\n]*)?(?:\n|\Z)", re.MULTILINE)


# What a row is called: its source in UTF-8, with a context its key.
Name = bytes | Key


class Rows:
    """Entries in file order, live and obsolete ones, without the header."""

    def __init__(self, rows: Iterable[Row], encoding: str = "utf-8") -> None:
        self._rows = list(rows)
        self._encoding = encoding

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Entry]:
        return map(self.entry, range(len(self._rows)))

    def entry(self, index: int) -> Entry:
        """The entry of a row; the same object every time."""
        row = self._rows[index]
        if isinstance(row, _MATCH):
            row = self._rows[index] = decoded(row, self._encoding)
        return row

    def name(self, index: int) -> Name:
        """The name of a row: equal for rows of equal keys, in whatever file."""
        row, encoding = self._rows[index], self._encoding
        if isinstance(row, Entry):
            return name_of(row)
        if row[CONTEXT] is not None:
            source = text_of(row[SOURCE], encoding) if row[PLAIN] is None else row[PLAIN].decode()
            return (text_of(row[CONTEXT], encoding), source)
        plain: bytes = row[PLAIN]
        return bytes_of(row[SOURCE], encoding) if plain is None else plain

    @cached_property
    def names(self) -> list[Name]:
        """The name of each row, in order."""
        # Most rows are plain, and their name is as it stands there.
        names: list[Name | None] = [
            row[PLAIN] if isinstance(row, _MATCH) and row.start(CONTEXT) < 0 else None for row in self._rows
        ]
        return [self.name(index) if name is None else name for index, name in enumerate(names)]

    @cached_property
    def places(self) -> dict[Name, int]:
        """The last row of each name."""
        return dict(zip(self.names, range(len(self._rows)), strict=True))

    def is_retired(self, index: int) -> bool:
        """Whether the entry of a row is obsolete."""
        row = self._rows[index]
        return isinstance(row, Entry) and row.is_obsolete

    @cached_property
    def _odd(self) -> list[int]:
        """The rows that were no usual ones from the first, or hold an escape or several lines."""
        return [
            index
            for index, row in enumerate(self._rows)
            if not isinstance(row, _MATCH) or row.start(PLAIN_TARGET) < 0 or row.start(PLAIN) < 0
        ]

    @cached_property
    def retired(self) -> frozenset[int]:
        """The rows of obsolete entries."""
        return frozenset(filter(self.is_retired, self._odd))

    @cached_property
    def forms(self) -> int:
        """The most plural forms that a row has; 1 where none has any."""
        found = [
            len(row.targets) if isinstance(row, Entry) else len(FORM.findall(row[FORMS]))
            for row in self._rows
            if (row.plural if isinstance(row, Entry) else row[FORMS]) is not None
        ]
        return max(found, default=1)

    def escaped(self) -> list[int]:
        """The rows that may hold a line end, or another character that is written by its number."""
        search = _TELLING_ESCAPE.search
        rows = self._rows
        return [
            index
            for index in self._odd
            if isinstance(row := rows[index], Entry)
            or (row.start(PLAIN) < 0 and search(row[SOURCE]))
            or row.start(FORMS) >= 0
            or (row.start(PLAIN_TARGET) < 0 and search(row[TARGET]))
        ]

    def alike(self, items: Sequence[object], template: Rows, wanted: Sequence[object]) -> list[bool]:
        """Of each pair of an item here and one of a template, whether they are rows that `is_alike`."""
        rows, others, is_alike = self._rows, template._rows, self.is_alike
        found: list[bool] = []
        for item, want in zip(items, wanted, strict=True):
            if not isinstance(item, int) or not isinstance(want, int):
                found.append(False)
                continue
            row, other = rows[item], others[want]
            # Most rows are plain and have no comments; what groups hold is copied, so their places come first.
            if (
                isinstance(row, _MATCH)
                and row.start(BLOCK) < 0
                and isinstance(other, _MATCH)
                and other.start(BLOCK) < 0
            ):
                start, end = row.span(PLAIN_TARGET)
                if start < end and row.start(PREVIOUS_BLOCK) < 0:
                    found.append(other.start(PLURAL) < 0)
                    continue
            found.append(is_alike(item, template, want))
        return found

    def is_alike(self, index: int, template: Rows, at: int) -> bool:
        """Whether the lines of a row say that it is filled and done, and no less than a template's of its key.

        False says nothing: whoever needs to know looks at the entries.
        """
        row, other = self._rows[index], template._rows[at]
        if not isinstance(row, _MATCH) or not isinstance(other, _MATCH):
            return False
        block, previous, plain, target, plural = row.group(BLOCK, PREVIOUS_BLOCK, PLAIN_TARGET, TARGET, PLURAL)
        wanted, wanted_plural = other.group(BLOCK, PLURAL)
        if previous is not None or plural is not None or wanted_plural is not None:
            return False
        if not plain and (target is None or not text_of(target, self._encoding)):
            return False
        if block is None:
            return wanted is None
        if block == wanted:
            return not _TELLING.search(block)
        return not _TELLING.search(block) and _PEOPLE.sub(b"", block + b"\n") == (wanted + b"\n" if wanted else b"")


class RowCatalog(Catalog):
    """A catalog of rows; its `entries` are made when they are asked for.

    `base` are the rows that it was made from, and `items` which of them it holds, and what else, in order.
    """

    __slots__ = ("base", "items")
    base: Rows
    items: Sequence[Item]

    @classmethod
    def of(cls, base: Rows, items: Sequence[Item], header: Header | None) -> RowCatalog:
        """The catalog of these items."""
        made = cls.__new__(cls)
        for name, value in (("base", base), ("items", items), ("header", header)):
            object.__setattr__(made, name, value)
        return made

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there yet.
        if name == "entries":
            with at_rest():
                base = self.base
                value: object = tuple([base.entry(each) if isinstance(each, int) else each for each in self.items])
        elif name == "base":
            value = Rows(self.entries)
        elif name == "items":
            value = range(len(self.entries))
        else:
            raise AttributeError(name)
        object.__setattr__(self, name, value)
        return value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Catalog):
            return NotImplemented
        return self is other or (self.header == other.header and self.entries == other.entries)

    def __hash__(self) -> int:
        return hash((self.entries, self.header))

    def __reduce__(self) -> tuple[type[Catalog], tuple[object, ...]]:
        return (Catalog, (self.entries, self.header))


def name_of(entry: Entry) -> Name:
    """The name that the row of an entry has."""
    return entry.source.encode("utf-8", "surrogatepass") if entry.context is None else (entry.context, entry.source)


def key_of(name: Name) -> Key:
    """The key that a name stands for."""
    return (None, name.decode("utf-8", "surrogatepass")) if isinstance(name, bytes) else name


def rows_of(catalog: Catalog) -> Rows:
    """The rows of a catalog: as they were read, or its entries."""
    is_read = isinstance(catalog, RowCatalog) and catalog.items == range(len(catalog.base))
    return catalog.base if isinstance(catalog, RowCatalog) and is_read else Rows(catalog.entries)


def arranged(catalog: Catalog, items: Sequence[Item], header: Header | None) -> Catalog:
    """A catalog of some rows of another one, and of entries that are new, in this order."""
    return RowCatalog.of(rows_of(catalog), items, header)


def decoded(row: re.Match[bytes], encoding: str) -> Entry:
    """The entry that ENTRY matched."""
    block, previous, context, plain, source, plain_target, target, plural, forms, _ = row.groups()
    if plain_target is not None:
        targets: tuple[str, ...] = (plain_target.decode(),) if plain_target else _EMPTY
    elif forms is None:
        targets = (text_of(target, encoding),)
    else:
        targets = tuple([text_of(strings, encoding) for _, strings in FORM.findall(forms)])
    remarks = _comments.NOTHING if block is None else _comments.parse(block.decode(), encoding)
    if previous is not None:
        fields = ((word.decode(), strings) for word, strings in PREVIOUS.findall(previous))
        remarks = (*remarks[:3], previous_of(fields, encoding), *remarks[4:])
    return Entry(
        text_of(source, encoding) if plain is None else plain.decode(),
        targets,
        None if context is None else text_of(context, encoding),
        None if plural is None else text_of(plural, encoding),
        *remarks,
    )


def is_in_order(forms: bytes) -> bool:
    """Whether plural forms are numbered from 0 on."""
    return all(number == int(index[:9]) for number, (index, _) in enumerate(FORM.findall(forms)))


def previous_of(fields: Iterable[tuple[str, bytes]], encoding: str) -> Previous:
    """The previous fields, by keyword."""
    names = _comments.PREVIOUS_FIELDS
    return Previous(**{names[keyword]: text_of(strings, encoding) for keyword, strings in fields})
