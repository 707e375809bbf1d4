"""Days of the week in two texts: 周五, 金曜日, “Friday”, and the short forms of dates and opening hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.languages.candidates import latin_words
from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts, both_having
from translator.languages.verbatim import prose

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS = (
    {name: at for at, name in enumerate(_NAMES)}
    | {name[:3]: at for at, name in enumerate(_NAMES)}
    | {"Tues": 1, "Thur": 3, "Thurs": 3}
    | {char: at for at, char in enumerate("月火水木金土日")}
    | {char: at for at, char in enumerate("一二三四五六")}
    | {"天": 6}
)
_JA, _ZH = "月火水木金土日", "一二三四五六日天"
_JOINT = r" ?(?:[・、,，/~〜～–—-]|から|と|や|及び|および) ?"
_JOINT_ZH = r" ?(?:[、,，/~〜～–—-]|至|到|和|及|或|与|與) ?"
_ENGLISH = re.compile(
    rf"(?<![A-Za-z])(?:(?P<day>{'|'.join(_NAMES)})s?(?![A-Za-z])|(?P<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|(?:Sat|Sun)(?=[.)）/–—-]))(?![A-Za-z]))"
    r"|(?<=[(（–—/-])(?P<end>Sat|Sun)(?![A-Za-z])"
)
# 火・木曜日, 月～金曜; 4月6日（土）, （月・祝）.
_JAPANESE = re.compile(
    rf"(?<![一-龥])(?P<list>[{_JA}](?:{_JOINT}[{_JA}]){{1,5}})曜|(?P<one>[{_JA}])曜"
    rf"|(?<=[日0-9])(?: ?[(（\[［])(?P<date>[{_JA}](?:{_JOINT}[{_JA}])*)(?:[・、,/]?(?:祝|休|振休))*[)）\]］]"
)
# Neither 每周一次, 两周一次 nor 一周日程.
_CHINESE = re.compile(
    rf"(?<![一二两兩三四五六七八九十几幾0-9数數上下])(?<![0-9] )(?:周|週|星期|礼拜|禮拜)(?P<days>[{_ZH}](?![次回个個年月岁歲目项項本程报報记記刊期数數圆圓边邊常])"
    rf"(?:(?:{_JOINT_ZH})(?:周|週|星期|礼拜|禮拜)?[{_ZH}](?![一-龥个個]))*)"
)
_SIGNS = re.compile("[曜周週星礼禮(（\\[［]")
_LATIN = frozenset(["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"])
_HINT = Sought("曜|[周週]|星期|礼拜|禮拜|[日0-9] ?[(（\\[［][月火水木金土日]|day|Mon|Tue|Wed|Thu|Fri|Sat|Sun")
# Days that are told together.
_TOGETHER = re.compile(r"(?i:week-?(?:end|day))|周末|週末|平日|工作日|土日")


def compare_weekdays(source: str, target: str) -> tuple[Difference, ...]:
    """The day of the week that became another one: one is missing in the target, and one is new there.

    >>> [each.message for each in compare_weekdays("周一至周五营业", "Open Monday to Saturday")]
    ['Friday became Saturday']
    >>> compare_weekdays("每周一次，三周一个疗程", "once a week, in cycles of three weeks")
    ()
    """
    if _SIGNS.search(source) is None and "day" not in source and _LATIN.isdisjoint(latin_words(source)):
        return ()
    if _HINT.has(target) is None or _HINT.has(source) is None:
        return ()
    if _TOGETHER.search(source) or _TOGETHER.search(target):
        return ()
    ours, theirs = dict(_read(source)), dict(_read(target))
    lost, new = [each for each in ours if each not in theirs], [each for each in theirs if each not in ours]
    if not lost or not new:
        return ()
    message = f"{_NAMES[lost[0]]} became {_NAMES[new[0]]}"
    return (Difference("altered", message, ours[lost[0]], theirs[new[0]]),)


def naming(sources: Texts, targets: Texts) -> int:
    """The texts that may name a day of the week, as their translation does."""
    return both_having(sources, targets, _HINT)


def days(text: str) -> frozenset[int]:
    """The days of the week that a text names, Monday being 0.

    >>> sorted(days("月・木曜日")), sorted(days("every Monday"))
    ([0, 3], [0])
    """
    return frozenset(day for day, _ in _read(text))


def _read(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The days that a text names, each with its span."""
    plain = prose(text)
    for match in _ENGLISH.finditer(plain):
        yield _DAYS[match["day"] or match["short"] or match["end"]], match.span()
    for pattern, known in ((_JAPANESE, _JA), (_CHINESE, _ZH)):
        for match in pattern.finditer(plain):
            group = match.lastgroup or 0
            start = match.start(group)
            for at, char in enumerate(match[group]):
                if char in known:
                    yield _DAYS[char], (start + at, start + at + 1)
