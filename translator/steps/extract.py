"""Document → template: one entry per key, in document order, with notes for the translator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translator.catalog import Catalog, Entry, Key
from translator.document import Document, Language, Segment
from translator.inline import describe, to_message
from translator.notes import language_note

SILENT_KINDS = ("paragraph", "")


@dataclass(slots=True)
class _Found:
    notes: dict[str, None] = field(default_factory=dict)
    languages: dict[str, None] = field(default_factory=dict)


def extract(document: Document) -> Catalog:
    """The template of a document: no targets, no header.

    References name the document without lines, and no note holds a number that shifts when the
    document grows: an entry that nobody touched keeps its bytes.
    """
    found: dict[Key, _Found] = {}
    for segment in document.segments:
        entry = found.setdefault(key_of(segment), _Found())
        entry.languages.setdefault(language_note(segment.language, segment.text))
        entry.notes.update(dict.fromkeys(_notes(segment)))
    return Catalog(
        tuple(
            Entry(key[1], context=key[0], notes=(*each.notes, *each.languages), references=(document.path,))
            for key, each in found.items()
        )
    )


def key_of(segment: Segment) -> Key:
    """The key of a segment's entry."""
    return (segment.context, to_message(segment.content))


def _notes(segment: Segment) -> list[str]:
    place = ", ".join(filter(None, ("" if segment.kind in SILENT_KINDS else segment.kind, segment.note)))
    limit = f"at most {segment.limit} cells wide" if segment.limit else ""
    return [*filter(None, (place, limit)), *describe(segment.content)]


def languages_by_key(document: Document) -> Mapping[Key, Sequence[Language]]:
    """The languages that each key was met in, in document order."""
    found: dict[Key, list[Language]] = {}
    for segment in document.segments:
        found.setdefault(key_of(segment), []).append(segment.language)
    return found
