"""Whether a word that was found in Chinese or Japanese stands there, or is cut out of a longer one.

Neither language sets its words apart: がん (cancer) stands in しゃがんだり (to squat), 麻疹 (measles) in 荨麻疹 (urticaria).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from translator.languages import contraries
from translator.languages.variants import fold

_HIRAGANA = re.compile("[ぁ-ゖー]+")
_KATAKANA = re.compile("[ァ-ヺー]+")
# What ends a word in front of a noun: particles, and the endings of what stands before it.
_BEFORE = frozenset("のはがをにでとへもやかるたいなうくすつむばりしらねよ")
# What a word in kana is followed by: particles, the copula, “suru”.
_BEHIND = re.compile(
    "の|は|が|を|に|で|と|へ|も|や|か|だ(?!り)|な[どのしい]|など|ま[でしすせ]|より|ら[しれ]|し[たてなま]|す[るべ]|さ[れせん]|ばか|じゃ|っ[てぽ]|くら|ぐら|ごと|[うぎ]"
)
_REACH = 6


def is_cut_out(text: str, start: int, end: int, *, language: str) -> bool:
    """Whether the word of a span is the inside of a longer one: of a run of kana, or of a known word in any script form.

    >>> is_cut_out("しゃがんだり", 2, 4, language="ja"), is_cut_out("胃がんです", 1, 3, language="ja")
    (True, False)
    >>> is_cut_out("出现荨麻疹", 3, 5, language="zh"), is_cut_out("出现麻疹", 2, 4, language="zh")
    (True, False)
    """
    word = text[start:end]
    if language[:2] == "en" or word.isascii():
        return False
    if _HIRAGANA.fullmatch(word):
        before, behind = text[start - 1 : start], text[end : end + 1]
        if _HIRAGANA.fullmatch(before) and before not in _BEFORE:
            return True
        return _HIRAGANA.fullmatch(behind) is not None and _BEHIND.match(text, end) is None
    if _KATAKANA.fullmatch(word):
        # The last part of a compound in katakana is what it names; a beginning of one may be anything.
        return len(word) < _LEAST and any(
            _KATAKANA.fullmatch(each) is not None for each in (text[start - 1 : start], text[end : end + 1])
        )
    return _is_of_a_longer(text, start, end)


_LEAST = 3


def _is_of_a_longer(text: str, start: int, end: int) -> bool:
    """Whether a word of Han is a part of a longer known word that says none of what it says."""
    word = _key(text[start:end])
    longer, meanings = _longer().get(word, ()), _meanings()
    if not longer:
        return False
    first = max(0, start - _REACH)
    around, at = _key(text[first : end + _REACH]), start - first
    for each in longer:
        place = each.find(word)
        if around.startswith(each, at - place) and at >= place and meanings[each].isdisjoint(meanings[word]):
            return True
    return False


def _key(text: str) -> str:
    """The comparison key of a text, as long as the text."""
    folded = fold(text)
    return folded if len(folded) == len(text) else "".join(each[:1] or "\0" for each in map(fold, text))


@cache
def _meanings() -> Mapping[str, frozenset[str]]:
    """What the words of Han of all languages say, by their comparison keys."""
    found: dict[str, set[str]] = {}
    for line in contraries.lines():
        concept, side, tongue, words = line.split("\t")
        for word in words.split("|") if tongue != "en" else ():
            if _HAN.fullmatch(word):
                found.setdefault(_key(word), set()).add(f"{concept} {side}")
    return {word: frozenset(each) for word, each in found.items()}


_HAN = re.compile("[\u3005\u3400-\u9fff]{2,}")


@cache
def _longer() -> Mapping[str, tuple[str, ...]]:
    """The longer known words by the words that they have inside."""
    known = _meanings()
    found: dict[str, list[str]] = {}
    for each in known:
        for start in range(len(each)):
            for end in range(start + 2, len(each) + 1):
                if end - start < len(each) and each[start:end] in known:
                    found.setdefault(each[start:end], []).append(each)
    return {word: tuple(each) for word, each in found.items()}


def is_written_there(word: str, text: str) -> bool:
    """Whether a text has a word of Han in another script form: 採血 is 采血, and 檢查 検査.

    >>> is_written_there("採血", "采血前请告知"), is_written_there("採血", "抽血前请告知")
    (True, False)
    """
    return _HAN.fullmatch(word) is not None and _key(word) in _key(text)
