"""Document and contents to the bytes of a copy: escape, splice, joints between sentences, marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translator import encoding as codec
from translator.document import Content, Document, Encoding, splice
from translator.formats import Format, Mark

UTF8 = Encoding()


@dataclass(frozen=True, slots=True)
class Additions:
    """What a normal export changes beyond the segments.

    `joints` are (part, start, end, text) between sentences; `foreign` are the segments that stay
    in the source's words (index → language tag) and are marked as such where the format can.
    """

    joints: Sequence[tuple[str, int, int, str]] = ()
    marks: tuple[Mark, ...] = ()
    foreign: Mapping[int, str] = field(default_factory=dict)


NOTHING = Additions()


def spliced(
    document: Document, form: Format, contents: Mapping[int, Content], additions: Additions = NOTHING
) -> dict[str, str]:
    """The parts with segments replaced (index → content), everything else copied."""
    changes: dict[str, list[tuple[int, int, str]]] = {part: [] for part in document.parts}
    for index, content in contents.items():
        segment = document.segments[index]
        changes[segment.part].append((segment.start, segment.end, form.escape(content, segment)))
    if form.foreign:
        for index, tag in additions.foreign.items():
            segment = document.segments[index]
            text = document.parts[segment.part][segment.start : segment.end]
            changes[segment.part].append((segment.start, segment.end, form.foreign(text, segment, tag)))
    for part, start, end, text in additions.joints:
        changes[part].append((start, end, text))
    for mark in additions.marks:
        changes[mark.part].append((mark.start, mark.end, mark.text))
    return {
        part: splice(text, _finished(document, form, part, sorted(changes[part])))
        for part, text in document.parts.items()
    }


def _finished(
    document: Document, form: Format, part: str, changes: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The changes, those inside one block made one by the format's `finish`."""
    if form.finish is None:
        return changes
    text = document.parts[part]
    out: list[tuple[int, int, str]] = []
    at = 0
    for block in document.blocks:
        if block.part != part:
            continue
        while at < len(changes) and changes[at][0] < block.start:
            out.append(changes[at])
            at += 1
        first = at
        while at < len(changes) and changes[at][1] <= block.end:
            at += 1
        if at > first:
            inside = [(start - block.start, end - block.start, new) for start, end, new in changes[first:at]]
            out.append(form.finish(splice(text[block.start : block.end], inside), block, text))
    return out + changes[at:]


def written(
    document: Document,
    form: Format,
    contents: Mapping[int, Content],
    additions: Additions = NOTHING,
    *,
    encoding: Encoding = UTF8,
) -> bytes:
    """The bytes of the copy; TranslatorError where the encoding cannot hold a character."""
    parts = spliced(document, form, contents, additions)
    return codec.encode(parts[""], encoding, path=document.path)
