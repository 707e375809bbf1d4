"""How much a text says, in characters of Chinese: the same for a sentence in zh, ja and en."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from translator.checks._prose import GAP

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〇\U00020000-\U0003ffff]+")
_HIRAGANA = re.compile("[\u3041-\u309f]+")
_KATAKANA = re.compile("[\u30a0-\u30ff\uff66-\uff9f]+")
_MORE_LATIN = re.compile("[À-ɏ]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
# Fitted on 20,000 clean pairs of software, documentation and medical terms in all three directions
# (benchmarks/checks.py --extent): least absolute difference of logarithms, Chinese as the measure.
_WEIGHTS = {"zh": (1.0, 0.48, 0.5, 0.36), "ja": (0.92, 0.47, 0.5, 0.35), "en": (1.0, 0.48, 0.5, 0.347)}


def extent(prose: str, tag: str) -> float:
    """The extent of a text without placeholders; 0 where it has no letters.

    >>> round(extent("效果持久", "zh-Hans"), 1), round(extent("Lasting effect", "en"), 1)
    (4.0, 4.5)
    """
    han, hiragana, katakana, latin = _WEIGHTS.get(tag[:2], _WEIGHTS["en"])
    if prose.isascii():
        return latin * len(prose.encode("ascii").translate(None, _NO_LETTERS))
    signs, letters = _written(prose)
    if not signs and prose.replace(GAP, "").isascii():
        return latin * letters
    kana = 0.0
    if not tag.startswith("zh"):
        kana = hiragana * len("".join(_HIRAGANA.findall(prose))) + katakana * len("".join(_KATAKANA.findall(prose)))
    return han * signs + kana + latin * letters


@lru_cache(maxsize=32768)
def _written(prose: str) -> tuple[int, int]:
    """How many ideographs and Latin letters a text has; the checks of entries and of catalogs both ask."""
    letters = len(prose.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    return len("".join(_HAN.findall(prose))), letters + len("".join(_MORE_LATIN.findall(prose)))


def ratio(source: float, target: float) -> float:
    """The logarithm of how much more the target says: 0 for a faithful translation."""
    return math.log((target + 0.5) / (source + 0.5))
