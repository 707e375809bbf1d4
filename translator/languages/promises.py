"""What a text promises, and what it only holds possible: cures, guarantees, and the words that weaken a claim.

The words for one side are few and plain, those that excuse the other text are many.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from translator.languages import markers
from translator.languages.candidates import latin_words
from translator.languages.numerals import data_lines
from translator.languages.quantities import Difference
from translator.languages.verbatim import prose

_ENDING = re.compile("[ぁ-ん]{0,2}")
_PROMISES = ("cure", "certain")


@cache
def _words(kind: str, side: str, tongue: str) -> tuple[str, ...]:
    """The words of a kind: those that a text is told by, or all that the other may answer with."""
    lines = (line.split("\t") for line in data_lines("promises.txt"))
    return next(tuple(words.split("|")) for *place, words in lines if place == [kind, side, tongue])


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words[0].isascii():
        return re.compile("|".join(map(re.escape, words)))
    every = "|".join(re.escape(each.rstrip("*")) + ("[a-z]*" if each[-1] == "*" else "") for each in words)
    return re.compile(rf"\b(?:{every})\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _whole(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole words among English ones (the first of several parted by a hyphen), and the beginnings of words."""
    whole = frozenset(each.partition("-")[0] for each in words if each[-1] != "*")
    return whole, tuple(each[:-1] for each in words if each[-1] == "*")


def _first(words: tuple[str, ...], text: str, tongue: str) -> re.Match[str] | None:
    """The first of some words in a text."""
    if tongue == "en":
        told = latin_words(text)
        whole, begun = _whole(words)
        if whole.isdisjoint(told) and not any(each.startswith(begun) for each in told):
            return None
    return _pattern(words).search(text)


def compare_promises(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The cure or certainty that a translation promises, where nothing in the source is like it.

    >>> [each.message for each in compare_promises("症状持续改善。", "The patients improved and will be cured.")]
    ['“cured” is promised, the source says nothing like it']
    >>> compare_promises("也有治愈的可能。", "A cure is possible.")
    ()
    """
    here, there = markers.tongue(source, source_language), markers.tongue(target, target_language)
    plain = prose(target)
    out = []
    for kind in _PROMISES:
        found = _first(_words(kind, "told", there), plain, there)
        if found is not None and _first(_words(kind, "known", here), prose(source), here) is None:
            message = f"“{target[slice(*found.span())]}” is promised, the source says nothing like it"
            out.append(Difference("promise", message, None, found.span()))
    return tuple(out)


def unhedged(source: str, target: str, *, source_language: str = "", target_language: str = "") -> Difference | None:
    """The word by which the source holds something possible only, where the translation has none of any kind.

    >>> found = unhedged("効果を発揮する可能性がある。", "It exerts an effect.")
    >>> found and found.message
    'the source says “可能性がある”, the translation states it as a fact'
    >>> unhedged("効果を発揮する可能性がある。", "It may have an effect.")
    """
    here, there = markers.tongue(source, source_language), markers.tongue(target, target_language)
    found = _first(_words("hedge", "told", here), prose(source), here)
    if found is None or _first(_words("hedge", "known", there), prose(target), there) is not None:
        return None
    # The listed word may be the beginning of one: かもしれ|ない.
    rest = _ENDING.match(source, found.end()) if here == "ja" else None
    span = (found.start(), rest.end() if rest else found.end())
    message = f"the source says “{source[slice(*span)]}”, the translation states it as a fact"
    return Difference("hedge", message, span, None)
