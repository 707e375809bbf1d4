"""`translator compile`: catalogs to .mo files."""

from __future__ import annotations

from pathlib import Path

import click

from translator import po, store
from translator.commands._door import chosen_locales, open_project
from translator.commands._pipeline import refuse_broken
from translator.commands._voice import count, say
from translator.errors import TranslatorError
from translator.steps.compile import compile


@click.command("compile")
@click.argument("files", metavar="[FILE.po...]", nargs=-1)
@click.option("-l", "--locale", "wanted", metavar="TAG", multiple=True, help="A locale (default: all).")
@click.option("--out", metavar="F.mo", help="Where to write, with a single FILE.po.")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], wanted: tuple[str, ...], out: str | None) -> int:
    """Write .mo files beside the catalogs. Fuzzy entries are left out."""
    if out and len(files) != 1:
        raise click.UsageError("--out goes with a single FILE.po")
    if files:
        paths = [Path(each) for each in files]
    else:
        project = open_project(ctx)
        locales = chosen_locales(project, wanted)
        found = (project.catalog_path(name, locale) for name in project.chosen(()) for locale in locales)
        paths = [path for path in found if path.exists()]
    code = 0
    for path in paths:
        try:
            file = po.read(store.read(path), str(path))
            refuse_broken(file)
            store.write(Path(out) if out else path.with_suffix(".mo"), compile(file.catalog))
        except TranslatorError as error:
            if len(paths) == 1:
                raise
            click.echo(str(error), err=True)
            code = 3
    say(ctx, f"{count(len(paths), 'catalog')} compiled" if not code else "some catalogs could not be compiled")
    return code
