"""Numbers and placeholders that alone changed places, and those that moved with their words."""

from __future__ import annotations

import itertools

import pytest

from translator.languages import placeholders
from translator.languages.quantities import compare
from translator.languages.transposed import turned

EXCHANGED = (
    # Across sentences and lines.
    ("诊所于1987年开业。2003年迁入新楼。", "The clinic opened in 2003. It moved to a new building in 1987."),
    ("1) 打开文件\n2) 按下 3 号键\n3) 保存", "3) Open the file\n2) Press key 3\n1) Save"),
    # Across other numbers.
    ("先取5片，再加7滴，最后煮40分钟。", "Take 40 slices, add 7 drops, then boil for 5 minutes."),
    # The ends of a range, and bounds.
    ("ページ (<default|0-31>)", "Page (<default|31-0>)"),
    ("1967年から1973年の間", "1973——1967年间"),
    ("必须大于 0 并且小于 100", "must be greater than 100 and less than 0"),
    ("must be more than 10 and less than 5000", "取值应介于5000和10之间"),
    # Names that are counted.
    ("usage: run [options] name1 [name2 ...]", "用法：run [选项] 名称2 [名称1 ...]"),
    # Clauses of their own, where other numbers kept their places.
    ("3 月は 31 日まであり、4 月は 30 日までである、計 61 日。", "3 月有 30 日，而 4 月有 31 日，共 61 日。"),
)
KEPT = (
    ("3 of 98 patients", "98 名患者中有 3 名"),
    ("A total of 1,250 people were admitted in Q1 2024.", "2024年第1季度共收治 1,250 人。"),
    ("written on 2016-10-20", "20/10/2016 作成"),
    ("The file is 20 kB in version 4.", "版本 4 中文件为 20 kB。"),
    ("Use the MPEG4 matrix for MPEG2 encoding, in 2 steps.", "为 MPEG2 编码使用 MPEG4 矩阵，分 2 步。"),
    ("independent on May 20, 2002, in the 21st century", "2002年5月20日，21世紀に独立した"),
    (
        "目標7.0%未満を達成したのはプラセボ群の12%に対し、ZL-204群では41%でした。",
        "A value below 7.0% was reached by 41% on ZL-204, compared with 12% on placebo.",
    ),
    ("<b1>5</b1> of <b2>6</b2>", "<b2>6</b2> 中 <b1>5</b1>"),
)


@pytest.mark.parametrize(("source", "target"), EXCHANGED)
def test_two_numbers_that_alone_changed_places_are_told(source: str, target: str) -> None:
    found = turned(source, target)
    assert found is not None
    assert found[0][0] != found[1][0]
    assert found[0][1] < found[1][1]


@pytest.mark.parametrize(("source", "target"), EXCHANGED)
def test_the_check_tells_them_too(source: str, target: str) -> None:
    languages = [
        "ja" if any("ぁ" <= char <= "ん" for char in text) else "en" if text.isascii() else "zh-Hans"
        for text in (source, target)
    ]
    assert compare(source, target, *languages) != ()


@pytest.mark.parametrize(("source", "target"), KEPT)
def test_numbers_that_moved_with_their_words_are_not(source: str, target: str) -> None:
    for one, two in itertools.permutations((source, target)):
        assert turned(one, two) is None


def test_the_spans_are_those_of_the_target() -> None:
    target = "The clinic opened in 2003. It moved in 1987."
    found = turned("诊所于1987年开业。2003年迁入。", target)
    assert found is not None
    assert [target[start:end] for _, start, end in found] == ["2003", "1987"]


def test_placeholders_are_told_apart_from_numbers() -> None:
    source, target = "%1 开始。%2 结束。5 秒。", "%2 starts. %1 ends. 5 s."
    assert turned(source, target) is None
    found = turned(source, target, of_placeholders=True)
    assert found is not None
    assert [each[0] for each in found] == ["%2", "%1"]
    told = placeholders.turned(source, target)
    assert told is not None
    assert {each.name for each in told} == {"%1", "%2"}
