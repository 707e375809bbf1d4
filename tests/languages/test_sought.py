"""Patterns looked for by their first characters find what the patterns themselves find."""

from __future__ import annotations

import gc
import random
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import translator.checks
import translator.languages
from translator.languages.sought import Sought

for package in (translator.languages, translator.checks):
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)
ALL = [each for each in gc.get_objects() if isinstance(each, Sought)]
_PIECES = re.compile(r"\\\\.|[A-Za-z]+|[0-9]+|[^\x00-\x7f]|[ -/:-@{-~]")
_COMMON = [*" .,:;-()[]`'!?\n0123456789", " 第", "の", "的", "not", "one", "IV", "ſ", "K", "İ", "ı", "１", "，"]


def _texts(pattern: str, count: int) -> list[str]:
    """Texts made of what a pattern is written with, and of what stands in any text."""
    pieces = [each for each in _PIECES.findall(pattern) if each[0] != "\\"]
    chance = random.Random(pattern)
    return [
        "".join(chance.choice(pieces if chance.random() < 0.7 else _COMMON) for _ in range(chance.randint(1, 24)))
        for _ in range(count)
    ]


def _plain(sought: Sought) -> re.Pattern[str]:
    return re.compile(sought.pattern, sought.flags)


def test_patterns_of_the_package_are_looked_for_so() -> None:
    assert len(ALL) > 50
    assert sum(bool(each.firsts) for each in ALL) > 45
    told = [any(map(_plain(each).search, _texts(each.pattern, 150))) for each in ALL]
    assert sum(told) > 0.7 * len(ALL), "the texts below tell too little"


@pytest.mark.parametrize("at", range(len(ALL)))
def test_finds_what_the_pattern_finds(at: int) -> None:
    sought, plain = ALL[at], _plain(ALL[at])
    for text in _texts(sought.pattern, 150):
        wanted = [match.span() for match in plain.finditer(text)]
        assert [match.span() for match in sought.finditer(text)] == wanted, text
        first = sought.search(text)
        assert (first and first.span()) == (wanted[0] if wanted else None), text
        assert (sought.has(text) is not None) == bool(wanted)
        assert sought.findall(text) == plain.findall(text)
        assert sought.sub("#", text) == plain.sub("#", text)


@pytest.mark.parametrize(
    ("pattern", "flags", "wanted"),
    [
        ("ab|cd", 0, "ac"),
        ("(?<=x)ab", 0, "a"),
        ("(?=[xy])[a-z]", 0, "xy"),
        ("(?:a|b?)c", 0, ""),
        ("a*b", 0, "ab"),
        (r"\bk", re.IGNORECASE, "Kk\u212a"),
        (".a", 0, ""),
        (r"(a)\1", 0, ""),
        ("$", 0, ""),
    ],
)
def test_firsts(pattern: str, flags: int, wanted: str) -> None:
    assert Sought(pattern, flags).firsts == wanted
