"""What the gate is given: catalogs of a project, or catalogs alone; and the settings it obeys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from translator import batch, po, store
from translator.catalog import Key
from translator.checks import KEYS, CatalogInput, CheckSettings, all_checks, read_settings
from translator.checks._settings import hundredths
from translator.columns import has_limits
from translator.commands._catalog_locale import locale_of
from translator.commands._copies import Copies
from translator.commands._moves import orphaned
from translator.commands._pipeline import Read, Shelf
from translator.config import FILE_NAME, LocaleSettings, fits
from translator.document import Document
from translator.encoding import lacking
from translator.errors import Location, Places, TranslatorError, locate, shorten
from translator.findings import Finding
from translator.locales import posix
from translator.project import Project
from translator.report import Report
from translator.steps.check import CatalogResult, check_catalog, combine, faulty_entries, settled
from translator.steps.export import Copy, ExportOptions, export
from translator.steps.extract import keyed_rows


def settings_of(project: Project | None, min_coverage: float | None) -> CheckSettings:
    """The `[checks]` of a project, or the defaults; `min_coverage` overrules every threshold."""
    settings = CheckSettings()
    if project is not None:
        # To load all checks takes longer than a build where nothing changed: only where one is named.
        given = project.settings.checks
        is_named = any(given.get(key) for key in ("levels", "only", "ignore")) or not KEYS.keys() >= given.keys()
        names = tuple(each.name for each in all_checks()) if is_named else ()
        shown = project.shown(project.root / FILE_NAME)
        settings = read_settings(project.settings.checks, names, shown, at=project.in_settings)
    if min_coverage is None:
        return settings
    return replace(settings, min_coverage=hundredths(min_coverage), min_coverage_by_locale={})


@dataclass(frozen=True, slots=True)
class Gate:
    """The settings that the gate obeys, and how many processes it may use for one catalog (None: as needed)."""

    settings: CheckSettings
    jobs: int | None = None

    def judge(self, inputs: Iterable[CatalogInput]) -> list[CatalogResult]:
        """What the checks of entries, catalogs and documents find in each input."""
        share = partial(batch.shared, jobs=self.jobs)
        return [check_catalog(each, self.settings, share=share) for each in inputs]

    def faulty(self, inputs: Iterable[CatalogInput]) -> dict[str, frozenset[Key]]:
        """The filled entries that do not count as covered, by locale."""
        share = partial(batch.shared, jobs=self.jobs)
        return {each.locale: faulty_entries(each, self.settings, share=share) for each in inputs}


def judged(
    shelf: Shelf, name: str, read: Read, locales: Iterable[LocaleSettings], gate: Gate
) -> tuple[CatalogResult, ...]:
    """What the gate finds in one document, in some locales; to be given to `report_of`."""
    inputs = inputs_of(shelf, name, read, locales)
    return settled(gate.judge(inputs), gate.settings, inputs=inputs)


def report_of(
    project: Project,
    unread: Iterable[Finding],
    results: Sequence[CatalogResult],
    locales: Iterable[LocaleSettings],
    settings: CheckSettings,
) -> Report:
    """The report on results that were made document by document; `unread` are findings of reading them."""
    chosen = tuple(locales)
    whole = (
        *unread,
        *project.unusable,
        *_nothing(project),
        *_idle(project),
        *orphaned(project, chosen),
        *_outdated(project),
        *_folders(project, chosen),
    )
    levelled, used = _levelled(project, whole, settings)
    if len(chosen) < len(project.settings.locales):
        # What the other locales would use is not known.
        used = frozenset(range(len(settings.suppressions)))
    report = combine(results, settings, used=used)
    return replace(report, findings=(*levelled, *report.findings))


def _levelled(
    project: Project, findings: Iterable[Finding], settings: CheckSettings
) -> tuple[list[Finding], frozenset[int]]:
    """Findings of the files around the catalogs, at the level that the settings give them; the suppressions used."""
    home = project.shown(project.sources) + "/"
    told, used = [], set()
    for each in findings:
        document = each.location.path.removeprefix(home)
        level = settings.level(each.check, each.severity, document, each.locale)
        accepting = [
            number
            for number, rule in enumerate(settings.suppressions)
            if rule.covers(each.check, document, each.locale, each.source)
        ]
        used.update(accepting[:1])
        if level != "off" and not accepting:
            told.append(replace(each, severity=level))
    return told, frozenset(used)


def inputs_of(
    shelf: Shelf, name: str, read: Read, locales: Iterable[LocaleSettings], *, is_rendered: bool = True
) -> list[CatalogInput]:
    """What the gate is given for a document in each locale; without a rendered copy, documents are not checked."""
    facts = _facts(read.documents[name])
    return [_input(shelf, name, locale, read, facts, is_rendered=is_rendered) for locale in locales]


def faulty_of(
    shelf: Shelf, name: str, read: Read, locales: Iterable[LocaleSettings], gate: Gate
) -> dict[str, frozenset[Key]]:
    """The filled entries of a document that the gate would not count as covered, by locale: gaps to an export."""
    facts = _facts(read.documents[name])
    # An entry that the document no longer has is no gap, whatever is said of it: the catalog's own entries are judged.
    inputs = (_input(shelf, name, locale, read, facts, is_rendered=False, is_measured=False) for locale in locales)
    return gate.faulty(inputs)


def _nothing(project: Project) -> Iterator[Finding]:
    """A gate that nothing comes through proves nothing."""
    if not project.documents:
        message = "there are no documents to check; put them here, or set `sources` in translator.toml"
        yield Finding("no-documents", "warning", message, Location(project.shown(project.sources)))


def _outdated(project: Project) -> Iterator[Finding]:
    """Copies that earlier runs wrote of documents that are gone, or in locales that are no longer published."""
    copies = Copies(project)
    yield from copies.told(copies.gone(), "the document is gone, or the locale no longer published")


def _idle(project: Project) -> Iterator[Finding]:
    """Tables of the settings that fit no document: a path that was mistyped, or is gone."""
    settings = project.settings
    globs = [("documents", each.path) for each in settings.documents]
    globs += [("rows", path) for path, _ in settings.rows]
    globs += [("context", each.path) for each in settings.contexts]
    for table, glob in dict.fromkeys(globs):
        if project.documents and not any(fits(name, glob) for name in project.documents):
            message = f"[[{table}]] fits no document (path “{shorten(glob)}”); correct the path, or take the table out"
            yield Finding("unused-setting", "warning", message, project.in_settings("path", glob))


def _folders(project: Project, locales: Iterable[LocaleSettings]) -> Iterator[Finding]:
    """Locale folders in which gettext never looks: it asks for `zh_TW`, `zh_Hant`, `zh`."""
    for locale in locales:
        if "-" in locale.folder:
            message = (
                f"gettext never finds the folder “{locale.folder}”;"
                f' set folder = "{posix(locale.tag)}" under [locale.{locale.tag}] if programs load the .mo files'
            )
            place = project.in_settings("locales", locale.folder)
            yield Finding("locale-folder", "warning", message, place, locale=locale.tag)


def _input(
    shelf: Shelf,
    name: str,
    locale: LocaleSettings,
    read: Read,
    facts: _Facts,
    *,
    is_rendered: bool,
    is_measured: bool = True,
) -> CatalogInput:
    """One document in one locale; a catalog that cannot be read is a problem of its input.

    Unless `is_measured` the catalog is not held against the document.
    """
    project = shelf.project
    document = read.documents[name]
    path = project.catalog_path(name, locale)
    file, problems = _catalog(shelf, path)
    rendered = _copy(project, name, document, locale, file) if is_rendered else Copy(None)
    copy = rendered.data.decode("utf-8-sig") if rendered.data is not None else None
    return CatalogInput(
        project.shown(path),
        locale.tag,
        file.catalog if file else None,
        document=name,
        template=read.outline(name) if is_measured else None,
        locate=file.locate if file else None,
        places=facts.places,
        neighbours=facts.neighbours,
        limits=facts.limits,
        source=document.parts[next(iter(document.parts))],
        copy=copy,
        problems=(
            *problems,
            *_not_shown(project, document, locale, name, rendered),
            *_misread(rendered, locale),
            *_unencodable(project, document, locale, file, facts),
        ),
    )


def _unencodable(
    project: Project, document: Document, locale: LocaleSettings, file: po.File | None, facts: _Facts
) -> Iterator[Finding]:
    """Entries with characters that the encoding of the copy, where it is the document's, cannot hold."""
    how = document.encoding
    if file is None or project.settings.encoding != "keep" or how.name.startswith(("utf", "gb18030")):
        return
    for entry in file.catalog:
        if entry.is_fuzzy or entry.is_obsolete or entry.key not in facts.places:
            continue
        lost = lacking(entry.target, how)
        if lost:
            chars = "".join(dict.fromkeys(entry.target[each] for each in lost))
            message = f"{how.name} cannot hold “{shorten(chars)}”; use other words, or write copies in UTF-8"
            yield Finding(
                "unencodable-character",
                "error",
                message,
                file.locate(entry, offset=lost[0]),
                locale.tag,
                entry.context,
                entry.source,
                entry.target,
                (lost[0], lost[0] + 1),
                documents=tuple(facts.places[entry.key]),
            )


def _catalog(shelf: Shelf, path: Path) -> tuple[po.File | None, tuple[Finding, ...]]:
    try:
        file = shelf.get(path)
    except TranslatorError as error:
        place = error.location or Location(shelf.project.shown(path))
        return None, (Finding("invalid-catalog", "error", error.message, place),)
    return file, file.findings if file else ()


class _Standing(Mapping[Key, tuple[Location, ...]]):
    """Where the keys of a document stand in it; nothing is looked up before one is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _texts(self) -> Mapping[str, Places]:
        return {part: Places(text, self._document.path) for part, text in self._document.parts.items()}

    @cached_property
    def _starts(self) -> Mapping[Key, list[tuple[str, int]]]:
        found: dict[Key, list[tuple[str, int]]] = {}
        for key, row in keyed_rows(self._document):
            found.setdefault(key, []).append((row[0], row[1]))
        return found

    def __getitem__(self, key: Key) -> tuple[Location, ...]:
        return tuple(self._texts[part].at(start) for part, start in self._starts[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._starts)

    def __len__(self) -> int:
        return len(self._starts)


class _Beside(Mapping[Key, tuple[Key, ...]]):
    """Which keys share the blocks of each key; few catalogs ask."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _keys(self) -> Mapping[Key, tuple[Key, ...]]:
        blocks: dict[int, list[Key]] = {}
        for key, row in keyed_rows(self._document):
            blocks.setdefault(row[4], []).append(key)
        beside: dict[Key, dict[Key, None]] = {}
        for keys in blocks.values():
            for key in keys:
                beside.setdefault(key, {}).update(dict.fromkeys(each for each in keys if each != key))
        return {key: tuple(each) for key, each in beside.items()}

    def __getitem__(self, key: Key) -> tuple[Key, ...]:
        return self._keys[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


@dataclass(frozen=True, slots=True)
class _Facts:
    """Where each key stands, which keys share its blocks, and its narrowest limit."""

    places: Mapping[Key, tuple[Location, ...]]
    neighbours: Mapping[Key, tuple[Key, ...]]
    limits: Mapping[Key, int]


def _facts(document: Document) -> _Facts:
    limits: dict[Key, int] = {}
    if has_limits(document.blocks):
        for key, row in keyed_rows(document):
            limit = row[10]
            if limit:
                limits[key] = min(limit, limits.get(key, limit))
    return _Facts(_Standing(document), _Beside(document), limits)


def _copy(project: Project, name: str, document: Document, locale: LocaleSettings, file: po.File | None) -> Copy:
    """The copy as it would be written with source text in its gaps, for checks of whole documents."""
    form = project.format(name)
    if file is None or form is None:
        return Copy(None)
    try:
        return export(document, file.catalog, form=form, locale=locale.tag, options=ExportOptions("source"))
    except TranslatorError:
        return Copy(None)  # The export itself will say why.


def _not_shown(
    project: Project, document: Document, locale: LocaleSettings, name: str, rendered: Copy
) -> Iterator[Finding]:
    """What a reader of the rendered copy would not see as it was meant; lines with gaps are judged when they are filled."""
    form = project.format(name)
    if rendered.data is None or form is None or form.faults is None:
        return
    copy, text = rendered.data.decode("utf-8-sig"), document.parts[next(iter(document.parts))]
    path = project.shown(project.copy_path(name, locale))
    # Without a line end more or less, a line of the copy is the same line of the document.
    is_in_step = copy.count("\n") == text.count("\n")
    gaps = {gap.location.line for gap in rendered.gaps} if is_in_step else set()
    for fault in form.faults(copy):
        place = locate(copy, fault.start, path)
        if gaps.intersection(range(place.line, place.line + copy.count("\n", fault.start, fault.end) + 1)):
            continue
        hint = f"; write {fault.fix}" if fault.fix else ""
        origin = (Location(document.path, place.line),) if is_in_step else ()
        yield Finding("not-rendered", "warning", f"{fault.message}{hint}", place, locale=locale.tag, documents=origin)


def _misread(copy: Copy, locale: LocaleSettings) -> Iterator[Finding]:
    """Blocks whose sentences, put together, no spelling keeps from being read as something else."""
    message = "marks of this block's sentences, put together, read as other markup; translate it without stray marks"
    for place in copy.misread:
        yield Finding("not-rendered", "warning", message, place, locale=locale.tag)


def judge_files(paths: Iterable[str], gate: Gate) -> Report:
    """The report on catalogs alone; of one whose language is not known there is no coverage to tell."""
    inputs = [input_alone(path) for path in paths]
    report = combine(gate.judge(inputs), gate.settings, inputs=inputs)
    return replace(report, coverage={tag: each for tag, each in report.coverage.items() if tag != "und"})


def input_alone(path: str) -> CatalogInput:
    """A catalog alone; one that cannot be read, or that no language is known of, is a problem of its input."""
    data = store.read(Path(path), path)
    try:
        file = po.read(data, path)
    except TranslatorError as error:
        problem = Finding("invalid-catalog", "error", error.message, error.location or Location(path))
        return CatalogInput(path, "und", None, problems=(problem,))
    try:
        locale = locale_of(file, path)
    except TranslatorError as error:
        problem = Finding("unknown-language", "error", error.message, Location(path))
        return CatalogInput(path, "und", None, problems=(*file.findings, problem))
    return CatalogInput(path, locale, file.catalog, locate=file.locate, problems=file.findings)
