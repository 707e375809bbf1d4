"""How a word of a list is written in Chinese and Japanese: in simplified and traditional characters, or as Japan writes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from translator.languages import characters, variants

_IN = {"zh": ("zh-Hans", "zh-Hant"), "ja": ("ja",)}
_MOST = 4
"""So many spellings of a word are given at most: most characters have one form in a language."""


def spelled(word: str, tongue: str) -> Iterator[str]:
    """The forms of a word that stand in zh, ja or en; for an English one itself.

    >>> list(spelled("头痛", "zh")), list(spelled("检查", "ja"))
    (['头痛', '頭痛'], ['検査', '檢査'])
    """
    seen = set()
    for tag in _IN.get(tongue, ()):
        forms = [_forms(char, tag) for char in word]
        for each in map("".join, islice(product(*forms), _MOST)):
            if each not in seen:
                seen.add(each)
                yield each
    if tongue not in _IN:
        yield word


@cache
def _forms(char: str, tag: str) -> str:
    """The forms of a character that stand in a language."""
    return "".join(each for each in variants.forms(char) if tag in characters.holders(each)) or char
