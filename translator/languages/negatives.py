"""Expressions that deny, refuse or forbid by what they mean: 谢绝, ご遠慮ください, “refrain from”, 対象外, “free of charge”.

They are no plain words for “not” and so are not counted: `translator.languages.denials` says when one of them is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from translator.languages.candidates import Hints, latin_words, matches
from translator.languages.numerals import data_lines
from translator.languages.numerals_en import alternation
from translator.languages.sought import Sought
from translator.languages.texts import Texts

_HAN = "[\u3400-\u9fff]"


@dataclass(frozen=True, slots=True)
class Negative:
    """One such expression with its span; `kind` is `prohibition`, `refusal`, `lack`, `exception`, `contrast`, `exemption`,
    `undone` or `denial`."""

    kind: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Table:
    """Kinds by word (beginnings end in `*`), a pattern for all words, what English ones begin with."""

    kinds: dict[str, str]
    pattern: Sought
    stems: tuple[str, ...]
    firsts: frozenset[str]


@cache
def _table(tongue: str) -> _Table:
    """The expressions of zh, ja or en."""
    kinds: dict[str, str] = {}
    for line in data_lines("negatives.txt"):
        kind, language, words = line.split("\t")
        if language == tongue:
            for word in words.split("|"):
                # Neutral words stand before the others.
                kinds.setdefault(word, kind)
    stems = tuple(word[:-1] for word in kinds if word.endswith("*"))
    whole = [word for word in kinds if not word.endswith("*")]
    if tongue != "en":
        pattern = alternation(whole) + (f"|{alternation(stems)}{_HAN}" if stems else "")
        return _Table(kinds, Sought(pattern), stems, frozenset())
    # “_Disable”: an underscore marks a key.
    pattern = rf"(?<![a-z0-9])(?:{alternation(whole)}(?![a-z0-9])|{alternation(stems)}[a-z]*)"
    first = frozenset(word.partition(" ")[0].partition("-")[0] for word in whole)
    begins = frozenset(re.match("[a-z]*", each)[0] for each in first)  # type: ignore[index]
    return _Table(kinds, Sought(pattern), tuple(stem for stem in stems if " " not in stem), begins)


@lru_cache(maxsize=16384)
def _begins(word: str) -> bool:
    """Whether an English expression begins with a word."""
    table = _table("en")
    return word in table.firsts or word.startswith(table.stems)


def read(text: str, tongue: str) -> Iterator[Negative]:
    """The expressions of a text in order.

    >>> [(each.kind, each.span) for each in read("ご遠慮ください。", "ja")]
    [('prohibition', (0, 3))]
    >>> [each.kind for each in read("Please refrain from smoking, no later than noon.", "en")]
    ['prohibition']
    """
    for match in _matches(text, tongue):
        kind = _kind(match[0], tongue)
        if kind not in _SILENT:
            yield Negative(kind, match.span())


def having(texts: Texts, tongue: str) -> int:
    """The texts in which `read` may find an expression."""
    if tongue != "en":
        return texts.having(_denying(tongue))
    return texts.suggesting(_hints()) | texts.naming_any(_is_begun)


@cache
def _denying(tongue: str) -> Sought:
    """The words of zh or ja that deny, without those that only part them from others."""
    kinds = _table(tongue).kinds
    words = [word.rstrip("*") for word, kind in kinds.items() if kind not in _SILENT]
    return Sought(alternation(words))


@cache
def _hints() -> Hints:
    """What tells of the English expressions that deny; `_is_begun` tells of beginnings of words."""
    told = (word for word, kind in _table("en").kinds.items() if kind not in _SILENT)
    return Hints((word.rstrip("*"), 1) for word in told if word[-1] != "*" or " " in word)


@cache
def _begun() -> tuple[str, ...]:
    told = (word for word, kind in _table("en").kinds.items() if kind not in _SILENT)
    return tuple(word[:-1] for word in told if word[-1] == "*" and " " not in word)


@lru_cache(maxsize=16384)
def _is_begun(word: str) -> bool:
    """Whether a word is of a listed beginning that denies."""
    return word.startswith(_begun())


_SILENT = ("neutral", "excuse")
"""Kinds of words that are no expressions themselves."""


def excuses(text: str, tongue: str) -> bool:
    """Whether a text has a word that may stand for one of the expressions of another language (“quit”: 戒烟).

    >>> excuses("I quit smoking.", "en"), excuses("I smoke.", "en")
    (True, False)
    """
    return any(_kind(match[0], tongue) == "excuse" for match in _matches(text, tongue))


def _matches(text: str, tongue: str) -> Iterable[re.Match[str]]:
    """The words of the list in a text, in order."""
    table = _table(tongue)
    if tongue != "en":
        return table.pattern.finditer(text)
    # İ alone changes its length in lower case.
    text = text.replace("İ", "I").lower()
    told = {word for word in latin_words(text) if _begins(word)}
    return matches(table.pattern, told, None, text) if told else ()


@lru_cache(maxsize=16384)
def _kind(word: str, tongue: str) -> str:
    """What kind an expression is of."""
    kinds = _table(tongue).kinds
    if word in kinds:
        return kinds[word]
    return next((kinds[word[:end] + "*"] for end in range(len(word), 0, -1) if word[:end] + "*" in kinds), "denial")
