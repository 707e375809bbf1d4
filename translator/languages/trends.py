"""What a text says of two values, against the values themselves: “rose from 2505 to 858”, 由2505升至858."""

from __future__ import annotations

import re

from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_N = r"(?P<{0}>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?)(?![0-9,.]*[0-9])"
# A unit is the same behind both values, or stands behind the last alone.
_UNIT = r" ?(?P<{0}>[^\s0-9,.，。、；;()（）升增上提降下减減跌低高に→から至到为為]{{0,8}}?)"
_FROM, _TO = _N.format("start") + _UNIT.format("unit"), _N.format("end") + _UNIT.format("other")
_RISING_ZH, _FALLING_ZH = "升高|上升|增加|提高|上涨|上漲|增长|增長|升|增", "下降|降低|减少|減少|下跌|降|跌|减|減"
_RISING_EN, _FALLING_EN = (
    "rose|risen|rises|increased|increases|grew|climbed|went up|was raised|were raised",
    "fell|fallen|falls|decreased|decreases|dropped|declined|went down|was reduced|were reduced|was lowered|were lowered",
)
_SAID = Sought(
    rf"(?:由|从|從){_FROM}[，,]?(?:[一-龥]{{0,4}}?)(?:(?P<up>{_RISING_ZH})|(?P<down>{_FALLING_ZH}))(?:至|到|为|為|成){_TO}"
    rf"|{_FROM.replace('<', '<ja_')}から{_TO.replace('<', '<ja_')}(?:に|へ|まで|へと|にまで)(?:[^\W\d_]{{0,4}}?)"
    r"(?:(?P<ja_up>上昇|増加|増大|上が|増え)|(?P<ja_down>低下|減少|下降|下が|減り|減っ))"
    rf"|(?i:\b(?:(?P<en_up>{_RISING_EN})|(?P<en_down>{_FALLING_EN}))(?: [a-z]+ly)? from "
    rf"{_FROM.replace('<', '<en_').replace('{0,8}', '{0,12}')} ?to {_TO.replace('<', '<en_')})"
)
_TIME = re.compile(r"[个個]?[年月日天周週歳岁时時分秒]|か月|ヶ月|(?:week|month|day|year|hour|min)", re.IGNORECASE)
_YEARS = range(1800, 2200)
_CUE = re.compile(r"[由从從から]|from", re.IGNORECASE)


def telling(texts: Texts) -> int:
    """The texts that may say how one value became another."""
    return texts.having(_CUE) & texts.having(_SAID)


def contradicted(text: str) -> tuple[Difference, ...]:
    """Where a text says that a value rose or fell, and its two numbers say the reverse.

    >>> [each.message for each in contradicted("24小时尿蛋白由2505升至858")]
    ['858 is less than 2505: no rise']
    >>> contradicted("SLEDAI fell from 12.2 to 3.2"), contradicted("fell from 4 to 12 weeks")
    ((), ())
    """
    out = []
    for match in _SAID.finditer(prose(text)):
        kind = next(each for each in ("up", "down", "ja_up", "ja_down", "en_up", "en_down") if match[each])
        prefix, _, way = kind.rpartition("_")
        prefix = f"{prefix}_" if prefix else ""
        first, last = (match[f"{prefix}{each}"] for each in ("start", "end"))
        unit, other = (match[f"{prefix}{each}"].strip() for each in ("unit", "other"))
        one, two = (float(each.replace(",", "")) for each in (first, last))
        if unit and other and unit != other:
            continue
        behind = (unit, other, text[match.end() : match.end() + 5].strip())
        if one == two or (one < two) is (way == "up") or any(map(_TIME.match, behind)):
            continue
        if one in _YEARS and two in _YEARS and "%" not in unit + other:
            continue
        message = f"{last} is {'less' if two < one else 'more'} than {first}: no {'rise' if way == 'up' else 'fall'}"
        out.append(Difference("contradicted", message, None, match.span()))
    return tuple(out)
