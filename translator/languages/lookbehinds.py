"""Look-behinds of any length, written for an engine that allows only fixed lengths."""

from __future__ import annotations

_COUNTS = "*+?{"
_LONGEST = 40
_MOST_LENGTHS = 400
_LARGEST = 20_000


class Unsupported(ValueError):
    """An expression, or a part of it, that Python's `re` cannot express."""


def fixed_lengths(parts: list[tuple[str, ...]]) -> list[str]:
    """Every way to write the parts of a look-behind with a fixed length.

    A repetition at its beginning needs its least count only: behind `a+` is behind `a`. Others
    without an upper bound are written out up to a length that no word reaches.
    """
    found = [""]
    at = 0
    while at < len(parts):
        options, count = parts[at], parts[at + 1][0] if at + 1 < len(parts) else ""
        at += 1
        low = high = 1
        if count[:1] in _COUNTS and count:
            at += 2 if at + 1 < len(parts) and parts[at + 1] in {("+",), ("?",)} else 1
            low, high = _bounds(count)
            if found == [""]:
                high = low
        repeated = [""] if not low else []
        step = [""]
        for number in range(1, high + 1):
            step = [one + other for one in step for other in options]
            repeated += step if number >= low else []
            size = sum(map(len, step)) * max(1, len(found))
            if len(repeated) * len(found) > _MOST_LENGTHS or len(step) > _MOST_LENGTHS or size > _LARGEST:
                raise Unsupported("a look-behind of too many lengths")
        found = [one + other for one in found for other in repeated]
    return found


def _bounds(count: str) -> tuple[int, int]:
    if count in _COUNTS:
        return {"*": (0, _LONGEST), "+": (1, _LONGEST), "?": (0, 1)}[count]
    low, comma, high = count[1:-1].partition(",")
    most = int(high) if high else _LONGEST if comma else int(low)
    if most > 4 * _LONGEST:
        raise Unsupported("a look-behind of too many lengths")
    return int(low), max(int(low), most)
