"""The steps over a whole project: reads what a step needs, writes what it gives, collects findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator import po
from translator.catalog import Catalog, Header
from translator.config import LocaleSettings
from translator.document import Document, Encoding
from translator.errors import Location, TranslatorError, shorten
from translator.findings import Finding, Severity
from translator.project import Project
from translator.steps.export import Copy, ExportOptions, export
from translator.steps.extract import extract, languages_by_key
from translator.steps.update import Updated, UpdateOptions, update

WORDS = (
    "new",
    "filled",
    "moved",
    "placeholders",
    "variants",
    "sentences",
    "fuzzy",
    "accepted",
    "revived",
    "obsolete",
    "dropped",
)
# A guess below this is worth a warning.
CONFIDENT = 0.7


class Shelf:
    """The catalogs of a run, each read once; who writes one puts it back."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._files: dict[Path, po.File | None] = {}

    def get(self, path: Path) -> po.File | None:
        """The catalog at a path, None where there is none; TranslatorError where it is broken."""
        if path not in self._files:
            self._files[path] = self.project.catalog(path)
        return self._files[path]

    def put(self, path: Path, data: bytes, before: po.File | None) -> bool:
        """Writes a catalog over the one that was read; True where bytes changed."""
        is_changed = self.project.write(path, data, before)
        if is_changed or before is None:
            self._files[path] = po.read(data, self.project.shown(path))
        return is_changed


@dataclass(slots=True)
class Read:
    """Documents that could be read, by name, and a finding for each that could not."""

    documents: dict[str, Document] = field(default_factory=dict)
    templates: dict[str, Catalog] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_documents(project: Project, names: Iterable[str]) -> Read:
    """Reads documents; what has no format is a warning, what cannot be read is an error."""
    found = Read()
    for name in names:
        if project.format(name) is None:
            found.findings.append(_no_format(project, name))
            continue
        try:
            found.documents[name] = project.read(name)
        except TranslatorError as error:
            place = error.location or Location(project.source_path(name))
            found.findings.append(Finding("unreadable-document", "error", error.message, place))
            continue
        found.findings += _guessed(project, name, found.documents[name].encoding)
        found.templates[name] = extract(found.documents[name])
    return found


def _guessed(project: Project, name: str, encoding: Encoding) -> Iterator[Finding]:
    if encoding.confidence < 1 and not encoding.is_declared:
        message = (
            f"no encoding is declared and the bytes look like {encoding.name} ({encoding.confidence:.0%} sure);"
            " declare it under [[documents]]"
        )
        severity: Severity = "info" if encoding.confidence > CONFIDENT else "warning"
        yield Finding("guessed-encoding", severity, message, Location(project.source_path(name)))


def _no_format(project: Project, name: str) -> Finding:
    message = "no format reads this suffix, the file is left out; name a `format` under [[documents]], or move it away"
    return Finding("unreadable-document", "warning", message, Location(project.source_path(name)))


def write_template(shelf: Shelf, read: Read, name: str) -> tuple[bytes, bool]:
    """Writes a document's template where it changed; its bytes, and whether they did."""
    project = shelf.project
    path = project.template_path(name)
    before = shelf.get(path)
    header = before.catalog.header if before else None
    header = header or po.new_header(
        project.name, "", _source_languages(read.documents[name]), team=project.settings.team
    )
    data = po.write(replace(read.templates[name], header=header), before)
    return data, shelf.put(path, data, before)


def _source_languages(document: Document) -> tuple[str, ...]:
    """The languages of a document, most frequent first."""
    count: dict[str, int] = {}
    for segment in document.segments:
        if segment.language.tag not in ("und", "zxx"):
            count[segment.language.tag] = count.get(segment.language.tag, 0) + 1
    return tuple(sorted(count, key=lambda tag: -count[tag]))


@dataclass(frozen=True, slots=True)
class UpdatedFile:
    """One catalog after an update: its path, the change, and whether bytes change on disk."""

    path: Path
    updated: Updated
    data: bytes
    before: po.File | None

    @property
    def is_changed(self) -> bool:
        return self.before is None or self.updated.catalog is not self.before.catalog


def updated_catalog(
    shelf: Shelf, name: str, locale: LocaleSettings, read: Read, options: UpdateOptions | None = None
) -> UpdatedFile:
    """The catalog of a document in a locale, brought up to the template on disk.

    `others` of the options gives what other catalogs offer. Raises TranslatorError where there is no template, and where a file is broken.
    """
    project = shelf.project
    template = shelf.get(project.template_path(name))
    if template is None:
        raise TranslatorError(
            "the template is missing; run `translator extract`", Location(project.shown(project.template_path(name)))
        )
    path = project.catalog_path(name, locale)
    before = shelf.get(path)
    refuse_broken(before)
    document = read.documents.get(name)
    header = po.new_header(
        project.name,
        locale.tag,
        _source_languages(document) if document else _noted(template.catalog.header),
        team=project.settings.team,
    )
    languages = languages_by_key(document) if document else {}
    old = before.catalog if before else Catalog()
    known = replace(
        options or UpdateOptions(),
        languages=languages,
        header=header,
    )
    updated = update(template.catalog, old, locale.tag, known)
    return UpdatedFile(path, updated, po.write(updated.catalog, before), before)


def _noted(header: Header | None) -> tuple[str, ...]:
    return tuple(header.get("X-Source-Language").replace(",", " ").split()) if header else ()


def refuse_broken(file: po.File | None) -> None:
    """Raises TranslatorError where a catalog has faults that an update could not carry over."""
    for finding in file.findings if file else ():
        if finding.severity == "error":
            raise TranslatorError(f"{finding.message}; mend it by hand, then run again", finding.location)


def details(updated: Updated) -> Iterator[str]:
    """A line for each entry that a person should look at."""
    for change in updated.changes:
        if change.word == "fuzzy":
            yield f"  fuzzy: “{shorten(change.key[1])}”: {change.detail}"


def summary(updated: Updated) -> str:
    """What an update did, in words."""
    counts = [(updated.count(word), word) for word in WORDS]
    return ", ".join(f"{number} {word}" for number, word in counts if number) or "notes and order only"


def copied(shelf: Shelf, name: str, document: Document, locale: LocaleSettings, options: ExportOptions) -> Copy:
    """The copy of a document in a locale."""
    file = shelf.get(shelf.project.catalog_path(name, locale))
    refuse_broken(file)
    form = shelf.project.format(name)
    assert form is not None
    try:
        return export(document, file.catalog if file else Catalog(), form, locale.tag, options)
    except TranslatorError as error:
        raise TranslatorError(f"{locale.tag}: {error.message}", error.location) from error
