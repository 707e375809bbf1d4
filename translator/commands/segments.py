"""`translator segments`: what the tool sees in documents, as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from translator import locales, store
from translator.commands import EXIT_FAILED
from translator.commands._door import open_project
from translator.config import find
from translator.document import Document
from translator.errors import Location, TranslatorError
from translator.formats import Format, format_for
from translator.project import Project
from translator.reader import ReaderOptions, read_document
from translator.segmentation import source_span


@click.command("segments")
@click.argument("paths", nargs=-1, required=True)
@click.option("--lang", metavar="TAG", default="", help="The language of the documents; overrules all evidence.")
@click.option("--explain", is_flag=True, help="Add the reason for the language.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], lang: str, explain: bool) -> int:
    """Print the segments of documents, one JSON object a line.

    Offsets count characters of the decoded part, line ends as they are, without the byte order
    mark. Settings of a project count where the paths are its documents. A folder stands for every
    file in it that a format reads.
    """
    tag = _tag(lang) if lang else ""
    code = 0
    for path in files(ctx, paths):
        try:
            options, form, data = reading(ctx, path)
            options = replace(options, language=tag or options.language, explains=True)
            document = read_document(data, path, options=options, form=form)
        except TranslatorError as error:
            click.echo(str(error), err=True)
            code = EXIT_FAILED
            continue
        for line in lines(document, explain):
            click.echo(json.dumps(line, ensure_ascii=False))
    return code


def _tag(lang: str) -> str:
    """The tag of an option; a name that means no language is wrong usage, as it is for `--locale`."""
    try:
        return locales.content_tag(lang)
    except TranslatorError as error:
        raise click.UsageError(error.message) from error


def files(ctx: click.Context, paths: tuple[str, ...]) -> list[str]:
    """The paths, folders replaced by the documents in them; TranslatorError where there are none.

    In a project its documents are those that the settings let in, elsewhere the files that a format reads.
    """
    project = _project(ctx)
    out: list[str] = []
    for path in paths:
        folder = Path(path)
        if folder.is_dir():
            found = [str(each) for each in sorted(folder.rglob("*")) if each.is_file() and _is_document(each, project)]
            if not found:
                raise TranslatorError("no format reads a file in this folder; name documents", Location(path))
            out += found
        else:
            out.append(path)
    return out


def reading(ctx: click.Context, path: str) -> tuple[ReaderOptions, Format | None, bytes]:
    """(options, format, bytes) for a file, in a project or alone."""
    file = Path(path)
    data = store.read(file, path)
    project = _project(ctx)
    name = _name(file, project)
    if project is not None and name:
        return project.reader_options(name), project.format(name), data
    return ReaderOptions(), None, data


def _project(ctx: click.Context) -> Project | None:
    root = ctx.find_root()
    if find(Path(root.obj["project"]).resolve()) is None:
        return None
    kept = root.meta.setdefault(__name__, [])
    if not kept:
        kept.append(open_project(ctx))
    project: Project = kept[0]
    return project


def _name(file: Path, project: Project | None) -> str:
    """The document path of a file among the sources of a project; "" elsewhere."""
    if project is None or not file.resolve().is_relative_to(project.sources.resolve()):
        return ""
    return file.resolve().relative_to(project.sources.resolve()).as_posix()


def _is_document(file: Path, project: Project | None) -> bool:
    name = _name(file, project)
    if project is not None and name:
        return name in project.documents and project.format(name) is not None
    return format_for(file.name) is not None


def lines(document: Document, explain: bool = False) -> Iterator[dict[str, object]]:
    """One object a segment, as the command prints them."""
    for segment in document.segments:
        block = document.blocks[segment.block]
        foreign = [
            [*source_span(block, segment, start=each.start, end=each.end), each.tag]
            for each in segment.language.foreign
        ]
        line: dict[str, object] = {
            "path": document.path,
            "part": segment.part,
            "kind": segment.kind,
            "start": segment.start,
            "end": segment.end,
            "text": segment.text,
            "lang": segment.language.tag,
            "confidence": round(segment.language.confidence, 3),
            "foreign": foreign,
        }
        if explain:
            line["reason"] = segment.language.reason
        yield line
