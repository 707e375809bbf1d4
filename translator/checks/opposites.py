"""Words that became their opposites or others of their kind: increase and decrease, left and right, liver and kidney."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._language import JUDGED
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check, fault_of
from translator.languages.opposites import compare_opposites
from translator.languages.quantities import Difference


def _opposites(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not pair.is_compared or pair.source_tag not in JUDGED or pair.tag not in JUDGED:
        return ()
    return compare_opposites(pair.source_prose, pair.target_prose, pair.source_tag, pair.tag)


@check("opposite-mismatch", severity="error", needs=_opposites)
def opposite_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A word became its opposite, or another of its kind: a rise a fall, left right, arm leg, doctor nurse.

    So do promises: what may be became what surely is. Told where the source has words of one side alone and the translation of the other alone; not where
    only one of the two denies something.

    Bad: `血圧が上昇` → `Blood pressure fell`, `急性期` → `慢性期`
    Good: `血圧が上昇` → `Blood pressure rose`, `表示しない` → `隐藏`
    """
    found = _opposites(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
