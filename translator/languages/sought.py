"""Patterns that are looked for by the characters their matches begin with.

An engine that tries a pattern of many alternatives at every character takes its time; a set of characters is run
through at once. What a match can begin with is derived from the pattern itself, so that it cannot go stale; where that
is not told (a match may be empty, or begin with anything), the pattern is used as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from translator.languages.syntax import op, syntax

Range = tuple[int, int]
"""The first and the last code point of some that follow each other."""
_CATEGORIES = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"}
_CASES = {"i": "iIİı", "s": "sSſ", "k": "kK\u212a"}
"""Letters of which more than two forms are one where case is ignored."""
_MOST = 20_000
"""Of how many characters a set is still worth looking for."""


class Sought:
    """A pattern with the methods of a compiled one; what `finditer` finds is a list.

    >>> words = Sought("(?<![a-z])(?:one|two)|全部")
    >>> [match[0] for match in words.finditer("one of two, 全部, none")], words.firsts
    (['one', 'two', '全部'], 'ot全')
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        # Compiled when it is asked for: a run on few texts asks for few of all patterns.
        self.pattern, self.flags = pattern, flags

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _found(self) -> tuple[re.Pattern[str], str]:
        """The pattern that tells whether there is a match, and the set that it begins with."""
        begin = firsts(self.pattern, self.flags)
        if not begin:
            return self._whole, ""
        # Behind a character of the set, the whole pattern stands in a look ahead from before it. A set is run through
        # at once only where case counts.
        inner = f"(?i:{self.pattern})" if self.flags & re.IGNORECASE else self.pattern
        try:
            return re.compile(rf"[{begin}](?<=(?={inner})[\s\S])", self.flags & ~re.IGNORECASE), begin
        except re.error:
            # Groups inside a look behind cannot be referred to.
            return self._whole, ""

    @property
    def firsts(self) -> str:
        """The inside of the set of the characters that a match can begin with, or "" where that is not told."""
        return self._found[1]

    @cached_property
    def has(self) -> Callable[..., re.Match[str] | None]:
        """Whether there is a match: what `search` finds, but for its span."""
        return self._found[0].search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """The match at a place, as that of a compiled pattern."""
        return self._whole.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """The match of all of a text, as that of a compiled pattern."""
        return self._whole.fullmatch

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of a text, or None."""
        found = self.has(text)
        return self.match(text, found.start()) if found is not None else None

    def finditer(self, text: str) -> list[re.Match[str]]:
        """The matches of a text in order, none inside another."""
        out: list[re.Match[str]] = []
        end = 0
        for each in self._found[0].finditer(text):
            if each.start() >= end and (found := self.match(text, each.start())) is not None:
                out.append(found)
                end = found.end()
        return out

    def findall(self, text: str) -> list[Any]:
        """What `re.findall` gives."""
        return self._whole.findall(text) if self.has(text) is not None else []

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return self._whole.sub(instead, text) if self.has(text) is not None else text


def firsts(pattern: str, flags: int = 0) -> str:
    r"""The inside of a set `[…]` of the characters that a match can begin with, or "" where that is not told.

    >>> firsts("(?<!x)(?:[a-c]1|(?i:x)+|\\d)"), firsts("a?"), firsts("[^a]")
    ('Xa-cx\\d', '', '')
    """
    found = _sequence(*syntax(pattern, flags))
    if found is None:
        return ""
    ranges, categories = found
    if not (ranges or categories) or sum(last - first + 1 for first, last in ranges) > _MOST:
        return ""
    return "".join([_written(each) for each in sorted(set(ranges))] + [_CATEGORIES[each] for each in set(categories)])


Begin = tuple[list[Range], list[Any]]


def _written(each: Range) -> str:
    first, last = (re.escape(chr(code)) for code in each)
    return first if first == last else f"{first}-{last}"


def _sequence(parts: list[Any], flags: int) -> Begin | None:
    """What a sequence can begin with; None where it may be empty or begin with anything."""
    ranges: list[Range] = []
    categories: list[Any] = []
    for at, (kind, value) in enumerate(parts):
        if kind in (op.AT, op.ASSERT_NOT) or (kind is op.ASSERT and value[0] < 0):
            continue
        if kind is op.ASSERT:
            ahead, rest = _sequence(list(value[1]), flags), _sequence(parts[at + 1 :], flags)
            found = _narrower(ahead, rest)
            return None if found is None else (ranges + found[0], categories + found[1])
        begin, is_optional = _part(kind, value, flags)
        if begin is None:
            return None
        ranges += begin[0]
        categories += begin[1]
        if not is_optional:
            return ranges, categories
    return None


def _narrower(one: Begin | None, two: Begin | None) -> Begin | None:
    """Of two sets that both hold the first character the smaller one."""
    told = [each for each in (one, two) if each is not None]
    return min(told, key=lambda each: (len(each[1]), sum(b - a for a, b in each[0])), default=None)


def _part(kind: Any, value: Any, flags: int) -> tuple[Begin | None, bool]:
    """What one part can begin with, and whether it may be left out."""
    if kind is op.LITERAL:
        return (_cased((value, value), flags), []), False
    if kind is op.IN:
        return _set(value, flags), False
    if kind is op.SUBPATTERN:
        _, more, less, inner = value
        return _inner([list(inner)], (flags | more) & ~less)
    if kind is op.ATOMIC_GROUP:
        return _inner([list(value)], flags)
    if kind is op.BRANCH:
        return _inner([list(each) for each in value[1]], flags)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        begin, is_optional = _inner([list(value[2])], flags)
        return begin, is_optional or value[0] == 0
    return None, False


def _inner(branches: list[list[Any]], flags: int) -> tuple[Begin | None, bool]:
    """What one of some sequences can begin with; that a sequence may be empty makes all of it unknown."""
    ranges: list[Range] = []
    categories: list[Any] = []
    for each in branches:
        begin = _sequence(each, flags)
        if begin is None:
            return None, False
        ranges += begin[0]
        categories += begin[1]
    return (ranges, categories), False


def _set(items: list[Any], flags: int) -> Begin | None:
    ranges: list[Range] = []
    categories: list[Any] = []
    for kind, value in items:
        if kind is op.LITERAL:
            ranges += _cased((value, value), flags)
        elif kind is op.RANGE:
            ranges += _cased(value, flags)
        elif kind is op.CATEGORY and value in _CATEGORIES:
            categories.append(value)
        else:
            return None
    return ranges, categories


def _cased(each: Range, flags: int) -> list[Range]:
    """A range, with the other cases of its letters where case is ignored."""
    if not flags & re.IGNORECASE:
        return [each]
    out = [each]
    for code in range(each[0], min(each[1], each[0] + _MOST) + 1):
        char = chr(code)
        forms = {char, *char.lower(), *char.upper(), *_CASES.get(char.lower(), "")}
        if forms != {char}:
            out += [(ord(form), ord(form)) for form in forms]
    return out
