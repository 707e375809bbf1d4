"""`translator export`: localized copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translator import store
from translator.catalog import Key
from translator.commands._door import chosen_locales, open_project
from translator.commands._pipeline import Read, Shelf, copied, read_documents
from translator.commands._run import run_of
from translator.commands._voice import count, say, show
from translator.config import LocaleSettings
from translator.config_keys import FALLBACKS
from translator.errors import shorten
from translator.findings import Finding
from translator.project import Project
from translator.steps.export import MISSING, Copy, ExportOptions

if TYPE_CHECKING:
    from translator.checks import CheckSettings

SHOWN_GAPS = 20


@click.command("export")
@click.argument("paths", nargs=-1)
@click.option("-l", "--locale", "wanted", metavar="TAG", multiple=True, help="A locale (default: all).")
@click.option("--out", metavar="DIR", help="The folder for the copies (default: `output` of the settings).")
@click.option("--fallback", type=click.Choice(FALLBACKS), help="What to do with gaps (default: the settings', refuse).")
@click.option("--unmarked", is_flag=True, help="Splice the words alone: no marks, the source's encoding.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], wanted: tuple[str, ...], **flags: Any) -> int:
    """Write the localized copies of documents.

    A copy with gaps (untranslated, fuzzy, damaged placeholders) is refused, and the gaps are
    listed; --fallback says how to fill them instead.
    """
    project = open_project(ctx)
    names = project.chosen(paths)
    options = ExportOptions(
        flags["fallback"] or project.settings.fallback,
        not flags["unmarked"],
        keeps_encoding=project.settings.encoding == "keep",
    )
    out: str | None = flags["out"]
    locales = chosen_locales(project, wanted)
    exporter = _Exporter(project, locales, options, _settings(project, options), Path(out) if out else None)
    run = run_of(ctx, project, locales)
    run.clear()
    written = filled = 0
    findings: list[Finding] = []
    is_refused = False
    for done in run.each("export", exporter, names):
        for line in done.refusals:
            click.echo(line, err=True)
        is_refused = is_refused or bool(done.refusals)
        findings += done.findings
        written += done.written
        filled += done.filled
    say(ctx, f"{count(written, 'copy', 'copies')} in {out or project.settings.output}/")
    if filled:
        say(ctx, f"{count(filled, 'gap')} filled by the fallback “{options.fallback}”; `translator check` lists them")
    return max(int(is_refused), show(findings))


@dataclass(frozen=True, slots=True)
class _Exported:
    """What became of one document: copies written, gaps filled in them, what is to be said of those refused."""

    written: int
    filled: int
    refusals: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Exporter:
    """Writes the copies of one document, in whatever process."""

    project: Project
    locales: tuple[LocaleSettings, ...]
    options: ExportOptions
    settings: CheckSettings | None
    out: Path | None

    def __call__(self, name: str) -> _Exported:
        read = read_documents(self.project, (name,), 1)
        if name not in read.documents:
            return _Exported(0, 0, (), tuple(read.findings))
        shelf = Shelf(self.project)
        refusals: list[str] = []
        written = filled = 0
        absent: list[str] = []
        faulty = self._faulty(shelf, name, read)
        for locale in self.locales:
            options = replace(self.options, faulty=faulty.get(locale.tag, frozenset()))
            copy = copied(shelf, name, read.documents[name], locale, options)
            path = self.project.copy_path(name, locale, self.out)
            if copy.data is None and all(gap.reason == MISSING for gap in copy.gaps):
                absent.append(locale.tag)
            elif copy.data is None:
                refusals += _gaps(copy, f"{self.project.source_path(name)} in {locale.tag}")
            if copy.data is None:
                if path.exists():
                    refusals.append(f"  {self.project.shown(path)} is an older copy; it was left as it is")
                continue
            store.write_again(path, copy.data, shown=self.project.shown(path))
            written += 1
            filled += len(copy.gaps)
        if absent:
            where = f"{self.project.source_path(name)} in {', '.join(absent)}"
            refusals.append(f"{where}: refused, no catalog holds its entries; run `translator update`")
        return _Exported(written, filled, tuple(refusals), tuple(read.findings))

    def _faulty(self, shelf: Shelf, name: str, read: Read) -> dict[str, frozenset[Key]]:
        """What the gate would not count as covered, by locale: a copy is refused for it, not for gaps alone."""
        if self.options.fallback != "refuse" or self.settings is None:
            return {}
        from translator.commands._gate import inputs_of
        from translator.steps.check import check_catalog

        inputs = inputs_of(shelf, name, read, self.locales, is_rendered=False)
        return {each.locale: check_catalog(each, self.settings).faulty for each in inputs}


def _settings(project: Project, options: ExportOptions) -> CheckSettings | None:
    """The settings of the checks; None where no check is run, and the project says nothing of any."""
    if options.fallback != "refuse" and not project.settings.checks:
        return None
    from translator.commands._gate import settings_of  # all checks are slow to load

    return settings_of(project, None)


def _gaps(copy: Copy, what: str) -> Iterator[str]:
    """Why a copy was refused, a line a gap."""
    yield f"{what}: refused, {count(len(copy.gaps), 'gap')}; fill them or choose a --fallback"
    for gap in copy.gaps[:SHOWN_GAPS]:
        yield f"  {gap.location}: {gap.reason}: “{shorten(gap.source)}”"
    if len(copy.gaps) > SHOWN_GAPS:
        yield f"  … and {len(copy.gaps) - SHOWN_GAPS} more (`translator check` lists all)"
