"""A rise or a fall that the numbers beside it deny."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.difference import Difference
from translator.languages.trends import contradicted, telling


def _contradicted(pair: Pair, context: Context) -> tuple[Difference, ...]:
    found = contradicted(pair.target) if pair.is_compared else ()
    return () if found and contradicted(pair.source) else found


def _may_tell(pairs: Pairs) -> int:
    return pairs.compared & telling(pairs.targets)


@check("contradicted-trend", severity="error", needs=Sifted(_may_tell, _contradicted))
def contradicted_trend(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation says that a value rose or fell, and the two numbers beside it say the reverse.

    Many sources have an arrow where a translation has a verb. Where the source contradicts its own numbers, its
    translation may too.

    Bad: `尿タンパク(2505 → 858)` → `尿蛋白由2505升至858`
    Good: `尿タンパク(2505 → 858)` → `尿蛋白由2505降至858`, `18から65に増えた` → `rose from 18 to 65`
    """
    found = _contradicted(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
