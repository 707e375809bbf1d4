"""`translator extract`: documents to templates."""

from __future__ import annotations

import click

from translator.commands._door import count, open_project, say, show
from translator.commands._pipeline import read_documents, write_templates


@click.command("extract")
@click.argument("paths", nargs=-1)
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...]) -> int:
    """Split documents into templates, one .pot a document.

    Without PATHS all documents are split. The exit code is 1 where one cannot be read; the
    others are written all the same.
    """
    project = open_project(ctx)
    read = read_documents(project, project.chosen(paths))
    changed = write_templates(project, read)
    entries = sum(len(each.entries) for each in read.templates.values())
    say(
        ctx,
        f"{count(len(read.templates), 'document')}, {count(entries, 'entry', 'entries')}; {changed} templates written",
    )
    return show(read.findings)
