"""`translator segments`: what the tool sees in documents, as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from translator import locales, store
from translator.commands._door import open_project
from translator.config import find
from translator.document import Document
from translator.errors import Location, TranslatorError
from translator.formats import Format, format_for
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
    file in it that a format reads. A document that cannot be read is told, the others are printed,
    and the exit code is 3.
    """
    tag = _tag(lang) if lang else ""
    code = 0
    for path in files(paths):
        try:
            options, form, data = reading(ctx, path)
            options = replace(options, language=tag or options.language, explains=True)
            document = read_document(data, path, options, form)
        except TranslatorError as error:
            click.echo(str(error), err=True)
            code = 3
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


def files(paths: tuple[str, ...]) -> list[str]:
    """The paths, folders replaced by the files in them that a format reads; TranslatorError where there are none."""
    out: list[str] = []
    for path in paths:
        folder = Path(path)
        if folder.is_dir():
            found = [str(each) for each in sorted(folder.rglob("*")) if each.is_file() and format_for(each.name)]
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
    if find(Path(ctx.find_root().obj["project"]).resolve()) is not None:
        project = open_project(ctx)
        if file.resolve().is_relative_to(project.sources.resolve()):
            name = file.resolve().relative_to(project.sources.resolve()).as_posix()
            return project.reader_options(name), project.format(name), data
    return ReaderOptions(), None, data


def lines(document: Document, explain: bool = False) -> Iterator[dict[str, object]]:
    """One object a segment, as the command prints them."""
    for segment in document.segments:
        block = document.blocks[segment.block]
        foreign = [[*source_span(block, segment, each.start, each.end), each.tag] for each in segment.language.foreign]
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
