"""`translator compile`: catalogs to .mo files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click

from translator import mo, store
from translator.collector import at_rest
from translator.commands._voice import count, refuse_both, say
from translator.errors import TranslatorError


@click.command("compile")
@click.argument("files", metavar="[FILE.po...]", nargs=-1)
@click.option("-l", "--locale", "wanted", metavar="TAG", multiple=True, help="A locale (default: all).")
@click.option("--out", metavar="F.mo", help="Where to write, with a single FILE.po.")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], wanted: tuple[str, ...], out: str | None) -> int:
    """Write .mo files beside the catalogs. Fuzzy entries are left out."""
    if out and len(files) != 1:
        raise click.UsageError("--out goes with a single FILE.po")
    refuse_both(files, wanted)
    paths = {Path(each): each for each in files} if files else _catalogs(ctx, wanted)
    work = _Compiler(out)
    items = list(paths.items())
    errors = [work(each) for each in items] if len(items) < 2 else _side_by_side(ctx, work, items)
    failed = [each for each in errors if each is not None]
    if failed and len(items) == 1:
        raise failed[0]
    for error in failed:
        click.echo(str(error), err=True)
    say(ctx, f"{count(len(items), 'catalog')} compiled" if not failed else "some catalogs could not be compiled")
    return 3 if failed else 0


@dataclass(frozen=True)
class _Compiler:
    """Writes the .mo file of a catalog, in whatever process; gives back why it could not."""

    out: str | None

    def __call__(self, item: tuple[Path, str]) -> TranslatorError | None:
        path, shown = item
        try:
            data = compiled(store.read(path, shown), shown)
            told = self.out or str(Path(shown).with_suffix(".mo"))
            store.write_again(Path(self.out) if self.out else path.with_suffix(".mo"), data, shown=told)
        except TranslatorError as error:
            return error
        return None


def _side_by_side(ctx: click.Context, work: _Compiler, items: list[tuple[Path, str]]) -> list[TranslatorError | None]:
    batch = import_module("translator.batch")  # a single catalog does without
    jobs = ctx.find_root().obj["jobs"] or batch.sensible_jobs(len(items))
    return list(batch.run(work, items, jobs=jobs))


def compiled(data: bytes, path: str) -> bytes:
    """The .mo bytes for a catalog's bytes; TranslatorError where it is broken."""
    with at_rest():
        quick = mo.compile_plain(data)
        if quick is not None:
            return quick
        # Nearly all catalogs are plain, and need no reader.
        slowly: Callable[[bytes, str], bytes] = import_module("translator.commands._compile_read").compiled
        return slowly(data, path)


def _catalogs(ctx: click.Context, wanted: tuple[str, ...]) -> dict[Path, str]:
    """The catalogs of the project, and how messages name them."""
    # A project loads formats and languages, which catalogs alone can do without.
    door = import_module("translator.commands._door")
    project = door.open_project(ctx)
    locales = door.chosen_locales(project, wanted)
    store.clear(project.root / project.settings.catalogs)
    found = (project.catalog_path(name, locale) for name in project.chosen(()) for locale in locales)
    return {path: project.shown(path) for path in found if not store.is_missing(path)}
