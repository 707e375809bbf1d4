"""Numbers and units that differ between source and target, by value."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._tokens import plain_digits
from translator.checks._value import Context, Fault, check
from translator.languages.quantities import compare_numbers


@check("number-mismatch", severity="error")
def number_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A number of the source is missing, changed, shifted or out of order in the translation.

    Numbers are compared by value across writing systems: `１２.２` is `12.2`, `10亿` is `1 billion`,
    `三分之一` is `one third`. Numbers that a language may leave unsaid (`一个`) demand nothing.

    Bad: `SLEDAI 18.4 → 10.8 → 7.9` → `SLEDAI 18.4 → 7.9 → 10.8`
    Good: `10亿个细胞` → `1 billion cells`
    """
    if not pair.is_empty:
        for each in compare_numbers(pair.source, plain_digits(pair.target), pair.source_tag, pair.tag):
            yield Fault(each.message, each.target_span)
