"""Whether the numbers that two texts share stand in the same order where the order matters.

Languages order their words differently, and numbers move with them: only a number that left its
surroundings behind, or a turned chain (`18.4 → 10.8`, `0 to 255`, `[1, 2]`), counts.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction

from translator.languages import chains, dates, neighbours, restated, roles, sides, units
from translator.languages.numerals import Number
from translator.languages.verbatim import prose

Pair = tuple[Number, Number]

_DATED = ("year", "month", "day", "time")
_EXCHANGED = frozenset((*_DATED, "percent"))
# As many characters as chance does not put on both sides.
_CLEARLY = 6
_NEXT = re.compile(r" ?(?:→|->|~|〜|–|,|、|，|to|and|or|から|到|至|和|或|与|と|や) ?[0-9]")
_LAST = re.compile(r"[0-9] ?(?:→|->|~|〜|–|,|、|，|to|and|or|から|到|至|和|或|与|と|や) ?$")
# Words between two numbers that languages put at different ends, told within one clause.
_RELATED = re.compile(
    r"^ ?\w{0,4}(?:中|のうち|の内|内に|之内)|^ ?[人名例件個台]に ?$|^ in (?:every )?$|out of|(?<![A-Za-z])of (?:the |these |all )?(?:[A-Za-z]+ )?$|(?<![A-Za-z])(?:than|compared|versus|over|against|after|before)(?![A-Za-z])"
    r"|分[の之]|只有|仅|僅|比|より|に対|相较|相較|以上の|以下の|因为|因為|所以|的 ?$"
    r"|(?<![A-Za-z])(?:because|if|when|unless|instead)(?![A-Za-z])|場合|の代わり"
)
# Further ones that only Japanese puts elsewhere.
_RELATED_IN_JA = re.compile(r"のため|ために|需要|必须|必須|ので|から、|するには|でなく|ではなく|而不是")
_KANA = re.compile("[ぁ-ん]")
_CLAUSE_END = re.compile(r"[。，；！？]|[.;!?](?: |$)")
_NEAR = 48
_COMMA = re.compile("[，、,](?![0-9])")
# A clause that another language would put first.
_OPENS = re.compile(
    r"[，、,] ?(?:因|所以|如果|若|当|當|而不是|because|if|when|unless|instead|so|than|compared|versus|after|before|of|out)|中、"
)
# A number inside a word that moves as a whole: 10進数, 0埋め, “zero-padded”.
_IN_A_WORD = re.compile(r" ?(?:[進进]|埋め|填充|-?padded|-?based|元组|元組)")


def turned(
    pairs: Sequence[Pair], source: str, *, target: str, left: Sequence[Number] = (), right: Sequence[Number] = ()
) -> tuple[tuple[Pair, Pair], ...]:
    """The couples of pairs whose order was turned, in the order of the source.

    `left` and `right` are the numbers without a partner: what one text says oftener than the other may
    belong together in several ways.
    """
    if len(pairs) < 2 and not (pairs and (left or right)):
        return ()
    unsure = frozenset(_form(each) for each in (*left, *right) if not each.is_soft)
    others = frozenset(abs(each.value) for each in (*left, *right))
    solid = [pair for pair in _solid(pairs, source, target, others) if _form(pair[0]) not in unsure]
    solid = [pair for pair in solid if not _is_in_a_word(pair, source, target)]
    if len(solid) >= 2:
        solid.sort(key=lambda pair: pair[0].start)
        exchanged = (
            _exchanged(solid, source, target)
            or roles.inverted(solid, prose(source), prose(target))
            or roles.replaced(solid, prose(source), prose(target))
        )
        if exchanged:
            return exchanged
    dealt = _straightened(sorted(pairs, key=lambda pair: pair[0].start))
    exchanged = _unlinked(dealt, (left, right), source, target) or _told_wrong(dealt, prose(source), prose(target))
    if exchanged:
        return exchanged
    solid = [pair for pair in _solid(dealt, source, target, others) if _form(pair[0]) not in unsure]
    placed = _misplaced(solid, dealt, source, target)
    if placed:
        return placed
    if len(solid) < 2 or all(one[1].start < two[1].start for one, two in itertools.pairwise(solid)):
        return ()
    ours, theirs = prose(source), prose(target)
    found = tuple(
        (one, two)
        for index, one in enumerate(solid)
        for two in solid[index + 1 : index + 6]
        if one[1].start > two[1].start and one[0].key != two[0].key and _is_turned(one, two, dealt, source, target)
    )
    found = _without_chains(found, dealt, ours, theirs) if found else ()
    return _without_measured(found, source, target) if found else ()


def _is_turned(one: Pair, two: Pair, pairs: Sequence[Pair], source: str, target: str) -> bool:
    """Whether two numbers that stand in the other order should not."""
    ours, theirs = prose(source), prose(target)
    if chains.is_list(ours, one[0], second=two[0]) and chains.is_list(theirs, two[1], second=one[1]):
        return True
    if _is_in_a_word(one, source, target) or _is_in_a_word(two, source, target):
        return False
    if any(restated.is_total(each[0].value, [pair[0].value for pair in pairs]) for each in (one, two)):
        return False
    return _is_fault(classify(one, two, source=ours, target=theirs), (one, two), pairs, source, target)


def _told_wrong(pairs: Sequence[Pair], source: str, target: str) -> tuple[tuple[Pair, Pair], ...]:
    """The first two numbers of which the translation says that the second became the first."""
    for one, two in itertools.pairwise(pairs):
        if one[0].key != two[0].key and chains.is_told_wrong(source, target, one, two):
            return ((one, two),)
    return ()


def _without_chains(
    found: tuple[tuple[Pair, Pair], ...], pairs: Sequence[Pair], source: str, target: str
) -> tuple[tuple[Pair, Pair], ...]:
    """The couples but for links of two chains that both texts have, each of which moved with its unit."""
    places = _places(pairs, source, target)
    return tuple(couple for couple in found if not _moved_whole(places, *couple, source, target))


def _places(pairs: Sequence[Pair], source: str, target: str) -> dict[int, int]:
    """Which of several chains that both texts have a number is a link of, by its start in the source."""
    linked = chains.read(source, [one for one, _ in pairs])
    return chains.crossing(linked, chains.read(target, [two for _, two in pairs])) if len(linked) > 1 else {}


def _are_in_two(places: dict[int, int], one: Pair, two: Pair) -> bool:
    at, to = places.get(one[0].start), places.get(two[0].start)
    return at is not None and to is not None and at != to


def _moved_whole(places: dict[int, int], one: Pair, two: Pair, source: str, target: str) -> bool:
    """Whether two numbers are links of two chains, each of which moved as a whole."""
    if not _are_in_two(places, one, two):
        return False
    sizes = Counter(places.values())
    if min(sizes[places[each[0].start]] for each in (one, two)) >= _LONG:
        return True
    return not _without_measured(((one, two),), source, target, True)


def _solid(pairs: Sequence[Pair], source: str, target: str, others: frozenset[Fraction]) -> list[Pair]:
    """The pairs that certainly belong together: one side in digits, or a word that stands once."""
    counts = Counter(one.value for one, _ in pairs)
    return [
        (one, two)
        for one, two in pairs
        if (not (one.is_spelled and two.is_spelled) or (counts[one.value] == 1 and _is_told(one) and _is_told(two)))
        and (not (one.is_soft or two.is_soft) or (_is_word_for(one, two, others) and counts[one.value] == 1))
    ]


def _is_in_a_word(pair: Pair, source: str, target: str) -> bool:
    return _IN_A_WORD.match(source, pair[0].end) is not None or _IN_A_WORD.match(target, pair[1].end) is not None


def _is_told(number: Number) -> bool:
    """Whether a number in words is more than a turn of speech: 三名, “five men”."""
    return number.kind == "cardinal" and number.value > 2 and not number.is_soft


def _exchanged(solid: Sequence[Pair], source: str, target: str) -> tuple[tuple[Pair, Pair], ...]:
    """The first two numbers that took each other's kind, sign or surroundings, wherever they stand."""
    ours, theirs = prose(source), prose(target)
    for index, one in enumerate(solid):
        for two in solid[index + 1 : index + 4]:
            if one[0].key == two[0].key:
                continue
            if _has_other_kinds(one, two):
                return ((one, two),)
            if one[1].start > two[1].start:
                continue
            if _has_other_signs(one, two) or _is_among_others(one, two, ours, theirs):
                return ((one, two),)
    return ()


def _unlinked(
    pairs: Sequence[Pair], alone: tuple[Sequence[Number], Sequence[Number]], source: str, target: str
) -> tuple[tuple[Pair, Pair], ...]:
    """Two numbers of which one took the other's place in a chain."""
    ours, theirs = ([*(pair[side] for pair in pairs), *alone[side]] for side in (0, 1))
    linked = chains.read(prose(source), ours)
    found = chains.broken(linked, chains.read(prose(target), theirs)) if linked else None
    if found is None:
        return ()
    lost = next((each for each in pairs if each[0].value == found[0].value), None)
    new = next((each for each in pairs if each[1].value == found[1].value), None)
    return ((lost, new),) if lost is not None and new is not None else ()


def _is_fault(name: str, couple: tuple[Pair, Pair], pairs: Sequence[Pair], source: str, target: str) -> bool:
    """Whether two numbers that changed places so, as `classify` calls it, should not have."""
    one, two = couple
    if chains.is_told_back(prose(source), prose(target), *couple):
        return False
    if roles.is_inverted(source[one[0].end : two[0].start], target[two[1].end : one[1].start]):
        # “5 for each 6” is 6枚ごとに5枚.
        return False
    if roles.is_rate(*couple, source=prose(source), target=prose(target)):
        return False
    if name != "loose":
        return name in ("crossed", "chain")
    if any(one.is_spelled != two.is_spelled and (one.is_soft or two.is_soft) for one, two in couple):
        # “One dose of” is where its sentence wants it.
        return False
    straight, crossed = _weighing(couple, pairs, source, target)(0, 1)
    # The year of a sentence stands at either end of it: 2023年度は120万箱, “1.2 million boxes in fiscal 2023”.
    is_free = sum(dates.is_year(source, one) and dates.is_year(target, two) for one, two in couple) == 1
    return crossed >= straight + _FIRMLY if is_free else straight < crossed + _FIRMLY


def _weighing(
    chosen: Sequence[Pair], pairs: Sequence[Pair], source: str, target: str
) -> Callable[[int, int], tuple[float, float]]:
    """What the surroundings of the chosen pairs have in common, straight and crossed."""
    held = [sorted({(each[side].start, each[side].end) for each in pairs}) for side in (0, 1)]
    couples = [((one.start, one.end), (two.start, two.end)) for one, two in chosen]
    return neighbours.evidence(source, target, couples=couples, held=(held[0], held[1]))


def _misplaced(solid: Sequence[Pair], pairs: Sequence[Pair], source: str, target: str) -> tuple[tuple[Pair, Pair], ...]:
    """The first two numbers of which each stands beside the words, names and marks that were the other's."""
    often = Counter(abs(one.value) for one, _ in pairs)
    alone = [each for each in solid if often[abs(each[0].value)] == 1 and not _is_dated(each)][:_MOST]
    if len(alone) < 2:
        return ()
    ours, theirs = prose(source), prose(target)
    weigh = _weighing(alone, pairs, source, target)
    places = _places(pairs, ours, theirs)
    for index, one in enumerate(alone):
        for at in range(index + 1, min(len(alone), index + 4)):
            if _are_linked(one, alone[at], ours, theirs) or chains.is_told_back(ours, theirs, one, alone[at]):
                continue
            if _moved_whole(places, one, alone[at], source, target):
                continue
            if one[1].start < alone[at][1].start and _are_written_otherwise(one, alone[at]):
                # “128 pieces, three of which”: in words a number has other neighbours.
                continue
            straight, crossed = weigh(index, at)
            if crossed >= straight + _FIRMLY:
                return ((one, alone[at]),)
    return ()


def _are_written_otherwise(one: Pair, two: Pair) -> bool:
    """Whether of two numbers one is in words in one text, and in digits in the other."""
    return any(each[0].is_spelled != each[1].is_spelled for each in (one, two))


def _is_dated(pair: Pair) -> bool:
    return any(each.kind in _DATED for each in pair)


def _are_linked(one: Pair, two: Pair, source: str, target: str) -> bool:
    """Whether two numbers are links of one chain in both texts: what stands beside it belongs to both."""
    return chains.is_link(source, one[0], second=two[0]) and chains.is_link(target, one[1], second=two[1])


# More than what one word that both have may tell.
_FIRMLY = 3
# Chains of so many links that both texts have whole: one link never takes the place of another one's.
_LONG = 3
_MOST = 12


def _has_other_kinds(one: Pair, two: Pair) -> bool:
    """Whether a month became a day and the day a month: 12月25日, 25月12日."""
    kinds = (one[0].kind, two[0].kind)
    return kinds[0] != kinds[1] and set(kinds) <= _EXCHANGED and (two[1].kind, one[1].kind) == kinds


def _has_other_signs(one: Pair, two: Pair) -> bool:
    """Whether of two numbers one lost its sign to the other."""
    lost, won = (one, two) if one[0].value < 0 else (two, one)
    return lost[0].value < 0 < lost[1].value and won[0].value > 0 > won[1].value


def _is_among_others(one: Pair, two: Pair, source: str, target: str) -> bool:
    """Whether each of two numbers stands clearly in the surroundings of the other."""
    crossed = (
        sides.likeness(one[0], two[1], source=source, target=target),
        sides.likeness(two[0], one[1], source=source, target=target),
    )
    if min(crossed) < _CLEARLY:
        return False
    return sides.likeness(one[0], one[1], source=source, target=target) + sides.likeness(
        two[0], two[1], source=source, target=target
    ) < min(crossed)


def _is_word_for(one: Number, two: Number, others: frozenset[Fraction]) -> bool:
    """Whether one of two numbers is a soft word, and the other is written with digits.

    A “one” only where no text has another.
    """
    if one.value in others and one.value == 1:
        return False
    return (one.is_spelled and not two.is_soft) or (two.is_spelled and not one.is_soft)


def _without_measured(
    found: tuple[tuple[Pair, Pair], ...], source: str, target: str, is_of_chains: bool = False
) -> tuple[tuple[Pair, Pair], ...]:
    """The couples but for those where a number kept its unit, and the other one has another unit."""
    numbers = [pair for couple in found for pair in couple]
    ours = _units(source, [pair[0] for pair in numbers], is_of_chains)
    theirs = _units(target, [pair[1] for pair in numbers], is_of_chains)
    return tuple(
        (one, two)
        for one, two in found
        if not any(
            ours.get(kept[0].start, frozenset()) & theirs.get(kept[1].start, frozenset())
            and not ours.get(kept[0].start, frozenset()) & ours.get(moved[0].start, frozenset())
            and not theirs.get(kept[1].start, frozenset()) & theirs.get(moved[1].start, frozenset())
            for kept, moved in ((one, two), (two, one))
        )
    )


def _units(text: str, numbers: Sequence[Number], may_be_implied: bool) -> dict[int, frozenset[units.Meaning]]:
    if may_be_implied:
        # The unit stands behind the last link.
        found = units.read(text)
    else:
        found = units.of_numbers(text, tuple(sorted(set(numbers), key=lambda number: number.start)))
    return {each.number.start: each.meanings for each in found if may_be_implied or not each.is_implied}


def _form(number: Number) -> tuple[Fraction, bool]:
    """A value and whether it is written with a point: 2つ says nothing about a 2.0."""
    return abs(number.value), "." in number.surface


def _straightened(solid: list[Pair]) -> list[Pair]:
    """The pairs with the partners of equal values dealt out in order."""
    by_value: dict[tuple[Fraction | str, bool], list[Number]] = {}
    # 9:30 and “half an hour” are two thirties.
    keys = {
        id(pair): (pair[0].key if pair[1].is_soft and pair[1].is_spelled else pair[1].key, "." in pair[1].surface)
        for pair in solid
    }
    for pair in solid:
        by_value.setdefault(keys[id(pair)], []).append(pair[1])
    for each in by_value.values():
        each.sort(key=lambda number: number.start, reverse=True)
    return [(pair[0], by_value[keys[id(pair)]].pop()) for pair in solid]


def classify(one: Pair, two: Pair, *, source: str, target: str) -> str:
    """How two numbers that changed places did so.

    `moved` with their surroundings; `dated`, as the parts of a date do; `related` by a word that
    languages put at different ends (“3 of 98”, 98人中3人); `crossed`, each into the surroundings of
    the other; `chain`, the links of a chain turned; else `loose`.
    """
    kinds = [next((each.kind for each in pair if each.kind in _DATED), "") for pair in (one, two)]
    if all(kinds) and kinds[0] != kinds[1]:
        return "dated"
    straight = sides.likeness(one[0], one[1], source=source, target=target) + sides.likeness(
        two[0], two[1], source=source, target=target
    )
    crossed = sides.likeness(one[0], two[1], source=source, target=target) + sides.likeness(
        two[0], one[1], source=source, target=target
    )
    if crossed > straight + 1:
        return "crossed"
    if straight > crossed + 1:
        return "moved"
    if chains.is_link(source, one[0], second=two[0]) and chains.is_link(target, two[1], second=one[1]):
        return "chain"
    if _moves_in_a_chain(one, source, target) or _moves_in_a_chain(two, source, target):
        return "moved"
    spans = (source[one[0].end : two[0].start], target[two[1].end : one[1].start])
    if all(_COMMA.search(each) for each in spans) and not any(_OPENS.search(each) for each in spans):
        # Each number has a clause of its own: “0 if it is on, 1 if it is off”.
        return "loose"
    if any(len(each) <= _NEAR and _is_relation(each, source, target) for each in spans):
        return "related"
    return "loose"


def _is_relation(between: str, source: str, target: str) -> bool:
    if _CLAUSE_END.search(between):
        return False
    if _RELATED.search(between):
        return True
    return bool(_RELATED_IN_JA.search(between) and (_KANA.search(source) or _KANA.search(target)))


def _moves_in_a_chain(pair: Pair, source: str, target: str) -> bool:
    """Whether a number is a link of a chain in both texts, which moves as a whole."""
    sides = ((source, pair[0]), (target, pair[1]))
    return all(
        _NEXT.match(text, number.end) or _LAST.search(text[max(0, number.start - 12) : number.start])
        for text, number in sides
    )
