"""A text with its place in a document, and all texts of one as columns."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from translator.frozen import swift


@swift
@dataclass(frozen=True, slots=True)
class Unit:
    """A text with its place in a document, for judging it among its neighbours.

    `declared` is a BCP 47 tag from markup or settings, or "". `block` is the index of its block;
    `section` counts headings; `table`, `row` and `column` are cell coordinates from 0, or -1.
    `kind` is the block's kind (`heading`, `cell` …).
    """

    text: str
    declared: str = ""
    block: int = -1
    section: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    kind: str = "paragraph"


NOWHERE = -1
"""The key of a unit that has no such place."""
_WIDTH = 40
"""Bits for a row or a column beside its table in one number."""


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a document as columns: texts (gone through twice), declared tags, and keys of their places.

    `declared` is empty where nothing is, and has "" for what declares nothing for itself. `places` holds a column for each of `block`, `row`, `column`
    and `section` that the document has: units with equal keys share that place, but for NOWHERE.
    `page` is what the document declares as a whole, for all of these: it counts as one neighbour more.
    """

    texts: Collection[str]
    declared: Sequence[str]
    places: Mapping[str, Sequence[int]]
    page: str = ""

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Units:
        """Units that were made one by one."""
        listed = list(units)
        declared = [each.declared for each in listed]
        keys: dict[str, Callable[[Unit], int]] = {
            "block": lambda each: max(each.block, NOWHERE),
            "row": lambda each: cell(each.table, each.row),
            "column": lambda each: cell(each.table, each.column),
            "section": lambda each: each.section + 1,
        }
        places = {name: array("q", map(key, listed)) for name, key in keys.items()}
        return cls([each.text for each in listed], declared if any(declared) else (), places)


def cell(table: int, number: int) -> int:
    """The key of a row or a column of a table."""
    return ((table + 1) << _WIDTH) + number if number >= 0 else NOWHERE
