"""The entries of a catalog as rows: known by key at once, each decoded when someone looks at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from translator.catalog import Catalog, Entry, Header, Key, Previous
from translator.collector import at_rest
from translator.po import _comments
from translator.po._strings import text_of
from translator.po._tokens import FORM, PREVIOUS

# An entry, or what ENTRY matched of one that no one has looked at.
Row = re.Match[bytes] | Entry
# What stands in a catalog that was made from another one: the number of a row of that one, or another entry.
Item = int | Entry
# Numbers of the groups of ENTRY.
BLOCK, PREVIOUS_BLOCK, CONTEXT, PLAIN, SOURCE, PLAIN_TARGET, TARGET, PLURAL, FORMS, TAIL = range(1, 11)
_EMPTY = ("",)
# Comment lines that may say something of the target: the fuzzy mark, what Babel made of a previous source.
_TELLING = re.compile(rb"fuzzy|\| msg|\r")
_PEOPLE = re.compile(rb"^#(?:[ \t][^\n]*)?(?:\n|\Z)", re.MULTILINE)


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
        if isinstance(row, re.Match):
            row = self._rows[index] = decoded(row, self._encoding)
        return row

    @cached_property
    def keys(self) -> list[Key]:
        """The key of each row, in order."""
        encoding = self._encoding
        return [
            row.key
            if isinstance(row, Entry)
            else (
                None if row[CONTEXT] is None else text_of(row[CONTEXT], encoding),
                text_of(row[SOURCE], encoding) if row[PLAIN] is None else row[PLAIN].decode(),
            )
            for row in self._rows
        ]

    @cached_property
    def retired(self) -> frozenset[int]:
        """The rows of obsolete entries."""
        return frozenset([index for index, row in enumerate(self._rows) if isinstance(row, Entry) and row.is_obsolete])

    @cached_property
    def forms(self) -> int:
        """The most plural forms that a row has; 1 where none has any."""
        found = [
            len(row.targets) if isinstance(row, Entry) else len(FORM.findall(row[FORMS]))
            for row in self._rows
            if (row.plural if isinstance(row, Entry) else row[FORMS]) is not None
        ]
        return max(found, default=1)

    def without(self, index: int) -> Rows:
        """The rows without one; all of them where the index is negative."""
        if index < 0:
            return self
        rest = Rows((*self._rows[:index], *self._rows[index + 1 :]), self._encoding)
        rest.keys = [*self.keys[:index], *self.keys[index + 1 :]]
        return rest

    def escaped(self) -> list[int]:
        """The rows that may hold a line end, or anything else that is written with a backslash."""
        return [
            index
            for index, row in enumerate(self._rows)
            if isinstance(row, Entry)
            or (row[PLAIN] is None and b"\\" in row[SOURCE])
            or row[FORMS] is not None
            or (row[PLAIN_TARGET] is None and b"\\" in row[TARGET])
        ]

    def is_alike(self, index: int, template: Rows, at: int) -> bool:
        """Whether the lines of a row say that it is filled and done, and no less than a template's of its key.

        False says nothing: whoever needs to know looks at the entries.
        """
        row, other = self._rows[index], template._rows[at]
        if not isinstance(row, re.Match) or not isinstance(other, re.Match):
            return False
        if not row[PLAIN_TARGET] and (row[TARGET] is None or not text_of(row[TARGET], self._encoding)):
            return False
        block = row[BLOCK]
        if row[PREVIOUS_BLOCK] is not None or row[PLURAL] is not None or other[PLURAL] is not None:
            return False
        if block is None or block == other[BLOCK]:
            return block == other[BLOCK] and (block is None or not _TELLING.search(block))
        return not _TELLING.search(block) and _PEOPLE.sub(b"", block + b"\n") == (other[BLOCK] or b"") + b"\n"


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
