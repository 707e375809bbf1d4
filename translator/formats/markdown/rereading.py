"""Whether a text of Markdown reads as the content that it was written for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.document import Code, Content, Piece
from translator.formats.markdown.joined import Joined
from translator.formats.markdown.places import Place
from translator.formats.markdown.tiling import pieces

_LINE_END = re.compile(r"(?:\r\n|\n|\r)[ \t>]*")


def reads_together(texts: Sequence[str], contents: Sequence[Content | None], *, place: Place) -> bool:
    """Whether texts that stand one behind the other read as their contents do; white space does not count.

    A text without a content means what it reads as on its own.
    """
    whole = _LINE_END.sub("\n", "".join(texts))
    meant: list[tuple[str, str]] = []
    for text, content in zip(texts, contents, strict=True):
        meant += _alone(text, place) if content is None else _shown(content, place)
    return _bare(_alone(whole, place)) == _bare(meant)


def _alone(text: str, place: Place) -> list[tuple[str, str]]:
    whole = _LINE_END.sub("\n", text)
    found, _ = pieces(whole, Joined(whole, [(0, len(whole))]), labels=place.labels)
    return _merged(found)


def _bare(read: list[tuple[str, str]]) -> list[str]:
    """Marks and stretches of text without white space, texts that touch joined."""
    out: list[str] = []
    is_text = False
    for mark, text in read:
        shown = mark or "".join(text.split())
        if mark or not is_text:
            out.append("\0" + mark if mark else shown)
        else:
            out[-1] += shown
        is_text = not mark
    return [each for each in out if each]


def reads_same(written: list[str], content: Content, *, place: Place) -> bool:
    """Whether the text, read on its own, is the content again."""
    return _alone("".join(written), place) == _shown(content, place)


def _merged(found: list[Piece]) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for piece in found:
        if isinstance(piece.content, Code):
            out.append((piece.content.kind + piece.content.form, ""))
        elif out and not out[-1][0]:
            out[-1] = ("", out[-1][1] + piece.content)
        elif piece.content:
            out.append(("", piece.content))
    return out


def _shown(content: Content, place: Place) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for each in content:
        text = each if isinstance(each, str) else _literal(each, place)
        if text is None:
            assert isinstance(each, Code)
            out.append((each.kind + each.form, ""))
        elif out and not out[-1][0]:
            out[-1] = ("", out[-1][1] + text)
        elif text:
            out.append(("", text))
    return out


def _literal(code: Code, place: Place) -> str | None:
    """What a Code reads as that only keeps a text from being taken for a placeholder; None for all others."""
    if code.kind != "x" or code.form != "alone":
        return None
    found, _ = pieces(code.data, Joined(code.data, [(0, len(code.data))]), labels=place.labels)
    texts = [each.content for each in found if isinstance(each.content, str)]
    return "".join(texts) if len(texts) == len(found) else None
