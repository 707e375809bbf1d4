"""Words that say the opposite of each other: increase and decrease, acute and chronic, left and right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from translator.languages import abreast, markers
from translator.languages.candidates import Hints, latin_words, matches
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
def _bits() -> Mapping[tuple[str, str], int]:
    """A bit for each side of each concept, the same in all languages."""
    sides = dict.fromkeys(tuple(line.split("\t")[:2]) for line in data_lines("opposites.txt"))
    return {(concept, side): 1 << number for number, (concept, side) in enumerate(sides)}


@cache
def _turned() -> tuple[tuple[int, int], ...]:
    """(bit of a side, bits of the other sides of its concept)."""
    bits = _bits()
    return tuple(
        (bit, sum(other for each, other in bits.items() if each[0] == concept and other != bit))
        for (concept, _), bit in bits.items()
    )


@cache
def _hints(tongue: str) -> Hints:
    words, bits = _table(tongue)[0], _bits()
    return Hints((word, bits[each]) for word, meanings in words.items() for each in meanings)


@lru_cache(maxsize=16)
def hints(text: str, language: str = "") -> int:
    """The bits of the sides that a text may have words for: those that `read` finds, or more.

    >>> hints("血圧は上昇した", "ja") == hints("Blood pressure rose", "en")
    True
    """
    tongue = markers.tongue(text, language)
    plain = prose(text)
    if "İ" in plain:
        plain = plain.replace("İ", "I")
    if tongue != "en":
        return _hints(tongue).read(plain.lower())
    found = 0
    for word in latin_words(plain):
        found |= _begun(word)
    return found


@lru_cache(maxsize=16384)
def _begun(word: str) -> int:
    """The bits of an English word, and of words of several that it may begin."""
    return sum({_bits()[each] for each in _meanings(word, "en")}) | _hints("en").begun(word)


def _may_turn(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Whether the texts may have words of two sides of one concept."""
    # English takes longest to look through.
    is_first = languages[0] != "en"
    some = hints(source, languages[0]) if is_first else hints(target, languages[1])
    if not some:
        return False
    more = hints(target, languages[1]) if is_first else hints(source, languages[0])
    return bool(more and more & _opposed(some))


@lru_cache(maxsize=4096)
def _opposed(sides: int) -> int:
    """The bits of the sides that are opposites of some."""
    found = 0
    for bit, others in _turned():
        if sides & bit:
            found |= others
    return found


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
        told = [word for word in latin_words(plain) if _begun(word)]
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
    if not _may_turn(source, target, (source_language, target_language)):
        return ()
    out: list[Difference] = []
    for one, two, at, to in abreast.sentences(source, target):
        out += _turned_words(one, two, (source_language, target_language), (at, to))
    return tuple(out)


def _turned_words(source: str, target: str, languages: tuple[str, str], offsets: Span) -> Iterator[Difference]:
    """The words of one sentence that are opposites in the other."""
    ours = read(source, languages[0])
    theirs = read(target, languages[1]) if ours else {}
    for concept, sides in ours.items():
        others = theirs.get(concept, {})
        if len(sides) != 1 or len(others) != 1 or sides.keys() == others.keys():
            continue
        (one,), (two,) = sides.values(), others.values()
        # 无效 is its own word, “not valid” denies the other one.
        if denies(source, languages[0], beside=one) != denies(target, languages[1], beside=two):
            continue
        message = f"“{source[slice(*one)]}” became “{target[slice(*two)]}”"
        spans = ((each[0] + offset, each[1] + offset) for each, offset in zip((one, two), offsets, strict=True))
        yield Difference("opposite", message, *spans)
