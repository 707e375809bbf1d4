"""Texts that are searched together: a pattern runs once over all of them, joined, and tells which of them have it.

Most texts hold none of the words that a rule is about. To ask each text for each pattern costs a call each; here the
engine runs through thousands of characters in one, and only a text that has a match costs anything.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise, repeat
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeVar

from translator.languages.candidates import OTHER_CASE, Hints, characters, couples, latin_words
from translator.languages.sought import Sought
from translator.languages.verbatim import prose, prose_differs

T = TypeVar("T")
SEPARATOR = "\0"
"""What stands between two texts: no letter, no digit, no space, and in no text that any format reads."""
_FEW = 4
"""So few texts are asked one by one."""


class Texts:
    """Some texts in order, and which of them have what.

    A set of texts is a number whose bits are the texts, the first of them the lowest: sets are joined by `|` and met by `&`.

    >>> texts = Texts(["一 of 2", "two", "全部", "none of it"])
    >>> bin(texts.having(Sought("(?<![a-z])(?:of|two)")))
    '0b1011'
    >>> [texts[at] for at in members(texts.having(re.compile("[^a-z]$")))]
    ['一 of 2', '全部']
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._having: dict[object, int] = {}
        self._told: dict[object, Sequence[Any]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, at: int) -> str:
        return self._texts[at]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    @cached_property
    def all(self) -> int:
        """All of the texts."""
        return (1 << len(self._texts)) - 1

    def having(self, pattern: re.Pattern[str] | Sought) -> int:
        """The texts in which a pattern has a match; at times more, where one may run over the end of a text."""
        found = self._having.get(pattern)
        if found is None:
            found = self._having[pattern] = self._having_(pattern)
        return found

    def _having_(self, pattern: re.Pattern[str] | Sought) -> int:
        if not self._texts:
            return 0
        search = _joint(pattern.pattern, pattern.flags) if self._can_join else None
        if search is None:
            has = pattern.has if isinstance(pattern, Sought) else pattern.search
            return self.where([has(each) is not None for each in self._texts])
        text, begins = self._joined
        found = 0
        match = search(text, 0)
        while match is not None:
            at = bisect_right(begins, match.start())
            found |= 1 << (at - 1)
            match = search(text, begins[at])
        return found

    def holding(self, *words: str) -> int:
        """The texts that hold one of some strings."""
        found = self._having.get(words)
        if found is None:
            found = self._having[words] = self._holding(words)
        return found

    def _holding(self, words: Iterable[str]) -> int:
        text, begins = self._joined
        found = 0
        for word in words:
            start = text.find(word)
            while start >= 0:
                at = bisect_right(begins, start)
                found |= 1 << (at - 1)
                start = text.find(word, begins[at])
        return found

    def where(self, answers: Iterable[object]) -> int:
        """The texts of which the answers, one for each, are true."""
        return int("".join(["1" if each else "0" for each in answers])[::-1] or "0", 2)

    def left(self, some: int, is_one: Callable[[str], object]) -> int:
        """Those of some texts of which a question is true."""
        found = 0
        for at in members(some):
            if is_one(self._texts[at]):
                found |= 1 << at
        return found

    def naming(self, words: Collection[str]) -> int:
        """The texts that have one of some Latin words, in lower case, as a whole run of letters, or letters like it."""
        found = self.having(OTHER_CASE)
        index = self._index
        for word in words if len(words) < len(index) else [each for each in index if each in words]:
            found |= index.get(word, 0)
        return found

    def naming_any(self, is_one: Callable[[str], object]) -> int:
        """The texts that have a Latin word of which a question is true, asked once for each word."""
        found = self.having(OTHER_CASE)
        for word, having in self._index.items():
            if is_one(word):
                found |= having
        return found

    def meaning(self, read: Callable[[str], int]) -> Sequence[int]:
        """The bits that a function tells of each Latin word of a text, together; it is asked once for each word."""
        found = self._told.get(read)
        if found is None:
            bits = {word: told for word in self._index if (told := read(word))}
            found = self._told[read] = [_together(words, bits) for words in self.words]
        return found

    def repeating(self, marks: re.Pattern[str], *, least: int) -> int:
        """The texts that may say some characters between two marks twice in a row."""
        pieces = [*map(str.strip, marks.split(self._joined[0].replace(SEPARATOR, f"\n{SEPARATOR}\n")))]
        again = {one for one, two in pairwise(pieces) if len(one) >= least and one == two}
        return self.holding(*again)

    def telling(self, read: Callable[[str], T]) -> Sequence[T]:
        """What a function tells of each text, asked once."""
        found = self._told.get(read)
        if found is None:
            found = self._told[read] = [read(each) for each in self._texts]
        return found

    def hinting(self, hints: Hints) -> Sequence[int]:
        """What words of a list may mean in each text: see `Hints.read`."""
        found = self._told.get(hints)
        if found is None:
            found = self._told[hints] = self._hinting(hints)
        return found

    def _hinting(self, hints: Hints) -> Sequence[int]:
        pairs = self._couples if hints.asks_couples else repeat(frozenset[str]())
        known = zip(self._texts, self.words, self._characters, pairs, strict=False)
        return [hints.read_among(text, words, signs=signs, pairs=some) for text, words, signs, some in known]

    @cached_property
    def prose(self) -> Texts:
        """The texts folded, with what is no prose written over."""
        differing = 0
        for pattern in prose_differs():
            differing |= self.having(pattern)
        if not differing:
            return self
        texts = list(self._texts)
        for at in members(differing):
            texts[at] = prose(texts[at])
        return Texts(texts)

    @cached_property
    def words(self) -> Sequence[frozenset[str]]:
        """The runs of Latin letters of each text, in lower case."""
        return [latin_words(each) for each in self._texts]

    @cached_property
    def _couples(self) -> Sequence[frozenset[str]]:
        return [couples(each) for each in self._texts]

    @cached_property
    def _characters(self) -> Sequence[frozenset[str]]:
        return [characters(each) for each in self._texts]

    @cached_property
    def _index(self) -> dict[str, int]:
        """The texts that have a word, by the word."""
        found: dict[str, int] = {}
        get = found.get
        for at, words in enumerate(self.words):
            bit = 1 << at
            for word in words:
                found[word] = get(word, 0) | bit
        return found

    @cached_property
    def _joined(self) -> tuple[str, Sequence[int]]:
        """The texts one behind the other, and where each begins; last where another would."""
        begins = tuple(accumulate((len(each) + 1 for each in self._texts), initial=0))
        return SEPARATOR.join(self._texts) + SEPARATOR, begins

    @cached_property
    def _can_join(self) -> bool:
        return len(self._texts) > _FEW and self._joined[0].count(SEPARATOR) == len(self._texts)


def _together(words: Iterable[str], bits: Mapping[str, int]) -> int:
    found = 0
    for word in words:
        if word in bits:
            found |= bits[word]
    return found


def members(texts: int) -> Iterator[int]:
    """The places of the texts of a set, in order.

    >>> list(members(0b1011))
    [0, 1, 3]
    """
    written = f"{texts:b}"[::-1]
    at = written.find("1")
    while at >= 0:
        yield at
        at = written.find("1", at + 1)


@cache
def _joint(pattern: str, flags: int) -> Callable[..., re.Match[str] | None] | None:
    """What finds a pattern in joined texts where it finds it in each of them, or None where that cannot be told."""
    if not may_join(pattern, flags):
        return None
    return Sought(pattern, flags & _GIVEN).has


_GIVEN = re.ASCII | re.IGNORECASE | re.DOTALL | re.MULTILINE | re.VERBOSE


def may_join(pattern: str, flags: int = 0) -> bool:
    r"""Whether a pattern has a match in joined texts wherever it has one in a text alone.

    At the ends of a text it must see a separator as it sees nothing: no anchor may stand there, and nothing that
    forbids a match, or never gives back what it took, may take a separator.

    >>> [may_join(each) for each in (r"(?<![a-z])of\b", r"[^a-z]x+", "^of", "of(?![^a-z])", "of(?!x|$)")]
    [True, True, False, False, False]
    """
    tree = _parser.parse(pattern, flags)
    return _may_join(list(tree), is_strict=False)


def _may_join(parts: list[Any], *, is_strict: bool) -> bool:
    return all(_may_join_part(kind, value, is_strict=is_strict) for kind, value in parts)


def _may_join_part(kind: Any, value: Any, *, is_strict: bool) -> bool:
    if kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
        return not is_strict or not _takes_separator(kind, value)
    if kind is op.AT:
        return value in (op.AT_BOUNDARY, op.AT_NON_BOUNDARY)
    if kind is op.BRANCH:
        return all(_may_join(list(each), is_strict=is_strict) for each in value[1])
    if kind is op.SUBPATTERN:
        return _may_join(list(value[3]), is_strict=is_strict)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return _may_join(list(value[2]), is_strict=is_strict)
    if kind is op.POSSESSIVE_REPEAT:
        return _may_join(list(value[2]), is_strict=True)
    if kind is op.ATOMIC_GROUP:
        return _may_join(list(value), is_strict=True)
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return _may_join(list(value[1]), is_strict=is_strict or kind is op.ASSERT_NOT)
    return kind is op.GROUPREF


def _takes_separator(kind: Any, value: Any) -> bool:
    """Whether one character of a pattern may be a separator."""
    code = ord(SEPARATOR)
    if kind is op.LITERAL:
        return bool(value == code)
    if kind is not op.IN:
        return True
    is_in = False
    for each, inner in value:
        if each is op.LITERAL:
            is_in |= inner == code
        elif each is op.RANGE:
            is_in |= inner[0] <= code <= inner[1]
        elif each is op.CATEGORY:
            is_in |= inner in (op.CATEGORY_NOT_DIGIT, op.CATEGORY_NOT_SPACE, op.CATEGORY_NOT_WORD)
    return is_in is not any(each is op.NEGATE for each, _ in value)
