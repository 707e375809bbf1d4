"""The cells of a table's row (GFM §4.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CELL = re.compile(r"(?:\\[^\r\n]|[^|\\]|\\)*")


def cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of a table row's cells, trimmed; `|` behind a backslash parts nothing."""
    at = start + 1 if text.startswith("|", start, end) else start
    while at < end:
        match = _CELL.match(text, at, end)
        stop = match.end() if match else end
        raw = text[at:stop]
        if stop >= end and not raw.strip(" \t"):
            return
        lead = len(raw) - len(raw.lstrip(" \t"))
        bare = raw.strip(" \t")
        yield at + lead, at + lead + len(bare)
        at = stop + 1
