"""Character and pair statistics of zh-Hans, zh-Hant and ja, from data/statistics.txt."""

from __future__ import annotations

from functools import cache
from itertools import repeat, takewhile
from operator import add
from pathlib import Path

_DATA = Path(__file__).parent / "data"
SAMPLE = 2_000
"""Characters of a text that are looked at: more adds nothing to the answer."""
_STEP = 4.0
# Two sums in one: a weight for zh-Hans in the upper bits, one for zh-Hant in the lower ones.
_SHIFT = 24
_HALF = 1 << (_SHIFT - 1)


def _lines() -> list[str]:
    return (_DATA / "statistics.txt").read_text(encoding="utf-8").split("\n")


@cache
def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    width = 1
    for line in _lines():
        if not line:
            width = 2
        elif line[0] != "#":
            head, _, grams = line.partition("\t")
            hans, _, hant = head.partition(" ")
            keys = grams if width == 1 else map(add, grams[::2], grams[1::2])
            table.update(zip(keys, repeat((int(hans) << _SHIFT) + int(hant))))
    return table


@cache
def chinese_leaning() -> frozenset[str]:
    """The characters that speak for Chinese by more than half a nat."""
    found: set[str] = set()
    # The characters stand before the pairs, which are many and need not be read for this.
    for line in takewhile(bool, _lines()):
        weights, _, chars = line.partition("\t")
        if line[0] != "#" and max(map(int, weights.split())) > 0.5 * _STEP:
            found.update(chars)
    return frozenset(found)


def lean(text: str) -> tuple[float, float]:
    """Log odds of zh-Hans and of zh-Hant over ja, by ideographs and pairs of ideographs, in nats.

    >>> hans, hant = lean("全身性紅斑狼瘡")
    >>> hant > 0 > hans
    True
    """
    text = text[:SAMPLE]
    get = _table().get
    total = sum(map(get, text, repeat(0))) + sum(map(get, map(add, text, text[1:]), repeat(0)))
    hant = ((total + _HALF) & ((1 << _SHIFT) - 1)) - _HALF
    return ((total - hant) >> _SHIFT) / _STEP, hant / _STEP
