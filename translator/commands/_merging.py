"""The merge of catalog files: their bytes, and what is said of conflicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from translator import po, store
from translator.catalog import Catalog
from translator.errors import Location, TranslatorError, shorten
from translator.findings import Finding
from translator.steps.merge import Conflict, Merged, merge

# So often a catalog that others keep saving is merged again.
MEETINGS = 5


def merged_files(base: po.File, ours: po.File, theirs: po.File, *, is_update: bool = False) -> tuple[Merged, bytes]:
    """The merge of three files, and its bytes: what did not change keeps the bytes of ours.

    Raises TranslatorError where their file holds something that is no entry, which would be lost.
    """
    merged = merge(base.catalog, ours.catalog, theirs.catalog, is_update=is_update)
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
    return merged, po.write(merged.catalog, over, like=other)


def met(
    base: po.File,
    made: po.File,
    *,
    present: Callable[[], po.File | None],
    write: Callable[[bytes, po.File], object],
) -> tuple[bytes, tuple[Finding, ...]]:
    """Writes the merge of what an update made and what someone has saved since `base` was read.

    `present` reads the file as it is now, `write` writes bytes over the one that was read, or raises
    store.Changed. Gives the bytes, and a finding for each conflict.
    """
    for is_last in (False,) * MEETINGS + (True,):
        other = present()
        if other is None:
            raise TranslatorError(
                "the file was removed while this ran; nothing was written, run again", Location(made.path)
            )
        merged, data = merged_files(base, other, made, is_update=True)
        try:
            write(data, other)
        except store.Changed:
            if is_last:
                raise
            continue
        break
    return data, tuple(told(merged, po.read(data, made.path, recover=True)))


def _charset(catalog: Catalog) -> str:
    return catalog.header.get("Content-Type").lower() if catalog.header else ""


def told(merged: Merged, file: po.File) -> Iterator[Finding]:
    """A finding for each conflict, with its place in the merged file."""
    for conflict in merged.conflicts:
        sides = f"ours “{shorten(conflict.ours)}”, theirs “{shorten(conflict.theirs)}”"
        subject = conflict.field if conflict.key is None else f"“{shorten(conflict.key[1])}”"
        message = f"{subject} was changed on both sides ({sides}); both are in the file, choose one"
        yield Finding("merge-conflict", "error", message, _place(conflict, file))


def _place(conflict: Conflict, file: po.File) -> Location:
    entry = next((each for each in file.catalog if each.key == conflict.key), None)
    return Location(file.path) if entry is None else file.locate(entry)
