"""Which of the lost texts each new one came from: by what they say, and by where they stand.

Knows nothing of catalogs: a document is a row of numbers, of which some are kept texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from translator.similarity import Index, is_reworded, similarity, slip

# The least similarity of a pair that shares no neighbour, one, or both, of which one was kept.
CUTOFFS = (0.6, 0.55, 0.45)
# The least without a shared neighbour where order was kept, and of a text that stands nowhere any more.
FAR = 0.88
# The same for texts that say one thing for another: they are rather of one kind than one text.
FAR_KIN = 0.97
# The least at which a lost text may answer for a second new one that stands beside the first: a
# paragraph cut in two; and for any other one.
SHARED, SHARED_FAR = 0.7, 0.94
# From this similarity on, a pair is sure enough to tell whether order was kept.
_SURE = 0.85
# What a shared neighbour is worth, measured in similarity.
_NEIGHBOUR = 0.1
# How much nearer than a kept text a lost one must be.
_LEAD = 0.01
# What the rarity of what two texts share counts beside their similarity, and the lead before the next lost text.
_TELLING, _AHEAD = 1.5, 0.75
# The least of all that together, and the least similarity, for a text that no kept one stands beside. A neighbour
# that was found to come from a lost one's neighbour is worth `SIDE`; where few lost texts are left, it may be less by `ALONE`.
CLEAR, LEAST, SIDE = 0.62, 0.5, 0.02
_FEW, ALONE = 32, 0.06
# Words of some length that differ by a slip are one word, where no other is within this distance.
_WORD = re.compile("[A-Za-z\u00c0-\u024f\u30a1-\u30fc]{4,}")
_ALONE = 0.3
# More lost texts than this in one gap say nothing about which is which.
_GAP = 8
_LIMIT = 6
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Row:
    """Texts, and the row that they stand in among kept ones.

    `row` holds a number from 0 on for each kept text, the same in both rows, and `~index` for each
    of `texts`. A text that stands nowhere is not in the row. `linked` has of each text with links or tags these, and the rest.
    """

    texts: Sequence[str]
    row: Sequence[int] = ()
    linked: Mapping[int, tuple[Sequence[str], str]] = field(default_factory=dict)

    def gaps(self, kept: Mapping[int, int]) -> dict[int, tuple[int, int]]:
        """(kept text before, kept text after) by index; `kept` numbers further texts of this row."""
        found: dict[int, tuple[int, int]] = {}
        before, waiting = _NOWHERE, list[int]()
        for each in (*self.row, _NOWHERE - len(self.texts)):
            number = each if each >= 0 else kept.get(~each, _NOWHERE)
            if number < 0 and ~each < len(self.texts):
                waiting.append(~each)
                continue
            for index in waiting:
                found[index] = (before, number)
            before, waiting = number, []
        return found


@dataclass(frozen=True, slots=True)
class Origin:
    """A lost text that a new one may have come from; `is_claimed` where another one did."""

    score: float
    index: int
    is_claimed: bool = False


class _Pair(NamedTuple):
    """A new and a lost text: how alike, how many neighbours they share, and whether a kept one is among those."""

    score: float
    new: int
    at: int
    sides: int
    is_firm: bool = False

    @property
    def rank(self) -> tuple[float, int, int]:
        """The sort key: the surest pair first, beside settled pairs sooner."""
        return (-self.score - _NEIGHBOUR * self.sides, self.new, self.at)


class Origins:
    """Gives lost texts to the new ones that they became.

    An edited text and what it came from are usually each other's best match, so every lost text is
    given to one new text, the surest pairs first; these are neighbours for the pairs after them.
    `claimed` lost texts were given away before. `rivals` says how near the nearest kept text is: a
    lost one that stands elsewhere and is no nearer is only of the same kind.

    >>> work = Origins(Row(["治疗有效。", "二"], [0, -1, 1, -2]), Row(["治疗很有效。", "三四"], [0, -1, 1, -2]))
    >>> {new: found[0].index for new, found in work.find(range(2)).items()}
    {0: 0}
    """

    def __init__(
        self, new: Row, lost: Row, claimed: Iterable[int] = (), rivals: Mapping[int, float] | None = None
    ) -> None:
        self.new = new
        self.lost = lost
        self.claimed = set(claimed)
        self.given: dict[int, Origin] = {}
        self._neighbours: dict[int, set[int]] = {}
        self._rivals = rivals or {}
        self._index = Index(lost.texts)
        self._standing = {~each for each in lost.row if each < 0}
        self._found: dict[int, list[tuple[float, int]]] = {}
        self._compared: dict[int, set[int]] = {}
        self._order: float | None = None

    def find(self, asking: Iterable[int]) -> dict[int, list[Origin]]:
        """For each of these new texts the lost ones it may have come from, the likeliest first.

        Only where there are any: what the text was given and what else is near, or what another
        one was given.
        """
        asking = tuple(asking)
        while self._round(asking):
            pass
        return {index: found for index in asking if (found := self._answer(index))}

    def swap(self, index: int, at: int | None) -> None:
        """Gives a new text another lost one, or none of them."""
        old = self.given.pop(index, None)
        if old is not None:
            self.claimed.discard(old.index)
        if at is not None:
            self.given[index] = Origin(1.0, at)
            self.claimed.add(at)

    def _round(self, asking: Sequence[int]) -> int:
        """Gives lost texts away, the surest first; how many."""
        pairs = sorted(self._pairs(asking), key=lambda pair: pair.rank)
        if self._order is None:
            self._order = _order(pairs)
        count = len(self.given)
        rivals = _seconds(pairs)
        for pair in pairs:
            if pair.new in self.given or pair.at in self.claimed:
                continue
            if self._is_likely(pair, pair.score - rivals.get((pair.new, pair.at), rivals[pair.new, None])):
                self.given[pair.new] = Origin(pair.score, pair.at)
                self.claimed.add(pair.at)
        return len(self.given) - count

    def _is_likely(self, pair: _Pair, lead: float) -> bool:
        """Whether a new text came from a lost one: order that was kept speaks against what stands elsewhere."""
        if pair.is_firm:
            return pair.score >= CUTOFFS[pair.sides]
        if pair.score < max(LEAST, self._rivals.get(pair.new, 0.0) + _LEAD):
            return False
        text = self.new.texts[pair.new]
        if lead >= _ALONE and _is_misspelt(text, self.lost.texts[pair.at]):
            return True
        one, other = self._said(pair.new, pair.at)
        evidence = pair.score + _TELLING * self._index.telling(one, other) + _AHEAD * lead
        evidence = evidence / (1 + _TELLING) + SIDE * pair.sides
        is_few = len(self.lost.texts) - len(self.claimed) <= _FEW
        if evidence < CLEAR - ALONE * is_few:
            return False
        far = FAR_KIN if is_reworded(text, self.lost.texts[pair.at]) else FAR
        return evidence >= CLEAR - ALONE * is_few + (far - CLEAR) * (
            self._order or 0.0 if pair.at in self._standing else 1.0
        )

    def _pairs(self, asking: Sequence[int]) -> Iterator[_Pair]:
        """All pairs of texts that have no partner yet."""
        base = max((*self.new.row, *self.lost.row, _NOWHERE)) + 1
        ours = self.new.gaps({index: base + origin.index for index, origin in self.given.items()})
        theirs = self.lost.gaps({origin.index: base + origin.index for origin in self.given.values()})
        befores = _grouped((before, at) for at, (before, _) in theirs.items())
        afters = _grouped((after, at) for at, (_, after) in theirs.items())
        for index in asking:
            if index in self.given:
                continue
            before, after = ours.get(index, (_NOWHERE, _NOWHERE))
            self._neighbours[index] = {before - base, after - base}
            is_placed = before != after  # In a document without anything kept, all stand beside all.
            left, right = (_few(befores, before), _few(afters, after)) if is_placed else ([], [])
            self._compare(index, {*left, *right})
            for score, at in self._found[index]:
                if at not in self.claimed:
                    is_firm = (at in left and before < base) or (at in right and after < base)
                    yield _Pair(score, index, at, (at in left) + (at in right), is_firm)

    def _compare(self, index: int, beside: set[int]) -> None:
        """Finds the lost texts most like a new one, and compares those beside it."""
        known = self._compared.setdefault(index, set())
        if index not in self._found or beside - known:
            known |= beside
            text = self.new.texts[index]
            found = self._index.nearest(text, cutoff=CUTOFFS[2], limit=_LIMIT, beside=tuple(known))
            self._found[index] = self._without_links(index, found) if index in self.new.linked else found

    def _said(self, index: int, at: int) -> tuple[str, str]:
        """What a new and a lost text say: of two whose links lead elsewhere what is beside these."""
        links, text = self.new.linked.get(index, ((), ""))
        others, other = self.lost.linked.get(at, ((), ""))
        return (text, other) if links and others and links != others else (self.new.texts[index], self.lost.texts[at])

    def _without_links(self, index: int, found: list[tuple[float, int]]) -> list[tuple[float, int]]:
        """The pairs of a text with links, with how alike they are in what they say."""
        scored = ((min(score, similarity(*self._said(index, at))), at) for score, at in found)
        return sorted((each for each in scored if each[0] >= CUTOFFS[2]), key=lambda pair: (-pair[0], pair[1]))

    def _answer(self, index: int) -> list[Origin]:
        """What was given to a text and what else is near it, or what another one was given."""
        given = self.given.get(index)
        near = [Origin(score, at, at in self.claimed) for score, at in self._found.get(index, ())]
        if given is None:
            beside = self._neighbours.get(index, ())
            return [
                each
                for each in near
                if each.is_claimed and self._is_shared(index, each, is_beside=each.index in beside)
            ]
        return [given, *(each for each in near if not each.is_claimed and each.score >= CUTOFFS[0])]

    def _is_shared(self, index: int, origin: Origin, *, is_beside: bool) -> bool:
        """Whether a lost text answers for one more: for the rest of a block that was cut, or another form of the text."""
        if is_beside and origin.score >= SHARED and self._index.is_part(self.new.texts[index], origin.index):
            return True
        return origin.score >= SHARED_FAR and not is_reworded(self.new.texts[index], self.lost.texts[origin.index])


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two texts are words of letters or katakana that differ by a slip of the hand."""
    if _WORD.fullmatch(one) is None or _WORD.fullmatch(other) is None:
        return False
    return slip(one.lower(), other.lower()) != ""


def _seconds(pairs: Iterable[_Pair]) -> dict[tuple[int, int | None], float]:
    """How like the nearest other lost text is, by pair for the nearest of each new text, else under None."""
    found: dict[tuple[int, int | None], float] = {}
    best: dict[int, tuple[float, float, int]] = {}
    for pair in pairs:
        first, second, at = best.get(pair.new, (0.0, 0.0, _NOWHERE))
        if pair.score > first:
            best[pair.new] = (pair.score, first, pair.at)
        elif pair.score > second:
            best[pair.new] = (first, pair.score, at)
    for new, (first, second, at) in best.items():
        found[new, None], found[new, at] = first, second
    return found


def _order(pairs: Iterable[_Pair]) -> float:
    """Which part of the sure pairs shares a neighbour: 0…1, 0 where nothing is known."""
    surest: dict[int, _Pair] = {}
    for pair in pairs:
        if pair.score >= _SURE:
            surest.setdefault(pair.new, pair)
    return sum(1 for pair in surest.values() if pair.sides) / (len(surest) + 1)


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _few(groups: Mapping[int, list[int]], key: int) -> list[int]:
    group = groups.get(key, [])
    return group if len(group) <= _GAP else []
