"""Two words of a kind that stand in both texts and have changed places there: left and right, one medicine and another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from translator.languages import markers, variants

Span = tuple[int, int]
Places = dict[str, list[Span]]
# Where both texts have both words: whether they stand in brackets, each in its own.
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_NUMBER = re.compile(r"[^0-9,，、;；。()（）\n]{0,12}?([0-9]+(?:\.[0-9]+)?)")
ORDERED = frozenset(
    (
        "accuracy",
        "side",
        "donor",
        "sex",
        "test",
        "meal",
        "stage",
        "sides",
        "vessel",
        "blood",
        "ward",
        "care",
        "order",
        "person",
    )
)
"""Concepts of which the two words are told of two things beside each other."""
_LISTED = frozenset(
    (
        "arm", "beverage", "compass", "complaint", "daytype", "disease", "drugkind", "legside", "platform", "stairs", "drugname", "exam", "failure", "form", "juice", "land",
        "marker", "mealtime", "organ", "role", "season", "tissue",
    )
)  # fmt: skip
"""Concepts of which all languages keep the order, where each of two things has a clause of its own."""
_PARTING = re.compile(r"[，,;；。](?!\s*(?:and|or|和|及|与|と)).|\b(?:but|while|whereas)\b|但|而|ただし|一方|が、")
_NEAR, _FAR = 2, 60
"""How far from each other two words of two clauses may stand."""


def find(
    texts: tuple[str, str], languages: tuple[str, str], concept: str, places: tuple[Places, Places]
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """The places of two opposites that stand once in both sentences and are exchanged, side by side.

    Told where each has the other's number behind it, or where nothing but the order tells them apart:
    Chinese and Japanese keep it, and so do the brackets of a list in all languages.
    """
    if any(len(sides) != 2 or any(len(spans) != 1 for spans in sides.values()) for sides in places):
        return None
    if places[0].keys() != places[1].keys():
        return None
    ours, theirs = (tuple(sides[side][0] for side in sorted(places[0], key=places[0].__getitem__)) for sides in places)
    numbers, others = _numbered(texts[0], ours), _numbered(texts[1], theirs)
    if None not in numbers and numbers[0] != numbers[1] and numbers in (others, others[::-1]):
        # Each with its own number, in another order: 左眼0.3，右眼1.0 is 右1.0、左0.3.
        return None if numbers == others else (ours, theirs)
    if (concept not in ORDERED and concept not in _LISTED) or theirs[0] < theirs[1]:
        return None
    if _moved_whole(texts[0], ours, other=texts[1], theirs=theirs):
        return None
    if concept in _LISTED:
        return (ours, theirs) if _are_parted(texts[0], ours) and _are_parted(texts[1], theirs) else None
    if "en" not in map(markers.tongue, texts, languages):
        return ours, theirs
    is_bracketed = _are_bracketed(texts[0], ours) and _are_bracketed(texts[1], theirs)
    return (ours, theirs) if is_bracketed else None


def _moved_whole(text: str, ours: Sequence[Span], *, other: str, theirs: Sequence[Span]) -> bool:
    """Whether each of two words moved with its clause, of which one denies something and the other does not."""
    denied = [
        [_DENIED.search(_clause(one, span)) is not None for span in spans]
        for one, spans in ((text, ours), (other, theirs))
    ]
    if denied[0][0] != denied[0][1] and denied[0] == denied[1]:
        return True
    # What each clause says beside the word tells with which of the two it moved: 住院费由患者承担.
    first, second = (
        [_han(_clause(one, span), one[slice(*span)]) for span in spans]
        for one, spans in ((text, ours), (other, theirs))
    )
    kept = sum(len(one & two) for one, two in zip(first, second, strict=True))
    return kept > sum(len(one & two) for one, two in zip(first, second[::-1], strict=True))


def _han(clause: str, word: str) -> frozenset[str]:
    """The ideographs of a clause, in one form, without those of a word."""
    return frozenset(_HAN.findall(variants.fold(clause.replace(word, ""))))


_HAN = re.compile("[\u3400-\u9fff]")


def _clause(text: str, span: Span) -> str:
    """The clause that a word stands in."""
    start = max((match.start() + 1 for match in _PARTING.finditer(text, 0, span[0] + 1)), default=0)
    end = next((match.start() for match in _PARTING.finditer(text, span[1])), len(text))
    return text[start:end]


_DENIED = re.compile(
    r"[不无無没沒未勿别非]|ない|ません|ず(?=[、。に]|$)|なく|\b(?:not?|never|without|cannot|neither)\b|n['’]t\b",
    re.IGNORECASE,
)


def _numbered(text: str, spans: Iterable[Span]) -> list[str | None]:
    """The number that follows each of the spans: “survival was 94%”."""
    return [found[1] if (found := _NUMBER.match(text, end)) else None for _, end in spans]


def _are_bracketed(text: str, spans: Iterable[Span]) -> bool:
    """Whether each of the spans stands in brackets of its own."""
    around = [match.span() for match in _BRACKETED.finditer(text)]
    inside = [next((each for each in around if each[0] < at and to < each[1]), None) for at, to in spans]
    return None not in inside and len(set(inside)) == len(inside)


def _are_parted(text: str, spans: Sequence[Span]) -> bool:
    """Whether two spans stand in clauses of their own; what is said of both in one clause has no order."""
    (_, end), (first, _) = sorted(spans)
    return _NEAR <= first - end <= _FAR and _PARTING.search(text, end, first) is not None


_COUNTED = frozenset(("amount", "course", "degree", "donor", "drugname", "evaluated", "force", "response", "side"))
"""Concepts that other languages say word for word: where all but one agree, the one is told."""


def lone_pair(concept: str, sides: Places, others: Places) -> tuple[Span, Span] | None:
    """The places of a word and its opposite, where the texts do not have the same sides.

    Each has words of one side alone; or as many words as the other, all of one side but for one.
    """
    if len(sides) == len(others) == 1:
        (side, ours), (other, theirs) = *sides.items(), *others.items()
        return (ours[0], theirs[0]) if side != other else None
    if concept == "person" and len(sides) == 1 and len(others) == 2:
        # Chinese writes 她 and 他, English “she” and “he”: who of the two is told of is one of them in both.
        ((side, ours),) = sides.items()
        return (ours[0], next(spans[0] for other, spans in others.items() if other != side))
    if len(sides) + len(others) != 3 or concept not in _COUNTED:
        return None
    few, many = (sides, others) if len(sides) == 1 else (others, sides)
    ((side, spans),) = few.items()
    (lone,) = (each for other, each in many.items() if other != side) if side in many else ([],)
    if len(lone) != 1 or len(spans) != len(many[side]) + 1:
        return None
    return (spans[-1], lone[0]) if few is sides else (lone[0], spans[-1])
