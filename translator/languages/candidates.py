"""Where words of a list may begin in a text: looked for by single characters, before any pattern is tried.

A pattern that begins with a look around is tried at every character; a set of characters is run through at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from operator import add
from string import ascii_lowercase

from translator.languages.sought import Sought

_WORD = re.compile("[a-z]+")


@lru_cache(maxsize=64)
def latin_words(text: str) -> frozenset[str]:
    """The runs of Latin letters of a text, in lower case, without order.

    >>> sorted(latin_words("All of 2 Cells"))
    ['all', 'cells', 'of']
    """
    return words_of(text)


def words_of(text: str) -> frozenset[str]:
    """The same, not kept."""
    return frozenset(text.lower().encode("utf-8", "replace").translate(_RUNS).decode("ascii").split())


_RUNS = bytes(code if chr(code) in ascii_lowercase else 0x20 for code in range(256))
"""Every byte of UTF-8 that is no Latin letter in lower case made a blank: no other character has such bytes."""


@lru_cache(maxsize=64)
def characters(text: str) -> frozenset[str]:
    """The characters of a text, without order."""
    return frozenset(text)


@lru_cache(maxsize=64)
def couples(text: str) -> frozenset[str]:
    """Every two characters of a text that stand beside each other, without order.

    >>> sorted(couples("改善した"))
    ['した', '善し', '改善']
    """
    return frozenset(map(add, text, text[1:]))


# What a pattern takes for i, s or k where case is ignored: the beginning of a word must do then.
OTHER_CASE = re.compile("[İıſ\u212a]")


_Begun = tuple[int, tuple[tuple[str, int], ...]]
"""Of the words with one beginning: the bits of the beginning alone, and the longer words with theirs."""


def _begun(words: Mapping[str, Iterable[tuple[str, int]]]) -> dict[str, _Begun]:
    out: dict[str, _Begun] = {}
    for begin, told in words.items():
        alone, longer = 0, dict[str, int]()
        for word, meaning in told:
            if word == begin:
                alone |= meaning
            else:
                longer[word] = longer.get(word, 0) | meaning
        out[begin] = (alone, tuple(longer.items()))
    return out


_NONE: frozenset[str] = frozenset()
_FEW = 16
"""So many signs at most are looked for in a text before it is taken apart."""


class Hints:
    """What the words of a list may mean in a text, told by what they begin with before any pattern is tried.

    Meanings are bits. Never too few are told, at times too many: the inside of another word is not seen.

    >>> hints = Hints((("at least", 1), ("最", 2), ("最少", 4)))
    >>> hints.read("at most 最"), hints.read("At least"), hints.read("AT 最少")
    (2, 1, 6)
    """

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        latin: dict[str, list[tuple[str, int]]] = {}
        others: dict[str, list[tuple[str, int]]] = {}
        self._single: dict[str, int] = {}
        for word, meaning in words:
            lower = word.lower()
            run = _WORD.match(lower)
            if run:
                latin.setdefault(run[0], []).append((lower, meaning))
            elif len(lower) == 1:
                self._single[lower] = self._single.get(lower, 0) | meaning
            else:
                others.setdefault(lower[:2], []).append((lower, meaning))
        self._latin, self._others = _begun(latin), _begun(others)
        self._begins, self._begun = frozenset(latin), frozenset(others)
        self._singles = frozenset(self._single)
        self._others_said = [word for begin in others.values() for word, _ in begin] + list(self._single)
        self._is_cased = any(each.upper() != each for each in self._others_said)
        self.asks_words = bool(latin)
        """Whether there are words in Latin letters."""
        self.alone = frozenset(begin for begin, (meant, _) in self._latin.items() if meant)
        """The runs of Latin letters that are words themselves."""
        self.longer = self._begins - self.alone
        """The runs that only longer words begin with."""
        # A few words are looked for as they are.
        signs = "".join(sorted({*self._single, *(each[0] for each in others)}))
        self._sign = re.compile(f"[{re.escape(signs)}]").search if 0 < len(signs) <= _FEW else None
        self._asks_others = bool(signs)

    def read(self, text: str) -> int:
        """The bits of all words that the text may have."""
        return self.read_among(text, latin_words(text) if self.asks_words else _NONE)

    def read_among(self, text: str, words: frozenset[str]) -> int:
        """The same of a text whose Latin words are known."""
        found = 0
        if words and (begun := self._begins & words):
            lower, is_other = text.lower(), not text.isascii() and OTHER_CASE.search(text) is not None
            for begin in begun:
                alone, longer = self._latin[begin]
                found |= alone
                for word, meaning in longer:
                    if word in lower or is_other:
                        found |= meaning
        if not self._asks_others or (self._sign is not None and self._sign(text) is None):
            return found
        if self._is_cased:
            text = text.lower()
        for each in self._singles.intersection(text):
            found |= self._single[each]
        for begin in self._begun.intersection(map(add, text, text[1:])):
            alone, longer = self._others[begin]
            found |= alone
            for word, meaning in longer:
                if word in text:
                    found |= meaning
        return found

    @cached_property
    def others(self) -> Sought | None:
        """What finds the words in other letters and signs; None where there are none."""
        words = "|".join(map(re.escape, sorted(self._others_said)))
        return Sought(words, re.IGNORECASE if self._is_cased else 0) if words else None

    def begun(self, word: str) -> int:
        """The bits of all words that begin with a Latin word."""
        found, longer = self._latin.get(word, (0, ()))
        for _, meaning in longer:
            found |= meaning
        return found


class Words:
    """The words of a long list in a text: each place is asked only for those that begin with its character.

    >>> [match[0] for match in Words(("改", "改善", "悪化")).finditer("悪化から改善")]
    ['悪化', '改善']
    """

    def __init__(self, words: Iterable[str]) -> None:
        begun: dict[str, list[str]] = {}
        for word in sorted(words, key=len, reverse=True):
            begun.setdefault(word[0], []).append(word)
        self._begun = begun
        self._match: dict[str, Callable[[str, int], re.Match[str] | None]] = {}
        self._first = re.compile(f"[{re.escape(''.join(begun))}]" if begun else "(?!)")

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The words of a text in order, the longest where several begin, none inside another."""
        end = 0
        for each in self._first.finditer(text):
            start = each.start()
            if start >= end and (found := self._at(each[0])(text, start)) is not None:
                yield found
                end = found.end()

    def _at(self, first: str) -> Callable[[str, int], re.Match[str] | None]:
        """What finds the words that begin with a character; compiled when a text has it."""
        match = self._match.get(first)
        if match is None:
            match = self._match[first] = re.compile("|".join(map(re.escape, self._begun[first]))).match
        return match


def first_words(words: Iterable[str]) -> frozenset[str]:
    """The runs of Latin letters that words begin with: one of them stands where a whole word does.

    >>> sorted(first_words(("at least", "Long-term", "全部")))
    ['at', 'long']
    """
    found = (_WORD.match(each.lower()) for each in words)
    return frozenset(match[0] for match in found if match)


def matches(
    pattern: re.Pattern[str] | Sought, latin: Iterable[str], others: re.Pattern[str] | None, text: str
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` gives, where every match begins with one of some Latin words or one of others.

    `latin` are words in lower case, `others` a pattern for a character that the rest of the matches begin with.

    >>> words = re.compile("(?<![A-Za-z])(?:to|of)|全部")
    >>> [match[0] for match in matches(words, ("to", "of"), re.compile("全"), "to the top of 全部")]
    ['to', 'to', 'of', '全部']
    """
    starts: list[int] = []
    if latin:
        # İ alone changes its length in lower case.
        lower = text.replace("İ", "I").lower()
        for word in latin:
            at = lower.find(word)
            while at >= 0:
                starts.append(at)
                at = lower.find(word, at + 1)
    if others is not None:
        starts += [match.start() for match in others.finditer(text)]
    end = 0
    for start in sorted(starts):
        if start >= end and (found := pattern.match(text, start)) is not None:
            yield found
            end = found.end()
