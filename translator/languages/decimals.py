"""Equal decimals that are written otherwise: 3.10 is not 3.1 where versions are meant, nor 0.0 a 00."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.languages.difference import Difference
from translator.languages.numerals import Number

_MONEY = re.compile(
    r"[$¥￥€£₩] ?#|# ?(?:[$€£元圆円块塊万億亿]|[美日欧歐港澳加]元|米?ドル|ユーロ|ポンド|yuan|dollar|yen|euro|pound|RMB|CNY|JPY|USD|EUR)"
)
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")


def altered(pairs: Sequence[tuple[Number, Number]], source: str, *, target: str) -> tuple[Difference, ...]:
    """Equal decimals written with other places: 3.10 is not 3.1 where versions are meant."""
    out = []
    pairs = [(one, two) for one, two in pairs if not (_is_money(source, one) and _is_money(target, two))]
    # From 0.0 to 1.0 is from 0.00 to 1.00: those are settings, no versions.
    is_scale = any(ours.value == 0 and "." in ours.surface and "." in theirs.surface for ours, theirs in pairs)
    for ours, theirs in pairs:
        if ours.value == 0 and any(
            "." in one.surface and _ZEROS.fullmatch(two.surface) for one, two in ((ours, theirs), (theirs, ours))
        ):
            message = f"number {ours.surface} → {theirs.surface}"
            out.append(Difference("altered", message, (ours.start, ours.end), (theirs.start, theirs.end)))
        if "." in ours.surface and "." in theirs.surface and ours.surface != theirs.surface:
            one, two = ours.surface.replace(",", ""), theirs.surface.replace(",", "")
            if is_scale and not (one.partition(".")[2] + two.partition(".")[2]).strip("0"):
                continue
            if _DECIMAL.fullmatch(one) and _DECIMAL.fullmatch(two) and one.lstrip("0") != two.lstrip("0"):
                message = f"number {ours.surface} → {theirs.surface}"
                out.append(Difference("altered", message, (ours.start, ours.end), (theirs.start, theirs.end)))
    return tuple(out)


# 0.0 without its point.
_ZEROS = re.compile("00+")


def _is_money(text: str, number: Number) -> bool:
    """Whether a number stands beside a currency, where 99.90 is 99.9."""
    return bool(_MONEY.search(text[max(0, number.start - 2) : number.start] + "#" + text[number.end : number.end + 8]))
