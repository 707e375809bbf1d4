"""Which stretches of a text stand inside brackets or quotation marks that close again.

Marks that never close, or close what was never opened, enclose nothing: they cost a protection
and never swallow the rest of a text.
"""

from __future__ import annotations

import re

_PAIRS = (
    "「」",
    "｢｣",
    "『』",
    "“”",
    "‘’",
    "〝〟",
    "«»",
    "（）",
    "()",
    "［］",
    "[]",
    "｛｝",
    "{}",
    "〔〕",
    "【】",
    "〖〗",
    "《》",
    "〈〉",
)
# A full-width bracket is often closed by its half-width twin, and „“ “„ quotes mix their marks.
_TWINS = {"（": "(", "［": "[", "｛": "{", "｢": "「"}
_OPENERS = {pair[0]: _TWINS.get(pair[0], pair[0]) for pair in _PAIRS}
_CLOSERS = {pair[1]: _TWINS.get(pair[0], pair[0]) for pair in _PAIRS} | {"〞": "〝"}
_STRAIGHT = "\"＂'＇"

OPENING = "".join(_OPENERS)
CLOSING = "".join(_CLOSERS)

# It begins with one class of characters, which `re` can search for fast.
_MARK = re.compile(
    "["
    + re.escape("".join({*OPENING, *CLOSING, *_STRAIGHT}))
    # an apostrophe inside a Latin word is no quotation mark
    + "](?:(?<!['’])|(?<![A-Za-z].)|(?![A-Za-z]))"
)
# 「…。1) …」 numbers an item; it closes no bracket.
_ENUMERATOR = re.compile(r"(?:^|[。！？；.;!?\n])[ \u3000]*(?:[0-9]{1,2}|[A-Za-z])\Z")
_FACE = re.compile(r"[:;=]-?\Z")
# Marks that stay open are forgotten, so that a hostile text costs no more than another.
_DEEPEST = 40
_LONGEST_QUOTATION = 2000
_LONGEST_BRACKET = 800
_LONGEST_STRAIGHT = 600


def enclosures(text: str) -> list[tuple[int, int]]:
    """The outermost enclosed stretches: offsets of the opening and of the closing mark, in order.

    >>> enclosures("他说：“（是）。”（完")
    [(3, 8)]
    """
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        kind = _OPENERS.get(mark)
        if kind is not None:
            if not _is_face(text, at, mark):
                opened.append((kind, at))
                if len(opened) > _DEEPEST:
                    del opened[: _DEEPEST // 2]
            continue
        kind = _CLOSERS.get(mark)
        if kind is None:
            kind = mark
            if _opens(text, at, mark, any(each[0] == mark for each in opened)):
                opened = [each for each in opened if each[0] != mark]
                opened.append((mark, at))
                continue
        _close(text, kind, at, opened, found)
    return found


def _close(text: str, kind: str, at: int, opened: list[tuple[str, int]], found: list[tuple[int, int]]) -> None:
    """Joins a closing mark with the nearest opening one of its kind; what was opened between is dropped."""
    for depth in range(len(opened) - 1, -1, -1):
        if opened[depth][0] == kind:
            break
    else:
        return
    start = opened[depth][1]
    if kind == "(" and at - start > 4 and _ENUMERATOR.search(text, max(start, at - 6), at):
        return
    del opened[depth:]
    if at - start > _longest(kind):
        return
    while found and found[-1][0] > start:
        found.pop()
    found.append((start, at))


def _longest(kind: str) -> int:
    if kind in _STRAIGHT:
        return _LONGEST_STRAIGHT
    return _LONGEST_QUOTATION if kind in "「『“‘〝«" else _LONGEST_BRACKET


def _is_face(text: str, at: int, mark: str) -> bool:
    """Whether an opening bracket is the mouth of an emoticon, as in `:( `."""
    if mark != "(" or not _FACE.search(text, max(0, at - 2), at):
        return False
    return at + 1 == len(text) or text[at + 1] in " \n。，、.,!！"


def _opens(text: str, at: int, mark: str, is_open: bool) -> bool:
    """Whether a straight mark opens: by parity, unless the characters beside it speak against it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if before.isspace() and not after.isspace():
        is_quoted_sign = text.startswith(mark, at + 2)
        return mark not in "'’" or is_quoted_sign or (after.isalnum() and not after.isdigit())
    if is_open or mark == "’":
        return False
    if mark == "'":
        return before in OPENING or (ord(before) > 0x2E7F and not after.isspace())
    # 5" is a length and not the beginning of a quotation
    return not (before.isascii() and before.isalnum())
