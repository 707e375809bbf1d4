"""Which names and acronyms in Latin letters a translation writes with other letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._english import is_word
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.languages.verbatim import fold, prose
from translator.similarity import is_plural, slip

_WORD = re.compile(r"(?<![A-Za-z0-9_.@/\\$%-])[A-Za-z]{3,}(?![A-Za-z_@/\\(=]|\.[A-Za-z])")
# Also in full width, which `prose` makes half-width.
_LATIN_WORD = re.compile("[A-Za-zＡ-Ｚａ-ｚ]{3}")
_JOINTS = re.compile(r"[\s_-]")
_HYPHENS = re.compile("[_-]")
_LATIN = re.compile("[a-z]+")
_NAME = 7
"""The letters from which a word of the same beginning is taken for the name, garbled."""

Word = tuple[str, int, int]
Garbled = tuple[str, str, tuple[int, int]]
"""(the source's name, what the target has, where)."""


def garbled(pair: Pair) -> tuple[Garbled, ...]:
    """The names of the source that the target has with other letters, found once for a pair."""
    found: tuple[Garbled, ...] | None = pair.memory.get("garbled")
    if found is None:
        found = pair.memory["garbled"] = tuple(_garbled(pair))
    return found


def naming(pairs: Pairs) -> int:
    """The pairs both of whose texts have Latin words."""
    found = pairs.all if pairs.tag == "en" else pairs.target_prose.having(_LATIN_WORD)
    return found if pairs.source_tag == "en" else pairs.source_prose.having(_LATIN_WORD, found)


def _garbled(pair: Pair) -> Iterator[Garbled]:
    if pair.is_empty or pair.is_copy:
        return
    source = pair.source_prose
    if _LATIN_WORD.search(source) is None:
        return
    # A text in other letters has few Latin words, and seldom loses one: then those of the translation need no look.
    lost = _lost(source, pair.target_prose) if pair.tag == "en" and pair.source_tag != "en" else None
    theirs = [] if lost == [] else list(_words(pair.target_prose))
    whole, known = "", set[str]()
    for word, start, end in theirs:
        is_acronym = _is_acronym(word)
        if is_acronym:
            known = known or set(_LATIN.findall(_HYPHENS.sub("", fold(source)).lower()))
        elif word not in source:
            whole = whole or _plain(source)
        is_known = word.lower() in known if is_acronym else word in source or word.lower() in whole
        if is_known or (pair.tag == "en" and not _is_name(word)):
            continue
        if lost is None:
            lost = _lost(source, pair.target_prose)
        if not lost:
            return
        near = next((each for each in lost if _is_garbled(each, word)), None)
        if near:
            yield near, word, (start, end)


def _lost(source: str, target: str) -> list[str]:
    """The Latin words of the source that the target has nowhere."""
    said = _plain(target)
    return [each[0] for each in _words(source) if each[0].lower() not in said]


def _words(text: str) -> Iterator[Word]:
    if _LATIN_WORD.search(text) is not None:
        for match in _WORD.finditer(prose(text)):
            yield match[0], match.start(), match.end()


def _plain(text: str) -> str:
    return _JOINTS.sub("", fold(text)).lower()


def _is_name(word: str) -> bool:
    """Whether an English text has a word for a name: in capitals, or in none of the word lists."""
    return _is_acronym(word) or not is_word(word)


def _is_garbled(one: str, two: str) -> bool:
    """Whether a name became another by a slip.

    >>> _is_garbled("CREA", "CERA"), _is_garbled("SLE", "SLED"), _is_garbled("Mesenchymal", "Mesenteric")
    (True, False, True)
    >>> _is_garbled("Messenchymal", "Mesenchymal"), _is_garbled("cell", "Cells")
    (False, False)
    """
    is_acronym = _is_acronym(one) and _is_acronym(two)
    first, second = one.lower(), two.lower()
    least, most = sorted((len(one), len(two)))
    kind = slip(first, second)
    if is_acronym:
        return kind == "turned" or (least > 3 and bool(kind) and not is_plural(first, second))
    if kind == "turned" and least > 4:
        return is_word(first) or not is_word(second)
    before, after = _same(first, second), _same(first[::-1], second[::-1])
    if is_word(first) and (before > 4 or not is_word(second)):
        # dictionary, dictionaries; documentation, docstring
        return False
    # One or two letters may be a slip of the source, put right: `Messenchymal`.
    return least >= _NAME and before >= 3 and most - min(after, least - before) - before >= 3 and most - least < 5


def _same(one: str, two: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _is_acronym(word: str) -> bool:
    return not word.islower() and sum(map(str.isupper, word)) > 1
