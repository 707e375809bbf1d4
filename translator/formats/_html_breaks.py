"""Line breaks inside a paragraph: `br` with the white space around it, and line ends that are no space."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translator.document import Code, Piece
from translator.formats._characters import WIDE, char_class
from translator.formats._html_names import IN_TAG

_LINE_END = re.compile(r"[\n\r]")


def with_wide_breaks(text: str, found: list[Piece]) -> list[Piece]:
    """The pieces, each `br` with the white space around it, which no browser shows."""
    out: list[Piece] = []
    for piece in found:
        if _is_break(piece):
            start = piece.start
            while out and isinstance(out[-1].content, str) and (space := _space(out[-1], at_end=True)):
                last = out.pop()
                start = last.end - space
                if start > last.start:
                    out.append(Piece(last.start, start, last.content[:-space]))  # type: ignore[index]
            out.append(_wider(piece, text, start, piece.end))
        elif out and _is_break(out[-1]) and isinstance(piece.content, str) and (space := _space(piece, at_end=False)):
            last = out.pop()
            out.append(_wider(last, text, last.start, piece.start + space))
            if piece.start + space < piece.end:
                out.append(Piece(piece.start + space, piece.end, piece.content[space:]))
        else:
            out.append(piece)
    return out


def _is_break(piece: Piece) -> bool:
    return isinstance(piece.content, Code) and piece.content.kind == "br" and piece.content.form == "alone"


def _wider(piece: Piece, text: str, start: int, end: int) -> Piece:
    assert isinstance(piece.content, Code)
    return Piece(start, end, replace(piece.content, data=text[start:end]))


def _space(piece: Piece, *, at_end: bool) -> int:
    """How much of the span of a piece of text is white space at its end or start."""
    assert isinstance(piece.content, str)
    if piece.content == " ":
        return piece.end - piece.start
    if piece.end - piece.start != len(piece.content):
        return 0
    bare = piece.content.rstrip(" ") if at_end else piece.content.lstrip(" ")
    return len(piece.content) - len(bare)


def softened(text: str, found: list[Piece]) -> list[Piece]:
    """The pieces, where a line end between two wide characters is nothing to the translator.

    Markup on one side does not count, as in Markdown: the same paragraph has the same message.
    """
    if not found or _LINE_END.search(text, found[0].start, found[-1].end) is None:
        return found
    parts: list[Piece] = []
    for piece in found:
        if _is_verbatim(piece) and _LINE_END.search(text, piece.start, piece.end):
            parts += _split(text, piece)
        else:
            parts.append(piece)
    out: list[Piece] = []
    for index, piece in enumerate(parts):
        if piece.content == " " and _is_line_end(text, piece) and _is_soft(parts, index):
            out.append(Piece(piece.start, piece.end, ""))
        elif out and isinstance(piece.content, str) and _is_verbatim(piece) and _is_verbatim(last := out[-1]):
            out[-1] = Piece(last.start, piece.end, f"{last.content}{piece.content}")
        else:
            out.append(piece)
    return out


def _split(text: str, piece: Piece) -> Iterator[Piece]:
    """A verbatim piece with every line end that may be nothing as a piece of its own."""
    assert isinstance(piece.content, str)
    at = piece.start
    for match in _LINE_END.finditer(text, piece.start, piece.end):
        start, end = match.span()
        is_inside = piece.start < start and end < piece.end
        if is_inside and not (WIDE.match(text, start - 1) and WIDE.match(text, end)):
            continue
        if start > at:
            yield Piece(at, start, piece.content[at - piece.start : start - piece.start])
        yield Piece(start, end, " ")
        at = end
    if at < piece.end:
        yield Piece(at, piece.end, piece.content[at - piece.start :])


def _is_verbatim(piece: Piece) -> bool:
    return isinstance(piece.content, str) and 0 < piece.end - piece.start == len(piece.content)


def _is_line_end(text: str, piece: Piece) -> bool:
    space = text[piece.start : piece.end]
    return space.isspace() and _LINE_END.search(space) is not None


def _is_soft(parts: Sequence[Piece], index: int) -> bool:
    before, is_direct = _neighbour(parts, index, -1)
    after, is_direct_after = _neighbour(parts, index, 1)
    if not (WIDE.match(before) and WIDE.match(after)) or not (is_direct or is_direct_after):
        return False
    return (is_direct and is_direct_after) or "mark" not in (char_class(before), char_class(after))


def _neighbour(parts: Sequence[Piece], index: int, step: int) -> tuple[str, bool]:
    """The character beside a line end, and whether no markup stands between."""
    is_direct = True
    index += step
    while 0 <= index < len(parts):
        content = parts[index].content
        if isinstance(content, str):
            if content:
                return (content[-1] if step < 0 else content[0]), is_direct
        elif content.form == "alone" or content.kind in IN_TAG:
            break
        else:
            is_direct = False
        index += step
    return "", False
