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
    end = pair.target_prose[at:]
    if len(_LETTERS.findall(end)) + 2 * len(IDEOGRAPHIC.findall(end)) < 4:
        return False
    before = _BEFORE.search(target, max(0, at - 40), at)
    after = _FRAGMENT.match(target, at)
    origin = len(source) - (len(target) - at)
    is_inside = after is not None and _LETTERS.match(source, origin - 1) is not None if origin else False
    if is_inside and after is not None:
        if before is None:
            # `プログラamming`: only what cannot be a word of its own.
            glued = IDEOGRAPHIC.match(target, at - 1) is not None and not pair.tag.startswith("en")
            return glued and not (len(after[0]) > 2 and is_word(after[0]))
        joined = before[0] + after[0]
        return joined not in source and not is_word(joined) and len(joined) > 3
    if before is None:
        before = _BEFORE.search(target, max(0, at - 40), len(target[:at].rstrip()))
    return before is not None and _is_remnant(before[0], pair)


def _is_remnant(word: str, pair: Pair) -> bool:
    """Whether a word of the target is none of the source, but the beginning of one."""
    if re.search(rf"(?<![A-Za-z]){word}(?![A-Za-z])", pair.source):
        return False
    if pair.tag.startswith("en"):
        return len(word) > 2 and is_stub(word)
    return re.search(rf"(?<![A-Za-z]){word}", pair.source) is not None and not is_word(word)
