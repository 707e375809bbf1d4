"""By which words a row of a table is known: the text of its first cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from translator.columns import Blocks
from translator.document import Block
from translator.errors import shorten

_LONGEST = 40
_MOST = 2000
_WORD = re.compile(r"[^\W\d_]")
_HEAD = "column “"


def row_names(blocks: Sequence[Block]) -> Mapping[int, str]:
    """The name of its row, in quotes, by the number of each block that is a cell beside the first one under a head.

    A first cell without words names nothing, nor does one that several rows of the table begin with. In a file of
    data, with thousands of cells, rows have no names.
    """
    tables = _places(blocks, "table")
    count = len(tables) - tables.count(-1)
    if not 0 < count <= _MOST:
        return {}
    rows, columns = _places(blocks, "row"), _places(blocks, "column")
    first: dict[tuple[int, int], tuple[int, str]] = {}
    cells: list[tuple[int, tuple[int, int], int]] = []
    for index, table in enumerate(tables):
        if table < 0 or columns[index] < 0:
            continue
        place = table, rows[index]
        if place in first:
            cells.append((index, place, columns[index]))
        else:
            first[place] = columns[index], _text(blocks[index])
    often = Counter((table, text) for (table, _), (_, text) in first.items())
    return {
        index: f"“{shorten(first[place][1], _LONGEST)}”"
        for index, place, column in cells
        if column > first[place][0]
        and often[place[0], first[place][1]] == 1
        and _is_named(first[place][1], blocks[index])
    }


def _places(blocks: Sequence[Block], name: str) -> Sequence[int]:
    return blocks.places(name) if isinstance(blocks, Blocks) else [getattr(each, name) for each in blocks]


def _text(block: Block) -> str:
    """What the first cell of a row says; nothing where it is the head of its column."""
    text = " ".join("".join(each.content for each in block.pieces if isinstance(each.content, str)).split())
    return "" if block.note == f"{_HEAD}{text}”" else text


def _is_named(text: str, cell: Block) -> bool:
    """Whether a text names the row of a cell: it has words, and the cell stands under a head."""
    return _WORD.search(text) is not None and cell.kind == "cell" and cell.note.startswith(_HEAD)
