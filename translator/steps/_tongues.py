"""What markup inside a block says of the language of its words: in a copy, of the copy's words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator

from translator.columns import Blocks, blocks_of
from translator.document import Code, Content, Document, Piece
from translator.runs import pairs, wraps

Relabel = Callable[[str, str], str]
"""The data of a Code with the language that it declares replaced by another; see `formats.Format.relabel`."""


def relabelled(content: Content, source: Content, relabel: Relabel, tag: str) -> Content:
    """A target, its pairs of Codes that declare a language declaring `tag`, but for those around words of the source."""
    declaring = [each for each in content if isinstance(each, Code) and relabel(each.data, tag) != each.data]
    if not declaring:
        return content
    stays = [each for each in declaring if _inside(content, each) == _inside(source, each)]
    return tuple(
        Code(each.kind, relabel(each.data, tag), each.form, each.number)
        if isinstance(each, Code) and each not in stays
        else each
        for each in content
    )


def _inside(content: Content, opening: Code) -> str:
    """The text that a Code opens."""
    if opening not in content:
        return ""
    first = content.index(opening)
    last = next((at for at in range(first, len(content)) if wraps(opening, content[at])), first)
    return "".join([each for each in content[first:last] if isinstance(each, str)])


def around(
    document: Document, translated: Container[int], relabel: Relabel, tag: str
) -> Iterator[tuple[str, int, int, str]]:
    """What replaces Codes between the segments of a block that declare a language for a translated one: (part, start, end, data)."""
    segments, numbers, blocks = document.segments, blocks_of(document.segments), document.blocks

    def declares(code: Code) -> bool:
        """Whether the copy's Code says something else."""
        return code.form == "open" and relabel(code.data, tag) != code.data

    held = blocks.having(declares) if isinstance(blocks, Blocks) else range(len(blocks))
    for number in held:
        pieces = blocks[number].pieces
        if not any(isinstance(each.content, Code) and declares(each.content) for each in pieces):
            continue
        own = range(bisect_left(numbers, number), bisect_right(numbers, number))
        spans = {index: (segments[index].start, segments[index].end) for index in own}
        for first, last in pairs(pieces):
            code = first.content
            if not isinstance(code, Code) or not declares(code) or _is_in(first, spans.values()):
                continue
            if any(first.end <= low and high <= last.start for at, (low, high) in spans.items() if at in translated):
                yield blocks[number].part, first.start, first.end, relabel(code.data, tag)


def _is_in(piece: Piece, spans: Iterable[tuple[int, int]]) -> bool:
    return any(low <= piece.start < high for low, high in spans)
