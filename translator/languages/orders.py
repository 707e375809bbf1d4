"""Numbers, names and codes that stand in each other's place, as differences to be told."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from translator.languages import (
    abreast,
    companions,
    dealt,
    figures,
    labelled,
    numbered,
    radixes,
    roles,
    sequences,
    things,
    transposed,
    whole_days,
)
from translator.languages.difference import Difference, called
from translator.languages.labelled import Pair
from translator.languages.numbers import Number
from translator.languages.partners import Pairs, match

_OF_DATES = frozenset(("year", "month", "day"))


def turned(
    pairs: Pairs, source: str, *, target: str, left: Sequence[Number], right: Sequence[Number]
) -> tuple[Difference, ...]:
    """The first couple of numbers that changed places."""
    found = sequences.turned(pairs, source, target=target, left=left, right=right)[:1]
    if found and labelled.straight(*found[0], source, target):
        found = ()
    told = _told(found or _under_other_names(pairs, source, target))
    if told:
        return told
    names = numbered.turned(source, target)
    if names is not None:
        first, second = sorted(names, key=lambda each: each.start)
        shown = [target[each.start : each.end] for each in (second, first)]
        message = f"{shown[0]}, {shown[1]} → {shown[1]}, {shown[0]}"
        return (Difference("reordered", message, None, (first.start, second.end)),)
    return _of_figures(source, target)


def _told(found: Sequence[tuple[Pair, Pair]]) -> tuple[Difference, ...]:
    """The difference for the first of some couples of numbers that changed places."""
    for one, two in found:
        message = f"numbers {called(one[0])}, {called(two[0])} → {called(two[1])}, {called(one[1])}"
        spans = (one[0].start, two[0].end), (min(one[1].start, two[1].start), max(one[1].end, two[1].end))
        return (Difference("reordered", message, *spans),)
    return ()


def _under_other_names(pairs: Pairs, source: str, target: str) -> Sequence[tuple[Pair, Pair]]:
    """The first two percentages or decimals of which each stands behind the other's name."""
    exact = [each for each in pairs if each[0].kind == each[1].kind == "percent" or "." in each[0].surface]
    for one, two in itertools.pairwise(sorted(exact, key=lambda each: each[0].start)):
        if one[0].value != two[0].value and labelled.crossed(one, two, source, target):
            return ((one, two),)
    return ()


def of_things(source: str, target: str, *, ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Difference, ...]:
    """A number that counts what another one should count."""
    found = things.altered(source, target, ours, theirs)
    if found is None:
        return (
            _of_companions(source, target, ours, theirs)
            or _of_sentences(source, target, ours, theirs)
            or _across(source, target, ours, theirs)
        )
    one, two = found
    return (
        Difference("reordered", f"number {called(one)} → {called(two)}", (one.start, one.end), (two.start, two.end)),
    )


def _of_companions(
    source: str, target: str, ours: Sequence[Number], theirs: Sequence[Number]
) -> tuple[Difference, ...]:
    """Two numbers of which each stands with what the other one should stand with."""
    found = (
        whole_days.turned(ours, theirs)
        or companions.turned(source, target, ours, theirs)
        or dealt.turned(source, target, ours, theirs)
    )
    if found is None:
        return ()
    one, two = found
    if one.kind != two.kind and {one.kind, two.kind} <= _OF_DATES:
        # “Last updated: November 20, 2023”: a month is in no place of a year.
        return ()
    message = f"numbers {called(two)}, {called(one)} → {called(one)}, {called(two)}"
    return (Difference("reordered", message, None, (min(one.start, two.start), max(one.end, two.end))),)


def _of_sentences(source: str, target: str, ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Difference, ...]:
    """The first couple of numbers that changed places, each sentence read by itself.

    What another sentence says again hides what belongs together.
    """
    cuts = abreast.spans(source), abreast.spans(target)
    if not 2 <= len(cuts[0]) == len(cuts[1]):
        return ()
    for (start, end), (first, last) in zip(*cuts, strict=True):
        some, others = _within(ours, start, end), _within(theirs, first, last)
        if min(len(some), len(others)) < 2:
            continue
        one, two = source[start:end], target[first:last]
        pairs, left, right = match(some, others)
        if roles.are_told_back(one, two):
            found = _told(roles.replaced(sorted(pairs, key=lambda pair: pair[0].start), one, two))
        else:
            found = turned(pairs, one, target=two, left=left, right=right) or _of_companions(one, two, some, others)
        if found:
            return tuple(
                replace(each, source_span=_moved(each.source_span, start), target_span=_moved(each.target_span, first))
                for each in found
            )
    return ()


def _across(source: str, target: str, ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Difference, ...]:
    """Two numbers of which each stands in the other's sentence, in words or in figures."""
    sides = [[(str(each.value), each.start, each.end) for each in side] for side in (ours, theirs)]
    found = transposed.across(source, target, *sides)
    if found is None:
        return ()
    one, two = (target[slice(*span)] for span in found)
    return (Difference("reordered", f"numbers {two}, {one} → {one}, {two}", None, (found[0][0], found[1][1])),)


def _within(numbers: Sequence[Number], start: int, end: int) -> list[Number]:
    """The numbers of a stretch, with their offsets in it."""
    return [
        replace(each, start=each.start - start, end=each.end - start)
        for each in numbers
        if start <= each.start and each.end <= end
    ]


def _moved(span: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return None if span is None else (span[0] + by, span[1] + by)


def of_places(source: str, target: str) -> tuple[Difference, ...]:
    """Two numbers that alone stand elsewhere than in the source."""
    found = transposed.turned(source, target)
    if found is None:
        return _of_apostrophes(source, target)
    (one, start, _), (two, _, end) = found
    return (Difference("reordered", f"numbers {two}, {one} → {one}, {two}", None, (start, end)),)


# An apostrophe is written as 8217: one that changed places with another mark.
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])&#82(?:11|12|20|21|30);(?=(?:t|s|re|ve|ll|d|m)(?![A-Za-z]))")


def _of_apostrophes(source: str, target: str) -> tuple[Difference, ...]:
    """A quotation mark or a dash inside an English word, in the place of its apostrophe: `don&#8221;t`."""
    found = _APOSTROPHE.search(target) if "&#82" in target else None
    if found is None or _APOSTROPHE.search(source) is not None:
        return ()
    return (Difference("reordered", f"“{found[0]}” stands for an apostrophe", None, found.span()),)


def _of_figures(source: str, target: str) -> tuple[Difference, ...]:
    """Figures of one code in another order, or two codes that changed places."""
    if _TWO_RUNS.search(source) is None:
        return _of_bases(source, target)
    mixed = figures.scrambled(source, target)
    if mixed is not None:
        (one, span), (two, place) = mixed
        return (Difference("reordered", f"{one} → {two}", span, place),)
    row = figures.turned_row(source, target)
    if row is not None:
        return (Difference("reordered", f"“{target[slice(*row)]}” comes first", None, row),)
    codes = figures.turned(source, target)
    if codes is None:
        return _of_bases(source, target)
    (one, first), (two, last) = codes
    return (Difference("reordered", f"{two}, {one} → {one}, {two}", None, (first[0], last[1])),)


_TWO_RUNS = re.compile("[0-9][^0-9]+[0-9]")


def _of_bases(source: str, target: str) -> tuple[Difference, ...]:
    """Two numeral systems that changed places: “decimal … binary”, 2進 … 10進."""
    found = radixes.turned(source, target)
    if found is None:
        return ()
    first, second = sorted(found, key=lambda each: each.start)
    message = f"bases {second.value}, {first.value} → {first.value}, {second.value}"
    return (Difference("reordered", message, None, (first.start, second.end)),)
