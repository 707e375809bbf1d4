"""Factors that became others: twice as much, half as much."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._memory import differences
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.difference import Difference
from translator.languages.multiples import compare_multiples, multiplying


def _multiples(pair: Pair, context: Context) -> tuple[Difference, ...]:
    found = compare_multiples(pair.source, pair.target) if pair.is_compared else ()
    # A number that became another one is told as that.
    return () if found and differences(pair) else found


def _may_multiply(pairs: Pairs) -> int:
    return pairs.compared & multiplying(pairs.sources, pairs.targets)


@check("multiple-mismatch", severity="error", needs=Sifted(_may_multiply, _multiples))
def multiple_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """How many times as much something is became another factor, or its reverse.

    `増N倍`, 翻番, “twice as many”, “threefold”, “halved” and 半減 are compared by value; 增加了两倍 may be two or three times.

    Bad: `5年前の2倍に増えた` → `has halved in five years`, `减半` → `doubled`
    Good: `增加一倍` → `doubled`, `3倍` → `three times as many`
    """
    found = _multiples(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
