"""What numbers written with digits say, together with what stands around them."""

from __future__ import annotations

import re
from fractions import Fraction

from translator.languages import numerals_han
from translator.languages.numerals import Number, exact

_HAN = numerals_han.CHARACTERS
PATTERN = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]{1,3}(?:_[0-9]{3})+(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)*|(?<![\w.)\]])\.[0-9]+(?![\w.])"
)
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")

_POWER = re.compile(r" ?[×xX*·✕] ?10(?: ?\^ *([-+]?[0-9]{1,3})|\*\*([-+]?[0-9]{1,3})|([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+))")
_RAISED = re.compile(r" ?\^ *([-+]?[0-9]{1,3})(?![0-9])|\*\*([-+]?[0-9]{1,3})(?![0-9])|([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)")
_E = re.compile(r"[eE]([-+]?[0-9]{1,2})(?![0-9A-Za-z])")
_SCALE_UNIT = "克米瓦卡赫帕伏焦字比升欧吨斤"
_SCALE = re.compile(
    rf" ?(?:(?P<han>[十百千](?![{_SCALE_UNIT}])[万萬億亿兆]?|[万萬億亿兆](?![{_SCALE_UNIT}候])[億亿兆]?)"
    r"|\+?[ -](?P<en>(?i:hundred|thousand|million|billion|trillion|dozen))(?![A-Za-z])"
    r"|(?P<en2>million|billion|trillion|thousand|bn)(?![A-Za-z])"
    rf"|(?P<short>[kKMB])(?![A-Za-z0-9/{_SCALE_UNIT}]))"
)
_MORE = re.compile(
    r"(?P<d>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4}(?:\.[0-9]+)?)(?P<han>[千百十]?[万萬億亿]|千)?|(?P<run>[零〇一二三四五六七八九十百千万億亿]+)"
)
_FRACTION = re.compile(r"/([0-9]{1,3})(?![0-9/]|[-.,][0-9])")
_OF = re.compile(r" ?分(?:之|の) ?(?:([0-9]+(?:\.[0-9]+)?)|([零〇一二三四五六七八九十百千两]+))")
_TIME = re.compile(r":([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:])")
_DATE = re.compile(r"(?:19|20)[0-9]{2}([./-])([0-9]{1,2})\1([0-9]{1,2})(?![0-9]|[./-][0-9])")
_JOINT = r" ?(?:[~〜–-]|から|至|到|to) ?"
_MONTH_DAY = re.compile(rf"([0-9]{{1,2}})/([0-9]{{1,2}})(?![0-9/])(?={_JOINT}[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/]))")
_TO_MONTH_DAY = re.compile(rf"(?<![0-9/])[0-9]{{1,2}}/[0-9]{{1,2}}{_JOINT}$")
_LAST_MONTH_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?![0-9/])")
_HALF_DAY = re.compile(
    r"(?:(?P<late>午後|午后|下午|晚上|夜晚|傍晚|夜|晚|PM|pm)|(?P<early>午前|上午|凌晨|早上|清晨|早晨|朝|AM|am)) ?$"
)
_MERIDIEM = re.compile(r" ?([apAP])\.? ?[mM](?![A-Za-z])")
_HOUR = re.compile(r" ?(?:[时時點点](?![间間])|o['’]clock)")
_ERA = re.compile(
    r"(?:(?P<reiwa>令和)|(?P<heisei>平成)|(?P<showa>昭和)|(?P<taisho>大正)|(?P<meiji>明治)|(?P<minguo>民国|民國)|Reiwa|Heisei|Showa) ?$"
)
ERAS = {"reiwa": 2018, "heisei": 1988, "showa": 1925, "taisho": 1911, "meiji": 1867, "minguo": 1911}
_AFTER = re.compile(
    r"(?P<percent> ?(?:%|‰|パーセント|percent(?:age)?(?![a-z])|per ?cent(?![a-z])|プロセント))"
    r"|(?P<tenth>割(?![りるれろっ合当増高安]込?)|成(?![分员員功果为為立就人本型長长]))(?P<more>[0-9]分|[一二三四五六七八九])?"
    r"|(?P<decade>年代|['’]?s(?![A-Za-z]))|(?P<year> ?年(?![间間齢龄]))"
    r"|(?P<month> ?月(?!間))|(?P<day> ?[日号號](?![間间]))"
    r"|(?P<ordinal>(?:st|nd|rd|th)(?![A-Za-z])| ?(?:番目|番|回目|つ目|個目|行目|列目|人目|日目|年目|位|度目))"
    r"|(?P<fold> ?[折](?![叠疊り]))"
)  # fmt: skip
_OFF = re.compile(r"引|オフ|割引| ?-?(?i:off|discount)(?![a-z])")
_YEARS = re.compile(" ?年[间間](?!隔)")
# 增加了两倍 is three times as much.
MORE_BY = re.compile("(?:增加|增长|增長|提高|上升|升高|扩大|擴大|上涨|上漲|多)(?:了|到)?(?:约|約|近|大约|大約)? ?$")
_CHAIN = re.compile(r" ?(?:→|->|⇒|➔|×)|[~±]")
_HUNDRED = {"han": 1, "十": 10}
_EN = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "bn": 10**9,
    "trillion": 10**12, "dozen": 12, "k": 10**3, "K": 10**3, "M": 10**6, "B": 10**9,
}  # fmt: skip
_VALUE_PREFIX = re.compile(r"(?:^|[^A-Za-z])(?:[vV]|[vV]er|[nN]o|pp?|x)$")


def read(text: str, start: int, end: int, code_end: int) -> tuple[Number, ...]:
    """The numbers of the digits at a span of a folded, masked text; `code_end`: where a code ended."""
    surface = text[start:end]
    if is_code(text, start, end, code_end):
        value = exact(surface) if surface.count(".") < 2 else Fraction(0)
        kind = "code" if surface.count(".") < 2 else "version"
        return (Number(start, end, value, kind, surface, is_soft=True),)
    dates = _date(text, start) or _month_day(text, start)
    if dates:
        return dates
    if text[end : end + 2] in (".x", ".X") and surface.count(".") < 2:
        return (Number(start, end, exact(surface), "cardinal", surface),)
    if surface.count(".") > 1:
        value = exact(".".join(surface.split(".")[:2]))
        parts = tuple(exact(each) for each in surface.split("."))
        return (Number(start, end, value, "version", surface, parts=parts),)
    time = _time(text, start, end)
    if time:
        return time
    start, value, negative = _signed(text, start, exact(surface))
    number = _scaled(text, start, end, value) or _of(text, start, end, value)
    if number is None:
        number = _plain(text, start, end, value)
    if negative:
        number = Number(
            number.start, number.end, -number.value, number.kind, number.surface,
            others=number.others, parts=number.parts,
        )  # fmt: skip
    return (number,)


def is_code(text: str, start: int, end: int, code_end: int) -> bool:
    """Whether digits belong to a code: `utf8`, `COVID-19`, `ISO-8859-1`; not `PLT52 →`, `v1.2`."""
    if not start:
        return False
    if code_end and text[code_end:start] in ("-", ".", "_", "/"):
        return True
    before = text[start - 1]
    if before == "_" or (before.isascii() and before.isalpha()):
        if "." in text[start:end] or _CHAIN.match(text, end):
            return False
        return _VALUE_PREFIX.search(text, max(0, start - 5), start) is None
    if before == "-" and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum():
        if text[start - 2].isdigit():
            return False
        word = re.search(r"[A-Za-z0-9]+$", text[max(0, start - 20) : start - 1])
        return word is not None and not (word.group().islower() and len(word.group()) > 2)
    if before in "." and start > 1 and text[start - 2].isascii() and text[start - 2].isalpha():
        return True
    after = text[end : end + 2]
    return (
        len(after) == 2
        and after[0].isascii()
        and after[0].isalpha()
        and after[0] not in "eExX"
        and after[1] in "0123456789_"
    )


def _date(text: str, start: int) -> tuple[Number, ...]:
    match = _DATE.match(text, start)
    if match is None:
        return ()
    month, day = int(match[2]), int(match[3])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    return (
        Number(start, start + 4, Fraction(int(text[start : start + 4])), "year", text[start : start + 4]),
        Number(match.start(2), match.end(2), Fraction(month), "month", match[2]),
        Number(match.start(3), match.end(3), Fraction(day), "day", match[3]),
    )


def _month_day(text: str, start: int) -> tuple[Number, ...]:
    """A day of a range of days: `10/1～10/31`."""
    if "/" not in text[start : start + 3]:
        return ()
    match = _MONTH_DAY.match(text, start)
    if match is None and _TO_MONTH_DAY.search(text, max(0, start - 12), start):
        match = _LAST_MONTH_DAY.match(text, start)
    if match is None or not (1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 31):
        return ()
    return tuple(
        Number(match.start(group), match.end(group), Fraction(int(match[group])), kind, match[group])
        for group, kind in ((1, "month"), (2, "day"))
    )


def half_day(text: str, start: int, end: int) -> tuple[str, int]:
    """Whether an hour is before noon (`am`) or after (`pm`), and where the mark behind it ends."""
    match = _MERIDIEM.match(text, end)
    if match:
        return ("pm" if match[1] in "pP" else "am"), match.end()
    before = _HALF_DAY.search(text, max(0, start - 3), start)
    if before:
        return ("pm" if before["late"] else "am"), end
    return "", end


def hour(text: str, span: tuple[int, int], *, value: int, end: int) -> Number:
    """An hour of the day: with a mark for the half of the day it means the hour of 24."""
    start = span[0]
    mark, end = half_day(text, start, end)
    surface = text[start : span[1]]
    if mark == "pm" and value < 12:
        return Number(start, span[1], Fraction(value + 12), "time", surface, others=(Fraction(value),))
    if mark == "am" and value == 12:
        return Number(start, span[1], Fraction(0), "time", surface, others=(Fraction(12),))
    others = (Fraction(value - 12),) if 12 < value <= 24 else ()
    return Number(start, span[1], Fraction(value), "time", surface, others=others)


def _time(text: str, start: int, end: int) -> tuple[Number, ...]:
    if not text[start:end].isdecimal() or end - start > 2:
        return ()
    clock = _TIME.match(text, end)
    if clock and int(text[start:end]) <= 30 and text[start - 1 : start] != ":":
        out = [hour(text, (start, end), value=int(text[start:end]), end=clock.end())]
        for group in (1, 2):
            if clock[group]:
                at, to = clock.span(group)
                is_soft = clock[group] == "00"
                out.append(Number(at, to, Fraction(int(clock[group])), "time", clock[group], is_soft))
        return tuple(out)
    value = int(text[start:end])
    if value <= 24 and (_HOUR.match(text, end) or half_day(text, start, end)[0]):
        return (hour(text, (start, end), value=value, end=end),)
    return ()


def _signed(text: str, start: int, value: Fraction) -> tuple[int, Fraction, bool]:
    before = text[start - 1 : start]
    if before and before in "-" and not re.match(r"[0-9A-Za-z)\]}_~\ufffc-]", text[start - 2 : start - 1]):
        return start, value, True
    if re.search(r"(?:负|負|マイナス|零下|[Mm]inus ?)$", text[max(0, start - 6) : start]):
        return start, value, True
    return start, value, False


def _scaled(text: str, start: int, end: int, value: Fraction) -> Number | None:
    """Digits with a power of ten or a scale word behind them: `1×10^6`, `10亿`, `1.2 million`."""
    match = _POWER.match(text, end)
    if match:
        power = int((match[1] or match[2] or match[3]).translate(SUPERSCRIPT) or 0)
        scaled = value * Fraction(10) ** power
        return _number(text, start, match.end(), scaled, parts=(value, Fraction(10), Fraction(power)))
    match = _E.match(text, end)
    if match:
        return _number(text, start, match.end(), value * Fraction(10) ** int(match[1]))
    match = _RAISED.match(text, end)
    if match and value.denominator == 1 and match.group().translate(SUPERSCRIPT) not in "+-":
        power = int((match[1] or match[2] or match[3]).translate(SUPERSCRIPT).strip("+") or 0)
        if value and abs(power) <= 400 and value < 10**6:
            raised = value**power
            return _number(text, start, match.end(), raised, parts=(value, Fraction(power)))
    match = _SCALE.match(text, end)
    if match is None:
        return None
    if match["short"]:
        # `12M` may be months, `5K` kelvin: the plain digits stay a reading.
        scaled = value * _EN[match["short"]]
        return Number(start, end, value, "cardinal", text[start:end], others=(scaled,))
    if not match["han"]:
        scaled = value * _EN[(match["en"] or match["en2"]).lower()]
        return _number(text, start, match.end(), scaled)
    return _han_scaled(text, start, match, value)


def _han_scaled(text: str, start: int, match: re.Match[str], value: Fraction) -> Number:
    """`1億2000万`, `3万5千`, `10亿`: each further part must be smaller than the one before."""
    factor = _factor(match["han"])
    total, end, first = value * factor, match.end(), value
    while True:
        more = _MORE.match(text, end)
        if more is None:
            break
        if more["run"]:
            following = numerals_han.parse(more["run"])
        else:
            following = exact(more["d"]) * (_factor(more["han"]) if more["han"] else 1)
        if following is None or following >= factor:
            break
        total, end = total + following, more.end()
        factor = _factor(more["han"]) if more["han"] else 1
        if factor == 1:
            break
    # 兆 is 10¹², in China also 10⁶.
    others = (first * 10**6,) if "兆" in match["han"] else ()
    return _number(text, start, end, total, others=others)


def _factor(scale: str) -> int:
    factor = 1
    for char in scale:
        factor *= numerals_han.SMALL.get(char) or numerals_han.LARGE[char]
    return factor


def _of(text: str, start: int, end: int, value: Fraction) -> Number | None:
    """`3分の1`, `1/3`."""
    match = _OF.match(text, end)
    if match and value:
        above = exact(match[1]) if match[1] else numerals_han.parse(match[2])
        if above is not None:
            kind = "percent" if value == 100 else "fraction"
            shown = above if value == 100 else above / value
            return _number(text, start, match.end(), shown, kind, parts=(value, above))
    match = _FRACTION.match(text, end)
    if match and int(match[1]) and text[start - 1 : start] not in ("/", "-"):
        below = Fraction(int(match[1]))
        return _number(text, start, match.end(), value / below, "fraction", parts=(value, below))
    return None


def _number(
    text: str,
    start: int,
    end: int,
    value: Fraction,
    kind: str = "cardinal",
    *,
    others: tuple[Fraction, ...] = (),
    parts: tuple[Fraction, ...] = (),
) -> Number:
    return Number(start, end, value, kind, text[start:end], others=others, parts=parts)


def _plain(text: str, start: int, end: int, value: Fraction) -> Number:
    """Digits alone, their kind told by what stands beside them."""
    surface = text[start:end]
    parts = tuple(exact(each) for each in surface.split(",")) if "," in surface else ()
    after = _AFTER.match(text, end)
    kind = "cardinal"
    others: tuple[Fraction, ...] = ()
    if len(surface) == 4 and surface[:2] in ("19", "20"):
        # 2019冠状病毒病 is COVID-19, 2008 is ’08: a year may be told by two digits.
        others = (value % 100,)
    if len(surface) == 4 and surface[:2] in ("19", "20") and _YEARS.match(text, end):
        # 1998年至2003年间: not so many years.
        return Number(start, end, value, "year", surface, others=others)
    if after is not None:
        kind, value, others = _by_suffix(after, value, text[max(0, start - 3) : start])
        # 3割5分 is one number.
        end = after.end("more") if after["more"] else end
        if kind == "percent" and 0 < value < 100 and after.lastgroup != "fold" and _OFF.match(text, after.end()):
            # 10% off is 90% of the price.
            others = (*others, 100 - value)
    if (kind == "cardinal" and start and text[start - 1] in "第#") or text[start - 2 : start] == "第 ":
        kind = "ordinal"
    if text[end : end + 1] == "倍" and MORE_BY.search(text, max(0, start - 8), start):
        others = (*others, value + 1)
    return Number(start, end, value, kind, surface, others=others, parts=parts)


def _by_suffix(after: re.Match[str], value: Fraction, before: str) -> tuple[str, Fraction, tuple[Fraction, ...]]:
    group = after.lastgroup
    if after["percent"]:
        return "percent", value, (value / (1000 if "‰" in after["percent"] else 100),)
    if after["tenth"]:
        more = after["more"] or "0"
        extra = Fraction(more[0]) if more[0].isdecimal() else numerals_han.parse(more) or Fraction(0)
        return "percent", value * 10 + extra, (value / 10,)
    if group == "fold":
        tenth = value if value < 10 else value / 10
        return "percent", tenth * 10, (value, 100 - tenth * 10)
    if group == "decade":
        if value < 100 and value % 10 == 0:
            return "year", value, (1900 + value, 2000 + value)
        return "year", value, (value % 100,) if value >= 1000 else ()
    if group == "year":
        era = _ERA.search(before)
        if era and era.lastgroup:
            return "year", value + ERAS[era.lastgroup], (value,)
        return "year", value, (value % 100,) if value >= 1000 else ()
    return group or "cardinal", value, ()
