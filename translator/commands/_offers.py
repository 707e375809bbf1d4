"""What other catalogs may offer to a document that has entries without a target, found by a compact index."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from translator import po
from translator.cache import UNCLEAR
from translator.candidates import edges
from translator.catalog import Catalog, Entry
from translator.commands._pipeline import Shelf
from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.project import Project

Index = Mapping[str, "array[int]"]
"""What a catalog may offer, by document: four numbers an entry, one for all that it says and its three marks."""
Offered = Sequence[tuple[tuple[int, ...], Entry]]
"""Entries with their marks."""

NEAREST = 8
"""So many other catalogs are asked for one mark: the first of them by name."""


def marks(source: str) -> tuple[int, ...]:
    """Numbers that a source shares with its equals, and with what begins or ends as it does.

    They are what an update looks for in other catalogs: see `candidates.Candidates`.
    """
    head, tail = edges(source)
    return _number("=" + source), _number("<" + head), _number(">" + tail)


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _is_offer(entry: Entry) -> bool:
    """Whether another catalog may take something from an entry; what repeats its source offers nothing."""
    return entry.is_filled and not entry.is_fuzzy and entry.plural is None and entry.target != entry.source


def index_of(catalog: Catalog) -> array[int]:
    """The index of the entries that may help others, obsolete ones too."""
    found = array("Q")
    for each in catalog:
        if _is_offer(each):
            says = _number(f"{len(each.source)} {each.source}{each.target} {each.is_obsolete} {each.context!r}")
            found.extend((says, *marks(each.source)))
    return found


def changed_marks(before: array[int], after: array[int]) -> set[int]:
    """The marks of the entries that one index has, and the other has not."""
    old, new = (
        dict(zip(each[::4], zip(each[1::4], each[2::4], each[3::4], strict=True), strict=True))
        for each in (before, after)
    )
    return {mark for says in old.keys() ^ new.keys() for mark in old.get(says) or new[says]}


def asked_of(template: Catalog, catalog: Catalog) -> array[int]:
    """The marks of what a template has and its catalog has no target for, by sentence too."""
    from translator.languages.alignment import message_sentences  # a run without anything new needs it not

    filled = {entry.key for entry in catalog if entry.is_filled}
    wanted = [entry.source for entry in template.live() if entry.key not in filled]
    found = {mark for source in wanted for mark in marks(source)}
    found.update(_number("=" + each) for source in wanted for each in message_sentences(source))
    return array("Q", sorted(found))


def asked_in(shelf: Shelf, name: str, locale: LocaleSettings) -> array[int]:
    """The marks of what a document's catalog has no target for; a broken catalog asks nothing."""
    try:
        template = shelf.get(shelf.project.template_path(name))
        file = shelf.get(shelf.project.catalog_path(name, locale))
    except TranslatorError:
        return array("Q")
    return asked_of(template.catalog, file.catalog if file else Catalog()) if template is not None else array("Q")


class AskedError(Exception):
    """An update wants to know of other catalogs, and no one has looked there yet."""


@dataclass(frozen=True)
class Indexer:
    """The index of a catalog, or of what can be read of a broken one, after the digest of what was read."""

    project: Project
    locale: LocaleSettings

    def __call__(self, name: str) -> tuple[str, array[int]]:
        shelf = Shelf(self.project)
        index = index_of(readable(shelf, name, self.locale))
        return shelf.digests.get(shelf.project.catalog_path(name, self.locale), UNCLEAR), index


@dataclass(frozen=True)
class Offerer:
    """Reads the entries of a catalog that someone asks for; those that their document still has name it."""

    project: Project
    locale: LocaleSettings
    asked: frozenset[int]

    def __call__(self, name: str) -> Offered:
        found = []
        shelf = Shelf(self.project)
        standing: Container[po.Name] | None = None
        for each in readable(shelf, name, self.locale):
            if _is_offer(each) and not self.asked.isdisjoint(known := marks(each.source)):
                standing = _standing(shelf, name) if standing is None else standing
                is_there = not each.is_obsolete and po.name_of(each) in standing
                references = (self.project.source_path(name),) if is_there else ()
                found.append((known, replace(each, notes=each.notes if is_there else (), references=references)))
        return found


def _standing(shelf: Shelf, name: str) -> Container[po.Name]:
    """The names of the entries that a document has; of one that is gone none."""
    if name not in shelf.project.documents:
        return ()
    try:
        template = shelf.get(shelf.project.template_path(name))
    except TranslatorError:
        return ()
    return po.rows_of(template.catalog).places if template is not None else ()


def readable(shelf: Shelf, name: str, locale: LocaleSettings) -> Catalog:
    """The catalog of a document, the sound entries of a broken one; whoever works on it says why."""
    try:
        path = shelf.project.catalog_path(name, locale)
        try:
            file = shelf.get(path)
            return file.catalog if file is not None else Catalog()
        except TranslatorError:
            file = shelf.project.recovered(path)
            return Catalog(tuple(file.sound_entries())) if file is not None else Catalog()
    except TranslatorError:
        return Catalog()


def holders(index: Index, asked: frozenset[int]) -> dict[int, list[str]]:
    """The documents whose catalogs hold a mark that is asked for, the first few by name."""
    found: dict[int, list[str]] = {}
    for name in sorted(index):
        for mark in asked.intersection(index[name]):
            names = found.setdefault(mark, [])
            # One of them may be the catalog that asks.
            if len(names) <= NEAREST:
                names.append(name)
    return found


@dataclass(frozen=True)
class Offers:
    """The entries of a locale's catalogs that have a mark in common with what is asked."""

    holders: Mapping[int, Sequence[str]] = field(default_factory=dict)
    kept: Mapping[str, Offered] = field(default_factory=dict)

    def entries(self, name: str, asked: Iterable[int]) -> tuple[Entry, ...]:
        """What the other catalogs offer to a document, live entries first."""
        wanted = frozenset(asked)
        names = sorted({each for mark in wanted for each in self.holders.get(mark, ()) if each != name})
        found = [entry for each in names for known, entry in self.kept[each] if not wanted.isdisjoint(known)]
        return tuple(sorted(found, key=lambda each: each.is_obsolete))


def packed(arrays: Iterable[array[int]]) -> bytes:
    """Arrays as bytes, each after its length, in this machine's order of bytes."""
    out: list[bytes] = []
    for each in arrays:
        out += (len(each).to_bytes(8, "big"), each.tobytes())
    return b"".join(out)


def unpacked(data: bytes) -> Iterator[array[int]]:
    """The arrays that `packed` made bytes of."""
    at = 0
    while at < len(data):
        end = at + 8 + 8 * int.from_bytes(data[at : at + 8], "big")
        yield array("Q", data[at + 8 : end])
        at = end
