"""Signs in front of numbers that became others or were lost."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.difference import Difference
from translator.languages.signs import compare_signs, signed


def _signs(pair: Pair, context: Context) -> tuple[Difference, ...]:
    return compare_signs(pair.source, pair.target) if pair.is_compared else ()


def _may_be_signed(pairs: Pairs) -> int:
    return pairs.compared & signed(pairs.sources)


@check("sign-mismatch", severity="error", needs=Sifted(_may_be_signed, _signs))
def sign_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """The sign in front of a number became another one, or was lost: = and <, ± and −.

    A sign that a word may stand for (within 5 %, 零下5度, fell by 4) is not missed.

    Bad: `p=0.27` → `p < 0.27`, `±3mmHg` → `-3 mmHg`
    Good: `误差±5%以内` → `The error is within 5%`
    """
    found = _signs(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
