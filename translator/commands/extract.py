"""`translator extract`: documents to templates."""

from __future__ import annotations

import click

from translator.commands._door import count, open_project, say, show
from translator.commands._pipeline import Shelf, read_documents, write_template
from translator.document import Document
from translator.formats._rows import propose
from translator.project import Project


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
    shelf = Shelf(project)
    changed = sum(write_template(shelf, read, name)[1] for name in read.templates)
    entries = sum(len(each.entries) for each in read.templates.values())
    say(
        ctx,
        f"{count(len(read.templates), 'document')}, {count(entries, 'entry', 'entries')}; {changed} templates written",
    )
    for name, document in read.documents.items():
        if document.format == "text":
            _propose(ctx, project, name, document)
    return show(read.findings)


def _propose(ctx: click.Context, project: Project, name: str, document: Document) -> None:
    """Says where lines look like a table that no rule cuts."""
    for found in propose(document.parts[""], project.reader_options(name).read.rows):
        lines = f"lines {found.first_line} to {found.last_line} look like a table"
        say(
            ctx, f"{document.path}:{found.first_line}:1: {lines}; this rule in translator.toml would cut it into cells:"
        )
        say(ctx, found.as_toml(name))
