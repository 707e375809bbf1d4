"""What other catalogs may offer to a document that has entries without a target, found by a compact index."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from translator.catalog import Catalog, Entry
from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.languages.alignment import message_sentences
from translator.project import Project

Marks = frozenset[int]
Index = Mapping[str, "array[int]"]
"""The marks of what is filled in a catalog, by document."""

NEAREST = 8
"""So many catalogs are read for one mark: the first of them by name."""
_EDGE = 6


def marks(source: str) -> tuple[int, ...]:
    """Numbers that a source shares with its equals and with what begins or ends as it does."""
    size = _EDGE if len(source) < 4 * _EDGE else 2 * _EDGE
    return _number("=" + source), _number("<" + source[:size]), _number(">" + source[-size:])


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def index_of(catalog: Catalog) -> array[int]:
    """The marks of the entries that may help others: filled ones, obsolete ones too."""
    return array("Q", [mark for each in catalog if each.is_filled and not each.is_fuzzy for mark in marks(each.source)])


def asked_of(template: Catalog, catalog: Catalog) -> array[int]:
    """The marks of what a template has and its catalog has no target for, by sentence too."""
    filled = {entry.key for entry in catalog if entry.is_filled}
    wanted = [entry.source for entry in template.live() if entry.key not in filled]
    found = {mark for source in wanted for mark in marks(source)}
    found.update(_number("=" + each) for source in wanted for each in message_sentences(source))
    return array("Q", sorted(found))


class AskedError(Exception):
    """An update wants to know of other catalogs, and no one has looked there yet."""


@dataclass
class Offers:
    """The entries of a locale's other catalogs that have a mark in common with what is asked.

    Only catalogs that hold such an entry are read. `index` is that of the locale, `asked` all that any document
    will ask.
    """

    project: Project
    locale: LocaleSettings
    index: Index
    asked: Marks
    _holders: dict[int, list[str]] = field(default_factory=dict)
    _catalogs: dict[str, Catalog] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in sorted(self.index):
            for mark in set(self.index[name]) & self.asked:
                holders = self._holders.setdefault(mark, [])
                if len(holders) <= NEAREST:
                    holders.append(name)

    def entries(self, name: str, asked: Iterable[int]) -> tuple[Entry, ...]:
        """What the other catalogs offer to a document, live entries first."""
        wanted = frozenset(asked)
        names = {each: None for mark in sorted(wanted) for each in self._holders.get(mark, ()) if each != name}
        found = [entry for each in sorted(names) for entry in self._catalog(each) if self._helps(entry, wanted)]
        return tuple(sorted(found, key=lambda each: each.is_obsolete))

    @staticmethod
    def _helps(entry: Entry, wanted: Marks) -> bool:
        return entry.is_filled and not entry.is_fuzzy and not wanted.isdisjoint(marks(entry.source))

    def _catalog(self, name: str) -> Catalog:
        if name not in self._catalogs:
            try:
                file = self.project.catalog(self.project.catalog_path(name, self.locale))
            except TranslatorError:
                file = None  # Whoever works on that catalog says why.
            self._catalogs[name] = file.catalog if file else Catalog()
        return self._catalogs[name]


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
