"""`translator verify`: the five laws on any document."""

from __future__ import annotations

import json

import click

from translator.commands.segments import files, reading
from translator.errors import TranslatorError
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
    for path in files(ctx, paths):
        try:
            options, form, data = reading(ctx, path)
            verdict = judge(data, path, options=options, form=form)
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
