"""What is behind its source: templates that an extract, catalogs that an update would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator import po
from translator.catalog import Catalog, Key
from translator.commands._moves import moves
from translator.commands._pipeline import Read, Shelf, read_documents
from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.findings import Finding
from translator.project import Project
from translator.steps.extract import languages_by_key
from translator.steps.update import UpdateOptions, update


@dataclass(frozen=True, slots=True)
class Stale:
    """A template or catalog that is behind: its document, its path, its locale ("" for a template), and why."""

    document: str
    path: str
    locale: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Compared:
    """What is behind one document, and findings of reading it."""

    stale: tuple[Stale, ...]
    unread: tuple[Finding, ...]


@dataclass(frozen=True)
class Comparer:
    """Compares a document with its template and its catalogs.

    A catalog is behind where an update changes it without looking for near matches.
    """

    project: Project
    locales: tuple[LocaleSettings, ...]
    moved: Mapping[Path, Path] = field(default_factory=dict)
    """The catalogs that an update carries along: new path → present path."""

    def __call__(self, name: str) -> Compared:
        read = read_documents(self.project, (name,), 1)
        found = self._stale(Shelf(self.project), name, read) if name in read.documents else ()
        return Compared(tuple(found), tuple(read.findings))

    def _stale(self, shelf: Shelf, name: str, read: Read) -> Iterator[Stale]:
        path = self.project.shown(self.project.template_path(name))
        yield from (Stale(name, path, "", each) for each in _template(shelf, name, read))
        for locale in self.locales:
            place = self.project.catalog_path(name, locale)
            if place in self.moved:
                reason = f"moved, and still at {self.project.shown(self.moved[place])}; run `translator update`"
            else:
                reason = _catalog(shelf, name, locale, read)
            if reason:
                yield Stale(name, self.project.shown(place), locale.tag, reason)


def templates_behind(project: Project, names: Iterable[str]) -> tuple[Stale, ...]:
    """The templates of documents that an extract would change, in document order."""
    shelf = Shelf(project)
    found = []
    for name in names:
        read = read_documents(project, (name,), 1)
        path = project.shown(project.template_path(name))
        found += (
            [Stale(name, path, "", each) for each in _template(shelf, name, read)] if name in read.documents else []
        )
    return tuple(found)


def comparer(project: Project, locales: tuple[LocaleSettings, ...]) -> Comparer:
    """What compares the documents of a project; those that moved are known beforehand."""

    def keys(names: Iterable[str]) -> dict[str, set[Key]]:
        """The keys of documents, as they are now."""
        read = read_documents(project, names)
        return {name: {entry.key for entry in read.outline(name)} for name in read.documents}

    return Comparer(project, locales, moves(Shelf(project), locales, keys))


def _template(shelf: Shelf, name: str, read: Read) -> Iterator[str]:
    try:
        file = shelf.get(shelf.project.template_path(name))
    except TranslatorError as error:
        yield f"cannot be read ({error.message})"
        return
    if file is None:
        yield "missing; run `translator extract`"
    elif file.catalog.entries != read.template(name).entries:
        yield "behind its document; run `translator extract`"


def _catalog(shelf: Shelf, name: str, locale: LocaleSettings, read: Read) -> str:
    try:
        file: po.File | None = shelf.get(shelf.project.catalog_path(name, locale))
    except TranslatorError as error:
        return f"cannot be read ({error.message})"
    if file is None:
        return "missing; run `translator update`"
    options = UpdateOptions(languages=languages_by_key(read.documents[name]), has_near=False)
    # A header that is missing is no difference between document and catalog.
    old = replace(file.catalog, header=None)
    updated = update(Catalog(read.template(name).entries), old, locale=locale.tag, options=options)
    return "" if updated.catalog is old else "behind its document; run `translator update`"
