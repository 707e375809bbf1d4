"""Translations that say much less, or much more, than their source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from translator.checks._completeness import certainty, is_incomplete, says_less
from translator.checks._extent import ratio
from translator.checks._judgement import judge
from translator.checks._language import JUDGED
from translator.checks._lost import differing
from translator.checks._subject import Pair
from translator.checks._tokens import addresses
from translator.checks._value import Context, Fault, check
from translator.inline import PLACEHOLDER
from translator.languages.discounts import is_same_discount
from translator.languages.terms import are_same_terms

_WORDS = 5


def _is_cut(pair: Pair, context: Context) -> bool:
    """Whether a translation stops too early for certain."""
    if _is_wordless(pair):
        return True
    if pair.tag[:2] == "zh" and _wants_object(pair) and is_judged(pair, context):
        return True
    if not is_judged(pair, context) or not is_incomplete(pair, certainty(pair)):
        return False
    other = _readdressed(pair)
    return other is None or is_incomplete(other, certainty(other))


def _readdressed(pair: Pair) -> Pair | None:
    """The pair with the address of the source where the target has a wrong one; None where it has none.

    An address that both have is no matter of length; of a wrong one `url-mismatch` tells. A shorter one
    at the end of the translation may be cut.
    """
    if not _ADDRESS_SIGNS & pair.source_chars or not _ADDRESS_SIGNS & pair.target_chars:
        return None
    missing, surplus = differing(pair, addresses)
    if len(missing) != 1 or len(surplus) != 1:
        return None
    _, start, end = surplus[0]
    if end == len(pair.target) and end - start < len(missing[0]):
        return None
    return replace(pair, target=pair.target[:start] + missing[0] + pair.target[end:])


_ADDRESS_SIGNS = frozenset("@/")


def _is_wordless(pair: Pair) -> bool:
    """Whether a translation is marks alone; for a word or two a dash may stand (なし, “–”)."""
    if pair.target[:1].isalnum() or pair.is_empty or pair.source_tag not in JUDGED:
        return False
    words = PLACEHOLDER.sub("", pair.target)
    return not any(map(str.isalnum, words)) and pair.source_extent >= _WORDS


def _wants_object(pair: Pair) -> bool:
    """Whether a Chinese translation has lost its full stop, and ends in a verb or word that wants another behind it."""
    return pair.source.rstrip()[-1:] in _STOPS and _WANTING.search(pair.target) is not None


_STOPS = tuple("。．.")
_WANTING = re.compile(
    "(?:(?:确认|確認|观察|觀察|检测|檢測|感受|意识|注意|认识)到|(?<![被公])[认認][为為]|导致|導致|[属屬]于|[称稱][为為]|取决于|有助于|相当于|促使|使得|以及|并且|因[为為]|由于|不[仅僅]|应该|必[须須]|能[够夠]|(?<!不)可以|将会|[从從]而|包括|达到|位于|见于)$"
)


def _is_out_of_measure(pair: Pair, context: Context) -> bool:
    """Whether a translation says less or more than most do."""
    return is_judged(pair, context) and (says_less(pair) or _says_more(pair))


@check("truncated", severity="error", family="coverage", needs=_is_cut)
def truncated(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation stops before the source does.

    Decided from how much both say, measured in all three languages on one scale, and from how the
    translation ends: without the full stop that the source has, in the middle of a word, after a
    word or particle that wants another, inside a bracket; or there are no words in it at all.

    Bad: `长期追踪结果表明，生存率为94%。` → `Long-term follow-up sho`
    Good: `长期追踪结果表明，生存率为94%。` → `Long-term follow-up showed a survival rate of 94%.`
    """
    if _is_wordless(pair):
        yield Fault("the translation has no words", (0, len(pair.target)))
    elif _is_cut(pair, context):
        yield Fault("the translation seems to stop before the source does", (len(pair.target), len(pair.target)))


@check("length-mismatch", severity="warning", needs=_is_out_of_measure)
def length_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation says noticeably less or more than the source.

    Something may be missing, added, or it is the translation of another text. Measured in all three
    languages on one scale, wider for short texts. A known term, or a list of such whose items match one for one, is neither.

    Bad: `保存草稿` → `Your draft was saved; you may now close this window and come back later`
    Good: `保存草稿` → `Save draft`
    """
    if not is_judged(pair, context) or is_same_list(pair):
        return
    if says_less(pair) and not is_incomplete(pair, certainty(pair)) and not _is_offer(pair):
        other = _readdressed(pair)
        if other is not None and not says_less(other):
            return
        yield Fault("the translation says much less than the source")
        return
    if _says_more(pair):
        yield Fault("the translation says much more than the source")


def is_same_list(pair: Pair) -> bool:
    """Whether two short texts are known terms that match one for one, however long their words are."""
    return are_same_terms(pair.source_prose, pair.target_prose, pair.source_tag, pair.tag)


_OFFER = 16
"""The extent up to which an offer may be one number and little else: 可享受9折优惠, 10% off."""


def _is_offer(pair: Pair) -> bool:
    """Whether a short text is an offer whose discount both texts tell alike."""
    return pair.source_extent <= _OFFER and is_same_discount(pair.source, pair.target)


def _says_more(pair: Pair) -> bool:
    before, after = pair.source_extent, pair.target_extent
    return after >= 4 and ratio(before, after) > surplus_limit(before)


def is_judged(pair: Pair, context: Context) -> bool:
    """Whether the two texts are in two languages, as they should be."""
    if not pair.is_compared or pair.source_tag not in JUDGED or pair.tag not in JUDGED:
        return False
    found = judge(pair, context)
    return not found.language and not found.left


def surplus_limit(before: float) -> float:
    """The logarithm of the ratio above which a target says too much, for a source of some extent."""
    return 0.6 + 1.6 / (1 + before / 4)
