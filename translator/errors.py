"""Where something is, and the one exception for what the tool cannot do."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass


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


class Lines:
    """The lines of a text, found once, for many questions of what `locate` answers.

    >>> str(Lines("一行\\r\\n二行").locate(5, "a.txt"))
    'a.txt:2:2'
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]

    def locate(self, offset: int, path: str) -> Location:
        """Line and column of a character offset (from 0)."""
        line = bisect_right(self._starts, offset)
        return Location(path, line, offset - self._starts[line - 1] + 1)


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
