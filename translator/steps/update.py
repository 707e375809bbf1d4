"""Template + catalog → catalog: targets carried over, pass-throughs filled, nothing dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from translator import locales, po
from translator.catalog import Catalog, Entry, Header, Key
from translator.collector import at_rest
from translator.merging import by_name, is_settled, merged, nplurals
from translator.po import Item, Name
from translator.steps._changes import Change, Languages, Updated, UpdateOptions

# What finds targets loads what is known of languages, which an update without anything new can do without.
if TYPE_CHECKING:
    from translator.steps._filling import Filling

__all__ = ["Change", "Languages", "UpdateOptions", "Updated", "update"]

# Fewer entries than these may well all change at once.
_ENOUGH = 4


def update(template: Catalog, catalog: Catalog, *, locale: str, options: UpdateOptions | None = None) -> Updated:
    """The catalog brought up to the template.

    Live entries come in template order, obsolete ones after them. An entry keeps target, fuzzy
    mark, previous source, translator comments and flags; notes, references and format flags are
    the template's. A new entry takes its target from where its source came from, else it is filled
    with its source where that is in the locale's own language. What lost its source becomes
    obsolete. A catalog that is up to date comes back as the same object.
    """
    with at_rest():
        work = _Work(template, catalog, locales.content_tag(locale), options or UpdateOptions())
        items = work.items()
        header = catalog.header or work.options.header
        if header == catalog.header and len(items) == len(work.rows) and all(map(work.is_at, items, range(len(items)))):
            result = catalog
        else:
            result = po.arranged(catalog, items, header)
        return Updated(result, tuple(work.changes), work.is_stranger())


class _Work:
    """One update: what it knows, and what it did so far.

    An item is an entry that was made, or the number of the row that the catalog has of it.
    """

    def __init__(self, template: Catalog, catalog: Catalog, tag: str, options: UpdateOptions) -> None:
        self.tag = tag
        self.options = options
        self.header = catalog.header or options.header
        self.template = po.rows_of(template)
        self.rows = po.rows_of(catalog)
        self.wanted = by_name(self.template, retired=False)
        conflicts: list[Key] = []
        self.old = by_name(self.rows, retired=False, conflicts=conflicts)
        self.retired = by_name(self.rows, retired=True)
        self.changes = [Change("conflict", key) for key in conflicts]
        self.gone = [self.entry(item) for name, item in self.old.items() if name not in self.wanted]
        self.revived: set[Name] = set()
        self.kept = 0
        self.filled: Filling | None = None

    def entry(self, item: Item) -> Entry:
        """The entry of an item."""
        return self.rows.entry(item) if isinstance(item, int) else item

    def is_at(self, item: Item, index: int) -> bool:
        """Whether an item is what the catalog has at a row."""
        return item == index if isinstance(item, int) else item == self.rows.entry(index)

    @cached_property
    def forms(self) -> int:
        """How many plural forms an entry has."""
        return _forms(self.header, self.rows)

    def items(self) -> list[Item]:
        """All that the catalog is to hold, in order."""
        items = self.live()
        items += [index for index in sorted(self.rows.retired) if self.rows.names[index] not in self.revived]
        items += filter(None, map(self.retired_now, self.gone))
        return items

    def live(self) -> list[Item]:
        """The live entries, in template order."""
        rows, template = self.rows, self.template
        names, wanted = list(self.wanted), list(self.wanted.values())
        items: list[Item | None] = list(map(self.old.get, names))
        is_plain = rows.alike(items, template, wanted)
        self.kept += sum(is_plain)
        open_: dict[int, Entry] = {}
        known: list[Entry] = []
        for number in compress(range(len(names)), map(not_, is_plain)):
            item, want = items[number], wanted[number]
            entry = template.entry(want) if isinstance(want, int) else want
            if isinstance(item, int) and is_settled(rows.entry(item), entry):
                self.kept += 1
                if entry.plural is None:
                    is_plain[number] = True
                else:
                    known.append(rows.entry(item))
            else:
                items[number] = item = self.carried(names[number], entry, item=item)
                open_[number] = self.entry(item)
        filled = {number: entry for number, entry in open_.items() if any(entry.targets)}
        for number in filled:
            del open_[number]
        if open_:
            known += [entry for entry in filled.values() if entry.plural is None or entry.is_filled]
            settled = [item for item in compress(items, is_plain) if isinstance(item, int)]
            filling = self.filling(settled, known)
            found = filling.fill(dict(open_))
            self.changes += filling.changes
            for number, entry in found.items():
                items[number] = items[number] if entry is open_[number] else entry
        return [item for item in items if item is not None]

    def carried(self, name: Name, template: Entry, *, item: Item | None) -> Item:
        """The entry for one of the template, with the target that its name had."""
        word = ""
        old = None if item is None else self.entry(item)
        if (old is None or not old.is_filled) and name in self.retired:
            retired = self.entry(self.retired[name])
            if retired.is_filled:
                old, item, word = retired, None, "revived"
                self.revived.add(name)
        if old is None:
            return replace(template, is_fuzzy=False) if template.is_fuzzy else template
        self.kept += 1
        entry = merged(template, old, forms=lambda: self.forms)
        if entry.is_fuzzy and not old.is_fuzzy:
            word = "plural"
        if entry.is_fuzzy and self.options.accepts:
            accept: Callable[[Entry, frozenset[str]], Entry | None]
            accept = import_module("translator.candidates").accept
            accepted = accept(entry, self.options.accepts)
            if accepted is not None:
                entry, word = accepted, "accepted"
        if word:
            self.changes.append(Change(word, template.key))
        return item if entry is old and item is not None else entry

    def filling(self, settled: Sequence[int], known: list[Entry]) -> Filling:
        """What finds targets for entries that have none; it does not refer back, so all goes when the work is done."""
        header, rows = self.header, self.rows
        made: Filling = import_module("translator.steps._filling").Filling(
            self.tag,
            self.options,
            gone=self.gone,
            retired=[self.entry(item) for name, item in self.retired.items() if name not in self.revived],
            known=known,
            kept=_Kept(self.rows, settled),
            order=(list(self.wanted), list(self.old)),
            forms=lambda: _forms(header, rows),
        )
        self.filled = made
        return made

    def retired_now(self, entry: Entry) -> Entry | None:
        """The obsolete entry, or None where no one's work is in it, or another entry took it over whole."""
        if self.filled is not None and id(entry) in self.filled.replaced:
            return None
        if not entry.comments and (not any(entry.targets) or self.is_untouched(entry) or self.is_echo(entry)):
            self.changes.append(Change("dropped", entry.key))
            return None
        self.changes.append(Change("obsolete", entry.key))
        return replace(entry, is_obsolete=True, references=(), notes=())

    def is_untouched(self, entry: Entry) -> bool:
        """Whether an entry is a pass-through that no one has edited."""
        if entry.targets != (entry.source,):
            return False
        is_untouched: Callable[[Entry, str, Languages], bool]
        is_untouched = import_module("translator.steps._filling").is_untouched
        return is_untouched(entry, self.tag, self.options.languages)

    def is_echo(self, entry: Entry) -> bool:
        """Whether an entry is a suggestion that no one took up, of which the catalog keeps where it came from."""
        previous = entry.previous
        if not entry.is_fuzzy or previous is None or not previous.source or previous.source == entry.source:
            return False
        name = po.name_of(Entry(previous.source, context=previous.context, plural=previous.plural))
        item = self.retired.get(name, self.old.get(name))
        origin = None if item is None or name in self.revived else self.entry(item)
        return origin is not None and not origin.is_fuzzy and origin.targets == entry.targets

    def is_stranger(self) -> bool:
        """Whether catalog and template have nothing in common, though there is enough of both."""
        taken = any(change.suggestion is not None for change in self.changes)
        return not self.kept and not taken and min(len(self.old), len(self.wanted)) >= _ENOUGH


def _forms(header: Header | None, rows: po.Rows) -> int:
    return nplurals(header) or rows.forms


class _Kept(Mapping[str, Entry]):
    """Settled entries by source, the first of each; looked at only when asked for."""

    def __init__(self, rows: po.Rows, settled: Sequence[int]) -> None:
        self._rows = rows
        self._settled = settled
        self._is_settled = bytearray(len(rows))
        for each in settled:
            self._is_settled[each] = True

    @cached_property
    def _in_context(self) -> dict[bytes, int]:
        """The rows that stand in a context."""
        names = self._rows.names
        rows = [index for index, name in enumerate(names) if not isinstance(name, bytes) and self._is_settled[index]]
        return {po.key_of(names[index])[1].encode(): index for index in reversed(rows)}

    def _place(self, source: str) -> int | None:
        name = source.encode("utf-8", "surrogatepass")
        place = self._rows.places.get(name)
        if place is not None and self._is_settled[place]:
            return place
        return self._in_context.get(name)

    def __getitem__(self, source: str) -> Entry:
        place = self._place(source)
        if place is None:
            raise KeyError(source)
        return self._rows.entry(place)

    def __contains__(self, source: object) -> bool:
        return isinstance(source, str) and self._place(source) is not None

    def __iter__(self) -> Iterator[str]:
        names = self._rows.names
        return iter({po.key_of(names[each])[1]: None for each in self._settled})

    def __len__(self) -> int:
        return sum(1 for _ in iter(self))
