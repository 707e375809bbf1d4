"""`translator verify`: the five laws on any document."""

from __future__ import annotations

import json
from pathlib import Path

import click

from translator.commands.segments import reading
from translator.errors import Location, TranslatorError
from translator.formats import format_for
from translator.laws import judge


@click.command("verify")
@click.argument("paths", nargs=-1, required=True)
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...]) -> int:
    """Prove the five laws on documents, one JSON object a line.

    A folder stands for every file in it that a format reads. The exit code is 1 where a law is
    broken or a document is refused.
    """
    code = 0
    for path in files(paths):
        try:
            options, form, data = reading(ctx, path)
            verdict = judge(data, path, options, form)
        except TranslatorError as error:
            click.echo(
                json.dumps(
                    {"path": path, "format": "", "segments": 0, "laws": {}, "refused": str(error)}, ensure_ascii=False
                )
            )
            code = 3
            continue
        line = {"path": path, "format": verdict.format, "segments": verdict.segments, "laws": verdict.laws}
        line["refused"] = verdict.refused or None
        if verdict.faults:
            line["faults"] = verdict.faults
        click.echo(json.dumps(line, ensure_ascii=False))
        if verdict.faults or verdict.refused:
            code = max(code, 1)
    return code


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
