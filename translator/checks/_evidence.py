"""Which source a translation belongs to, by what the other entries of its catalog say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from math import fsum
from statistics import median

from translator.catalog import Entry, Key
from translator.checks._extent import extent, ratio
from translator.checks._prose import hide
from translator.checks._substance import Substance, any_shared, bigrams, has_kana, likeness, plain, substance
from translator.languages.variants import fold
from translator.languages.verbatim import codes

_DIGITS = re.compile(r"[0-9]+")
_MOST = 12
"""How many entries with one word are looked at."""
_SURE = 0.5
"""The lead from which it does not matter how large it is."""


@dataclass(frozen=True)
class Evidence:
    """The filled entries of a catalog in one language, asked for two that have one translation."""

    entries: Sequence[Entry]
    tag: str
    _found: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def lead(self, one: Entry, two: Entry) -> float:
        """By how much a translation fits its source better than another does its own; sure leads are not exact."""
        couple = {one.key, two.key}
        first, second = self._fit(one, couple), self._fit(two, couple)
        ratios = self._ratio(one), self._ratio(two)
        # Whatever is usual, the two cannot differ by more.
        if abs(first - second) > abs(ratios[0] - ratios[1]) + _SURE:
            return first - second
        return first - abs(ratios[0] - self._usual) - (second - abs(ratios[1] - self._usual))

    def _fit(self, entry: Entry, couple: Collection[Key]) -> float:
        """How well a translation fits its source but for their lengths: by substance, other entries, numbers."""
        ours, theirs = substance(entry.source), substance(entry.target)
        numbers = [set(_DIGITS.findall(fold(each))) for each in (entry.source, entry.target)]
        names = [{each[0].lower() for each in codes(text)} for text in (entry.source, entry.target)]
        verbatim = len(names[0] & names[1]) - len(names[1] - names[0]) - len(numbers[0] ^ numbers[1])
        return 2 * likeness(ours, theirs) + self._told(entry.source, theirs, couple) + verbatim

    def _told(self, source: str, target: Substance, couple: Collection[Key]) -> float:
        """How far other entries than the couple with a word of this source have a word of this target: -1 to 1."""
        shares = [
            any_shared(target, [substance(other.target) for other in others])
            for each in bigrams(source)
            if (others := [self.entries[n] for n in self._with(each) if self.entries[n].key not in couple])
        ]
        # The bigrams come in any order: a plain sum would be another by a hair, and the entry that is blamed with it.
        return 2 * fsum(shares) / len(shares) - 1 if shares else 0.0

    @cached_property
    def _usual(self) -> float:
        """The usual logarithm of how much more a target of this catalog says than its source."""
        return median([self._ratio(each) for each in self.entries] or [0.0])

    def _ratio(self, entry: Entry) -> float:
        tag = "ja" if has_kana(entry.source) else "zh-Hans"
        return ratio(extent(hide(entry.source), tag), extent(hide(entry.target), self.tag))

    @cached_property
    def _text(self) -> tuple[str, Sequence[int]]:
        """The plain sources one behind the other, and where each begins."""
        sources = [plain(each.source) for each in self.entries]
        return "\n".join(sources), tuple(accumulate((len(each) + 1 for each in sources), initial=0))

    def _with(self, word: str) -> tuple[int, ...]:
        """The numbers of the first entries with a bigram of `bigrams`, in order; none where there is but one."""
        found = self._found.get(word)
        if found is None:
            found = tuple(self._sought(word))
            found = self._found[word] = found if len(found) > 1 else ()
        return found

    def _sought(self, word: str) -> list[int]:
        text, begins = self._text
        is_latin = word.isascii()
        found: list[int] = []
        at = text.find(word)
        while 0 <= at < begins[-1] and len(found) < _MOST:
            number = bisect_right(begins, at) - 1
            is_inside = is_latin and at > 0 and "a" <= text[at - 1] <= "z"
            if not is_inside:
                if word in bigrams(self.entries[number].source):
                    found.append(number)
                at = begins[number + 1] - 1
            at = text.find(word, at + 1)
        return found
