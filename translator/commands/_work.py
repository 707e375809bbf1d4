"""What is done with one document, in whatever process: judged, updated, built, published."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator import store
from translator.cache import MISSING, digest
from translator.catalog import Entry, Key
from translator.commands._answers import ALWAYS, Answer, Line
from translator.commands._changes import details, summary, warnings
from translator.commands._gate import Gate, faulty_of, judged
from translator.commands._offers import AskedError, Offers, asked_in, index_of, readable
from translator.commands._pipeline import (
    Read,
    Shelf,
    UpdatedFile,
    copied,
    read_documents,
    reasons,
    updated_catalog,
    write_template,
)
from translator.commands._state import digest_of, state_of, state_read
from translator.config import LocaleSettings
from translator.errors import Location, TranslatorError
from translator.project import Project
from translator.steps.compile import compile
from translator.steps.export import ExportOptions
from translator.steps.update import UpdateOptions


@dataclass(frozen=True)
class Judge:
    """Asks the gate of a document as it is."""

    project: Project
    locales: tuple[LocaleSettings, ...]
    gate: Gate
    run: str

    def __call__(self, name: str) -> Answer:
        read, shelf = read_documents(self.project, (name,), 1), Shelf(self.project)
        is_read = name in read.documents
        results = judged(shelf, name, read, self.locales, self.gate) if is_read else ()
        seen = state_read(shelf, name, self.locales, read)
        present = state_of(self.project, name, self.locales)
        is_still = replace(present, template=MISSING) == seen
        key = seen.key(self.run, name) if is_still else ""
        entries = len(read.template(name).entries) if is_read else 0
        return Answer(name, key, MISSING, entries, tuple(read.findings), results, is_read=is_read, is_still=is_still)


@dataclass(frozen=True)
class Updating:
    """How catalogs are updated: what other catalogs offer, by locale, None where no one has looked there.

    `counts` are the catalogs of each locale when the run began: where there are no others, nobody is
    asked. `lent` are catalogs that are read under another path than their own.
    """

    locales: tuple[LocaleSettings, ...]
    options: UpdateOptions = field(default_factory=UpdateOptions)
    counts: Mapping[str, int] = field(default_factory=dict)
    offers: Mapping[str, Offers] | None = None
    lent: Mapping[Path, Path] = field(default_factory=dict)
    is_dry: bool = False

    def shelf(self, project: Project) -> Shelf:
        """A shelf with what is lent."""
        shelf = Shelf(project)
        for path, owner in self.lent.items():
            shelf.lend(path, owner)
        return shelf

    def updates(
        self, shelf: Shelf, name: str, read: Read, asked: Mapping[str, array[int]]
    ) -> dict[str, UpdatedFile | TranslatorError]:
        """The updated catalogs of a document by locale, not written yet, or why there is none.

        AskedError where no one has looked yet what other catalogs offer.
        """
        found: dict[str, UpdatedFile | TranslatorError] = {}
        for locale in self.locales:
            try:
                options = replace(self.options, others=self._others(shelf, name, locale, asked[locale.tag]))
                found[locale.tag] = updated_catalog(shelf, name, locale, read, options)
            except TranslatorError as error:
                found[locale.tag] = error
        return found

    def _others(
        self, shelf: Shelf, name: str, locale: LocaleSettings, asked: array[int]
    ) -> Callable[[], tuple[Entry, ...]]:
        has_own = shelf.get(shelf.project.catalog_path(name, locale)) is not None

        def others() -> tuple[Entry, ...]:
            """The entries that may help; AskedError where nobody has gathered them yet."""
            if self.counts.get(locale.tag, 0) <= has_own:
                return ()
            if self.offers is None:
                raise AskedError
            return self.offers[locale.tag].entries(name, asked)

        return others

    def written(
        self, shelf: Shelf, name: str, locale: LocaleSettings, done: UpdatedFile | TranslatorError
    ) -> tuple[str, ...]:
        """Writes an updated catalog; why that could not be."""
        try:
            if isinstance(done, TranslatorError):
                raise done
            if not self.is_dry:
                shelf.put(done.path, done.data, done.before)
        except TranslatorError as error:
            return reasons(shelf.project, name, locale, error)
        return ()


@dataclass(frozen=True)
class Updater:
    """Brings the catalogs of one document up to its template; a broken one does not hide the others."""

    project: Project
    updating: Updating

    def __call__(self, name: str) -> Answer:
        project, updating = self.project, self.updating
        read = read_documents(project, (name,), 1)
        if name not in read.documents:
            return Answer(name, unread=tuple(read.findings), is_read=False)
        shelf = updating.shelf(project)
        asked = {each.tag: asked_in(shelf, name, each) for each in updating.locales}
        try:
            updates = updating.updates(shelf, name, read, asked)
        except AskedError:
            return Answer(name, index=_index(shelf, name, updating.locales), asked=asked, is_deferred=True)
        lines: list[Line] = []
        for locale in updating.locales:
            done = updates[locale.tag]
            failures = updating.written(shelf, name, locale, done)
            # What is wrong with the template is told once, not for every locale.
            lines += [(ALWAYS, each) for each in failures if (ALWAYS, each) not in lines]
            if not failures and isinstance(done, UpdatedFile):
                lines += _told(project, done)
        return Answer(name, unread=tuple(read.findings), lines=tuple(lines), met=tuple(shelf.findings))


def _told(project: Project, done: UpdatedFile) -> list[Line]:
    path = project.shown(done.path)
    lines: list[Line] = []
    if done.is_changed:
        told = summary(done.updated) if done.updated.catalog.entries else "without entries"
        lines.append((0, f"{path}: {'made, ' if done.before is None else ''}{told}"))
        lines += [(1, each) for each in details(done.updated)]
    return [*lines, *((ALWAYS + 1, str(each)) for each in warnings(done.updated, path))]


@dataclass(frozen=True)
class Builder:
    """Extracts, updates and judges a document."""

    project: Project
    updating: Updating
    gate: Gate
    run: str

    def __call__(self, name: str) -> Answer:
        project, locales = self.project, self.updating.locales
        read, shelf = read_documents(project, (name,), 1), self.updating.shelf(project)
        if name not in read.documents:
            seen = state_read(shelf, name, locales, read)
            return Answer(name, seen.key(self.run, name), unread=tuple(read.findings), is_read=False)
        template, _ = write_template(shelf, read, name)
        asked = {each.tag: asked_in(shelf, name, each) for each in locales}
        try:
            updates = self.updating.updates(shelf, name, read, asked)
        except AskedError:
            return Answer(name, index=_index(shelf, name, locales), asked=asked, is_deferred=True)
        lines = [line for each in locales for line in self._written(shelf, name, each, updates[each.tag])]
        results = judged(shelf, name, read, locales, self.gate)
        wanted = replace(state_read(shelf, name, locales, read), template=digest(template))
        is_still = state_of(project, name, locales) == wanted and not shelf.findings
        has_failed = any(level == ALWAYS for level, _ in lines)
        return Answer(
            name,
            wanted.key(self.run, name) if is_still and not has_failed else "",
            wanted.template,
            len(read.template(name).entries),
            tuple(read.findings),
            results,
            tuple(lines),
            tuple(shelf.findings),
            _index(shelf, name, locales),
            {each.tag: asked_in(shelf, name, each) for each in locales},
            is_still=is_still,
        )

    def _written(
        self, shelf: Shelf, name: str, locale: LocaleSettings, done: UpdatedFile | TranslatorError
    ) -> list[Line]:
        failures = self.updating.written(shelf, name, locale, done)
        if failures or isinstance(done, TranslatorError):
            return [(ALWAYS, each) for each in failures]
        if not done.is_changed:
            return []
        path = self.project.shown(done.path)
        return [(0, f"update: {path}: {summary(done.updated)}"), *((0, each) for each in details(done.updated))]


def _index(shelf: Shelf, name: str, locales: Iterable[LocaleSettings]) -> dict[str, array[int]]:
    """The marks of what a document's catalogs offer, by locale."""
    return {each.tag: index_of(readable(shelf, name, each)) for each in locales}


@dataclass(frozen=True, slots=True)
class Issue:
    """A document to publish in some locales, and the key of the answer that let it pass."""

    name: str
    key: str
    tags: tuple[str, ...]
    has_faulty: bool = False


@dataclass(frozen=True)
class Publisher:
    """Compiles and exports a document, if it still is what passed the gate.

    Targets that the gate let pass but did not count as covered are gaps, as they are to an export.
    """

    project: Project
    locales: tuple[LocaleSettings, ...]
    run: str
    options: ExportOptions
    gate: Gate

    def __call__(self, issue: Issue) -> Mapping[str, tuple[str, str]]:
        name, project = issue.name, self.project
        shelf = Shelf(project)
        read = read_documents(project, (name,), 1)
        if name not in read.documents:
            raise self._changed(name)
        faulty = faulty_of(shelf, name, read, self.locales, self.gate) if issue.has_faulty else {}
        chosen = (each for each in self.locales if each.tag in issue.tags)
        made = [(each, *self._made(shelf, read, name, each, faulty)) for each in chosen]
        if issue.key and state_read(shelf, name, self.locales, read).key(self.run, name) != issue.key:
            raise self._changed(name)
        outputs = {}
        for locale, compiled, copy in made:
            path = project.catalog_path(name, locale).with_suffix(".mo")
            if compiled is not None:
                store.write_again(path, compiled, shown=project.shown(path))
            target = project.copy_path(name, locale)
            store.write_again(target, copy, shown=project.shown(target))
            # As written: what someone puts there meanwhile is not what passed.
            outputs[locale.tag] = (digest_of(path) if compiled is None else digest(compiled), digest(copy))
        return outputs

    def _changed(self, name: str) -> TranslatorError:
        place = Location(self.project.source_path(name))
        return TranslatorError("the document or a catalog was changed while this ran; run again", place)

    def _made(
        self, shelf: Shelf, read: Read, name: str, locale: LocaleSettings, faulty: Mapping[str, frozenset[Key]]
    ) -> tuple[bytes | None, bytes]:
        file = shelf.get(self.project.catalog_path(name, locale))
        copy = copied(shelf, name, read.documents[name], locale, self.options, faulty=faulty)
        assert copy.data is not None
        return (compile(file.catalog) if file is not None else None), copy.data


def with_outputs(answer: Answer, outputs: Mapping[str, tuple[str, str]]) -> Answer:
    """The answer with what was published since."""
    return replace(answer, outputs={**answer.outputs, **outputs})
