"""The lines of a cue in a copy: none wider than the document allows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from translator.document import Code, Content
from translator.languages.line_breaks import balanced

_BLANK = " \n"
# What stands above other words takes no room in a line.
_ABOVE = frozenset(["ruby", "rt"])


def in_lines(content: Content, limit: int) -> Content:
    """The content with its line breaks where they should be; markup has no width, and stays with its words.

    >>> in_lines(("Start only after your doctor or therapist has given permission.",), 42)
    ('Start only after your doctor\\nor therapist has given permission.',)
    """
    if any(isinstance(each, Code) and each.kind in _ABOVE for each in content):
        return content
    text = "".join(each for each in content if isinstance(each, str))
    lines = balanced(text, limit)
    return content if lines == text else tuple(_joined(_broken(text, lines, _codes(content))))


def _codes(content: Content) -> dict[int, list[Code]]:
    """The Codes by the offset in the text before which they stand."""
    found: dict[int, list[Code]] = {}
    at = 0
    for each in content:
        if isinstance(each, Code):
            found.setdefault(at, []).append(each)
        else:
            at += len(each)
    return found


def _broken(text: str, lines: str, codes: dict[int, list[Code]]) -> Iterator[str | Code]:
    """The text as it is in lines, with the Codes; both texts differ in spaces and line breaks alone."""
    at = 0
    for char in lines:
        waiting = codes.pop(at, [])
        while at < len(text) and text[at] in _BLANK:
            at += 1
            waiting += codes.pop(at, [])
        if char in _BLANK:
            # A line ends behind what closes there.
            opening = next((n for n, each in enumerate(waiting) if each.form != "close"), len(waiting))
            yield from waiting[:opening]
            yield char
            yield from waiting[opening:]
        else:
            yield from waiting
            yield char
            at += 1
    for each in sorted(codes):
        yield from codes[each]


def _joined(pieces: Iterator[str | Code]) -> Iterator[str | Code]:
    """The pieces, texts side by side made one."""
    for is_code, group in groupby(pieces, lambda each: isinstance(each, Code)):
        if is_code:
            yield from group
        else:
            yield "".join(each for each in group if isinstance(each, str))
