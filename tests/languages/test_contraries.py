"""The short list of opposites, and what it tells."""

from __future__ import annotations

from collections import defaultdict

import pytest

from translator.languages import contraries
from translator.languages.numerals import data_lines
from translator.languages.opposites import compare_opposites


def test_each_concept_has_two_sides_and_each_line_words_for_one_language_at_least() -> None:
    sides = defaultdict(set)
    for line in contraries.lines():
        concept, side, tongue, words = line.split("\t")
        assert tongue in ("zh", "ja", "en")
        assert all(words.split("|")), line
        sides[concept].add(side)
    assert {concept for concept, found in sides.items() if len(found) < 2} == {"neutral"}
    assert len(data_lines("contraries.txt")) == len(set(data_lines("contraries.txt")))


@pytest.mark.parametrize(
    ("come", "go", "source", "target", "message"),
    [
        ("zh", "ja", "拐杖要拿在健侧手里。", "杖は患側の手に持ちます。", "“健侧” became “患側”"),
        ("zh-Hant", "en", "高於上限。", "Below the lower limit.", "“上限” became “lower limit”"),
        ("ja", "zh", "同じ重さのチューブを入れます。", "请放入重量不同的离心管。", "“同じ” became “不同”"),
        ("en", "ja", "Close the lid.", "ふたを開けます。", "“Close” became “開けます”"),
        ("zh", "en", "仅限一次性使用。", "This device is reusable.", "“一次性使用” became “reusable”"),
        ("ja", "en", "グラム陽性菌に有効。", "Active against gram-negative bacteria.", "“グラム陽性” became “gram-negative”"),
        ("zh", "ja", "意识清醒时再喂食。", "意識がもうろうとしているときに食べさせてください。", "“意识清醒” became “意識がもうろう”"),
    ],
)  # fmt: skip
def test_words_that_became_their_contraries(come: str, go: str, source: str, target: str, message: str) -> None:
    assert message in [each.message for each in compare_opposites(source, target, come, go)]


@pytest.mark.parametrize(
    ("come", "go", "source", "target"),
    [
        ("zh", "en", "一次性使用，请勿重复使用。", "Do not reuse."),
        ("zh", "ja", "不在正常范围内。", "正常範囲外です。"),
        ("zh", "en", "两者不太相同。", "The two are different."),
        ("ja", "en", "ファイルが含まれています。", "It contains files."),
    ],
)
def test_what_is_the_same_in_other_words(come: str, go: str, source: str, target: str) -> None:
    assert compare_opposites(source, target, come, go) == ()
