"""“Or” and “and” that stand for each other."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._language import JUDGED
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.conjunctions import choosing, compare_conjunctions
from translator.languages.difference import Difference


def _conjunctions(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not pair.is_compared or pair.source_tag not in JUDGED or pair.tag not in JUDGED:
        return ()
    return compare_conjunctions(
        pair.source_prose, pair.target_prose, source_language=pair.source_tag, target_language=pair.tag
    )


def _may_join(pairs: Pairs) -> int:
    return pairs.judged and pairs.judged & choosing(pairs.source_prose, pairs.target_prose, pairs.known_tongues)


@check("conjunction-mismatch", severity="warning", needs=Sifted(_may_join, _conjunctions))
def conjunction_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """“Or” became “and”, or “and” became “or”: one symptom is enough in the source, the translation wants both.

    Not told in questions and denials, nor where the translation lists what the source offers (や, 、, /).

    Bad: `頭痛または発熱があれば中止する。` → `Stop if there is headache and fever.`
    Good: `頭痛または発熱があれば中止する。` → `Stop if there is headache or fever.`
    """
    found = _conjunctions(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
