"""How alike two texts are, and the nearest of many, found through an index of character pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

# Candidates that are compared letter by letter, after the index has ranked them by shared pairs.
_COMPARED = 12
# A pair that this many texts hold says nothing about any of them.
_COMMON = 400


def similarity(one: str, other: str) -> float:
    """0 (nothing in common) to 1 (equal): twice the common letters in order, by both lengths.

    A text that holds the other whole, or the same words in another order, counts as much alike:
    edits add clauses and move them.

    >>> similarity("治疗有效", "治疗有效"), round(similarity("治疗有效", "治疗无效"), 2)
    (1.0, 0.75)
    """
    return _similarity(one, other, _pairs(one), _pairs(other))


def _similarity(one: str, other: str, pairs: Counter[str], others: Counter[str]) -> float:
    plain = Indel.normalized_similarity(one, other)
    total = pairs.total() + others.total()
    if not total:
        return plain
    shared = (pairs & others).total()
    dice = 2 * shared / total
    smaller = min(pairs.total(), others.total())
    held = shared / smaller if smaller >= 4 else 0.0
    return max(plain, dice, 0.5 + 0.5 * dice if held >= 0.9 else 0.0)


def _pairs(text: str) -> Counter[str]:
    return Counter(_grams(text))


def _grams(text: str) -> Iterator[str]:
    # Pairs for zh and ja; letters alone say too little, so Latin runs are cut into threes.
    if text.isascii():
        folded = f" {text.lower()} "
        return map("".join, zip(folded, folded[1:], folded[2:], strict=False))
    return map("".join, pairwise(text)) if len(text) > 1 else iter(text)


class Index:
    """Texts by their character pairs; `nearest` never looks at all of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._pairs = [_pairs(text) for text in texts]
        self._holders: dict[str, list[int]] = {}
        for number, pairs in enumerate(self._pairs):
            for pair in pairs:
                self._holders.setdefault(pair, []).append(number)

    def nearest(self, text: str, *, cutoff: float, limit: int = 3) -> list[tuple[float, int]]:
        """(similarity, index) of the most similar texts from the cutoff on, best first."""
        pairs = _pairs(text)
        known = sorted((self._holders[pair] for pair in pairs if pair in self._holders), key=len)
        votes: Counter[int] = Counter()
        for number, holders in enumerate(known):
            if len(holders) > _COMMON and number >= 3:
                break
            votes.update(holders)
        ranked = sorted(votes, key=lambda each: -votes[each] / (self._pairs[each].total() + pairs.total()))
        scored = [(_similarity(text, self.texts[each], pairs, self._pairs[each]), each) for each in ranked[:_COMPARED]]
        return sorted((each for each in scored if each[0] >= cutoff), key=lambda pair: (-pair[0], pair[1]))[:limit]
