"""What the gate is given: catalogs of a project, or catalogs alone; and the settings it obeys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from translator import po, store
from translator.catalog import Key
from translator.checks import CatalogInput, CheckSettings, all_checks, read_settings
from translator.checks._settings import hundredths
from translator.commands._pipeline import Read, Shelf
from translator.config import FILE_NAME, LocaleSettings
from translator.document import Document, Segment
from translator.errors import Lines, Location, TranslatorError, locate
from translator.findings import Finding
from translator.formats import Format
from translator.locales import normalize, posix
from translator.project import Project
from translator.report import Report
from translator.steps.check import CatalogResult, check, check_catalog, combine, settled
from translator.steps.export import ExportOptions, export
from translator.steps.extract import key_of


def settings_of(project: Project | None, min_coverage: float | None) -> CheckSettings:
    """The `[checks]` of a project, or the defaults; `min_coverage` overrules every threshold."""
    names = tuple(each.name for each in all_checks())
    settings = CheckSettings()
    if project is not None:
        settings = read_settings(project.settings.checks, names, project.shown(project.root / FILE_NAME))
    if min_coverage is None:
        return settings
    return replace(settings, min_coverage=hundredths(min_coverage), min_coverage_by_locale={})


def judged(
    shelf: Shelf, name: str, read: Read, locales: Iterable[LocaleSettings], settings: CheckSettings
) -> tuple[CatalogResult, ...]:
    """What the gate finds in one document, in some locales; to be given to `report_of`."""
    inputs = inputs_of(shelf, name, read, locales)
    return settled([check_catalog(each, settings) for each in inputs], settings, inputs)


def report_of(
    project: Project,
    unread: Iterable[Finding],
    results: Sequence[CatalogResult],
    locales: Iterable[LocaleSettings],
    settings: CheckSettings,
) -> Report:
    """The report on results that were made document by document; `unread` are findings of reading them."""
    report = combine(results, settings)
    return replace(report, findings=(*unread, *_folders(project, locales), *report.findings))


def inputs_of(shelf: Shelf, name: str, read: Read, locales: Iterable[LocaleSettings]) -> list[CatalogInput]:
    """What the gate is given for a document in each locale."""
    facts = _facts(read.documents[name])
    return [_input(shelf, name, locale, read, facts) for locale in locales]


def _folders(project: Project, locales: Iterable[LocaleSettings]) -> Iterator[Finding]:
    """Locale folders in which gettext never looks: it asks for `zh_TW`, `zh_Hant`, `zh`."""
    for locale in locales:
        if "-" in locale.folder:
            message = (
                f"gettext never finds the folder “{locale.folder}”;"
                f' set folder = "{posix(locale.tag)}" under [locale.{locale.tag}] if programs load the .mo files'
            )
            place = Location(project.shown(project.root / FILE_NAME))
            yield Finding("locale-folder", "warning", message, place, locale=locale.tag)


def _input(shelf: Shelf, name: str, locale: LocaleSettings, read: Read, facts: _Facts) -> CatalogInput:
    """One document in one locale; a catalog that cannot be read is a problem of its input."""
    project = shelf.project
    document = read.documents[name]
    path = project.catalog_path(name, locale)
    file, problems = _catalog(shelf, path)
    form = project.format(name)
    needs_copy = form is not None and (form.faults is not None or _has_document_checks())
    copy = _copy(document, form, locale, file) if needs_copy and form else None
    return CatalogInput(
        project.shown(path),
        locale.tag,
        file.catalog if file else None,
        document=name,
        template=read.templates[name],
        locate=file.locate if file else None,
        places=facts.places,
        neighbours=facts.neighbours,
        limits=facts.limits,
        source=document.parts[next(iter(document.parts))],
        copy=copy,
        problems=(*problems, *_not_shown(project, name, locale, copy)),
    )


def _has_document_checks() -> bool:
    return any(each.scope == "document" for each in all_checks())


def _catalog(shelf: Shelf, path: Path) -> tuple[po.File | None, tuple[Finding, ...]]:
    try:
        file = shelf.get(path)
    except TranslatorError as error:
        place = error.location or Location(shelf.project.shown(path))
        return None, (Finding("invalid-catalog", "error", error.message, place),)
    return file, file.findings if file else ()


class Places(Mapping[Key, tuple[Location, ...]]):
    """Where the keys of a document stand in it; lines are counted when the first is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._segments: dict[Key, list[Segment]] = {}

    def add(self, key: Key, segment: Segment) -> None:
        self._segments.setdefault(key, []).append(segment)

    def __getitem__(self, key: Key) -> tuple[Location, ...]:
        path = self._document.path
        return tuple(self._lines[each.part].locate(each.start, path) for each in self._segments[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._segments)

    def __len__(self) -> int:
        return len(self._segments)

    @cached_property
    def _lines(self) -> Mapping[str, Lines]:
        return {part: Lines(text) for part, text in self._document.parts.items()}


@dataclass(frozen=True, slots=True)
class _Facts:
    """Where each key stands, which keys share its blocks, and its narrowest limit."""

    places: Places
    neighbours: Mapping[Key, tuple[Key, ...]]
    limits: Mapping[Key, int]


def _facts(document: Document) -> _Facts:
    places = Places(document)
    blocks: dict[int, list[Key]] = {}
    limits: dict[Key, int] = {}
    for segment in document.segments:
        key = key_of(segment)
        places.add(key, segment)
        blocks.setdefault(segment.block, []).append(key)
        if segment.limit:
            limits[key] = min(segment.limit, limits.get(key, segment.limit))
    beside: dict[Key, dict[Key, None]] = {}
    for keys in blocks.values():
        for key in keys:
            beside.setdefault(key, {}).update(dict.fromkeys(each for each in keys if each != key))
    return _Facts(places, {key: tuple(each) for key, each in beside.items()}, limits)


def _copy(document: Document, form: Format, locale: LocaleSettings, file: po.File | None) -> str | None:
    """The copy as it would be written with source text in its gaps, for checks of whole documents."""
    if file is None:
        return None
    try:
        copy = export(document, file.catalog, form, locale.tag, ExportOptions("source"))
    except TranslatorError:
        return None  # The export itself will say why.
    return copy.data.decode("utf-8") if copy.data is not None else None


def _not_shown(project: Project, name: str, locale: LocaleSettings, copy: str | None) -> Iterator[Finding]:
    """What a reader of the rendered copy would not see as it was meant."""
    form = project.format(name)
    if copy is None or form is None or form.faults is None:
        return
    path = project.shown(project.copy_path(name, locale))
    for fault in form.faults(copy):
        hint = f"; write {fault.fix}" if fault.fix else ""
        place = locate(copy, fault.start, path)
        yield Finding("not-rendered", "warning", f"{fault.message}{hint}", place, locale=locale.tag)


def judge_files(paths: Iterable[str], settings: CheckSettings) -> Report:
    """The report on catalogs alone."""
    return check([input_alone(path) for path in paths], settings)


def input_alone(path: str) -> CatalogInput:
    data = store.read(Path(path), path)
    try:
        file = po.read(data, path)
    except TranslatorError as error:
        problem = Finding("invalid-catalog", "error", error.message, error.location or Location(path))
        return CatalogInput(path, locale_of(None, path), None, problems=(problem,))
    return CatalogInput(path, locale_of(file, path), file.catalog, locate=file.locate, problems=file.findings)


def locale_of(file: po.File | None, path: str) -> str:
    """The locale of a catalog: from its header, or from its path (`ja/LC_MESSAGES/a.po`, `a.ja.po`)."""
    for candidate in _candidates(file, path):
        try:
            return normalize(candidate)
        except TranslatorError:
            continue
    raise TranslatorError("the catalog does not say its language; add a `Language:` header", Location(path))


def _candidates(file: po.File | None, path: str) -> Iterator[str]:
    if file is not None and file.catalog.header is not None:
        yield file.catalog.header.get("Language")
    yield from reversed(Path(path).parent.parts[-2:])
    yield from reversed(Path(path).stem.split("."))
