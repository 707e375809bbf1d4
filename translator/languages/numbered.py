"""Numbers that belong to a Latin name: `IPv6`, `COVID-19`, `Python 3.10`, `X.509`.

A name is written alike in all languages, so that its numbers can be compared name by name, also where
they are no amounts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from translator.frozen import swift
from translator.languages import neighbours
from translator.languages.verbatim import prose

# What shows that digits begin an amount in a larger writing, and are no number of a name: `IV 1×10^6`, `IV 100万`.
POWERS = r"(?:\.[0-9]+)?(?: ?[×✕] ?[0-9]| ?[万萬億亿]|\^[-0-9]|[⁰¹²³⁴-⁹⁻])"
# One run of Latin letters with digits in it (`i18n`, `x86_64`), or a name with a number behind it.
_NAMED = re.compile(
    r"(?<![A-Za-z0-9])(?P<run>(?=[A-Za-z]+[-_.#A-Za-z]*[0-9])[A-Za-z][A-Za-z0-9]*(?:[-_.#][A-Za-z0-9]+)*)"
    rf"|(?<![A-Za-z0-9.])(?<![0-9] /)(?<![0-9]/)(?P<name>[A-Za-z][A-Za-z]+) (?P<number>[0-9]+(?:\.[0-9]+)*)(?![0-9A-Za-z]| ?[進进年月日]|,[0-9]|{POWERS})",
    re.ASCII,
)
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)*")
# Every name with a number has one of these.
_HINT = re.compile(r"[A-Za-z][-_.# ]?[0-9]")
# `m2` is a unit.
_POWER = re.compile(r"[cdkmnµ]?m[23]")
_WORD = re.compile(r"[A-Za-z]+(?:[-.#][A-Za-z]+)*")
# Thousands parted inside a code change no number.
_GROUPED = re.compile(",[0-9]{3}(?![0-9])|,[0-9]{3}[A-Za-z,]")
_PLURAL = re.compile("[0-9]s$")
_JOINTS = re.compile(r"[-_ ]")
# What no name is: `3rd`, `1st` never begin with letters; these words stand before any number.
_NO_NAMES = re.compile(
    r"a|an|the|and|or|of|to|in|on|at|by|for|from|with|than|is|are|was|be|as|no|about|under|over|only|per|until|till|up|e|x"
    r"|since|all|least|most|top|not|but|if|when|after|before|within|between|any|each|every|which|that|exactly|equals?"
    r"|minus|plus|around|down|approximately|nearly|almost|some|these|those|first|last|next|may|sept|january|february"
    r"|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec"
)


@swift
@dataclass(frozen=True, slots=True)
class Named:
    """A name with its numbers: `stem` are its letters in lower case, `digits` the numbers in it."""

    stem: str
    digits: tuple[str, ...]
    start: int
    end: int
    is_run: bool


@lru_cache(maxsize=128)
def read(text: str) -> tuple[Named, ...]:
    """The names with numbers of a text, in order.

    >>> [(each.stem, each.digits) for each in read("IPv6 und UTF-8, Python 3.10")]
    [('ipv', ('6',)), ('utf', ('8',)), ('python', ('3.10',))]
    """
    if _HINT.search(text) is None:
        return ()
    out = []
    for match in _NAMED.finditer(text):
        if match["run"] and _POWER.fullmatch(match["run"]):
            continue
        if match["run"]:
            # VT100s are more than one VT100.
            run = match["run"].removesuffix("s") if _PLURAL.search(match["run"]) else match["run"]
            stem = _JOINTS.sub("", _DIGITS.sub("", run)).strip(".#").lower()
            out.append(Named(stem, tuple(_DIGITS.findall(match["run"])), match.start(), match.end(), True))
        elif _NO_NAMES.fullmatch(match["name"].lower()) is None:
            out.append(Named(match["name"].lower(), (match["number"],), match.start(), match.end(), False))
    return tuple(out)


def lost(source: str, target: str) -> tuple[Named, Named | None, tuple[int, int]] | None:
    """The first name of the source whose number the target leaves out or changes.

    (the name, what became of it or None, its span in the target); names that the target has nowhere
    are said in words, perhaps.

    >>> found = lost("IPv4 or IPv6", "IPv4 或 IPv")
    >>> found and (found[0].stem, found[1], found[2])
    ('ipv', None, (7, 10))
    """
    source, target = prose(source), prose(target)
    ours = read(source)
    if not ours:
        return None
    theirs = read(target)
    if [(each.stem, each.digits) for each in ours] == [(each.stem, each.digits) for each in theirs]:
        return None
    missing, added = _surplus(ours, theirs), _surplus(theirs, ours)
    if not missing and not added:
        return None
    runs = (Counter(_DIGITS.findall(source)), Counter(_DIGITS.findall(target)))
    for one in missing:
        two = next((each for each in added if each.stem == one.stem and len(each.digits) <= len(one.digits)), None)
        is_elsewhere = all(runs[1][each] >= runs[0][each] or _is_in_han(each, target) for each in one.digits)
        if two is not None and _GROUPED.match(target, two.end):
            continue
        if two is not None and (not is_elsewhere or (one.is_run and two.is_run)):
            return one, two, (two.start, two.end)
        if is_elsewhere:
            continue
        bare = _bare(target, one.stem)
        if len(bare) > len(_bare(source, one.stem)):
            return one, None, bare[-1]
    return _slip(ours, added, runs[0], target)


def _is_in_han(digits: str, text: str) -> bool:
    """Whether a text has a small number in Han: DWARF 2 is 第二版 DWARF."""
    return digits.isdecimal() and 0 < int(digits) <= len(_HAN) and f"第{_HAN[int(digits) - 1]}" in text


_HAN = "一二三四五六七八九十"


def _slip(
    ours: Iterable[Named], added: Iterable[Named], told: Counter[str], target: str
) -> tuple[Named, Named, tuple[int, int]] | None:
    """A name of the target with a number that the source has nowhere, also where none is missing.

    `UTF-80` beside `UTF-8`; `told` are the numbers of the source.
    """
    known = {each.stem: each for each in ours if each.is_run}
    for two in added:
        one = known.get(two.stem) if two.is_run and len(two.stem) > 1 else None
        if one is None or len(one.digits) != len(two.digits) or _GROUPED.match(target, two.end):
            continue
        if not any(told[each] for each in two.digits):
            return one, two, (two.start, two.end)
    return None


def turned(source: str, target: str) -> tuple[Named, Named] | None:
    """The first two names of one stem in the target that stand in each other's place.

    >>> found = turned("UCS-2 还是 UCS-4", "UCS-4 or UCS-2")
    >>> found and [each.digits for each in found]
    [('4',), ('2',)]
    """
    source, target = prose(source), prose(target)
    ours = [each for each in read(source) if each.is_run]
    if len(ours) < 2:
        return None
    theirs = [each for each in read(target) if each.is_run]
    counts = [Counter((each.stem, each.digits) for each in side) for side in (ours, theirs)]
    partners: dict[tuple[str, tuple[str, ...]], list[Named]] = {}
    for each in reversed(theirs):
        partners.setdefault((each.stem, each.digits), []).append(each)
    held = [[(each.start, each.end) for each in side] for side in (ours, theirs)]
    for stem in dict.fromkeys(each.stem for each in ours):
        alike = [each for each in ours if each.stem == stem]
        alike = [each for each in alike if counts[0][stem, each.digits] == counts[1][stem, each.digits]]
        pairs = [(each, partners[stem, each.digits].pop()) for each in alike]
        if len({each.digits for each in alike}) < 2:
            continue
        couples = [((one.start, one.end), (two.start, two.end)) for one, two in pairs]
        found = neighbours.exchanged(
            source, target, couples=couples, held=(held[0], held[1]), clearly=3.0, is_prose=True
        )
        if found and pairs[found[0]][1].digits != pairs[found[1]][1].digits:
            return pairs[found[0]][1], pairs[found[1]][1]
    return None


def _surplus(ours: Iterable[Named], theirs: Iterable[Named]) -> list[Named]:
    """Those of ours that theirs have less often."""
    left = Counter((each.stem, each.digits) for each in theirs)
    out = []
    for each in ours:
        if left[each.stem, each.digits]:
            left[each.stem, each.digits] -= 1
        else:
            out.append(each)
    return out


def _bare(text: str, stem: str) -> list[tuple[int, int]]:
    """Where a name stands without a number."""
    out = []
    for match in _WORD.finditer(text):
        is_alone = not re.match(r"[-_. #]?[0-9]", text[match.end() : match.end() + 2])
        before = text[match.start() - 1 : match.start()]
        if is_alone and not before.isdecimal() and _JOINTS.sub("", match.group()).lower() == stem:
            out.append(match.span())
    return out
