"""The lines of a leaf as one text without quote markers and indentation, and the way back."""

from __future__ import annotations

from bisect import bisect_right

Spans = list[tuple[int, int]]


class Joined:
    """`text` is the lines joined by line feeds; `source` maps its offsets to the part's."""

    __slots__ = ("_shifts", "_starts", "text")

    def __init__(self, text: str, spans: Spans) -> None:
        if len(spans) == 1:
            start, end = spans[0]
            self.text = text[start:end]
            self._starts, self._shifts = [0], [start]
            return
        self.text = "\n".join([text[start:end] for start, end in spans])
        self._starts, self._shifts = [], []
        at = 0
        for start, end in spans:
            self._starts.append(at)
            self._shifts.append(start - at)
            at += end - start + 1

    @property
    def shift(self) -> int | None:
        """What to add to an offset, where that is the same for all of them; else None."""
        return self._shifts[0] if len(self._shifts) == 1 else None

    def source(self, offset: int) -> int:
        """The offset in the part; the start of a line maps behind its markers."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def lines(self, start: int, end: int) -> Spans:
        """The spans in the part of a stretch of the text, a line each (lines that touch stay one)."""
        out: Spans = []
        number = bisect_right(self._starts, start) - 1
        while start < end:
            stop = min(end, self._starts[number + 1] - 1) if number + 1 < len(self._starts) else end
            shift = self._shifts[number]
            if stop > start:
                out.append((start + shift, stop + shift))
            start = stop + 1
            number += 1
        return out
