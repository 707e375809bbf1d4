"""Lines and columns of a text, counted when they are asked for."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property

from translator.errors import Location

_BLOCK = 1 << 14
_LINE_END = re.compile(rb"\r\n|\r|\n")


class Lines:
    """The lines of one text in UTF-8; LF, CRLF and CR end them.

    >>> str(Lines("一行\\r\\n二行".encode(), "a.po").location(11))
    'a.po:2:2'
    """

    def __init__(self, text: bytes, path: str) -> None:
        self.text = text
        self.path = path

    def location(self, offset: int) -> Location:
        """Line and column (code points) of an offset in bytes."""
        if self._starts is not None:
            line = bisect_right(self._starts, offset)
            return self._place(line, self._starts[line - 1], offset)
        block = offset // _BLOCK
        line = self._counts[block] + self.text.count(b"\n", block * _BLOCK, offset) + 1
        return self._place(line, self.text.rfind(b"\n", 0, offset) + 1, offset)

    def _place(self, line: int, start: int, offset: int) -> Location:
        return Location(self.path, line, len(self.text[start:offset].decode("utf-8", "replace")) + 1)

    @cached_property
    def _counts(self) -> array[int]:
        """How many lines end before each block: little memory, little to count from there."""
        counts = array("Q", [0])
        for start in range(0, len(self.text), _BLOCK):
            counts.append(counts[-1] + self.text.count(b"\n", start, start + _BLOCK))
        return counts

    @cached_property
    def _starts(self) -> array[int] | None:
        """Where every line begins, for texts with CR; None for the usual ones."""
        if b"\r" not in self.text:
            return None
        return array("Q", [0, *(match.end() for match in _LINE_END.finditer(self.text))])
