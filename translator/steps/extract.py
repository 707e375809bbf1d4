"""Document → template: one entry per key, in document order, with notes for the translator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from translator import po
from translator.catalog import Catalog, Entry, Key
from translator.collector import at_rest
from translator.columns import Row, rows_of
from translator.document import Document, Language, Segment, plain
from translator.inline import describe, to_message
from translator.notes import language_note
from translator.steps._rows import row_names

SILENT_KINDS = ("paragraph", "")
_UNTRANSLATED = ("",)
_FEW = 3
"""What stands in more rows of tables is told by its column alone."""
_Key = str | tuple[str, str]
"""A source, behind its context where it has one."""
_Notes = tuple[tuple[str, ...], tuple[str, ...]]
"""What is said of a place and of placeholders, and of the language."""


def extract(document: Document) -> Catalog:
    """The template of a document: no targets, no header.

    References name the document without lines, and no note holds a number that shifts when the
    document grows: an entry that nobody touched keeps its bytes.
    """
    with at_rest():
        return _extract(document)


def _extract(document: Document) -> Catalog:
    rows = row_names(document.blocks)
    standing: dict[_Key, dict[str, None]] = {}
    found: dict[_Key, _Notes] = {}
    # What comes again and says something new: a value may stand in thousands of places.
    more: dict[_Key, tuple[dict[str, None], dict[str, None]]] = {}
    for _, _, _, content, block, kind, note, _, language, context, limit in rows_of(document.segments):
        notes = ((note,) if note else ()) if limit is None and kind in SILENT_KINDS else _place(kind, note, limit)
        source = content[0] if len(content) == 1 else None
        if not isinstance(source, str):
            source = to_message(content)
            notes = tuple(dict.fromkeys((*notes, *describe(content))))
        tongue = (language_note(language, plain(content)),) if language.foreign else _unmixed(language.tag)
        key = source if context is None else (context, source)
        if block in rows:
            standing.setdefault(key, {})[rows[block]] = None
        said = (notes, tongue)
        known = found.setdefault(key, said)
        if known is not said and known != said:
            both = more.get(key)
            if both is None:
                both = more[key] = dict.fromkeys(known[0]), dict.fromkeys(known[1])
            for each in notes:
                both[0][each] = None
            for each in tongue:
                both[1][each] = None
    for key, (places, tongues) in more.items():
        found[key] = tuple(places), tuple(tongues)
    for key, names in standing.items():
        if len(names) <= _FEW:
            found[key] = (*found[key][0], f"row {', '.join(names)}"), found[key][1]
    return Catalog(tuple(_entries(found, (po.reference(document.path),))))


def _entries(found: dict[_Key, _Notes], references: tuple[str, ...]) -> Iterator[Entry]:
    """The entries of these keys; each gives its room to the next, since there are as many as a document has lines."""
    keys = [*reversed(found)]
    while keys:
        key = keys.pop()
        notes, tongue = found.pop(key)
        context, source = (None, key) if isinstance(key, str) else key
        said = _joined(notes, tongue) if notes else tongue
        yield Entry(source, _UNTRANSLATED, context, None, False, (), (), None, said, (), references)


@lru_cache(maxsize=1024)
def _joined(notes: tuple[str, ...], tongue: tuple[str, ...]) -> tuple[str, ...]:
    return notes + tongue


@lru_cache(maxsize=64)
def _unmixed(tag: str) -> tuple[str, ...]:
    return (language_note(Language(tag), ""),)


def key_of(segment: Segment) -> Key:
    """The key of a segment's entry."""
    return (segment.context, to_message(segment.content))


def keyed_rows(document: Document) -> Iterator[tuple[Key, Row]]:
    """The key and the fields of each segment, in order; languages are not asked for."""
    for row in rows_of(document.segments, is_decided=False):
        yield (row[9], to_message(row[3])), row


def outline(document: Document) -> Catalog:
    """The template of a document without notes, for who looks at its keys alone: no language is asked for."""
    return Catalog(tuple([Entry(key[1], context=key[0]) for key in {key: None for key, _ in keyed_rows(document)}]))


@lru_cache(maxsize=1024)
def _place(kind: str, note: str, limit: int | None) -> tuple[str, ...]:
    """What is said of a place; most notes come many times."""
    says_kind = kind in SILENT_KINDS or note.startswith(kind)
    place = note if says_kind else f"{kind}, {note}" if note else kind
    notes: tuple[str, ...] = (place,) if place else ()
    return (*notes, f"at most {limit} cells wide") if limit else notes


def languages_by_key(document: Document) -> Mapping[Key, Sequence[Language]]:
    """The languages that each key was met in, in document order."""
    found: dict[Key, list[Language]] = {}
    for segment in document.segments:
        found.setdefault(key_of(segment), []).append(segment.language)
    return found
