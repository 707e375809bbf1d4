"""Near matches: which entries lost their source to a new one, and which others are all but equal to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from translator.candidates import EDGE, Candidates, Suggestion, edges, is_sure
from translator.catalog import Entry
from translator.differences import differences
from translator.inline import PLACEHOLDER, renamed
from translator.languages import fold
from translator.origins import CUTOFFS, Origin, Origins, Row
from translator.similarity import closeness, is_reworded

Stand = tuple[Sequence[int], Sequence[int]]
Twins = dict[int, list[tuple[float, Entry]]]
# What kept its source has a translation of its own: only what is all but equal to it may borrow that.
TWIN_CUTOFF = 0.95
_COMMON = 50
# How much less alike a harmless suggestion may be than a dangerous one that it goes before.
_RIVAL = 0.15


def near(
    candidates: Candidates, wanted: Sequence[Entry], *, stand: Stand = ((), ()), later: int | None = None
) -> dict[int, Suggestion]:
    """Near matches for entries without a target, by their index; one that is dangerous comes last.

    `stand` says how `wanted` and the lost entries stand among kept ones: see `origins.Row`. From
    `later` on entries are asked after the others, and take nothing but from lost ones.
    """
    work = _Nearness(candidates.lost, candidates.known, candidates.kept, lambda: candidates.elsewhere)
    return work.find(wanted, stand, later=later)


@dataclass
class _Nearness:
    """Entries whose targets may be suggested: see `Candidates`."""

    lost: Sequence[Entry]
    known: Sequence[Entry]
    kept: Mapping[str, Entry]
    others: Callable[[], Iterable[Entry]]

    def find(self, wanted: Sequence[Entry], stand: Stand, *, later: int | None) -> dict[int, Suggestion]:
        """The suggestions by index; see `near`."""
        later = len(wanted) if later is None else later
        new, lost = _row(wanted, stand[0]), _row(self.lost, stand[1])
        twins, rivals = self._twins(wanted[:later])
        work = Origins(new, lost, self._claimed(), rivals)
        out: dict[int, Suggestion] = {}
        is_settled = False
        while not is_settled:
            found = work.find(index for index in range(later) if index not in out)
            is_settled = True
            for index in sorted({*found, *twins}.difference(out)):
                choice = self._choice(wanted[index], found.get(index, ()), twins.get(index, ()))
                if choice:
                    out[index] = best = _safest(choice)
                    if best is not choice[0]:
                        # What a harmless rival set free may be where another one came from.
                        work.swap(index, next((n for n, each in enumerate(self.lost) if each is best.origin), None))
                        is_settled = False
        for index, origins in work.find(range(later, len(wanted))).items():
            choice = self._choice(wanted[index], origins, ())
            if choice:
                out[index] = choice[0]
        return out

    def _choice(
        self, entry: Entry, found: Sequence[Origin], twins: Sequence[tuple[float, Entry]]
    ) -> Sequence[Suggestion]:
        """The suggestions for an entry that may be taken, the likeliest first."""
        choice = [_near(entry, self.lost[each.index], each.score) for each in found]
        choice += [_near(entry, twin, score) for score, twin in sorted(twins, key=_by_score)]
        if found and found[0].is_claimed:
            choice.sort(key=lambda each: -each.similarity)
        return [each for each in choice if each.origin is not None and _is_alike(each.origin, entry)]

    def _claimed(self) -> set[int]:
        """The lost entries whose source still is in the catalog, or before a live fuzzy entry's."""
        taken = {entry.source for entry in self.known}
        taken |= {entry.previous.source for entry in self.known if entry.previous is not None and entry.previous.source}
        return {
            index
            for index, entry in enumerate(self.lost)
            for source in (entry.source, _written_for(entry))
            if source in taken or source in self.kept
        }

    def _twins(self, wanted: Sequence[Entry]) -> tuple[Twins, dict[int, float]]:
        """Harmless entries that kept their source, or of other catalogs, all but equal to a wanted one.

        With how near the nearest is. Only texts are compared that begin or end alike.
        """
        heads, tails = _by_edge(wanted, 0), _by_edge(wanted, 1)
        found: Twins = {}
        nearest: dict[int, float] = {}
        if not heads and not tails:
            return found, nearest  # Other catalogs are not asked for nothing.
        sources = ((each.source, each) for each in (*self.known, *self.others()))
        for source, known in chain(((each, None) for each in self.kept), sources):
            head, tail = edges(source)
            if head not in heads and tail not in tails:
                continue
            for index in {*heads.get(head, ()), *tails.get(tail, ())}:
                score = closeness(wanted[index].source, source, nearest.get(index, CUTOFFS[0]))
                if 0 < score < 1 and (known is None or is_sure(known)):
                    nearest[index] = score
                    if score >= TWIN_CUTOFF and _is_twin(wanted[index].source, source):
                        found.setdefault(index, []).append((score, known or self.kept[source]))
        return found, nearest


def _is_twin(one: str, other: str) -> bool:
    """Whether two texts that are all but equal say the same."""
    return not is_reworded(one, other) and not differences(other, one)


def _by_edge(wanted: Sequence[Entry], side: int) -> dict[str, list[int]]:
    """The indices of texts by how they begin, or end, where that tells anything."""
    found: dict[str, list[int]] = {}
    for index, entry in enumerate(wanted):
        if len(entry.source) > EDGE:
            found.setdefault(edges(entry.source)[side], []).append(index)
    return {edge: indices for edge, indices in found.items() if len(indices) <= _COMMON}


def _by_score(pair: tuple[float, Entry]) -> float:
    return -pair[0]


def _is_alike(origin: Entry, entry: Entry) -> bool:
    """Whether both have plural forms, or neither."""
    return (origin.plural is None) == (entry.plural is None)


def _safest(choice: Sequence[Suggestion]) -> Suggestion:
    """The first of the suggestions, or a harmless one that is about as near."""
    first = choice[0]
    rivals = [each for each in choice[1:] if each.similarity >= first.similarity - _RIVAL]
    if not rivals or not first.dangers:
        return first
    return next((each for each in rivals if not each.dangers), first)


def _near(entry: Entry, origin: Entry, score: float) -> Suggestion:
    source = _written_for(origin)
    target = renamed(origin.target, source, entry.source)
    return Suggestion("near", target or origin.target, source, entry.source, score, origin)


def _written_for(entry: Entry) -> str:
    """The source that the target of an entry was written for: of a fuzzy one, the previous."""
    previous = entry.previous.source if entry.is_fuzzy and entry.previous is not None else None
    return previous or entry.source


# Where links lead, and tags.
_LINKS = re.compile(r"(?<=\])\([^()\s]*\)|https?://[!-~]+|</?[A-Za-z][^<>]*>")


def _row(entries: Sequence[Entry], stand: Sequence[int]) -> Row:
    """The texts of entries, and which of them have links."""
    texts = [_words(entry.source) for entry in entries]
    marked = {index: text for index, text in enumerate(texts) if "](" in text or "://" in text or "<" in text}
    links = {index: _LINKS.findall(text) for index, text in marked.items()}
    return Row(texts, stand, {index: (each, _LINKS.sub("", texts[index])) for index, each in links.items() if each})


def _words(source: str) -> str:
    return fold(PLACEHOLDER.sub("", source))
