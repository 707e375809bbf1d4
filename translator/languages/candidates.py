"""Where words of a list may begin in a text: looked for by single characters, before any pattern is tried.

A pattern that begins with a look around is tried at every character; a set of characters is run through at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile("[a-z]+")


@lru_cache(maxsize=64)
def latin_words(text: str) -> frozenset[str]:
    """The runs of Latin letters of a text, in lower case, without order.

    >>> sorted(latin_words("All of 2 Cells"))
    ['all', 'cells', 'of']
    """
    return frozenset(_WORD.findall(text.lower()))


# What a pattern takes for i, s or k where case is ignored: the beginning of a word must do then.
OTHER_CASE = re.compile("[İıſ\u212a]")


class Hints:
    """What the words of a list may mean in a text, told by what they begin with before any pattern is tried.

    Meanings are bits. Never too few are told, at times too many: the inside of another word is not seen.

    >>> hints = Hints((("at least", 1), ("最", 2), ("最少", 4)))
    >>> hints.read("at most 最"), hints.read("At least"), hints.read("AT 最少")
    (2, 1, 6)
    """

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        self._latin: dict[str, list[tuple[str, int]]] = {}
        self._others: dict[str, list[tuple[str, int]]] = {}
        for word, meaning in words:
            lower = word.lower()
            run = _WORD.match(lower)
            if run:
                self._latin.setdefault(run[0], []).append((lower, meaning))
            else:
                self._others.setdefault(word[0], []).append((word, meaning))
        self._begins = frozenset(self._latin)
        firsts = re.escape("".join(self._others))
        self._first = re.compile(f"[{firsts}]" if firsts else "(?!)")

    def read(self, text: str) -> int:
        """The bits of all words that the text may have."""
        found = 0
        begun = self._begins & latin_words(text) if self._begins else ()
        if begun:
            lower, is_other = text.lower(), not text.isascii() and OTHER_CASE.search(text) is not None
            for begin in begun:
                for word, meaning in self._latin[begin]:
                    if word == begin or word in lower or is_other:
                        found |= meaning
        for begin in set(self._first.findall(text)):
            for word, meaning in self._others[begin]:
                if word in text:
                    found |= meaning
        return found

    def begun(self, word: str) -> int:
        """The bits of all words that begin with a Latin word."""
        found = 0
        for _, meaning in self._latin.get(word, ()):
            found |= meaning
        return found


def first_words(words: Iterable[str]) -> frozenset[str]:
    """The runs of Latin letters that words begin with: one of them stands where a whole word does.

    >>> sorted(first_words(("at least", "Long-term", "全部")))
    ['at', 'long']
    """
    found = (_WORD.match(each.lower()) for each in words)
    return frozenset(match[0] for match in found if match)


def matches(
    pattern: re.Pattern[str], latin: Iterable[str], others: re.Pattern[str] | None, text: str
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
