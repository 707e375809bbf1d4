"""Numbers that languages tell in phrases of their own: 24/7, `隔日`, `Q3` and `第三季度`, “twice a day” and `1日2回`."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from translator.languages.numerals import Number
from translator.languages.sought import Sought
from translator.languages.texts import Texts, both_having
from translator.languages.verbatim import prose

_WORDS = {
    word: value
    for words in (
        "one two three four five six seven eight nine ten",
        "first second third fourth fifth sixth",
        "1st 2nd 3rd 4th 5th 6th",
        "一 二 三 四 五 六 七 八 九 十",
        "once twice thrice",
        "I II III IV V VI",
        "qd bid tid qid",
    )
    for value, word in enumerate(words.split(), 1)
} | {"两": 2, "兩": 2, "七": 7, "八": 8, "九": 9}
_WORDS |= dict.fromkeys(("daily", "every day", "each day", "per day", "a day", "每日", "每天", "毎日", "毎天"), 1)
_WORDS |= dict.fromkeys(("every other day", "隔日", "隔天"), 2)
_WORDS |= dict.fromkeys(("日", "天", "day"), 1) | dict.fromkeys(("周", "週", "week", "weekly"), 7)
_WORDS |= dict.fromkeys(("月", "month", "monthly"), 30) | dict.fromkeys(("年", "year", "yearly", "annually"), 365)
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_SPAN = r"(?:[日天月年]|[周週]間?|[かヶカ个個]月)"

_MONTHS = r"(?:[かヶカケヵ个個箇]月|mo(?![a-z])|mos(?![a-z])|mths?(?![a-z])|months?(?![a-z])|M(?![A-Za-z0-9]))"
_HALF_YEAR = r"(?<![0-9一二两三四五年])半[个個]?年(?!前[後后])|(?<!and )(?<!and a )half[- ](?:an? )?years?(?![A-Za-z])"
_CELL = r"(?:[- ]?(?:size|cell|形|型|サイズ))? ?(?:alkaline|rechargeable|lithium|碱性|鹼性|充[电電]|アルカリ|マンガン|乾|干)?(?: ?(?:batter|cell)|[电電]池|乾電池)"
# The sizes of batteries: in English by letters, in Japanese and Chinese by numbers of their own.
_BATTERIES = tuple(
    (
        rf"(?<![A-Za-z0-9]){letters}{_CELL}",
        rf"単(?:{ja}(?![0-9])|{'一二三四五'[ja - 1]}(?=[乾電形型]))",
        rf"(?<![0-9]){zh} ?[号號][^0-9，。、]{{0,6}}?[电電]池",
    )
    for letters, ja, zh in (("D", 1, 1), ("C", 2, 2), ("AA", 3, 5), ("AAA", 4, 7), ("N", 5, 8))
)
# A phrase, and what another language says for it in numbers of its own.
_ALIKE = tuple(
    (Sought(one, re.IGNORECASE), Sought(other, re.IGNORECASE))
    for one, other in (
        (
            r"(?<![0-9/])24 ?[/x×*] ?7(?:/365)?(?![0-9/])|(?<![0-9])7 ?[x×*] ?24(?![0-9])",
            r"(?:全天候|年中無休)?24 ?(?:時間|小时|小時)(?:[、・ ]?(?:365 ?[日天]|7 ?日間?))?|全天候|年中無休|around the clock",
        ),
        (
            rf"every other (?:day|week|month|year)|隔[日天周週月年]|[1一] ?{_SPAN}おき",
            rf"2 ?{_SPAN}に ?[1一] ?[回度]|[1一] ?{_SPAN}おき|每隔?[一两兩12] ?[个個]?{_SPAN}|隔[日天周週月年]"
            r"|every (?:two|2|second|other) [a-z]+",
        ),
        # The five-year plans are called by two numerals.
        *((f"十{han}五", rf"1{at}(?:th Five|次五|(?:个|個)五)") for at, han in enumerate("一二三四五", 1)),
        # The half of a time, in the unit below it, where that is exact.
        (rf"(?<![0-9.])(?:6|六) ?{_MONTHS}|(?<![A-Za-z-])six[- ]months?", _HALF_YEAR),
        (
            rf"(?<![0-9.])(?:18|十八) ?{_MONTHS}|(?<![A-Za-z])eighteen months",
            r"(?:[1一] ?年|(?:one|an?|1) year and (?:a )?)(?:半|half)|(?:one|1) and a half years|a year and a half",
        ),
        (
            r"(?<![0-9.時时点點:])(?:30|三十) ?(?:分(?![の之])|min)|(?<![A-Za-z])thirty minutes",
            r"半(?:小时|小時|時間|個小時|个小时|个钟)|half[- ](?:an? )?hour",
        ),
        *((ja, f"{letters}|{zh}") for letters, ja, zh in _BATTERIES),
        *((zh, f"{letters}|{ja}") for letters, ja, zh in _BATTERIES),
        (r"三刻[钟鐘]?|three[- ]quarters of an hour", r"45 ?(?:min|分)|四十五分"),
        (
            r"(?<!三)一?刻[钟鐘]|(?<![A-Za-z])(?:an? )?quarter[- ](?:of an )?hour",
            r"(?<![0-9.時时点點:])(?:15|十五) ?(?:min|分)|fifteen minutes",
        ),
        (
            r"(?<![0-9.一])半个?個?月",
            r"(?<![0-9.])(?:two|2|二|两|兩) ?(?:weeks|个?個?星期|周|週)|(?<![0-9.])(?:15|十五) ?(?:days|天|日)",
        ),
    )
)
# Without one of these in a text there is no such phrase in it.
_SIGN = Sought(
    "24| (?:100|a hundred|one hundred)|half|半|other|quarter|刻|隔|おき|成|割|[一二三四五]五|単|[号號][电電碱鹼充]"
)
_SAME = re.compile(r" ?[(（] ?")
_CLOSES = re.compile(r"(?:st|nd|rd|th)? ?[)）]")
_EITHER = re.compile(r" ?\S{0,2}? ?(?:或|或者|又は|または|もしくは|or) ?")
_UPWARDS = re.compile(r" ?\S{0,3}?(?:以[上下]|更|or more|more)")
_GLOSS = re.compile(r" ?年?度? ?[（(] ?(?:令和|平成|昭和|大正|明治)?")
# Of ten: “nine out of ten”, 九成, 9割, 10人中9人.
_OF_TEN = Sought(
    rf"(?<![A-Za-z0-9.])({_SMALL}|[1-9]) (?:out of|in) (?:ten|10)(?![0-9A-Za-z.,])|([1-9一二两三四五六七八九])[成割](?![一二三四五六七八九]|[0-9]分)"
    r"|(?:10|十) ?[人个個名](?:中|に|のうち|当中|當中|里|裡)有? ?([1-9一二两三四五六七八九]) ?[人个個名]",
    re.IGNORECASE,
)
# What a label or a rate says by a numeral, one group for each way to say it.
_ROMAN = r"(?:I{1,3}|IV|[ⅠⅡⅢⅣ])"
_LABELS = tuple(
    (name, Sought(pattern))
    for name, pattern in (
        (
            "quarter",
            r"(?<![A-Za-z0-9])Q([1-4])(?![0-9A-Za-z])|(?<![0-9.])([1-4])Q(?![A-Za-z])|第?(?<![0-9.])([1-4一二三四]) ?(?:季度|四半期)"
            r"|(?i:([1-4](?:st|nd|rd|th)|first|second|third|fourth))[- ]quarter(?![a-z])",
        ),
        (
            "phase",
            rf"(?<![A-Za-z])[Pp]hase[- ]({_ROMAN}|[1-4])[ab]?(?![A-Za-z0-9]|[./][0-9IV])"
            rf"|第?(?<![A-Za-z0-9./～~-])({_ROMAN}|[1-4一二三四])[ab]?[期相](?:临床|臨床|試験|试验|試驗)",
        ),
        (
            "type",
            rf"(?<![A-Za-z])[Tt]ype[- ]({_ROMAN}|[12]) diabetes|(?<![A-Za-z0-9])({_ROMAN}|[12一二])型糖尿病",
        ),
        (
            "interval",
            r"(?i:(?<![A-Za-z-])(daily|every day|each day|per day|a day|every other day)(?![A-Za-z]))"
            r"|(?i:(?<![A-Za-z])every ([2-9]|two|three|four|five|six|seven|eight|nine) days)"
            r"|([每毎][日天]|隔日|隔天)|[每毎] ?([2-9两兩三四五六七八九]) ?[日天](?![間间])"
            r"|(?<![0-9第月～〜~-])([0-9]{1,2}|一) ?日(?:に|ごとに)? ?[1-9一] ?回(?!目)",
        ),
        (
            "times",
            rf"(?i:(?<![A-Za-z-])(once|twice|thrice|{_SMALL}|[1-9])(?: times)?(?: a day| per day| daily| each day| every day))"
            r"|(?<![A-Za-z])(?i:(b\.?i\.?d|t\.?i\.?d|q\.?i\.?d))(?![A-Za-z])"
            r"|(?:[每毎][日天]|[1一] ?[日天])(?:に|，|、)? ?([1-9一二两兩三四五六])(?![0-9.~～-]) ?[次回](?!目)",
        ),
        (
            "period in days",
            r"(?i:(?<![A-Za-z])(?:once|twice|thrice|times)(?: an?| per| each| every)? (day|daily|week|weekly|month|monthly|year|yearly|annually)(?![a-z]))"
            r"|[每毎] ?(?:[个個])?([日天周週月年])(?:に|，)? ?[1-9一二两兩三四五六]{1,2} ?[次回](?!目)"
            r"|([日週月年])間?に ?(?:[1-9一二三四五六]|数)(?![0-9.~～-]) ?[回度](?!目)",
        ),
    )
)

_HINT = Sought(
    r"Q[1-4]|[1-4]Q|季度|四半期|quarter|[Pp]hase|[期相](?:临床|臨床|試験|试验|試驗)|diabetes|糖尿病"
    r"|[ -](?:day|daily|week|month|year|annual)|[日週月年]間?に|[每毎][个個]?[周週月年]|[btq](?<!\w[btq])\.?i\.?d|[每毎一0-9] ?[日天]|隔[日天]|every"
)


# Of a hundred: “94 out of 100”, 94 %, 94点.
_OF_HUNDRED = Sought(
    r"(?<![0-9.,])([0-9]+(?:\.[0-9]+)?) ?(?:out of|in every|of every) (?:100|a hundred|one hundred)(?![0-9A-Za-z.,])"
)
_PARTS = r"(?<![0-9.,]){} ?(?:[%％分点點]|パーセント|per ?cent)"


def _hundredths(one: str, two: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where a text says “94 out of 100”, and the other one 94 %."""
    said = _OF_HUNDRED.search(one) if "100" not in two else None
    told = re.search(_PARTS.format(re.escape(said[1])), two) if said is not None else None
    return None if said is None or told is None else (said.span(), told.span())


def without(
    ours: tuple[Number, ...], theirs: tuple[Number, ...], *, source: str, target: str
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The numbers without those of phrases that say the same on both sides: 24/7 is `24時間365日`."""
    ours, theirs = _without_glosses(ours, source), _without_glosses(theirs, target)
    if _SIGN.has(source) is None and _SIGN.has(target) is None:
        return ours, theirs
    one, two = prose(source), prose(target)
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for phrase, other in _ALIKE:
        for here, there, ins, outs in ((one, two, *spans), (two, one, *spans[::-1])):
            if phrase.search(there) is not None:
                continue
            if (first := phrase.search(here)) is not None and (second := other.search(there)) is not None:
                ins.append(first.span())
                outs.append(second.span())
    if (of_hundred := _hundredths(one, two)) is not None:
        spans[0].append(of_hundred[0])
        spans[1].append(of_hundred[1])
    elif (of_hundred := _hundredths(two, one)) is not None:
        spans[1].append(of_hundred[0])
        spans[0].append(of_hundred[1])
    parts = {_value(_said(each)): each for each in _OF_TEN.finditer(two)}
    for each in _OF_TEN.finditer(one):
        if (twin := parts.pop(_value(_said(each)), None)) is not None and each[0][-1:] != twin[0][-1:]:
            spans[0].append(each.span())
            spans[1].append(twin.span())
    return _outside(ours, spans[0]), _outside(theirs, spans[1])


def _without_glosses(numbers: tuple[Number, ...], text: str) -> tuple[Number, ...]:
    """The numbers without what is only said again: `2025年（令和7年）`, “eight (8)”, 3个或3个以上."""
    again = [two for one, two in itertools.pairwise(numbers) if one.value == two.value and _is_gloss(one, two, text)]
    return tuple(each for each in numbers if each not in again) if again else numbers


def _is_gloss(one: Number, two: Number, text: str) -> bool:
    """Whether of two equal numbers the second says the first again."""
    if one.surface == two.surface:
        return _EITHER.fullmatch(text, one.end, two.start) is not None and _UPWARDS.match(text, two.end) is not None
    if one.kind == two.kind == "year" and _GLOSS.fullmatch(text, one.end, two.start):
        return True
    return _SAME.fullmatch(text, one.end, two.start) is not None and _CLOSES.match(text, two.end) is not None


def has_labels(source: str, target: str) -> bool:
    """Whether both texts may have a label or a rate of those that `altered` compares."""
    return _HINT.has(target) is not None and _HINT.has(source) is not None


def labelling(sources: Texts, targets: Texts) -> int:
    """The texts of which `has_labels` is true, or that may lose the half of a time."""
    return both_having(sources, targets, _HINT) | sources.holding("半")


# A temperature or a balance of which a word says that it is below zero, and whatever may say so.
_BELOW = Sought(
    r"(?:零下|マイナス|氷点下|(?<![A-Za-z])[Mm]inus) ?[0-9]|[负負] ?[0-9]+(?:\.[0-9]+)? ?(?:[℃°度]|[摄攝]氏)"
)
_MAY_BE_BELOW = re.compile(
    r"(?i)[-−–—﹣]|minus|negative|below|under|零下|[负負]|マイナス|氷点下|减|減|下|亏|虧|赤字|低|less"
)


# In front of a temperature `below` is a bound: below 20 °C is not 20 °C below zero.
_IS_BELOW = re.compile(
    r"(?i)[-−–—﹣－]|minus|negative|[0-9°℃C]\s?(?:degrees )?below|below zero|零下|[负負]|マイナス|氷点下|冰点以下"
)
_MINUS = Sought(
    r"(?<![0-9A-Za-z)%℃°~～–—−-])(?<![0-9℃C] )[-−－﹣–]([0-9]+(?:\.[0-9]+)?) ?(?:[℃°]|度|degrees|摄氏|攝氏)"
)


def lost_sign(source: str, target: str) -> tuple[int, int] | None:
    """Where the source says that a number is below zero, and nothing in the target may say so.

    >>> lost_sign("气温零下5度", "5 degrees"), lost_sign("气温零下5度", "-5 degrees")
    ((2, 5), None)
    """
    one, two = prose(source), prose(target)
    found = _BELOW.search(one)
    if found is not None and not _MAY_BE_BELOW.search(two):
        return found.span()
    for each in _MINUS.finditer(one):
        said = [at for at in re.finditer(rf"(?<![0-9.]){re.escape(each[1])}(?![0-9]|\.[0-9])", two)]
        if said and not any(_IS_BELOW.search(two[max(0, at.start() - 12) : at.end() + 18]) for at in said):
            return each.span()
    return None


_HALF_OF = tuple(
    (Sought(one), Sought(other, re.IGNORECASE), re.compile(told))
    for one, other, told in (
        (
            r"(?<![0-9一二两兩三四五六七八九十年又多])半[个個]?年(?!前[後后]|[级級])",
            r"(?<![A-Za-z])(?:one|an?|1)[- ]year(?![A-Za-z-])|(?<![0-9.])1 ?年(?![0-9月])",
            r"(?i)half|halves|semi|bi-?ann|six|mid|(?<![0-9])(?:6|26|180|18[0-9])(?![0-9])|twice|半|[六6] ?[かヶカケヵ个個箇]",
        ),
        (
            r"(?<![0-9一二两兩三四五六七八九十天日又多])半[天日](?!前[後后])",
            r"(?<![A-Za-z])(?:one|a|1)[- ](?:whole |full )?day(?![A-Za-z-])|(?<![0-9.])1 ?日(?![0-9])",
            r"(?i)half|noon|morning|(?<![0-9])12(?![0-9])|twelve|半|十二",
        ),
        (
            r"(?<![0-9一二两兩三四五六七八九十又多])半[个個]?(?:小[时時]|[钟鐘]头|鐘頭|時間)",
            r"(?<![A-Za-z])(?:one|an|1)[- ]hour(?![A-Za-z-])|(?<![0-9.])1 ?時間(?!半)",
            r"(?i)half|(?<![0-9])30(?![0-9])|thirty|半|三十",
        ),
    )
)


def lost_half(source: str, target: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the source says half a time, and the target the whole one: 半年, “one year”.

    >>> lost_half("随访半年。", "followed for one year."), lost_half("随访半年。", "followed for half a year.")
    (((2, 4), (13, 21)), None)
    """
    if "半" not in source:
        return None
    one, two = prose(source), prose(target)
    for half, whole, told in _HALF_OF:
        if (said := half.search(one)) is None or told.search(two) is not None:
            continue
        if (found := whole.search(two)) is not None:
            return said.span(), found.span()
    return None


def altered(source: str, target: str) -> tuple[str, tuple[int, int], tuple[int, int]] | None:
    """The first label whose numeral became another one: what is told of it, and both spans.

    >>> altered("第三季度营收", "Revenue in Q4"), altered("第III相試験", "a phase III trial")
    (('quarter 3 → 4', (0, 4), (11, 13)), None)
    """
    if not has_labels(source, target):
        return None
    one, two = prose(source), prose(target)
    for name, pattern in _LABELS:
        theirs = list(_labels(pattern, two))
        ours = list(_labels(pattern, one)) if theirs else []
        if not ours or len(ours) != len(theirs):
            continue
        said, told = (Counter(value for value, _ in each) for each in (ours, theirs))
        lost = next((each for each in ours if each[0] not in told), None)
        new = next((each for each in theirs if each[0] not in said), None)
        if lost is not None and new is not None:
            return f"{name} {lost[0]} → {new[0]}", lost[1], new[1]
    return None


def _labels(pattern: Sought, text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    for each in pattern.finditer(text):
        value = _value(_said(each))
        if value:
            yield value, each.span()


def _said(match: re.Match[str]) -> str:
    return next(each for each in match.groups() if each is not None)


def _value(word: str) -> int:
    plain = unicodedata.normalize("NFKC", word)
    if plain.isdecimal():
        return int(plain)
    return _WORDS.get(plain) or _WORDS.get(plain.casefold().replace(".", ""), 0)


def _outside(numbers: tuple[Number, ...], spans: Sequence[tuple[int, int]]) -> tuple[Number, ...]:
    if not spans:
        return numbers
    return tuple(each for each in numbers if not any(start <= each.start < end for start, end in spans))
