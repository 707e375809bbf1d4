"""A PO file as it was read: its text, where each entry stands, and where each character of a target is."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from translator.catalog import Catalog, Entry
from translator.errors import Location
from translator.findings import Finding
from translator.po._charset import Decoded
from translator.po._lines import Lines
from translator.po._rows import rows_of
from translator.po._strings import spread
from translator.po._tokens import Token, tokens

Field = Literal["source", "target", "context", "plural"]
_KEYWORDS = {"source": "msgid", "target": "msgstr", "context": "msgctxt", "plural": "msgid_plural"}


def with_lf(data: bytes) -> bytes:
    """The data with LF for line ends where CR is the only one."""
    return data if b"\n" in data or b"\r" not in data else data.replace(b"\r", b"\n")


@dataclass(frozen=True, eq=False)
class File:
    """A PO file as read: `write` splices a changed catalog into it, `locate` says where things stand.

    `data` is its text in UTF-8, without the byte order mark. A unit is an entry or the header, in file order;
    `starts` and `ends` are their half-open spans in it, comment lines included, the line end after them not.
    `stretches` are the units before which, or the count of units after which, something else stands.
    """

    path: str
    data: bytes = field(repr=False)
    encoding: str
    bom: bytes
    newline: str
    catalog: Catalog = field(repr=False)
    starts: array[int] = field(repr=False)
    ends: array[int] = field(repr=False)
    stretches: frozenset[int] = field(repr=False)
    header_unit: int
    header_entry: Entry | None = field(repr=False)
    decoded: Decoded = field(repr=False)
    findings: tuple[Finding, ...] = ()

    def location(self, offset: int) -> Location:
        """Line and column of an offset in the data."""
        return self._lines.location(offset)

    def unit_of(self, entry: Entry | int) -> int:
        """The unit of an entry, given itself or its index in the catalog; KeyError where it is not in the file."""
        if isinstance(entry, Entry):
            index = self._by_identity.get(id(entry))
            entry = self._by_key[entry.key] if index is None else index
        return entry if self.header_unit < 0 or entry < self.header_unit else entry + 1

    def unit_entry(self, unit: int) -> Entry:
        """The entry of a unit; the header as an entry."""
        if unit == self.header_unit and self.header_entry is not None:
            return self.header_entry
        return rows_of(self.catalog).entry(unit - (0 <= self.header_unit < unit))

    def unit_tokens(self, unit: int) -> list[Token]:
        """The tokens of a unit."""
        return list(tokens(self.scanned, self.starts[unit], self.ends[unit]))

    def keyword_offset(self, unit: int) -> int:
        """Where the first field of a unit stands, after its comments."""
        fields = (each for each in self.unit_tokens(unit) if each.kind == "field" and not each.is_previous)
        return next((each.start for each in fields), self.starts[unit])

    def locate(self, entry: Entry | int, name: Field = "target", *, offset: int = 0, form: int = 0) -> Location:
        """Where a character of an entry's text stands: `offset` in code points of its target (by default).

        `form` is the plural form. A field that the entry has not is placed at its first keyword.
        """
        unit = self.unit_of(entry)
        fields = [each for each in self.unit_tokens(unit) if each.keyword == _KEYWORDS[name] and not each.is_previous]
        if not fields:
            return self.location(self.keyword_offset(unit))
        token = fields[min(form, len(fields) - 1)]
        places = spread(token.strings, self.encoding)
        return self.location(token.end - len(token.strings) + places[max(0, min(offset, len(places) - 1))])

    def beside(self) -> tuple[str, ...]:
        """What stands between entries and is none: domain lines, comments at the end, unreadable stretches."""
        gaps = zip((0, *self.ends), (*self.starts, len(self.data)), strict=True)
        return tuple(self.data[start:stop].decode().strip() for start, stop in gaps if self.data[start:stop].strip())

    def sound_entries(self) -> Iterator[Entry]:
        """The entries in whose lines no fault of syntax was found."""
        faults = sorted(each.location.line for each in self.findings if each.check == "po-syntax")
        for index, entry in enumerate(self.catalog.entries):
            unit = self.unit_of(index)
            at = bisect_left(faults, self.location(self.starts[unit]).line) if faults else 0
            if at == len(faults) or faults[at] > self.location(self.ends[unit]).line:
                yield entry

    @property
    def text(self) -> str:
        """The whole text, without the byte order mark, line ends as they are."""
        return self.data.decode()

    @cached_property
    def scanned(self) -> bytes:
        """The data with LF for line ends where CR is the only one; offsets are the same."""
        return with_lf(self.data)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.data, self.path)

    @cached_property
    def _by_identity(self) -> dict[int, int]:
        return {id(entry): index for index, entry in enumerate(self.catalog.entries)}

    @cached_property
    def _by_key(self) -> dict[tuple[str | None, str], int]:
        found: dict[tuple[str | None, str], int] = {}
        for index, entry in enumerate(self.catalog.entries):
            if entry.key not in found or (self.catalog.entries[found[entry.key]].is_obsolete and not entry.is_obsolete):
                found[entry.key] = index
        return found
