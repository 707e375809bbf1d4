"""Whether a translation was cut, and went on as its source does: `プログラamming HOWTO`."""

from __future__ import annotations

import re

from translator.checks._english import is_stub, is_word
from translator.checks._language import IDEOGRAPHIC
from translator.checks._subject import Pair

_FRAGMENT = re.compile(r"[A-Za-z]+")
_BEFORE = re.compile(r"[A-Za-z]+(?=\Z)")
_LETTERS = re.compile(r"[A-Za-z]")


def is_spliced(pair: Pair, at: int) -> bool:
    """Whether the target was cut where the source's own end begins at an offset of the target.

    At the seam stands a part of a word: of the source (`プログラamming`), or of the translation (`OpenGI OpenGIS`,
    `ファイを the file`). Letters enough must follow, or ideographs of a language that the locale has not.
    """
    source, target = pair.source, pair.target
    end = target[at:]
    prose = pair.target_prose[at:]
    if len(_LETTERS.findall(prose)) + 2 * len(IDEOGRAPHIC.findall(prose)) < 4:
        return False
    before, after = _BEFORE.search(target, max(0, at - 40), at), _FRAGMENT.match(target, at)
    if after is not None:
        if before is not None:
            joined = before[0] + after[0]
            return joined not in source and not is_word(joined) and len(joined) > 3
        origin = len(source) - len(end)
        if origin and _LETTERS.match(source, origin - 1):
            return _is_piece(after[0], pair, at)
    before = before or _BEFORE.search(target, max(0, at - 40), len(target[:at].rstrip()))
    return before is not None and _is_remnant(before[0], _FRAGMENT.search(target, at), pair)


def _is_piece(word: str, pair: Pair, at: int) -> bool:
    """Whether a word of the target is the end of one of the source, and no word itself: `プログラamming`."""
    if re.search(rf"(?<![A-Za-z]){word}(?![A-Za-z])", pair.source) or (len(word) > 2 and is_word(word)):
        return False
    is_glued = IDEOGRAPHIC.match(pair.target, at - 1) is not None if at else False
    return len(word) > 3 or (not pair.tag.startswith("en") and (is_glued or _has_ideographs(pair.target[at:])))


def _has_ideographs(text: str) -> bool:
    return IDEOGRAPHIC.search(text) is not None


def _is_remnant(word: str, following: re.Match[str] | None, pair: Pair) -> bool:
    """Whether a word of the target is none of the source, but the beginning of one, or stands twice."""
    known = re.search(rf"(?<![A-Za-z]){word}(?![A-Za-z])", pair.source)
    if following is not None and not pair.tag.startswith("en"):
        if known and following[0] == word:
            return re.search(rf"(?<![A-Za-z]){word}\W+{word}(?![A-Za-z])", pair.source) is None
        if not known and following[0].startswith(word):
            return True
    if known:
        return False
    if pair.tag.startswith("en"):
        return len(word) > 2 and is_stub(word)
    return re.search(rf"(?<![A-Za-z]){word}", pair.source) is not None and not is_word(word)
