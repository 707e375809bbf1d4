"""Characters that nobody sees and that belong to no word of a text: zero-width, soft hyphens, marks of direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_CLASS = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
SIGNS = frozenset(
    "\u00ad\u034f\u061c\u180e\ufeff" + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F))))
) | frozenset(map(chr, (*range(0x2060, 0x2065), *range(0x2066, 0x2070))))
"""All characters that are looked at."""
_RUN = re.compile(f"[{_CLASS}]+")
_JOINERS = frozenset("\u200c\u200d")
_BREAKS = frozenset("\u200b\u2060")
# Scripts whose letters joiners shape, and those that write no space between words: Arabic to Tibetan, Myanmar,
# Khmer and Mongolian.
_SHAPED = re.compile(
    "[\u0600-\u08ff\u0900-\u0fff\u1000-\u109f\u1780-\u18af\ua9e0-\ua9ff\uaa60-\uaa7f\ufb50-\ufdff\ufe70-\ufefc]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OF_EMOJI = ("\ufe0f", "\u20e3")
_OF_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WRITTEN_WITHOUT_HYPHENS = ("zh", "ja", "en")


def strays(source: str, target: str, tag: str) -> Iterator[tuple[int, int]]:
    """The stretches of invisible characters in a target that its source has not there, in order.

    What the source has itself may stand: at its beginning, at its end or inside. So may joiners of emoji and of
    scripts that need them, marks of direction beside Arabic or Hebrew, and breaks beside a mark.

    >>> list(strays("无论", "nei\\u200bther", "en")), list(strays("家族", "👨\\u200d👩", "ja"))
    ([(3, 4)], [])
    """
    known = {_place(match, source): match[0] for match in _RUN.finditer(source)} if not source.isascii() else {}
    for match in _RUN.finditer(target):
        if not set(match[0]) <= set(known.get(_place(match, target), "")) and not _belongs(match, target, tag):
            yield match.span()


def _place(match: re.Match[str], text: str) -> str:
    return "start" if match.start() == 0 else "end" if match.end() == len(text) else "inside"


def _belongs(match: re.Match[str], text: str, tag: str) -> bool:
    """Whether an invisible character does its work where it stands."""
    run, before, after = match[0], text[: match.start()][-1:], text[match.end() :][:1]
    if _JOINERS.issuperset(run):
        is_emoji = bool(after) and _is_pictorial(before) and _is_pictorial(after)
        return is_emoji or _SHAPED.match(before) is not None
    if _OF_DIRECTION.issuperset(run):
        return _RIGHT_TO_LEFT.search(text) is not None
    if _BREAKS.issuperset(run) and before and after:
        # Beside a mark it lets a long path break, or parts emphasis from a bracket; between digits it holds together.
        return _SHAPED.match(before) is not None or not (before.isalpha() and after.isalpha())
    return run == "\u00ad" and tag[:2] not in _WRITTEN_WITHOUT_HYPHENS and before.isalpha() and after.isalpha()


def _is_pictorial(char: str) -> bool:
    """Whether a character is an emoji, or ends one: a picture, a tone of skin, the selector of its form."""
    return bool(char) and (char in _OF_EMOJI or unicodedata.category(char) in ("So", "Sk", "Sm"))


def named(char: str) -> str:
    """How a character that nobody sees is told: U+200B zero width space."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".strip()
