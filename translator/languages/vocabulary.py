"""What short texts name: terms, terms side by side and lists of them, as `data/terms.txt` and `data/term_names.txt` know them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from translator.languages.numerals import data_lines
from translator.languages.variants import fold

Part = frozenset[int]
"""The concepts that one term may name."""
Reading = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its words, its span and what it may be read as, fewest terms first; () where it is unknown."""

    text: str
    span: tuple[int, int]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """What a line of the tables tells: its kind, and its first name in each language."""

    kind: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Table:
    """The terms of a language by their folded form, and how long those are that begin with a character or word."""

    senses: dict[str, Part]
    lengths: dict[str, tuple[int, ...]]


_TONGUES = ("zh", "ja", "en")
LONGEST = 90
"""Longer texts are sentences, which other checks judge."""
UNKNOWN = 1
"""The items of a list that may be unknown."""
_MOST_PARTS = 5
MOST_READINGS = 12


@cache
def concepts() -> tuple[Concept, ...]:
    """The concepts by number."""
    return tuple(Concept(line[0], {each: line[1][each][0] for each in _TONGUES}) for line in rows())


def rows() -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The kind of each concept and its names by language, by number."""
    for line in (*data_lines("terms.txt"), *data_lines("term_names.txt")):
        kind, zh, ja, en = line.split("\t")
        chinese = zh.split("|")
        japanese = [form for each in ja.split("|") for form in (chinese if each == "=" else [each])]
        yield kind, {"zh": chinese, "ja": japanese, "en": en.split("|")}


@cache
def _table(tongue: str) -> _Table:
    senses: dict[str, set[int]] = {}
    for number, (_, forms) in enumerate(rows()):
        for each in forms[tongue]:
            senses.setdefault(_key(each, tongue), set()).add(number)
    lengths: dict[str, set[int]] = {}
    for key in senses:
        units: Sequence[str] = key.split(" ") if tongue == "en" else key
        lengths.setdefault(units[0], set()).add(len(units))
    ordered = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return _Table({key: frozenset(found) for key, found in senses.items()}, ordered)


def senses(tongue: str) -> Mapping[str, Part]:
    """What the terms of zh, ja or en may name, by their folded form."""
    return _table(tongue).senses


def lengths(tongue: str) -> Mapping[str, tuple[int, ...]]:
    """How many characters (in English, words) the terms have that begin with one, the longest first."""
    return _table(tongue).lengths


@lru_cache(maxsize=4096)
def names(part: Part, tongue: str) -> tuple[str, ...]:
    """All names of some concepts in a language."""
    known = _forms()
    return tuple(name for number in part for name in known[number][tongue])


@cache
def _forms() -> tuple[dict[str, list[str]], ...]:
    return tuple(forms for _, forms in rows())


def _key(text: str, tongue: str) -> str:
    """What equal terms share: width, script, case, English plurals and hyphens do not part them."""
    if tongue == "en":
        return " ".join(singular(each) for each in _WORD.findall(text.lower().replace("’", "'").replace(".", "")))
    return _SPACE.sub("", fold(text).lower())


_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?'?")
_SPACE = re.compile(r"\s+")
_PLURALS = {
    "children": "child", "men": "man", "women": "woman", "teeth": "tooth", "feet": "foot", "mice": "mouse",
    "knives": "knife", "lives": "life", "leaves": "leaf", "wives": "wife", "loaves": "loaf", "shelves": "shelf",
    "people": "person", "diagnoses": "diagnosis", "analyses": "analysis", "criteria": "criterion", "bacteria": "bacterium",
}  # fmt: skip


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """An English word in lower case without the ending of a plural.

    >>> [singular(each) for each in ("tablets", "diagnoses", "gas", "bus")]
    ['tablet', 'diagnosis', 'gas', 'bus']
    """
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
def items(text: str, tongue: str) -> tuple[Item, ...]:
    """The items of a text, the text itself where it is one term; () where nothing of it is known, or too little."""
    known = _table(tongue).senses.get(_key(text, tongue)) if text[-1:] in (")", "）") else None
    if known:
        return (Item(text, (0, len(text)), ((known,),)),)
    start, end = _bare(text, 0, len(text))
    whole = text[start:end]
    readings, is_list = _readings(whole, tongue), _AND[tongue].search(whole) is not None
    if readings and (len(readings[0]) == 1 or not is_list):
        return (Item(whole, (start, end), readings),)
    if not is_list:
        return ()
    found: list[Item] = []
    at, unknown = start, 0
    for match in (*_AND[tongue].finditer(text, start, end), None):
        span = _bare(text, at, match.start() if match else end)
        if span[0] < span[1]:
            item = Item(text[slice(*span)], span, _readings(text[slice(*span)], tongue))
            unknown += not item.readings
            if unknown > UNKNOWN:
                return ()
            found.append(item)
        at = match.end() if match else end
    return tuple(found) if any(each.readings for each in found) else ()


def _readings(text: str, tongue: str) -> tuple[Reading, ...]:
    """The ways to read all of a text as terms side by side, fewest first; () where there is none."""
    table = _table(tongue)
    if tongue != "en" and "\u3040" <= text[:1] <= "\u9fff" and not _may_begin(text[0], tongue):
        return ()
    key = _key(text, tongue)
    if not key:
        return ()
    units: Sequence[str] = key.split(" ") if tongue == "en" else key
    if len(units) > LONGEST // 3 or (tongue == "en" and len(key) == 1):
        return ()
    plain = key[1:] if tongue == "ja" and key[0] in "お御ご" and key not in table.senses else key
    if plain in table.senses:
        return ((table.senses[plain],),)
    found = sorted(islice(_read(units, 0, tongue, _MOST_PARTS), MOST_READINGS), key=len)
    return tuple(each for each in found if each and len(each) <= len(found[0]) + 1)


@lru_cache(maxsize=8192)
def _may_begin(character: str, tongue: str) -> bool:
    """Whether a term of zh or ja, or what joins terms, begins with a character."""
    folded = fold(character).lower()
    return folded in _table(tongue).lengths or folded in _JOINING[tongue] or (tongue == "ja" and folded in "お御ご")


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
    if units[at] in _JOINING[tongue]:
        yield from _read(units, at + 1, tongue, most)
