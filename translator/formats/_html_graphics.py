"""Where graphics and formulas end, and whether a graphic has words."""

from __future__ import annotations

import re

from translator.formats._html_tokens import TAG, raw_end

_NO_WORD = r"&(?:#(?:0*(?:9|1[023]|32|160)|[xX]0*(?:9|[aAcCdD]|20|[aA]0))(?![0-9a-fA-F])|nbsp|amp|lt|gt|quot);?"
_WORD = re.compile(
    rf"<(style|script)\b.*?</\1|<!--.*?-->|(>(?>(?:{_NO_WORD}|[^<\w]|_)*)[^\W_])", re.DOTALL | re.IGNORECASE
)


class Graphics:
    """Looks ahead in a text; what was found is remembered, so that nesting costs nothing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = {"svg": -1, "math": -1}
        self._word = -1

    def end(self, name: str, start: int, end: int) -> int:
        """Where the end tag of an `svg` or `math` whose content starts at an offset ends, or 0."""
        if self._ends[name] < start:
            self._ends[name] = raw_end(self._text, name, start, end)
        closing = TAG.match(self._text, self._ends[name], end)
        return closing.end() if closing else 0

    def has_words(self, start: int, end: int) -> bool:
        """True where text between tags holds a letter or digit; `start` is at the end of a tag."""
        if start <= self._word <= end:
            return True
        found = next((each for each in _WORD.finditer(self._text, start, end) if each[2]), None)
        self._word = found.end() if found else -1
        return found is not None
