"""Sentences in which one thing became another of its kind: what `data/terms.txt` knows of things, looked for in running text.

Told where of the things of a kind the source names one that the target does not, the target one that the source does
not, and either names no more than that: 椅子 that became a wheelchair, クレジットカード 会员卡. What is told of both by one
word (blood pressure, systolic blood pressure), and what speakers take for each other (`data/near_terms.txt`), is no other thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from translator.languages import abreast, bounds, spellings, variants, vocabulary
from translator.languages.candidates import Hints
from translator.languages.difference import Difference
from translator.languages.numerals import data_lines
from translator.languages.vocabulary import Part

Span = tuple[int, int]
Found = tuple[Span, Part]
_GROUPS = {
    kind: group
    for group, kinds in {
        "food": "food dish drink", "nutrient": "nutrient", "body": "body", "illness": "symptom disease",
        "role": "family job", "test": "test vital", "object": "device home clothing travel material", "drug": "drug",
        "pay": "pay", "animal": "animal", "insurance": "insurance", "plant": "plant", "trial": "trial", "route": "route", "surgery": "operation",
    }.items()
    for kind in kinds.split()
}  # fmt: skip
"""Kinds of things that sentences name by few words, by the groups within which they are told apart."""
_EXACT = frozenset(("body", "illness", "surgery"))
"""Groups whose names say in their first words what they are: a kidney transplant is no heart transplant."""
_LONGEST = 260
"""In longer sentences together things are named by other words."""


@cache
def _near() -> tuple[frozenset[str], frozenset[str], tuple[frozenset[str], ...]]:
    """Words that are never judged, the things that may stand for any of their kind, and those that may for each other."""
    loose, broad, alike = set[str](), set[str](), []
    for line in data_lines("near_terms.txt"):
        kind, words = line.split("\t")
        if kind == "loose":
            loose.update(words.split("|"))
        elif kind == "broad":
            broad.update(words.split("|"))
        else:
            alike.append(frozenset(words.split("|")))
    return frozenset(loose), frozenset(broad), tuple(alike)


@cache
def _english() -> Sequence[frozenset[str]]:
    """The English names of each concept, by number."""
    return tuple(frozenset(forms["en"]) for _, forms in vocabulary.rows())


@lru_cache(maxsize=4096)
def _circles(number: int) -> frozenset[int]:
    """The circles of things that stand for each other to which a concept belongs; -1 where it may stand for any."""
    _, broad, alike = _near()
    names = _english()[number]
    out = {at for at, circle in enumerate(alike) if not circle.isdisjoint(names)}
    return frozenset((*out, -1) if not broad.isdisjoint(names) else out)


@lru_cache(maxsize=4096)
def _group(number: int) -> str:
    return _GROUPS.get(vocabulary.concepts()[number].kind, "")


@lru_cache(maxsize=8192)
def _groups(part: Part) -> frozenset[str]:
    """The groups of what a term may name; none where it may be no thing."""
    return frozenset(filter(None, map(_group, part)))


@cache
def bits() -> Mapping[int, int]:
    """A bit for each concept that is a thing, by number."""
    things = [number for number in range(len(vocabulary.concepts())) if _group(number)]
    return {number: 1 << at for at, number in enumerate(things)}


@cache
def _masks() -> tuple[int, ...]:
    """The bits of the things of each group."""
    found: dict[str, int] = {}
    for number, bit in bits().items():
        found[_group(number)] = found.get(_group(number), 0) | bit
    return tuple(found.values())


@cache
def _hints(tongue: str) -> Hints:
    return Hints(told(tongue))


def told(tongue: str) -> Iterator[tuple[str, int]]:
    """The terms of zh, ja or en that are judged, as they are written there, with the bits of what they may name."""
    known = bits()
    for key, part in vocabulary.senses(tongue).items():
        if _groups(part) and _is_judged(key, tongue):
            bit = sum({known[each] for each in part if each in known})
            yield from ((each, bit) for each in spellings.spelled(key, tongue))


def _is_judged(key: str, tongue: str) -> bool:
    if key in _near()[0]:
        return False
    if tongue == "en":
        return len(key) > 2
    return len(key) > 1 and _SHORT_KANA.fullmatch(key) is None


_SHORT_KANA = re.compile("[ぁ-ゖ]{1,2}")


@lru_cache(maxsize=16384)
def begun(word: str) -> int:
    """The bits of an English word, and of terms of several that it may begin."""
    return _hints("en").read(word) | _hints("en").begun(word) | _hints("en").begun(vocabulary.singular(word))


def may_differ(ours: int, theirs: int) -> bool:
    """Whether of two texts with some bits each may name a thing of a group that the other does not."""
    lost, new = ours & ~theirs, theirs & ~ours
    return bool(lost and new) and any(lost & mask and new & mask for mask in _masks())


@lru_cache(maxsize=32)
def _read(text: str, tongue: str) -> tuple[Found, ...]:
    """The terms of a text in order, the longest where several begin, none inside another."""
    return tuple(_of_words(text) if tongue == "en" else _of_characters(text, tongue))


def _of_words(text: str) -> Iterator[Found]:
    words = [(match.span(), vocabulary.singular(match[0].lower())) for match in _WORD.finditer(text)]
    at, lengths, senses = 0, vocabulary.lengths("en"), vocabulary.senses("en")
    while at < len(words):
        taken = 1
        for length in lengths.get(words[at][1], ()):
            piece = words[at : at + length]
            part = senses.get(" ".join([word for _, word in piece])) if len(piece) == length else None
            if part:
                yield (piece[0][0][0], piece[-1][0][1]), part
                taken = length
                break
        at += taken


_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")


def _of_characters(text: str, tongue: str) -> Iterator[Found]:
    folded = variants.fold(text).lower()
    if len(folded) != len(text):
        folded = text.lower()
    at, lengths, senses = 0, vocabulary.lengths(tongue), vocabulary.senses(tongue)
    while at < len(folded):
        taken = 1
        for length in lengths.get(folded[at], ()):
            part = senses.get(folded[at : at + length]) if at + length <= len(folded) else None
            if part:
                yield (at, at + length), part
                taken = length
                break
        at += taken


def compare_things(source: str, target: str, tongues: tuple[str, str]) -> tuple[Difference, ...]:
    """The first thing of a sentence that became another of its kind.

    >>> [each.message for each in compare_things("请选择不会移动的椅子。", "Choose a wheelchair that stays put.", ("zh", "en"))]
    ['“椅子” became “wheelchair”']
    >>> compare_things("请选择不会移动的椅子。", "Choose a seat that stays put.", ("zh", "en"))
    ()
    """
    here, there = tongues
    named = _names(source, here), _names(target, there)
    for one, two, at, to in abreast.sentences(source, target):
        if len(one) + len(two) > _LONGEST:
            continue
        ours = _left(one, here, named[1]) if len(one) > 1 else {}
        theirs = _left(two, there, named[0]) if ours else {}
        for group, lost in ours.items():
            new = theirs.get(group, ())
            if len(lost) != 1 or len(new) != 1:
                continue
            if not _may_be_one((one, *lost[0]), (two, *new[0]), tongues, is_exact=group in _EXACT):
                (start, end), (first, last) = lost[0][0], new[0][0]
                message = f"“{one[start:end]}” became “{two[first:last]}”"
                return (Difference("altered", message, (start + at, end + at), (first + to, last + to)),)
    return ()


@lru_cache(maxsize=16)
def _names(text: str, tongue: str) -> Part:
    """All that the terms of a text may name."""
    return frozenset(number for _, part in _read(text, tongue) for number in part)


def _left(text: str, tongue: str, named: Part) -> dict[str, list[Found]]:
    """The things of a sentence that the other text does not name, by group."""
    out: dict[str, list[Found]] = {}
    for span, part in _read(text, tongue):
        if not part & named and _stands(text, span, tongue):
            for group in _groups(part):
                out.setdefault(group, []).append((span, part))
    return out


def _stands(text: str, span: Span, tongue: str) -> bool:
    """Whether a term is judged where it stands: not as a part of a longer word, nor of a name."""
    start, end = span
    if tongue == "en":
        key = " ".join(vocabulary.singular(each) for each in text[start:end].lower().split())
        is_named = start > 0 and text[start].isupper() and _LOWER.search(text) is not None
        return _is_judged(key, tongue) and not is_named
    if not _is_judged(variants.fold(text[start:end]).lower(), tongue):
        return False
    if tongue == "ja" and _is_of_a_run(text[start - 1 : start + 1]):
        return False
    if tongue == "ja" and _is_of_a_run(text[end - 1 : end + 1]) and _FOLLOWED.match(text, end) is None:
        return False
    return not bounds.is_cut_out(text, start, end, language=tongue)


_LOWER = re.compile(r"(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])")
_FOLLOWED = re.compile("患者|症例|[例群者後前時](?![\u3400-\u9fff])")
"""What is written on to a term of Japanese and leaves it what it is."""
_RUN = re.compile("[ァ-ヺー]{2}|[\u3005\u3400-\u9fff]{2}")


def _is_of_a_run(two: str) -> bool:
    """Whether two characters of Japanese stand in one run of Han or katakana."""
    return _RUN.fullmatch(two) is not None


def _may_be_one(
    one: tuple[str, Span, Part], two: tuple[str, Span, Part], tongues: tuple[str, str], *, is_exact: bool
) -> bool:
    """Whether two things may be one: the name of either is a part of the other's, or they are taken for each other."""
    circles = [{each for number in side[2] for each in _circles(number)} for side in (one, two)]
    if -1 in circles[0] | circles[1] or circles[0] & circles[1]:
        return True
    for here, there, tongue in ((one, two, tongues[1]), (two, one, tongues[0])):
        found = there[0][slice(*there[1])]
        if any(_contains(name, found, tongue, is_exact=is_exact) for name in vocabulary.names(here[2], tongue)):
            return True
    return False


def _contains(one: str, two: str, tongue: str, *, is_exact: bool) -> bool:
    """Whether one of two names is said inside the other, or ends alike where names are not exact: milk, soy milk."""
    if tongue == "en":
        ours, theirs = ({vocabulary.singular(each) for each in name.lower().split()} for name in (one, two))
        ours, theirs = ours - _SIDES, theirs - _SIDES
        return ours <= theirs or theirs <= ours or (not is_exact and _last(one) == _last(two))
    ours_folded, theirs_folded = variants.fold(one).lower(), variants.fold(two).lower()
    return ours_folded in theirs_folded or theirs_folded in ours_folded


_SIDES = frozenset(("left", "right", "both", "upper", "lower"))
"""What other checks compare."""


def _last(name: str) -> str:
    return vocabulary.singular(name.lower().split()[-1])
