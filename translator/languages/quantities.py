"""What two texts that should say the same say differently: numbers and units, compared by value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from translator.languages import (
    dates,
    decimals,
    echoes,
    figures,
    gaps,
    literals,
    numbered,
    numbers,
    orders,
    partners,
    phrases,
    placed,
    radixes,
    repeated,
    restated,
    separators,
    shares,
    units,
    unsaid,
)
from translator.languages.denominators import undivided
from translator.languages.difference import Difference, called, counted, lies_in
from translator.languages.numbers import Number
from translator.languages.numerals import show
from translator.languages.units import Quantity
from translator.languages.verbatim import prose

__all__ = ["Difference", "compare"]

# Among how many numbers without a partner the likest one is sought.
_NEAR = 32
# `%s d` and `{0} m` need not be units at all.
_LONE = re.compile(r"[A-Za-z]")
_TIMES = re.compile(r" ?(?:[×✕xX*＊]|by ) ?[0-9０-９]")
_POINTED = re.compile(r"(?<![0-9.:])([0-9]{1,2})\.(?=[0-5][0-9] ?[apAP]\.?[mM](?![A-Za-z]))")
_OFTEN = ("once", "twice", "thrice")
_TIME = re.compile("[0-9一二三四五六七八九十][点點时時](?![间間])|[0-9]:[0-9]{2}")


def compare(source: str, target: str, source_language: str = "", target_language: str = "") -> tuple[Difference, ...]:
    """The numbers that a translation leaves out, changes, adds, shifts or reorders, and the units that it changes.

    A unit counts as lost only where it certainly was, at a number that was kept.

    >>> [each.message for each in compare("改善率 12.2%", "improved by 12.3 %")]
    ['number 12.2 → 12.3']
    >>> [each.message for each in compare("每公斤 5 mg/kg 用量", "a dose of 5 mg/g")]
    ['unit mg/kg → mg/g']
    """
    if "m" in source or "m" in target:
        # 2.30 p.m. is 2:30 p.m.
        source, target = _POINTED.sub(r"\1:", source), _POINTED.sub(r"\1:", target)
    if not _is_worth_reading(source, target):
        return tuple(_placeholder_faults(source, target)) or orders.of_places(source, target)
    ours, theirs = numbers.read(source, source_language), numbers.read(target, target_language)
    ours, theirs = phrases.without(ours, theirs, source=source, target=target)
    ours, theirs = radixes.softened(ours, source), radixes.softened(theirs, target)
    found = (*_number_faults(ours, theirs, source, target), *_unit_faults(ours, theirs, source, target))
    plain = separators.without_thousands(source, target) if found else None
    if plain is not None and not compare(*plain, source_language, target_language):
        return ()
    return found or _impossible(source, target) or repeated.compare(source, target)


def _is_worth_reading(source: str, target: str) -> bool:
    """Whether one of the texts has a number that the other must show, or the trace of one."""
    if source == target:
        return False
    return (
        numbers.has_numbers(prose(source))
        or numbers.has_numbers(prose(target))
        or gaps.has_trace(target)
        or gaps.is_orphaned(target, source)
        or phrases.lost_half(source, target) is not None
        or phrases.has_labels(source, target)
        or ("#" in source and "#" in target)
        or figures.has_codes(source)
        or ("`" in source and "`" in target and numbers.has_numbers(source))
    )


def _number_faults(
    ours: Sequence[Number], theirs: Sequence[Number], source: str, target: str
) -> tuple[Difference, ...]:
    read = ours, theirs
    ours, theirs = (
        partners.answering(ours, theirs, text=target, own=source),
        partners.answering(theirs, ours, text=source, own=target),
    )
    pairs, left, right = partners.match(ours, theirs)
    if left and right:
        left, right = _without_equal_sizes(left, right, source, target)
    if left and right:
        left, right = partners.without_bounds(left, right, source=source, target=target)
    if left or right:
        left, right = shares.without(left, right, texts=(source, target), read=read)
    left, right = restated.without(left, right, source=source, target=target, read=(ours, theirs))
    # What is only said again, as where a pronoun is told, is no fault.
    known = {abs(one.value) for one, _ in pairs}
    wanted = partners.demands(left, source, other=target, told=[one for one, _ in pairs])
    surplus = tuple(
        each for each in right if abs(each.value) not in known and not partners.is_weak(each, target, other=source)
    )
    if "<" in source and "<" in target:
        surplus = tuple(each for each in surplus if not partners.is_word_of_synopsis(each, source, target))
        wanted = tuple(each for each in wanted if not partners.is_word_of_synopsis(each, target, source))
    surplus, wanted = (
        partners.of_no_range(surplus, ours, text=source),
        partners.of_no_range(wanted, theirs, text=target),
    )
    if not wanted and not surplus:
        # A small number may be left out, but not become another one: 两个, “three”.
        wanted = tuple(each for each in left if not (each.is_soft or echoes.is_free(each, source, other=target)))[:1]
        surplus = tuple(each for each in right if not (each.is_soft or echoes.is_free(each, target, other=source)))[:1]
        wanted, surplus = (wanted, surplus) if wanted and surplus else ((), ())
    # “once a day” did not become of 30 minutes.
    spelled = [each for each in right if each.is_spelled and each not in surplus and each.surface.lower() not in _OFTEN]
    faults = _faults(wanted, surplus, spelled)
    places = decimals.altered(pairs, source, target=target)
    if not places and not any(each.kind in ("missing", "altered", "shifted") for each in faults):
        more = (
            *_labels(source, target),
            *_other_bases(source, target),
            *_literals(source, target),
            *_of_names(source, target),
            *_of_colours(source, target),
        )
        # A number that was added beside one of these is the same fault.
        faults = more or faults or _lost(source, target)
    turned = orders.turned(pairs, source, target=target, left=left, right=right)
    if not (faults or places or turned):
        turned = orders.of_things(source, target, ours=ours, theirs=theirs)
    # 33.3 that became 3.33 is in no other order.
    turned = tuple(each for each in turned if not any(lies_in(each, other) for other in (*faults, *places)))
    return (*faults, *places, *turned)


def _labels(source: str, target: str) -> tuple[Difference, ...]:
    """A label or a rate with another numeral: Q3, phase III, “twice a day”."""
    found = phrases.altered(source, target)
    if found is not None:
        return (Difference("altered", *found),)
    halved = phrases.lost_half(source, target)
    if halved is not None:
        return (Difference("altered", "half a time became a whole one", *halved),)
    ours, theirs = phrases.lost_sign(source, target), phrases.lost_sign(target, source)
    return (Difference("altered", "the sign of a number is lost", ours, theirs),) if ours or theirs else ()


def _other_bases(source: str, target: str) -> tuple[Difference, ...]:
    """A numeral system that became another one: 10進数, 0进制."""
    found = radixes.altered(source, target)
    if found is None:
        return ()
    lost, new = found
    if lost is None:
        return (Difference("altered", f"base {new.value} is not in the source", None, (new.start, new.end)),)
    message = f"base {lost.value} → {new.value}"
    return (Difference("altered", message, (lost.start, lost.end), (new.start, new.end)),)


def _literals(source: str, target: str) -> tuple[Difference, ...]:
    """Inline code that differs from its twin in nothing but numbers."""
    found = literals.altered(source, target)
    if found is None:
        return ()
    (one, span), (two, other) = found
    return (Difference("altered", f"number in `{one}` → `{two}`", span, other),)


def _impossible(source: str, target: str) -> tuple[Difference, ...]:
    """A date or an ordinal that cannot be, where the source has none: 12月2004日, “2st”."""
    plain = prose(target)
    span = dates.impossible(plain, tells_time=_TIME.search(source) is not None)
    if span is None or dates.impossible(prose(source)) is not None:
        return ()
    return (Difference("altered", f"“{plain[span[0] : span[1]]}” cannot be", None, span),)


def _of_names(source: str, target: str) -> tuple[Difference, ...]:
    """A name that lost its number, or has another one: `IPv`, `UTF-3`."""
    found = numbered.lost(source, target)
    if found is None:
        return ()
    one, two, span = found
    ours = source[one.start : one.end]
    if two is None:
        return (Difference("missing", f"number of {ours} is missing", (one.start, one.end), span),)
    return (Difference("altered", f"number {ours} → {target[span[0] : span[1]]}", (one.start, one.end), span),)


def _of_colours(source: str, target: str) -> tuple[Difference, ...]:
    """A colour in hexadecimal digits that became another one."""
    found = figures.other_colour(source, target)
    if found is None:
        return ()
    (one, span), (two, place) = found
    return (Difference("altered", f"number {one} → {two}", span, place),)


def _lost(source: str, target: str) -> tuple[Difference, ...]:
    """A number of which the target shows that it was there, although the source may not tell it."""
    span = gaps.clear(target, source) or gaps.codes(target, source)
    if span is None:
        return ()
    shown = target[max(0, span[0] - 4) : span[1] + 4].strip()
    return (Difference("missing", f"number in “{shown}” is missing", None, span),)


def _without_equal_sizes(
    left: tuple[Number, ...], right: tuple[Number, ...], source: str, target: str
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The numbers without those that say one size in two units: 24時間 is “one day”."""
    ours, theirs = units.of_numbers(source, left), units.of_numbers(target, right)
    for one in ours:
        for two in theirs:
            sizes = {(name, size * one.number.value) for name, size in one.meanings}
            if sizes & {(name, size * two.number.value) for name, size in two.meanings}:
                left = tuple(each for each in left if each is not one.number)
                right = tuple(each for each in right if each is not two.number)
    return left, right


def _unit_faults(ours: Sequence[Number], theirs: Sequence[Number], source: str, target: str) -> tuple[Difference, ...]:
    """Units that stand in only one text beside a number that both have."""
    out, ranged = list(_placeholder_faults(source, target)), list[Difference]()
    quantities = units.of_numbers(source, tuple(ours))
    if not quantities:
        return tuple(out)
    told = units.of_numbers(target, tuple(theirs))
    found = _by_value(told)
    for value, group in _by_value(quantities).items():
        rest = found.get(value, [])
        alone = _without_partners(group, rest)
        for one in alone:
            two = next((each for each in rest if _conflicts(one, each)), None)
            if two is not None:
                rest.remove(two)
                message = f"unit {one.unit} → {two.unit}"
                found_unit = Difference("unit", message, (one.start, one.end), (two.start, two.end))
                (ranged if one.is_implied else out).append(found_unit)
                continue
            bare = next((each for each in theirs if not each.is_soft and each.value == one.number.value), None)
            is_unsaid = bare and unsaid.is_unsaid(target, bare, wanted=one, told=told)
            if bare and not is_unsaid and _is_lost(one, quantities, source, target):
                message = f"unit {one.unit} is missing"
                out.append(Difference("unit", message, (one.start, one.end), (bare.start, bare.end)))
    # The unit of a range stands behind its end: that of 1–99 hours is told once.
    out += [each for each in ranged if all(each.message != other.message for other in out)]
    for one, two in undivided(quantities, told, target=target) if not out else ():
        out.append(Difference("unit", f"unit {one.unit} → {two.unit}", (one.start, one.end), (two.start, two.end)))
    return tuple(out)


def _placeholder_faults(source: str, target: str) -> Iterator[Difference]:
    """Units that changed behind a placeholder: `%s hours`, `%s 分`."""
    ours = units.of_placeholders(source)
    theirs = units.of_placeholders(target) if ours else {}
    for name, one in ours.items():
        two = theirs.get(name)
        if two is not None and _conflicts(one, two) and not any(_LONE.fullmatch(each.unit) for each in (one, two)):
            message = f"unit {one.unit} → {two.unit}"
            yield Difference("unit", message, (one.start, one.end), (two.start, two.end))
    yield from placed.compare_signs(source, target)
    yield from placed.lost(ours, theirs, target)


def _is_lost(quantity: Quantity, all_of_source: Sequence[Quantity], source: str, target: str) -> bool:
    """Whether a target names units of this dimension less often than its source does."""
    if not units.is_certain(quantity) or quantity.number.value == 0:
        # 0 bytes are nothing in any unit.
        return False
    alike = [
        each
        for each in all_of_source
        # 10 cm × 5 cm may be 10 × 5 cm.
        if not each.is_implied and each.dimensions & quantity.dimensions and not _TIMES.match(source, each.end)
    ]
    if units.mentions(target, quantity.dimensions) < len(alike):
        return True
    # 93 g/L that became 93 beside 10^9/L and 5/kg: each part of the unit is named less often.
    parts = {part for name in quantity.dimensions for part in name.split("/")}
    return len(parts) > 1 and all(
        units.mentions(target, frozenset((each,))) < units.mentions(source, frozenset((each,))) for each in parts
    )


def _without_partners(group: Sequence[Quantity], rest: list[Quantity]) -> list[Quantity]:
    """The quantities of a value that find none of the same unit in the rest, which shrinks."""
    alone = list(group)
    for is_sure in (True, False):
        for one in tuple(alone):
            two = next((each for each in rest if _agrees(one, each, is_sure)), None)
            if two is not None:
                alone.remove(one)
                rest.remove(two)
    return alone


def _agrees(one: Quantity, two: Quantity, is_sure: bool) -> bool:
    return bool(one.meanings & two.meanings) if is_sure else not _conflicts(one, two)


def _by_value(found: Sequence[Quantity]) -> dict[Fraction, list[Quantity]]:
    out: dict[Fraction, list[Quantity]] = {}
    for each in found:
        out.setdefault(abs(each.number.value), []).append(each)
    return out


def _conflicts(one: Quantity, two: Quantity) -> bool:
    """Whether two units cannot mean the same. What is counted, and a rate, is told more freely."""
    is_other_kind = (one.number.kind == "ordinal") != (two.number.kind == "ordinal")
    if one.meanings & two.meanings or is_other_kind or units.uncounted(one) & units.uncounted(two):
        return False
    if {one.unit, two.unit} == {"分", "%"}:
        # 九十分 of an examination are 90 %.
        return False
    is_rate = [all("/" in name for name in each.dimensions) for each in (one, two)]
    if is_rate[0] != is_rate[1]:
        # 1日4 g is 4 g per day; 4 mg is not.
        rate, plain = (one, two) if is_rate[0] else (two, one)
        above = units.meanings(rate.unit.partition("/")[0])
        return not above & plain.meanings and any(name in plain.dimensions for name, _ in above)
    if any(a.unit in ("时", "時") and "duration" not in b.dimensions for a, b in ((one, two), (two, one))):
        # 百分比为 0 时 is “at 0 percent”.
        return False
    counts = [all(name.startswith("count-") for name in each.dimensions) for each in (one, two)]
    if any(counts) and any(
        each.unit in _WHEN or (each.number.is_spelled and each.number.value == 1) for each in (one, two)
    ):
        return False
    # 6 位 may be six characters.
    return not all(any(name.startswith("count-") for name in each.dimensions) for each in (one, two))


# 长度为 2 时 is “when”, no hour.
_WHEN = ("时", "時", "点", "點")


def _faults(left: Sequence[Number], right: Sequence[Number], spelled: Sequence[Number]) -> tuple[Difference, ...]:
    """Differences of what found no partner: alike numbers in pairs, then the rest.

    A number that is spelled out is no fault by itself, but may be what became of another one.
    """
    out = []
    rest, weak = list(right), list(spelled)
    for ours in left:
        theirs = _nearest(ours, rest) or next((each for each in weak if each.kind == ours.kind), None)
        if theirs is None:
            out.append(Difference("missing", f"number {called(ours)} is missing", (ours.start, ours.end), None))
            continue
        (rest if theirs in rest else weak).remove(theirs)
        kind = "shifted" if _digits(ours) == _digits(theirs) else "altered"
        message = f"{counted(ours, theirs)} {called(ours)} → {called(theirs)}"
        out.append(Difference(kind, message, (ours.start, ours.end), (theirs.start, theirs.end)))
    for theirs in rest:
        out.append(Difference("added", f"number {called(theirs)} is added", None, (theirs.start, theirs.end)))
    return tuple(out)


def _nearest(number: Number, rest: Sequence[Number]) -> Number | None:
    rest = rest[:_NEAR]
    same_digits = [each for each in rest if _digits(each) == _digits(number)]
    same_kind = [each for each in rest if each.kind == number.kind]
    return next(iter(same_digits or same_kind or rest), None)


def _digits(number: Number) -> str:
    return "".join(char for char in show(abs(number.value)) if char.isdigit()).strip("0")
