"""What turns the word beside it: a thing that is avoided, scarce or kept out is not there.

“Keep away from moisture”, 湿気の少ない, 避免潮湿 all ask for a dry place, with a word for wet.
"""

from __future__ import annotations

import re

_BEFORE = {
    "zh": re.compile(
        "(?:避免|避开|避開|远离|遠離|防止|预防|預防)[^，。；]{0,10}$|(?:防|不|无|無|非|免|忌|怕|低|少|较少|没有|沒有|减少|減少|减轻|去除|除)$"
    ),
    "en": re.compile(
        r"\b(?:avoid\w*|away from|out of|free (?:of|from)|without|prevent\w*|protect\w* (?:\w+ )?(?:from|against)|keep \w+ from|resist\w*)\b[^.;:!?]{0,36}$"
        r"|\b(?:no|low|little|less|least|reduc\w*|remov\w*)[- ](?:the )?$",
        re.IGNORECASE,
    ),
    "ja": re.compile("(?:無|非|不|防|除|低|脱|抗)$"),
}
_BEHIND = {
    "zh": re.compile("[的度]?(?:含量)?(?:较|較|很|比较|比較)?(?:低|少|小)"),
    "en": re.compile(r"[- ](?:free|proof|resistant)\b"),
    "ja": re.compile(
        "[^。、，；]{0,14}?(?:避|控え|を防|から(?:離|遠))|(?:や[一-龥ァ-ヶー]{1,6})?[のがも]?(?:少な|な[いく]|低|弱|除)|を(?:取り)?除|に[弱強]"
    ),
}
_CLOSES = {
    "zh": re.compile("[不休除停闭閉无無没沒]"),
    "ja": re.compile("休|除|ない|ません|ず|以外|閉"),
    "en": re.compile(
        r"\b(?:not?|never|except\w*|exclud\w*|closed|other than|unavailable|without)\b|n['’]t\b", re.IGNORECASE
    ),
}
_DENIED_BEFORE = {
    "zh": re.compile("[不勿未无無没沒别別][^，。；]{0,6}$"),
    "en": re.compile(r"(?:\b(?:not|never|cannot|without)\b|n['’]t\b)[^,.;:!?]{0,24}$", re.IGNORECASE),
    "ja": re.compile("(?!)"),
}
_DENIED_BEHIND = {
    "zh": re.compile("[^，。；]{0,4}?(?:禁[用服止]|不[宜得能可]|除外|谢绝|謝絕)"),
    "en": re.compile("(?!)"),
    "ja": re.compile("[^。、，；]{0,10}?(?:ない|ません|ず(?:に|、|$)|禁止|不可|ご?遠慮|お断り|を除)"),
}
_AFTER = {
    "zh": re.compile("[0-9一二三四五六七八九十半][^，。；]{0,6}[后後]"),
    "ja": re.compile("[0-9一二三四五六七八九十半][^、。；]{0,5}(?:後|過ぎ|経)|まで"),
    "en": re.compile(r"\b(?:after|within|in) (?:[0-9]+|an?|one|two|three|six|twelve)\b", re.IGNORECASE),
}
_LONGEST = 60
# “Wait until it has stopped before you open it” is 停止后再打开: two words of order tell of two acts.
_WAITS = {
    "zh": re.compile("[再才待等]|直到|方可"),
    "ja": re.compile("てから|まで|たら|次第|初めて|はじめて"),
    "en": re.compile(r"\b(?:until|till|when|once|wait\w*|upon|as soon as|first|then)\b", re.IGNORECASE),
}


def waits(text: str, tongue: str) -> bool:
    """Whether a text has another word for what comes first than “before” and “after”.

    >>> waits("Wait until it stops before opening.", "en"), waits("Open it before use.", "en")
    (True, False)
    """
    return _WAITS[tongue].search(text) is not None


def is_turned(text: str, span: tuple[int, int], *, tongue: str) -> bool:
    """Whether a word is governed by one that turns it.

    >>> is_turned("湿気の少ない場所", (0, 2), tongue="ja"), is_turned("湿気の多い場所", (0, 2), tongue="ja")
    (True, False)
    >>> is_turned("Keep away from heat and moisture.", (24, 32), tongue="en")
    True
    """
    start, end = span
    return bool(
        _BEFORE[tongue].search(text[max(0, start - _LONGEST) : start])
        or _BEHIND[tongue].match(text[end : end + _LONGEST])
    )


def is_denied(text: str, span: tuple[int, int], *, tongue: str) -> bool:
    """Whether a word is denied within its clause.

    >>> is_denied("翌日に持ち越さず、使い切る", (0, 2), tongue="ja"), is_denied("翌日に使う", (0, 2), tongue="ja")
    (True, False)
    """
    return bool(
        _DENIED_BEFORE[tongue].search(text[max(0, span[0] - _LONGEST) : span[0]])
        or _DENIED_BEHIND[tongue].match(text[span[1] : span[1] + _LONGEST])
    )


def ends(text: str, tongue: str) -> bool:
    """Whether a text tells after how long something is so: “valid for 24 hours” is 24小时后失效.

    >>> ends("24小时后失效", "zh"), ends("valid for 24 hours", "en")
    (True, False)
    """
    return _AFTER[tongue].search(text) is not None


def excludes(text: str, tongue: str) -> bool:
    """Whether a text says of something that it is shut or left out.

    >>> excludes("节假日除外", "zh"), excludes("平日9時～17時", "ja")
    (True, False)
    """
    return _CLOSES[tongue].search(text) is not None


def is_said_otherwise(
    concept: str, texts: tuple[str, str], spans: tuple[tuple[int, int], tuple[int, int]], *, tongues: tuple[str, str]
) -> bool:
    """Whether opposites in two texts say the same, since one of them is turned, denied or told from its other end.

    >>> is_said_otherwise("water", ("湿気の少ない所", "a dry place"), ((0, 2), (2, 5)), tongues=("ja", "en"))
    True
    """
    if concept == "daytype" and excludes(texts[0], tongues[0]) != excludes(texts[1], tongues[1]):
        return True
    if concept == "validity" and ends(texts[0], tongues[0]) != ends(texts[1], tongues[1]):
        return True
    denied, turned = (
        [judged(text, span, tongue=tongue) for text, span, tongue in zip(texts, spans, tongues, strict=True)]
        for judged in (is_denied, is_turned)
    )
    return turned[0] != turned[1] or (concept in _TIMES and denied[0] != denied[1])


_TIMES = ("day", "daytime", "whenday", "deadline", "sameday", "food", "stomach", "meal", "age")
"""Concepts that a denial turns: “the same day” is 翌日に持ち越さず, “after meals” 请勿空腹服用."""
