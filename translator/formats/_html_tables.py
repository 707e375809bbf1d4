"""Where a cell stands in a table, and which column heading it stands under."""

from __future__ import annotations

from translator.errors import shorten

_MOST_COLUMNS = 100
_LONGEST = 40


class Table:
    """Follows the rows and cells of one table element; rows and columns count from 0."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = -1
        self.column = -1
        self._next = 0
        self._taken: dict[int, int] = {}
        self._heads: dict[int, str] = {}
        self._waiting: dict[int, list[str]] = {}
        self._width = 1
        self.is_head_row = False
        self._in_head = False
        self._has_body_cell = False

    def start_group(self, name: str) -> None:
        """Begins a row group (`thead`, `tbody`, `tfoot`); the row before it ends."""
        self.close()
        self._in_head = name == "thead"

    def start_row(self) -> None:
        """Begins a row; the row before it ends."""
        self.close()
        self.row += 1
        self._next = 0
        self.is_head_row = self._in_head or self.row == 0
        self._has_body_cell = False

    def start_cell(self, name: str, width: int, height: int) -> None:
        """Places a cell; `width` and `height` are the columns and rows that it spans."""
        if self.row < 0:
            self.start_row()
        while self._taken.get(self._next, 0) > self.row:
            self._next += 1
        self.column = self._next
        self._width = max(1, min(width, _MOST_COLUMNS))
        self._next += self._width
        if height > 1 and self._next <= _MOST_COLUMNS:
            for column in range(self.column, self._next):
                self._taken[column] = self.row + height
        self._has_body_cell |= name == "td"

    def end_cell(self) -> None:
        """Leaves the present cell; text is in no column until the next one starts."""
        self.column = -1

    def add(self, text: str) -> None:
        """Takes the text of the present cell, which may turn out to be a column heading."""
        if self.is_head_row and 0 <= self.column < _MOST_COLUMNS:
            for column in range(self.column, min(self.column + self._width, _MOST_COLUMNS)):
                self._waiting.setdefault(column, []).append(text)

    def close(self) -> None:
        """Ends the row: cells of a `thead`, or a first row of `th` alone, are headings from now on."""
        if self.is_head_row and (self._in_head or not self._has_body_cell):
            for column, texts in self._waiting.items():
                head = shorten(" ".join(texts), _LONGEST)
                self._heads[column] = f"column “{head}”" if head else ""
        self._waiting = {}
        self.is_head_row = False

    @property
    def note(self) -> str:
        """`column “結果”` for the present cell, or nothing."""
        return "" if self.is_head_row else self._heads.get(self.column, "")
