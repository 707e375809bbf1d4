"""Words that turn a claim: negation, quantifiers, comparison signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from translator.checks._judgement import judge
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages import markers
from translator.languages.claims import compare_negation, compare_quantifiers, denying
from translator.languages.comparisons import compare_comparisons, comparing
from translator.languages.denials import UNKNOWN
from translator.languages.lexicon import differing
from translator.languages.polarity import compare_polarity
from translator.languages.predicates import are_opposites, is_certain
from translator.languages.quantities import Difference

_KNOWN = ("zh", "ja", "en")
_LONGEST = 240
"""In longer texts together something is more often said without its denial than lost."""


def _faults(differences: tuple[Difference, ...], pair: Pair, context: Context) -> Iterator[Fault]:
    """The differences as faults, where both texts are in the languages that they should be in."""
    if differences:
        found = judge(pair, context)
        if not found.language and not found.left:
            yield from map(fault_of, differences)


def _is_judged(pair: Pair) -> bool:
    return pair.is_compared and pair.source_tag[:2] in _KNOWN and pair.tag[:2] in _KNOWN


def _denials(pair: Pair) -> tuple[Difference, ...]:
    """The denial that one text has alone: of kind `negation` where it is lost for certain, else `denial`."""
    if not _is_judged(pair):
        return ()
    found: tuple[Difference, ...] | None = pair.memory.get("denials")
    if found is None:
        texts, tags = (pair.source_prose, pair.target_prose), (pair.source_tag, pair.tag)
        found = pair.memory["denials"] = tuple(
            _sure(each, texts, tags)
            for each in compare_negation(*texts, *tags, clues=pair.memory.get("clues", UNKNOWN))
            if not are_opposites(*texts, *tags, beside=(each.source_span, each.target_span))
        )
    return found


def _sure(found: Difference, texts: tuple[str, str], tags: tuple[str, str]) -> Difference:
    """A denial as it is told: where it is not certain, the one word that one text denies and the other affirms."""
    if _is_named(found) or is_certain(found, texts, tags):
        return found
    tongues = markers.tongue(texts[0], tags[0]), markers.tongue(texts[1], tags[1])
    return compare_polarity(*texts, tongues) or replace(found, kind="denial")


def _is_named(found: Difference) -> bool:
    """Whether a difference tells of a word of both texts."""
    return found.source_span is not None and found.target_span is not None


def _deny(pair: Pair, context: Context) -> bool:
    return bool(_denials(pair))


def _negations(pair: Pair) -> tuple[Difference, ...]:
    return tuple(each for each in _denials(pair) if each.kind == "negation")


def _doubts(pair: Pair) -> tuple[Difference, ...]:
    if len(pair.source) + len(pair.target) > _LONGEST:
        return ()
    return tuple(each for each in _denials(pair) if each.kind == "denial")


def _may_deny(pairs: Pairs) -> int:
    if not all(pairs.known_tongues):
        return 0
    found = 0
    for at, clues in denying(pairs.source_prose, pairs.target_prose, pairs.known_tongues).items():
        pairs[at].memory["clues"] = clues
        found |= 1 << at
    return pairs.compared & found


_DENIED = Sifted(_may_deny, _deny)


@check("negation-mismatch", severity="error", needs=_DENIED)
def negation_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """One text denies what the other affirms.

    Told only where one text has a plain denial more often than the other has any word that could carry it, and the
    other affirms the very thing that is denied; see `unanswered-denial` for the rest.

    Bad: `没有副作用` → `There are side effects`
    Good: `没有副作用` → `There are no side effects`
    """
    yield from _faults(_negations(pair), pair, context)


@check("unanswered-denial", severity="warning", needs=_DENIED)
def unanswered_denial(pair: Pair, context: Context) -> Iterator[Fault]:
    """One text denies something that the other neither denies nor affirms in words that are known.

    A free translation may turn a sentence round; or the denial was lost.

    Bad: `伤口勿沾水` → `Rinse the wound`
    Good: `药片不要嚼碎` → `Do not chew the tablets`
    """
    yield from _faults(_doubts(pair), pair, context)


def _quantifiers(pair: Pair, context: Context) -> tuple[Difference, ...]:
    return compare_quantifiers(pair.source, pair.target, pair.source_tag, pair.tag) if _is_judged(pair) else ()


def _may_quantify(pairs: Pairs) -> int:
    if not all(pairs.known_tongues):
        return 0
    return pairs.compared & differing("quantifier", pairs.sources, pairs.targets, pairs.known_tongues)


@check("quantifier-mismatch", severity="error", needs=Sifted(_may_quantify, _quantifiers))
def quantifier_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation says of some what the source says of all, or the reverse.

    Bad: `全員で改善` → `half of the patients improved`
    Good: `全員で改善` → `all patients improved`
    """
    yield from _faults(_quantifiers(pair, context), pair, context)


def _comparisons(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not pair.is_compared or (pair.source_tag != "zxx" and not _is_judged(pair)):
        return ()
    return compare_comparisons(pair.source, pair.target, pair.source_tag, pair.tag)


def _may_compare(pairs: Pairs) -> int:
    if not all(pairs.known_tongues):
        return pairs.compared if pairs.source_tag == "zxx" else 0
    return pairs.compared & comparing(pairs.sources, pairs.targets, pairs.known_tongues)


_COMPARED = Sifted(_may_compare, _comparisons)


@check("comparison-mismatch", severity="error", needs=_COMPARED)
def comparison_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A comparison with a number is turned round or changed: at least became less than, ≥ became >.

    `≧`, `≥`, `>=` and 以上 are one, as are `<` and 未満. Of words that differ only in whether they mean the number
    itself, `bound-mismatch` tells.

    Bad: `SLEDAI ≧ 8` → `SLEDAI < 8`
    Good: `SLEDAI ≧ 8` → `SLEDAI of 8 or more`
    """
    found = _comparisons(pair, context)
    yield from _faults(tuple(each for each in found if each.kind != "bound"), pair, context)


@check("bound-mismatch", severity="warning", needs=_COMPARED)
def bound_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A word that means the number itself too became one that does not, or the reverse.

    18岁以上 begins with 18, 18歳を超える with 19. Everyday Chinese is not so strict: 3岁以下儿童 are often those below
    three, and 超过5公里 is 5 km以上 to most; rules and criteria are.

    Bad: `18岁以上` → `18歳を超える`
    Good: `18岁以上` → `18歳以上`
    """
    found = _comparisons(pair, context)
    yield from _faults(tuple(each for each in found if each.kind == "bound"), pair, context)
