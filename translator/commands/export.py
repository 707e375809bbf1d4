"""`translator export`: localized copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from translator import store
from translator.cache import digest
from translator.catalog import Key
from translator.commands import EXIT_FAILED
from translator.commands._broken import refuse_broken
from translator.commands._copies import Copies
from translator.commands._door import chosen_locales, open_project
from translator.commands._gate import Gate, faulty_of, settings_of
from translator.commands._known import Vouched, vouched
from translator.commands._pipeline import Read, Shelf, copied, lenders, read_documents
from translator.commands._run import run_of
from translator.commands._state import run_key, state_read
from translator.commands._voice import count, say, show
from translator.config import LocaleSettings
from translator.config_keys import FALLBACKS
from translator.errors import TranslatorError, shorten
from translator.findings import Finding
from translator.project import Project
from translator.steps.export import MISSING, Copy, ExportOptions

SHOWN_GAPS = 20


@click.command("export")
@click.argument("paths", nargs=-1)
@click.option("-l", "--locale", "wanted", metavar="TAG", multiple=True, help="A locale (default: all).")
@click.option("--out", metavar="DIR", help="The folder for the copies (default: `output` of the settings).")
@click.option("--fallback", type=click.Choice(FALLBACKS), help="What to do with gaps (default: the settings', refuse).")
@click.option("--prune", is_flag=True, help="Remove older copies of documents that are refused or gone.")
@click.option("--unmarked", is_flag=True, help="Splice the words alone: no marks, the source's encoding.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], wanted: tuple[str, ...], **flags: Any) -> int:
    """Write the localized copies of documents.

    A copy with gaps (untranslated, fuzzy, damaged placeholders, not in the locale's language) is
    refused, and the gaps are listed. --fallback says how to fill them instead: with the source, with
    the previous translation (else the source), with nothing (omit), or with what a variant says, a
    locale of the same language (zh-HK for zh-Hant, en-GB for en), as it stands there; what no variant
    translates is refused. Words in another language are marked where the format can.

    The gate is not asked for faults: run `translator check` first, or `translator build`, which publishes only what
    passes it. Errors that an earlier run found are counted.

    Older copies of documents that are refused or gone are named; --prune removes those that this tool wrote.
    """
    project = open_project(ctx)
    names = project.chosen(paths)
    settings = settings_of(project, None)
    options = ExportOptions(
        flags["fallback"] or project.settings.fallback,
        not flags["unmarked"],
        keeps_encoding=project.settings.encoding == "keep",
        allow=settings.allow,
    )
    out: str | None = flags["out"]
    locales = chosen_locales(project, wanted)
    run, every = run_of(ctx, project, locales), run_of(ctx, project, project.settings.locales)
    key = run_key(project, every.locales)
    gate = Gate(settings, run.jobs)
    exporter = _Exporter(project, locales, options, gate, Path(out) if out else None, key)
    issues = list(vouched(every, names))
    errors = sum(each.errors.get(locale.tag, 0) for each in issues for locale in locales)
    run.clear()
    copies, older = Copies(project, exporter.out), []
    written = filled = 0
    findings: list[Finding] = []
    is_refused = has_failed = False
    for name, done in zip(names, run.each("export", exporter, issues), strict=True):
        for line in done.refusals:
            click.echo(line, err=True)
        is_refused = is_refused or bool(done.refusals)
        has_failed = has_failed or done.has_failed
        findings += done.findings
        written += len(done.written)
        filled += done.filled
        for locale, held in done.written:
            copies.note(name, locale, held)
        older += [path for locale in done.refused for path in copies.present((name,), locale)]
    findings += _cleared(ctx, copies, older, is_whole=not paths, prunes=flags["prune"])
    copies.save()
    say(ctx, f"{count(written, 'copy', 'copies')} in {out or project.settings.output}/")
    if filled:
        say(ctx, f"{count(filled, 'gap')} filled by the fallback “{options.fallback}”; `translator check` lists them")
    if errors:
        say(ctx, f"{count(errors, 'error')} at the gate, which does not hold back an export; run `translator check`")
    code = max(int(is_refused), show(findings))
    return EXIT_FAILED if has_failed else code


@dataclass(frozen=True, slots=True)
class _Exported:
    """What became of one document: copies written (with their digests), gaps filled in them, copies refused and why.

    `has_failed` where a catalog could not be read.
    """

    written: tuple[tuple[LocaleSettings, str], ...]
    filled: int
    refused: tuple[LocaleSettings, ...]
    refusals: tuple[str, ...]
    findings: tuple[Finding, ...]
    has_failed: bool = False


@dataclass(frozen=True)
class _Exporter:
    """Writes the copies of one document, in whatever process.

    `run` is what the answers of earlier runs depend on beside the documents' files.
    """

    project: Project
    locales: tuple[LocaleSettings, ...]
    options: ExportOptions
    gate: Gate
    out: Path | None
    run: str

    def __call__(self, issue: Vouched) -> _Exported:
        name = issue.name
        read = read_documents(self.project, (name,), 1)
        if name not in read.documents:
            return _Exported((), 0, (), (), tuple(read.findings))
        shelf = Shelf(self.project)
        refusals: list[str] = []
        written: list[tuple[LocaleSettings, str]] = []
        refused: list[LocaleSettings] = []
        absent: list[str] = []
        filled, has_failed = 0, False
        known = self._known(issue, shelf, read)
        unknown = [each for each in self._asked() if each.tag not in known]
        faulty = {**known, **faulty_of(shelf, name, read, unknown, self.gate)} if unknown else known
        for locale in self.locales:
            try:
                copy = copied(shelf, name, read.documents[name], locale, self.options, faulty=faulty)
            except TranslatorError as error:
                refused.append(locale)
                refusals.append(f"{error.location or self.project.source_path(name)}: {error.message}")
                has_failed = has_failed or self._is_broken(shelf, name, locale)
                continue
            path = self.project.copy_path(name, locale, out=self.out)
            if copy.data is None:
                refused.append(locale)
                if all(gap.reason == MISSING for gap in copy.gaps):
                    absent.append(locale.tag)
                else:
                    refusals += self._gaps(copy, name, locale)
                continue
            store.write_again(path, copy.data, shown=self.project.shown(path))
            written.append((locale, digest(copy.data)))
            filled += len(copy.gaps)
        if absent:
            where = f"{self.project.source_path(name)} in {', '.join(absent)}"
            refusals.append(f"{where}: refused, no catalog holds its entries; run `translator update`")
        return _Exported(tuple(written), filled, tuple(refused), tuple(refusals), tuple(read.findings), has_failed)

    def _is_broken(self, shelf: Shelf, name: str, locale: LocaleSettings) -> bool:
        """Whether the catalog cannot be read; anything else that refuses a copy is in what the catalog says."""
        try:
            refuse_broken(shelf.get(self.project.catalog_path(name, locale)))
        except TranslatorError:
            return True
        return False

    def _known(self, issue: Vouched, shelf: Shelf, read: Read) -> Mapping[str, frozenset[Key]]:
        """What an earlier run found of the catalogs as they were read now; what changed since was judged by nobody."""
        if not issue.faulty:
            return {}
        with suppress(TranslatorError):
            for each in self._asked():
                shelf.get(self.project.catalog_path(issue.name, each))
            state = state_read(shelf, issue.name, self.project.settings.locales, read)
            if state.key(self.run, issue.name) == issue.key:
                return issue.faulty
        return {}

    def _asked(self) -> tuple[LocaleSettings, ...]:
        """The locales whose catalogs give words to the copies."""
        lent = (lender for each in self.locales for lender in lenders(self.project, each))
        return tuple(dict.fromkeys((*self.locales, *(lent if self.options.fallback == "variant" else ()))))

    def _gaps(self, copy: Copy, name: str, locale: LocaleSettings) -> Iterator[str]:
        """Why a copy was refused, a line a gap."""
        why = f"{count(len(copy.gaps), 'gap')}; fill them or choose a --fallback"
        if self.options.fallback == "variant":
            tags = ", ".join(each.tag for each in lenders(self.project, locale))
            why = f"{count(len(copy.gaps), 'gap')} that " + (
                f"no variant ({tags}) fills; fill them or choose another --fallback"
                if tags
                else "no variant can fill, for no other locale of this language is published; choose another --fallback"
            )
        yield f"{self.project.source_path(name)} in {locale.tag}: refused, {why}"
        yield from _listed(copy)


def _cleared(ctx: click.Context, copies: Copies, older: list[str], *, is_whole: bool, prunes: bool) -> list[Finding]:
    """Names the older copies of documents that are refused or gone, or removes them."""
    gone = copies.gone() if is_whole or prunes else ()
    if prunes:
        for line in copies.prune((*older, *gone)):
            say(ctx, line)
        return []
    return [
        *copies.told(older, "the document is refused"),
        *copies.told(gone, "the document is gone, or the locale no longer published"),
    ]


def _listed(copy: Copy) -> Iterator[str]:
    for gap in copy.gaps[:SHOWN_GAPS]:
        yield f"  {gap.location}: {gap.reason}: “{shorten(gap.source)}”"
    if len(copy.gaps) > SHOWN_GAPS:
        yield f"  … and {len(copy.gaps) - SHOWN_GAPS} more (`translator check` lists all)"
