"""`translator merge-driver`: what git calls to merge two catalogs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from translator import po, store
from translator.catalog import Catalog
from translator.commands._door import count, say
from translator.errors import Location, TranslatorError, shorten
from translator.steps.merge import Conflict, Merged, merge


@click.command("merge-driver")
@click.argument("base", metavar="BASE")
@click.argument("ours", metavar="OURS")
@click.argument("theirs", metavar="THEIRS")
@click.argument("path", metavar="[PATH]", required=False)
@click.pass_context
def command(ctx: click.Context, base: str, ours: str, theirs: str, path: str | None) -> int:
    """Merge two catalogs for git, entry by entry; the result is written over OURS.

    `translator init --git` prints how git is told. What one side changed wins over what the other
    left alone. Where both gave an entry another target it keeps ours, is marked fuzzy, and holds both in
    comments (`# translator: conflict: theirs: …`); the exit code is 1 then, and git leaves the
    file unmerged. A catalog that cannot be read is named, and OURS stays as it is.
    """
    shown = path or ours
    names = (f"{shown} (base)", shown, f"{shown} (theirs)")
    files = [
        po.read(store.read(Path(file), name), name) for file, name in zip((base, ours, theirs), names, strict=True)
    ]
    merged, data = merged_files(*files)
    store.write(Path(ours), data, expected=po.write(files[1].catalog, files[1]), shown=shown)
    for line in told(merged, po.read(data, shown)):
        click.echo(line, err=True)
    if merged.conflicts:
        say(ctx, f"{shown}: {count(len(merged.conflicts), 'conflict')}; decide, then `git add` the file")
    return 1 if merged.conflicts else 0


def merged_files(base: po.File, ours: po.File, theirs: po.File) -> tuple[Merged, bytes]:
    """The merge of three files, and its bytes: what did not change keeps the bytes of ours.

    Raises TranslatorError where their file holds something that is no entry, which would be lost.
    """
    merged = merge(base.catalog, ours.catalog, theirs.catalog)
    # The header of the result declares the charset that its bytes have.
    is_theirs = _charset(merged.catalog) == _charset(theirs.catalog) != _charset(ours.catalog)
    over, other = (theirs, ours) if is_theirs else (ours, theirs)
    known = {*over.beside(), *base.beside()}
    lost = [text for text in other.beside() if text not in known]
    if lost:
        raise TranslatorError(
            f"one side holds something that is no entry (“{shorten(lost[0])}”); merge the files by hand",
            Location(other.path),
        )
    return merged, po.write(merged.catalog, over)


def _charset(catalog: Catalog) -> str:
    return catalog.header.get("Content-Type").lower() if catalog.header else ""


def told(merged: Merged, file: po.File) -> Iterator[str]:
    """A line for each conflict, with its place in the merged file."""
    for conflict in merged.conflicts:
        place = Location(file.path) if conflict.key is None else _place(conflict, file)
        sides = f"ours “{shorten(conflict.ours)}”, theirs “{shorten(conflict.theirs)}”"
        subject = conflict.field if conflict.key is None else f"“{shorten(conflict.key[1])}”"
        yield f"{place}: {subject} was changed on both sides ({sides}); both are in the file, choose one"


def _place(conflict: Conflict, file: po.File) -> Location:
    entry = next(each for each in file.catalog if each.key == conflict.key)
    return file.locate(entry)
