"""What a number counts: people or occasions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from translator.checks._language import JUDGED
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check
from translator.languages import numbers, units
from translator.languages.units import Quantity

_PEOPLE = re.compile(
    "人|名|位|例|名様|people|persons?|patients?|subjects?|participants|individuals|cases?", re.IGNORECASE
)
_OCCASIONS = re.compile("次|回|遍|times|occasions|doses?|courses", re.IGNORECASE)
# A text with any of these may speak of occasions without a number beside it.
_OCCASIONAL = re.compile(
    r"[次回遍倍度乘掛×]|\b(?:times?|occasions?|doses?|courses?|cycles?|once|twice|thrice|again|repeat|fold)",
    re.IGNORECASE,
)
_HINTS = frozenset("次回遍")


def _is_told(text: str, chars: frozenset[str]) -> bool:
    """Whether a text may speak of occasions."""
    is_english = "times" in text or "occasions" in text or "dose" in text or "courses" in text
    return is_english or not _HINTS.isdisjoint(chars)


def _may_count(pair: Pair, context: Context) -> bool:
    """Whether one number stands in both texts, one of which may speak of occasions."""
    if not (_is_told(pair.source, pair.source_chars) or _is_told(pair.target, pair.target_chars)):
        return False
    if not pair.is_compared or pair.source_tag not in (*JUDGED, "zxx") or pair.tag not in JUDGED:
        return False
    ours = numbers.read(pair.source_prose, pair.source_tag)
    if not ours:
        return False
    known = {each.value for each in ours}
    return any(each.value in known for each in numbers.read(pair.target_prose, pair.tag))


def _may_speak_of_counts(pairs: Pairs) -> int:
    if pairs.source_tag not in (*JUDGED, "zxx") or pairs.tag not in JUDGED:
        return 0
    told = 0
    for texts, tag in ((pairs.sources, pairs.source_tag), (pairs.targets, pairs.tag)):
        told |= texts.having(_SPOKEN_ABOUT) | (texts.naming_any(_is_spoken) if tag == "en" else texts.having(_SPOKEN))
    return numbers.beginning(pairs.target_prose, numbers.beginning(pairs.source_prose, pairs.compared & told))


_SPOKEN_ABOUT = re.compile("[次回遍]")
_SPOKEN = re.compile("times|occasions|dose|courses")


@lru_cache(maxsize=4096)
def _is_spoken(word: str) -> bool:
    return _SPOKEN.search(word) is not None


@check("counter-mismatch", severity="error", needs=Sifted(_may_speak_of_counts, _may_count))
def counter_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A number of people became a number of times, or the reverse.

    人, 名, 例 and “cases” are one. Where the source has the bare number, as tables do, people may be
    meant; times are not, unless the source speaks of some.

    Bad: `2例で消失` → `消失2次`, `2 で消失` → `Disappeared 2 times`
    Good: `2 で消失` → `2例患者消失`, `2回投与` → `two doses`
    """
    if not _may_count(pair, context):
        return
    ours, theirs = _counted(pair.source_prose, pair.source_tag), _counted(pair.target_prose, pair.tag)
    for value, found in theirs.items():
        kinds = {_kind(each) for each in found}
        if kinds not in ({"people"}, {"times"}) or value not in ours:
            continue
        was, last = ours[value][0], found[-1]
        known = {_kind(each) for each in ours[value]}
        told = pair.target[last.start : last.end]
        if known in ({"people"}, {"times"}) and known != kinds:
            yield Fault(
                f"“{pair.source[was.start : was.end]}” became “{told}”",
                (last.start, last.end),
                source_span=(was.start, was.end),
            )
        elif (
            kinds == {"times"}
            and known == {""}
            and _is_bare(was, pair.source_prose)
            and not _OCCASIONAL.search(pair.source_prose)
        ):
            yield Fault(f"“{told}” speaks of times, the source does not", (last.start, last.end))


# “4 attacks” are 攻击4次.
_COUNTS_NAMED = re.compile(r" [a-z]{3,}s(?![A-Za-z])")


def _is_bare(quantity: Quantity, text: str) -> bool:
    """Whether a number stands in digits, as in a table, names nothing that it counts, and may be a count."""
    if _COUNTS_NAMED.match(text, quantity.number.end):
        return False
    return not quantity.number.is_spelled and quantity.number.surface.isdecimal() and quantity.number.value < 1000


def _counted(text: str, language: str) -> dict[Fraction, list[Quantity]]:
    """The numbers of a text by their value, with what they count if anything."""
    found: dict[Fraction, list[Quantity]] = {}
    quantities = {each.number.start: each for each in units.read(text, language)}
    for number in numbers.read(text, language):
        quantity = quantities.get(number.start) or Quantity(number.start, number.end, number, "", frozenset())
        found.setdefault(number.value, []).append(quantity)
    return found


def _kind(quantity: Quantity) -> str:
    """`people`, `times`, another unit, or nothing for a bare number."""
    if quantity.number.kind != "cardinal":
        return "other"
    return (
        "people"
        if _PEOPLE.fullmatch(quantity.unit)
        else "times"
        if _OCCASIONS.fullmatch(quantity.unit)
        else quantity.unit
    )
