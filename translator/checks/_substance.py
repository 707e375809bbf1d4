"""What a text is about, for comparison: its ideographs and its content words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from translator.checks._language import HAN
from translator.checks._prose import GAP, hide
from translator.frozen import swift
from translator.languages.variants import fold

_HAN = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{2,}")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_ANY_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_LATIN = re.compile(r"[a-z]{3,}")
# Words that sentences of any subject share, and that messages of programs begin with.
_FUNCTION = frozenset(
    re.findall(
        "[a-z]+",
        "the and for with from not are was were has have had this that these those into your you its their our his her all"
        " any one than then when where which who what how will would been being does did can could cannot may might must"
        " should shall but also only very error failed unable invalid use used using",
    )
)
_STEM = 5
"""Latin words are compared by as many letters: `treat` of treatment and treated."""


@swift
@dataclass(frozen=True, slots=True)
class Substance:
    """The ideographs of a text in one form, and its content words: katakana, and Latin by their stems."""

    han: frozenset[str]
    words: frozenset[str]
    has_kana: bool

    @property
    def weight(self) -> float:
        """How much there is to compare: a word counts as two ideographs do."""
        return len(self.han) / 2 + len(self.words)

    def shared(self, other: Substance) -> float:
        """The weight of what both have."""
        return len(self.han & other.han) / 2 + len(self.words & other.words)


@lru_cache(maxsize=8192)
def substance(text: str) -> Substance:
    """The substance of a message; placeholders, numbers and words of grammar are none.

    >>> found = substance("治療の結果 of the Treatment")
    >>> found.han == substance("治疗结果").han, sorted(found.words)
    (True, ['treat'])
    """
    words = plain(text)
    if words.isascii():
        return Substance(frozenset(), frozenset(_stems(words)), False)
    return Substance(
        frozenset(_HAN.findall(words)),
        frozenset(_stems(words).union(_KATAKANA.findall(words))),
        _KANA.search(words) is not None,
    )


def plain(text: str) -> str:
    """The text without placeholders, in one form of its characters and in lower case."""
    if text.isascii():
        return hide(text).replace(GAP, " ").lower()
    return fold(hide(text)).lower()


def _stems(words: str) -> set[str]:
    return {each.rstrip("s")[:_STEM] for each in _LATIN.findall(words) if each not in _FUNCTION}


def has_kana(text: str) -> bool:
    """Whether the prose of a message has kana: what `substance` tells too."""
    # What is no kana in any width becomes none.
    may = not text.isascii() and _ANY_KANA.search(text) is not None
    return may and _KANA.search(plain(text)) is not None


def likeness(one: Substance, two: Substance) -> float:
    """How much of the smaller substance the other has too: 0 to 1."""
    least = min(one.weight, two.weight)
    return one.shared(two) / least if least else 0.0


def bigrams(text: str) -> frozenset[str]:
    """Neighbouring ideographs, katakana words and Latin stems: what tells one subject from another."""
    words = plain(text)
    if words.isascii():
        return frozenset(_stems(words))
    pairs = {run[at : at + 2] for run in _HAN_RUN.findall(words) for at in range(len(run) - 1)}
    return frozenset(pairs.union(_stems(words), _KATAKANA.findall(words)))


def any_shared(one: Substance, others: Iterable[Substance]) -> float:
    """The part of other texts that share anything with this one: 0 to 1; 0 where there are none."""
    counted = [one.shared(each) > 0 for each in others]
    return sum(counted) / len(counted) if counted else 0.0
