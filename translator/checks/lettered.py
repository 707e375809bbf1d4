"""Letters that name one of a kind, and became others."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._language import JUDGED
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.difference import Difference
from translator.languages.lettered import compare_letters, lettering


def _letters(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not pair.is_compared or pair.source_tag not in JUDGED or pair.tag not in JUDGED:
        return ()
    return compare_letters(
        pair.source_prose, pair.target_prose, source_language=pair.source_tag, target_language=pair.tag
    )


def _may_be_lettered(pairs: Pairs) -> int:
    return pairs.judged and pairs.judged & lettering(pairs.source_prose, pairs.target_prose, pairs.known_tongues)


@check("kind-mismatch", severity="error", needs=Sifted(_may_be_lettered, _letters))
def kind_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """The letter that names one of a kind became another: hepatitis C for B, group B for A, vitamin B6 for B12.

    甲, 乙, 丙 are A, B, C. Told where the letter of the source is gone and the translation has one that the source has not.

    Bad: `B型肝炎` → `hepatitis C`, `甲组` → `B群`
    Good: `B型肝炎` → `hepatitis B`, `甲组` → `A群`
    """
    found = _letters(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
