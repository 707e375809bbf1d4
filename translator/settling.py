"""Blocks of several segments as a copy has them: each was escaped alone, the whole must read as it was meant.

Knows the order of changes and what stands between segments; how a text reads is the format's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from translator.document import Block, Code, Content, Document, Piece, Segment, splice
from translator.formats import Format, Stretch

Change = tuple[int, int, str]
_BLOCK = attrgetter("block")


def settled(
    document: Document,
    form: Format,
    contents: Mapping[int, Content],
    part: str,
    others: Sequence[Change],
    *,
    foreign: Mapping[int, str],
    unsettled: Callable[[str, int], None] | None,
) -> Iterator[Change]:
    """The changes that contents make in a part, and `others` (in order), for a format that settles blocks.

    `foreign` are the tags of contents in the words of another locale.
    `unsettled` is told the part and the offset of each block that no spelling makes read as it was meant.
    """
    assert form.settle is not None
    number = 0
    waiting = iter(others)
    other = next(waiting, None)
    for _, group in groupby(document.segments, _BLOCK):
        segments: list[Segment] = []
        changes: list[Change] = []
        first = number
        for segment in group:
            segments.append(segment)
            if number in contents and segment.part == part:
                new = spelt(form, contents[number], segment=segment, tag=foreign.get(number, ""))
                changes.append((segment.start, segment.end, new))
            number += 1
        if segments[0].part != part:
            continue
        block = document.blocks[segments[0].block]
        while other is not None and other[0] < block.start:
            yield other
            other = next(waiting, None)
        alone = len(changes)
        while other is not None and other[1] <= block.end:
            changes.append(other)
            other = next(waiting, None)
        if len(changes) > alone:
            changes.sort()
        if changes:
            meant = [None if each in foreign else contents.get(each) for each in range(first, number)]
            if len(segments) == 1 and (segments[0].start, segments[0].end) == (block.start, block.end):
                yield from changes
                continue
            together = list(_stretches(block, segments, meant, changes, document.parts[part]))
            whole = form.settle(together, block)
            if whole is None and unsettled is not None:
                unsettled(part, segments[0].start)
            if whole is None or whole == "".join(each.text for each in together):
                yield from changes
            else:
                yield block.start, block.end, whole
    while other is not None:
        yield other
        other = next(waiting, None)


def spelt(form: Format, content: Content, *, segment: Segment, tag: str = "") -> str:
    """A content as the format writes it, marked with the tag of another locale where there is one."""
    text = form.escape(content, segment)
    return form.foreign(text, segment, tag) if tag and form.foreign is not None else text


def _stretches(
    block: Block, segments: list[Segment], meant: list[Content | None], changes: list[Change], text: str
) -> Iterator[Stretch]:
    at = block.start
    spans = {(start, end): new for start, end, new in changes}
    for segment, content in zip(segments, meant, strict=True):
        yield from _between(block, at, segment.start, changes, text)
        new = spans.get((segment.start, segment.end))
        if new is None:
            yield Stretch(text[segment.start : segment.end], segment.content, segment)
        elif content is None:
            # A text that stays in its language inside an element that names it.
            yield Stretch(new, None, segment)
        else:
            yield Stretch(new, content, segment, is_new=True)
        at = segment.end
    yield from _between(block, at, block.end, changes, text)


def _between(block: Block, start: int, end: int, changes: list[Change], text: str) -> Iterator[Stretch]:
    """What stands between segments, the joints in it as they will be."""
    if start == end and not any(low == start == high for low, high, _ in changes):
        return
    inside = [each for each in changes if start <= each[0] and each[1] <= end]
    named = {(low, high): each for low, high, each in inside if low < high}
    shown = [_clipped(piece, start, end, named) for piece in block.pieces if piece.start < end and piece.end > start]
    new = splice(text[start:end], [(low - start, high - start, each) for low, high, each in inside])
    yield Stretch(new, tuple(each for each in shown if each != ""))


def _clipped(piece: Piece, start: int, end: int, named: Mapping[tuple[int, int], str]) -> str | Code:
    """What a piece says between two offsets; a Code that names another language in the copy says that."""
    content = piece.content
    if isinstance(content, Code) and (piece.start, piece.end) in named:
        return Code(content.kind, named[piece.start, piece.end], content.form, content.number)
    if isinstance(content, Code) or piece.end - piece.start != len(content):
        return content
    return content[max(start - piece.start, 0) : end - piece.start]
