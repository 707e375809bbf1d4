"""How usual the last characters of a text are as an end, counted in clean texts of each language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from string import ascii_letters

MARKS = ".。．!！?？…:：;；"
_LONGEST = 8
"""So many letters of an English word are looked up, with the blank before it."""


def rarity(bare: str, language: str) -> float:
    """How usual the end of a text is, without its marks: below 0 where it is seldom one, 0 where nothing is known."""
    known = _known().get(language)
    bare = bare.rstrip(MARKS)
    if not known or not bare:
        return 0.0
    return next((known[each] for each in ends(bare, language) if each in known), 0.0)


def ends(bare: str, language: str) -> Iterator[str]:
    """What is looked up of a text's end: the longest first.

    Of English the last letters of a word, with a blank where it begins: a word that is cut ends as no word does.

    >>> list(ends("to the Lef", "en")), list(ends("効果は", "ja"))
    ([' lef', 'lef', 'ef'], ['果は', 'は'])
    """
    if language == "en":
        # No word of the list is as long.
        last = last_latin(bare[-80:]).lower()
        yield from grams(last) if last else ()
    elif not bare[-1:].isascii():
        yield bare[-2:]
        yield bare[-1:]


def grams(letters: str) -> Iterator[str]:
    """The last letters of a word, or of its beginning, the longest first."""
    word = f" {letters}"[-_LONGEST:]
    for at in range(max(1, len(word) - 1)):
        yield word[at:]


def last_latin(text: str) -> str:
    """The Latin word that ends a text, with its genitive; "" where another character does.

    >>> last_latin("of the patient's"), last_latin("isn't"), last_latin("90%")
    ("patient's", 't', '')
    """
    end = len(text) - 1 if text.endswith("\n") else len(text)
    start = len(text[:end].rstrip(ascii_letters))
    if text[start:end] == "s" and text[start - 1 : start] in _APOSTROPHES:
        before = len(text[: start - 1].rstrip(ascii_letters))
        start = before if before < start - 1 else start
    return text[start:end]


_APOSTROPHES = ("'", "’")


@cache
def _known() -> dict[str, dict[str, float]]:
    """Language → last characters → how much more often they end a text than stand in one (logarithm)."""
    text = (files(__package__) / "data" / "ends.tsv").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            language, value, written = line.split("\t")
            known = written.split(" ")
            if language == "en":
                known = [each.replace("_", " ") for each in known]
            found.setdefault(language, {}).update(dict.fromkeys(known, float(value)))
    return found
