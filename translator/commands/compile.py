"""`translator compile`: catalogs to .mo files."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click

from translator import mo, po, store
from translator.commands._broken import refuse_broken
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
    paths = [Path(each) for each in files] if files else _catalogs(ctx, wanted)
    work = _Compiler(Path(out) if out else None)
    errors = [work(each) for each in paths] if len(paths) < 2 else _side_by_side(ctx, work, paths)
    failed = [each for each in errors if each is not None]
    if failed and len(paths) == 1:
        raise failed[0]
    for error in failed:
        click.echo(str(error), err=True)
    say(ctx, f"{count(len(paths), 'catalog')} compiled" if not failed else "some catalogs could not be compiled")
    return 3 if failed else 0


@dataclass(frozen=True)
class _Compiler:
    """Writes the .mo file of a catalog, in whatever process; gives back why it could not."""

    out: Path | None

    def __call__(self, path: Path) -> TranslatorError | None:
        try:
            store.write_again(self.out or path.with_suffix(".mo"), compiled(store.read(path), str(path)))
        except TranslatorError as error:
            return error
        return None


def _side_by_side(ctx: click.Context, work: _Compiler, paths: list[Path]) -> list[TranslatorError | None]:
    batch = import_module("translator.batch")  # a single catalog does without
    jobs = ctx.find_root().obj["jobs"] or batch.sensible_jobs(len(paths))
    return list(batch.run(work, paths, jobs=jobs))


def compiled(data: bytes, path: str) -> bytes:
    """The .mo bytes for a catalog's bytes; TranslatorError where it is broken."""
    quick = mo.compile_plain(data)
    if quick is not None:
        return quick
    file = po.read(data, path)
    refuse_broken(file)
    return compile(file.catalog)


def _catalogs(ctx: click.Context, wanted: tuple[str, ...]) -> list[Path]:
    # A project loads formats and languages, which catalogs alone can do without.
    door = import_module("translator.commands._door")
    project = door.open_project(ctx)
    locales = door.chosen_locales(project, wanted)
    found = (project.catalog_path(name, locale) for name in project.chosen(()) for locale in locales)
    return [path for path in found if path.exists()]
