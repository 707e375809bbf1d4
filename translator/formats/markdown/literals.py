"""Backslash escapes and entities: what stands for a character (CommonMark 0.31 §2.4–2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from translator.formats._characters import WIDE

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
_LITERAL = re.compile(r"\\[!-/:-@\[-`{-~]|&[#\w]+;|[ \t]*\n[ \t]*")


def entity(text: str, at: int) -> tuple[int, str] | None:
    """The end of the entity at an offset and what it stands for, or None.

    >>> entity("&amp;&x;", 0), entity("&amp;&x;", 5)
    ((5, '&'), None)
    """
    match = ENTITY.match(text, at)
    if match is None or (text[at + 1] != "#" and match[0][1:] not in html5):
        return None
    shown = unescape(match[0])
    # The replacement for what is no character is a character; an empty one would be lost.
    return match.end(), shown or "\ufffd"


def literals(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The spans of a link title that stand for something else: escapes, entities, line ends."""
    for match in _LITERAL.finditer(text, start, end):
        if match[0][0] == "\\":
            yield match.start(), match.end(), match[0][1]
        elif match[0][0] == "&":
            found = entity(text, match.start())
            if found:
                yield match.start(), found[0], found[1]
        else:
            is_wide = WIDE.match(text, match.start() - 1) and WIDE.match(text, match.end()) and match.start() > start
            yield match.start(), match.end(), "" if is_wide else " "
