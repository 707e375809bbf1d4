"""The bases of numerals that texts name."""

from __future__ import annotations

import pytest

from translator.languages.radixes import altered, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16 進数と2進法", [16, 2]),
        ("十六进制和八进制", [16, 8]),
        ("hexadecimal, base 2, radix 36", [16, 2, 36]),
        ("进一步 and 前進", []),
        ("８進数", [8]),
    ],
)
def test_bases(text: str, expected: list[int]) -> None:
    assert [each.value for each in read(text)] == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("补零的十进制数", "10埋めした0進数", (10, 0)),
        ("two hexadecimal digits", "16 つの 2 進数", (16, 2)),
        ("16進数の形式", "hexadecimal format", None),
        ("a decimal module", "binary module", None),
    ],
)
def test_bases_that_became_others(source: str, target: str, expected: tuple[int, int] | None) -> None:
    found = altered(source, target)
    assert (found and (found[0].value, found[1].value)) == expected
