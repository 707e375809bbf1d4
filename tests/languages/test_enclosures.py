"""Enclosed stretches: the outermost pairs, and marks that enclose nothing."""

from __future__ import annotations

import pytest

from translator.languages.enclosures import enclosures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没有", []),
        ("（a）b「c」", [(0, 2), (4, 6)]),
        ("「a『b』（c）」", [(0, 8)]),
        ("（a)", [(0, 2)]),
        ("(a「b)c」", [(0, 4)]),
        ("（a「b」", [(2, 4)]),
        ("a）b「c」", [(3, 5)]),
        ('say "a (b)" and "c"', [(4, 10), (16, 18)]),
        ('他说"好。"她说"不"', [(2, 5), (8, 10)]),
        ('5" by 7" only', []),
        ("it isn't the dogs' bone", []),
        ("he said 'no' twice", [(8, 11)]),
        ("’tis the ’90s", []),
        ("“it’s”", [(0, 5)]),
        ("用 '.' 分", [(2, 4)]),
        ("sad :( and (b)", [(11, 13)]),
        ("见（一二三。1）四。2）五", []),
        ("（" + "字" * 900 + "）", []),
    ],
)
def test_enclosures(text: str, expected: list[tuple[int, int]]) -> None:
    assert enclosures(text) == expected
