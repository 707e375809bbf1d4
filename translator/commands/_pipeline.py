"""The steps over a whole project: reads what a step needs, writes what it gives, collects findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator import batch, po, store
from translator.cache import MISSING, UNCLEAR, digest
from translator.catalog import Catalog, Header, Key
from translator.columns import languages_of
from translator.commands._broken import refuse_broken
from translator.commands._changes import unmended
from translator.commands._merging import met
from translator.config import LocaleSettings
from translator.document import Document, Encoding
from translator.errors import Location, TranslatorError, locate, shorten
from translator.findings import Finding, Severity
from translator.locales import variants
from translator.project import Project
from translator.steps.export import Copy, ExportOptions, Variant, export
from translator.steps.extract import extract, languages_by_key, outline
from translator.steps.update import Languages, Updated, UpdateOptions, update

# A guess below this is worth a warning.
CONFIDENT = 0.7
# So much of a document is in the one language that its catalogs name.
_NEARLY_ALL = 0.9
# What git writes before our side of a text that it could not merge.
_OURS = re.compile("^<{7} ", re.MULTILINE)


class Shelf:
    """The catalogs of a run, each read once; who writes one puts it back."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._files: dict[Path, po.File | None] = {}
        self.digests: dict[Path, str] = {}
        """What each catalog held when it was read or written; MISSING where there was none."""
        self._written: dict[Path, bytes] = {}
        self.findings: list[Finding] = []
        self.lent: dict[Path, Path] = {}

    def get(self, path: Path) -> po.File | None:
        """The catalog at a path, None where there is none; TranslatorError where it is broken."""
        if path not in self._files:
            # What was written is read when it is asked for: after an extraction nobody asks.
            data, shown = self._written.pop(path, None), self.project.shown(path)
            if data is None:
                self.digests[path] = UNCLEAR
                data = store.read_if_there(path, shown)
                self.digests[path] = MISSING if data is None else digest(data)
            self._files[path] = None if data is None else po.read(data, shown)
        return self._files[path]

    def lend(self, path: Path, owner: Path) -> None:
        """Gives the catalog of another path under this one, for a run that writes nothing."""
        self.lent[path] = owner
        self._files[path] = self.get(owner)

    def forget(self, path: Path) -> None:
        """Reads a catalog again when it is asked for."""
        self._files.pop(path, None)
        self._written.pop(path, None)

    def put(self, path: Path, data: bytes, before: po.File | None) -> bool:
        """Writes a catalog over the one that was read; True where bytes changed.

        What someone has saved there meanwhile is merged in, by entry; what both changed becomes a finding.
        """
        try:
            is_changed = self.project.write(path, data, before=before)
        except store.Changed:
            is_changed, data = self._met(path, data, before)
        if is_changed or before is None:
            self._files.pop(path, None)
            self._written[path] = data
            self.digests[path] = digest(data)
        return is_changed

    def _met(self, path: Path, data: bytes, before: po.File | None) -> tuple[bool, bytes]:
        """Writes the merge of what this run made and what is on disk by now."""
        data, findings = met(
            before or po.read(b""),
            po.read(data, self.project.shown(path)),
            present=lambda: self.project.catalog(path),
            write=lambda merged, present: self.project.write(path, merged, before=present),
        )
        self.findings += findings
        return True, data


@dataclass(slots=True)
class Read:
    """Documents that could be read, by name, and a finding for each that could not."""

    documents: dict[str, Document] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    """Of the bytes that were read, also where they make no document."""
    _templates: dict[str, Catalog] = field(default_factory=dict)
    _outlines: dict[str, Catalog] = field(default_factory=dict)
    _languages: dict[str, Languages] = field(default_factory=dict)

    def template(self, name: str) -> Catalog:
        """The template of a document, made when it is asked for."""
        if name not in self._templates:
            self._templates[name] = extract(self.documents[name])
        return self._templates[name]

    def languages(self, name: str) -> Languages:
        """The languages of a document's entries, by key; of one that was not read nothing is known."""
        if name not in self._languages and name in self.documents:
            self._languages[name] = languages_by_key(self.documents[name])
        return self._languages.get(name, {})

    def outline(self, name: str) -> Catalog:
        """The template where it was made, else one without notes: enough for who looks at its keys."""
        if name in self._templates:
            return self._templates[name]
        if name not in self._outlines:
            self._outlines[name] = outline(self.documents[name])
        return self._outlines[name]


def read_documents(project: Project, names: Iterable[str], jobs: int | None = None) -> Read:
    """Reads documents; what has no format is a warning, what cannot be read is an error.

    `jobs` is the number of processes; None takes as many as suit the number of documents.
    """
    chosen = tuple(names)
    found = Read()
    done = batch.run(_Reader(project), chosen, jobs=jobs or batch.sensible_jobs(len(chosen)))
    for name, (document, findings, held) in zip(chosen, done, strict=True):
        found.findings += findings
        if held:
            found.digests[name] = held
        if document is not None:
            found.documents[name] = document
    return found


@dataclass(frozen=True)
class _Reader:
    """Reads one document, in whatever process: (document or None, findings, digest of the bytes, "" if not asked for)."""

    project: Project

    def __call__(self, name: str) -> tuple[Document | None, tuple[Finding, ...], str]:
        project, held = self.project, UNCLEAR
        if project.format(name) is None:
            return None, (_no_format(project, name),), ""
        try:
            data = project.data_of(name)
            held = digest(data)
            document = project.read(name, data)
            _refuse_unmerged(document, project.source_path(name))
        except TranslatorError as error:
            place = error.location or Location(project.source_path(name))
            return None, (Finding("unreadable-document", "error", error.message, place),), held
        told = (*_guessed(project, name, document.encoding), *_misdeclared(project, name, data, document.encoding))
        return document, told, held


def _refuse_unmerged(document: Document, path: str) -> None:
    """Raises TranslatorError where both sides of a conflict of git's stand in the text; a listing may show one."""
    for part, text in document.parts.items():
        for match in _OURS.finditer(text) if "<<<<<<< " in text else ():
            at = match.start()
            middle = text.find("\n=======", at)
            if middle < 0 or text.find("\n>>>>>>> ", middle) < 0:
                break
            if any(each.part == part and each.start <= at < each.end for each in document.segments):
                raise TranslatorError(
                    "git could not merge the document, and both sides are in it; choose one, then run again",
                    locate(text, at, path),
                )


def _guessed(project: Project, name: str, encoding: Encoding) -> Iterator[Finding]:
    if encoding.confidence < 1 and not encoding.is_declared:
        message = (
            f"no encoding that reads the file is declared (the bytes look like {encoding.name},"
            f" {encoding.confidence:.0%} sure); declare it under [[documents]]"
        )
        severity: Severity = "info" if encoding.confidence > CONFIDENT else "warning"
        yield Finding("guessed-encoding", severity, message, Location(project.source_path(name)))


def _misdeclared(project: Project, name: str, data: bytes, encoding: Encoding) -> Iterator[Finding]:
    """What a browser takes the document for, where that is another encoding than its bytes are in."""
    form = project.format(name)
    label = form.misdeclared(data, encoding.name) if form is not None and form.misdeclared is not None else ""
    if label:
        message = (
            f"the document says that it is in {shorten(label)}, its bytes are {encoding.name}; they were read as that:"
            f" write {encoding.name} in the document, for browsers believe it"
        )
        yield Finding("misdeclared-encoding", "warning", message, Location(project.source_path(name)))


def _no_format(project: Project, name: str) -> Finding:
    message = "no format reads this suffix; name a `format` under [[documents]], or leave the file out with `exclude`"
    return Finding("unreadable-document", "warning", message, Location(project.source_path(name)))


def write_template(shelf: Shelf, read: Read, name: str) -> tuple[bytes, bool]:
    """Writes the template of a document that was read, where it changed; its bytes, and whether they did."""
    project = shelf.project
    path = project.template_path(name)
    try:
        before = shelf.get(path)
    except TranslatorError:
        # A template is made from its document: a broken one is made again.
        shown = project.shown(path)
        store.remove(path, expected=store.read(path, shown), shown=shown)
        shelf.forget(path)
        before = None
    header = before.catalog.header if before else None
    header = header or po.new_header(
        project.name, "", _source_languages(read.documents[name]), team=project.settings.team
    )
    data = po.write(replace(read.template(name), header=header), before)
    return data, shelf.put(path, data, before)


def _source_languages(document: Document) -> tuple[str, ...]:
    """The languages of a document, most frequent first; none where it is mixed.

    Editors and machine translation take every entry for what the header says, and look themselves where it says nothing.
    """
    count: dict[str, int] = {}
    for language in languages_of(document.segments):
        if language.tag not in ("und", "zxx"):
            count[language.tag] = count.get(language.tag, 0) + 1
    found = tuple(sorted(count, key=lambda tag: -count[tag]))
    return found if found and _NEARLY_ALL * sum(count.values()) <= count[found[0]] else ()


@dataclass(frozen=True, slots=True)
class UpdatedFile:
    """One catalog after an update: its path, the change, and whether bytes change on disk."""

    path: Path
    updated: Updated
    data: bytes
    before: po.File | None

    @property
    def is_changed(self) -> bool:
        """Whether the update made another catalog of the one on disk."""
        return self.before is None or self.updated.catalog is not self.before.catalog


def updated_catalog(
    shelf: Shelf, name: str, locale: LocaleSettings, read: Read, options: UpdateOptions | None = None
) -> UpdatedFile:
    """The catalog of a document in a locale, brought up to the template on disk.

    `others` of the options gives what other catalogs offer. Raises TranslatorError where there is no
    template, and where a file is broken.
    """
    project = shelf.project
    template = shelf.get(project.template_path(name))
    if template is None:
        raise TranslatorError(
            "the template is missing; run `translator extract`", Location(project.shown(project.template_path(name)))
        )
    path = project.catalog_path(name, locale)
    before = shelf.get(path)
    unmended(before)
    old = before.catalog if before else Catalog()
    known = replace(
        options or UpdateOptions(),
        languages=read.languages(name),
        header=None if old.header else _header(project, locale, read.documents.get(name), template.catalog),
    )
    updated = update(template.catalog, old, locale=locale.tag, options=known)
    return UpdatedFile(path, updated, po.write(updated.catalog, before), before)


def _header(project: Project, locale: LocaleSettings, document: Document | None, template: Catalog) -> Header:
    """The header of a new catalog."""
    sources = _source_languages(document) if document else _noted(template.header)
    return po.new_header(project.name, locale.tag, sources, team=project.settings.team)


def _noted(header: Header | None) -> tuple[str, ...]:
    return tuple(header.get("X-Source-Language").replace(",", " ").split()) if header else ()


def reasons(project: Project, name: str, locale: LocaleSettings, error: TranslatorError) -> tuple[str, ...]:
    """Why a catalog was not brought up to its template: every fault of its file with its line, or the error."""
    try:
        path = project.catalog_path(name, locale)
        file = project.recovered(path)
    except TranslatorError:
        file = None
    faults = [each for each in file.findings if each.severity == "error"] if file is not None else []
    if file is None or not faults or error.location is None or error.location.path != file.path:
        return (str(error),)
    kept = f"{file.path}: kept as it is ({len(file.catalog.entries)} entries can be read); mend it, then run again"
    return (*map(str, faults), kept)


def lenders(project: Project, locale: LocaleSettings) -> tuple[LocaleSettings, ...]:
    """The other locales of the same language, the nearest first."""
    by_tag = {each.tag: each for each in project.settings.locales}
    return tuple(by_tag[tag] for tag in variants(locale.tag, by_tag))


def _variants(
    shelf: Shelf, name: str, locale: LocaleSettings, faulty: Mapping[str, frozenset[Key]]
) -> Iterator[Variant]:
    """What the other locales of the same language may lend; of a broken catalog its own export tells."""
    for each in lenders(shelf.project, locale):
        with suppress(TranslatorError):
            file = shelf.get(shelf.project.catalog_path(name, each))
            if file is not None:
                yield Variant(each.tag, file.catalog, faulty.get(each.tag, frozenset()))


def copied(
    shelf: Shelf,
    name: str,
    document: Document,
    locale: LocaleSettings,
    options: ExportOptions,
    *,
    faulty: Mapping[str, frozenset[Key]],
) -> Copy:
    """The copy of a document in a locale; `faulty` is what the gate would not count as covered, by locale."""
    file = shelf.get(shelf.project.catalog_path(name, locale))
    refuse_broken(file)
    lent = tuple(_variants(shelf, name, locale, faulty)) if options.fallback == "variant" else ()
    options = replace(options, faulty=faulty.get(locale.tag, frozenset()), variants=lent)
    form = shelf.project.format(name)
    assert form is not None
    try:
        return export(document, file.catalog if file else Catalog(), form=form, locale=locale.tag, options=options)
    except TranslatorError as error:
        raise TranslatorError(f"{locale.tag}: {error.message}", error.location) from error
