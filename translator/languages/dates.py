"""Numbers that cannot be what is written beside them: `13月40日`, “April 1950, 3”, “2st”, 1.0進数, 2.0つ.

Such a number took another one's place, whichever that was.
"""

from __future__ import annotations

import re

from translator.languages.numerals import Number
from translator.languages.numerals_en import MONTHS, alternation
from translator.languages.sought import Sought

_MONTH = alternation(MONTHS)
_IMPOSSIBLE = Sought(
    r"(?=[0-9JFMASOND])(?:(?<![0-9.])(?P<month>[0-9]{1,4}) ?月 ?(?P<day>[0-9]{1,4}) ?[日号號](?![間间])"
    r"|(?<=年)(?P<month_of_year>[0-9]{1,4}) ?月(?![間间])"
    rf"|(?<![A-Za-z])(?:{_MONTH})\.? (?P<swapped>[0-9]{{4}}, ?(?:[12][0-9]|3[01]|0?[1-9]))(?![0-9:]| ?[a-z%])"
    rf"|(?<![0-9])(?P<turned>[0-9]{{4}} (?:{_MONTH})\.? (?:[0-9]{{1,2}} (?:and|to|from|for)(?![A-Za-z])|[0-9]{{4}}(?![0-9])))"
    rf"|(?<![A-Za-z])(?:{_MONTH})\.? (?P<behind>[0-9]{{4}} [0-9]{{1,2}})(?![0-9:.,]|[- ]?[a-z]| (?:{_MONTH}))"
    r"|(?<![0-9./-])(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])"
    r"|(?<![0-9.])(?P<clock>[0-9]{1,2}:[0-9]{3,4})(?![0-9:.])"
    r"|(?<![0-9.-])(?P<quarter>[0-9]{2,4} ?(?:季度|四半期)(?![ごか]))"
    r"|(?<![0-9.,])(?P<things>[0-9]+\.[0-9]+) ?つ(?=[のをがはにもで、。]|$)"
    r"|(?<![0-9.,:])(?P<time>[0-9]{1,2}:[0-9])(?![0-9:]|\.[0-9])"
    r"|(?<![0-9.,])(?P<base>[0-9]+\.[0-9]+) ?[進进](?=[制数數法])"
    r"|(?<![0-9.,])(?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th))(?![A-Za-z]))"
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def impossible(text: str, *, tells_time: bool = False) -> tuple[int, int] | None:
    """The first date or ordinal of a folded, masked text that cannot be; 30:6 is no time where it tells one.

    >>> impossible("2003年12月2004日"), impossible("the 2st one"), impossible("April 3, 1950")
    ((5, 13), (4, 7), None)
    """
    for match in _IMPOSSIBLE.finditer(text):
        if match["ordinal"]:
            if _has_wrong_ending(match["ordinal"]):
                return match.span()
        elif match["month"] or match["month_of_year"]:
            month, day = int(match["month"] or match["month_of_year"]), int(match["day"] or 1)
            if not (0 < month <= 12 and 0 < day <= 31):
                return match.span()
        elif match["time"]:
            hour = match["time"].partition(":")[0]
            if tells_time and len(hour) == 2 and (int(hour) > 24 or hour == "00"):
                return match.span()
        elif match["iso"]:
            _, month, day = map(int, match["iso"].split("-"))
            if 12 < month <= 31 or day > 31:
                return match.span()
        elif match["clock"]:
            if tells_time:
                return match.span()
        elif match.lastgroup in ("behind", "swapped", "turned", "base", "things", "quarter"):
            return match.span(match.lastgroup)
    return None


def _has_wrong_ending(ordinal: str) -> bool:
    """Whether an English ordinal ends as its number does not: 2st, 11st."""
    number = int(ordinal[:-2])
    right = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
    return ordinal[-2:] != right


def is_year(text: str, number: Number) -> bool:
    """Whether a number is a year, or stands where one does: “in fiscal 2023”."""
    if number.kind == "year":
        return True
    return (
        _YEAR.fullmatch(number.surface) is not None
        and _IN_YEAR.search(text, max(0, number.start - 40), number.start) is not None
    )


_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_IN_YEAR = re.compile(
    r"(?i:(?<![a-z])(?:in|since|by|until|fiscal|fy|year|financial|during|for|of)(?: the)?(?: fiscal| financial)?(?: year)?) ?$"
)
