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


def beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the places where one of the words may begin; Latin ones begin behind no letter.

    >>> [match.start() for match in beginnings(("to", "全")).finditer("Up to 全 but")]
    [3, 6]
    """
    firsts = {char for each in words for char in (each[0].lower(), each[0].upper()) if len(char) == 1}
    return re.compile(f"[{re.escape(''.join(sorted(firsts)))}](?<![A-Za-z][A-Za-z])")


def matches(pattern: re.Pattern[str], starts: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` gives, where every match begins at one of `starts` and is not empty.

    >>> words = re.compile("(?<![A-Za-z])(?:to|of)")
    >>> [match[0] for match in matches(words, beginnings(("to", "of")), "to the top of")]
    ['to', 'to', 'of']
    """
    at = 0
    while (start := starts.search(text, at)) is not None:
        found = pattern.match(text, start.start())
        if found is None:
            at = start.end()
        else:
            yield found
            at = found.end()
