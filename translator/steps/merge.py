"""Two changed catalogs and the one that both came from → one: entry by entry, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from translator.catalog import Catalog, Entry, Key, Previous
from translator.inline import renamed
from translator.notes import fact, facts
from translator.steps._merge_header import header_conflicts, merged_header
from translator.steps._merge_order import arranged, joined

_Value = TypeVar("_Value")
Slot = tuple[Key, int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that both sides changed, each in its own way; the key is None for the header."""

    key: Key | None
    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged catalog, and what a person must decide."""

    catalog: Catalog
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Catalog, ours: Catalog, theirs: Catalog, *, is_update: bool = False) -> Merged:
    """Three-way merge by key and by field; no translation of either side is lost.

    What one side changed wins over what the other left alone. Where both gave an entry another
    target, ours stays, fuzzy, with both in comments. An entry that one side removed and the other
    worked on stays as obsolete. Where one side changed a source and the other the target of the old
    source, the new source gets the newer target as a fuzzy suggestion with its previous source. Duplicates stay.
    `is_update` says that their side is what an update made: a person's target goes before what it filled in.

    >>> base = Catalog((Entry("一"), Entry("二")))
    >>> done = merge(base, Catalog((Entry("一", ("one",)), Entry("二"))), Catalog((Entry("一"), Entry("二", ("two",)))))
    >>> [entry.target for entry in done.catalog], done.conflicts
    (['one', 'two'], ())
    """
    work = _Work(slots(base), slots(ours), slots(theirs), is_update)
    found = work.entries()
    header = merged_header(base.header, ours.header, theirs.header)
    conflicts = [Conflict(None, *each) for each in header_conflicts(base.header, ours.header, theirs.header)]
    entries = tuple(arranged(work.base, work.ours, work.theirs, found))
    return Merged(Catalog(entries, header), (*conflicts, *work.conflicts))


def slots(catalog: Catalog) -> dict[Slot, Entry]:
    """Entries in file order by key and number: of several with one key, live ones count first.

    >>> [slot[1] for slot in slots(Catalog((Entry("甲", is_obsolete=True), Entry("甲"), Entry("乙"))))]
    [1, 0, 0]
    """
    entries = catalog.entries
    count: Counter[Key] = Counter()
    numbers = [0] * len(entries)
    for index in sorted(range(len(entries)), key=lambda each: entries[each].is_obsolete):
        numbers[index] = count[entries[index].key]
        count[entries[index].key] += 1
    return {(entry.key, numbers[index]): entry for index, entry in enumerate(entries)}


@dataclass
class _Work:
    base: Mapping[Slot, Entry]
    ours: Mapping[Slot, Entry]
    theirs: Mapping[Slot, Entry]
    is_update: bool = False
    conflicts: list[Conflict] = field(default_factory=list)

    def entries(self) -> dict[Slot, Entry]:
        """Every entry of the result."""
        found: dict[Slot, Entry] = {}
        for slot in dict.fromkeys((*self.ours, *self.theirs)):
            entry = self.one(slot)
            if entry is not None:
                found[slot] = entry
        return found

    def one(self, slot: Slot) -> Entry | None:
        """The entry of one slot, or None where it is gone."""
        base, ours, theirs = (side.get(slot) for side in (self.base, self.ours, self.theirs))
        if ours is not None and theirs is not None:
            if theirs in (ours, base):
                return ours
            return theirs if ours == base else self.both(base, ours, theirs=theirs)
        if ours is not None:
            return self.left(base, ours) if base is not None else self.added(ours, self.ours, there=self.theirs)
        assert theirs is not None
        return self.left(base, theirs) if base is not None else self.added(theirs, self.theirs, there=self.ours)

    def left(self, base: Entry, entry: Entry) -> Entry | None:
        """An entry that the other side removed: kept, as obsolete, only where someone worked on it here."""
        is_worked_on = entry.comments != base.comments or (
            any(entry.targets) and (entry.targets, entry.is_fuzzy) != (base.targets, base.is_fuzzy)
        )
        return _retired(entry) if is_worked_on else None

    def added(self, entry: Entry, here: Mapping[Slot, Entry], *, there: Mapping[Slot, Entry]) -> Entry:
        """An entry that one side alone has; a target it took over is brought up to what the other side made of it."""
        slot = self.origin(entry, here)
        if slot is None or slot not in there:
            return entry
        before, after = self.base[slot], there[slot]
        if (
            not any(after.targets)
            or after.targets == before.targets
            or (before.plural is None) != (entry.plural is None)
        ):
            return entry
        if entry.targets not in (before.targets, _renamed(before, before.targets, entry)):
            return entry
        comments = joined(before.comments, entry.comments, after.comments)
        previous = entry.previous or Previous(before.source, before.context, before.plural)
        targets = _renamed(before, after.targets, entry)
        return replace(entry, targets=targets, is_fuzzy=True, previous=previous, comments=comments)

    def origin(self, entry: Entry, here: Mapping[Slot, Entry]) -> Slot | None:
        """Which entry of the base a new one took its target from: as recorded, or one with this target that is gone."""
        recorded = [value for word, value in facts(entry.comments) if word == "source-was"]
        if entry.previous is not None and entry.previous.source is not None:
            recorded.append(entry.previous.source)
        for source in recorded:
            contexts = {entry.context, entry.previous.context if entry.previous is not None else None}
            for slot in (((context, source), 0) for context in contexts):
                if slot in self.base:
                    return slot
        gone = [slot for slot in self._by_targets.get(entry.targets, ()) if slot not in here or here[slot].is_obsolete]
        return gone[0] if len(gone) == 1 and entry.is_filled else None

    @cached_property
    def _by_targets(self) -> dict[tuple[str, ...], list[Slot]]:
        found: dict[tuple[str, ...], list[Slot]] = {}
        for slot, entry in self.base.items():
            found.setdefault(entry.targets, []).append(slot)
        return found

    def both(self, base: Entry | None, ours: Entry, *, theirs: Entry) -> Entry:
        """An entry that both sides have and changed, each in its own way."""
        is_new = base is None
        base = base or Entry(ours.source, context=ours.context)
        entry, is_conflict = self.translation(base, ours, theirs=theirs)
        is_obsolete = three_way(base.is_obsolete, ours.is_obsolete, theirs.is_obsolete)
        if is_new:
            is_obsolete = ours.is_obsolete and theirs.is_obsolete
        # A side that revives or retires says nothing by an obsolete entry's empty notes and references.
        live = [each for each in (ours, theirs) if not each.is_obsolete]
        if len(live) == 1 and not is_obsolete:
            notes, references = live[0].notes, live[0].references
        else:
            notes = joined(base.notes, ours.notes, theirs.notes)
            references = joined(base.references, ours.references, theirs.references)
        comments = joined(base.comments, ours.comments, theirs.comments)
        if is_conflict:
            marks = (*_marks("ours", ours.targets), *_marks("theirs", theirs.targets))
            comments = (*comments, *(mark for mark in marks if mark not in comments))
            self.conflicts.append(Conflict(ours.key, "target", _shown(ours.targets), _shown(theirs.targets)))
        result = replace(
            entry,
            flags=joined(base.flags, ours.flags, theirs.flags),
            sticky_flags=joined(base.sticky_flags, ours.sticky_flags, theirs.sticky_flags),
            notes=notes,
            comments=comments,
            references=references,
            is_obsolete=is_obsolete,
        )
        return _retired(result) if is_obsolete and live else result

    def translation(self, base: Entry, ours: Entry, *, theirs: Entry) -> tuple[Entry, bool]:
        """An entry with the merged plural, targets, fuzzy mark and previous source; whether they are in conflict."""
        one, two, old = _translation(ours), _translation(theirs), _translation(base)
        if two in (one, old):
            return ours, False
        if one == old:
            return theirs, False
        if ours.plural != theirs.plural:
            return self.plurals(base, ours, theirs=theirs)
        if ours.targets == theirs.targets:
            is_fuzzy = three_way(base.is_fuzzy, ours.is_fuzzy, theirs.is_fuzzy)
            previous = three_way(base.previous, ours.previous, theirs.previous)
            return replace(ours, is_fuzzy=is_fuzzy, previous=previous), False
        if not any(base.targets):
            if any(ours.targets) and (self.is_update or not any(theirs.targets) or self.is_made(theirs)):
                return ours, False
            if not any(ours.targets) or self.is_made(ours):
                return theirs, False
        if not _has_decided(base, theirs):
            return replace(ours, is_fuzzy=ours.is_fuzzy or theirs.is_fuzzy), False
        if not _has_decided(base, ours):
            return replace(theirs, is_fuzzy=ours.is_fuzzy or theirs.is_fuzzy), False
        return _disputed(ours, theirs), True

    def plurals(self, base: Entry, ours: Entry, *, theirs: Entry) -> tuple[Entry, bool]:
        """The same where the sides differ in the plural source."""
        changed, other = (ours, theirs) if theirs.plural == base.plural else (theirs, ours)
        if other.plural == base.plural:
            if not _has_decided(base, other):
                return replace(changed, is_fuzzy=changed.is_fuzzy or other.is_fuzzy), False
            if changed.targets == base.targets and None not in (changed.plural, other.plural):
                previous = Previous(base.source, base.context, base.plural)
                return replace(changed, targets=other.targets, is_fuzzy=True, previous=previous), False
        return _disputed(ours, theirs), True

    def is_made(self, entry: Entry) -> bool:
        """Whether an update filled the entry, by itself: from its source, or from an entry of the base."""
        if entry.plural is None and entry.target == entry.source:
            return True
        made = entry.is_fuzzy or any(word == "source-was" for word, _ in facts(entry.comments))
        for slot in self._by_targets.get(entry.targets, ()):
            if made or slot[0][1] == entry.source:
                return True
        before = self.base.get(((entry.context, entry.previous.source or ""), 0)) if entry.previous else None
        return made and before is not None and _renamed(before, before.targets, entry) == entry.targets


def three_way(base: _Value, ours: _Value, theirs: _Value) -> _Value:
    """What one side changed, or ours where both did.

    >>> three_way(1, 1, 2), three_way(1, 3, 1), three_way(1, 3, 2)
    (2, 3, 3)
    """
    return theirs if ours == base else ours


def _translation(entry: Entry) -> tuple[object, ...]:
    return (entry.plural, entry.targets, entry.is_fuzzy, entry.previous)


def _has_decided(base: Entry, entry: Entry) -> bool:
    """Whether a side gave another target, or confirmed the one that was in doubt."""
    return entry.targets != base.targets or (base.is_fuzzy and not entry.is_fuzzy)


def _disputed(ours: Entry, theirs: Entry) -> Entry:
    # A fuzzy entry without a target would be an empty one to every tool.
    return replace(ours if any(ours.targets) else theirs, is_fuzzy=True)


def _retired(entry: Entry) -> Entry:
    return replace(entry, is_obsolete=True, notes=(), references=())


def _renamed(before: Entry, targets: tuple[str, ...], entry: Entry) -> tuple[str, ...]:
    """The targets of an old source with the placeholders of the new one, where they map."""
    return tuple(renamed(each, before.source, entry.source) or each for each in targets)


def _marks(side: str, targets: tuple[str, ...]) -> Iterator[str]:
    for number, target in enumerate(targets):
        yield fact("conflict", f"{side}{f'[{number}]' if len(targets) > 1 else ''}: {escaped(target)}".rstrip())


def _shown(targets: tuple[str, ...]) -> str:
    return " | ".join(targets)


def escaped(text: str) -> str:
    r"""A text on one line, as it would stand between quotes in code.

    >>> print(escaped("一\n二\\"))
    一\n二\\
    """
    for char, name in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(char, name)
    return text
