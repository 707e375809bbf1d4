"""Finds lines in plain text that look like an unmarked table, and proposes a `[[rows]]` rule for them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import overload

from translator.formats import Row

_CODE = re.compile(r"[!-~×≥≤≧≦～–→·µμ℃%]*\d[!-~×≥≤≧≦～–→·µμ℃%]*")
_NUMBER = re.compile(r"\d+")
# A number with its unit: 17.2M, 3-28 M, 平均6か月; and one that follows a sentence.
_AMOUNT = r"\S*\d\S*(?: [A-Za-z]{1,3})?"
_WORD = r"\S+"
_LUMP = re.compile(rf"[。．！？] {_AMOUNT}$")
_LINE_END = re.compile(r"\r\n|\n|\r")
_WIDEST = 20
# What a head has at least: three words, the first ones short.
_THREE = re.compile(rf"\S{{1,{_WIDEST}}}+\s++\S{{1,{_WIDEST}}}+\s++\S")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule that fits every line of a table: lines from 1 (head first), columns in order."""

    first_line: int
    last_line: int
    rule: Row

    def as_toml(self, path: str) -> str:
        """The rule as it would stand in the settings."""
        columns = ", ".join(f'"{each}"' for each in self.rule.columns)
        return f"[[rows]]\npath = \"{path}\"\npattern = '{self.rule.pattern}'\ncolumns = [{columns}]"


class _Lines(Sequence[str]):
    """The lines of a text without the white space around them, each cut out when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text, self._starts, self._ends = text, array("Q", (0,)), array("Q")
        for each in _LINE_END.finditer(text):
            self._ends.append(each.start())
            self._starts.append(each.end())
        self._ends.append(len(text))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[each] for each in range(len(self))[index]]
        return self._text[self._starts[index] : self._ends[index]].strip()


def propose(text: str, known: Sequence[Row] = ()) -> Iterator[Proposal]:
    """Proposals for the tables of a text that no known rule cuts, in order.

    A head is a line of three or more short words; the two or more lines under it each have at
    least as many words. Where tabs or wider gaps part the cells of all lines alike, words do not count.
    A pattern is only proposed where it fits all of them.
    """
    patterns = [re.compile(each.pattern) for each in known]
    lines = _Lines(text)
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.isascii() or not _THREE.match(line):
            number += 1
            continue
        clear = _parted(lines, number, patterns)
        if clear is not None:
            yield clear
            number = clear.last_line
            continue
        head = tuple(line.split())
        end = number + 1
        while _is_head(head) and end < len(lines) and len(lines[end].split()) >= len(head):
            end += 1
        rows = lines[number + 1 : end]
        is_cut = any(pattern.fullmatch(row) for pattern in patterns for row in rows)
        rule = _rule(head, rows) if len(rows) >= 2 and not is_cut else None
        if rule is not None:
            yield Proposal(number + 1, end, rule)
        number = end


def _parted(lines: _Lines, number: int, known: Sequence[re.Pattern[str]]) -> Proposal | None:
    """A table whose columns stand apart by tabs, or by two blanks and more; single blanks are inside its cells."""
    if not _GAP.search(lines[number]):
        return None
    head = tuple(_GAP.split(lines[number]))
    if not _is_head(head):
        return None
    end = number + 1
    while end < len(lines) and len(_GAP.split(lines[end])) == len(head):
        end += 1
    rows = lines[number:end]
    gaps = {"\t" in gap for row in rows for gap in _GAP.findall(row)}
    apart = r"\s{2,}" if gaps == {False} else r"\s*\t\s*" if gaps == {True} else _GAP.pattern.join(("(?:", ")"))
    pattern = apart.join([_CELL] * len(head))
    if (
        len(rows) < 3
        or not _keeps_blanks(pattern, rows)
        or any(each.fullmatch(row) for each in known for row in rows[1:])
    ):
        return None
    return Proposal(number + 1, end, Row(pattern, head))


_GAP = re.compile(r"\s*\t\s*|\s{2,}")
_CELL = r"(\S+(?: \S+)*)"


def _is_head(words: tuple[str, ...]) -> bool:
    # A head names things: numbers, sentences and quotes stand in rows.
    return (
        len(words) >= 3
        and all(len(each) <= _WIDEST and not re.search(r"[。！？，、,.;；:：]", each) for each in words)
        and not any(_CODE.fullmatch(each) for each in words)
        and any(ord(char) > 0x2E7F for each in words for char in each)
    )


def _rule(head: tuple[str, ...], rows: list[str]) -> Row | None:
    words = [row.split() for row in rows]
    left = _anchors(words)
    right = _anchors([list(reversed(each)) for each in words])[::-1]
    shortest = min(map(len, words))
    if len(left) + len(right) >= shortest:
        return _even(head, rows, words)
    rest = [each[len(left) : len(each) - len(right)] for each in words]
    inner = _inner(rest)
    fits: list[tuple[int, bool, str]] = []
    for joined in range(len(right) if len(right) > 1 else 1):
        tail = [*right[: len(right) - 1 - joined], " ".join(right[len(right) - 1 - joined :])] if right else []
        free = len(head) - len(left) - len(tail)
        for middle in _middles(inner, free):
            pattern = " ".join(f"({each})" for each in (*left, *middle, *tail))
            if _keeps_blanks(pattern, [" ".join(each) for each in words]) and _keeps_blanks(pattern, rows):
                fits.append((_lumps(pattern, rows), middle[-1:] == [_WORD], pattern))
    return Row(min(fits, key=lambda each: each[:2])[2], head) if fits else None


def _keeps_blanks(pattern: str, rows: list[str]) -> bool:
    return all(re.fullmatch(pattern, row) for row in rows)


def _lumps(pattern: str, rows: list[str]) -> int:
    """The number of cells in which an amount stands after a whole sentence: it is most likely a cell of its own."""
    cells = [cell for row in rows if (match := re.fullmatch(pattern, row)) for cell in match.groups()]
    return sum(bool(_LUMP.search(cell)) for cell in cells)


def _even(head: tuple[str, ...], rows: list[str], words: list[list[str]]) -> Row | None:
    """A table whose cells hold no blanks."""
    if any(len(each) != len(head) for each in words):
        return None
    pattern = r"\s+".join([r"(\S+)"] * len(head))
    return Row(pattern, head) if _keeps_blanks(pattern, rows) else None


def _anchors(words: list[list[str]]) -> list[str]:
    """Patterns of the words that all rows begin with, as far as they are of one shape."""
    out: list[str] = []
    for column in zip(*words, strict=False):
        shape = _shape(column)
        if not shape:
            break
        out.append(shape)
    return out


def _shape(column: Sequence[str]) -> str:
    if len(set(column)) == 1:
        return re.escape(column[0]) if not _CODE.fullmatch(column[0]) else r"\S+"
    if all(_NUMBER.fullmatch(each) for each in column):
        return r"\d+"
    if all(_CODE.fullmatch(each) for each in column):
        return r"\S+"
    return ""


def _inner(rest: list[list[str]]) -> list[str]:
    """Anchors inside the free part: a word that stands once in every row, and what follows it in one shape."""
    for word in rest[0]:
        if len(word) > 1 and all(each.count(word) == 1 for each in rest):
            after = _anchors([each[each.index(word) + 1 :] for each in rest])
            room = min(len(each) - each.index(word) - 1 for each in rest)
            return [re.escape(word), *after[: max(room - 1, 0)]]
    return []


def _middles(inner: list[str], columns: int) -> Iterator[list[str]]:
    """Ways to fill a number of columns with free text around the inner anchors."""
    free = columns - len(inner)
    if free < 1:
        return
    if not inner:
        yield from _frees(free)
        return
    for before in range(1, free):
        for first, second in product(_frees(before), _frees(free - before)):
            yield [*first, *inner, *second]


def _frees(count: int) -> list[list[str]]:
    if count == 1:
        return [[".+?"]]
    sentences = [r".+?[。．]"] * (count - 1)
    out = [[*sentences, r"\S.*?"], [".+?"] + [_WORD] * (count - 1)]
    return [*out, [*sentences[1:], r"\S.*?", _AMOUNT]] if count > 2 else out
