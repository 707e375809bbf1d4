"""Numbers that took each other's place beside their labels."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._memory import differences
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.difference import Difference
from translator.languages.series import compare_series, lined


def _series(pair: Pair, context: Context) -> tuple[Difference, ...]:
    return compare_series(pair.source, pair.target, pair.source_tag, pair.tag) if pair.is_compared else ()


def _may_be_lined(pairs: Pairs) -> int:
    return pairs.compared & lined(pairs.sources, pairs.targets)


@check("exchanged-number", severity="error", needs=Sifted(_may_be_lined, _series))
def exchanged_number(pair: Pair, context: Context) -> Iterator[Fault]:
    """A value stands beside another label of its series, or a comparison has its two sides exchanged.

    One text may tell two series behind each other and the other in turn; what differs in numbers, `number-mismatch` tells.

    Bad: `0,1,3M 18.4→10.8→7.9` → `18.4 at 0, 7.9 at 1, 10.8 at 3 months`
    Good: `第2世代は第1世代より速い` → `The second generation is faster than the first`
    """
    found = _series(pair, context)
    if found and not differences(pair) and not judge(pair, context).language:
        yield from map(fault_of, found)
