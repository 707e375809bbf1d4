"""What formats of running text ask of a character: is it wide, is it a mark.

A line end of the source is no space between two wide characters: CSS Text 3 (section 4.1.3, segment
breaks) removes it there, but beside Hangul.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

WIDE = re.compile(
    "[\u2e80-\u303f\u3041-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
)


@cache
def char_class(char: str) -> str:
    """`space`, `mark` (punctuation or symbol) or `word`; the empty string counts as a space."""
    if not char or char in " \t\n\r\f" or unicodedata.category(char) == "Zs":
        return "space"
    return "mark" if unicodedata.category(char)[0] in "PS" else "word"
