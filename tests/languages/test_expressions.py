"""Expressions of ICU and Java for Python's `re`: what is written, and that nothing else escapes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.languages.expressions import translate
from translator.languages.lookbehinds import Unsupported

ALPHABET = r"ab.()[]{}|*+?^$\-&:<>=!#0123,pPLkdwsxQEuNib" + "。"


@given(st.text(alphabet=ALPHABET, max_size=14), st.integers(0, 2))
@settings(max_examples=300)
def test_only_unsupported_is_raised(expression: str, groups: int) -> None:
    try:
        pattern, count = translate(expression, groups)
    except Unsupported:
        return
    assert re.compile("()" * groups + pattern).groups == groups + count


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("a)", "a group is closed that was not opened"),
        ("(a", "a group is not closed"),
        ("[a", "a class is not closed"),
        ("[z-a]", "a class holds a range that has no end or is in reverse"),
        ("(?w)a", "the flag 'w' is not known"),
        ("(?P<a>b)", "the group '(?P<' is not known"),
        (r"\N{NO SUCH}", "no character is named 'NO SUCH'"),
        ("a\\", "it ends with a lone backslash"),
        ("*a", "nothing to repeat"),
        (r"(?<=(a))(b)\1", "it refers back to a group inside a look-behind"),
    ],
)
def test_unsupported(expression: str, reason: str) -> None:
    with pytest.raises(Unsupported) as caught:
        translate(expression)
    assert str(caught.value) == reason
