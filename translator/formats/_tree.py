"""Follows the keys and items of structured data: where a value stands, in words and coordinates."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from translator.columns import NOWHERE
from translator.columns import Place as Cell
from translator.document import Kept
from translator.formats._paths import Paths, declared, place, step
from translator.keeping import KeptSpans

_KNOWN = 512
_LETTER = re.compile(r"[^\W\d_]")

_declared = lru_cache(maxsize=1024)(declared)


@dataclass(slots=True)
class _Level:
    """An open list or mapping: where it starts, the key being read, and its own place."""

    start: int
    is_mapping: bool
    name: str = ""
    path: str = ""
    key: str | None = None
    index: int = -1
    table: int = -1
    row: int = -1
    columns: dict[str, int] | None = None


class Place(NamedTuple):
    """Where a value stands: note, declared language, and the coordinates of its cell, if any."""

    note: str
    lang: str = ""
    cell: Cell = NOWHERE


class Tree:
    """The levels open at a place; mappings in a list are the rows of a table."""

    def __init__(self, paths: Paths, *, is_list: bool = False) -> None:
        self._paths = paths
        self._is_list = is_list
        self._tables = 0
        self._places: dict[tuple[str | None, str], Place] = {}
        self.top = _Level(0, False, table=0 if is_list else -1)
        self.depth = 0
        self._below: list[_Level] = []

    def open(self, start: int, *, is_mapping: bool) -> None:
        """A list or mapping begins, as the next value of what is open."""
        top = self.top
        top.index += 1
        level = _Level(start, is_mapping, top.key if top.key is not None else top.name)
        if not self._paths.is_everything:
            level.path = self._path()
        if is_mapping and not top.is_mapping and top.table >= 0:
            if top.columns is None:
                top.columns = {}
            level.table, level.row, level.columns = top.table, top.index, top.columns
        elif not is_mapping:
            self._tables += 1
            level.table = self._tables
        self._below.append(top)
        self.top = level
        self.depth += 1

    def close(self) -> None:
        """Leaves the innermost mapping or list; one must be open."""
        self.top = self._below.pop()
        self.depth -= 1

    def is_chosen(self) -> bool:
        """Whether the value at this place is to be translated."""
        return self._paths.is_everything or self._paths.choose(self._path())

    def _path(self) -> str:
        top = self.top
        if top.is_mapping:
            return top.path + step(top.key or "")
        return f"{top.path}/{top.index}" if self.depth or self._is_list else ""

    def place(self) -> Place:
        """Where the value at hand stands."""
        top = self.top
        if not self.depth:
            return Place("")
        known = self._places.get((top.key, top.name))
        if known is None:
            lang = _declared(top.key) if top.key and len(top.key) < 12 else ""
            if len(self._places) > _KNOWN:
                # Keys that never come back (numbered ones) would fill more room than the values.
                self._places.clear()
            known = self._places[top.key, top.name] = Place(place(top.key, top.name), lang)
        if top.columns is None or not top.is_mapping:
            return known
        column = top.columns.setdefault(top.key or "", len(top.columns))
        return Place(known.note, known.lang, (0, top.table, top.row, column))


class Keeper:
    """Collects kept spans; those between two blocks become one, since there are many."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = KeptSpans()
        self._start = self._end = -1
        self._reason = ""

    def keep(self, start: int, end: int, reason: str) -> None:
        """Declares a span, if it holds a letter."""
        if _LETTER.search(self._text, start, end):
            if self._start < 0:
                self._start, self._reason = start, reason
            elif reason not in self._reason:
                self._reason = sys.intern(f"{self._reason}, {reason}")
            self._end = end

    def block(self) -> None:
        """A block stands here: what comes next is a span of its own."""
        if self._start >= 0:
            self._found.add(self._start, self._end, self._reason)
            self._start = -1

    def spans(self) -> Sequence[Kept]:
        """Everything declared, in order."""
        self.block()
        return self._found
