"""Quantities of a text: numbers with the unit behind (or before) them, by dimension and size.

A sign with several meanings keeps them all: `M` is months, molar or mega, `m` metres or minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from translator.frozen import swift
from translator.languages import numbers
from translator.languages.numbers import Number
from translator.languages.numerals import data_lines
from translator.languages.numerals_en import alternation
from translator.languages.texts import Texts
from translator.languages.verbatim import GAP, fold, is_time, prose

Meaning = tuple[str, Fraction]


@swift
@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; the span, half-open, holds both.

    `meanings` are pairs of a dimension (`mass`, `duration`, `mass/mass`, `1/volume` …) and the size
    of the unit in the base unit of that dimension; the number is not multiplied in. Where the unit
    stands behind a later number of the same range or list (`3-28 M`), it is implied.
    """

    start: int
    end: int
    number: Number
    unit: str
    meanings: frozenset[Meaning]
    is_implied: bool = False

    @property
    def dimensions(self) -> frozenset[str]:
        """The dimensions that the unit may have."""
        return frozenset(dimension for dimension, _ in self.meanings)


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, frozenset[Meaning]], re.Pattern[str], re.Pattern[str]]:
    """(meanings by name, a pattern for names behind a number, one for signs before it)."""
    by_unit: dict[str, Meaning] = {}
    names: dict[str, set[Meaning]] = {}
    for line in data_lines("units.txt"):
        unit, dimension, size, *more = line.split("\t")
        by_unit[unit] = (dimension, Fraction(size))
        for name in more[0].split("|") if more else ():
            names.setdefault(fold(name), set()).add(by_unit[unit])
    for line in data_lines("unit_names.txt"):
        unit, known = line.split("\t")
        for name in known.split("|"):
            names.setdefault(fold(name), set()).add(by_unit[unit])
    for name in [each for each in names if len(each) > 3 and each.isascii() and each.islower()]:
        names.setdefault(name.title(), names[name])
    behind_names = [name for name in names if name[-1] not in "$¥"]
    before = [name for name in names if not name[-1].isalnum() and name[-1] not in "%‰'\"°"]
    behind = re.compile(
        rf"(?: ?-?(?:個|个|箇)?(?={_first(names)}))({alternation(behind_names)})(?:(?<![A-Za-z])|(?![A-Za-z0-9_]))"
    )
    return {key: frozenset(value) for key, value in names.items()}, behind, re.compile(rf"({alternation(before)}) ?$")


def _first(names: dict[str, set[Meaning]]) -> str:
    return f"[{re.escape(''.join(sorted({name[0] for name in names})))}]"


_PER = re.compile(r" ?(?:/|／|每|毎) ?|[ -]per[ -]|(?<=[a-z]) a (?=day|week|month|year|hour|minute|second)|·|⋅")
_PER_FIRST = re.compile(r" ?[/每毎] ?| per ")
_SCALE = re.compile(r"(?:(?P<c>摂氏|摄氏|攝氏)|(?P<f>華氏|华氏)|(?P<minus>氷点下|零下)) ?$")
# Characters behind a unit of one Han character that make it another word.
_NOT_BEHIND = {
    "匹": "配敌敵", "字符": "串集", "字元": "串集", "文字": "列",
    "年": "龄齢齡级級度輪间間以", "月": "间", "日": "本常志程文光", "天": "然气気空", "分": "之布类類析散别別子辨离離配割け岐享支",
    "秒": "", "时": "间间隔候刻代", "時": "候刻代点", "周": "围圍边邊知期辺年", "週": "年", "星期": "中内一二三四五六日天几", "米": "国國饭飯", "度": "假目", "人": "称類类工",
    "名": "前称稱字目", "位": "置于於数", "回": "合復答路转転", "次": "の第元", "元": "素组の", "点": "", "成": "分员員功果为為立就人本型長长", "例": "えば如外",
    "克": "服", "安": "全", "节": "点", "節": "点", "周围": "", "件": "", "帕": "", "瓦": "", "码": "", "里": "", "尺": "寸", "升": "级",
    "斤": "", "块": "状", "卡": "", "V": "", "位元": "", "ポイント": "", "滴": "", "時間": "", "岁": "", "周岁": "", "周歲": "", "单位": "", "单": "",
}  # fmt: skip


def read(text: str, language: str = "") -> tuple[Quantity, ...]:
    """The quantities of a text in order.

    >>> [(each.unit, sorted(each.dimensions)) for each in read("体重 5 mg/kg 和 12か月")]
    [('mg/kg', ['mass/mass']), ('か月', ['duration'])]
    """
    return of_numbers(text, numbers.read(text, language))


@lru_cache(maxsize=8)
def of_numbers(text: str, found: tuple[Number, ...]) -> tuple[Quantity, ...]:
    """The quantities among numbers that were read from a text before."""
    if not found:
        return ()
    plain = prose(text)
    out: list[Quantity] = []
    following: Quantity | None = None
    for number in reversed(found):
        quantity = _quantity(plain, number)
        if quantity is None and following is not None and _RANGE.fullmatch(plain, number.end, following.number.start):
            quantity = Quantity(number.start, number.end, number, following.unit, following.meanings, True)
        following = quantity
        if quantity is not None:
            out.append(quantity)
    return tuple(reversed(out))


def of_digits(text: str) -> tuple[tuple[str, str, frozenset[Meaning]], ...]:
    """(digits, unit, meanings) wherever a unit stands behind digits, also behind those of a code."""
    plain = prose(text)
    found = ((match.group(), _unit(plain, match.end())) for match in _DIGITS.finditer(plain))
    return tuple((digits, unit[0], _table()[0][unit[0]]) for digits, unit in found if unit is not None)


_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def of_placeholders(text: str) -> dict[str, Quantity]:
    """The units behind placeholders that stand for a number: `%s 分`, `{0} hours`, by placeholder."""
    if ("%" not in text and "{" not in text) or not _HOLDER.search(text) or is_time(text):
        return {}
    plain = prose(text)
    out = {}
    for match in _HOLDER.finditer(text):
        found = _unit(plain, match.end()) if plain[match.start()] == GAP else None
        if found is not None and match.group() not in out:
            number = Number(match.start(), match.end(), Fraction(0), "cardinal", match.group(), is_soft=True)
            out[match.group()] = Quantity(match.start(), found[1], number, found[0], _table()[0][found[0]])
    return out


def holding(texts: Texts) -> int:
    """The texts that may have a placeholder which stands for a number."""
    return texts.having(_HOLDER)


_HOLDER = re.compile(
    r"%(?:[0-9]+\$)?[sdiu]|%[1-9][0-9]?(?![0-9$A-Za-z])|\{\{?[A-Za-z_0-9]{0,30}\}\}?|%\([A-Za-z_]{1,40}\)[sd]"
)
# The 19th century is 19世紀.
_TH = re.compile(r"(?:st|nd|rd|th)[ -]?(?=centur|mill|decade)")
_RANGE = re.compile(r" ?(?:[-~–—〜,、至到和或]|to|and|or|から) ?")


def _quantity(text: str, number: Number) -> Quantity | None:
    if number.kind in ("code", "version"):
        return None
    if number.kind == "year" and text[number.end : number.end + 1] in tuple("s'’"):
        return None
    quantity = _behind(text, number) or _before(text, number)
    if number.kind == "ordinal":
        suffix = _TH.match(text, number.end) if quantity is None else None
        quantity = _behind(text, replace(number, end=suffix.end())) if suffix else quantity
        # 第3周 is a week, 第3位 no bit.
        return quantity if quantity is not None and "duration" in quantity.dimensions else None
    if quantity is not None and not any("/" in name for name in quantity.dimensions):
        quantity = _per_behind_it(text, quantity)
    elif quantity is None and (before := _rate_before(text, number)) is not None:
        quantity = Quantity(
            number.start, number.end, number, f"/{before}", _over(frozenset((("1", Fraction(1)),)), before)
        )
    if quantity is None and number.kind == "percent":
        return Quantity(number.start, number.end, number, "%", _table()[0]["%"])
    return quantity


# A rate told in front of its amount: 每公斤体重5毫克, 1kg当たり5mg.
_RATE = re.compile(
    r"(?:[每毎]|(?<![A-Za-z])[Pp]er )(?P<zh>[A-Za-zμµ㎏]{1,3}|[一-龥]{1,3}?)(?:体重|體重)?(?:给予|給予|投与|约|約|各)? ?$"
    r"|(?:(?<![0-9.])1 ?|[^0-9A-Za-z.])(?P<ja>[A-Za-zμµ]{1,3}|[ァ-ヶー]{2,8}) ?(?:あたり|当たり|当り|につき)(?:に|、|約|各)? ?$"
)
_AMOUNTS = ("mass", "volume", "area")


def _rate_before(text: str, number: Number) -> str | None:
    """The unit in front of a number that it is the amount of: 每公斤100万个. Of time nothing is asked: 每天3次."""
    window = text[max(0, number.start - 24) : number.start]
    match = _RATE.search(window) if any(each in window for each in ("每", "毎", "er ", "た", "当", "につ")) else None
    name = (match["zh"] or match["ja"]) if match else ""
    return name if any(each in _AMOUNTS for each, _ in meanings(name)) else None


def _per_behind_it(text: str, quantity: Quantity) -> Quantity:
    """A quantity as the rate that stands in front of it, where one does."""
    below = _rate_before(text, quantity.number)
    if below is None:
        return quantity
    return replace(quantity, unit=f"{quantity.unit}/{below}", meanings=_over(quantity.meanings, below))


def _over(above: frozenset[Meaning], below: str) -> frozenset[Meaning]:
    """What an amount means for each of a unit."""
    return frozenset((f"{one}/{two}", size / under) for one, size in above for two, under in meanings(below))


def meanings(name: str) -> frozenset[Meaning]:
    """What a unit may mean; nothing where it is none."""
    return _table()[0].get(name, frozenset())


def uncounted(quantity: Quantity) -> frozenset[Meaning]:
    """What a rate means without the name of what is counted: 10^6 cells/kg are 10^6/kg."""
    return frozenset(
        ("1/" + name.partition("/")[2] if name.startswith("count-") else name, size)
        for name, size in quantity.meanings
        if "/" in name
    )


def is_certain(quantity: Quantity) -> bool:
    """Whether a unit is no counter, no date and no lone letter: `mg`, `%`, `mmHg`, `小时`."""
    if quantity.is_implied or quantity.number.kind in ("year", "month", "day", "time") or quantity.number.is_soft:
        return False
    if any(name.startswith("count-") or name == "score" for name in quantity.dimensions) or quantity.unit[-1] in "岁歲":
        return False
    return len(quantity.unit) > 1 or not (quantity.unit.isalpha() or quantity.unit in "$¥°")


def mentions(text: str, dimensions: frozenset[str]) -> int:
    """How often a text names a unit of one of the dimensions."""
    plain = fold(text)
    wanted = {part for each in dimensions for part in each.split("/") if part != "1"}
    return max((len(_names(each).findall(plain)) for each in wanted), default=0)


@lru_cache(maxsize=64)
def _names(dimension: str) -> re.Pattern[str]:
    names = [name for name, meanings in _table()[0].items() if any(dimension == each for each, _ in meanings)]
    latin = [name for name in names if name[0].isascii() and name[0].isalpha()]
    other = [name for name in names if name not in latin]
    patterns = [f"(?<![A-Za-z])(?:{alternation(latin)})(?![A-Za-z])"] if latin else []
    return re.compile("|".join([*patterns, *([alternation(other)] if other else [])]))


def _behind(text: str, number: Number) -> Quantity | None:
    names = _table()[0]
    found = _unit(text, number.end)
    if found is None:
        per = _PER_FIRST.match(text, number.end)
        below = _unit(text, per.end()) if per else None
        if below is None:
            return None
        meanings = frozenset((f"1/{dimension}", 1 / size) for dimension, size in names[below[0]])
        return Quantity(number.start, below[1], number, f"/{below[0]}", meanings)
    unit, end = found
    if unit == "time" and number.value != 1:
        # “two time series” are no two times.
        return None
    # 3割 was read as 30: it is told in percent.
    meanings = names["%" if unit in ("割", "成") and number.kind == "percent" else unit]
    scale = _SCALE.search(text, max(0, number.start - 4), number.start) if unit == "度" else None
    if scale:
        meanings = names["°F" if scale["f"] else "°C"]
    for _ in range(2):
        per = _PER.match(text, end)
        below = _unit(text, per.end(), is_divisor=True) if per else None
        if below is None:
            break
        meanings = _over(meanings, below[0])
        unit, end = f"{unit}/{below[0]}", below[1]
    return Quantity(number.start, end, number, unit, meanings)


def _unit(text: str, at: int, is_divisor: bool = False) -> tuple[str, int] | None:
    match = _table()[1].match(text, at)
    if match is None:
        return None
    name, end = match[1], match.end()
    if text[end : end + 1] and text[end] in _NOT_BEHIND.get(name, ""):
        return None
    if (
        not is_divisor
        and name.isascii()
        and len(name) == 1
        and name.isalpha()
        and text[end : end + 1] in tuple("-'’._")
        and _END.match(text, end) is None
    ):
        return None
    return name, end


# The full stop behind “5 g.” is no part of a word.
_END = re.compile(r"\.(?= |$)")


def _before(text: str, number: Number) -> Quantity | None:
    names, _, before = _table()
    match = before.search(text, max(0, number.start - 5), number.start)
    if match is None:
        return None
    return Quantity(match.start(), number.end, number, match[1], names[match[1]])
