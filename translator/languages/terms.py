"""Short texts that name another thing than their source: terms and lists of terms, compared by the concepts that they may mean.

A text is read only where all of it is known: as one term, as terms side by side (`buckwheat tea`), or as a list of such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from translator.frozen import swift
from translator.languages.vocabulary import (
    LONGEST,
    MOST_READINGS,
    UNKNOWN,
    Item,
    Part,
    Reading,
    concepts,
    items,
    tongue,
)


@swift
@dataclass(frozen=True, slots=True)
class WrongTerm:
    """A term that became another one, or that only one of two lists has (then the other one's words are "").

    `said` and `found` are the words of source and target, `right` is what the first is called in the target's language,
    `meaning` what the second is called in the source's. The spans are half-open, in characters of the texts.
    """

    said: str
    found: str
    right: str
    meaning: str
    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None


def may_be_terms(source: str, target: str) -> bool:
    """Whether two texts are short enough to be terms."""
    return len(source) <= LONGEST and len(target) <= LONGEST


def are_same_terms(source: str, target: str, source_language: str, language: str) -> bool:
    """Whether two texts are known terms, or lists of known terms, that match one for one.

    >>> are_same_terms("虾、小麦、大豆", "えび、小麦、大豆", "zh-Hans", "ja"), are_same_terms("虾", "かに", "zh-Hans", "ja")
    (True, False)
    """
    ours, theirs = _both(source, target, source_language, language)
    if not ours or not theirs or not all(each.readings for each in (*ours, *theirs)):
        return False
    return any(_left(one, two) == ((), ()) for one, two in product(_flat(ours), _flat(theirs)))


def _both(source: str, target: str, source_language: str, language: str) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    here, there = tongue(source_language), tongue(language)
    if not here or not there or here == there or not may_be_terms(source, target):
        return (), ()
    ours = items(source, here)
    if not ours and here != "en" and there == "en" and _KANA.search(source) is None:
        # 配偶 of a Chinese row may be taken for Japanese.
        ours = items(source, "ja" if here == "zh" else "zh")
    return (ours, items(target, there)) if ours else ((), ())


def wrong_term(source: str, target: str, source_language: str, language: str) -> WrongTerm | None:
    """The first term of a source that another term stands for in the target; None where all match or anything is unsure.

    >>> found = wrong_term("そば", "Wheat", "ja", "en")
    >>> found and (found.right, found.meaning)
    ('buckwheat', '小麦')
    >>> wrong_term("そば", "Soba noodles", "ja", "en"), wrong_term("そばを食べた", "Wheat", "ja", "en")
    (None, None)
    """
    ours, theirs = _both(source, target, source_language, language)
    if not ours or not theirs:
        return None
    pair = _differing(ours, theirs)
    if pair is None or _is_right_elsewhere(source, target, language):
        return None
    (one, part), (two, other) = pair
    known, here, there = concepts(), tongue(source_language), tongue(language)
    return WrongTerm(
        one.text if one else "",
        two.text if two else "",
        known[min(part)].names[there] if part else "",
        known[min(other)].names[here] if other else "",
        one.span if one else None,
        two.span if two else None,
    )


def _is_right_elsewhere(source: str, target: str, language: str) -> bool:
    """Whether a source without kana may be of the other language that is written so, and is right as such: 杏仁, almond."""
    if source.isascii() or _KANA.search(source) is not None:
        return False
    return any(are_same_terms(source, target, each, language) for each in ("zh", "ja"))


_KANA = re.compile("[ぁ-ヿ]")
_Side = tuple[Item | None, Part]


def _differing(ours: tuple[Item, ...], theirs: tuple[Item, ...]) -> tuple[_Side, _Side] | None:
    if len(ours) == len(theirs) == 1:
        found = _of_texts(ours[0], theirs[0])
        return ((ours[0], found[0]), (theirs[0], found[1])) if found else None
    return _of_lists(ours, theirs)


def _of_texts(one: Item, two: Item) -> tuple[Part, Part] | None:
    """The two terms that differ in two texts of one term or of some side by side."""
    if not one.readings or not two.readings:
        return None
    found = None
    for here, there in product(one.readings, two.readings):
        left = _left(here, there)
        if left == ((), ()):
            return None
        if len(here) > len(one.readings[0]) or len(there) > len(two.readings[0]):
            continue
        left = left if len(here) == len(there) else (_bodies(left[0]), _bodies(left[1]))
        # What one says more may be what goes without saying: 诊断名称, diagnosis.
        if not len(left[0]) == len(left[1]) == 1 or not _is_sure(here, there, left[0][0], left[1][0]):
            return None
        found = found or (left[0][0], left[1][0])
    return found


def _is_sure(here: Reading, there: Reading, one: Part, two: Part) -> bool:
    """Whether two terms that are left surely differ: not where either may be what a translator says freely.

    Beside others they differ even so where they are of one kind: gluten-free, gluten-rich.
    """
    ours, theirs = _kinds(one), _kinds(two)
    if len(here) == len(there) == 1:
        return _FREE.isdisjoint(ours | theirs)
    return bool((ours & theirs) - _FREE)


_FREE = frozenset(("ui", "head"))
"""The kinds of what is called in many ways: most words of buttons, headings, units."""


_KINDS = {
    each: group
    for group, kinds in {
        "food": "food dish drink nutrient foodclass meal",
        "person": "person family job",
        "illness": "symptom disease",
    }.items()
    for each in kinds.split()
}


def _kinds(part: Part) -> set[str]:
    known = concepts()
    return {_KINDS.get(known[each].kind, known[each].kind) for each in part}


def _bodies(parts: Reading) -> Reading:
    """The terms without those that say little beside another: date, number, name."""
    return tuple(each for each in parts if _kinds(each).isdisjoint(("head", "label")))


def _flat(items: Iterable[Item]) -> Iterator[Reading]:
    """The terms of all items, in each way that they can be read, of which there are a few."""
    for each in islice(product(*(item.readings for item in items)), MOST_READINGS):
        yield tuple(part for reading in each for part in reading)


def _find(at: int, ours: Reading, theirs: Reading, partner: dict[int, int], seen: set[int]) -> bool:
    """Whether a term finds a partner, where need be one whose own partner finds another."""
    for number, other in enumerate(theirs):
        if number not in seen and ours[at] & other:
            seen.add(number)
            if number not in partner or _find(partner[number], ours, theirs, partner, seen):
                partner[number] = at
                return True
    return False


def _left(ours: Reading, theirs: Reading) -> tuple[Reading, Reading]:
    """The terms of both sides that have no partner on the other one, where as many as can be have one."""
    partner: dict[int, int] = {}
    matched = [_find(at, ours, theirs, partner, set()) for at in range(len(ours))]
    if all(matched) and len(partner) == len(theirs):
        return (), ()
    taken = set(partner.values())
    return (
        tuple(each for at, each in enumerate(ours) if at not in taken),
        tuple(each for number, each in enumerate(theirs) if number not in partner),
    )


def _of_lists(ours: tuple[Item, ...], theirs: tuple[Item, ...]) -> tuple[_Side, _Side] | None:
    """The first items that differ; one of them None where a list lost or gained one."""
    if any(len(reading) > 1 for each in (*ours, *theirs) for reading in each.readings[:1]) and len(ours) != len(theirs):
        return None
    here = [each for each in ours if each.readings]
    there = [each for each in theirs if each.readings]
    unknown = len(ours) - len(here), len(theirs) - len(there)
    gone, new = _unpaired(here, there)
    if gone and new and len(gone) == len(new) and _is_list(ours, len(here)) and _is_list(theirs, len(there)):
        if unknown[0] != unknown[1] or len(gone) * 2 > len(ours):
            return None
        return _exchanged(gone, new)
    if unknown != (0, 0) or len(gone) + len(new) != 1 or min(len(ours), len(theirs)) < 2:
        return None
    item = (*gone, *new)[0]
    side = (item, item.readings[0][0])
    return (side, (None, frozenset())) if gone else ((None, frozenset()), side)


def _is_list(items: Sequence[Item], known: int) -> bool:
    """Whether items are those of a list: all of them known, or all but a short one among three."""
    unknown = [each for each in items if not each.readings]
    return not unknown or (len(unknown) <= UNKNOWN and known >= 3 and len(unknown[0].text) <= _short(unknown[0].text))


def _short(text: str) -> int:
    """The most characters of an unknown item: a longer one is rather the rest of a sentence."""
    return 24 if text.isascii() else 12


def _unpaired(here: list[Item], there: list[Item]) -> tuple[list[Item], list[Item]]:
    """The items of both lists that have no partner."""
    gone, new = list(here), list(there)
    for one in here:
        same = [two for two in new if _is_same(one, two)]
        if same:
            gone.remove(one)
            new.remove(same[0])
    return gone, new


def _is_same(one: Item, two: Item) -> bool:
    return any(_left(a, b) == ((), ()) for a, b in product(one.readings, two.readings))


def _exchanged(gone: list[Item], new: list[Item]) -> tuple[_Side, _Side] | None:
    """The first of two items that surely differ."""
    for one, two in zip(gone, new, strict=True):
        found = _of_texts(one, two)
        if found is None:
            return None
    found = _of_texts(gone[0], new[0])
    return ((gone[0], found[0]), (new[0], found[1])) if found else None
