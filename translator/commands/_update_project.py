"""`translator update`: the catalogs of a project."""

from __future__ import annotations

import click

from translator.commands import EXIT_FAILED
from translator.commands._door import chosen_locales, open_project
from translator.commands._moves import carry
from translator.commands._pipeline import Shelf
from translator.commands._run import run_of
from translator.commands._stale import templates_behind
from translator.commands._updating import update_all
from translator.commands._voice import count, say, show, tell
from translator.commands._work import Updating
from translator.steps.update import UpdateOptions


def run(
    ctx: click.Context, paths: tuple[str, ...], wanted: tuple[str, ...], dry_run: bool, options: UpdateOptions
) -> int:
    """Brings the catalogs of documents up to their templates, in some locales; missing ones are made."""
    project = open_project(ctx)
    locales = chosen_locales(project, wanted)
    names = project.chosen(paths)
    work = run_of(ctx, project, locales)
    if not dry_run:
        work.clear()
    shelf = Shelf(project)
    for line in carry(shelf, locales, is_dry=dry_run):
        say(ctx, line)
    answers = update_all(work, names, Updating(locales, options, lent=shelf.lent, is_dry=dry_run))
    tell(ctx, (line for each in answers for line in each.lines))
    if dry_run:
        behind = templates_behind(project, names)
        tell(ctx, ((0, str(each)) for each in behind))
        if not any(each.lines for each in answers):
            told = f"nothing would change in {count(len(names) * len(locales), 'catalog')}"
            say(ctx, f"{told} as the templates are now; they are behind their documents" if behind else told)
    unread = [finding for each in answers for finding in each.unread]
    code = show((*unread, *(finding for each in answers for finding in each.met)))
    return EXIT_FAILED if any(each.has_failed for each in answers) else code
