"""Words that say the opposite of each other: increase and decrease, acute and chronic, left and right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from translator.languages import markers
from translator.languages.candidates import Hints, hints, latin_words, matches, meant
from translator.languages.claims import denies
from translator.languages.numerals import data_lines
from translator.languages.numerals_en import alternation
from translator.languages.quantities import Difference
from translator.languages.verbatim import prose

Span = tuple[int, int]
_TURNING = re.compile("(?:[不非未无無再]|取消|解除)$")


@cache
def _table(language: str) -> tuple[Mapping[str, tuple[tuple[str, str], ...]], re.Pattern[str]]:
    """((concept, side) by word, a pattern of all words in lower case) of zh, ja or en."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in data_lines("opposites.txt"):
        concept, side, tongue, words = line.split("\t")
        if tongue == language:
            for word in words.split("|"):
                found.setdefault(word, []).append((concept, side))
    pattern = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    if language == "en":
        stems = alternation(each.rstrip("*") for each in found if each[-1] == "*")
        words = alternation(each for each in found if each[-1] != "*")
        pattern = rf"\b(?:{stems}[a-z]*|{words})\b"
    return {k: tuple(v) for k, v in found.items()}, re.compile(pattern)


@cache
def _has_no_case(tongue: str) -> bool:
    return not any(letter.lower() != letter.upper() for word in _table(tongue)[0] for letter in word)


@cache
def _hints(tongue: str) -> tuple[Hints, Hints]:
    """What the words of each concept begin with."""
    found = _table(tongue)[0]
    return hints((word, concept) for word, meanings in found.items() for concept, _ in meanings)


def may_mean(text: str, language: str = "") -> set[str]:
    """The concepts that a text may have words for: those that `read` finds, or more.

    >>> sorted(may_mean("血圧は上昇した", "ja"))
    ['amount']
    """
    tongue = markers.tongue(text, language)
    plain = prose(text)
    if tongue != "en":
        # The words are looked for in lower case.
        return meant(_hints(tongue), plain if _has_no_case(tongue) else plain.replace("İ", "I").lower())
    if "İ" in plain:
        plain = plain.replace("İ", "I")
    return set().union(*[_begun(word) for word in latin_words(plain)])


@lru_cache(maxsize=16384)
def _begun(word: str) -> frozenset[str]:
    """The concepts of all English words that begin with a whole word."""
    found = _meanings(word, "en")
    if not found:
        return frozenset()
    return frozenset(
        concept for concept in (*(each for each, _ in found), *(each for _, each in _hints("en")[0].get(word, ())))
    )


def read(text: str, language: str = "") -> dict[str, dict[str, Span]]:
    """Concept → side → the first place of a word that says it.

    >>> read("血圧は上昇した", "ja")
    {'amount': {'up': (3, 5)}}
    """
    tongue = markers.tongue(text, language)
    pattern = _table(tongue)[1]
    found: dict[str, dict[str, Span]] = {}
    # İ alone changes its length in lower case.
    plain = prose(text).replace("İ", "I").lower()
    if tongue == "en":
        told = [word for word in latin_words(plain) if _meanings(word, tongue)]
        found_words = matches(pattern, told, None, plain) if told else iter(())
    else:
        found_words = pattern.finditer(plain)
    for match in found_words:
        if _TURNING.search(plain[max(0, match.start() - 2) : match.start()]):
            # 不許可, 取消隐藏, 再表示: neither the one nor the other
            continue
        for concept, side in _meanings(match[0], tongue):
            found.setdefault(concept, {}).setdefault(side, match.span())
    return found


@lru_cache(maxsize=16384)
def _meanings(word: str, tongue: str) -> tuple[tuple[str, str], ...]:
    words = _table(tongue)[0]
    if word in words:
        return words[word]
    stem = next((word[:end] + "*" for end in range(len(word), 2, -1) if word[:end] + "*" in words), "")
    return words.get(stem, ())


def compare_opposites(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The words that became their opposites.

    Judged where each text has words of one side alone, and either both deny something or neither.

    >>> [each.message for each in compare_opposites("血圧は上昇した", "Blood pressure fell")]
    ['“上昇” became “fell”']
    """
    # English, which is read last, takes longest to look through.
    texts = sorted(((source, source_language), (target, target_language)), key=lambda each: each[1] == "en")
    may = may_mean(*texts[0])
    if not may or may.isdisjoint(may_mean(*texts[1])):
        return ()
    ours = read(source, source_language)
    if not ours:
        return ()
    theirs = read(target, target_language)
    if not any(each in theirs for each in ours) or denies(source, source_language) != denies(target, target_language):
        return ()
    out = []
    for concept, sides in ours.items():
        others = theirs.get(concept, {})
        if len(sides) == len(others) == 1 and sides.keys() != others.keys():
            (one,), (two,) = sides.values(), others.values()
            out.append(Difference("opposite", f"“{source[slice(*one)]}” became “{target[slice(*two)]}”", one, two))
    return tuple(out)
