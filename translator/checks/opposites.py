"""Words that became their opposites or others of their kind: increase and decrease, left and right, liver and kidney."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from translator.checks._claimed import claimed
from translator.checks._judgement import judge
from translator.checks._language import JUDGED
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.difference import meet
from translator.languages.lexicon import losing, misnaming, sided, turning
from translator.languages.markers import tongue
from translator.languages.misnamed import compare_things
from translator.languages.named import compare_named
from translator.languages.opposites import compare_opposites
from translator.languages.quantities import Difference


def _opposites(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not pair.is_compared or pair.source_tag not in JUDGED or pair.tag not in JUDGED:
        return ()
    texts, sides = (pair.source_prose, pair.target_prose), pair.memory.get("sides")
    turned: tuple[Difference, ...] | None = pair.memory.get("opposites")
    if turned is None:
        turned = pair.memory["opposites"] = compare_opposites(*texts, pair.source_tag, pair.tag, sides=sides)
    found = turned or tuple(each for each in _named(pair) if each.kind in ("altered", "doubt"))
    return found or compare_things(*texts, (tongue(texts[0], pair.source_tag), tongue(texts[1], pair.tag)))


def _named(pair: Pair) -> tuple[Difference, ...]:
    found: tuple[Difference, ...] | None = pair.memory.get("named")
    if found is None:
        found = pair.memory["named"] = compare_named(
            pair.source_prose,
            pair.target_prose,
            source_language=pair.source_tag,
            target_language=pair.tag,
            sides=pair.memory.get("sides"),
        )
    return found


def _may_be_opposed(pairs: Pairs) -> int:
    if not pairs.judged:
        return 0
    things = misnaming(pairs.source_prose, pairs.target_prose, pairs.known_tongues)
    return _marked(pairs, turning) | _may_be_lost(pairs) | pairs.judged & things


def _marked(pairs: Pairs, choose: Callable[[Sequence[tuple[int, int]]], Iterable[int]]) -> int:
    """The pairs that are chosen by what their words may mean, which is noted of them."""
    if not pairs.judged:
        return 0
    sides, found = sided(pairs.source_prose, pairs.target_prose, pairs.known_tongues), 0
    for at in choose(sides):
        pairs[at].memory["sides"] = sides[at]
        found |= 1 << at
    return pairs.judged & found


_LONGEST = 320
"""In longer texts together a word and its opposite may well stand apart."""
_OPPOSED = Sifted(_may_be_opposed, _opposites)


@check("opposite-mismatch", severity="error", needs=_OPPOSED)
def opposite_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A word became its opposite, or another of its kind: a rise a fall, left right, arm leg, doctor nurse.

    So do promises (what may be became what surely is), and things of which the source names one and the translation
    another: a chair a wheelchair, a nut a peanut. Told where the source has words of one side alone and the translation
    of the other alone; see `contrary-wording` for words that free translations turn round.

    Bad: `血圧が上昇` → `Blood pressure fell`, `急性期` → `慢性期`
    Good: `血圧が上昇` → `Blood pressure rose`, `表示しない` → `隐藏`
    """
    yield from _told(pair, context, is_sure=True)


@check("contrary-wording", severity="warning", needs=_OPPOSED)
def contrary_wording(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation has the opposite of a word of the source, or another word of its kind, where a free one may.

    Said of when, may and must, of people and papers, and where one of the texts alone denies something: “for adults
    only” is 儿童禁用, and what comes before one act comes after another. See `opposite-mismatch` for what is sure.

    Bad: `食後に服用してください` → `Take on an empty stomach`
    Good: `食後に服用してください` → `Take after meals`
    """
    yield from _told(pair, context, is_sure=False)


def _told(pair: Pair, context: Context, *, is_sure: bool) -> Iterator[Fault]:
    if not is_sure and len(pair.source) + len(pair.target) > _LONGEST:
        return
    found = [each for each in _opposites(pair, context) if (each.kind != "doubt") is is_sure]
    if found and not judge(pair, context).language:
        told = claimed(pair)
        yield from (fault_of(each) for each in found if not any(meet(each, other) for other in told))


def _lost(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not pair.is_compared or pair.source_tag not in JUDGED or pair.tag not in JUDGED:
        return ()
    return tuple(each for each in _named(pair) if each.kind == "missing")


def _may_be_lost(pairs: Pairs) -> int:
    return _marked(pairs, losing)


@check("lost-thing", severity="warning", needs=Sifted(_may_be_lost, _lost))
def lost_thing(pair: Pair, context: Context) -> Iterator[Fault]:
    """The source names an illness, an organ, a medicine, a test, an animal, and the translation does not.

    Judged in sentences of some length, by words that have few others beside them.

    Bad: `补体、肌酐均改善。` → `Creatinine improved.`
    Good: `补体、肌酐均改善。` → `Complement and creatinine improved.`
    """
    found = _lost(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
