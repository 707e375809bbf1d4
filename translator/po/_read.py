"""Bytes of a PO file → File: every entry decoded, every fault a Finding."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from translator.catalog import Catalog, Entry, Header, Previous
from translator.errors import TranslatorError, shorten
from translator.findings import Finding
from translator.po import _comments, _header
from translator.po._charset import Decoded, decode
from translator.po._file import File
from translator.po._scan import ENTRY, FORM, SKIP, Fault, Raw, slow, tokens
from translator.po._strings import bad_escape, text_of

_SLASH = re.compile(r"\\(?:[abfnrtv\"\\0-7\n]|x[0-9A-Fa-f]|())")


def read(data: bytes, path: str = "", *, recover: bool = False) -> File:
    """Reads a PO file; what is wrong with single entries is in the findings of the file.

    Raises TranslatorError at the first place that gettext could not read either (syntax, escapes, bytes
    that are not in the declared charset). With `recover` nothing of that is raised: the place becomes
    a Finding, the stretch stays in the text of the file, and `write` never drops it.
    """
    decoded = decode(data, path)
    reader = _Reading(decoded, path)
    reader.run()
    file = reader.file()
    if not recover and reader.faults:
        fault = min(reader.faults, key=lambda each: each.offset)
        raise TranslatorError(fault.message, file.location(fault.offset))
    return file


class _Reading:
    """The state of one read."""

    def __init__(self, decoded: Decoded, path: str) -> None:
        self.decoded = decoded
        self.path = path
        text = decoded.text
        # A text whose only line ends are CR has its lines; the offsets stay the same.
        self.scanned = text if "\n" in text or "\r" not in text else text.replace("\r", "\n")
        self.encoding = decoded.encoding
        self.entries: list[Entry] = []
        self.starts = array("Q")
        self.ends = array("Q")
        self.header: Header | None = None
        self.header_entry: Entry | None = None
        self.header_unit = -1
        self.faults: list[Fault] = []
        self.seen: dict[tuple[str | None, str], int] = {}
        self.doubles: list[tuple[int, int]] = []

    def run(self) -> None:
        """Reads all units, the usual ones by one match, the others token by token."""
        text, match_entry, add = self.scanned, ENTRY.match, self.add_usual
        start = SKIP.match(text)
        position = start.end() if start else 0
        size = len(text)
        while position < size:
            match = match_entry(text, position)
            if match is not None:
                add(position, match.end(match.lastindex or 0), match.groups())
                position = match.end()
                continue
            unit = slow(text, position)
            self.faults += unit.faults
            if unit.raw is not None:
                self.add_raw(unit.raw)
            if unit.is_domain:
                self.seen = {}
            space = SKIP.match(text, max(unit.end, position + 1))
            position = space.end() if space else size

    def add_usual(self, start: int, end: int, groups: tuple[str | None, ...]) -> None:
        """Adds an entry in its usual form: comments, msgctxt, msgid, then msgstr or its forms."""
        block, context, source, plural, forms, target = groups
        assert source is not None
        encoding = self.encoding
        if forms is not None:
            found = tuple((int(index[:9]), strings) for index, strings in FORM.findall(forms))
            if any(number != index for number, (index, _) in enumerate(found)):
                self.faults += slow(self.scanned, start).faults
                return
            targets = tuple(text_of(strings, encoding) for _, strings in found)
        elif target == '""':
            targets = ("",)
        else:
            assert target is not None
            targets = (text_of(target, encoding),)
        self.add(
            start,
            end,
            Entry(
                text_of(source, encoding),
                targets,
                None if context is None else text_of(context, encoding),
                None if plural is None else text_of(plural, encoding),
            )
            if block is None
            else self.remarked(block, source, targets, context, plural),
        )

    def remarked(
        self, block: str, source: str, targets: tuple[str, ...], context: str | None, plural: str | None
    ) -> Entry:
        encoding = self.encoding
        remarks = _comments.parse(block)
        return Entry(
            text_of(source, encoding),
            targets,
            None if context is None else text_of(context, encoding),
            None if plural is None else text_of(plural, encoding),
            remarks.is_fuzzy,
            remarks.flags,
            remarks.sticky_flags,
            remarks.previous,
            remarks.notes,
            remarks.comments,
            remarks.references,
        )

    def add_raw(self, raw: Raw) -> None:
        """Adds an entry that was read token by token."""
        encoding = self.encoding
        remarks = _comments.parse(raw.block)
        previous = remarks.previous
        if raw.previous:
            names = _comments.PREVIOUS_FIELDS
            previous = Previous(**{names[key]: text_of(strings, encoding) for key, strings in raw.previous})
        entry = Entry(
            text_of(raw.source, encoding),
            tuple(text_of(strings, encoding) for _, strings in raw.forms),
            None if raw.context is None else text_of(raw.context, encoding),
            None if raw.plural is None else text_of(raw.plural, encoding),
            remarks.is_fuzzy,
            remarks.flags,
            remarks.sticky_flags,
            previous,
            remarks.notes,
            remarks.comments,
            remarks.references,
            raw.is_obsolete,
        )
        self.add(raw.start, raw.end, entry)

    def add(self, start: int, end: int, entry: Entry) -> None:
        self.starts.append(start)
        self.ends.append(end)
        key = (entry.context, entry.source)
        unit = len(self.starts) - 1
        first = self.seen.setdefault(key, unit)
        if first != unit:
            self.doubles.append((unit, first))
        if not entry.source and self.header is None and entry.context is None and not entry.is_obsolete:
            self.header = _header.parse(entry)
            self.header_unit = unit
            self.header_entry = entry
        else:
            self.entries.append(entry)

    def file(self) -> File:
        """The File with all findings, in the order of their places."""
        self._check_escapes()
        self._check_bytes()
        text = self.decoded.text
        file = File(
            path=self.path,
            text=text,
            encoding=self.encoding,
            bom=self.decoded.bom,
            newline=_newline(text),
            catalog=Catalog(tuple(self.entries), self.header),
            starts=self.starts,
            ends=self.ends,
            header_unit=self.header_unit,
            header_entry=self.header_entry,
            decoded=self.decoded,
        )
        found = [*self.decoded.findings, *self._findings(file)]
        found.sort(key=lambda each: (each.location.line, each.location.column))
        return replace(file, findings=tuple(found))

    def _findings(self, file: File) -> Iterator[Finding]:
        for fault in self.faults:
            yield Finding("po-syntax", "error", fault.message, file.location(fault.offset))
        for unit, first in self.doubles:
            entry = file.unit_entry(unit)
            where = file.location(self.starts[first])
            message = f"“{shorten(entry.source)}” is already in the catalog at line {where.line}; delete one of the two"
            yield Finding(
                "duplicate-key",
                "error",
                message,
                file.location(file.keyword_offset(unit)),
                context=entry.context,
                source=entry.source,
                target=entry.target,
            )
        if "\0" in file.text or "\\0" in file.text:
            yield from self._nul_findings(file)

    def _nul_findings(self, file: File) -> Iterator[Finding]:
        for entry in file.catalog.entries:
            if "\0" in entry.source or any("\0" in each for each in entry.targets):
                message = "the entry holds a NUL character, where gettext ends the text; delete it"
                place = file.locate(entry)
                yield Finding("nul-character", "warning", message, place, "", entry.context, entry.source, entry.target)

    def _check_escapes(self) -> None:
        """Looks closely only at entries where a backslash may begin no escape."""
        text, last = self.scanned, -1
        for match in _SLASH.finditer(text):
            unit = bisect_right(self.starts, match.start()) - 1 if match.lastindex else last
            if unit == last or match.start() >= self.ends[unit]:
                continue
            last = unit
            for token in tokens(text, self.starts[unit], self.ends[unit]):
                bad = bad_escape(token.strings) if token.kind == "field" else None
                if bad is not None:
                    seen = token.strings[bad : bad + 2]
                    message = f'there is no escape “{seen}”; write two backslashes for one, or \\n, \\t, \\"'
                    self.faults.append(Fault(token.end - len(token.strings) + bad, message, is_kept=True))

    def _check_bytes(self) -> None:
        """Undecodable bytes in a string are faults; in comments they are warnings only."""
        for offset in self.decoded.broken:
            line = self.scanned[self.scanned.rfind("\n", 0, offset) + 1 : offset]
            if not line.lstrip().startswith("#") or line.lstrip().startswith(("#~", "#|")):
                message = f"a byte here is not in the charset {self.encoding}; save the catalog in the charset it names"
                self.faults.append(Fault(offset, message, is_kept=True))


def _newline(text: str) -> str:
    """The usual line end of a text; LF where it has none."""
    crlf = text.count("\r\n")
    if crlf * 2 > text.count("\n"):
        return "\r\n"
    return "\n" if "\n" in text or "\r" not in text else "\r"
