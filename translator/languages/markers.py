"""Words whose change changes what a sentence claims: negation, quantifiers and comparison signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from translator.frozen import swift
from translator.languages.candidates import Hints, first_words, latin_words, matches
from translator.languages.numerals import data_lines
from translator.languages.numerals_en import alternation
from translator.languages.verbatim import fold, prose

_KANA = re.compile("[ぁ-んァ-ヶ]")
_HAN = re.compile("[一-龥]")


@swift
@dataclass(frozen=True, slots=True)
class Marker:
    """One such word with its span: `kind` is `negation`, `quantifier` or `comparison`, `concept`
    what all words of one meaning share (`not`, `all`, `half`, `≥` …)."""

    kind: str
    concept: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Table:
    """Kinds and concepts by word, a pattern for all words; what Latin words begin with, and what others; hints at concepts."""

    concepts: dict[str, tuple[tuple[str, str], ...]]
    pattern: re.Pattern[str]
    latin: frozenset[str]
    others: re.Pattern[str] | None
    told: tuple[tuple[str, int], ...]
    hints: Hints


@lru_cache(maxsize=4)
def _table(language: str) -> _Table:
    """The words of zh, ja or en, with what finds them."""
    concepts: dict[str, list[tuple[str, str]]] = {}
    for line in data_lines("markers.txt"):
        kind, concept, tongue, words = line.split("\t")
        if tongue != language:
            continue
        for word in words.split("|"):
            concepts.setdefault(fold(word), []).append((kind, concept))
    latin = [word for word in concepts if word[0].isascii() and word[0].isalpha()]
    other = [word for word in concepts if word not in latin]
    patterns = []
    if other:
        patterns.append(_guarded(other))
    if latin:
        patterns.append(rf"(?<![A-Za-z])(?i:{alternation(latin)})(?![A-Za-z])")
    found = {word: tuple(dict.fromkeys(kinds)) for word, kinds in concepts.items()}
    others = re.compile(f"[{re.escape(''.join(sorted({word[0] for word in other})))}]") if other else None
    bits = _bits()
    told = tuple((word, bits[each]) for word, kinds in found.items() for each in kinds if each in bits)
    return _Table(found, re.compile("|".join(patterns)), first_words(latin), others, told, Hints(told))


@lru_cache(maxsize=1)
def _bits() -> dict[tuple[str, str], int]:
    """A bit for each concept of the kinds that `hints` tells, the same in all languages; a kind's are neighbours."""
    lines = (line.split("\t") for line in data_lines("markers.txt"))
    found = sorted({(kind, concept) for kind, concept, _, _ in lines if kind in ("quantifier", "comparison")})
    return {each: 1 << number for number, each in enumerate(found)}


@lru_cache(maxsize=2)
def bits(kind: str) -> int:
    """The bits of all concepts of a kind."""
    return sum(bit for (each, _), bit in _bits().items() if each == kind)


def _guarded(words: list[str]) -> str:
    """The words of Han, kana and signs; `<` and `>` only where no arrow or tag is meant."""
    plain = [word for word in words if word not in ("<", ">", "<=", ">=")]
    signs = [word for word in words if word in ("<=", ">=")]
    single = [word for word in words if word in ("<", ">")]
    parts = [alternation(plain)] if plain else []
    if signs:
        parts.append(r"[<>]=(?!=|>)")
    if single:
        parts.append(r"(?<![-=<>&])[<>](?![-=<>/A-Za-z])")
    return "|".join(parts)


_TONGUES = {start: name for name in ("zh", "ja", "en") for start in (name, f"{name}-")}


def known_tongue(language: str) -> str:
    """Which table texts of a language are read by, or "" where each text tells."""
    return _TONGUES.get(language[:3], "")


def tongue(text: str, language: str = "") -> str:
    """Which table a text is read by: `zh`, `ja` or `en`."""
    plain = _TONGUES.get(language[:3])
    if plain is not None:
        return plain
    if _KANA.search(text):
        return "ja"
    return "zh" if _HAN.search(text) else "en"


def hints(text: str, language: str = "") -> int:
    """The bits of the concepts (quantifiers and comparisons) that a text may have words for, or of more.

    >>> hints("at least half of all", "en") & bits("quantifier") == hints("半数か全員", "ja") & bits("quantifier")
    True
    """
    return _hints(text, tongue(text, language))


@lru_cache(maxsize=16)
def _hints(text: str, tongue: str) -> int:
    return _table(tongue).hints.read(prose(text))


def told(tongue: str) -> tuple[tuple[str, int], ...]:
    """The words of zh, ja or en that `hints` tells, with their bits."""
    return _table(tongue).told


def may_differ(kind: str, source: str, target: str, languages: tuple[str, str]) -> bool:
    """Whether both texts may have words of a kind, and not of one meaning alone.

    >>> may_differ("quantifier", "全員", "All of half", ("ja", "en")), may_differ("quantifier", "全員", "All", ("ja", "en"))
    (True, False)
    """
    wanted = bits(kind)
    ours = hints(source, languages[0]) & wanted
    if not ours:
        return False
    theirs = hints(target, languages[1]) & wanted
    both = ours | theirs
    return bool(theirs and both & (both - 1))


def read(text: str, language: str = "") -> tuple[Marker, ...]:
    """The markers of a text in order.

    >>> [(each.kind, each.concept) for each in read("全員に副作用はない。", "ja")]
    [('quantifier', 'all'), ('negation', 'not')]
    """
    table, plain = _table(tongue(text, language)), prose(text)
    concepts, out = table.concepts, []
    for match in matches(table.pattern, table.latin & latin_words(plain), table.others, plain):
        word = match.group()
        kinds = concepts.get(word) or concepts.get(word.lower(), ())
        for kind, concept in kinds:
            if kind != "neutral":
                out.append(Marker(kind, concept, match.start(), match.end(), text[match.start() : match.end()]))
    return tuple(out)
