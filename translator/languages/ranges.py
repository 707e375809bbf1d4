"""Sets of characters as sorted ranges of code points, by Unicode category, script or block.

Python's `re` knows no `\\p{…}` and no class arithmetic; expressions from other tools need both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

Ranges = tuple[tuple[int, int], ...]

WHITE: Ranges = (
    (9, 13), (28, 32), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A),
    (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000),
)  # fmt: skip
_LAST_NAMED = 0x323FF
_SCRIPTS = {
    "han": "CJK", "hani": "CJK", "hiragana": "HIRAGANA", "hira": "HIRAGANA", "katakana": "KATAKANA", "kana": "KATAKANA",
    "latin": "LATIN", "latn": "LATIN", "greek": "GREEK", "grek": "GREEK", "cyrillic": "CYRILLIC", "cyrl": "CYRILLIC",
    "hangul": "HANGUL", "hang": "HANGUL", "arabic": "ARABIC", "arab": "ARABIC", "hebrew": "HEBREW", "hebr": "HEBREW",
    "thai": "THAI", "bopomofo": "BOPOMOFO", "bopo": "BOPOMOFO", "devanagari": "DEVANAGARI", "deva": "DEVANAGARI",
    "armenian": "ARMENIAN", "georgian": "GEORGIAN",
}  # fmt: skip
_HAN: Ranges = (
    (0x2E80, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xF900, 0xFAD9), (0x20000, 0x323AF),
)  # fmt: skip
_BLOCKS: dict[str, tuple[int, int]] = {
    "basiclatin": (0, 0x7F), "latin1supplement": (0x80, 0xFF), "generalpunctuation": (0x2000, 0x206F),
    "cjksymbolsandpunctuation": (0x3000, 0x303F), "hiragana": (0x3040, 0x309F), "katakana": (0x30A0, 0x30FF),
    "katakanaphoneticextensions": (0x31F0, 0x31FF), "cjkunifiedideographs": (0x4E00, 0x9FFF),
    "cjkunifiedideographsextensiona": (0x3400, 0x4DBF), "cjkunifiedideographsextensionb": (0x20000, 0x2A6DF),
    "cjkcompatibilityideographs": (0xF900, 0xFAFF), "halfwidthandfullwidthforms": (0xFF00, 0xFFEF),
    "hangulsyllables": (0xAC00, 0xD7AF), "greek": (0x370, 0x3FF), "cyrillic": (0x400, 0x4FF),
}  # fmt: skip
_POSIX = {
    "alpha": "L", "digit": "Nd", "alnum": "L Nd", "upper": "Lu", "lower": "Ll", "punct": "P S", "alphabetic": "L Nl",
    "uppercase": "Lu", "lowercase": "Ll", "letter": "L", "punctuation": "P", "ideographic": "Lo",
    "javauppercase": "Lu", "javalowercase": "Ll", "javaletter": "L", "javadigit": "Nd",
}  # fmt: skip


def union(*sets: Ranges) -> Ranges:
    """All characters of the sets; sorted, touching ranges joined.

    >>> union(((5, 9),), ((1, 4), (20, 20)))
    ((1, 9), (20, 20))
    """
    out: list[tuple[int, int]] = []
    for low, high in sorted(each for ranges in sets for each in ranges):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        else:
            out.append((low, high))
    return tuple(out)


def complement(ranges: Ranges) -> Ranges:
    """All characters but those.

    >>> complement(((0, 64), (91, 0x10FFFF)))
    ((65, 90),)
    """
    out: list[tuple[int, int]] = []
    at = 0
    for low, high in union(ranges):
        if low > at:
            out.append((at, low - 1))
        at = high + 1
    if at <= 0x10FFFF:
        out.append((at, 0x10FFFF))
    return tuple(out)


def intersection(one: Ranges, other: Ranges) -> Ranges:
    """The characters that both sets hold."""
    return complement(union(complement(one), complement(other)))


@cache
def _by_category() -> dict[str, Ranges]:
    found: dict[str, list[tuple[int, int]]] = {}
    for code in range(_LAST_NAMED):
        category = unicodedata.category(chr(code))
        ranges = found.setdefault(category, [])
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return {name: tuple(ranges) for name, ranges in found.items()}


@cache
def category(name: str) -> Ranges:
    """The characters of a general category (`Lu`) or of a group of them (`L`); empty if unknown."""
    return union(*(ranges for key, ranges in _by_category().items() if key.startswith(name)))


@cache
def _script(prefix: str) -> Ranges:
    if prefix == "CJK":
        return _HAN
    letters = (*category("L"), *category("M"))
    codes = (code for low, high in letters if low < 0x20000 for code in range(low, high + 1))
    wide = re.compile(f"(?:HALFWIDTH |FULLWIDTH )?{prefix}")
    return union(tuple((code, code) for code in codes if wide.match(unicodedata.name(chr(code), ""))))


def word() -> Ranges:
    """What `\\w` means: letters, marks, decimal digits and connectors."""
    return union(category("L"), category("M"), category("Nd"), category("Pc"))


def property_ranges(name: str) -> Ranges | None:
    """The characters of a `\\p{name}`, as ICU and Java spell it; None where the name is not known.

    >>> property_ranges("InHiragana")
    ((12352, 12447),)
    """
    key, _, value = name.rpartition("=")
    key = key.strip().lower()
    plain = re.sub(r"[\s_-]", "", value).lower()
    if key in {"script", "sc", "scx"}:
        return _script(_SCRIPTS[plain]) if plain in _SCRIPTS else None
    if key in {"block", "blk"} or (not key and plain.startswith("in")):
        block = _BLOCKS.get(plain.removeprefix("in"))
        return (block,) if block else None
    if key not in {"", "gc", "generalcategory", "general_category"}:
        return None
    if len(value) <= 2 and category(value):
        return category(value)
    plain = plain.removeprefix("is")
    if len(plain) <= 2 and category(plain.capitalize()):
        return category(plain.capitalize())
    if plain in {"space", "whitespace", "blank", "javawhitespace"}:
        return WHITE
    if plain == "ideographic":
        return _HAN
    if plain in _POSIX:
        return union(*(category(each) for each in _POSIX[plain].split()))
    return _script(_SCRIPTS[plain]) if plain in _SCRIPTS else None


def as_class(ranges: Ranges) -> str:
    r"""The characters as a class of Python's `re`; an empty set matches nothing.

    >>> as_class(((48, 57), (93, 93)))
    '[0-9\\]]'
    """
    if not ranges:
        return r"(?!)"
    parts = (re.escape(chr(low)) + ("-" + re.escape(chr(high)) if high > low else "") for low, high in ranges)
    return "[" + "".join(parts) + "]"
