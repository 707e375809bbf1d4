"""Character and pair statistics of zh-Hans, zh-Hant and ja, from data/statistics.txt."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent / "data"
SAMPLE = 2_000
"""Characters of a text that are looked at: more adds nothing to the answer."""
_TERM = 16
_STEP = 4.0
# Two sums in one: a weight for zh-Hans in the upper bits, one for zh-Hant in the lower ones.
_SHIFT = 24
_HALF = 1 << (_SHIFT - 1)
_LEANING = 0.5
_PLANE = 0x10000
_UTF_16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_FAR = re.compile("[\U00010000-\U0010ffff]")
_KNOWN = 32_768
"""So many pairs are remembered: a document holds few of all that there are."""


class _Data(NamedTuple):
    """The statistics as they are looked up.

    `pairs` holds a line for each first character of a pair, and `begins` says by its number where that begins, counted
    from 1. `weights` are those of characters alone, `singles` says by its number which one a character has.
    """

    pairs: str
    begins: array[int]
    weights: tuple[int, ...]
    singles: array[int]


@cache
def _data() -> _Data:
    text = (_DATA / "statistics.txt").read_text(encoding="utf-8")
    head, _, pairs = text.partition("\n\n")
    # Objects for all characters and lines would take ten times the room.
    begins, singles = array("I", bytes(4 * _PLANE)), array("H", bytes(2 * _PLANE))
    at = 0
    while at < len(pairs):
        begins[ord(pairs[at])] = at + 1
        at = pairs.find("\n", at) + 1 or len(pairs)
    weights = [0]
    for line in head.split("\n"):
        if line[0] != "#":
            said, _, chars = line.partition("\t")
            for char in chars:
                singles[ord(char)] = len(weights)
            weights.append(_weight(said))
    return _Data(pairs, begins, tuple(weights), singles)


@lru_cache(maxsize=4096)
def _weight(weights: str) -> int:
    hans, hant = weights.split()
    return (int(hans) << _SHIFT) + int(hant)


def _single(char: str) -> int:
    """What a character says alone."""
    data = _data()
    return data.weights[data.singles[ord(char)]] if char < "\U00010000" else 0


class _Pairs(dict[int, int]):
    """What a first character and its pair say together, by their UTF-16 units as one number; read once they are met."""

    def __missing__(self, units: int) -> int:
        low, high = chr(units & 0xFFFF), chr(units >> 16)
        first, second = (low, high) if sys.byteorder == "little" else (high, low)
        weight = _single(first) + _of_pair(first, second)
        if len(self) == _KNOWN:
            self.clear()
        self[units] = weight
        return weight


def _of_pair(first: str, second: str) -> int:
    """What a pair adds to its characters."""
    pairs, begins = _data()[:2]
    # Digits and signs stand between the characters, and are no second character.
    start = 0 if first > "\uffff" or second.isascii() else begins[ord(first)]
    if not start:
        return 0
    end = pairs.find("\n", start)
    at = pairs.find(second, start + 1, end if end > 0 else len(pairs))
    return _weight(pairs[pairs.rindex("\t", 0, at) : pairs.rindex(" ", 0, at)]) if at > 0 else 0


@cache
def _pairs() -> _Pairs:
    return _Pairs()


@cache
def _leaning() -> bytes:
    """By the number of a character, whether it speaks for Chinese by more than half a nat."""
    _, _, weights, singles = _data()
    leans = [max(_parted(weight)) > _LEANING for weight in weights]
    return bytes(map(leans.__getitem__, singles))


def leans_to_chinese(text: str) -> bool:
    """Whether a text has a character that speaks for Chinese by more than half a nat.

    >>> leans_to_chinese("没有"), leans_to_chinese("検査")
    (True, False)
    """
    known = _leaning()
    return any(known[ord(char)] for char in text if char < "\U00010000")


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
        total = sum(map(weight, even)) + sum(map(weight, odd)) + (_single(text[-1]) if text else 0)
    return _parted(total)


def _parted(total: int) -> tuple[float, float]:
    """The two sums in one."""
    hant = ((total + _HALF) & ((1 << _SHIFT) - 1)) - _HALF
    return ((total - hant) >> _SHIFT) / _STEP, hant / _STEP


def lean_of_each(texts: Sequence[str]) -> list[tuple[float, float]]:
    """What `lean` says of each text: the sums over all of them together take less time."""
    near = [text[:SAMPLE] for text in texts]
    units = "\n".join((*near, "")).encode(_UTF_16, "surrogatepass")
    far: dict[int, str] = {}
    if len(units) != 2 * sum(map(len, near), len(near)):
        # What has characters beyond the first 65,536 is summed by itself.
        far = {index: text for index, text in enumerate(near) if _FAR.search(text)}
        near = ["" if index in far else text for index, text in enumerate(near)]
        units = "\n".join((*near, "")).encode(_UTF_16, "surrogatepass")
    size = len(units)
    # What each character and its pair say, by turns. A line end after a character adds nothing to it.
    even = _weights(array("I", units[: size & ~3]))
    odd = _weights(array("I", units[2 : 2 + ((size - 2) & ~3)]))
    found = []
    start = 0
    for text in near:
        end = start + len(text)
        found.append(_parted(sum(even[(start + 1) // 2 : (end + 1) // 2]) + sum(odd[start // 2 : end // 2])))
        start = end + 1
    for index, text in far.items():
        found[index] = lean(text)
    return found


def _weights(units: Sequence[int]) -> Sequence[int]:
    """What each pair and its first character say: one call for all takes less time than one for each."""
    return itemgetter(*units)(_pairs()) if len(units) > 1 else list(map(_pairs().__getitem__, units))


def _far(text: str) -> int:
    """The sum for a text with characters beyond the first 65,536."""
    return sum(map(_single, text)) + sum(map(_of_pair, text, text[1:]))


# The same terms come again and again.
_term = lru_cache(maxsize=4096)(_summed)
