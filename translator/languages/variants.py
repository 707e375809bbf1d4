"""Forms of one character (費 费, 検 檢 检) and of one mark (， ,), folded for comparison only."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_PUNCTUATION = {
    "　": " ", "\u00a0": " ", "、": ",", "。": ".", "・": "·", "•": "·", "‧": "·", "〜": "~", "∼": "~",
    "…": "...", "⋯": "...", "—": "-", "―": "-", "–": "-", "‐": "-", "−": "-",
    "「": '"', "」": '"', "『": '"', "』": '"', "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'",
    "【": "[", "】": "]", "〔": "[", "〕": "]", "〈": "<", "〉": ">", "《": "<", "》": ">",
}  # fmt: skip


@cache
def _folds() -> dict[int, str]:
    text = (_DATA / "variants.txt").read_text(encoding="utf-8")
    folds = {
        ord(form): line[0]
        for line in text.splitlines()
        if not line.startswith("#")
        for form in line[1:]
    }  # fmt: skip
    for point in (*range(0xFF01, 0xFFEF), *range(0xF900, 0xFB00), *range(0x2E80, 0x2FE0)):
        folded = unicodedata.normalize("NFKC", chr(point))
        if folded != chr(point):
            folds[point] = "".join(folds.get(ord(each), _PUNCTUATION.get(each, each)) for each in folded)
    # 葛󠄀: a variation selector picks a glyph, not a character.
    folds.update(dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)), ""))
    folds.update({ord(mark): plain for mark, plain in _PUNCTUATION.items()})
    return folds


def fold(text: str) -> str:
    """A comparison key: width, simplified, traditional and Japanese forms, punctuation.

    Equal keys say that two texts differ in form alone. The key is never shown and never replaces
    a text: it joins words (后 後) and keeps digits, superscripts and units apart (10⁶ is not 106).

    >>> fold("治療費") == fold("治疗费") and fold("ＳＬＥ，ｶﾞﾝ") == fold("SLE、ガン")
    True
    """
    if text.isascii():
        return text
    # NFC: half-width ﾞ follows its kana as a mark of its own.
    return unicodedata.normalize("NFC", text.translate(_folds()))


@cache
def _forms() -> dict[str, str]:
    lines = (_DATA / "variants.txt").read_text(encoding="utf-8").splitlines()
    return {form: line for line in lines if not line.startswith("#") for form in line}


def forms(char: str) -> str:
    """The forms of one character, itself among them: all that have its comparison key.

    >>> sorted(forms("検")), forms("a")
    (['检', '検', '檢'], 'a')
    """
    return _forms().get(char, char)
