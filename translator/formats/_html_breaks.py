"""Line breaks inside a paragraph, each with the white space around it."""

from __future__ import annotations

from dataclasses import replace

from translator.document import Code, Piece


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
