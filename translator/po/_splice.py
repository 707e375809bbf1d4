"""A catalog as the bytes of a PO file: what did not change is copied, byte for byte."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from io import BytesIO

from translator.catalog import Catalog, Entry
from translator.po import _header
from translator.po._charset import Decoded, declared
from translator.po._file import File
from translator.po._render import render, render_again, render_retired
from translator.po._rows import Item, RowCatalog, Rows, rows_of

_Piece = bytes | tuple[int, int]
_Name = Callable[[Entry], Hashable]
_STRETCH = 1000
_BLANK = b"\n\n"


def write(catalog: Catalog, over: File | None = None, *, like: File | None = None) -> bytes:
    """The catalog as a PO file; over a file that was read, everything unchanged keeps its bytes.

    Entries come in the order of the catalog. A changed entry keeps the lines of its unchanged fields; new
    text is unwrapped, in the line ends and the charset of the file. What the file holds beside entries
    (unreadable stretches, domain lines, comments at the end) always stays. An entry that is new over the file
    but stands in `like` is written as it is there. Raises TranslatorError
    where the charset of the file has no such character.
    """
    if over is None:
        return Decoded(b"", _codec(catalog)).encode(_anew(catalog))
    if catalog is over.catalog or (
        not isinstance(catalog, RowCatalog)
        and catalog.entries is over.catalog.entries
        and catalog.header is over.catalog.header
    ):
        return _bytes([(0, len(over.data))], over)
    return _bytes(_Splice(over, catalog, like).pieces(), over)


def _anew(catalog: Catalog) -> bytes:
    """The catalog in UTF-8, a stretch at a time: as one text it would take twice the room."""
    head = [_header.entry_of(catalog.header)] if catalog.header else []
    out = BytesIO()
    for entries in (head, catalog.entries):
        for start in range(0, len(entries), _STRETCH):
            if out.tell():
                out.write(b"\n")
            out.write("\n".join([f"{render(each)}\n" for each in entries[start : start + _STRETCH]]).encode())
    return out.getvalue()


def _codec(catalog: Catalog) -> str:
    name = catalog.header.get("Content-Type") if catalog.header else ""
    found = declared(f'msgid ""\nmsgstr "{name}"'.encode())
    try:
        "a".encode(found or "utf-8")
    except LookupError:
        return "utf-8"
    # “UTF-8” is what is already there: it need not be encoded again.
    return codecs.lookup(found or "utf-8").name


class _Splice:
    """Puts the units of a catalog over those of a file."""

    def __init__(self, over: File, catalog: Catalog, like: File | None = None) -> None:
        self.file = over
        self.like = like
        self.places = {entry: index for index, entry in enumerate(like.catalog.entries)} if like is not None else {}
        self.count = len(over.starts)
        self.starts, self.ends, self.text = over.starts, over.ends, over.data
        self.has_lf = over.newline == "\n"
        rows = rows_of(over.catalog)
        self.new: list[Item] = _items(catalog, rows)
        self.sources = _sources(rows, self.new)
        at = over.header_unit
        if at >= 0:
            self.new = [each + (each >= at) if isinstance(each, int) else each for each in self.new]
            self.sources = [None if each is None else each + (each >= at) for each in self.sources]
        if catalog.header is not None:
            place = min(max(at, 0), len(self.new))
            head = _header.entry_of(catalog.header, over.header_entry)
            self.new.insert(place, at if head == over.header_entry else head)
            self.sources.insert(place, at if at >= 0 else None)
        self.out: list[_Piece] = []
        self.last = -1
        self.kept: set[int] = set()

    def pieces(self) -> list[_Piece]:
        """The new file in order: spans of the old text, and new text."""
        was_new = False
        at, count = 0, len(self.new)
        while at < count:
            item, unit = self.new[at], self.sources[at]
            if isinstance(item, int) and not was_new and item == self.last + 1 and item not in self.file.stretches:
                at = self._run(at, item)
                continue
            self._place(item, unit, is_plain=not was_new)
            self.last = self.last if unit is None else unit
            was_new = not isinstance(item, int)
            at += 1
        self._tail(was_new)
        return self.out

    def _run(self, at: int, first: int) -> int:
        """Copies units that follow one another as they did; the place of the first other one."""
        new, stretches = self.new, self.file.stretches
        stop, count = at + 1, len(new)
        shift = first - at
        while stop < count and new[stop] == stop + shift and stop + shift not in stretches:
            stop += 1
        self.last = stop - 1 + shift
        self._copy(self.file.ends[first - 1] if first else 0, self.file.ends[self.last])
        return stop

    def _place(self, item: Item, unit: int | None, *, is_plain: bool) -> None:
        """An entry that is new, changed, or has another one before it."""
        if unit is None:
            self._keep_stretches(self.last + 2)
            self._part()
        else:
            self._keep_stretches(unit)
            self._gap(unit, is_plain=is_plain and isinstance(item, int))
        if isinstance(item, int):
            self._copy(self.file.starts[item], self.file.ends[item])
        else:
            self.out.append(self._rendered(item, unit).encode())

    def _span(self, gap: int) -> tuple[int, int]:
        """The text before a unit; that after the last one has the number of the units."""
        start = self.file.ends[gap - 1] if gap else 0
        stop = self.file.starts[gap] if gap < self.count else len(self.file.data)
        return start, stop

    def _gap(self, unit: int, *, is_plain: bool) -> None:
        """What stands before a unit of the file, which may have other neighbours now."""
        if unit in self.file.stretches:
            if unit in self.kept:
                self._part()
                return
            self.kept.add(unit)
            start, stop = self._span(unit)
            between = self.file.scanned[start:stop]
            if unit != self.last + 1 and not between.startswith(b"\n"):
                self._part()
            self._copy(start, stop)
        elif not self.out:
            self._copy(*self._span(0))
        elif unit <= self.last or (self._is_usual(unit) and self._is_usual(self.last + 1)):
            self._part()
        else:
            start, stop = max(self._blank(self.last + 1), self._span(unit), key=self._height)
            if self._height((start, stop)) or (is_plain and unit == self.last + 1):
                self._copy(start, stop)
            else:
                self._part()

    def _is_usual(self, gap: int) -> bool:
        """Whether a blank line and nothing else stands in a gap, as `_part` writes it."""
        start = self.ends[gap - 1]
        return self.starts[gap] == start + len(_BLANK) and self.text.startswith(_BLANK, start) and self.has_lf

    def _blank(self, gap: int) -> tuple[int, int]:
        """The span of a gap, empty where more than space stands in it."""
        start, stop = self._span(gap)
        return (start, start if gap in self.file.stretches else stop)

    def _height(self, span: tuple[int, int]) -> int:
        return self.file.scanned.count(b"\n", *span)

    def _keep_stretches(self, stop: int) -> None:
        """Copies what is no entry and stands before a unit, though its neighbours went."""
        for gap in sorted(self.file.stretches - self.kept) if self.file.stretches else ():
            if gap >= min(stop, self.count):
                break
            self.kept.add(gap)
            start, end = self._span(gap)
            between = self.file.data[start:end]
            if self.out and not between.startswith((b"\n", b"\r")):
                self._part()
            self._copy(start, start + len(between.rstrip()))

    def _part(self) -> None:
        """A blank line, unless nothing stands before it."""
        if self.out:
            self.out.append(self.file.newline.encode() * 2)

    def _copy(self, start: int, stop: int) -> None:
        if start >= stop:
            return
        last = self.out[-1] if self.out else b""
        if isinstance(last, tuple) and last[1] == start:
            self.out[-1] = (last[0], stop)
        else:
            self.out.append((start, stop))

    def _tail(self, was_new: bool) -> None:
        count = self.count
        self._keep_stretches(count)
        start, stop = self._span(count)
        tail = self.file.scanned[start:stop]
        if not self.out:
            start += len(tail) - len(tail.lstrip())
        elif was_new or self.last != count - 1:
            same_line = tail.partition(b"\n")[0]
            if tail.strip() and same_line.strip():
                self.out.append(self.file.newline.encode())
            if not tail.strip() and b"\n" not in tail:
                self.out.append(self.file.newline.encode())
                return
        self._copy(start, stop)

    def _rendered(self, entry: Entry, unit: int | None) -> str:
        if self.like is not None and entry in self.places:
            at = self.like.unit_of(self.places[entry])
            text = self.like.data[self.like.starts[at] : self.like.ends[at]].decode()
            text = text.replace(self.like.newline, "\n")
        elif unit is None:
            text = render(entry)
        else:
            old, scanned = self.file.unit_entry(unit), self.file.scanned
            written = scanned[self.file.starts[unit] : self.file.ends[unit]].decode()
            text = render_retired(entry, old, written) or render_again(entry, old, scanned, self.file.unit_tokens(unit))
        if self.file.newline != "\n":
            text = text.replace("\r\n", "\n").replace("\n", self.file.newline)
        return text


def _items(catalog: Catalog, rows: Rows) -> list[Item]:
    """The catalog's entries, those that the file has as their rows."""
    if isinstance(catalog, RowCatalog) and catalog.base is rows:
        return list(catalog.items)
    new, count = catalog.entries, len(rows)
    items: list[Item] = list(new)
    head = 0
    limit = min(count, len(new))
    while head < limit and _is_same(rows.entry(head), new[head]):
        items[head] = head
        head += 1
    tail = 1
    while tail <= limit - head and _is_same(rows.entry(count - tail), new[-tail]):
        items[-tail] = count - tail
        tail += 1
    pairing = _Pairing(rows, items)
    # Most entries are the very objects that were read: no need to compare what they hold.
    for name in (id, _itself):
        for place, row in pairing.match(name, name):
            items[place] = row
    return items


def _is_same(one: Entry, other: Entry) -> bool:
    return one is other or one == other


def _sources(rows: Rows, items: Sequence[Item]) -> list[int | None]:
    """For each item the row it comes from: itself, that of its key, or of the key it had before."""
    found: list[int | None] = [each if isinstance(each, int) else None for each in items]
    pairing = _Pairing(rows, items)
    names: tuple[tuple[_Name, _Name], ...] = (
        (_place_and_key, _place_and_key),
        (_key, _key),
        (_key, _previous_key),
        (_source, _source),
        (_targets, _targets),
    )
    for name, name_now in names:
        for place, row in pairing.match(name, name_now):
            found[place] = row
    return found


def _itself(entry: Entry) -> Hashable:
    return entry


def _place_and_key(entry: Entry) -> Hashable:
    return (entry.key, entry.is_obsolete)


def _key(entry: Entry) -> Hashable:
    return entry.key


def _source(entry: Entry) -> Hashable:
    return entry.source


def _targets(entry: Entry) -> Hashable:
    return entry.targets if entry.is_filled else None


def _previous_key(entry: Entry) -> Hashable:
    previous = entry.previous
    if previous is None or (previous.source is None and previous.context is None):
        return None
    context = entry.context if previous.context is None else previous.context
    return (context, entry.source if previous.source is None else previous.source)


class _Pairing:
    """Rows, and entries that are none of them, that have no partner yet."""

    def __init__(self, rows: Rows, items: Sequence[Item]) -> None:
        used = {each for each in items if isinstance(each, int)}
        self.rest = [(place, each) for place, each in enumerate(items) if not isinstance(each, int)]
        self.free = {row: rows.entry(row) for row in range(len(rows)) if row not in used} if self.rest else {}

    def match(self, name_old: _Name, name_new: _Name) -> Iterator[tuple[int, int]]:
        """Pairs by a name, in order, as (place, row)."""
        if not self.rest or not self.free:
            return
        rows: dict[Hashable, list[int]] = {}
        for row in reversed(self.free):
            rows.setdefault(name_old(self.free[row]), []).append(row)
        left: list[tuple[int, Entry]] = []
        for place, entry in self.rest:
            name = name_new(entry)
            candidates = rows.get(name) if name is not None else None
            if candidates:
                row = candidates.pop()
                del self.free[row]
                yield place, row
            else:
                left.append((place, entry))
        self.rest = left


def _bytes(pieces: Sequence[_Piece], file: File) -> bytes:
    """The pieces in the charset of the file; lines that are copied whole keep their bytes."""
    decoded, text = file.decoded, file.data
    if decoded.lines is None:
        joined = b"".join(each if isinstance(each, bytes) else text[each[0] : each[1]] for each in pieces)
        return decoded.bom + decoded.encode(joined)
    starts = [0]
    while (end := text.find(b"\n", starts[-1])) >= 0:
        starts.append(end + 1)
    out: list[bytes] = [decoded.bom]
    for piece in pieces:
        if isinstance(piece, bytes):
            out.append(decoded.encode(piece))
        else:
            out += _copied(*piece, file, starts)
    return b"".join(out)


def _copied(start: int, stop: int, file: File, starts: list[int]) -> list[bytes]:
    """A span of the text line by line: whole lines as the bytes they were."""
    decoded, text = file.decoded, file.data
    assert decoded.lines is not None
    out: list[bytes] = []
    while start < stop:
        line = bisect_right(starts, start) - 1
        first = starts[line]
        last = starts[line + 1] - 1 if line + 1 < len(starts) else len(text)
        end = min(stop, last)
        is_whole = start == first and not text[end:last].strip()
        if is_whole and end == last:
            out.append(decoded.lines[line])
        elif is_whole:
            out.append(decoded.lines[line][: len(decoded.lines[line].rstrip())])
        else:
            out.append(decoded.encode(text[start:end]))
        if stop > last:
            out.append(b"\n")
        start = max(end, last) + 1 if stop > last else stop
    return out
