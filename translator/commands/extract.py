"""`translator extract`: documents to templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import click

from translator.commands._door import open_project
from translator.commands._moves import clear_templates
from translator.commands._pipeline import Shelf, read_documents, write_template
from translator.commands._run import run_of
from translator.commands._voice import count, say, show
from translator.document import Document
from translator.findings import Finding
from translator.formats._rows import propose
from translator.project import Project

_SHOWN = 5


@click.command("extract")
@click.argument("paths", nargs=-1)
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...]) -> int:
    """Split documents into templates, one .pot a document.

    Without PATHS all documents are split. The exit code is 1 where one cannot be read; the
    others are written all the same.
    """
    project = open_project(ctx)
    names = project.chosen(paths)
    run = run_of(ctx, project, ())
    run.clear()
    done = list(run.each("extract", Extractor(project), names))
    cleared = Shelf(project)
    for line in clear_templates(cleared) if not paths else ():
        say(ctx, line)
    read = [each.entries for each in done if each.entries is not None]
    changed = sum(each.is_changed for each in done)
    say(
        ctx,
        f"{count(len(read), 'document')}, {count(sum(read), 'entry', 'entries')}; {count(changed, 'template')} written",
    )
    for line in (line for each in done for line in each.proposals):
        say(ctx, line)
    found = (finding for each in done for finding in each.findings)
    return show((*found, *(project.unusable if not paths else ()), *cleared.findings))


@dataclass(frozen=True, slots=True)
class _Extracted:
    """What became of one document; `entries` is None where it could not be read."""

    entries: int | None
    is_changed: bool
    findings: tuple[Finding, ...]
    proposals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extractor:
    """Writes the template of one document, in whatever process."""

    project: Project

    def __call__(self, name: str) -> _Extracted:
        read = read_documents(self.project, (name,), 1)
        if name not in read.documents:
            return _Extracted(None, False, tuple(read.findings))
        shelf, document = Shelf(self.project), read.documents[name]
        _, is_changed = write_template(shelf, read, name)
        proposals = tuple(_proposals(self.project, name, document)) if document.format == "text" else ()
        findings = (*read.findings, *shelf.findings)
        return _Extracted(len(read.template(name).entries), is_changed, findings, proposals)


def _proposals(project: Project, name: str, document: Document) -> Iterator[str]:
    """Says where lines look like a table that no rule cuts; of many only the first are looked for."""
    found = propose(document.parts[""], project.reader_options(name).read.rows)
    for each in islice(found, _SHOWN):
        lines = f"lines {each.first_line} to {each.last_line} look like a table"
        yield f"{document.path}:{each.first_line}:1: {lines}; this rule in translator.toml would cut it into cells:"
        yield each.as_toml(name)
    if another := next(found, None):
        line = another.first_line
        yield f"{document.path}:{line}:1: these lines and perhaps more look like tables too; they are shown once those above have rules"
