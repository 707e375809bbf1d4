"""`translator update`: the catalogs of a project."""

from __future__ import annotations

import click

from translator.commands._changes import details, summary, warnings
from translator.commands._door import chosen_locales, jobs_of, open_project
from translator.commands._moves import carry
from translator.commands._pipeline import Shelf, read_documents, reasons, updated_catalog
from translator.commands._voice import say, show
from translator.errors import TranslatorError
from translator.steps.update import UpdateOptions


def run(
    ctx: click.Context, paths: tuple[str, ...], wanted: tuple[str, ...], dry_run: bool, options: UpdateOptions
) -> int:
    """Brings the catalogs of documents up to their templates, in some locales; missing ones are made."""
    project = open_project(ctx)
    locales = chosen_locales(project, wanted)
    read = read_documents(project, project.chosen(paths), jobs_of(ctx))
    shelf = Shelf(project)
    for line in carry(shelf, locales, is_dry=dry_run):
        say(ctx, line)
    code = 0
    for name in read.documents:
        for locale in locales:
            try:
                done = updated_catalog(shelf, name, locale, read, options)
                if not dry_run:
                    shelf.put(done.path, done.data, done.before)
            except TranslatorError as error:
                click.echo("\n".join(reasons(project, name, locale, error)), err=True)
                code = 1
                continue
            if done.is_changed:
                made = "made, " if done.before is None else ""
                say(ctx, f"{project.shown(done.path)}: {made}{summary(done.updated)}")
                for line in details(done.updated):
                    say(ctx, line, 1)
            show(warnings(done.updated, project.shown(done.path)))
    return max(code, show((*read.findings, *shelf.findings)))
