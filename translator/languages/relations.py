"""How much the neighbours of a text count: relations between the units of a document, and their votes.

Everything is kept as columns of numbers: a document has as many units as it has lines.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, islice
from math import exp, log
from operator import le, ne

from translator.languages.unit import NOWHERE

UNSURE = 3
"""The vote of a text that does not say by itself whether it is zh-Hans (0), zh-Hant (1) or ja (2)."""
CHINESE = 4
"""The vote of a text that is surely Chinese, and the same in both scripts."""
Votes = tuple[int, int, int]
"""How many texts are zh-Hans, zh-Hant and ja by themselves."""
Odds = tuple[float, float]
"""Log odds of zh-Hans and zh-Hant over ja."""
Tally = tuple[float, int]
"""How many units were counted, behind the sum of their shares."""
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
    "block": "neighbours (same block)",
    "next": "neighbours (next to it)",
    "row": "neighbours (same row)",
    "column": "neighbours (same column)",
    "section": "neighbours (same section)",
    "document": "neighbours (same document)",
    "page": "what the page declares",
}
_ROW = list(_START).index("row")
_NONE: Votes = (0, 0, 0)
_HALF = 0.5
_FADE = 0.05
"""No neighbourhood is believed to be wrong less often than this."""


def in_one_script(votes: bytes) -> bytes:
    """Votes in which what is Chinese in either script is of the one that the others have more of.

    >>> list(in_one_script(bytes((0, CHINESE, 2))))
    [0, 0, 2]
    """
    return votes.replace(bytes((CHINESE,)), bytes((votes.count(1) > votes.count(0),)))


def _first(hans: float, hant: float) -> int:
    """The index of the language that odds speak for."""
    return 2 if hans < 0.0 and hant < 0.0 else 0 if hans >= hant else 1


class _Groups:
    """Which units share a place, and how they vote."""

    def __init__(self, numbers: Sequence[int], size: int, without: int, votes: bytes) -> None:
        self.numbers, self.without = numbers, without
        self.counts = array("I", bytes(12 * size))
        for number, own in zip(numbers, votes, strict=True):
            if own != UNSURE:
                self.counts[3 * number + own] += 1
        self._known: dict[int, Votes] = {}

    @classmethod
    def of(cls, keys: Sequence[int], votes: bytes) -> _Groups | None:
        """The groups of units with equal keys; None where each unit is alone."""
        if all(map(le, keys, islice(keys, 1, None))):
            # Most places come one after the other: no table of them is needed.
            apart = bytes(map(ne, keys, islice(keys, 1, None)))
            size = sum(apart) + 1
            if size == len(votes):
                return None
            return cls(array("I", accumulate(apart, initial=0)), size, 0 if keys[0] == NOWHERE else NOWHERE, votes)
        known: dict[int, int] = {}
        numbers = array("I", [known.setdefault(key, len(known)) for key in keys])
        return cls(numbers, len(known), known.get(NOWHERE, NOWHERE), votes) if len(known) < len(votes) else None

    def agreed(self) -> Tally:
        """How many units are sure beside others that are, and the sum of the shares of those that vote as they do."""
        counts, without = self.counts, self.without
        same, sure = 0.0, 0
        for number, (hans, hant, ja) in enumerate(zip(counts[::3], counts[1::3], counts[2::3], strict=True)):
            total = hans + hant + ja
            if total > 1 and number != without:
                same += (hans * (hans - 1) + hant * (hant - 1) + ja * (ja - 1)) / (total - 1)
                sure += total
        return same, sure

    def others(self, index: int, own: int) -> Votes:
        """The votes where a unit stands, without its own."""
        number = self.numbers[index]
        key = 4 * number + own
        found = self._known.get(key)
        if found is None:
            votes = [0, 0, 0] if number == self.without else list(self.counts[3 * number : 3 * number + 3])
            if own != UNSURE and any(votes):
                votes[own] -= 1
            found = self._known[key] = votes[0], votes[1], votes[2]
        return found


class Relations:
    """The votes of a document's units by all relations, and how often those that are sure agree with their neighbours."""

    def __init__(
        self,
        votes: bytes,
        places: Mapping[str, Sequence[int]],
        *,
        page: Odds = (0.0, 0.0),
        own: Callable[[int], Odds] | None = None,
    ) -> None:
        self._votes, self._page, self._own = votes, page, own
        self._total = [votes.count(each) for each in range(3)]
        self._padded = bytes((UNSURE, UNSURE)) + votes + bytes((UNSURE, UNSURE))
        found = {name: _Groups.of(keys, votes) for name, keys in places.items() if keys and max(keys) != NOWHERE}
        self._groups = {name: each for name, each in found.items() if each is not None}
        self._agreement: dict[str, float] = {}
        for name, (same, apart) in _START.items():
            agreed, sure = self._agreed(name)
            same, apart = same + agreed, apart + sure - agreed
            self._agreement[name] = min(1 - _FADE, same / (same + apart))
        self._windows: dict[bytes, Votes] = {}
        self._members: dict[int, list[int]] | None = None
        self._everywhere = [self._others_of(self._total, own) for own in range(UNSURE + 1)]
        self._nearby: dict[tuple[Votes, ...], tuple[Odds, str]] = {}
        _, hant, ja = self._total
        self.lean = "" if hant == ja == 0 else "ja" if ja >= hant else "zh-Hant"
        """The language that doubtful foreign characters come from: ja or zh-Hant, as the document has more of it."""

    def _agreed(self, name: str) -> Tally:
        if name == "next":
            return self._next_agreed()
        if name == "document":
            sure = sum(self._total)
            same = sum([count * (count - 1) for count in self._total])
            return (same / (sure - 1), sure) if sure > 1 else (0.0, 0)
        return self._groups[name].agreed() if name in self._groups else (0.0, 0)

    def _next_agreed(self) -> Tally:
        padded = self._padded
        same, sure = 0.0, 0
        # A document has few kinds of neighbourhoods.
        for near, times in Counter(zip(*(islice(padded, at, None) for at in range(5)), strict=False)).items():
            own, others = near[2], 4 - near.count(UNSURE)
            if own != UNSURE and others:
                same += times * ((near.count(own) - 1) / others)
                sure += times
        return same, sure

    def nearby(self, index: int) -> tuple[Odds, str]:
        """Log odds from the neighbours of a unit, and which of them say most.

        Relations overlap, so each counts for half of the one that says more than it.
        """
        own = self._votes[index]
        groups = self._groups
        others = tuple(
            [
                groups[name].others(index, own)
                if name in groups
                else self._next(index)
                if name == "next"
                else self._everywhere[own]
                if name == "document"
                else _NONE
                for name in _START
            ]
        )
        doubtful = self._doubtful(index) if "row" in groups and not any(others[_ROW]) else None
        known = self._nearby.get(others) if doubtful is None else None
        if known is None:
            said = [(self._said(name, each), name) for name, each in zip(_START, others, strict=True) if any(each)]
            said += [(self._said("row", doubtful), "row")] if doubtful is not None else []
            said.sort(key=lambda each: max(*each[0], 0.0) - min(*each[0], 0.0), reverse=True)
            hans = sum(odds[0] * _HALF**rank for rank, (odds, _) in enumerate(said))
            hant = sum(odds[1] * _HALF**rank for rank, (odds, _) in enumerate(said))
            hans, hant = hans + self._page[0], hant + self._page[1]
            best = _first(hans, hant)
            said.append((self._page, "page"))
            near = next(
                (f"; {_NEIGHBOURS_SAY[name]}" for odds, name in said if any(odds) and _first(*odds) == best), ""
            )
            known = (hans, hant), near
            if doubtful is None:
                self._nearby[others] = known
        return known

    def _doubtful(self, index: int) -> Sequence[float] | None:
        """What the other texts of a row, of which none is sure by itself, say together: shares of zh-Hans, zh-Hant and ja."""
        row = self._groups["row"]
        if self._own is None or row.numbers[index] == row.without:
            return None
        if self._members is None:
            self._members = {}
            for each, number in enumerate(row.numbers):
                if not any(row.counts[3 * number : 3 * number + 3]):
                    self._members.setdefault(number, []).append(each)
        near = [self._own(each) for each in self._members.get(row.numbers[index], ()) if each != index]
        hans, hant = sum([each[0] for each in near]), sum([each[1] for each in near])
        if not near or not any(map(any, near)):
            return None
        top = max(hans, hant, 0.0)
        shares = exp(hans - top), exp(hant - top), exp(-top)
        return [each / sum(shares) for each in shares]

    def _next(self, index: int) -> Votes:
        near = self._padded[index : index + 5]
        found = self._windows.get(near)
        if found is None:
            found = self._windows[near] = self._others_of([near.count(each) for each in range(3)], near[2])
        return found

    @staticmethod
    def _others_of(votes: Sequence[int], own: int) -> Votes:
        """Votes without the own one."""
        left = [count - (number == own and count > 0) for number, count in enumerate(votes)]
        return left[0], left[1], left[2]

    def _said(self, name: str, others: Sequence[float]) -> Odds:
        agreement, count = self._agreement[name], sum(others)
        rest = (1 - agreement) / len(others)
        hans, hant, ja = (log(agreement * share / count + rest) for share in others)
        return hans - ja, hant - ja
