"""How often something happens, told by naming the occasions: 1日2回 is 早晚各一次, 週2回 “on Mondays and Thursdays”."""

from __future__ import annotations

import re
from functools import lru_cache

from translator.languages import weekdays
from translator.languages.numbers import Number

_TIMES = re.compile(r" ?(?:回(?![復答目])|次(?![の元])|度(?![CＣ])|times(?![A-Za-z]))")
_SLOTS = (
    (1, re.compile(r"(?i:\b(?:morning|breakfast)s?\b)|朝(?![鮮鲜代])|早(?:上|晨|餐|饭|飯|晚|中|、|，)|清晨|晨起")),
    (1, re.compile(r"(?i:\b(?:noon|midday|lunch|afternoon)\b)|昼(?!夜)|正午|中午|午[餐饭飯后後]|(?<=早)中")),
    (1, re.compile(r"(?i:\b(?:evening|dinner|supper)s?\b)|夕(?!陽)|晩|晚(?!期)|傍晚")),
    (1, re.compile(r"(?i:\bbed ?time\b|\bat night\b|\b(?:before|to) bed\b)|就寝|寝る前|睡前|临睡|臨睡|就寢")),
    (3, re.compile(r"(?i:\b(?:each|every|three) meals?\b|\bmeals\b)|毎食|三餐|每餐|三食|每次饭|饭[前后]")),
)
# Periods of which a year has a whole number.
_PERIODS = tuple(
    (often, re.compile(pattern))
    for often, pattern in (
        (2, r"(?i:\b(?:six|6)[- ]months?\b|\bhalf[- ]year|\bsemi-?annual)|半[个個]?年|半期|[六6] ?[かヶカ个個]月"),
        (4, r"(?i:\b(?:three|3)[- ]months?\b|\bquarter)|季度|四半期|[三3] ?[かヶカ个個]月"),
        (6, r"(?i:\b(?:two|2) months\b|\bother month\b)|[两2] ?[かヶカ个個]月|隔月"),
        (12, r"(?i:\bmonthly\b|\b(?:every|each|a) month\b)|[每毎][个個]?月"),
    )
)
_PER_YEAR = re.compile(r"年間?に? ?$|[每毎一1]年 ?$")
_YEARLY = re.compile(r"(?i) (?:a|per|each|every) year\b")


def is_told(number: Number, text: str, *, other: str) -> bool:
    """Whether a number says how often, and the other text names as many occasions.

    >>> from translator.languages import numbers
    >>> is_told(numbers.read("1日2回服用")[1], "1日2回服用", other="早晚各一粒")
    True
    """
    if not 2 <= number.value <= 12:
        return False
    times = _TIMES.match(text, number.end)
    if times is None:
        return False
    if number.value == _occasions(other):
        return True
    if _PER_YEAR.search(text, max(0, number.start - 4), number.start) or _YEARLY.match(text, times.end()):
        return any(often == number.value and period.search(other) for often, period in _PERIODS)
    return False


@lru_cache(maxsize=64)
def _occasions(text: str) -> int:
    """How many times of the day a text names, or else how many days of the week."""
    return sum(often for often, slot in _SLOTS if slot.search(text)) or len(weekdays.days(text))
