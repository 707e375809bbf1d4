"""`translator build`: everything, up to the gate."""

from __future__ import annotations

import click

from translator.commands._door import count, open_project, say, show
from translator.commands._gate import report_of, settings_of
from translator.commands._run import build_all, publish_all, run_of
from translator.commands.check import told
from translator.commands.status import table
from translator.steps.export import ExportOptions


@click.command("build")
@click.pass_context
def command(ctx: click.Context) -> int:
    """Extract, update, check, compile and export; stop at the gate.

    Locales that pass are compiled and exported; the exit code is 1 where one does not.
    """
    project = open_project(ctx)
    locales, settings = project.settings.locales, settings_of(project, None)
    run = run_of(ctx, project, locales)
    built = build_all(run, project.chosen(()), settings)
    answers = built.answers.values()
    unread = [finding for each in answers for finding in each.unread]
    documents = sum(each.is_read for each in answers)
    entries = sum(each.entries for each in answers)
    say(ctx, f"extract: {count(documents, 'document')}, {count(entries, 'entry', 'entries')}")
    for line in (line for each in answers for line in each.lines):
        say(ctx, line)
    report = report_of(project, unread, [result for each in answers for result in each.results], locales, settings)
    errors = {each.locale for each in report.findings if each.severity == "error"}
    if errors or report.findings:
        click.echo(told(report, "text", project.root))
    else:
        click.echo("\n".join(table(report)))
    # A finding without a locale (a document that cannot be read) holds back every one.
    passing = [] if "" in errors else [each for each in locales if each.tag not in errors]
    fallback = "source" if project.settings.fallback == "refuse" else project.settings.fallback
    publish_all(run, built, passing, ExportOptions(fallback, keeps_encoding=project.settings.encoding == "keep"))
    held = [each.tag for each in locales if each not in passing]
    if passing:
        copies = count(len(passing) * documents, "copy", "copies")
        say(ctx, f"build: {copies} in {project.settings.output}/ ({', '.join(each.folder for each in passing)})")
    if held:
        say(ctx, f"held back at the gate: {', '.join(held)}")
    return 1 if held else show(each for each in unread if each.severity == "error")
