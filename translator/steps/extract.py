"""Document → template: one entry per key, in document order, with notes for the translator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from translator.catalog import Catalog, Entry, Key
from translator.collector import at_rest
from translator.document import Document, Language, Segment
from translator.inline import describe, to_message
from translator.notes import language_note

SILENT_KINDS = ("paragraph", "")


def extract(document: Document) -> Catalog:
    """The template of a document: no targets, no header.

    References name the document without lines, and no note holds a number that shifts when the
    document grows: an entry that nobody touched keeps its bytes.
    """
    with at_rest():
        return _extract(document)


def _extract(document: Document) -> Catalog:
    found: dict[Key, tuple[str, ...]] = {}
    tongues: dict[Key, tuple[str, ...]] = {}
    for segment in document.segments:
        key, notes, tongue = key_of(segment), _notes(segment), _language(segment)
        known = found.get(key)
        if known is None:
            found[key], tongues[key] = notes, tongue
            continue
        # Most of what comes again says nothing new.
        if known != notes:
            found[key] = tuple(dict.fromkeys(known + notes))
        if tongues[key] != tongue:
            tongues[key] = tuple(dict.fromkeys(tongues[key] + tongue))
    references = (document.path,)
    return Catalog(
        tuple(
            [
                Entry(key[1], context=key[0], notes=notes + tongues[key], references=references)
                for key, notes in found.items()
            ]
        )
    )


def _language(segment: Segment) -> tuple[str, ...]:
    language = segment.language
    return (language_note(language, segment.text),) if language.foreign else _unmixed(language.tag)


@lru_cache(maxsize=64)
def _unmixed(tag: str) -> tuple[str, ...]:
    return (language_note(Language(tag), ""),)


def key_of(segment: Segment) -> Key:
    """The key of a segment's entry."""
    return (segment.context, to_message(segment.content))


def _notes(segment: Segment) -> tuple[str, ...]:
    kind, limit = segment.kind, segment.limit
    place = segment.note if kind in SILENT_KINDS else f"{kind}, {segment.note}" if segment.note else kind
    notes: tuple[str, ...] = (place,) if place else ()
    if limit:
        notes += (f"at most {limit} cells wide",)
    if len(segment.content) == 1 and isinstance(segment.content[0], str):
        return notes
    return tuple(dict.fromkeys((*notes, *describe(segment.content))))


def languages_by_key(document: Document) -> Mapping[Key, Sequence[Language]]:
    """The languages that each key was met in, in document order."""
    found: dict[Key, list[Language]] = {}
    for segment in document.segments:
        found.setdefault(key_of(segment), []).append(segment.language)
    return found
