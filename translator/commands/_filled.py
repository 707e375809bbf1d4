"""What was filled without a translator: the source itself, or what another document says; for `status --filled`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from translator.catalog import Entry
from translator.commands._pipeline import Shelf, read_documents
from translator.config import LocaleSettings
from translator.document import Language
from translator.errors import Location, TranslatorError, shorten, visible
from translator.findings import Finding
from translator.notes import facts
from translator.project import Project

NO_LANGUAGE = "zxx"


@dataclass(frozen=True, slots=True)
class Filled:
    """An entry that was filled: its place, its text, what it was filled with, the language it was taken for and how sure that is.

    `origin` is the document that a label was taken from, "" where the entry is filled with its source.
    """

    path: str
    line: int
    locale: str
    source: str
    target: str
    lang: str
    confidence: float
    is_fuzzy: bool
    origin: str = ""

    def __str__(self) -> str:
        mark = ", fuzzy" if self.is_fuzzy else ""
        if self.origin:
            return (
                f"{visible(self.path)}:{self.line}: reused{mark}: “{shorten(self.source)}” → “{shorten(self.target)}”"
            )
        return f"{visible(self.path)}:{self.line}: {self.lang} {self.confidence:.2f}{mark}: “{shorten(self.source)}”"


@dataclass(frozen=True)
class Lister:
    """What was filled in the catalogs of one document, in whatever process, and what could not be read."""

    project: Project
    locales: tuple[LocaleSettings, ...]

    def __call__(self, name: str) -> tuple[tuple[Filled, ...], tuple[Finding, ...]]:
        read, shelf = read_documents(self.project, (name,), 1), Shelf(self.project)
        if name not in read.documents:
            return (), tuple(read.findings)
        languages = read.languages(name)
        found: list[Filled] = []
        unread: list[Finding] = []
        for locale in self.locales:
            path = self.project.catalog_path(name, locale)
            try:
                file = shelf.get(path)
            except TranslatorError as error:
                assert error.location is not None
                unread.append(Finding("invalid-catalog", "error", error.message, error.location))
                continue
            for entry in file.catalog.live() if file is not None else ():
                origin = next((value for word, value in facts(entry.comments) if word == "reused"), "")
                if (entry.target != entry.source and not origin) or not entry.target:
                    continue
                known = min(languages.get(entry.key, ()), key=lambda each: each.confidence, default=None)
                if known is None or file is None:
                    continue
                place = file.locate(entry, "source")
                found.append(_filled(entry, place, known, locale=locale.tag, origin=origin))
        return tuple(found), tuple(unread)


def _filled(entry: Entry, place: Location, language: Language, *, locale: str, origin: str) -> Filled:
    sure = round(language.confidence, 3)
    said = (entry.source, entry.target, language.tag, sure, entry.is_fuzzy, origin)
    return Filled(place.path, place.line, locale, *said)


def told(found: Iterable[Filled], locales: Sequence[str], *, form: str) -> Iterator[str]:
    """The lines for a reader, what is least sure first by locale; or one JSON object."""
    ordered = sorted(found, key=_doubt)
    if form == "json":
        yield json.dumps({"filled": [asdict(each) for each in ordered]}, ensure_ascii=False, indent=2)
        return
    for locale in locales:
        own = [each for each in ordered if each.locale == locale]
        plain = sum(_is_plain(each) for each in own)
        yield from (str(each) for each in own if not _is_plain(each))
        codes = f"; {plain} more are numbers, units or codes" if plain else ""
        yield f"{locale}: {len(own) - plain} to be read{codes}"


def _doubt(filled: Filled) -> tuple[bool, float, str, int]:
    """The sort key: labels from elsewhere, then what is least sure."""
    return not filled.origin, filled.confidence, filled.path, filled.line


def _is_plain(filled: Filled) -> bool:
    return filled.lang == NO_LANGUAGE and not filled.is_fuzzy and not filled.origin
