"""In what two sources differ: in form alone, or in what they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from translator.inline import PLACEHOLDER, placeholders, renamed, strip
from translator.languages import fold

if TYPE_CHECKING:
    from translator.languages.dangers import Danger


def canonical(source: str) -> str:
    """The source with placeholders that differ only by name made alike."""
    return PLACEHOLDER.sub(lambda match: f"<{match[1]}0{match[4]}>", source) if "<" in source else source


def form_key(source: str) -> str:
    """The source with everything made alike that is form alone: equal for sources of equal words."""
    key = fold(canonical(source))
    # White space parts words in English; beside zh and ja it is typography.
    return " ".join(key.split()) if key.isascii() else "".join(key.split())


# White space beside kana, or ideographs that are no numerals, is typography.
_LETTER = "[\u3041-\u3096\u30a1-\u30fa\u30fc]|(?![一二三四五六七八九十百千万萬億亿兆零〇两両半])[\u4e00-\u9fff]"
_SPACE = re.compile(rf"(?<={_LETTER}) +| +(?={_LETTER})")


def differences(old: str, new: str) -> tuple[Danger, ...]:
    """What changed between the words of two messages that may change what they say.

    >>> [str(each) for each in differences("<b1>共3例</b1>", "<i1>共4例</i1>")]
    ['number 3 → 4']
    """
    if _SPACE.sub("", old) == _SPACE.sub("", new):
        return ()
    # Numbers, units and their words of three languages are much to load, and most updates need none.
    dangers: Callable[[str, str], tuple[Danger, ...]] = import_module("translator.languages.dangers").dangers
    return dangers(strip(old), strip(new))


def difference_kinds(old: str, new: str) -> frozenset[str]:
    """In which ways two sources differ: `placeholders`, `variants`, `punctuation`; `words` for all else.

    >>> sorted(difference_kinds("治療費.", "治疗费。"))
    ['punctuation', 'variants']
    >>> sorted(difference_kinds("请勿喂食，部分", "请勿喂食；部分")), sorted(difference_kinds("请勿服用？", "请勿服用"))
    (['punctuation'], ['words'])
    """
    found: set[str] = set()
    if placeholders(old) != placeholders(new):
        found.add("placeholders" if renamed("", old, new) is not None else "words")
    one, other = canonical(old), canonical(new)
    if form_key(one) != form_key(other):
        changes: Callable[[str, str], tuple[Danger, ...]] = import_module("translator.languages.edits").changes
        if "words" in found or changes(strip(old), strip(new)):
            return frozenset({*found, "words"})
    if _letters(one) != _letters(other):
        found.add("variants")
    if [each for each in one if not each.isalnum()] != [each for each in other if not each.isalnum()]:
        found.add("punctuation")
    return frozenset(found)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
