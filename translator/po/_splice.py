"""A catalog as the bytes of a PO file: what did not change is copied, byte for byte."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence

from translator.catalog import Catalog, Entry
from translator.po import _header
from translator.po._charset import Decoded, declared
from translator.po._file import File
from translator.po._render import render, render_again

_Piece = bytes | tuple[int, int]
_Name = Callable[[Entry], Hashable]


def write(catalog: Catalog, over: File | None = None, *, like: File | None = None) -> bytes:
    """The catalog as a PO file; over a file that was read, everything unchanged keeps its bytes.

    Entries come in the order of the catalog. A changed entry keeps the lines of its unchanged fields; new
    text is unwrapped, in the line ends and the charset of the file. What the file holds beside entries
    (unreadable stretches, domain lines, comments at the end) always stays. An entry that is new over the file
    but stands in `like` is written as it is there. Raises TranslatorError
    where the charset of the file has no such character.
    """
    if over is None:
        units = ([_header.entry_of(catalog.header)] if catalog.header else []) + list(catalog.entries)
        text = "".join(
            render(entry) + "\n" + ("\n" if number < len(units) else "") for number, entry in enumerate(units, 1)
        )
        return Decoded(b"", _codec(catalog)).encode(text.encode())
    if catalog.entries is over.catalog.entries and catalog.header is over.catalog.header:
        return _bytes([(0, len(over.data))], over)
    return _bytes(_Splice(over, catalog, like).pieces(), over)


def _codec(catalog: Catalog) -> str:
    name = catalog.header.get("Content-Type") if catalog.header else ""
    found = declared(f'msgid ""\nmsgstr "{name}"'.encode())
    try:
        "a".encode(found or "utf-8")
    except LookupError:
        return "utf-8"
    return found or "utf-8"


class _Splice:
    """Puts the units of a catalog over those of a file."""

    def __init__(self, over: File, catalog: Catalog, like: File | None = None) -> None:
        self.file = over
        self.like = like
        self.places = {entry: index for index, entry in enumerate(like.catalog.entries)} if like is not None else {}
        self.old: list[Entry] = list(over.catalog.entries)
        self.new: list[Entry] = list(catalog.entries)
        self.sources = _pairs(self.old, self.new)
        at = over.header_unit
        if over.header_entry is not None:
            self.old.insert(at, over.header_entry)
            self.sources = [None if each is None else each + (each >= at) for each in self.sources]
        if catalog.header is not None:
            place = min(max(at, 0), len(self.new))
            self.new.insert(place, _header.entry_of(catalog.header, over.header_entry))
            self.sources.insert(place, at if at >= 0 else None)
        self.out: list[_Piece] = []
        self.last = -1
        self.kept: set[int] = set()

    def pieces(self) -> list[_Piece]:
        """The new file in order: spans of the old text, and new text."""
        was_new = False
        old, ends, stretches = self.old, self.file.ends, self.file.stretches
        for entry, unit in zip(self.new, self.sources, strict=True):
            is_same = unit is not None and (old[unit] is entry or old[unit] == entry)
            if is_same and not was_new and unit == self.last + 1 and unit not in stretches:
                self._copy(ends[unit - 1] if unit else 0, ends[unit])
            else:
                self._place(entry, unit, is_same=is_same, is_plain=is_same and not was_new)
            self.last = self.last if unit is None else unit
            was_new = not is_same
        self._tail(was_new)
        return self.out

    def _place(self, entry: Entry, unit: int | None, *, is_same: bool, is_plain: bool) -> None:
        """An entry that is new, changed, or has another one before it."""
        if unit is None:
            self._keep_stretches(self.last + 2)
            self._part()
        else:
            self._keep_stretches(unit)
            self._gap(unit, is_plain=is_plain)
        if unit is not None and is_same:
            self._copy(self.file.starts[unit], self.file.ends[unit])
        else:
            self.out.append(self._rendered(entry, unit).encode())

    def _span(self, gap: int) -> tuple[int, int]:
        """The text before a unit; that after the last one has the number of the units."""
        start = self.file.ends[gap - 1] if gap else 0
        stop = self.file.starts[gap] if gap < len(self.old) else len(self.file.data)
        return start, stop

    def _gap(self, unit: int, *, is_plain: bool) -> None:
        """What stands before a unit of the file, which may have other neighbours now."""
        start, stop = self._span(unit)
        between = self.file.scanned[start:stop]
        if unit in self.file.stretches:
            if unit in self.kept:
                self._part()
                return
            self.kept.add(unit)
            if unit != self.last + 1 and not between.startswith(b"\n"):
                self._part()
            self._copy(start, stop)
        elif not self.out:
            self._copy(*self._span(0))
        elif unit <= self.last:
            self._part()
        else:
            start, stop = max(self._blank(self.last + 1), (start, stop), key=self._height)
            if self._height((start, stop)) or (is_plain and unit == self.last + 1):
                self._copy(start, stop)
            else:
                self._part()

    def _blank(self, gap: int) -> tuple[int, int]:
        """The span of a gap, empty where more than space stands in it."""
        start, stop = self._span(gap)
        return (start, start if gap in self.file.stretches else stop)

    def _height(self, span: tuple[int, int]) -> int:
        return self.file.scanned.count(b"\n", *span)

    def _keep_stretches(self, stop: int) -> None:
        """Copies what is no entry and stands before a unit, though its neighbours went."""
        for gap in sorted(self.file.stretches - self.kept):
            if gap >= min(stop, len(self.old)):
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
        count = len(self.old)
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
            text = render_again(entry, self.old[unit], self.file.scanned, self.file.unit_tokens(unit))
        if self.file.newline != "\n":
            text = text.replace("\r\n", "\n").replace("\n", self.file.newline)
        return text


def _pairs(old: Sequence[Entry], new: Sequence[Entry]) -> list[int | None]:
    """For each new entry the old one it comes from: itself, its key, or the key it had before."""
    found: dict[int, int] = {}
    head = 0
    limit = min(len(old), len(new))
    while head < limit and (old[head] is new[head] or old[head] == new[head]):
        found[head] = head
        head += 1
    tail = 0
    while tail < limit - head and (old[-1 - tail] is new[-1 - tail] or old[-1 - tail] == new[-1 - tail]):
        tail += 1
        found[len(new) - tail] = len(old) - tail
    pairing = _Pairing(old, new, head, tail)
    # Most entries are the very objects that were read: no need to compare what they hold.
    for name in (id, _itself, _place_and_key, _key):
        found.update(pairing.match(name, name))
    found.update(pairing.match(_key, _previous_key))
    for name in (_source, _targets):
        found.update(pairing.match(name, name))
    return [found.get(index) for index in range(len(new))]


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
    """Old and new entries that have no partner yet."""

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry], head: int, tail: int) -> None:
        self.old, self.new = old, new
        self.free = dict.fromkeys(range(head, len(old) - tail))
        self.rest = list(range(head, len(new) - tail))

    def match(self, name_old: _Name, name_new: _Name) -> Iterator[tuple[int, int]]:
        """Pairs by a name, in order, as (new, old)."""
        if not self.rest or not self.free:
            return
        places: dict[Hashable, list[int]] = {}
        for index in reversed(self.free):
            places.setdefault(name_old(self.old[index]), []).append(index)
        left: list[int] = []
        for index in self.rest:
            name = name_new(self.new[index])
            candidates = places.get(name) if name is not None else None
            if candidates:
                place = candidates.pop()
                del self.free[place]
                yield index, place
            else:
                left.append(index)
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
