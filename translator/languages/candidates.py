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
