"""Amounts of money in two texts, by currency: 800円, “¥800”, 人民币260元, “CNY 260”, 12.5美元, “$12.50”.

A sign that several currencies share (¥, $, 元) is each of them. What was converted has another number: numbers tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from translator.languages import numbers
from translator.languages.chains import is_link
from translator.languages.difference import Difference
from translator.languages.numbers import Number
from translator.languages.numerals_en import alternation
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_DOLLARS = "USD TWD HKD AUD CAD SGD NZD MOP"
# What a word or a sign may be, and how each currency is called.
_CALLED = (
    ("JPY", "JPY 円 日元 日圆 日圓 日円 日币 日幣 yen Yen JP¥ J¥ 日本円"),
    (
        "CNY",
        "CNY RMB CNH 人民币 人民幣 人民元 中国元 中國元 元人民币 元人民幣 CN¥ RMB¥ yuan Yuan renminbi Renminbi 块钱 塊錢",
    ),
    ("USD", "USD US$ 美元 美金 米ドル 米国ドル アメリカドル 美圆 美圓"),
    ("TWD", "TWD NTD NT$ 台币 台幣 臺幣 新台币 新台幣 新臺幣 台湾元 台湾ドル 台幣元"),
    ("HKD", "HKD HK$ 港元 港币 港幣 港紙 香港ドル"),
    ("MOP", "MOP MOP$ 澳门元 澳門元 澳门币 澳門幣 パタカ pataca patacas"),
    ("SGD", "SGD S$ 新加坡元 新币 新幣 坡币 シンガポールドル"),
    ("AUD", "AUD A$ AU$ 澳元 澳币 澳幣 豪ドル オーストラリアドル"),
    ("CAD", "CAD C$ CA$ 加元 加币 加幣 カナダドル 加ドル"),
    ("NZD", "NZD NZ$ 新西兰元 紐元 ニュージーランドドル"),
    ("EUR", "EUR € 欧元 歐元 ユーロ euro euros Euro Euros"),
    ("GBP", "GBP £ ￡ 英镑 英鎊 英ポンド pounds pound ポンド 镑 鎊 quid sterling"),
    ("KRW", "KRW ₩ ￦ 韩元 韓元 韩币 韓幣 韩圆 韓圜 ウォン won"),
    ("RUB", "RUB ₽ 卢布 盧布 ルーブル rubles ruble roubles rouble"),
    ("INR", "INR ₹ 卢比 盧比 ルピー rupees rupee"),
    ("THB", "THB ฿ 泰铢 泰銖 バーツ baht"),
    ("VND", "VND ₫ 越南盾 ドン"),
    ("CHF", "CHF 瑞士法郎 瑞郎 スイスフラン"),
    ("JPY CNY", "¥ ￥"),
    (_DOLLARS, "$ dollar dollars Dollars ドル 弗 美刀"),
    ("CNY TWD HKD MOP SGD", "元"),
    ("CNY TWD JPY HKD", "圆 圓 块 塊"),
)


@lru_cache(maxsize=1)
def _currencies() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for codes, names in _CALLED:
        for name in names.split():
            found[name] = found.get(name, frozenset()) | frozenset(codes.split())
    return found


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(a currency in front of its amount, behind it, anywhere)."""
    names = [*_currencies()]
    before = [each for each in names if not each[0].islower() and each not in _ONLY_BEHIND]
    any_name = rf"(?<![A-Za-z])(?:{alternation(names)})(?![A-Za-z])(?:(?<![円元圆圓块塊])|(?![形周環环高安盤筒件気气素组組首旦年月日老]))"
    return (
        re.compile(rf"(?<![A-Za-z])({alternation(before)})(?:约|約|大约|just|about)?[ :：]?$"),
        re.compile(rf" ?[-]?({any_name})"),
        re.compile(any_name),
    )


_ONLY_BEHIND = frozenset(
    ["円", "元", "圆", "圓", "块", "塊", "镑", "鎊", "ドル", "ポンド", "ウォン", "ユーロ", "ドン", "弗"]
)
_HINT = Sought(
    r"[円元圆圓¥￥€£￡₩￦₽₹฿₫$＄]|ドル|ユーロ|ポンド|ウォン|人民|[币幣镑鎊]|美金|(?<![A-Za-z])(?:CNY|JPY|USD|EUR|GBP|RMB|HKD|TWD|NTD|KRW)(?![A-Za-z])"
    r"| (?<=[0-9a-z] )(?:yen|yuan|dollar|euro|pound|renminbi)"
)
_DIGIT = re.compile("[0-9０-９一二三四五六七八九十百千]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the currencies that it may be in; the span, half-open, holds both."""

    start: int
    end: int
    number: Number
    shown: str
    currencies: frozenset[str]
    is_sure: bool = True


def paying(sources: Texts) -> int:
    """The texts that may tell an amount of money."""
    return sources.having(_HINT, sources.having(_DIGIT))


def compare_money(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The amounts of money that are in another currency in the target, or in none.

    >>> [each.message for each in compare_money("人民币260元", "JPY 260")]
    ['currency 人民币 → JPY']
    >>> [each.message for each in compare_money("800円", "800")], compare_money("800円", "¥800")
    (['currency 円 is missing'], ())
    """
    if _DIGIT.search(source) is None or _HINT.has(source) is None:
        return ()
    ours = read(source, source_language)
    if not ours:
        return ()
    theirs = read(target, target_language)
    out = []
    left = list(theirs)
    for one in ours:
        same = [each for each in left if each.number.value == one.number.value]
        if not same:
            continue
        partner = next((each for each in same if each.currencies & one.currencies), same[0])
        left.remove(partner)
        if not partner.currencies & one.currencies and not _names(target, target_language) & one.currencies:
            message = f"currency {one.shown} → {partner.shown}"
            out.append(Difference("unit", message, (one.start, one.end), (partner.start, partner.end)))
        elif (other := _may_be_read(one, partner, target, target_language)) is not None:
            message = f"currency {one.shown} → {partner.shown}, which may be read as {other}"
            out.append(Difference("unit", message, (one.start, one.end), (partner.start, partner.end)))
    return (*out, *_lost(ours, theirs, source, target, target_language))


# Who writes so means it: the translation should not leave it to a sign.
_NAMED = {
    "CNY": frozenset(["CNY", "RMB", "人民币", "人民幣", "人民元"]),
    "JPY": frozenset(["JPY", "日元", "日圆", "日圓"]),
}


def _may_be_read(one: Amount, two: Amount, text: str, language: str) -> str | None:
    """What a lone ¥ may be read as where the source names the currency: yen in English, yuan in Chinese."""
    if two.shown not in ("¥", "￥") or len(two.currencies) < 2:
        return None
    currency, other = ("CNY", "yen") if language.startswith("en") else ("JPY", "yuan")
    if one.shown not in _NAMED[currency] or _names(text, language) & {currency}:
        return None
    return other


def _lost(
    ours: Sequence[Amount], theirs: Sequence[Amount], source: str, target: str, language: str
) -> tuple[Difference, ...]:
    """The first amount that has no currency in the target, where the target names fewer than its source."""
    known = {each.number.value for each in theirs}
    bare = [each for each in numbers.read(target, language) if each.kind in ("cardinal", "fraction")]
    plain = prose(target)
    is_told = bool(_patterns()[2].search(plain)) or _CENTS.search(plain) is not None
    for one in ours:
        if not one.is_sure or one.number.value in known:
            continue
        two = next((each for each in bare if each.value == one.number.value and not each.is_soft), None)
        if two is None or (is_told and (len(theirs) >= len(ours) or _is_linked(two, theirs, bare, plain))):
            continue
        if is_told and not theirs:
            # The head of a table or of a list may say it for all: 单位：元.
            continue
        return (Difference("unit", f"currency {one.shown} is missing", (one.start, one.end), (two.start, two.end)),)
    return ()


_CENTS = re.compile(r"(?i:cents?|bucks?|grand)(?![a-z])|[角分钱錢]|セント")


def _is_linked(number: Number, amounts: Sequence[Amount], all_numbers: Sequence[Number], text: str) -> bool:
    """Whether a number is one of a range or a list whose currency is told once: 100～200円, “$5 or 6”."""
    ordered = sorted({*all_numbers, *(each.number for each in amounts)}, key=lambda each: each.start)
    told = {each.number.start for each in amounts}
    at = ordered.index(number)
    for step in (1, -1):
        here = at
        while 0 <= here + step < len(ordered):
            first, second = sorted((ordered[here], ordered[here + step]), key=lambda each: each.start)
            if not is_link(text, first, second=second):
                break
            here += step
            if ordered[here].start in told:
                return True
    return False


_DOUBTFUL = ("pounds", "pound", "ポンド", "won", "ドン", "块", "塊", "圆", "圓")


@lru_cache(maxsize=64)
def read(text: str, language: str = "") -> tuple[Amount, ...]:
    """The amounts of money of a text, in order.

    ¥ is the yen in Japanese.

    >>> [(each.shown, sorted(each.currencies)) for each in read("12万日元, EUR 5.50", "zh")]
    [('日元', ['JPY']), ('EUR', ['EUR'])]
    """
    plain = prose(text)
    out = []
    front, behind, _ = _patterns()
    for number in numbers.read(text, language):
        # 8,000日元 is no day.
        is_amount = number.kind in _AMOUNTS or (number.kind == "day" and plain[number.end : number.end + 2] in _OF_DAYS)
        if not is_amount:
            continue
        before, after = front.search(plain, max(0, number.start - 14), number.start), behind.match(plain, number.end)
        found = [each[1] for each in (before, after) if each]
        if not found or _is_variable(plain, number, before):
            continue
        known = [_meant(each, language) for each in found]
        both = known[0] & known[-1]
        noted = _NOTED.match(plain, after.end() if after else number.end) if len(both) > 1 else None
        if noted and len(_currencies().get(noted[1], ())) == 1:
            # ¥500 (JPY)
            both, found = _currencies()[noted[1]], [noted[1]]
        start = before.start() if before else number.start
        end = after.end() if after else number.end
        shown = found[0] if len(known[0]) <= len(known[-1]) else found[-1]
        is_sure = shown not in _DOUBTFUL and not (
            # $1 may be a variable, and 二元运算 is no amount.
            (shown == "$" and number.surface.isdecimal() and number.value < 10)
            or (number.is_spelled and len(number.surface) == 1)
        )
        out.append(Amount(start, end, number, shown, both or known[0] | known[-1], is_sure))
    return tuple(out)


_AMOUNTS = ("cardinal", "fraction", "version")
_OF_DAYS = ("日元", "日円", "日圆", "日圓", "日币", "日幣", "日本")
_NOTED = re.compile(r" ?[(（]([A-Z]{3}|人民[币幣]|日[元圆圓])[)）]")


def _meant(name: str, language: str) -> frozenset[str]:
    if name in ("¥", "￥") and language.startswith("ja"):
        return frozenset(("JPY",))
    return _currencies()[name]


def _is_variable(text: str, number: Number, before: re.Match[str] | None) -> bool:
    """Whether `$1` is a variable, or what follows it belongs to its name."""
    return before is not None and before[1] == "$" and text[number.end : number.end + 1] in tuple("_{$(")


def _names(text: str, language: str) -> frozenset[str]:
    """All currencies that a text names by more than a shared sign."""
    found = (_meant(match[0], language) for match in _patterns()[2].finditer(prose(text)))
    return frozenset().union(*(each for each in found if len(each) == 1))
