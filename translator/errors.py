"""Where something is, and the one exception for what the tool cannot do."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from translator.frozen import swift

_LINE_END = re.compile(r"\r\n|\r|\n")
# What moves a cursor, changes colours, turns the order of a line around, or cannot be encoded.
_UNSEEN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


@swift
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
        return visible(f"{self.location}: {self.message}" if self.location else self.message)


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


def visible(text: str) -> str:
    """The text with control characters shown, so that a terminal obeys none that a document brings.

    C0 controls become their Unicode pictures; C1 controls, direction marks, line separators and lone
    surrogates their code point. A tab stays.

    >>> visible("\\x1b[31m治疗\\x9b \\u202e")
    '␛[31m治疗<U+009B> <U+202E>'
    """
    return text if text.isprintable() else _UNSEEN.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line and visible, its middle left out where it is longer than the limit (code points).

    >>> shorten("一二三四五六七八九十", 7)
    '一二三…八九十'
    """
    if len(text) <= limit and " " not in text and text.isprintable():
        return text
    flat = visible(" ".join(text.split()))
    if len(flat) <= limit:
        return flat
    head = (limit - 1 + 1) // 2
    return f"{flat[:head]}…{flat[len(flat) - (limit - 1 - head) :]}"


def meant(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The names that may be meant by an unknown word, at most three, best first; none where none is near.

    >>> meant("unit-missmatch", ("unit-mismatch", "fuzzy")), meant("negation", ("negation-mismatch", "fuzzy"))
    (('unit-mismatch',), ('negation-mismatch',))
    """
    names = {name.casefold(): name for name in known}
    folded = word.casefold().replace("_", "-")
    parts = [name for name in names if len(folded) > 2 and (folded in name or folded.rstrip("s") in name.split("-"))]
    import difflib  # an error is not what a run begins with

    near = difflib.get_close_matches(folded, names, 3, 0.75)
    if near:
        best = difflib.SequenceMatcher(None, near[0], folded).ratio()
        near = [each for each in near if difflib.SequenceMatcher(None, each, folded).ratio() > best - 0.05]
    return tuple(names[each] for each in near or parts[:3])
