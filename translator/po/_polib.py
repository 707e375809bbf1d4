"""Catalogs to polib and back, for scripts that speak polib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.catalog import Catalog, Entry, Header, Previous
from translator.po import _comments

if TYPE_CHECKING:
    import polib  # type: ignore[import-untyped]


def to_polib(catalog: Catalog) -> polib.POFile:
    """The catalog as a polib POFile, unwrapped; sticky flags join the other flags, as gettext advises."""
    import polib

    file = polib.POFile(wrapwidth=0)
    if catalog.header is not None:
        file.header = "\n".join(catalog.header.comments)
        file.metadata = {name: value for name, value in catalog.header.fields if name}
        file.metadata_is_fuzzy = ["fuzzy"] if catalog.header.is_fuzzy else []
    for entry in catalog.entries:
        file.append(_to_polib(entry))
    return file


def from_polib(file: polib.POFile) -> Catalog:
    """What a polib POFile says, as a Catalog; live entries first, as polib writes them."""
    header = None
    if file.metadata or file.header:
        comments = tuple(file.header.split("\n")) if file.header else ()
        fields = tuple((str(name), str(value)) for name, value in file.ordered_metadata())
        header = Header(fields, tuple(each.removeprefix(" ") for each in comments), bool(file.metadata_is_fuzzy))
    entries = [each for each in file if not each.obsolete] + file.obsolete_entries()
    return Catalog(tuple(_from_polib(each) for each in entries), header)


def _to_polib(entry: Entry) -> polib.POEntry:
    import polib

    previous = entry.previous or Previous()
    flags = [*(["fuzzy"] if entry.is_fuzzy else []), *entry.flags, *entry.sticky_flags]
    return polib.POEntry(
        msgid=entry.source,
        msgstr="" if entry.plural is not None else entry.target,
        msgctxt=entry.context,
        msgid_plural=entry.plural or "",
        msgstr_plural=dict(enumerate(entry.targets)) if entry.plural is not None else {},
        obsolete=entry.is_obsolete,
        comment="\n".join(entry.notes),
        tcomment="\n".join(entry.comments),
        occurrences=[_place(each) for each in entry.references],
        flags=list(dict.fromkeys(flags)),
        previous_msgctxt=previous.context,
        previous_msgid=previous.source,
        previous_msgid_plural=previous.plural,
    )


def _place(reference: str) -> tuple[str, str]:
    path, colon, line = reference.rpartition(":")
    return (path, line) if colon and line.isdigit() else (reference, "")


def _from_polib(entry: polib.POEntry) -> Entry:
    previous = Previous(entry.previous_msgid, entry.previous_msgctxt, entry.previous_msgid_plural)
    comments = entry.tcomment.split("\n") if entry.tcomment else []
    taken = _comments.take_back(comments, "utf-8")
    forms = entry.msgstr_plural
    return Entry(
        entry.msgid,
        tuple(forms[index] for index in sorted(forms, key=int)) if forms else (entry.msgstr,),
        entry.msgctxt,
        entry.msgid_plural or None,
        "fuzzy" in entry.flags,
        tuple(flag for flag in entry.flags if flag != "fuzzy"),
        (),
        previous if previous != Previous() else taken,
        tuple(entry.comment.split("\n")) if entry.comment else (),
        tuple(comments),
        tuple(f"{path}:{line}" if line else path for path, line in entry.occurrences),
        bool(entry.obsolete),
    )
