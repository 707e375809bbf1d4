"""What words of another language stand for a number: “both” for 2, `半` for a half, “a” for 1."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from translator.languages import ones
from translator.languages.numbers import Number
from translator.languages.numerals import data_lines

# `2つの` often only takes up what was named before.
_FEW_THINGS = re.compile(r" ?(?:つ|番目|者(?!択))")
# “1 item” of a singular is `%s 項目` where a language has no plural.
_HOLDER = re.compile(
    r"%(?:[0-9]+\$)?[sdiu](?![a-z])|%[1-9](?![0-9$A-Za-z])|\{\{?[A-Za-z_0-9]{0,30}\}\}?|%\([A-Za-z_]{1,40}\)[sd]"
)
_BASE = re.compile(r" ?[進进]")
_HALF = re.compile(r"(?i:\bhalf\b)|半")
_LIST = re.compile(r"[とや和与與及].*の ?$")
_AND = re.compile(r"(?<![A-Za-z])and(?![A-Za-z])|[和与與及と]")
# “four types: A, B, C, and D”.
_ITEMS = re.compile(r"[^.:;。：]{1,40}[:：] ")
_PARTS = re.compile(r"[、，,](?![0-9])|(?<![A-Za-z])and(?![A-Za-z])|[和与與及]|と(?=[ァ-ヶ一-龥])")
_OF = ("の", "这", "這", "等", "共")
_COUNTED_LIST = re.compile(r" ?[つ者点種]")
BOUND_AFTER = re.compile(
    r" ?[一-龥ァ-ヶつ々]{0,3}? ?(?:以上|以下|未満|未满|超|より|を超え|or more|or fewer|or less|and above)"
)
# 2回以上 is “several times”.
_SEVERAL = re.compile(r"(?i:multi|several|more than one|repeated)|多[个個次列行项項种種处處]|複数|重复|重複")


@lru_cache(maxsize=1)
def _echoes() -> dict[Fraction, re.Pattern[str]]:
    out = {}
    for line in data_lines("number_echoes.txt"):
        value, words = line.split("\t")
        latin = [word for word in words.split() if word.isascii() and not word.isdigit()]
        other = [word for word in words.split() if not word.isascii()]
        patterns = [re.escape(word) for word in other]
        if latin:
            patterns.append(rf"(?<![A-Za-z])(?i:{'|'.join(map(re.escape, latin))})(?![A-Za-z])")
        out[Fraction(value)] = re.compile("|".join(patterns))
    return out


def is_free(number: Number, text: str, *, other: str) -> bool:
    """Whether what a small number says may be told by another numeral: もう1つ is “the second”, “two or more” 複数."""
    if number.value == 1:
        return _FURTHER.search(text, max(0, number.start - 4), number.start) is not None
    return number.value == 2 and BOUND_AFTER.match(text, number.end) is not None and _has(_SEVERAL, other)


# 2ページ以降 is “subsequent pages”.
_ONWARDS = re.compile(r" ?[ァ-ヶー一-龥つか]{0,4}目?以[降后後]")
_FOLLOWING = re.compile(r"(?i:subsequent|following|later|further|remaining|after)|[后後][续續]|之[后後]|其[余餘]|次")
_FURTHER = re.compile(r"(?:もう|いま|另外?|[还還]有) ?$")
_OF_ONE = re.compile(r"[0-9] ?[:：] ?$")
_TIMES_AS_MUCH = re.compile(r"倍|(?<![A-Za-z])times(?![A-Za-z])|-fold|[0-9] ?[x×](?![A-Za-z0-9])")


def is_echoed(number: Number, text: str, other: str) -> bool:
    """Whether the other text says a number by a word: `2` by “both”, `1 つの` by “a”."""
    if number.value in (2, 3) and _FEW_THINGS.match(text, number.end):
        return True
    if number.value == 2 and _ONWARDS.match(text, number.end) and _has(_FOLLOWING, other):
        return True
    if number.value == 2 and BOUND_AFTER.match(text, number.end) and _has(_SEVERAL, other):
        return True
    if (number.value in (2, 8, 10, 16) and _BASE.match(text, number.end)) or _is_apposition(number, text, other):
        return True
    if number.value == 1 and (
        ones.is_counted(number, text)
        or _count_of(_HOLDER, other) > _count_of(_HOLDER, text)
        or ones.is_article(number, text, other=other)
        # 16:1 is 16倍.
        or (_OF_ONE.search(text, max(0, number.start - 4), number.start) is not None and _has(_TIMES_AS_MUCH, other))
    ):
        return True
    if Fraction(1, 2) in number.parts and _has(_HALF, other):
        return True
    pattern = _echoes().get(abs(number.value))
    if pattern is None or not _has(pattern, other):
        return False
    # “1 週間は 7 日” and “a week is 7 days”: a word that both texts have says nothing more.
    return number.value < 7 or number.kind == "time" or _is_oftener(pattern, other, text)


@lru_cache(maxsize=256)
def _has(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


@lru_cache(maxsize=256)
def _count_of(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))


@lru_cache(maxsize=256)
def _is_oftener(pattern: re.Pattern[str], text: str, other: str) -> bool:
    return _count_of(pattern, text) > _count_of(pattern, other)


def _is_apposition(number: Number, text: str, other: str) -> bool:
    """Whether a number only counts what was just listed: `A と B の2つ` is “A and B”."""
    if number.value > 2 and number.surface.isascii() and number.surface.isalpha():
        found = _ITEMS.match(text, number.end)
        listed = int(number.value) - 1
        return (
            found is not None
            and len(_PARTS.findall(text, found.end())) >= listed
            and len(_PARTS.findall(other)) >= listed
        )
    if not 2 <= number.value <= 9 or not _COUNTED_LIST.match(text, number.end):
        return False
    if number.value > 3:
        before = text[max(0, number.start - 160) : number.start]
        listed = int(number.value) - 1
        return (
            before.rstrip(" ")[-1:] in _OF
            and len(_PARTS.findall(before)) >= listed
            and len(_PARTS.findall(other)) >= listed
        )
    return bool(_LIST.search(text[max(0, number.start - 80) : number.start]) and _has(_AND, other))
