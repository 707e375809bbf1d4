"""Two catalogs → what differs, entry by entry: for a reviewer, not for a patch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from translator.candidates import Candidates
from translator.catalog import Catalog, Entry, Header
from translator.nearness import near
from translator.notes import facts
from translator.steps.merge import Slot, slots

Kind = Literal["added", "removed", "source", "retired", "revived", "changed"]
FIELDS = ("source", "context", "plural", "targets", "is_fuzzy", "previous", "comments", "flags", "sticky_flags", "notes", "references")  # fmt: skip
# Latin words and numbers are compared whole; Han, kana and all else letter by letter.
_TOKEN = re.compile(r"[A-Za-zÀ-ɏ0-9_]+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that differs.

    `added` and `removed` have one side only; `source` pairs an entry with the one it came from;
    `retired` became obsolete, `revived` is live again; `changed` is all else. `fields` are the names
    of the Entry fields that differ, in order, empty for one side only.
    """

    kind: Kind
    old: Entry | None
    new: Entry | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeaderChange:
    """One header field that differs; None where a side has not got it. The name is "" for comments."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two catalogs; the order of entries and the layout of lines do not count."""

    header: tuple[HeaderChange, ...] = ()
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.header or self.changes)


def diff(old: Catalog, new: Catalog) -> Difference:
    """The differences in the order of the new catalog; what it no longer has comes last.

    >>> found = diff(Catalog((Entry("一", ("one",)),)), Catalog((Entry("一", ("1",)), Entry("二"))))
    >>> [(each.kind, each.fields) for each in found.changes]
    [('changed', ('targets',)), ('added', ())]
    """
    return Difference(tuple(_header(old.header, new.header)), tuple(_Pairs(slots(old), slots(new)).changes()))


def _header(old: Header | None, new: Header | None) -> Iterator[HeaderChange]:
    before, after = (_by_name(each) for each in (old, new))
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield HeaderChange(name, before.get(name), after.get(name))
    comments = ["\n".join(each.comments) if each else "" for each in (old, new)]
    if comments[0] != comments[1]:
        yield HeaderChange("", *comments)
    if (old is not None and old.is_fuzzy) != (new is not None and new.is_fuzzy):
        marks = ["fuzzy" if each is not None and each.is_fuzzy else "" for each in (old, new)]
        yield HeaderChange("flags", *marks)


def _by_name(header: Header | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in header.fields if header is not None else ():
        found[name] = f"{found[name]}\n{value}" if name in found else value
    return found


@dataclass
class _Pairs:
    old: Mapping[Slot, Entry]
    new: Mapping[Slot, Entry]

    def changes(self) -> Iterator[Change]:
        """Every change, those of new entries first."""
        origins = self.origins()
        taken = set(origins.values())
        for slot, entry in self.new.items():
            before = self.old.get(origins.get(slot, slot))
            if slot in origins:
                assert before is not None
                yield Change("source", before, entry, _fields(before, entry))
            elif before is None:
                yield Change("added", None, entry)
            else:
                yield from _changed(before, entry, is_told=slot in taken)
        for slot, entry in self.old.items():
            if slot not in self.new and slot not in taken:
                yield Change("removed", entry, None)

    def origins(self) -> dict[Slot, Slot]:
        """New entry → the entry that it came from, for sources that changed; each is used once."""
        fresh = [slot for slot, entry in self.new.items() if slot not in self.old and not entry.is_obsolete]
        found: dict[Slot, Slot] = {}
        for slot in fresh:
            recorded = next((each for each in self._recorded(self.new[slot]) if each in self._gone), None)
            if recorded is not None and recorded not in found.values():
                found[slot] = recorded
        rest = [slot for slot in fresh if slot not in found]
        taken = set(found.values())
        free = {id(self.old[slot]): slot for slot in self._gone if slot not in taken}
        if rest and free:
            lost = Candidates([self.old[slot] for slot in free.values()])
            alike = near(lost, [self.new[slot] for slot in rest])
            for number, slot in enumerate(rest):
                best = lost.certain(self.new[slot]) or alike.get(number)
                if best is not None and best.origin is not None and id(best.origin) in free:
                    found[slot] = free.pop(id(best.origin))
        return found

    @cached_property
    def _gone(self) -> dict[Slot, None]:
        """Live entries that are not live any more."""
        return {
            slot: None
            for slot, entry in self.old.items()
            if not entry.is_obsolete and (slot not in self.new or self.new[slot].is_obsolete)
        }

    def _recorded(self, entry: Entry) -> Iterator[Slot]:
        sources = [value for word, value in facts(entry.comments) if word == "source-was"]
        contexts = [entry.context]
        if entry.previous is not None:
            sources.insert(0, entry.source if entry.previous.source is None else entry.previous.source)
            contexts.insert(0, entry.previous.context)
        for source in sources:
            yield from (((context, source), 0) for context in contexts)


def _changed(old: Entry, new: Entry, *, is_told: bool) -> Iterator[Change]:
    fields = _fields(old, new)
    if old.is_obsolete == new.is_obsolete:
        if fields:
            yield Change("changed", old, new, fields)
        return
    # Retiring drops notes and references by itself.
    fields = tuple(each for each in fields if each not in ("notes", "references"))
    if not is_told or fields:
        yield Change("retired" if new.is_obsolete else "revived", old, new, fields)


def _fields(old: Entry, new: Entry) -> tuple[str, ...]:
    return tuple(name for name in FIELDS if getattr(old, name) != getattr(new, name))


def inline(old: str, new: str) -> str:
    """Both texts in one, with what went in [-…-] and what came in {+…+}.

    >>> inline("没有副作用。", "没有任何副作用。"), inline("It works well", "It worked well")
    ('没有{+任何+}副作用。', 'It [-works-]{+worked+} well')
    """
    one, two = _TOKEN.findall(old), _TOKEN.findall(new)
    out: list[str] = []
    for word, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if word == "equal":
            out.append("".join(one[a:b]))
            continue
        out.append(_marked("[-", one[a:b], "-]") + _marked("{+", two[c:d], "+}"))
    return "".join(out)


def _marked(opening: str, tokens: Sequence[str], closing: str) -> str:
    return f"{opening}{''.join(tokens)}{closing}" if tokens else ""
