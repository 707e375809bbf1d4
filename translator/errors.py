"""Where something is, and the one exception for what the tool cannot do."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: line and column from 1, columns in code points.

    A zero means that the line or the column is not known or has no meaning.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column or 1}"


class TranslatorError(Exception):
    """The tool cannot do what was asked: message without a place, place beside it."""

    def __init__(self, message: str, location: Location | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.location = location

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" if self.location else self.message


def locate(text: str, offset: int, path: str) -> Location:
    """Line and column of a character offset (from 0) in a text; LF, CRLF and CR end lines.

    >>> str(locate("一行\\r\\n二行", 5, "a.txt"))
    'a.txt:2:2'
    """
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


class Places:
    """Locations in one text, asked for in any order: the line starts are looked up once.

    >>> str(Places("一行\\r\\n二行", "a.txt").at(5))
    'a.txt:2:2'
    """

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path
        self._starts: array[int] | None = None

    def at(self, offset: int) -> Location:
        """Line and column of a character offset (from 0), as `locate` gives them."""
        if self._starts is None:
            self._starts = array("q", (match.end() for match in _LINE_END.finditer(self._text)))
        line = bisect_right(self._starts, offset)
        if self._text[offset - 1 : offset + 1] == "\r\n" and offset:
            return Location(self._path, line + 2, 1)
        return Location(self._path, line + 1, offset - (self._starts[line - 1] if line else 0) + 1)


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, its middle left out where it is longer than the limit (code points).

    >>> shorten("一二三四五六七八九十", 7)
    '一二三…八九十'
    """
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = (limit - 1 + 1) // 2
    return f"{flat[:head]}…{flat[len(flat) - (limit - 1 - head) :]}"
