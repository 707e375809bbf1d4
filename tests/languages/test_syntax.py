"""What is used of Python's own tree of a pattern must be there: a Python without it has to fail here, and clearly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import translator
from translator.languages.syntax import op, syntax

PACKAGE = Path(translator.__file__).parent


@pytest.mark.parametrize(
    ("pattern", "kinds"),
    [
        ("a", [op.LITERAL]),
        ("[^a]", [op.NOT_LITERAL]),
        (".", [op.ANY]),
        (r"[a-c\d]", [op.IN]),
        (r"^\b\B$", [op.AT, op.AT, op.AT, op.AT]),
        ("ab|cd", [op.BRANCH]),
        ("(a)(?:b)", [op.SUBPATTERN, op.LITERAL]),
        ("a*", [op.MAX_REPEAT]),
        ("a*?", [op.MIN_REPEAT]),
        ("a*+", [op.POSSESSIVE_REPEAT]),
        ("(?>a|bc)", [op.ATOMIC_GROUP]),
        ("(?=a)(?<!b)", [op.ASSERT, op.ASSERT_NOT]),
        (r"(a)\1", [op.SUBPATTERN, op.GROUPREF]),
        ("(a)?(?(1)b|c)", [op.MAX_REPEAT, op.GROUPREF_EXISTS]),
    ],
)
def test_a_pattern_has_the_parts_that_are_known(pattern: str, kinds: list[object]) -> None:
    assert [kind for kind, _ in syntax(pattern)[0]] == kinds


def test_flags_of_the_pattern_and_of_the_caller_hold() -> None:
    assert syntax("(?i)a", re.ASCII)[1] & (re.IGNORECASE | re.ASCII) == re.IGNORECASE | re.ASCII


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda each: str(each.relative_to(PACKAGE)))
def test_few_modules_know_the_private_one(path: Path) -> None:
    named = re.findall(r"\bre(?: import |\.)_\w+|\bsre_\w+", path.read_text(encoding="utf-8"))
    assert bool(named) == (path.name in ("syntax.py", "patterns.py"))
