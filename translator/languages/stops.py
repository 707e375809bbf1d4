"""Whether a full stop that other signs share (`.` and `．`) ends a sentence.

Numbers, abbreviations, initials, list markers, file names and addresses use the same sign.
"""

from __future__ import annotations

import re
from pathlib import Path

_DATA = Path(__file__).with_name("data")


def _abbreviations() -> dict[str, str]:
    """Word in lower case → sign, as the head of the data file explains."""
    lines = (_DATA / "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return {line[2:]: line[0] for line in lines if line and line[0] != "#"}


_ABBREVIATIONS = _abbreviations()
_STARTERS = frozenset((_DATA / "sentence_openers.txt").read_text(encoding="utf-8").split("\n")[2:])
_WORD_BEFORE = re.compile(r"[^\s\u3000-\u9fff\uff00-\uffef()\[\]{}\"'“”‘’「」]+\Z")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_WORD_EARLIER = re.compile(r"([^\s]+)\s+\Z")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_MARKER = re.compile(
    r"\s*[(（]?(?:[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})*|[A-Za-zＡ-Ｚ]|[ivxIVX]{1,5}|[QA][0-9]{1,3}|[一二三四五六七八九十]{1,3}"
    r"|(?:Step|Chapter|Part|Section|Figure|Table|Box|Appendix|Question|Article|Rule|Lesson|Unit|Example|Case|Phase|Stage"
    r"|Item|Annex|Day) (?:[0-9]{1,3}(?:\.[0-9]{1,2})*|[IVX]{1,5}|[A-Z]))\Z"
)
_NUMBER_INSIDE = re.compile(r"[：:；;、][ \u3000]?[0-9０-９]{1,2}\Z")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
# J. Clin. Res. 2016, 79:81-6; Journal of Research. 10: 8-27
_VOLUME = re.compile(r"(?:(?:19|20)[0-9]{2}[a-z]?|[0-9]{1,4}) ?[,;:(（] ?[0-9(A-Z]")
_LONGEST_WORD = 40


def is_marker(text: str, start: int, *, at: int) -> bool:
    """Whether what stands before a stop is the number of a list item or of a heading.

    That is all since the start of the sentence, or a short number behind a colon (标准：1. 发热).
    """
    if at - start < 16 and _MARKER.match(text, start, at):
        return True
    return text[at - 1].isdigit() and _NUMBER_INSIDE.search(text, max(start, at - 5), at) is not None


def continues_low(text: str, at: int) -> bool:
    """Whether a Latin word in lower case stands here; `iPhone`, `pH` and `mRNA` may begin a sentence."""
    return text[at].islower() and text[at].isascii() and _CAMEL.match(text, at) is None


def is_stop(text: str, start: int, *, at: int, after: int, following: int) -> bool:
    """Whether the `.` at `at` ends the sentence that began at `start`.

    `after` is the offset behind the stop and its closing marks, `following` that of the next
    character that is no white space.
    """
    if is_marker(text, start, at=at):
        return False
    before = text[at - 1] if at else " "
    mark = text[following]
    if before.isspace() and (after == following or mark == "."):
        return False
    if after == following:
        return _is_stop_without_space(text, start, at, mark)
    if continues_low(text, following) or mark in "—–-" or (mark.isdigit() and _VOLUME.match(text, following)):
        return False
    return _is_word_end(text, start, at, following)


def _is_stop_without_space(text: str, start: int, at: int, mark: str) -> bool:
    """A stop with the next letter right behind it: only where one side is written without spaces."""
    if ord(mark) < 0x2E80 and mark != "\ufffc":
        return False
    before = text[at - 1]
    if before.isdigit() and mark.isdigit():
        # １２.２ has wide digits on both sides of a plain point.
        return False
    if "Ａ" <= before <= "ｚ":
        return not mark.isdigit() and _is_wide_word_end(text, start, at)
    if ord(before) >= 0x2E80:
        return at - start >= 4
    if before.isdigit() or mark == "\ufffc":
        return False
    return _is_word_end(text, start, at, at + 1)


def _is_word_end(text: str, start: int, at: int, following: int) -> bool:
    match = _WORD_BEFORE.search(text, max(start, at - _LONGEST_WORD), at)
    if match is None:
        return True
    word = match[0].lstrip("-–—/,;:")
    next_word = _LATIN_WORD.match(text, following)
    opens = next_word is not None and next_word[0] in _STARTERS
    sign = _ABBREVIATIONS.get(word.lower(), "")
    if not sign and "-" in word:
        sign = _ABBREVIATIONS.get(word.rpartition("-")[2].lower(), "")
    if sign == "!":
        return False
    if sign == "=":
        return not word[0].isupper() and opens
    if sign == "1":
        return not (text[following].isdigit() or text[following] in "#ⅠⅡⅢⅣⅤ" or _is_roman(next_word))
    if sign == "?" or _ACRONYM.match(word):
        return opens or (following > at + 1 and ord(text[following]) >= 0x2E80 and not _ACRONYM.match(word))
    if len(word) == 1 and word.isalpha() and word.isupper():
        return _is_letter_end(text, start, match.start(), opens)
    return True


def _is_roman(word: re.Match[str] | None) -> bool:
    return word is not None and set(word[0]) <= set("IVXLC")


def _is_letter_end(text: str, start: int, at: int, opens: bool) -> bool:
    """A single capital: an initial (`J. R. Smith`), or the end of `hepatitis B. The …`."""
    earlier = _WORD_EARLIER.search(text, max(start, at - _LONGEST_WORD), at)
    return opens and earlier is not None and earlier[1][0].islower()


def is_wide_stop(text: str, start: int, *, at: int, after: int, following: int, is_japanese: bool) -> bool:
    """Whether the full-width `．` at `at` ends the sentence; Japanese science writes it for 。.

    It also is a decimal point (１．５), the mark behind a number, and the dot inside a foreign
    name (約翰．史密斯).
    """
    if is_marker(text, start, at=at):
        return False
    before = text[at - 1] if at else " "
    mark = text[following]
    if after == following:
        if before.isdigit():
            return False
        if _is_katakana(before) and _is_katakana(mark):
            return False
        if before.isascii() or "Ａ" <= before <= "ｚ":
            return ord(mark) >= 0x3040 and not mark.isdigit() and _is_wide_word_end(text, start, at)
        if mark.isdigit() and before.isalpha():
            return bool(_HIRAGANA.match(before)) or is_japanese
        return bool(_HIRAGANA.match(before)) or is_japanese or before in ")）」』”]］"
    return True


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ー"


def _is_wide_word_end(text: str, start: int, at: int) -> bool:
    """The same judgement for Ｆｉｇ．１, on the letters as ASCII."""
    low = max(start, at - _LONGEST_WORD)
    narrow = "".join(chr(ord(each) - 0xFEE0) if "！" <= each <= "～" else each for each in text[low : at + 2])
    return _is_word_end(narrow, 0, at - low, at - low + 1)
