"""`translator status`: coverage by document and locale."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import chain

import click

from translator.checks import all_checks
from translator.commands._door import chosen_locales, open_project
from translator.commands._filled import Lister, told
from translator.commands._gate import settings_of
from translator.commands._judging import judged_project
from translator.commands._run import run_of
from translator.commands._stale import Compared, comparer
from translator.commands._voice import count, show
from translator.project import Project
from translator.report import Coverage, Report, width
from translator.steps.check import GAPS

BROKEN = ("invalid-catalog", "po-syntax", "duplicate-key")


@click.command("status")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", help="How to tell it.")
@click.option("--stale", "is_stale", is_flag=True, help="List what is behind its document instead; exit 1 if any is.")
@click.option(
    "--filled", "is_filled", is_flag=True, help="List what was filled without a translator, the least sure first."
)
@click.option("-l", "--locale", "wanted", metavar="TAG", multiple=True, help="With --filled: a locale (default: all).")
@click.pass_context
def command(ctx: click.Context, /, form: str, is_stale: bool, is_filled: bool, wanted: tuple[str, ...]) -> int:
    """Show the coverage by document and locale.

    An entry is covered where it is filled, not fuzzy, keeps its placeholders and is written in
    the locale's language and script. Errors that the gate holds back for beside gaps are counted behind it.

    With --stale: the templates that `extract`, and the catalogs that `update` would change, one a line;
    as JSON {"stale": [{"document", "path", "locale", "reason"}]}, the locale "" for a template.

    With --filled: the entries that hold their own source, with the language it was taken for and how sure that is, and labels
    from other documents; numbers, units and codes are counted. A translator reads these. As JSON {"filled": [{"path",
    "line", "locale", "source", "target", "lang", "confidence", "is_fuzzy", "origin"}]}.
    """
    if is_stale and is_filled:
        raise click.UsageError("--stale and --filled are two lists; choose one")
    if wanted and not is_filled:
        raise click.UsageError("-l goes with --filled, for the table has a column for each locale")
    project = open_project(ctx)
    locales, settings, names = project.settings.locales, settings_of(project, None), project.chosen(())
    run = run_of(ctx, project, locales)
    if is_stale:
        return _tell_stale(tuple(run.each("compare", comparer(project, locales), names)), form)
    if is_filled:
        chosen = chosen_locales(project, wanted)
        listed = tuple(run.each("list", Lister(project, chosen), names))
        tags = [each.tag for each in chosen]
        click.echo("\n".join(told(chain.from_iterable(each for each, _ in listed), tags, form=form)))
        return show(finding for _, unread in listed for finding in unread if finding.severity == "error")
    report, unread = judged_project(run, names, settings)
    if form == "json":
        click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(table(report, errors=_errors(project, report))))
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


def _errors(project: Project, report: Report) -> Counter[tuple[str, str]]:
    """How many errors the gate holds each document and locale back for, beside what the coverage counts."""
    found = [each for each in report.findings if each.severity == "error" and each.locale]
    if not found:
        return Counter()
    counted = GAPS.union(each.name for each in all_checks() if each.family == "coverage")
    places = {
        (project.shown(project.catalog_path(name, locale)), locale.tag): name
        for name in report.documents
        for locale in project.settings.locales
    }
    known = ((places.get((each.location.path, each.locale)), each) for each in found if each.check not in counted)
    return Counter((name, each.locale) for name, each in known if name is not None)


def table(report: Report, *, errors: Mapping[tuple[str, str], int] | None = None) -> Iterator[str]:
    """A line a document, a column a locale, totals last; `errors` are told beside the coverage."""
    locales, told = list(report.coverage), errors or {}
    rows = [["document", *locales]]
    for name, by in report.documents.items():
        rows.append([name, *(_cell(by.get(locale), told.get((name, locale), 0)) for locale in locales)])
    totals = {locale: sum(number for (_, tag), number in told.items() if tag == locale) for locale in locales}
    rows.append(["all", *(_cell(report.coverage[locale], totals[locale]) for locale in locales)])
    widths = [max(width(row[i]) for row in rows) for i in range(len(locales) + 1)]
    for row in rows:
        cells = [row[0] + " " * (widths[0] - width(row[0]))]
        cells += [" " * (size - width(cell)) + cell for cell, size in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join(cells).rstrip()


def _cell(coverage: Coverage | None, errors: int = 0) -> str:
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
    gaps += [count(errors, "error")] if errors else []
    shown = f"{coverage.percent:.2f} % of {coverage.entries}"
    return f"{shown} ({', '.join(gaps)})" if gaps else shown
