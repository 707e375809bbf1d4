"""Sets of characters: the edges of what properties name."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from translator.languages.ranges import as_class, category, complement, intersection, property_ranges


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("Lu", "AÄＡ", "aあ1"),
        ("gc=Nd", "0９٣", "½a"),
        ("L", "aあ漢", "1。"),
        ("IsHan", "漢々〇\U00020bb7", "あア。"),
        ("script=Hira", "ぁん", "ア漢ー"),
        ("sc=Katakana", "アｱ", "あ・"),
        ("InCJK_Unified_Ideographs", "\u4e00\u9fff", "\u4dff\ua000"),
        ("Punct", "。.$", "a1"),
        ("White_Space", " \u3000\n", "a\u200b"),
        ("Pf", "”’", "“）"),
    ],
)
def test_properties(name: str, inside: str, outside: str) -> None:
    ranges = property_ranges(name)
    assert ranges is not None
    pattern = re.compile(as_class(ranges))
    assert [each for each in inside if not pattern.match(each)] == []
    assert [each for each in outside if pattern.match(each)] == []


def test_unknown_properties() -> None:
    assert [property_ranges(each) for each in ("Klingon", "script=Elvish", "InNowhere", "age=5.0")] == [None] * 4


def test_categories_tile_what_is_assigned() -> None:
    decimals = category("Nd")
    assert all(unicodedata.category(chr(low)) == "Nd" for low, _ in decimals)
    assert intersection(decimals, complement(decimals)) == ()
    assert complement(()) == ((0, sys.maxunicode),)
