"""How much the neighbours of a text count: relations between the units of a document, and their votes.

Everything is kept as columns of numbers: a document has as many units as it has lines.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, islice
from math import log
from operator import le, ne

from translator.languages.unit import NOWHERE

UNSURE = 3
"""The vote of a text that does not say by itself whether it is zh-Hans (0), zh-Hant (1) or ja (2)."""
Votes = tuple[int, int, int]
"""How many texts are zh-Hans, zh-Hant and ja by themselves."""
Odds = tuple[float, float]
"""Log odds of zh-Hans and zh-Hant over ja."""
# Agreements and disagreements that every relation starts with, before the document is looked at.
_START = {
    "block": (20.0, 1.0),
    "next": (6.0, 1.0),
    "row": (4.0, 1.0),
    "column": (4.0, 1.0),
    "section": (3.0, 1.0),
    "document": (2.0, 1.0),
}
_NEIGHBOURS_SAY = {
    "block": "same block",
    "next": "next to it",
    "row": "same row",
    "column": "same column",
    "section": "same section",
    "document": "same document",
}
_HALF = 0.5
_FADE = 0.05
"""No neighbourhood is believed to be wrong less often than this."""


class _Groups:
    """Which units share a place, and how they vote."""

    def __init__(self, keys: Sequence[int], votes: bytes) -> None:
        if all(map(le, keys, islice(keys, 1, None))):
            # Most places come one after the other: no table of them is needed.
            self.numbers = array("I", accumulate(map(ne, keys, islice(keys, 1, None)), initial=0))
            self.size = self.numbers[-1] + 1
            self.without = 0 if keys[0] == NOWHERE else NOWHERE
        else:
            known: dict[int, int] = {}
            self.numbers = array("I", [known.setdefault(key, len(known)) for key in keys])
            self.size = len(known)
            self.without = known.get(NOWHERE, NOWHERE)
        self.counts = array("I", bytes(12 * self.size))
        for number, own in zip(self.numbers, votes, strict=True):
            if own != UNSURE:
                self.counts[3 * number + own] += 1

    def agreed(self, votes: bytes) -> Iterator[float]:
        """For every unit that is sure, and is not alone with that, the share of the others that vote as it does."""
        counts, without = self.counts, self.without
        for number, own in zip(self.numbers, votes, strict=True):
            if own != UNSURE and number != without:
                at = 3 * number
                others = counts[at] + counts[at + 1] + counts[at + 2] - 1
                if others:
                    yield (counts[at + own] - 1) / others

    def of(self, index: int) -> list[int]:
        """The votes where a unit stands, its own among them."""
        number = self.numbers[index]
        return [0, 0, 0] if number == self.without else list(self.counts[3 * number : 3 * number + 3])


class Relations:
    """The votes of a document's units by all relations, and how often those that are sure agree with their neighbours."""

    def __init__(self, votes: bytes, places: Mapping[str, Sequence[int]]) -> None:
        self._votes = votes
        self._total = [votes.count(each) for each in range(3)]
        self._padded = bytes((UNSURE, UNSURE)) + votes + bytes((UNSURE, UNSURE))
        found = {name: _Groups(keys, votes) for name, keys in places.items() if keys and max(keys) != NOWHERE}
        self._groups = {name: each for name, each in found.items() if each.size < len(votes)}
        self._agreement: dict[str, float] = {}
        for name, (same, apart) in _START.items():
            for agreed in self._agreed(name, votes):
                same, apart = same + agreed, apart + 1 - agreed
            self._agreement[name] = min(1 - _FADE, same / (same + apart))
        self._nearby: dict[tuple[Votes, ...], tuple[Odds, str]] = {}
        _, hant, ja = self._total
        self.lean = "" if hant == ja == 0 else "ja" if ja >= hant else "zh-Hant"
        """The language that doubtful foreign characters come from: ja or zh-Hant, as the document has more of it."""

    def _agreed(self, name: str, votes: bytes) -> Iterator[float]:
        if name == "next":
            padded = self._padded
            near = (padded[at : at + 5] for at in range(len(votes)))
            counted = ((each[2], 4 - each.count(UNSURE), each) for each in near)
            return ((each.count(own) - 1) / others for own, others, each in counted if own != UNSURE and others)
        if name == "document":
            others = sum(self._total) - 1
            if others <= 0:
                return iter(())
            shares = [(count - 1) / others for count in self._total]
            return (shares[own] for own in votes if own != UNSURE)
        return self._groups[name].agreed(votes) if name in self._groups else iter(())

    def nearby(self, index: int) -> tuple[Odds, str]:
        """Log odds from the neighbours of a unit, and which of them say most.

        Relations overlap, so each counts for half of the one that says more than it.
        """
        own = self._votes[index]
        others = tuple(self._others(name, index, own) for name in _START)
        known = self._nearby.get(others)
        if known is None:
            said = [(self._said(name, each), name) for name, each in zip(_START, others, strict=True) if any(each)]
            said.sort(key=lambda each: max(*each[0], 0.0) - min(*each[0], 0.0), reverse=True)
            hans = sum(odds[0] * _HALF**rank for rank, (odds, _) in enumerate(said))
            hant = sum(odds[1] * _HALF**rank for rank, (odds, _) in enumerate(said))
            near = f"; neighbours ({_NEIGHBOURS_SAY[said[0][1]]})" if said else ""
            known = self._nearby[others] = (hans, hant), near
        return known

    def _others(self, name: str, index: int, own: int) -> Votes:
        if name == "next":
            near = self._padded[index : index + 5]
            votes = [near.count(0), near.count(1), near.count(2)]
        elif name == "document":
            votes = self._total.copy()
        else:
            votes = self._groups[name].of(index) if name in self._groups else [0, 0, 0]
        if own != UNSURE and any(votes):
            votes[own] -= 1
        return votes[0], votes[1], votes[2]

    def _said(self, name: str, others: Votes) -> Odds:
        agreement, count = self._agreement[name], sum(others)
        rest = (1 - agreement) / len(others)
        hans, hant, ja = (log(agreement * share / count + rest) for share in others)
        return hans - ja, hant - ja
