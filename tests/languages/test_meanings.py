"""Tables of sentences in three languages, each with one word of its meaning changed: every pair, in every direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translator.languages import comparisons
from translator.languages.claims import compare_negation, compare_quantifiers
from translator.languages.comparisons import compare_comparisons
from translator.languages.numerals import data_lines
from translator.languages.opposites import compare_opposites
from translator.languages.quantities import Difference

Compare = Callable[[str, str, str, str], tuple[Difference, ...]]
FOLDER = Path(__file__).parent.parent / "fixtures" / "languages" / "meanings"
TAGS = ("zh-Hans", "ja", "en")
FAMILIES: dict[str, Compare] = {
    "negation": compare_negation,
    "comparison": compare_comparisons,
    "quantifier": compare_quantifiers,
    "opposites": compare_opposites,
}
# “unaided” may deny; “a few” is “some” as well.
UNTOLD = {"negation": 2, "comparison": 0, "quantifier": 1, "opposites": 0}


def rows(family: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(the sentence in each language, the changed one in each or nothing)."""
    for line in (FOLDER / f"{family}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            cells = tuple(line.split("\t"))
            assert len(cells) == 6, line
            yield cells[:3], cells[3:] if cells[3] else ()


@pytest.mark.parametrize("family", FAMILIES)
def test_what_says_the_same_is_silent(family: str) -> None:
    compare, told = FAMILIES[family], []
    for good, bad in rows(family):
        for texts in (good, bad) if bad else (good,):
            for one in range(3):
                for two in range(3):
                    if one != two and compare(texts[one], texts[two], TAGS[one], TAGS[two]):
                        told.append((texts[one], texts[two]))
    assert told == []


@pytest.mark.parametrize("family", FAMILIES)
def test_what_was_changed_is_told(family: str) -> None:
    compare, missed, count = FAMILIES[family], [], 0
    for good, bad in rows(family):
        for one in range(3 if bad else 0):
            for two in range(3):
                if one != two:
                    count += 1
                    if not compare(good[one], bad[two], TAGS[one], TAGS[two]):
                        missed.append((good[one], bad[two]))
    assert count >= 60
    assert len(missed) == UNTOLD[family], missed


def test_no_word_of_comparison_is_passed_over() -> None:
    words = [line.split("\t") for line in data_lines("markers.txt") if line.startswith("comparison")]
    missed = [
        word for _, _, tongue, each in words for word in each.split("|") if not comparisons.may_compare(word, tongue)
    ]
    assert missed == []
