"""How alike two texts are, and the nearest of many, found through an index of character pairs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from rapidfuzz.distance import Indel

# Candidates that are compared letter by letter, after the index has ranked them by shared pairs.
_COMPARED = 12
# The rarest pairs of a text find what is like it; those that this many texts hold say nothing.
_RAREST, _COMMON = 20, 400
# From this many pairs on, a text that lies in another is no accident.
_TELLING = 4
# A text that lies in one of more than so many times its length, and at no edge of it, is there by accident.
_LONGER, _EDGE = 4, 2

# What any two English sentences have in common, letter by letter.
_CHANCE = 0.4

# What says something: a word of an alphabet, a number, a run of katakana, an ideograph. Hiragana mostly bend words.
_WORD = re.compile("[^\\W\\d_\u3041-\u30ff\u3400-\u9fff]+|[0-9]+|[\u30a1-\u30fa\u30fc]+|[\u3400-\u9fff]")
# In a word as long as that, a letter more or less is no other word.
_LONG = 4

# Of a text that is short, the same letters in any order are half of it.
_WORDS, _TURNED = 16, 0.5

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


def is_reworded(one: str, other: str) -> bool:
    """Whether two texts say one thing for another somewhere: texts of one kind do, forms of one text do not.

    Kana that bend words, signs, and a letter more or less in a long word are form.

    >>> is_reworded("背景色を表示します", "前景色を表示します"), is_reworded("設定を選択", "設定を選択します")
    (True, False)
    >>> is_reworded("uppercase letters", "lowercase letters"), is_reworded("some colors", "some colours")
    (True, False)
    """
    words, others = _WORD.findall(one), _WORD.findall(other)
    gone: list[str] = []
    come: list[str] = []
    for change in Indel.opcodes(words, others):
        if change.tag != "equal":
            gone += words[change.src_start : change.src_end]
            come += others[change.dest_start : change.dest_end]
        elif _is_other(gone, come):
            return True
        else:
            gone, come = [], []
    return _is_other(gone, come)


def _is_other(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether words that came in the place of others are other words."""
    if not gone or not come:
        return False
    one, other = "".join(gone), "".join(come)
    return min(len(one), len(other)) < _LONG or slip(one.lower(), other.lower()) not in ("more", "turned")


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
    if is_held and total > (1 + _LONGER) * smaller:
        is_held = one[:_EDGE] == other[:_EDGE] or one[-_EDGE:] == other[-_EDGE:]
    if len(one) == len(other) <= _WORDS and sorted(one) == sorted(other):
        dice = max(dice, _TURNED)
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

    def is_part(self, text: str, number: int) -> bool:
        """Whether a text is a part of one of them: nearly all of it is there, and there is more."""
        grams, others = _grams(text), self._grams[number]
        return len(grams & others) >= 0.9 * len(grams) and len(others) >= 1.2 * len(grams)

    def telling(self, text: str, other: str) -> float:
        """How much of what is rare among the texts, 0…1, two of them, or parts of them, have in common."""
        grams, others = _grams(text), _grams(other)
        total = sum(map(self._weight, grams)) + sum(map(self._weight, others))
        return 2 * sum(map(self._weight, grams & others)) / total if total else 0.0

    def _weight(self, gram: str) -> float:
        return 1 + log(len(self.texts) / len(self._holders.get(gram, "1")))

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
