"""`translator build`: everything, up to the gate."""

from __future__ import annotations

import click

from translator import store
from translator.commands._changes import details, summary
from translator.commands._door import jobs_of, open_project
from translator.commands._gate import judge_project, settings_of
from translator.commands._moves import carry, clear_templates
from translator.commands._pipeline import Read, Shelf, read_documents, reasons, updated_catalog, write_templates
from translator.commands._voice import count, say, show
from translator.commands.check import told
from translator.commands.export import copied
from translator.commands.status import table
from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.steps.compile import compile
from translator.steps.export import ExportOptions


@click.command("build")
@click.pass_context
def command(ctx: click.Context) -> int:
    """Extract, update, check, compile and export; stop at the gate.

    Locales that pass are compiled and exported; the exit code is 1 where one does not.
    """
    project = open_project(ctx)
    read = read_documents(project, project.chosen(()), jobs_of(ctx))
    shelf = Shelf(project)
    write_templates(shelf, read)
    for line in (*clear_templates(shelf), *carry(shelf, project.settings.locales)):
        say(ctx, line)
    entries = sum(len(each.entries) for each in read.templates.values())
    say(ctx, f"extract: {count(len(read.documents), 'document')}, {count(entries, 'entry', 'entries')}")
    code = _update(ctx, shelf, read)
    report = judge_project(shelf, read, project.settings.locales, settings_of(project, None))
    errors = {each.locale for each in report.findings if each.severity == "error"}
    if errors or report.findings:
        click.echo(told(report, "text", project.root))
    else:
        click.echo("\n".join(table(report)))
    # A finding without a locale (a document that cannot be read) holds back every one.
    passing = [] if "" in errors else [each for each in project.settings.locales if each.tag not in errors]
    for locale in passing:
        _publish(shelf, read, locale)
    held = [each.tag for each in project.settings.locales if each not in passing]
    if passing:
        copies = count(len(passing) * len(read.documents), "copy", "copies")
        say(ctx, f"build: {copies} in {project.settings.output}/ ({', '.join(each.folder for each in passing)})")
    if held:
        say(ctx, f"held back at the gate: {', '.join(held)}")
    code = max(code, show((*shelf.findings, *(each for each in read.findings if each.severity == "error"))))
    return 1 if held else code


def _update(ctx: click.Context, shelf: Shelf, read: Read) -> int:
    """Brings all catalogs up to date; 1 where one could not be, which does not hide the others."""
    project = shelf.project
    code = 0
    for name in read.documents:
        for locale in project.settings.locales:
            try:
                done = updated_catalog(shelf, name, locale, read)
                shelf.put(done.path, done.data, done.before)
            except TranslatorError as error:
                click.echo("\n".join(reasons(project, name, locale, error)), err=True)
                code = 1
                continue
            if done.is_changed:
                say(ctx, f"update: {project.shown(done.path)}: {summary(done.updated)}")
                for line in details(done.updated):
                    say(ctx, line)
    return code


def _publish(shelf: Shelf, read: Read, locale: LocaleSettings) -> None:
    project = shelf.project
    fallback = "source" if project.settings.fallback == "refuse" else project.settings.fallback
    options = ExportOptions(fallback, keeps_encoding=project.settings.encoding == "keep")
    for name, document in read.documents.items():
        path = project.catalog_path(name, locale)
        file = shelf.get(path)
        if file is not None:
            store.write(path.with_suffix(".mo"), compile(file.catalog), shown=project.shown(path))
        copy = copied(shelf, name, document, locale, options)
        assert copy.data is not None
        target = project.copy_path(name, locale)
        store.write(target, copy.data, shown=project.shown(target))
