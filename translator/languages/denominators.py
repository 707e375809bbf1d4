"""Denominators that a translation lost: `5 mg/kg` that became “5 mg”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translator.languages import units
from translator.languages.units import Quantity

# A rate may be told in a word: “daily”, 毎食, “per dose”.
_TOLD = re.compile(
    r"(?i)(?<![a-z])(?:per|every|each|(?:dai|hour|week|month|year|night)ly|annual(?:ly)?|[bt]\.?i\.?d|q\.?d)(?![a-z])"
    r"|[毎每隔]|あたり|当たり|ごと"
)


def undivided(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], *, target: str
) -> Iterator[tuple[Quantity, Quantity]]:
    """(rate of the source, bare amount of the target) where nothing in the target says the rate's denominator."""
    rates = [each for each in ours if _is_rate(each) and units.is_certain(each) and not each.is_implied]
    if not rates or _TOLD.search(target) or any(map(_is_rate, theirs)):
        return
    for one in rates:
        two = next((each for each in theirs if each.number.value == one.number.value), None)
        above = {name.split("/")[0] for name in one.dimensions}
        below = {part for name in one.dimensions for part in name.split("/")[1:]}
        if two is None or not two.dimensions & above:
            continue
        # The amounts themselves may be in a unit of that dimension: mg/kg.
        amounts = sum(bool(each.dimensions & above & below) for each in theirs)
        if units.mentions(target, frozenset(below)) <= amounts:
            yield one, two


def _is_rate(quantity: Quantity) -> bool:
    return bool(quantity.dimensions) and all("/" in name for name in quantity.dimensions)
