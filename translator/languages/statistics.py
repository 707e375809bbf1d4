"""Character and pair statistics of zh-Hans, zh-Hant and ja, from data/statistics.txt."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import repeat
from pathlib import Path

_DATA = Path(__file__).parent / "data"
SAMPLE = 2_000
"""Characters of a text that are looked at: more adds nothing to the answer."""
_TERM = 16
_STEP = 4.0
# Two sums in one: a weight for zh-Hans in the upper bits, one for zh-Hant in the lower ones.
_SHIFT = 24
_HALF = 1 << (_SHIFT - 1)
_UTF_16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_KNOWN = 32_768
"""So many pairs are remembered: a document holds few of all that there are."""


@cache
def _halves() -> tuple[list[str], dict[str, str]]:
    """The lines of characters, and by its first character the line of all pairs that begin with it."""
    text = (_DATA / "statistics.txt").read_text(encoding="utf-8")
    singles, _, pairs = text.partition("\n\n")
    lines = [line for line in singles.split("\n") if line[0] != "#"]
    return lines, {line[0]: line for line in pairs.split("\n") if line}


@lru_cache(maxsize=4096)
def _weight(weights: str) -> int:
    hans, hant = weights.split()
    return (int(hans) << _SHIFT) + int(hant)


@cache
def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in _halves()[0]:
        weights, _, chars = line.partition("\t")
        table.update(zip(chars, repeat(_weight(weights))))
    return table


class _Pairs(dict[int, int]):
    """What a first character and its pair say together, by their UTF-16 units as one number; read once they are met."""

    def __missing__(self, units: int) -> int:
        low, high = chr(units & 0xFFFF), chr(units >> 16)
        first, second = (low, high) if sys.byteorder == "little" else (high, low)
        weight = _table().get(first, 0) + _of_pair(first, second)
        if len(self) == _KNOWN:
            self.clear()
        self[units] = weight
        return weight


def _of_pair(first: str, second: str) -> int:
    """What a pair adds to its characters."""
    line = _halves()[1].get(first, "")
    at = line.find(second, 2)
    # Digits and signs stand between the characters, and are no second character.
    is_met = at > 0 and not second.isascii()
    return _weight(line[line.rindex("\t", 0, at) : line.rindex(" ", 0, at)]) if is_met else 0


@cache
def _pairs() -> _Pairs:
    return _Pairs()


@cache
def chinese_leaning() -> frozenset[str]:
    """The characters that speak for Chinese by more than half a nat."""
    found: set[str] = set()
    for line in _halves()[0]:
        weights, _, chars = line.partition("\t")
        if max(map(int, weights.split())) > 0.5 * _STEP:
            found.update(chars)
    return frozenset(found)


def lean(text: str) -> tuple[float, float]:
    """Log odds of zh-Hans and of zh-Hant over ja, by ideographs and pairs of ideographs, in nats.

    >>> hans, hant = lean("全身性紅斑狼瘡")
    >>> hant > 0 > hans
    True
    """
    return _term(text) if len(text) <= _TERM else _summed(text[:SAMPLE])


def _summed(text: str) -> tuple[float, float]:
    units = text.encode(_UTF_16, "surrogatepass")
    size = len(units)
    if size != 2 * len(text):
        total = _far(text)
    else:
        # Each pair of neighbours is one number of the bytes as they stand, by turns from the first and from the second.
        weight = _pairs().__getitem__
        even, odd = array("I", units[: size & ~3]), array("I", units[2 : 2 + ((size - 2) & ~3)])
        total = sum(map(weight, even)) + sum(map(weight, odd)) + _table().get(text[-1:], 0)
    return _parted(total)


def _parted(total: int) -> tuple[float, float]:
    """The two sums in one."""
    hant = ((total + _HALF) & ((1 << _SHIFT) - 1)) - _HALF
    return ((total - hant) >> _SHIFT) / _STEP, hant / _STEP


def lean_of_each(texts: Sequence[str]) -> list[tuple[float, float]]:
    """What `lean` says of each text: the sums over all of them together take less time."""
    texts = [text[:SAMPLE] for text in texts]
    units = "\n".join((*texts, "")).encode(_UTF_16, "surrogatepass")
    size = len(units)
    if size != 2 * sum(map(len, texts), len(texts)):
        return list(map(lean, texts))
    # What each character and its pair say, by turns. A line end after a character adds nothing to it.
    weight = _pairs().__getitem__
    even = list(map(weight, array("I", units[: size & ~3])))
    odd = list(map(weight, array("I", units[2 : 2 + ((size - 2) & ~3)])))
    found = []
    start = 0
    for text in texts:
        end = start + len(text)
        found.append(_parted(sum(even[(start + 1) // 2 : (end + 1) // 2]) + sum(odd[start // 2 : end // 2])))
        start = end + 1
    return found


def _far(text: str) -> int:
    """The sum for a text with characters beyond the first 65,536."""
    return sum(map(_table().get, text, repeat(0))) + sum(map(_of_pair, text, text[1:]))


# The same terms come again and again.
_term = lru_cache(maxsize=4096)(_summed)
