"""`translator build`: everything, up to the gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from translator.collector import at_rest
from translator.commands import EXIT_FAILED
from translator.commands._building import build_all, publish_all
from translator.commands._copies import Copies
from translator.commands._door import open_project
from translator.commands._gate import report_of, settings_of
from translator.commands._moves import carry, clear_templates, homeless
from translator.commands._pipeline import Shelf
from translator.commands._run import Run, run_of
from translator.commands._voice import count, say, show, tell
from translator.commands.check import tell_report
from translator.commands.extract import Extractor
from translator.commands.status import table
from translator.config import LocaleSettings
from translator.findings import SEVERITIES, Finding, reaches
from translator.steps.export import ExportOptions


@click.command("build")
@click.option("--prune", "prunes", is_flag=True, help="Remove older copies of what is held back or gone.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="What holds a locale back (default: the settings', error).",
)
@click.pass_context
def command(ctx: click.Context, *, prunes: bool, fail_on: str | None) -> int:
    """Extract, update, check, compile and export; stop at the gate.

    Locales that pass are compiled and exported; the exit code is 1 where one does not. A locale passes with warnings,
    unless --fail-on warning (or fail-on in the settings) says otherwise: what is printed once should. A second run works
    on what changed since; what it knows is in `.translator_cache/`, which may be deleted at any time.

    Older copies of what is held back or gone are named; --prune removes those that this tool wrote.
    """
    project = open_project(ctx)
    locales, settings = project.settings.locales, settings_of(project, None)
    run = run_of(ctx, project, locales)
    names = project.chosen(())
    run.clear()
    for line in _moved(run):
        say(ctx, line)
    copies = Copies(project)
    for line in copies.prune(copies.gone()) if prunes else ():
        say(ctx, line)
    built = build_all(run, names, settings)
    answers = built.answers.values()
    documents = sum(each.is_read for each in answers)
    entries = sum(each.entries for each in answers)
    say(ctx, f"extract: {count(documents, 'document')}, {count(entries, 'entry', 'entries')}")
    tell(ctx, (line for each in answers for line in each.lines))
    unread = [finding for each in answers for finding in each.unread]
    with at_rest():
        report = report_of(project, unread, [result for each in answers for result in each.results], locales, settings)
    # What has errors is not published, whatever a check is told to pass over.
    limit = fail_on or ("error" if settings.fail_on == "never" else settings.fail_on)
    errors = {each.locale for each in report.findings if reaches(each.severity, limit)}
    if errors or report.findings:
        tell_report(report, "text", root=project.root)
    else:
        click.echo("\n".join(table(report)))
    # A finding without a locale (a document that cannot be read) holds back every one.
    passing = [] if "" in errors else [each for each in locales if each.tag not in errors]
    fallback = "source" if project.settings.fallback == "refuse" else project.settings.fallback
    keeps = project.settings.encoding == "keep"
    options = ExportOptions(fallback, keeps_encoding=keeps, otherwise="source", allow=settings.allow)
    for published in publish_all(run, built, passing, options, settings):
        copies.note(*published)
    kept_back = [each for each in locales if each not in passing]
    older = list(_older(ctx, copies, names, kept_back, prunes=prunes))
    copies.save()
    held = [each.tag for each in kept_back]
    if passing:
        number = count(len(passing) * documents, "copy", "copies")
        say(ctx, f"build: {number} in {project.settings.output}/ ({', '.join(each.folder for each in passing)})")
    if held:
        say(ctx, f"held back at the gate: {', '.join(held)}")
    met = [finding for each in answers for finding in each.met]
    # What could not be read is in the report.
    code = show((*met, *older))
    return EXIT_FAILED if any(each.has_failed for each in answers) else max(code, int(bool(held)))


def _older(
    ctx: click.Context, copies: Copies, names: Sequence[str], held: Iterable[LocaleSettings], *, prunes: bool
) -> Iterator[Finding]:
    """Names the copies of locales that are held back, one finding a locale, or removes them."""
    for locale in held:
        paths = copies.present(names, locale)
        if prunes:
            for line in copies.prune(paths):
                say(ctx, line)
        elif paths:
            yield copies.told_of_locale(locale, len(paths))


def _moved(run: Run) -> Iterator[str]:
    """Carries catalogs along with documents that moved, and removes the templates of those that are gone."""
    shelf = Shelf(run.project)
    # Their templates say which catalogs are theirs.
    wanted = homeless(run.project, run.locales)
    list(run.each("extract", Extractor(run.project), wanted))
    yield from clear_templates(shelf)
    yield from carry(shelf, run.locales)
