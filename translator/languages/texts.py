"""Texts that are searched together: a pattern runs once over all of them, joined, and tells which of them have it.

Most texts hold none of the words that a rule is about. To ask each text for each pattern costs a call each; here the
engine runs through thousands of characters in one, and only a text that has a match costs anything.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise
from typing import Any, TypeVar

from translator.languages.candidates import Hints, latin_words, words_of
from translator.languages.sought import Sought
from translator.languages.syntax import op, syntax
from translator.languages.verbatim import prose, prose_differs

T = TypeVar("T")
SEPARATOR = "\0"
"""What stands between two texts: no letter, no digit, no space, and in no text that any format reads."""
# What is no such letter itself may be one in lower case.
_LETTER = re.compile("[A-Za-zİ\u212a]")
_RARE = 3
"""Of fewer texts than one of so many each is asked by itself: to run through all of them takes longer."""
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

    def __init__(
        self,
        texts: Sequence[str],
        *,
        base: Texts | None = None,
        changed: int = 0,
        known: dict[object, dict[str, Any]] | None = None,
    ) -> None:
        self._texts = texts
        self._base, self._changed = base, changed
        self._sets: dict[object, int] = {}
        self._told: dict[object, Sequence[Any]] = {}
        # What was told of a text, by question: the same for all that were made of each other.
        self._known: dict[object, dict[str, Any]] = {} if known is None else known

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

    def changed(self, some: int, change: Callable[[str], str]) -> Texts:
        """The texts with some of them changed: of the others is known what was found of them here."""
        return self.altered(some, lambda at: change(self._texts[at]))

    def hidden(self, patterns: Iterable[re.Pattern[str]], hide: Callable[[str], str]) -> Texts:
        """The texts with some stretches written over, in those that have one of some patterns.

        What is found in the prose of either is found in the other's too, but for the texts that differ then.
        """
        differing = 0
        for pattern in patterns:
            differing |= self.having(pattern)
        hidden = self.changed(differing, hide)
        if hidden is not self:
            self.__dict__["prose"] = hidden.prose.altered(hidden._changed, lambda at: prose(self[at]))
        return hidden

    @cached_property
    def prose(self) -> Texts:
        """The texts folded, with what is no prose written over."""
        differing = 0
        for pattern in prose_differs():
            differing |= self.having(pattern)
        return self.changed(differing, prose)

    def altered(self, some: int, read: Callable[[int], str]) -> Texts:
        """The texts with others at some places."""
        texts, changed = list(self._texts), 0
        for at in members(some):
            text = read(at)
            if text != texts[at]:
                texts[at] = text
                changed |= 1 << at
        return Texts(texts, base=self, changed=changed, known=self._known) if changed else self

    def having(self, pattern: re.Pattern[str] | Sought, among: int | None = None) -> int:
        """The texts, or those among some, in which a pattern has a match.

        At times more are told, where a match may run over the end of a text.
        """
        if among is None:
            return self._set(pattern, lambda texts: texts.having(pattern), lambda: self._having(pattern))
        if not among:
            return 0
        if pattern not in self._sets and among.bit_count() * _RARE < len(self._texts):
            return self.left(among, pattern.has if isinstance(pattern, Sought) else pattern.search)
        return among & self.having(pattern)

    def holding(self, *words: str) -> int:
        """The texts that hold one of some strings."""
        return self._set(words, lambda texts: texts.holding(*words), lambda: self._holding(words))

    def naming(self, words: frozenset[str]) -> int:
        """The texts that have one of some Latin words, in lower case, as a whole run of letters, or letters like it."""
        return self._set(words, lambda texts: texts.naming(words), lambda: self._naming(words))

    def naming_any(self, is_one: Callable[[str], object]) -> int:
        """The texts that have a Latin word of which a question is true, asked once for each word."""
        return self._set(
            is_one, lambda texts: texts.naming_any(is_one), lambda: self._naming(filter(is_one, self._places))
        )

    def repeating(self, marks: re.Pattern[str], *, least: int) -> int:
        """The texts that may say some characters between two marks twice in a row."""
        pieces = [*map(str.strip, marks.split(self._joined[0].replace(SEPARATOR, f"\n{SEPARATOR}\n")))]
        again = {one for one, two in pairwise(pieces) if len(one) >= least and one == two}
        return self.holding(*again)

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

    def meaning(self, read: Callable[[str], int]) -> Sequence[int]:
        """The bits that a function tells of each Latin word of a text, together; it is asked once for each word."""
        words, bits = self._words(), self._known.setdefault(("bits of words", read), _Asked(read))

        def told(text: str) -> int:
            """The bits of the words of one text."""
            found = 0
            for word in words[text]:
                found |= bits[word]
            return found

        return self._list(("bits", read), told)

    def hinting(self, hints: Hints) -> Sequence[int]:
        """What words of a list may mean in each text: see `Hints.read`."""
        read, none = hints.read_among, frozenset[str]()
        if not hints.asks_words:
            return self._list(hints, lambda text: read(text, none))
        words = self._words()
        return self._list(hints, lambda text: read(text, words[text]))

    def suggesting(self, hints: Hints) -> int:
        """The texts of which words of a list may tell anything, without what it is: see `Hints.read`."""
        found = self.naming(hints.alone)
        if hints.others is not None:
            found |= self.having(hints.others)
        return found | self.left(self.naming(hints.longer) & ~found, hints.read)

    def _set(self, key: object, ask: Callable[[Texts], int], find: Callable[[], int]) -> int:
        """A set that is found once: where some texts were changed, of them and of the others apart."""
        found = self._sets.get(key)
        if found is None:
            if self._base is None:
                found = find()
            else:
                places, own = self._own
                found = ask(self._base) & ~self._changed
                for at in members(ask(own)):
                    found |= 1 << places[at]
            self._sets[key] = found
        return found

    def _list(self, key: object, read: Callable[[str], T]) -> Sequence[T]:
        """What a function tells of each text, asked once for each that is alike."""
        found = self._told.get(key)
        if found is None:
            known = self._known.setdefault(key, {})
            for text in set(self._texts).difference(known):
                known[text] = read(text)
            found = self._told[key] = [*map(known.__getitem__, self._texts)]
        return found

    @cached_property
    def _own(self) -> tuple[Sequence[int], Texts]:
        """The texts that were changed, and where they stand among all."""
        places = tuple(members(self._changed))
        return places, Texts([self._texts[at] for at in places], known=self._known)

    def _having(self, pattern: re.Pattern[str] | Sought) -> int:
        search = has = pattern.has if isinstance(pattern, Sought) else pattern.search
        if not self._can_join or not _joins(pattern.pattern, pattern.flags):
            return self.where([has(each) is not None for each in self._texts])
        text, begins = self._joined
        found = 0
        match = search(text, 0)
        while match is not None:
            at = bisect_right(begins, match.start())
            found |= 1 << (at - 1)
            match = search(text, begins[at])
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

    def _naming(self, words: Iterable[str]) -> int:
        found, places = self.holding(*_OTHER_CASE), self._places
        for word in words:
            if word in places:
                found |= _set_of(places[word])
        return found

    @property
    def words(self) -> Sequence[frozenset[str]]:
        """The Latin words of each text."""
        return self._list(latin_words, _latin)

    def _words(self) -> Mapping[str, frozenset[str]]:
        """The Latin words of each text, by text."""
        return self._known[latin_words] if self.words else {}

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Which texts have a Latin word, by word."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(self.words):
            for word in words:
                found[word].append(at)
        return found

    @cached_property
    def _joined(self) -> tuple[str, Sequence[int]]:
        """The texts one behind the other, and where each begins; last where another would."""
        begins = tuple(accumulate((len(each) + 1 for each in self._texts), initial=0))
        return SEPARATOR.join(self._texts) + SEPARATOR, begins

    @cached_property
    def size(self) -> int:
        """How many characters there are in all."""
        return sum(map(len, self._texts))

    @cached_property
    def _can_join(self) -> bool:
        return len(self._texts) > _FEW and self._joined[0].count(SEPARATOR) == len(self._texts)


def _set_of(places: Iterable[int]) -> int:
    found = 0
    for at in places:
        found |= 1 << at
    return found


class _Asked(dict[str, int]):
    """What a function tells of words, each asked for once."""

    def __init__(self, read: Callable[[str], int]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> int:
        told = self[word] = self._read(word)
        return told


def _latin(text: str) -> frozenset[str]:
    return words_of(text) if _LETTER.search(text) is not None else _NO_WORDS


_NO_WORDS: frozenset[str] = frozenset()
_OTHER_CASE = "İıſ\u212a"
"""Letters that are taken for others where case is ignored."""


def both_having(one: Texts, two: Texts, pattern: re.Pattern[str] | Sought) -> int:
    """The places at which both of two texts have a pattern; the shorter texts are asked first."""
    first, second = (one, two) if one.size <= two.size else (two, one)
    return second.having(pattern, first.having(pattern))


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
def _joins(pattern: str, flags: int) -> bool:
    return may_join(pattern, flags)


def may_join(pattern: str, flags: int = 0) -> bool:
    r"""Whether a pattern has a match in joined texts wherever it has one in a text alone.

    At the ends of a text it must see a separator as it sees nothing: no anchor may stand there, and nothing that
    forbids a match, or never gives back what it took, may take a separator.

    >>> [may_join(each) for each in (r"(?<![a-z])of\b", r"[^a-z]x+", "^of", "of(?![^a-z])", "of(?!x|$)")]
    [True, True, False, False, False]
    """
    parts, _ = syntax(pattern, flags)
    return _may_join(parts, is_strict=False)


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
    if kind is op.NOT_LITERAL:
        return bool(value != code)
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
