"""Edits of a source that change its meaning, and edits that do not."""

from __future__ import annotations

import pytest

from translator.languages.dangers import dangers


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("没有副作用", "有副作用", "zh-Hans", ["negation 没有 → 有"]),
        ("效果明显", "效果不明显", "zh-Hans", ["negation – → 不"]),
        ("副作用はない", "副作用がある", "ja", ["negation ない → –"]),
        ("効果がある", "効果がありません", "ja", ["negation – → ません"]),
        ("It has no side effects.", "It has side effects.", "en", ["negation no → –"]),
        ("全員で改善", "半数で改善", "ja", ["quantifier 全員 → 半数"]),
        ("所有患者", "部分患者", "zh-Hans", ["quantifier 所有 → 部分"]),
        ("All patients", "Most patients", "en", ["quantifier All → Most"]),
        ("SLEDAI ≧ 8", "SLEDAI ≦ 8", "ja", ["comparison ≧ → ≦"]),
        ("8以上", "8未満", "ja", ["comparison 以上 → 未満"]),
        ("more than 8", "less than 8", "en", ["comparison more than → less than"]),
        ("SLEDAI(12.2 → 3.2)", "SLEDAI(12.3 → 3.2)", "ja", ["number 12.2 → 12.3"]),
        ("18.4 → 10.8", "10.8 → 18.4", "ja", ["number 18.4, 10.8 → 10.8, 18.4"]),
        ("两个月", "三个月", "zh-Hans", ["number 两 → 三"]),
        ("共30例", "共患者", "zh-Hans", ["number 30 → –"]),
        ("2012年8月", "2012年9月", "zh-Hans", ["date 8 → 9"]),
        ("骨科5号诊室", "骨科3号诊室", "zh-Hans", ["number 5 → 3"]),
        ("8月5号复查", "8月6号复查", "zh-Hans", ["date 5 → 6"]),
        ("1×10^6/kg", "1×10^6/g", "zh-Hans", ["unit /kg → /g"]),
        ("5 mg daily", "5 g daily", "en", ["unit mg → g"]),
        ("6か月後", "6年後", "ja", ["unit か月 → 年"]),
        ("抗dsDNA 抗体", "抗ssDNA 抗体", "ja", ["name dsDNA → ssDNA"]),
        (
            "见 https://a.example/x",
            "见 https://a.example/y",
            "zh-Hans",
            ["name https://a.example/x → https://a.example/y"],
        ),
    ],
)
def test_dangers(old: str, new: str, language: str, expected: list[str]) -> None:
    assert [str(each) for each in dangers(old, new, language)] == expected


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("治療費", "治疗费", "zh-Hans"),
        ("１２．２％です。", "12.2%である", "ja"),
        ("12か月", "12ヶ月", "ja"),
        ("二つの方法", "2つの方法", "ja"),
        ("没有副作用", "无副作用", "zh-Hans"),
        ("所有患者", "全部患者", "zh-Hans"),
        ("すべての患者", "全ての患者", "ja"),
        ("副作用がない", "副作用はありません", "ja"),
        ("確認しなければならない", "確認しなくてはいけません", "ja"),
        ("不仅有效", "不但有效", "zh-Hans"),
        ("a new method", "the new method", "en"),
        ("each patient", "every patient", "en"),
        ("The patients improve", "Patients improve.", "en"),
        ("患者的 SLE 症状", "患者的SLE症状。", "zh-Hans"),
        ("1,000件", "1000 件", "ja"),
        ("症状が改善", "症状は改善", "ja"),
    ],
)
def test_harmless_edits(old: str, new: str, language: str) -> None:
    assert dangers(old, new, language) == ()
    assert dangers(new, old, language) == ()


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("治疗一周后", "治疗一年后", "zh-Hans", ["unit 周 → 年"]),
        ("等了一个小时", "等了一个分钟", "zh-Hant", ["unit 小时 → 分钟"]),
        ("UTF-8 字节", "UTF-8 比特", "zh-Hans", ["unit 字节 → 比特"]),
        ("1日2錠", "1日2カプセル", "ja", []),
        ("尿蛋白 1.2 g/24h", "尿蛋白 1.2 mg/24h", "zh-Hans", ["unit g/24h → mg/24h"]),
        ("5 mg/m²", "5 mg/kg", "zh-Hans", ["unit mg/m² → mg/kg"]),
        ("3倍", "3回", "ja", ["unit 倍 → 回"]),
        ("一个患者", "一名患者", "zh-Hans", []),
        ("第一行", "首行", "zh-Hans", []),
    ],
)
def test_units_behind_soft_numbers_and_codes(old: str, new: str, language: str, expected: list[str]) -> None:
    assert [str(each) for each in dangers(old, new, language)] == expected
