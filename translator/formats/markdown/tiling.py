"""A block's text as Pieces: stretches of text between what the inline scan found."""

from __future__ import annotations

from translator.document import Code, Piece
from translator.formats.markdown.inline import SPECIAL, Labels, Scan
from translator.formats.markdown.items import Item
from translator.formats.markdown.joined import Joined


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether nothing in a stretch can be anything but text."""
    return (
        SPECIAL.search(text, start, end) is None
        and text.find("www.", start, end) < 0
        and text.find("WWW.", start, end) < 0
    )


def pieces(text: str, joined: Joined, *, labels: Labels) -> tuple[list[Piece], bool]:
    """The Pieces of a block, and whether it writes characters as escapes or entities.

    `text` is the part, `joined` the block's lines in it. The pieces tile the block.
    """
    inside = joined.text
    if is_plain(inside, 0, len(inside)):
        start = joined.source(0)
        return [Piece(start, start + len(inside), inside)], False
    scan = Scan(inside, labels)
    return _tiled(text, joined, scan.items), scan.has_escapes


def _tiled(text: str, joined: Joined, items: list[Item]) -> list[Piece]:
    inside = joined.text
    shift = joined.shift
    out: list[Piece] = []
    at = 0
    place = joined.source(0)
    for item in items:
        low, high = item.start, item.end
        start, end = (joined.source(low), joined.source(high)) if shift is None else (low + shift, high + shift)
        if low > at:
            out.append(Piece(place, start, inside[at:low]))
        if item.text is None:
            data = text[start:end] if item.data is None else item.data
            out.append(Piece(start, end, Code(item.kind, data, item.form, item.number)))
        else:
            out.append(Piece(start, end, item.text))
        at, place = high, end
    if at < len(inside):
        out.append(Piece(place, place + len(inside) - at, inside[at:]))
    return out
