"""Whether a sentence ends behind a quotation or bracket that holds its own stop."""

from __future__ import annotations

import re

from translator.languages.stops import continues_low

_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_QUOTES = "「『“‘\"'＂＇｢〝«"
_TITLES = "《〈【〖"
# 为「…。」 and 说：“…。” hand over to what is said; other words go on around the quotation.
_INTRODUCTION = "：:，,、—说說道问問答喊叫曰云称稱为為是想讲講言写寫"
_PARTICLES = "的地得之是和与與及或等也都就则則成被把了着著"
_REPORT = re.compile(
    r"[^，。！？…“”「」：、,]{0,12}?"
    r"(?:[说說]|[道]|[问問]|[答]|[喊]|[叫]|[嚷]|[吼]|[叹嘆]|[曰]|[笑]|[哭]|表示|指出|[讲講]|[想]|[写寫]|强调|強調|嘀咕|低语|低語)"
)
_JAPANESE_REPORT = re.compile(
    r"[^。！？「」『』]{0,24}?(?:言[いうっわ]|述べ|話[しす]|答え|叫[びんぶ]|尋ね|聞[いき]|呟|つぶや|語[っりる]|笑[いっう]|返[しす])"
)
_ENGLISH_REPORT = re.compile(
    r"(?:[A-Z]?[\w.'’-]+ ){0,3}?(?:said|says|asked|asks|replied|answered|cried|shouted|whispered|exclaimed|added|wrote"
    r"|muttered|murmured|yelled|explained|called|thought|continued|laughed|remarked)\b"
)


def is_japanese(text: str, start: int, end: int, language: str) -> bool:
    """Whether the stretch is Japanese: by its language, or by its kana where that is open."""
    if language in {"", "und", "zxx"}:
        return _KANA.search(text, start, end) is not None
    return language.startswith("ja")


def ends_after_enclosure(text: str, start: int, *, opener: int, following: int, language: str) -> bool:
    """Whether a new sentence begins at `following`, behind an enclosure whose last sign is a stop.

    `start` is where the sentence began, `opener` the opening mark of the enclosure.
    """
    mark = text[opener]
    after = text[following]
    is_first = not text[start:opener].strip()
    if mark in _TITLES or _HIRAGANA.match(after):
        return False
    if mark not in _QUOTES:
        return is_first and after not in _PARTICLES and not (after.isalpha() and continues_low(text, following))
    if after.isascii():
        return _ends_before_latin(text, following)
    if is_japanese(text, start, min(len(text), following + 20), language):
        return _ends_before_japanese(text, start, opener, following, is_first=is_first)
    if after in _PARTICLES:
        return False
    if is_first:
        return _REPORT.match(text, following) is None
    return _introducer(text, start, opener) in _INTRODUCTION


def _introducer(text: str, start: int, opener: int) -> str:
    """The last character before a quotation; a stop where there is only white space."""
    return text[max(start, opener - 8) : opener].rstrip()[-1:] or "。"


def _ends_before_latin(text: str, following: int) -> bool:
    after = text[following]
    if after.isalpha() and continues_low(text, following):
        return False
    return _ENGLISH_REPORT.match(text, following) is None


def _ends_before_japanese(text: str, start: int, opener: int, following: int, *, is_first: bool) -> bool:
    if is_first:
        return _JAPANESE_REPORT.match(text, following) is None
    return _introducer(text, start, opener) in "：:、，—"
