"""Numbers and units that differ between source and target, by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translator.checks._exchanged import exchanged, is_held_to
from translator.checks._language import JUDGED
from translator.checks._memory import differences, renumbered
from translator.checks._naming import named
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.counting import counting
from translator.languages.money import compare_money
from translator.languages.quantities import Difference


def _is_other(pair: Pair, context: Context) -> bool:
    """Whether a number or a unit differs."""
    return pair.is_compared and bool(differences(pair))


def _may_be_other(pairs: Pairs) -> int:
    return pairs.compared & counting(pairs.sources, pairs.targets) if pairs.tag in JUDGED else 0


_OTHER = Sifted(_may_be_other, _is_other)


@check("number-mismatch", severity="error", needs=_OTHER)
def number_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A number of the source is missing, changed, shifted or out of order in the translation.

    Numbers are compared by value across writing systems: `１２.２` is `12.2`, `10亿` is `1 billion`,
    `三分之一` is `one third`. Numbers that a language may leave unsaid (`一个`) demand nothing. Those of
    Latin names are compared name by name (`IPv6`, `Python 3.10`); a date or an ordinal that cannot be
    (`12月2004日`, “2st”) is told too.

    Bad: `SLEDAI 18.4 → 10.8 → 7.9` → `SLEDAI 18.4 → 7.9 → 10.8`
    Good: `10亿个细胞` → `1 billion cells`
    """
    if _is_other(pair, context):
        told = set()
        for each in differences(pair):
            if each.kind != "unit" and not _is_of_a_name(each, pair):
                name = named(each, pair.source, pair.target)
                if name is None or name not in told:
                    yield fault_of(each, name or _told(each))
                told.add(name)


def _told(difference: Difference) -> str:
    """What is said of a difference: of numbers that changed places, that they did."""
    if difference.kind != "reordered":
        return difference.message
    return f"in another order: {difference.message.removeprefix('numbers ')}"


@check("unit-mismatch", severity="error", needs=_OTHER)
def unit_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A unit of the source is another one in the translation, or is missing beside its number.

    Units are compared by dimension and size: `公斤` is `kg`, `24時間` is `24 hours`; `mg/g` is not
    `mg/kg`, `12M` (months) is not 12 years.

    Bad: `1×10^6/kg` → `1×10^6/g`, `14天` → `14 weeks`
    Good: `5公里` → `5 km`
    """
    if _is_other(pair, context):
        found = [each for each in differences(pair) if each.kind == "unit" and not _is_money(each, pair)]
        yield from map(fault_of, found if not _are_exchanged(found, pair) else ())


def _are_exchanged(units: Sequence[Difference], pair: Pair) -> bool:
    """Whether two units differ since their numbers changed places: of that `number-mismatch` tells."""
    if len(units) != 2 or not any(each.kind == "reordered" for each in differences(pair)):
        return False
    (one, other), (new, newer) = ([each.source_span for each in units], [each.target_span for each in units])
    is_crossed = bool(one and other and new and newer and (one < other) != (new < newer))
    names = [each.message.removeprefix("unit ").split(" → ") for each in units]
    return is_crossed or names[0] == names[1][::-1]


def _is_money(difference: Difference, pair: Pair) -> bool:
    """Whether the unit is a currency of which `currency-mismatch` tells."""
    span = difference.source_span
    told = compare_money(pair.source, pair.target, pair.source_tag, pair.tag)
    spans = (each.source_span for each in told)
    return span is not None and any(other is not None and other[0] < span[1] and span[0] < other[1] for other in spans)


def _is_of_a_name(difference: Difference, pair: Pair) -> bool:
    """Whether the number belongs to a name of which `identifier-mismatch` or `exchanged-code` tells: one fault is told once."""
    span = difference.source_span
    if span is None or difference.kind not in ("altered", "missing", "shifted"):
        return False
    told = (each.source_span for each in renumbered(pair))
    if any(other is not None and other[0] < span[1] and span[0] < other[1] for other in told):
        return True
    if difference.kind != "altered" or not is_held_to(pair):
        return False
    return any(
        code == pair.source[slice(*span)] and place == difference.target_span for code, _, place in exchanged(pair)
    )
