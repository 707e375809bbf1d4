"""Bytes of a PO file → File: every entry decoded, every fault a Finding."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from translator.catalog import Entry, Key
from translator.collector import at_rest
from translator.errors import TranslatorError, shorten
from translator.findings import Finding, Severity
from translator.po import _comments, _header
from translator.po._charset import Decoded, decode
from translator.po._file import File, with_lf
from translator.po._rows import FORMS, TAIL, Row, RowCatalog, Rows, is_in_order, previous_of, rows_of
from translator.po._strings import bad_escape, text_of
from translator.po._tokens import ENTRY, SKIP, tokens
from translator.po._units import Fault, Raw, slow

_OPEN_COMMENT = re.compile(rb"^[ \t]*#(?![~|])[^\n]*\\$", re.MULTILINE)
# Backslashes before a line end (group 1), before a zero (2), and such as begin no escape (3).
_SLASH = re.compile(rb"\\(?:[abfnrtv\"1-7]|\\(?!\n)|x[0-9A-Fa-f]|(\\?\n)|(0)|())")
_OPEN, _ZERO, _BAD = 1, 2, 3


def read(data: bytes, path: str = "", *, recover: bool = False) -> File:
    """Reads a PO file; what is wrong with single entries is in the findings of the file.

    Raises TranslatorError at the first place that gettext could not read either (syntax, escapes, bytes
    that are not in the declared charset). With `recover` nothing of that is raised: the place becomes
    a Finding, the stretch stays in the text of the file, and `write` never drops it.
    """
    decoded = decode(data, path)
    reader = _Reading(decoded, path)
    with at_rest():
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
        self.scanned = with_lf(decoded.text)
        self.encoding = decoded.encoding
        self.rows: list[Row] = []
        self.starts = array("Q")
        self.ends = array("Q")
        self.stretches: set[int] = set()
        self.faults: list[Fault] = []
        self.warnings: list[tuple[str, Fault]] = []
        # The units before which a domain line stands.
        self.domains: list[int] = []
        # Which of the groups of _SLASH were seen.
        self.seen: set[int | None] = set()

    def run(self) -> None:
        """Reads all units, the usual ones by one match, the others token by token."""
        text = self.scanned
        size = len(text)
        start = SKIP.match(text)
        position = self.usual(start.end() if start else 0)
        while position < size:
            unit = slow(text, position)
            self.faults += unit.faults
            if unit.raw is not None:
                self.add(unit.raw)
            elif unit.is_domain or unit.faults:
                self.stretches.add(len(self.rows))
            if unit.is_domain:
                self.domains.append(len(self.rows))
            space = SKIP.match(text, max(unit.end, position + 1))
            position = self.usual(space.end() if space else size)

    def usual(self, position: int) -> int:
        """Reads entries in their usual form, one after the other; where the first other thing stands."""
        found: list[re.Match[bytes]] = []
        # What `finditer` goes by, but it ends where an entry does not follow at once.
        scanner = ENTRY.scanner(self.scanned, position)  # type: ignore[attr-defined]
        for row in iter(scanner.match, None):
            if row[FORMS] is not None and not is_in_order(row[FORMS]):
                break
            found.append(row)
        self.rows += found
        self.starts.extend([row.start() for row in found])
        self.ends.extend([row.end(TAIL) for row in found])
        return found[-1].end() if found else position

    def add(self, raw: Raw) -> None:
        """Adds an entry that was read token by token."""
        encoding = self.encoding
        remarks = _comments.parse(raw.block.decode(), encoding) if raw.block else _comments.NOTHING
        if raw.previous:
            remarks = (*remarks[:3], previous_of(raw.previous, encoding), *remarks[4:])
        entry = Entry(
            text_of(raw.source, encoding),
            tuple(text_of(strings, encoding) for _, strings in raw.forms),
            None if raw.context is None else text_of(raw.context, encoding),
            None if raw.plural is None else text_of(raw.plural, encoding),
            *remarks,
            is_obsolete=raw.is_obsolete,
        )
        self.starts.append(raw.start)
        self.ends.append(raw.end)
        self.rows.append(entry)

    def file(self) -> File:
        """The File with all findings, in the order of their places."""
        self._check_escapes()
        self._check_bytes()
        text = self.decoded.text
        rows = self.rows
        units = Rows(rows, self.encoding)
        head = (each for each in range(len(rows)) if units.name(each) == b"" and not units.is_retired(each))
        header_unit = next(head, -1)
        header = units.entry(header_unit) if header_unit >= 0 else None
        if header is not None:
            units = Rows(rows[:header_unit] + rows[header_unit + 1 :], self.encoding)
        file = File(
            path=self.path,
            data=text,
            encoding=self.encoding,
            bom=self.decoded.bom,
            newline=_newline(text),
            catalog=RowCatalog.of(units, range(len(units)), None if header is None else _header.parse(header)),
            starts=self.starts,
            ends=self.ends,
            stretches=frozenset(self.stretches),
            header_unit=header_unit,
            header_entry=header,
            decoded=self.decoded,
        )
        found = [*self.decoded.findings, *self._findings(file)]
        found.sort(key=lambda each: (each.location.line, each.location.column))
        return replace(file, findings=tuple(found))

    def _findings(self, file: File) -> Iterator[Finding]:
        for fault in self.faults:
            yield Finding("po-syntax", "error", fault.message, file.location(fault.offset))
        for name, fault in self.warnings:
            severity: Severity = "error" if name == "comment-backslash" else "warning"
            yield Finding(name, severity, fault.message, file.location(fault.offset))
        rows = rows_of(file.catalog)
        if self.domains or len(rows.places) != len(rows) or (file.header_entry is not None and b"" in rows.places):
            yield from self._duplicates(file)
        escaped = rows.escaped()
        if b"\0" in file.data or _ZERO in self.seen:
            yield from self._nul_findings(file, rows if b"\0" in file.data else map(rows.entry, escaped))
        for entry in map(rows.entry, escaped):
            if entry.targets[0] and not entry.is_fuzzy and not entry.is_obsolete and _differs(entry):
                message = "source and target do not both begin, or both end, with a line end; msgfmt rejects that"
                place = file.locate(entry)
                yield Finding(
                    "newline-mismatch", "error", message, place, "", entry.context, entry.source, entry.target
                )

    def _duplicates(self, file: File) -> Iterator[Finding]:
        """Entries whose key came before; the message names the line of the nearest one before."""
        last: dict[Key, int] = {}
        domains = iter((*self.domains, len(self.rows)))
        stop = next(domains)
        for unit in range(len(self.rows)):
            while unit >= stop:
                last, stop = {}, next(domains)
            entry = file.unit_entry(unit)
            if entry.key in last:
                line = file.location(file.keyword_offset(last[entry.key])).line
                message = f"“{shorten(entry.source)}” is already in the catalog (line {line}); delete one of the two"
                place = file.location(file.keyword_offset(unit))
                yield Finding("duplicate-key", "error", message, place, "", entry.context, entry.source, entry.target)
            last[entry.key] = unit

    def _nul_findings(self, file: File, entries: Iterable[Entry]) -> Iterator[Finding]:
        for entry in entries:
            if "\0" in entry.source or any("\0" in each for each in entry.targets):
                message = "the entry holds a NUL character, where gettext ends the text; delete it"
                place = file.locate(entry)
                yield Finding("nul-character", "warning", message, place, "", entry.context, entry.source, entry.target)

    def _check_escapes(self) -> None:
        """Looks closely only at entries where a backslash may begin no escape."""
        text, last = self.scanned, -1
        for match in _SLASH.finditer(text):
            self.seen.add(match.lastindex)
            unit = bisect_right(self.starts, match.start()) - 1 if match.lastindex == _BAD else last
            if unit == last or match.start() >= self.ends[unit]:
                continue
            last = unit
            for token in tokens(text, self.starts[unit], self.ends[unit]):
                bad = bad_escape(token.strings) if token.kind == "field" else None
                if bad is not None:
                    offset, seen = bad
                    message = f'there is no escape “{seen}”; write two backslashes for one, or \\n, \\t, \\"'
                    self.faults.append(Fault(token.end - len(token.strings) + offset, message))

    def _check_bytes(self) -> None:
        """Undecodable bytes are faults, but warnings in comments, as gettext has it."""
        for offset, message in self.decoded.broken:
            line = self.scanned[self.scanned.rfind(b"\n", 0, offset) + 1 : offset].lstrip()
            if line.startswith(b"#") and not line.startswith((b"#~", b"#|")):
                self.warnings.append(("undecodable-bytes", Fault(offset, message)))
            else:
                self.faults.append(Fault(offset, message))
        for match in _OPEN_COMMENT.finditer(self.scanned) if _OPEN in self.seen else ():
            message = "the comment ends with a backslash, with which gettext joins the next line to it; delete it"
            self.warnings.append(("comment-backslash", Fault(match.end() - 1, message)))


def _newline(text: bytes) -> str:
    """The usual line end of a text; LF where it has none."""
    if b"\r" not in text:
        return "\n"
    if text.count(b"\r\n") * 2 > text.count(b"\n"):
        return "\r\n"
    return "\n" if b"\n" in text else "\r"


def _differs(entry: Entry) -> bool:
    """Whether a text of the entry begins or ends with a line end and its source does not, or the reverse."""
    source = entry.source
    begins, ends = source.startswith("\n"), source.endswith("\n")
    texts = entry.targets if entry.plural is None else (entry.plural, *entry.targets)
    return any(each.startswith("\n") != begins or each.endswith("\n") != ends for each in texts)
