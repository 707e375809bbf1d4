"""How alike two texts are, and the nearest of many, found through an index of character pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel

# Candidates that are compared letter by letter, after the index has ranked them by shared pairs.
_COMPARED = 12
# The rarest pairs of a text find what is like it; those that this many texts hold say nothing.
_RAREST, _COMMON = 20, 400
# From this many pairs on, a text that lies in another is no accident.
_TELLING = 4

# What any two English sentences have in common, letter by letter.
_CHANCE = 0.4

Grams = frozenset[str]


def slip(one: str, other: str) -> str:
    """The one slip that makes another word of a word: `turned`, `other`, `more` (a letter, or one less), or "".

    >>> slip("CREA", "CERA"), slip("CREA", "CREB"), slip("SLE", "SLED"), slip("SLE", "SLE"), slip("ALT", "GGT")
    ('turned', 'other', 'more', '', '')
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return ""
    if len(one) == len(other):
        changed = sum(a != b for a, b in zip(one, other, strict=True))
        return "other" if changed == 1 else "turned" if sorted(one) == sorted(other) else ""
    short, long = sorted((one, other), key=len)
    return "more" if any(long[:at] + long[at + 1 :] == short for at in range(len(long))) else ""


def is_plural(one: str, other: str) -> bool:
    """Whether one of two words is the other with an s."""
    return f"{one}s" == other or f"{other}s" == one


def closeness(one: str, other: str, cutoff: float) -> float:
    """Twice the common letters in order, by both lengths; 0 where that is less than the cutoff.

    >>> closeness("治疗有效", "治疗无效", 0.7), closeness("治疗有效", "治疗无效", 0.8)
    (0.75, 0.0)
    """
    return Indel.normalized_similarity(one, other, score_cutoff=cutoff)


def similarity(one: str, other: str) -> float:
    """0 (nothing in common) to 1 (equal): twice the common letters in order, by both lengths.

    A text that holds the other whole, or the same words in another order, counts as much alike:
    edits add clauses and move them.

    >>> similarity("治疗有效", "治疗有效"), round(similarity("治疗有效", "治疗无效"), 2)
    (1.0, 0.75)
    """
    return _similarity(one, other, _grams(one), _grams(other))


def _similarity(one: str, other: str, grams: Grams, others: Grams) -> float:
    plain = Indel.normalized_similarity(one, other)
    if one.isascii() and other.isascii():
        plain = max(0.0, (plain - _CHANCE) / (1 - _CHANCE))
    total = len(grams) + len(others)
    if plain >= 1 or not total:
        return plain
    shared = len(grams & others)
    dice = min(2 * shared / total, 0.99)
    smaller = min(len(grams), len(others))
    is_held = smaller >= _TELLING and shared >= 0.9 * smaller
    return max(plain, dice, 0.5 + 0.5 * dice if is_held else 0.0)


def _grams(text: str) -> Grams:
    # Pairs for zh and ja; letters alone say too little, so Latin runs are cut into threes.
    if text.isascii():
        folded = f" {text.lower()} "
        return frozenset([folded[at : at + 3] for at in range(len(folded) - 2)])
    pairs = [text[at : at + 2] for at in range(len(text) - 1)]
    return frozenset(pairs if len(text) > _TELLING else (*pairs, *text))


class Index:
    """Texts by their character pairs; `nearest` never looks at all of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._grams = [_grams(text) for text in texts]
        self._holders: dict[str, list[int]] = {}
        for number, grams in enumerate(self._grams):
            for gram in grams:
                self._holders.setdefault(gram, []).append(number)

    def nearest(
        self, text: str, *, cutoff: float, limit: int = 3, beside: Sequence[int] = ()
    ) -> list[tuple[float, int]]:
        """(similarity, index) of the most similar texts from the cutoff on, best first.

        Those of `beside` are compared whatever they share, and are as many more.
        """
        grams = _grams(text)
        compared = dict.fromkeys((*self._ranked(grams), *beside))
        scored = [(_similarity(text, self.texts[each], grams, self._grams[each]), each) for each in compared]
        return sorted((each for each in scored if each[0] >= cutoff), key=lambda pair: (-pair[0], pair[1]))[
            : limit + len(beside)
        ]

    def _ranked(self, grams: Grams) -> list[int]:
        """The texts that share the most and rarest pairs, by their lengths."""
        known = sorted([self._holders[gram] for gram in grams if gram in self._holders], key=len)[:_RAREST]
        votes: Counter[int] = Counter()
        for number, holders in enumerate(known):
            if len(holders) > _COMMON and number >= 3:
                break
            votes.update(holders)
        if not votes:
            return []
        least = max(votes.values()) / 3
        sizes, size = self._grams, len(grams)
        ranked = [(-count / (len(sizes[each]) + size), each) for each, count in votes.items() if count >= least]
        return [each for _, each in sorted(ranked)[:_COMPARED]]
