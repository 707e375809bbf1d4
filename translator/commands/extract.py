"""`translator extract`: documents to templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import click

from translator.commands._door import count, open_project, say, show
from translator.commands._pipeline import Shelf, read_documents, write_template
from translator.commands._run import run_of
from translator.document import Document
from translator.findings import Finding
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
    run = run_of(ctx, project, ())
    done = list(run.each("extract", Extractor(project), project.chosen(paths)))
    documents = count(sum(each.is_read for each in done), "document")
    entries = count(sum(each.entries for each in done), "entry", "entries")
    say(ctx, f"{documents}, {entries}; {sum(each.is_written for each in done)} templates written")
    for line in (line for each in done for line in each.lines):
        say(ctx, line)
    return show(finding for each in done for finding in each.findings)


@dataclass(frozen=True, slots=True)
class _Done:
    findings: tuple[Finding, ...]
    entries: int = 0
    is_read: bool = False
    is_written: bool = False
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extractor:
    """Writes the template of one document."""

    project: Project

    def __call__(self, name: str) -> _Done:
        read = read_documents(self.project, (name,))
        if name not in read.documents:
            return _Done(tuple(read.findings))
        _, is_written = write_template(Shelf(self.project), read, name)
        document = read.documents[name]
        lines = tuple(_proposed(self.project, name, document)) if document.format == "text" else ()
        return _Done(tuple(read.findings), len(read.templates[name].entries), True, is_written, lines)


def _proposed(project: Project, name: str, document: Document) -> Iterator[str]:
    """Says where lines look like a table that no rule cuts."""
    for found in propose(document.parts[""], project.reader_options(name).read.rows):
        lines = f"lines {found.first_line} to {found.last_line} look like a table"
        yield f"{document.path}:{found.first_line}:1: {lines}; this rule in translator.toml would cut it into cells:"
        yield found.as_toml(name)
