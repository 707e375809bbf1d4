"""What a translation promises beyond its source, or no longer limits: a cure, a fact where the source says perhaps."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._language import JUDGED
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.promises import HEDGES, LIMITS, PROMISES, compare_promises, saying, unhedged, unlimited
from translator.languages.quantities import Difference


def _is_judged(pair: Pair) -> bool:
    return pair.is_compared and pair.source_tag in JUDGED and pair.tag in JUDGED


def _promises(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not _is_judged(pair):
        return ()
    return compare_promises(pair.source_prose, pair.target_prose, pair.source_tag, pair.tag)


def _may_promise(pairs: Pairs) -> int:
    return pairs.judged and pairs.judged & saying(PROMISES, pairs.target_prose, pairs.known_tongues[1])


@check("unsupported-promise", severity="error", needs=Sifted(_may_promise, _promises))
def unsupported_promise(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation promises a cure, or says that something is certain, where the source says nothing like it.

    Any word for healing in the source excuses “cure”, any firm word (all, must, ensure, 必, 確) excuses “always”.

    Bad: `以降もさらに改善。` → `They improved further and will be cured.`
    Good: `治癒の可能性もある。` → `A cure is possible.`
    """
    found = _promises(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)


def _hedge(pair: Pair, context: Context) -> Difference | None:
    if not _is_judged(pair):
        return None
    return unhedged(pair.source_prose, pair.target_prose, source_language=pair.source_tag, target_language=pair.tag)


def _may_hedge(pairs: Pairs) -> int:
    return pairs.judged and pairs.judged & saying(HEDGES, pairs.source_prose, pairs.known_tongues[0])


@check("lost-hedge", severity="warning", needs=Sifted(_may_hedge, _hedge))
def lost_hedge(pair: Pair, context: Context) -> Iterator[Fault]:
    """The source holds something possible (可能性がある, 或许, perhaps), the translation states it as a fact.

    Told only where the translation has no word at all that leaves anything open.

    Bad: `効果を発揮する可能性がある。` → `It exerts an effect.`
    Good: `効果を発揮する可能性がある。` → `It may have an effect.`
    """
    found = _hedge(pair, context)
    if found is not None and not judge(pair, context).language:
        yield fault_of(found)


def _limit(pair: Pair, context: Context) -> Difference | None:
    if not _is_judged(pair):
        return None
    return unlimited(pair.source_prose, pair.target_prose, source_language=pair.source_tag, target_language=pair.tag)


def _may_limit(pairs: Pairs) -> int:
    return pairs.judged and pairs.judged & saying(LIMITS, pairs.source_prose, pairs.known_tongues[0])


@check("lost-limit", severity="warning", needs=Sifted(_may_limit, _limit))
def lost_limit(pair: Pair, context: Context) -> Iterator[Fault]:
    """The source limits what it says (only, about 30, at least 30, up to 30), the translation says it without limit.

    Told only where the translation has no word at all that may stand for it.

    Bad: `必要な場合のみ使用` → `Use when needed`, `约30%的患者` → `30% of patients`
    Good: `必要な場合のみ使用` → `Use only when needed`, `约30%的患者` → `Nearly 30% of patients`
    """
    found = _limit(pair, context)
    if found is not None and not judge(pair, context).language:
        yield fault_of(found)
