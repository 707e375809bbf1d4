"""Two of a kind that became one, and one that became both."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._language import JUDGED
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.both import compare_both, pairing
from translator.languages.difference import Difference


def _both(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not pair.is_compared or pair.source_tag not in JUDGED or pair.tag not in JUDGED:
        return ()
    return compare_both(pair.source_prose, pair.target_prose, source_language=pair.source_tag, target_language=pair.tag)


def _may_be_both(pairs: Pairs) -> int:
    return pairs.judged and pairs.judged & pairing(pairs.source_prose, pairs.target_prose, pairs.known_tongues)


@check("both-mismatch", severity="error", needs=Sifted(_may_be_both, _both))
def both_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """Both of two became one of them, or one of them both: the left knee for both knees, one group for two.

    Told where one text has words for both alone, and the other words for one of them alone.

    Bad: `注射到左右膝关节` → `左の膝関節に注射`, `両群とも低下` → `decreased in one group`
    Good: `注射到左右膝关节` → `injected into both knees`, `左膝和右膝` → `両膝`
    """
    found = _both(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
