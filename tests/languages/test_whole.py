from __future__ import annotations

import pytest

from translator.catalog import Entry
from translator.checks import Context, all_checks
from translator.checks._subject import Pair
from translator.languages.opposites import compare_opposites
from translator.languages.promises import unlimited
from translator.languages.whole import whole


@pytest.mark.parametrize(
    ("text", "part", "language", "expected"),
    [
        ("must not exceed 0.5 g", "not exceed 0", "en", "not exceed 0.5"),
        ("60歳以上", "0歳以上", "ja", "60歳以上"),
        ("二十岁以上", "十岁以上", "zh", "二十岁以上"),
        ("１２．２％", "２", "ja", "１２．２"),
        ("Blood pressure fell", "lood", "en", "Blood"),
        ("血圧が下がりました。", "下が", "ja", "下がりました"),
        ("症状を抑えられた", "抑え", "ja", "抑えられた"),
        ("数値が高かった", "高", "ja", "高"),
        # a particle is no ending
        ("食後に服用", "食後", "ja", "食後"),
        ("下がると", "下が", "ja", "下がる"),
        ("a 12, 13", "13", "en", "13"),
        ("血压升高", "升高", "zh", "升高"),
        ("", "", "en", ""),
    ],
)
def test_whole(text: str, part: str, language: str, expected: str) -> None:
    start = text.index(part) if part != "２" else 1
    assert text[slice(*whole(text, start, start + len(part), language=language))] == expected


@pytest.mark.parametrize(
    ("source", "target", "quoted"),
    [
        ("60歳以上の方", "People of 60", "60歳以上"),
        ("20岁以上的人", "People of 20", "20岁以上"),
        ("12.5%以上", "12.5%", "12.5%以上"),
    ],
)
def test_a_lost_limit_quotes_the_whole_number(source: str, target: str, quoted: str) -> None:
    found = unlimited(source, target, source_language="ja" if "歳" in source else "zh", target_language="en")
    assert found is not None and found.source_span is not None
    assert f"“{quoted}”" in found.message and source[slice(*found.source_span)] == quoted


def test_words_of_japanese_are_quoted_with_their_endings() -> None:
    (found,) = compare_opposites("血压升高", "血圧が下がった", "zh-Hans", "ja")
    assert found.message == "“升高” became “下がった”"


def test_what_was_left_is_told_without_the_number_beside_it() -> None:
    source, target = "アセトアミノフェン錠500mg", "对乙酰氨基酚錠500毫克"
    check = {each.name: each for each in all_checks()}["half-translated"]
    pair = Pair(source, target, "zh", "zh-Hans", "ja", Entry(source, (target,)))
    (fault,) = check.run(pair, Context())
    assert (fault.message, fault.span) == ("“錠” is still as in the source", (6, 7))
