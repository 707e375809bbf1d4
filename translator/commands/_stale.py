"""What is behind its source: templates that an extract, catalogs that an update would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from translator import po
from translator.catalog import Catalog
from translator.commands._pipeline import Read, Shelf
from translator.config import LocaleSettings
from translator.errors import TranslatorError
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


def stale(shelf: Shelf, read: Read, locales: tuple[LocaleSettings, ...]) -> Iterator[Stale]:
    """Everything that is behind its document, in document order.

    A catalog is behind where an update changes it without looking for near matches.
    """
    project = shelf.project
    for name in read.documents:
        path = project.template_path(name)
        yield from (Stale(name, project.shown(path), "", each) for each in _template(shelf, name, read))
        for locale in locales:
            path = project.catalog_path(name, locale)
            reason = _catalog(shelf, name, locale, read)
            if reason:
                yield Stale(name, project.shown(path), locale.tag, reason)


def _template(shelf: Shelf, name: str, read: Read) -> Iterator[str]:
    try:
        file = shelf.get(shelf.project.template_path(name))
    except TranslatorError as error:
        yield f"cannot be read ({error.message})"
        return
    if file is None:
        yield "missing; run `translator extract`"
    elif file.catalog.entries != read.templates[name].entries:
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
    updated = update(Catalog(read.templates[name].entries), old, locale.tag, options)
    return "" if updated.catalog is old else "behind its document; run `translator update`"
