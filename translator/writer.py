"""Document and contents to the bytes of a copy: escape, splice, joints between sentences, marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from io import SEEK_END, BytesIO

from translator import encoding as codec
from translator.columns import undecided
from translator.document import Content, Document, Encoding, splice, stretches
from translator.formats import Format, Mark
from translator.settling import settled, spelt

UTF8 = Encoding()
Change = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Additions:
    """What a normal export changes beyond the segments.

    `joints` are (part, start, end, text) between sentences; `foreign` are the segments in the words
    of another locale (index → its tag), the source's or a variant's, which are marked where the format can.
    `unsettled` is told the part and the offset of each block that no spelling makes read as it was meant.
    """

    joints: Sequence[tuple[str, int, int, str]] = ()
    marks: tuple[Mark, ...] = ()
    foreign: Mapping[int, str] = field(default_factory=dict)
    unsettled: Callable[[str, int], None] | None = None


NOTHING = Additions()


def spliced(
    document: Document, form: Format, *, contents: Mapping[int, Content], additions: Additions = NOTHING
) -> dict[str, str]:
    """The parts with segments replaced (index → content), everything else copied."""
    return {part: "".join(each) for part, each in _copies(document, form, contents, additions).items()}


def _copies(
    document: Document, form: Format, contents: Mapping[int, Content], additions: Additions
) -> dict[str, Iterator[str]]:
    """The parts in stretches, made as they are taken."""
    others = _others(document, form, additions, contents)
    copies: dict[str, Iterator[str]] = {}
    for part, text in document.parts.items():
        if form.settle:
            given = sorted(others.get(part, ()))
            foreign, unsettled = additions.foreign, additions.unsettled
            changes = settled(document, form, contents, part, given, foreign=foreign, unsettled=unsettled)
            copies[part] = stretches(text, changes)
            continue
        changes = _contents(document, form, contents, additions.foreign, part)
        if part in others:
            changes = iter(merge(changes, sorted(others[part])))
        copies[part] = stretches(text, _finished(document, form, part, changes) if form.finish else changes)
    return copies


def _contents(
    document: Document, form: Format, contents: Mapping[int, Content], foreign: Mapping[int, str], part: str
) -> Iterator[Change]:
    """The changes that contents make in a part, one by one: all of them would take the room of the document."""
    for index, segment in enumerate(undecided(document.segments)) if contents else ():
        if segment.part == part and index in contents:
            yield segment.start, segment.end, spelt(form, contents[index], segment=segment, tag=foreign.get(index, ""))


def _others(
    document: Document, form: Format, additions: Additions, contents: Mapping[int, Content]
) -> Mapping[str, list[Change]]:
    """What changes beyond the segments, by part; parts without a change are not in it."""
    found: dict[str, list[Change]] = {}
    for index, tag in additions.foreign.items() if form.foreign else ():
        if index in contents:
            continue
        segment = document.segments[index]
        text = document.parts[segment.part][segment.start : segment.end]
        assert form.foreign is not None
        found.setdefault(segment.part, []).append((segment.start, segment.end, form.foreign(text, segment, tag)))
    for part, start, end, text in additions.joints:
        found.setdefault(part, []).append((start, end, text))
    for mark in additions.marks:
        found.setdefault(mark.part, []).append((mark.start, mark.end, mark.text))
    return found


def _finished(document: Document, form: Format, part: str, changes: Iterator[Change]) -> Iterator[Change]:
    """The changes, those inside one block made one by the format's `finish`."""
    assert form.finish is not None
    text = document.parts[part]
    change = next(changes, None)
    for block in document.blocks:
        if change is None:
            return
        if block.part != part:
            continue
        low, high = block.start, block.end
        while change is not None and change[0] < low:
            yield change
            change = next(changes, None)
        inside: list[Change] = []
        while change is not None and change[1] <= high:
            inside.append((change[0] - low, change[1] - low, change[2]))
            change = next(changes, None)
        if inside:
            yield form.finish(splice(text[low:high], inside), block, text)
    if change is not None:
        yield change
        yield from changes


def written(
    document: Document,
    form: Format,
    *,
    contents: Mapping[int, Content],
    additions: Additions = NOTHING,
    encoding: Encoding = UTF8,
) -> bytes:
    """The bytes of the copy; TranslatorError where the encoding cannot hold a character."""
    copy = _copies(document, form, contents, additions)[""]
    if encoding.name != "utf-8":
        return codec.encode("".join(copy), encoding, path=document.path)
    # Stretch by stretch, since a copy as a text and as bytes is twice the document.
    out = BytesIO(encoding.bom)
    out.seek(0, SEEK_END)
    try:
        for stretch in copy:
            out.write(stretch.encode())
    except UnicodeEncodeError:
        return codec.encode(
            spliced(document, form, contents=contents, additions=additions)[""], encoding, path=document.path
        )
    return out.getvalue()
