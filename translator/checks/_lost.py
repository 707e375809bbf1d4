"""Which tokens of a kind a target lacks or has too many of: found once for a pair.

Knows nothing of numbers and units: what decides about an export needs none of their tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translator.checks._subject import Pair
from translator.checks._tokens import STRANGE, THOUSANDS, Difference, Token, difference, is_strange


def differing(pair: Pair, read: Callable[[str], Iterator[Token]]) -> Difference:
    """The tokens of a kind that are missing and surplus in the target."""
    name = read.__name__
    found: Difference | None = pair.memory.get(name)
    if found is None:
        found = difference(read, pair.source, pair.target_digits)
        if found[0] and THOUSANDS.search(pair.target_digits) and not any(ungrouped(pair, read)):
            found = ([], [])
        pair.memory[name] = found
    return found


def ungrouped(pair: Pair, read: Callable[[str], Iterator[Token]]) -> Difference:
    """The same, with the thousands separators of both texts taken out, and zeros that lead a number."""
    return difference(read, _plain_numbers(pair.source), _plain_numbers(pair.target_digits))


_LEADING = re.compile(r"(?<![0-9A-Za-z_.])0+(?=[0-9])")


def _plain_numbers(text: str) -> str:
    return _LEADING.sub("", THOUSANDS.sub("", text))


def strange(pair: Pair) -> bool:
    """Whether the target has look-alikes of the marks that tokens are made of."""
    found: bool | None = pair.memory.get("strange")
    if found is None:
        may_be = not pair.target.isascii() and not STRANGE.isdisjoint(pair.target_chars)
        found = pair.memory["strange"] = may_be and is_strange(pair.target)
    return found
