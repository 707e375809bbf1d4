"""Where words of a list may begin in a text: looked for by single characters, before any pattern is tried.

A pattern that begins with a look around is tried at every character; a set of characters is run through at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

_WORD = re.compile("[a-z]+")


@lru_cache(maxsize=64)
def latin_words(text: str) -> frozenset[str]:
    """The runs of Latin letters of a text, in lower case, without order.

    >>> sorted(latin_words("All of 2 Cells"))
    ['all', 'cells', 'of']
    """
    return frozenset(_WORD.findall(text.lower()))


@lru_cache(maxsize=64)
def characters(text: str) -> frozenset[str]:
    """The characters of a text."""
    return frozenset(text)


Hints = Mapping[str, tuple[tuple[str, str], ...]]
"""What words begin with (a run of Latin letters in lower case, or another character) → words and what they mean."""


def hints(words: Iterable[tuple[str, str]]) -> tuple[Hints, Hints]:
    """(word, meaning) couples by what they begin with: Latin words, and others.

    >>> hints((("at least", "≥"), ("最", "most"), ("最少", "≥")))[0]
    {'at': (('at least', '≥'),)}
    """
    found: tuple[dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]] = ({}, {})
    for word, meaning in words:
        lower = word.lower()
        run = _WORD.match(lower)
        found[0 if run else 1].setdefault(run[0] if run else word[0], []).append((lower if run else word, meaning))
    latin, others = ({each: tuple(couples) for each, couples in side.items()} for side in found)
    return latin, others


# What a pattern takes for i, s or k where case is ignored: the beginning of a word must do then.
_OTHER_CASE = re.compile("[İıſ\u212a]")


def meant(known: tuple[Hints, Hints], text: str) -> set[str]:
    """What the words of a text may mean: never too little, at times too much, for inside of another word is not seen.

    >>> sorted(meant(hints((("at least", "≥"), ("最", "most"), ("最少", "≥"))), "At 最"))
    ['most']
    """
    latin, others = known
    found: set[str] = set()
    is_plain = text.isascii() or _OTHER_CASE.search(text) is None
    for begin in latin.keys() & latin_words(text):
        for word, meaning in latin[begin]:
            if word == begin or not is_plain or word in text.lower():
                found.add(meaning)
    if others:
        for begin in others.keys() & characters(text):
            for word, meaning in others[begin]:
                if word in text:
                    found.add(meaning)
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
