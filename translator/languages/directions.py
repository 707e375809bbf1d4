"""Bounds that a text sets upwards or downwards where the other has words for the other direction alone: 多条, “less than one”.

Asked only where no sign or word beside a number has told anything: whatever may stand for the direction excuses it.
"""

from __future__ import annotations

import re

from translator.languages import abreast
from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

# The plain bounds that are told.
_TOLD = {
    "zh": {
        -1: Sought(
            "(?<![不能得可应應会會该該])(?:少于|少於|低于|低於|小于|小於)|不足(?=[0-9一二三四五六七八九十半两])|至多|未满|未滿|不超过|不超過|不多于|不多於|以下(?=[的，。]|$)"
        ),
        1: Sought(
            "至少|(?<![不能得可应應会會该該])(?:超过|超過|多于|多於|高于|高於|大于|大於)|不少于|不少於|不低于|不低於|以上(?=[的，。]|$)"
        ),
    },
    "ja": {
        -1: Sought(
            "(?<=[0-9０-９一二三四五六七八九十つ個人回名件年月日歳%％本枚台倍度分秒])(?:未満|以下|以内)|多くとも|を下回"
        ),
        1: Sought(
            "(?<=[0-9０-９一二三四五六七八九十つ個人回名件年月日歳%％本枚台倍度分秒])以上|少なくとも|を上回|を超え"
        ),
    },
    "en": {
        -1: Sought(
            r"(?<![A-Za-z])(?<!no )(?<!not )(?i:less than|fewer than|at most|(?:no|not) more than|lower than|below)(?![A-Za-z])"
        ),
        1: Sought(
            r"(?<![A-Za-z])(?<!no )(?<!not )(?i:more than|at least|(?:no|not) (?:less|fewer) than|higher than|exceed(?:s|ing|ed)?)(?![A-Za-z])"
        ),
    },
}
# Whatever may stand for a direction in the other text.
_MAY_BE = {
    "zh": {
        -1: re.compile("[少低小短弱不未内內下限至最到仅僅只近半轻輕慢早前减減无無没沒<＜≤≦逊遜劣差浅淺窄]|少"),
        1: re.compile("[多超上高大长長逾余餘满滿比最至重快晚后後增加过過>＞≥≧优優强強深宽寬几幾数數不好更]"),
    },
    "ja": {
        -1: re.compile(
            "未満|以下|以内|まで|[少低小短下弱早軽遅内限減劣前後浅狭半最]|足ら|満た|ない|ません|なく|だけ|のみ|しか|[<＜≤≦]|わずか"
        ),
        1: re.compile("以上|[超上多高大長最重早増強優数複深広よ降余]|少なくとも|[>＞≥≧]|もっと|さらに|ほど"),
    },
    "en": {
        -1: re.compile(
            r"\b(?:less|fewer|under|below|at most|up to|within|max\w*|no|not|never|only|short\w*|low\w*|small\w*|until|by|before|limit\w*|smaller|few|little|minor|lightest|light\w*|young\w*|earlier|down|inferior|worse|slow\w*|narrow\w*|near\w*|almost|half|than|left|inside|cannot)\b"
            r"|n['’]t\b|[<≤]",
            re.IGNORECASE,
        ),
        1: re.compile(
            r"\b(?:more|over|above|at least|great\w*|exceed\w*|multi\w*|several|high\w*|long\w*|min\w*|no|not|never|old\w*|later|beyond|plus|many|(?<!at )most|big\w*|larg\w*|heav\w*|fast\w*|out\w*|up|past|after|another|additional|extra|further|superior|better|than|much|upwards|ever|other|also|too|even)\b"
            r"|n['’]t\b|[>≥]",
            re.IGNORECASE,
        ),
    },
}
# The plain words of the other direction, by which it is sure that the bound was turned.
_OTHER = {
    "zh": {
        1: Sought(
            "超过|超過|至少|以上|多于|多於|大于|大於|高于|高於|[多几幾](?=[条條个個项項次种種名人年天小])|不止|[0-9一二三四五六七八九十]多|比[^，。]{1,8}(?:多|高|大|重|长|長)"
        ),
        -1: Sought(
            "少于|少於|不足|至多|最多|以下|以内|以內|低于|低於|小于|小於|不到|不超过|不超過|未满|未滿|比[^，。]{1,8}(?:少|低|小|轻|輕|短)"
        ),
    },
    "ja": {
        1: Sought("以上|を超え|上回|少なくとも|より多|より大き|より高|より長|複数|最低"),
        -1: Sought("未満|以下|以内|下回|多くとも|より少な|より小さ|より低|より短|最大で|最長|まで"),
    },
    "en": {
        1: Sought(
            r"(?<![A-Za-z])(?i:more than|at least|over(?= [0-9a-z])|exceed(?:s|ing|ed)?|or more|greater than|higher than|multiple|several|a minimum of)(?![A-Za-z])"
        ),
        -1: Sought(
            r"(?<![A-Za-z])(?i:less than|fewer than|at most|up to|under(?= [0-9])|or less|or fewer|lower than|smaller than|no more than|within|a maximum of)(?![A-Za-z])"
        ),
    },
}
_MAY_TELL = {
    "zh": Sought("[少低小多高大][于於]|不[足超多少低]|至[多少]|未[满滿]|超[过過]|以[上下]"),
    "ja": Sought("未満|以[上下内]|多くとも|少なくとも|[上下]回|超え"),
    "en": Sought("|".join(each.pattern for each in _TOLD["en"].values())),
}
"""Where any of the bounds that are told begins, among many texts."""
# What every one of the English ones begins with.
_FIRST_WORDS = frozenset(
    (
        "less",
        "fewer",
        "at",
        "no",
        "not",
        "lower",
        "below",
        "more",
        "higher",
        "exceed",
        "exceeds",
        "exceeding",
        "exceeded",
    )
)
_LONGEST = 260
"""In longer sentences together one bound is that of another thing."""


def telling(texts: Texts, tongue: str) -> int:
    """The texts that may set a bound."""
    return texts.having(_MAY_TELL[tongue], texts.naming(_FIRST_WORDS) if tongue == "en" else None)


def compare_directions(source: str, target: str, tongues: tuple[str, str]) -> Difference | None:
    """The bound of the target whose direction nothing in the source has, which has the other one.

    >>> found = compare_directions("如果包含多条语句。", "If it contains less than one statement.", ("zh", "en"))
    >>> found and found.message
    '“多” became “less than”'
    """
    here, there = tongues
    if not any(each.has(target) is not None for each in _TOLD[there].values()):
        return None
    for one, two, at, to in abreast.sentences(prose(source), prose(target)):
        if len(one) + len(two) > _LONGEST:
            continue
        for way in (-1, 1):
            told = _TOLD[there][way].finditer(two)
            if len(told) != 1 or _MAY_BE[here][way].search(one):
                continue
            said = _OTHER[here][-way].search(one)
            if said is None or _OTHER[there][-way].has(two) is not None:
                continue
            message = f"“{said[0]}” became “{told[0][0]}”"
            spans = (said.start() + at, said.end() + at), (told[0].start() + to, told[0].end() + to)
            return Difference("comparison", message, *spans)
    return None
