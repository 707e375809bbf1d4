"""Two entries of one catalog whose translations changed places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator import inline
from translator.catalog import Catalog, Entry
from translator.checks._subject import CatalogSubject
from translator.checks._substance import substance
from translator.checks._value import Context, Fault, check
from translator.errors import shorten
from translator.languages.verbatim import codes, fold, is_said_in_figures

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_NUMERALS = frozenset("一二三四五六七八九十")
_MOST = 80
"""How many entries that share nothing with their translation are compared with each other."""
_SURE, _LIKELY = 0.8, 0.5
_LEAST = 2
"""The signs that a text must have, for what it shares to tell anything."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """An entry that shares nothing with its translation, and what each of the two would share with its own."""

    entry: Entry
    ours: frozenset[str]
    theirs: frozenset[str]


@check("exchanged-translations", severity="error", scope="catalog")
def exchanged_translations(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """The translations of two entries stand in each other's place.

    Neither shares anything with its own source, and each fits the other's: by ideographs in any form, by names,
    codes and numbers. Told once, at the first of the two, in place of what else differs in them.

    Bad: `时间` → `手順`, beside `步骤` → `時間`
    Good: `时间` → `時間`, beside `步骤` → `手順`
    """
    if subject.catalog is None or subject.is_last:
        return
    for one, two in exchanged_entries(subject.catalog):
        told = f"exchanged with the translation of “{shorten(two.source, 50)}” (“{shorten(two.target, 50)}”)"
        yield Fault(told, (0, len(one.target)), key=one.key, instead_of=frozenset((one.key, two.key)))


def exchanged_entries(catalog: Catalog) -> Iterator[tuple[Entry, Entry]]:
    """The couples of entries whose translations are each other's, in file order; an entry is in one at most."""
    found = [signs for each in catalog.live() if (signs := _signs(each)) is not None][:_MOST]
    told: set[int] = set()
    for at, one in enumerate(found):
        if at not in told:
            other = next((to for to in range(at + 1, len(found)) if to not in told and _fit(one, found[to])), None)
            if other is not None:
                told.update((at, other))
                yield one.entry, found[other].entry


def _signs(entry: Entry) -> _Signs | None:
    """What an entry and its translation would share; None where they do, or where nothing would tell."""
    if not entry.is_filled or entry.is_fuzzy or entry.plural is not None:
        return None
    if entry.target in (entry.source, inline.EMPTY) or _shares(entry.source, entry.target):
        return None
    if entry.source.isascii() and _NAMELESS.fullmatch(entry.target) is not None:
        return None
    han, target_han = substance(entry.source).han - _NUMERALS, substance(entry.target).han - _NUMERALS
    if han & target_han:
        return None
    ours = (han if target_han else frozenset()) | _verbatim(entry.source)
    theirs = (target_han if han else frozenset()) | _verbatim(entry.target)
    if not ours or not theirs or ours & theirs or any(_is_said(each, entry.target) for each in ours):
        return None
    return _Signs(entry, ours, theirs)


def _shares(source: str, target: str) -> bool:
    """Whether a text plainly shares something with its translation, or has nothing that it could share."""
    if _HAN.search("".join({*source} & {*target})) is not None:
        return True
    words = _WORD.findall(source)
    if words:
        lowered = target.lower()
        return any(each.lower() in lowered for each in words)
    return _HAN.search(target) is None


_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile("[A-Za-z]{2,}|[0-9]{2,}")
# Ideographs and hiragana with their marks: no name, code or number that a text in Latin letters would have too.
_NAMELESS = re.compile(
    "[\u3400-\u9fff\u3041-\u3096\\s\u3000-\u3002，；：？！（）“”‘’「」『』《》〈〉【】…—、.,;:!?()\"'-]*"
)


def _verbatim(text: str) -> frozenset[str]:
    """The names, codes and numbers of two digits and more of a text."""
    plain = fold(text)
    return (
        substance(text).words
        | {each[0].lower() for each in codes(plain)}
        | {each for each in _NUMBER.findall(plain) if len(each) > 1}
    )


def _is_said(sign: str, target: str) -> bool:
    return is_said_in_figures(sign.upper(), target)


def _fit(one: _Signs, two: _Signs) -> bool:
    """Whether each of two translations fits the other's source: both by much, or one surely where the other tells nothing."""
    if one.entry.source == two.entry.source or one.entry.target == two.entry.target:
        return False
    if not (_is_as_long(one.entry.source, two.entry.target) and _is_as_long(two.entry.source, one.entry.target)):
        return False
    shared = max(len(one.ours & two.theirs), len(two.ours & one.theirs))
    fits = sorted((_share(one.ours, two.theirs), _share(two.ours, one.theirs)))
    sizes = [len(each) for each in (one.ours, one.theirs, two.ours, two.theirs)]
    if min(fits) > 0:
        return fits[0] * 3 >= 1 and fits[1] >= _LIKELY and shared >= _LEAST
    return fits[1] >= _SURE and min(sizes) >= _LEAST


def _is_as_long(source: str, target: str) -> bool:
    """Whether a text may be the translation of another, by its length in any two languages."""
    return len(target) <= _LONGER * len(source) + 12 and len(source) <= _LONGER * len(target) + 12


_LONGER = 5


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / min(len(ours), len(theirs))
