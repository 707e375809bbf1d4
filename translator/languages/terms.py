"""Short texts that are terms or lists of terms, by the concepts of `data/terms.txt` and `data/term_names.txt` that they name in zh, ja and en.

A text is read only where all of it is known: as one term, as terms side by side (`buckwheat tea`), or as a list of such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from translator.frozen import swift
from translator.languages.numerals import data_lines
from translator.languages.variants import fold

Part = frozenset[int]
"""The concepts that one term may name."""
Reading = tuple[Part, ...]


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


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list: its words, its span and what it may be read as, fewest terms first; () where it is unknown."""

    text: str
    span: tuple[int, int]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class _Concept:
    kind: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Table:
    """The terms of a language by their folded form, and how long those are that begin with a character or word."""

    senses: dict[str, Part]
    lengths: dict[str, tuple[int, ...]]


_TONGUES = ("zh", "ja", "en")
_LONGEST = 90
"""Longer texts are sentences, which other checks judge."""
_MOST_PARTS = 5
_MOST_READINGS = 12


@cache
def _concepts() -> tuple[_Concept, ...]:
    return tuple(_Concept(line[0], {each: line[1][each][0] for each in _TONGUES}) for line in _rows())


def _rows() -> Iterator[tuple[str, dict[str, list[str]]]]:
    for line in (*data_lines("terms.txt"), *data_lines("term_names.txt")):
        kind, zh, ja, en = line.split("\t")
        chinese = zh.split("|")
        japanese = [form for each in ja.split("|") for form in (chinese if each == "=" else [each])]
        yield kind, {"zh": chinese, "ja": japanese, "en": en.split("|")}


@cache
def _table(tongue: str) -> _Table:
    senses: dict[str, set[int]] = {}
    for number, (_, forms) in enumerate(_rows()):
        for each in forms[tongue]:
            senses.setdefault(_key(each, tongue), set()).add(number)
    lengths: dict[str, set[int]] = {}
    for key in senses:
        units: Sequence[str] = key.split(" ") if tongue == "en" else key
        lengths.setdefault(units[0], set()).add(len(units))
    ordered = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return _Table({key: frozenset(found) for key, found in senses.items()}, ordered)


def _key(text: str, tongue: str) -> str:
    """What equal terms share: width, script, case, English plurals and hyphens do not part them."""
    if tongue == "en":
        return " ".join(_singular(each) for each in _WORD.findall(text.lower().replace("’", "'").replace(".", "")))
    return _SPACE.sub("", fold(text).lower())


_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?'?")
_SPACE = re.compile(r"\s+")
_PLURALS = {
    "children": "child", "men": "man", "women": "woman", "teeth": "tooth", "feet": "foot", "mice": "mouse",
    "knives": "knife", "lives": "life", "leaves": "leaf", "wives": "wife", "loaves": "loaf", "shelves": "shelf",
    "people": "person", "diagnoses": "diagnosis", "analyses": "analysis", "criteria": "criterion", "bacteria": "bacterium",
}  # fmt: skip


@lru_cache(maxsize=8192)
def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) < 4 or word[-1] != "s" or word[-2:] in ("ss", "us", "is"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")) else word[:-1]


_HEADINGS = re.compile("(?:[\\s\ufffc●○■□◆◇▪▶►※*•#＊★☆✓–—-]|[(（]?\\d{1,3}[.)．）、](?!\\d)|[①-⑳])*")
_ENDS = re.compile("[\\s\ufffc\\d。．.!！?？:：;；…*※＊%％–—-]*\\Z")
_NOTE = re.compile(r"(?<=.)\s*(?:\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|【[^【】]*】|［[^［］]*］)\Z")
_QUOTES = "\"'“”‘’「」『』《》【】[]［］"
_PARTING = re.compile("[、，,・·/／;；:：+＋|｜&＆\n]")
_AND = {
    "en": re.compile(r"\s(?:and|or|and/or)\s|[、，,・·/／;；:：+＋|｜&＆\n]\s*(?:(?:and|or)\s)?"),
    "zh": re.compile("[、，,・·/／;；:：+＋|｜&＆\n]|以及"),
    "ja": re.compile("[、，,・·/／;；:：+＋|｜&＆\n]|および|及び|または|又は|ならびに"),
}
_JOINING = {
    "zh": ("的", "之", "和", "与", "與", "及", "或", " ", "用"),
    "ja": ("の", "と", "や", "・", " ", "用", "な"),
    "en": frozenset(("of", "for", "the", "a", "an", "in", "on", "to", "and", "or", "by", "your", "my", "its")),
}


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without numbering, marks at the ends, a reading in brackets and quotation marks."""
    found = _HEADINGS.match(text, start, end)
    start = found.end() if found else start
    while True:
        before = end
        end = start + len(_NOTE.sub("", text[start:end]))
        end = start + len(_ENDS.sub("", text[start:end]))
        if start < end and text[start] in _QUOTES and text[end - 1] in _QUOTES:
            start, end = start + 1, end - 1
        elif end == before:
            return start, end


def tongue(language: str) -> str:
    """The column of the table that a language is read by, "" where there is none."""
    return language[:2] if language[:2] in _TONGUES else ""


@lru_cache(maxsize=4096)
def _items(text: str, tongue: str) -> tuple[_Item, ...]:
    """The items of a text, the text itself where it is one term; () where nothing of it is known."""
    start, end = _bare(text, 0, len(text))
    whole = text[start:end]
    readings = _readings(whole, tongue)
    if readings and (len(readings[0]) == 1 or _AND[tongue].search(whole) is None):
        return (_Item(whole, (start, end), readings),)
    found = []
    at = start
    for match in (*_AND[tongue].finditer(text, start, end), None):
        span = _bare(text, at, match.start() if match else end)
        if span[0] < span[1]:
            found.append(_Item(text[slice(*span)], span, _readings(text[slice(*span)], tongue)))
        at = match.end() if match else end
    return tuple(found) if any(each.readings for each in found) else ()


def _readings(text: str, tongue: str) -> tuple[Reading, ...]:
    """The ways to read all of a text as terms side by side, fewest first; () where there is none."""
    table, key = _table(tongue), _key(text, tongue)
    if not key:
        return ()
    units: Sequence[str] = key.split(" ") if tongue == "en" else key
    if len(units) > _LONGEST // 3:
        return ()
    plain = key[1:] if tongue == "ja" and key[0] in "お御ご" and key not in table.senses else key
    if plain in table.senses:
        return ((table.senses[plain],),)
    found = sorted(islice(_read(units, 0, tongue, _MOST_PARTS), _MOST_READINGS), key=len)
    return tuple(each for each in found if each and len(each) <= len(found[0]) + 1)


def _read(units: Sequence[str], at: int, tongue: str, most: int) -> Iterator[Reading]:
    if at == len(units):
        yield ()
        return
    table = _table(tongue)
    for length in table.lengths.get(units[at], ()) if most else ():
        word = units[at : at + length]
        part = table.senses.get(" ".join(word) if tongue == "en" else str(word)) if len(word) == length else None
        if part:
            for rest in _read(units, at + length, tongue, most - 1):
                yield (part, *rest)
    if at and units[at] in _JOINING[tongue]:
        yield from _read(units, at + 1, tongue, most)


def may_be_terms(source: str, target: str) -> bool:
    """Whether two texts are short enough to be terms."""
    return len(source) <= _LONGEST and len(target) <= _LONGEST


def are_same_terms(source: str, target: str, source_language: str, language: str) -> bool:
    """Whether two texts are known terms, or lists of known terms, that match one for one.

    >>> are_same_terms("虾、小麦、大豆", "えび、小麦、大豆", "zh-Hans", "ja"), are_same_terms("虾", "かに", "zh-Hans", "ja")
    (True, False)
    """
    ours, theirs = _both(source, target, source_language, language)
    if not ours or not theirs or not all(each.readings for each in (*ours, *theirs)):
        return False
    return any(_left(one, two) == ((), ()) for one, two in product(_flat(ours), _flat(theirs)))


def _both(source: str, target: str, source_language: str, language: str) -> tuple[tuple[_Item, ...], tuple[_Item, ...]]:
    here, there = tongue(source_language), tongue(language)
    if not here or not there or here == there or not may_be_terms(source, target):
        return (), ()
    ours = _items(source, here)
    return (ours, _items(target, there)) if ours else ((), ())


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
    if pair is None:
        return None
    (one, part), (two, other) = pair
    concepts, here, there = _concepts(), tongue(source_language), tongue(language)
    return WrongTerm(
        one.text if one else "",
        two.text if two else "",
        concepts[min(part)].names[there] if part else "",
        concepts[min(other)].names[here] if other else "",
        one.span if one else None,
        two.span if two else None,
    )


_Side = tuple[_Item | None, Part]


def _differing(ours: tuple[_Item, ...], theirs: tuple[_Item, ...]) -> tuple[_Side, _Side] | None:
    if len(ours) == len(theirs) == 1:
        found = _of_texts(ours[0], theirs[0])
        return ((ours[0], found[0]), (theirs[0], found[1])) if found else None
    return _of_lists(ours, theirs)


def _of_texts(one: _Item, two: _Item) -> tuple[Part, Part] | None:
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
    """Whether two terms that are left are of one kind, or nothing but them was said; never where a translator is free."""
    ours, theirs = _kinds(one), _kinds(two)
    if _FREE & (ours | theirs):
        return False
    return len(here) == len(there) == 1 or bool(ours & theirs)


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
    concepts = _concepts()
    return {_KINDS.get(concepts[each].kind, concepts[each].kind) for each in part}


def _bodies(parts: Reading) -> Reading:
    """The terms without those that say little beside another: date, number, name."""
    return tuple(each for each in parts if _kinds(each).isdisjoint(("head", "label")))


def _flat(items: Iterable[_Item]) -> Iterator[Reading]:
    """The terms of all items, in each way that they can be read, of which there are a few."""
    for each in islice(product(*(item.readings for item in items)), _MOST_READINGS):
        yield tuple(part for reading in each for part in reading)


def _left(ours: Reading, theirs: Reading) -> tuple[Reading, Reading]:
    """The terms of both sides that have no partner on the other one, where as many as can be have one."""
    partner: dict[int, int] = {}

    def find(at: int, seen: set[int]) -> bool:
        for number, other in enumerate(theirs):
            if number not in seen and ours[at] & other:
                seen.add(number)
                if number not in partner or find(partner[number], seen):
                    partner[number] = at
                    return True
        return False

    matched = [find(at, set()) for at in range(len(ours))]
    if all(matched) and len(partner) == len(theirs):
        return (), ()
    taken = set(partner.values())
    return (
        tuple(each for at, each in enumerate(ours) if at not in taken),
        tuple(each for number, each in enumerate(theirs) if number not in partner),
    )


def _of_lists(ours: tuple[_Item, ...], theirs: tuple[_Item, ...]) -> tuple[_Side, _Side] | None:
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


def _is_list(items: Sequence[_Item], known: int) -> bool:
    """Whether items are those of a list: all of them known, or all but a short one among three."""
    unknown = [each for each in items if not each.readings]
    return not unknown or (len(unknown) == 1 and known >= 3 and len(unknown[0].text) <= _SHORT)


_SHORT = 12
"""The characters of an unknown item: a longer one is rather the rest of a sentence."""


def _unpaired(here: list[_Item], there: list[_Item]) -> tuple[list[_Item], list[_Item]]:
    """The items of both lists that have no partner."""
    gone, new = list(here), list(there)
    for one in here:
        same = [two for two in new if _is_same(one, two)]
        if same:
            gone.remove(one)
            new.remove(same[0])
    return gone, new


def _is_same(one: _Item, two: _Item) -> bool:
    return any(_left(a, b) == ((), ()) for a, b in product(one.readings, two.readings))


def _exchanged(gone: list[_Item], new: list[_Item]) -> tuple[_Side, _Side] | None:
    """The first of two items that surely differ."""
    for one, two in zip(gone, new, strict=True):
        found = _of_texts(one, two)
        if found is None:
            return None
    found = _of_texts(gone[0], new[0])
    return ((gone[0], found[0]), (new[0], found[1])) if found else None
