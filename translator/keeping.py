"""Kept spans as columns of numbers: a long document has one for every few values, and hardly anyone asks for them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from translator.document import Kept
from translator.lazy import Column


class KeptSpans(Column[Kept]):
    """Kept spans in order, each made when it is asked for."""

    __slots__ = ("_ends", "_known", "_said", "_starts", "_words")

    def __init__(self, spans: Iterable[Kept] = ()) -> None:
        self._starts, self._ends, self._said = array("I"), array("I"), array("I")
        self._words: list[tuple[str, str]] = []
        self._known: dict[tuple[str, str], int] = {}
        if isinstance(spans, KeptSpans):
            self._starts, self._ends, self._said = spans._starts[:], spans._ends[:], spans._said[:]
            self._words, self._known = [*spans._words], dict(spans._known)
            return
        for each in spans:
            self.add(each.start, each.end, each.reason, each.part)

    def add(self, start: int, end: int, reason: str, part: str = "") -> None:
        """Adds a span behind the others."""
        number = self._known.get((reason, part))
        if number is None:
            number = self._known[reason, part] = len(self._words)
            self._words.append((reason, part))
        self._starts.append(start)
        self._ends.append(end)
        self._said.append(number)

    def sorted(self) -> KeptSpans:
        """The spans by their parts and by where they start; what starts at one place stays in its order."""
        found = KeptSpans(self)
        order = sorted(range(len(self)), key=self._starts.__getitem__)
        if len({part for _, part in self._words}) > 1:
            order.sort(key=lambda at: self._words[self._said[at]][1])
        for mine, theirs in ((found._starts, self._starts), (found._ends, self._ends), (found._said, self._said)):
            mine[:] = array("I", map(theirs.__getitem__, order))
        return found

    def __len__(self) -> int:
        return len(self._starts)

    def _made(self, index: int) -> Kept:
        return Kept(self._starts[index], self._ends[index], *self._words[self._said[index]])
