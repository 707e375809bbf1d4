"""Where a word or number that a span cuts in two begins and ends: what is quoted of a text is quoted whole."""

from __future__ import annotations

import re

_FAR = 40
"""No number or word that reaches further is looked for."""
_DIGITS = "0-9０-９"
_TOKEN = re.compile(
    rf"[{_DIGITS}]+(?:[.,:/．，：][{_DIGITS}]+)*|[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*|[〇一二三四五六七八九十百千万萬億亿兆]+"
)
# The endings of verbs and adjectives of which a list holds the stem: 下が|る, 抑え|られた, 高|かった.
_KANA = re.compile("[\u3041-\u3096]")
_ENDING = re.compile(
    "(?:ら|れ|せ|さ)?(?:ない|なかった)|(?:ら|さ)?れ(?:る|た|て|ば|ます|ました|ません)|[りいちきぎしみびに]?(?:ます|ました|ません)"
    "|った|って|んだ|んで|かった|くない|くて|りる|りた|る|た|て|り|れば|く|い(?=[。、，）」]|$)"
)


def whole(text: str, start: int, end: int, *, language: str = "") -> tuple[int, int]:
    """The span made longer where an edge falls into a number, a Latin word or a Han numeral.

    In a Japanese text (`language` is `ja`) a stem takes the ending with it that bends it.

    >>> text = "must not exceed 0.5 g"
    >>> text[slice(*whole(text, 0, 17))], "60歳以上"[slice(*whole("60歳以上", 1, 5))]
    ('must not exceed 0.5', '60歳以上')
    >>> "血圧が下がった"[slice(*whole("血圧が下がった", 3, 5, language="ja"))]
    '下がった'
    """
    at = max(0, start - _FAR)
    for match in _TOKEN.finditer(text, at, min(len(text), end + _FAR)):
        if match.start() >= end:
            break
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < end < match.end():
            end = match.end()
            break
    if language[:2] == "ja" and end > start and _KANA.match(text, end - 1):
        ending = _ENDING.match(text, end)
        end = ending.end() if ending else end
    return start, end


def said(text: str, start: int, end: int, *, language: str = "") -> str:
    """What stands in a span that is made `whole`."""
    return text[slice(*whole(text, start, end, language=language))]
