"""`translator export`: localized copies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from translator import store
from translator.commands._door import chosen_locales, count, open_project, say, show
from translator.commands._pipeline import Shelf, copied, read_documents
from translator.commands._run import run_of
from translator.config import FALLBACKS, LocaleSettings
from translator.errors import shorten
from translator.findings import Finding
from translator.project import Project
from translator.steps.export import MISSING, Copy, ExportOptions

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
    out: str | None = flags["out"]
    options = ExportOptions(
        flags["fallback"] or project.settings.fallback,
        not flags["unmarked"],
        keeps_encoding=project.settings.encoding == "keep",
    )
    names = project.chosen(paths)
    run = run_of(ctx, project, chosen_locales(project, wanted))
    code = 0
    written = 0
    findings: list[Finding] = []
    for done in run.each("export", Exporter(project, run.locales, options, Path(out) if out else None), names):
        for copy, what in done.refused:
            code = 1
            _show_gaps(copy, what)
        written += done.written
        findings += done.unread
    say(ctx, f"{count(written, 'copy', 'copies')} in {out or project.settings.output}/")
    return max(code, show(findings))


@dataclass(frozen=True, slots=True)
class _Done:
    unread: tuple[Finding, ...]
    refused: tuple[tuple[Copy, str], ...] = ()
    written: int = 0


@dataclass(frozen=True)
class Exporter:
    """Writes the copies of one document; those with gaps are handed back instead."""

    project: Project
    locales: tuple[LocaleSettings, ...]
    options: ExportOptions
    out: Path | None

    def __call__(self, name: str) -> _Done:
        project = self.project
        read = read_documents(project, (name,))
        if name not in read.documents:
            return _Done(tuple(read.findings))
        shelf = Shelf(project)
        refused: list[tuple[Copy, str]] = []
        for locale in self.locales:
            copy = copied(shelf, name, read.documents[name], locale, self.options)
            if copy.data is None:
                refused.append((copy, f"{project.source_path(name)} in {locale.tag}"))
                continue
            path = project.copy_path(name, locale, self.out)
            store.write_again(path, copy.data, shown=project.shown(path))
        return _Done(tuple(read.findings), tuple(refused), len(self.locales) - len(refused))


def _show_gaps(copy: Copy, what: str) -> None:
    if all(gap.reason == MISSING for gap in copy.gaps):
        click.echo(f"{what}: refused, no catalog holds its entries; run `translator update`", err=True)
        return
    click.echo(f"{what}: refused, {count(len(copy.gaps), 'gap')}; fill them or choose a --fallback", err=True)
    for gap in copy.gaps[:SHOWN_GAPS]:
        click.echo(f"  {gap.location}: {gap.reason}: “{shorten(gap.source)}”", err=True)
    if len(copy.gaps) > SHOWN_GAPS:
        click.echo(f"  … and {len(copy.gaps) - SHOWN_GAPS} more (`translator check` lists all)", err=True)
