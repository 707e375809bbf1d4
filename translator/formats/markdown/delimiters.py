"""Runs of `*`, `_` and `~`: which may open or close emphasis, and which do (CommonMark 0.31 §6.2, GFM §6.5)."""

from __future__ import annotations

from typing import NamedTuple

from translator.formats._characters import char_class


def flanking(before: str, after: str, mark: str) -> tuple[bool, bool]:
    """Whether a run of a mark between two characters can open, and can close.

    >>> flanking("。", "続", "*"), flanking("験", "続", "*")
    ((True, False), (True, True))
    """
    left, right = char_class(before), char_class(after)
    opens = right != "space" and (right == "word" or left != "word")
    closes = left != "space" and (left == "word" or right != "word")
    if mark == "_":
        return opens and (not closes or left == "mark"), closes and (not opens or right == "mark")
    return opens, closes


class Pair(NamedTuple):
    """One pair: spans of the opening and the closing mark, and its kind (`b`, `i`, `s`)."""

    open_start: int
    open_end: int
    close_start: int
    close_end: int
    kind: str


class Run:
    """A delimiter run: what is left of it shrinks from the inside as pairs are found."""

    __slots__ = ("can_close", "can_open", "end", "mark", "size", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.mark = text[start]
        self.size = end - start
        self.can_open, self.can_close = flanking(text[start - 1] if start else "", text[end : end + 1], self.mark)


def pairs(runs: list[Run], bottom: int) -> list[Pair]:
    """Pairs up the runs from an index on and takes all of them off the list.

    The runs below the index are left for the text around.
    """
    found: list[Pair] = []
    floors: dict[tuple[str, bool, int], int] = {}
    at = bottom
    while at < len(runs):
        closer = runs[at]
        if not closer.can_close or closer.start == closer.end:
            at += 1
            continue
        key = (closer.mark, closer.can_open, closer.size % 3 if closer.mark != "~" else closer.size)
        floor = max(floors.get(key, bottom), bottom)
        before = at - 1
        while before >= floor and not _match(runs[before], closer):
            before -= 1
        if before < floor:
            floors[key] = at
            at += 1
            continue
        found.append(_pair(runs[before], closer))
        inner = before + (runs[before].start < runs[before].end)
        del runs[inner:at]
        at = inner
        for known, floor in floors.items():
            floors[known] = min(floor, at)
        if closer.start == closer.end:
            del runs[at]
    del runs[bottom:]
    return found


def _match(opener: Run, closer: Run) -> bool:
    if opener.mark != closer.mark or not opener.can_open or opener.start == opener.end:
        return False
    if closer.mark == "~":
        return opener.size == closer.size
    is_odd = (opener.can_close or closer.can_open) and (opener.size + closer.size) % 3 == 0
    return not is_odd or (opener.size % 3 == 0 and closer.size % 3 == 0)


def _pair(opener: Run, closer: Run) -> Pair:
    if closer.mark == "~":
        size, kind = closer.end - closer.start, "s"
    else:
        is_strong = opener.end - opener.start >= 2 and closer.end - closer.start >= 2
        size, kind = (2, "b") if is_strong else (1, "i")
    pair = Pair(opener.end - size, opener.end, closer.start, closer.start + size, kind)
    opener.end -= size
    closer.start += size
    return pair
