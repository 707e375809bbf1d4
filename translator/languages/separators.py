"""Separators of thousands in what is no whole number, or written by one of two texts alone."""

from __future__ import annotations

import re

from translator.languages.verbatim import fold

_TOKEN = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*(?<![._-])")
_PARTED = re.compile(
    r"(?<![0-9A-Za-z._-])[0-9A-Za-z][0-9A-Za-z._-]*(?:,[0-9]{3}(?![0-9])(?:[0-9A-Za-z._-]*(?<![._-]))?)+"
)
_SPACED = re.compile(r"(?<![0-9.,] )(?<![0-9.,])[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]| [0-9])")
_WHOLE = re.compile(r"(?<![0-9.])[0-9]+(?![0-9]|\.[0-9])")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")


def without_thousands(source: str, target: str) -> tuple[str, str] | None:
    """The texts without separators in what is no whole number, where the other text has it without.

    A pass over all digits may part those of a code, as in RFC3,339; 3.14,159 is no number. None where nothing is so.

    >>> without_thousands("RFC3,339", "RFC3339")
    ('RFC3339', 'RFC3339')
    """
    ours, theirs = fold(source), fold(target)
    plain = _joined(ours, theirs), _joined(theirs, ours)
    return None if plain == (ours, theirs) else plain


def _joined(text: str, other: str) -> str:
    if " " in text and _SPACED.search(text) is not None:
        # 100 000 is 100,000.
        said = set(_WHOLE.findall(other.replace(",", "")))
        text = _SPACED.sub(lambda match: bare if (bare := match[0].replace(" ", "")) in said else match[0], text)
    if "," not in text:
        return text
    known = set(_TOKEN.findall(other))
    return _PARTED.sub(
        lambda match: (
            bare if (bare := match[0].replace(",", "")) in known and not _DECIMAL.fullmatch(bare) else match[0]
        ),
        text,
    )
