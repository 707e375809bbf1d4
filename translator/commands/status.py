"""`translator status`: coverage by document and locale."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from translator.commands._door import open_project
from translator.commands._gate import settings_of
from translator.commands._judging import judged_project
from translator.commands._run import run_of
from translator.commands._stale import Compared, comparer
from translator.commands._voice import show
from translator.report import Coverage, Report, width

BROKEN = ("invalid-catalog", "po-syntax", "duplicate-key")


@click.command("status")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", help="How to tell it.")
@click.option("--stale", "is_stale", is_flag=True, help="List what is behind its document instead; exit 1 if any is.")
@click.pass_context
def command(ctx: click.Context, form: str, is_stale: bool) -> int:
    """Show the coverage by document and locale.

    An entry is covered where it is filled, not fuzzy, keeps its placeholders and is written in
    the locale's language and script.

    With --stale: the templates that `extract`, and the catalogs that `update` would change, one a line;
    as JSON {"stale": [{"document", "path", "locale", "reason"}]}, the locale "" for a template.
    """
    project = open_project(ctx)
    locales, settings, names = project.settings.locales, settings_of(project, None), project.chosen(())
    run = run_of(ctx, project, locales)
    if is_stale:
        return _tell_stale(tuple(run.each("compare", comparer(project, locales), names)), form)
    report, unread = judged_project(run, names, settings)
    if form == "json":
        click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(table(report)))
    show(each for each in report.findings if each.check == "orphaned-catalog")
    broken = [each for each in report.findings if each.check in BROKEN and each.severity == "error"]
    return show((*broken, *(each for each in unread if each.severity == "error")))


def _tell_stale(compared: tuple[Compared, ...], form: str) -> int:
    found = [stale for each in compared for stale in each.stale]
    if form == "json":
        click.echo(json.dumps({"stale": [asdict(each) for each in found]}, ensure_ascii=False, indent=2))
    else:
        for each in found:
            click.echo(str(each))
    return max(
        show(finding for each in compared for finding in each.unread if finding.severity == "error"), 1 if found else 0
    )


def _as_json(report: Report) -> dict[str, object]:
    documents = {
        name: {locale: each.to_json() for locale, each in by_locale.items()}
        for name, by_locale in report.documents.items()
    }
    return {"documents": documents, "locales": {locale: each.to_json() for locale, each in report.coverage.items()}}


def table(report: Report) -> Iterator[str]:
    """A line a document, a column a locale, totals last."""
    locales = list(report.coverage)
    rows = [["document", *locales]]
    rows += [[name, *(_cell(by.get(locale)) for locale in locales)] for name, by in report.documents.items()]
    rows.append(["all", *(_cell(report.coverage[locale]) for locale in locales)])
    widths = [max(width(row[i]) for row in rows) for i in range(len(locales) + 1)]
    for row in rows:
        cells = [row[0] + " " * (widths[0] - width(row[0]))]
        cells += [" " * (size - width(cell)) + cell for cell, size in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join(cells).rstrip()


def _cell(coverage: Coverage | None) -> str:
    if coverage is None:
        return "–"
    gaps = [
        f"{number} {word}"
        for number, word in (
            (coverage.untranslated, "untranslated"),
            (coverage.fuzzy, "fuzzy"),
            (coverage.faulty, "faulty"),
        )
        if number
    ]
    shown = f"{coverage.percent:.2f} % of {coverage.entries}"
    return f"{shown} ({', '.join(gaps)})" if gaps else shown
