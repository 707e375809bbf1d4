"""Which Latin words are English ones: from a word list of plain forms and the endings that words take."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from importlib.resources import files

_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("ily", "y"), ("ness", ""), ("er", ""), ("er", "e"), ("ers", ""), ("est", ""),
)  # fmt: skip


@cache
def _lists() -> tuple[frozenset[str], tuple[str, ...]]:
    """(common words, all words in order), in their plain forms."""
    text = (files(__package__) / "data" / "english.txt").read_text(encoding="utf-8")
    common, _, rest = text.partition("# less common\n")
    first = tuple(line for line in common.splitlines() if line[0] != "#")
    return frozenset(first), tuple(sorted((*first, *rest.split())))


_CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
"""Names that every language has its own words for."""


def is_common(word: str) -> bool:
    """Whether a word is a common one in any form, without regard to case.

    >>> is_common("Sidebar"), is_common("Deaths"), is_common("Kampala"), is_common("Loading")
    (False, True, False, True)
    """
    return word.lower() in _CALENDAR or _has(word.lower(), lambda each: each in _lists()[0])


def is_word(word: str) -> bool:
    """Whether a word is in the list in any form, without regard to case."""
    return _has(word.lower(), _is_listed)


def is_stub(word: str) -> bool:
    """Whether a word is none, but the beginning of one.

    >>> is_stub("insta"), is_stub("install"), is_stub("zsh")
    (True, False, False)
    """
    lower = word.lower()
    words = _lists()[1]
    at = bisect_left(words, lower)
    return at < len(words) and words[at].startswith(lower) and not is_word(lower)


def _is_listed(word: str) -> bool:
    words = _lists()[1]
    at = bisect_left(words, word)
    return at < len(words) and words[at] == word


def _has(word: str, known: Callable[[str], bool]) -> bool:
    return bool(known(word)) or any(
        len(word) - len(ending) >= 2
        and word.endswith(ending)
        and (known(word[: -len(ending)] + instead) or _is_doubled(word[: -len(ending)], known))
        for ending, instead in _ENDINGS
    )


def _is_doubled(stem: str, known: Callable[[str], bool]) -> bool:
    """`stopp` of `stopped`."""
    return len(stem) > 3 and stem[-1] == stem[-2] and bool(known(stem[:-1]))
