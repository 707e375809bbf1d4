"""`translator status`: coverage by document and locale."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from translator.commands._door import open_project, show
from translator.commands._gate import report_of, settings_of
from translator.commands._run import judge_all, run_of
from translator.report import Coverage, Report, width


@click.command("status")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", help="How to tell it.")
@click.pass_context
def command(ctx: click.Context, form: str) -> int:
    """Show the coverage by document and locale.

    An entry is covered where it is filled, not fuzzy, keeps its placeholders and is written in
    the locale's language and script.
    """
    project = open_project(ctx)
    locales, settings = project.settings.locales, settings_of(project, None)
    answers = judge_all(run_of(ctx, project, locales), project.chosen(()), settings)
    unread = [finding for each in answers for finding in each.unread]
    report = report_of(project, unread, [result for each in answers for result in each.results], locales, settings)
    if form == "json":
        click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(table(report)))
    return show(each for each in unread if each.severity == "error")


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
