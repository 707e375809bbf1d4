"""Things that both texts name by words of the table of kinds: an illness, an organ, a medicine that became another or is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from translator.languages import abreast, bounds, concepts, markers, opposites
from translator.languages.opposites import Meaning, Span
from translator.languages.quantities import Difference
from translator.languages.whole import whole

_THINGS = frozenset(
    (
        "animal", "beverage", "bodyfluid", "chemical", "city", "cleaner", "clinicdept", "colour", "disease",
        "drugkind", "drugname", "exam", "fabric", "failure", "food", "form", "germ", "hazard", "institution",
        "juice", "land", "lifestage", "limbpart", "marker", "mealtime", "metal", "nutrient", "oil", "organ",
        "paper", "part", "remedy", "role", "room", "season", "shop", "studied", "supply", "tissue", "transport",
        "vitamin", "waterkind",
    )
)  # fmt: skip
"""Concepts whose sides are things: beside others that both texts name, one may have become another of its kind."""
_TOLD = frozenset(["complaint", "disease", "drugname", "exam", "failure", "lifestage", "marker", "organ", "tissue"])
"""Concepts whose things have few other words: one that the translation does not name is lost."""
_COMMON = frozenset(
    [
        "bone",
        "bowel",
        "brain",
        "breast",
        "breathless",
        "burn",
        "cough",
        "covid",
        "ct",
        "depression",
        "ear",
        "eye",
        "fat",
        "fatigue",
        "headache",
        "heart",
        "influenza",
        "itch",
        "lung",
        "muscle",
        "nerve",
        "nose",
        "numbness",
        "pneumonia",
        "sars",
        "skin",
        "sleepy",
        "stomach",
        "stroke",
        "sweating",
        "swell",
        "thirst",
        "throat",
        "tooth",
    ]
)
"""Things of these concepts that everyday speech names by many words, or does not name."""
_LONGEST = 300
"""In longer sentences together things are named by other words."""
_MOST = 6
"""Of more things a summary names but some."""
Named = Mapping[Meaning, Span]


@cache
def _bits() -> int:
    """The bits of the sides that are things."""
    return sum(opposites.bits(concept) for concept in _THINGS | _TOLD)


def _named(text: str, language: str) -> tuple[dict[Meaning, Span], frozenset[Meaning]]:
    """The things that a text names, each with a place; and those whose word is but cut out of a longer one."""
    found = opposites.places(text, language, _bits())
    tongue = markers.tongue(text, language)
    out: dict[Meaning, Span] = {}
    cut = set()
    for concept, sides in found.items():
        if concept in _THINGS or concept in _TOLD:
            for side, spans in sides.items():
                span = next((each for each in spans if not bounds.is_cut_out(text, *each, language=tongue)), None)
                out[concept, side] = span or spans[0]
                if span is None:
                    cut.add((concept, side))
    return out, frozenset(cut)


def compare_named(
    source: str,
    target: str,
    *,
    source_language: str = "",
    target_language: str = "",
    sides: tuple[int, int] | None = None,
) -> tuple[Difference, ...]:
    """The things of the source that the target does not name: `altered` (`doubt`) where it names another of the kind, else `missing`.

    `sides` are the `opposites.hints` of both, where somebody knows.

    >>> [each.message for each in compare_named("西柚汁", "orange juice", source_language="zh", target_language="en")]
    ['“西柚汁” became “orange juice”']
    >>> [each.message for each in compare_named("补体、肌酐", "creatinine", source_language="zh", target_language="en")]
    ['“补体” is not in the translation']
    """
    ours, theirs = sides or (opposites.hints(source, source_language), opposites.hints(target, target_language))
    # Of most pairs the target may name all that the source may.
    if not may_lose(ours, theirs):
        return ()
    found = abreast.sentences(source, target)
    return tuple(_differences(found, (source_language, target_language)))


def may_lose(ours: int, theirs: int) -> bool:
    """Whether of two texts with some bits of `opposites.hints` the second may not name all that the first does."""
    things = ours & _bits()
    # Another of the kind stands in its place, or it is told by itself.
    return bool(things and things & ~theirs and (things & _told_bits() or theirs & opposites.opposed(things)))


@cache
def _told_bits() -> int:
    """The bits of the sides that are told where nothing stands in their place."""
    sides = (bit for (concept, side), bit in opposites.sides().items() if concept in _TOLD and side not in _COMMON)
    return sum(sides)


def _differences(sentences: Iterator[tuple[str, str, int, int]], languages: tuple[str, str]) -> Iterator[Difference]:
    for one, two, at, to in sentences:
        if len(one) + len(two) > _LONGEST:
            continue
        ours, cut = _named(one, languages[0])
        if not 0 < len(ours) <= _MOST or len(cut) == len(ours):
            continue
        theirs, cut_there = _named(two, languages[1])
        lost = [each for each in ours if each not in theirs and each not in cut]
        new = [each for each in theirs if each not in ours and each not in cut_there]
        other = next(((each, its) for each in lost for its in new if each[0] == its[0] in _THINGS), None)
        if other is not None:
            start, end = whole(one, *ours[other[0]], language=languages[0])
            first, last = whole(two, *theirs[other[1]], language=languages[1])
            message = f"“{one[start:end]}” became “{two[first:last]}”"
            kind = "altered" if concepts.kind(other[0][0], one, two) == "opposite" else "doubt"
            yield Difference(kind, message, (start + at, end + at), (first + to, last + to))
        elif told := [
            ours[each]
            for each in _alone(ours, theirs)
            if each in lost
            and each[0] in _TOLD
            and each[1] not in _COMMON
            and not bounds.is_written_there(one[slice(*ours[each])], two)
        ]:
            start, end = told[0]
            yield Difference("missing", f"“{one[start:end]}” is not in the translation", (start + at, end + at), None)


def _alone(ours: Named, theirs: Named) -> Iterator[Meaning]:
    """What only the first text names, and by no word that says something else of both: 肝炎 is an illness of the liver."""
    kept = [span for meaning, span in ours.items() if meaning in theirs]
    for meaning, (start, end) in ours.items():
        if meaning not in theirs and not any(start < last and first < end for first, last in kept):
            yield meaning
