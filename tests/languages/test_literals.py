"""Inline code that differs from its twin in nothing but numbers."""

from __future__ import annotations

import pytest

from translator.languages.literals import altered


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("`sqrt(-1)` を", "`sqrt(-)` 会", ("sqrt(-1)", "sqrt(-)")),
        ("``wait(0.0)``", "``wait(00)``", ("wait(0.0)", "wait(00)")),
        ("`f(1000)`", "`f(1,000)`", None),
        ("`ff(１)`", "`ff(1)`", None),
        ("b'`bb(0123456)`'", "`bb(123,456)`", None),
        ("`get(1)` と `get(2)`", "`get(2)` and `get(1)`", None),
        ("`12`", "`13`", None),
    ],
)
def test_numbers_in_code(source: str, target: str, expected: tuple[str, str] | None) -> None:
    found = altered(source, target)
    assert (found and (found[0][0], found[1][0])) == expected
