"""How a text says a 1 without its numeral: by an article, by “once”, or not at all."""

from __future__ import annotations

import re
from functools import lru_cache

from translator.languages.numbers import Number

# `1つの`, `1 行` count a thing where English has an article and Chinese nothing.
_ONE_THING = re.compile(
    r" ?(?:つ|個|个|箇|人(?!称)|名|種|种|行|列|回|次|件|文(?![字書])|本|枚|台|度|文字|段|組|番目|番|オペランド|要素|ステップ|対|对|レベル|语|項目|錠|片|粒|杯|匹|頭|羽|冊|册|通|軒|足|滴|袋|箱|瓶|缶|階|层|層|張|张|枚|只|双|套|份|支|把|首|句|颗|块|食|勝|敗|项|項|カップ|さじ|部(?!分|位|門|门))"
)
_ONE_UNIT = re.compile(
    r" ?(?:年|月|日|天|周|週|[ヶかカ个個]月|星期|泊|晩|晚|夜|時間|小时|小時|分|秒|毫秒|微秒|ミリ秒|マイクロ秒|ページ|页|頁|字节|バイト|ビット|点|條|条|ドル|円|元|美元|ユーロ|公斤|米|メートル|リットル|升"
    r"|(?:kg|yrs?|years?|months?|mo|weeks?|wk|days?|hours?|hr|cups?|tablespoons?|teaspoons?|glass|bowl|slice|serving|dose)(?![A-Za-z]))"
)
_ARTICLE = re.compile(
    r"(?<![A-Za-z])(?i:an?|the|this|that|each|every|any|per|some|its|only)(?![A-Za-z])"
    # 一周 and 一杯 are words too, and so no numbers.
    r"|[每毎各某任个個ある]|一[周杯]"
)
# What a time is called behind an English article, by what it is called behind a 1.
_A_TIME = re.compile(r"(?<![A-Za-z])an? (?:full |whole |single )?(year|month|week|night|day|hour|minute)(?![A-Za-z])")
_TIMES = (
    ("年|y", "year"),
    ("周|週|星期|w", "week"),
    ("日|天|d", "day"),
    ("時|小|h", "hour"),
    ("分|mi", "minute"),
    (".{0,2}月|mo", "month"),
)
_TIMES_BY_NAME = tuple((re.compile(f" ?(?:{first})"), name) for first, name in _TIMES)


def _is_other_time(unit: str, other: str) -> bool:
    """Whether a text says another time with its article: 1年 is no “a month”."""
    name = next((name for first, name in _TIMES_BY_NAME if first.match(unit)), None)
    return bool(name and name not in other and (said := _A_TIME.search(other)) and said[1] != name)


# `1 コレクション` is “a collection”.
_NAMED_THING = re.compile(r" ?[ァ-ヶ]{2}")
# One time, said by a word that is nothing else.
_ONCE = re.compile(
    r"[单單単][次回]|[单單]剂(?!量)|一回限り|(?<![A-Za-z])(?i:once|(?:single|one)[- ](?:dose|infusion|injection|administration|shot|time))(?![A-Za-z])"
)


def is_once(number: Number, text: str, *, other: str) -> bool:
    """Whether a bare 1 is how often something was done, which the other text says by a word: 单次, “once”."""
    return number.value == 1 and len(_ONCE.findall(other)) > len(_ONCE.findall(text))


# 大さじ1～2 is “a tablespoon or two”, 一两勺.
_TO_TWO = re.compile("[～~〜–-] ?2(?![0-9.])")
_OR_TWO = re.compile(r"(?<![A-Za-z])(?i:an? [a-z]+|one) or two(?![A-Za-z])|一[两兩二]")
_PER_ONE = re.compile(
    r" ?[A-Za-zµμ㎏一-龥ァ-ヶー]{1,8}?(?:[(（][^()（）]{1,20}[)）])?(?:あたり|当たり|当り|につき|ごと)"
)
_AMOUNT = re.compile(r"(?:あたり|当たり|に)?(?:約|约|最大|最多|上限|総量)? ?[0-9]")
_PER = re.compile(r"[/／每毎]|(?<![A-Za-z])(?:per|[Ee]ach|[Ee]very)(?![A-Za-z])")


def is_article(number: Number, text: str, *, other: str) -> bool:
    """Whether a 1 is an article of the other text: 1年 is “a year”, 1 コレクション “a collection”, 1kg当たり `/kg`."""
    if _PER_ONE.match(text, number.end) and _PER.search(other):
        return True
    if _TO_TWO.match(text, number.end) and _OR_TWO.search(other):
        return True
    unit = _ONE_UNIT.match(text, number.end)
    if unit is None and not _NAMED_THING.match(text, number.end):
        return False
    if unit is not None and _PER.search(other) and _AMOUNT.match(text, unit.end()):
        # 1日4 g is 4 g/日.
        return True
    return _has_article(other) and not (unit is not None and _is_other_time(unit[0], other))


def is_counted(number: Number, text: str) -> bool:
    """Whether a 1 counts a thing, which other languages need not count: 1つ, 1 行."""
    return _ONE_THING.match(text, number.end) is not None


@lru_cache(maxsize=256)
def _has_article(text: str) -> bool:
    return _ARTICLE.search(text) is not None
