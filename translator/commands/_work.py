"""What is done with one document, in whatever process: judged, built, published."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from translator import store
from translator.cache import digest
from translator.catalog import Catalog, Entry
from translator.checks import CheckSettings
from translator.commands._answers import Answer
from translator.commands._gate import judged
from translator.commands._offers import AskedError, asked_of, index_of
from translator.commands._pipeline import (
    Read,
    Shelf,
    UpdatedFile,
    copied,
    details,
    read_documents,
    summary,
    updated_catalog,
    write_template,
)
from translator.commands._state import MISSING, State, outputs_of, state_of
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
    settings: CheckSettings
    run: str

    def __call__(self, name: str) -> Answer:
        before = state_of(self.project, name, self.locales)
        read = read_documents(self.project, (name,))
        is_read = name in read.documents
        results = judged(Shelf(self.project), name, read, self.locales, self.settings) if is_read else ()
        key = before.key(self.run, name) if state_of(self.project, name, self.locales) == before else ""
        entries = len(read.templates[name].entries) if is_read else 0
        return Answer(name, key, MISSING, entries, tuple(read.findings), results, is_read=is_read)


@dataclass(frozen=True, slots=True)
class Task:
    """A document to build; `offers` are entries of other catalogs by locale, None where no one has looked."""

    name: str
    offers: Mapping[str, tuple[Entry, ...]] | None = None


@dataclass(frozen=True)
class Builder:
    """Extracts, updates and judges a document.

    `catalogs` counts the catalogs of each locale when the run began: where there are no others,
    nobody is asked.
    """

    project: Project
    locales: tuple[LocaleSettings, ...]
    settings: CheckSettings
    run: str
    catalogs: Mapping[str, int]

    def __call__(self, task: Task) -> Answer:
        name, project = task.name, self.project
        before = state_of(project, name, self.locales)
        read = read_documents(project, (name,))
        if name not in read.documents:
            return Answer(name, before.key(self.run, name), MISSING, 0, tuple(read.findings), is_read=False)
        shelf = Shelf(project)
        template, _ = write_template(shelf, read, name)
        asked = asked_in(shelf, name, self.locales)
        try:
            updates = [
                updated_catalog(shelf, name, each, read, self._options(task, each, before)) for each in self.locales
            ]
        except AskedError:
            return Answer(name, asked=asked, is_deferred=True)
        lines = [line for each in updates for line in _written(shelf, each)]
        wanted = State(before.source, digest(template), tuple(map(self._digest, updates, before.catalogs)))
        results = judged(shelf, name, read, self.locales, self.settings)
        is_kept = state_of(project, name, self.locales) == wanted
        index = {locale.tag: index_of(each.updated.catalog) for locale, each in zip(self.locales, updates, strict=True)}
        return Answer(
            name,
            wanted.key(self.run, name) if is_kept else "",
            wanted.template,
            len(read.templates[name].entries),
            tuple(read.findings),
            results,
            tuple(lines),
            index,
            asked_in(shelf, name, self.locales),
        )

    def _options(self, task: Task, locale: LocaleSettings, before: State) -> UpdateOptions:
        has_own = before.catalogs[self.locales.index(locale)] != MISSING
        return UpdateOptions(others=others_of(task, locale, is_alone=self.catalogs[locale.tag] <= has_own))

    @staticmethod
    def _digest(update: UpdatedFile, before: str) -> str:
        return digest(update.data) if update.is_changed else before


def others_of(task: Task, locale: LocaleSettings, *, is_alone: bool) -> Callable[[], tuple[Entry, ...]]:
    """What an update hears of other catalogs; AskedError where no one has looked there yet."""

    def others() -> tuple[Entry, ...]:
        if is_alone:
            return ()
        if task.offers is None:
            raise AskedError
        return task.offers.get(locale.tag, ())

    return others


def asked_in(shelf: Shelf, name: str, locales: Iterable[LocaleSettings]) -> dict[str, array[int]]:
    """The marks of what a document's catalogs have no target for, by locale; a broken catalog asks nothing."""
    found = {}
    for locale in locales:
        try:
            template = shelf.get(shelf.project.template_path(name))
            file = shelf.get(shelf.project.catalog_path(name, locale))
        except TranslatorError:
            continue
        if template is not None:
            found[locale.tag] = asked_of(template.catalog, file.catalog if file else Catalog())
    return found


def _written(shelf: Shelf, done: UpdatedFile) -> list[str]:
    """Writes an updated catalog; what is to be said of it."""
    shelf.put(done.path, done.data, done.before)
    if not done.is_changed:
        return []
    return [f"update: {shelf.project.shown(done.path)}: {summary(done.updated)}", *details(done.updated)]


@dataclass(frozen=True, slots=True)
class Issue:
    """A document to publish in some locales, and the key of the answer that let it pass."""

    name: str
    key: str
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Publisher:
    """Compiles and exports a document, if it still is what passed the gate."""

    project: Project
    locales: tuple[LocaleSettings, ...]
    run: str
    options: ExportOptions

    def __call__(self, issue: Issue) -> Mapping[str, tuple[str, str]]:
        name, project = issue.name, self.project
        shelf = Shelf(project)
        read = read_documents(project, (name,))
        made = [(each, *self._made(shelf, read, name, each)) for each in self.locales if each.tag in issue.tags]
        if issue.key and state_of(project, name, self.locales).key(self.run, name) != issue.key:
            raise TranslatorError(
                "the document or a catalog was changed while this ran; run again", Location(project.source_path(name))
            )
        for locale, compiled, copy in made:
            path = project.catalog_path(name, locale)
            if compiled is not None:
                store.write_again(path.with_suffix(".mo"), compiled, shown=project.shown(path))
            target = project.copy_path(name, locale)
            store.write_again(target, copy, shown=project.shown(target))
        return {locale.tag: outputs_of(project, name, locale) for locale, _, _ in made}

    def _made(self, shelf: Shelf, read: Read, name: str, locale: LocaleSettings) -> tuple[bytes | None, bytes]:
        file = shelf.get(self.project.catalog_path(name, locale))
        copy = copied(shelf, name, read.documents[name], locale, self.options)
        assert copy.data is not None
        return (compile(file.catalog) if file is not None else None), copy.data


def with_outputs(answer: Answer, outputs: Mapping[str, tuple[str, str]]) -> Answer:
    """The answer with what was published since."""
    return replace(answer, outputs={**answer.outputs, **outputs})
