"""`translator merge-driver`: what git calls to merge two catalogs."""

from __future__ import annotations

from pathlib import Path

import click

from translator import po, store
from translator.commands._merging import merged_files, told
from translator.commands._voice import count, say, show
from translator.errors import TranslatorError


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
    store.clear(Path(ours).parent, is_deep=False)
    names = (f"{shown} (base)", shown, f"{shown} (theirs)")
    try:
        files = [
            po.read(store.read(Path(file), name), name) for file, name in zip((base, ours, theirs), names, strict=True)
        ]
    except TranslatorError as error:
        # Git shows the file as unmerged, but nothing in it says so: theirs must not be forgotten.
        where = f" (`git show :3:{path}` has theirs)" if path else ""
        message = f"{error.message}; nothing was merged, ours stays as it was{where}: mend it, then merge again"
        raise TranslatorError(message, error.location) from error
    merged, data = merged_files(*files)
    store.write(Path(ours), data, expected=po.write(files[1].catalog, files[1]), shown=shown)
    code = show(told(merged, po.read(data, shown)))
    if code:
        say(ctx, f"{shown}: {count(len(merged.conflicts), 'conflict')}; decide, then `git add` the file")
    return code
