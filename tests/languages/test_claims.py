"""Negation, comparison signs and quantifiers across languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.languages import markers
from translator.languages.claims import compare_negation, compare_quantifiers
from translator.languages.codes import compare_codes
from translator.languages.comparisons import compare_comparisons
from translator.languages.quantities import compare


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("SLEDAI ≧ 8", "SLEDAI ≤ 8", ["“≧” became “≤”"]),
        ("SLEDAI>8の治療抵抗性SLE", "SLEDAI<8 的难治性SLE", ["“>” became “<”"]),
        ("8以上", "less than 8", ["“以上” became “less than”"]),
        ("至少 5 个", "5個未満", ["“至少” became “未満”"]),
        ("年齢 ≥ 18", "年龄 18", ["“≥” is missing"]),
        ("至少包含一个字符", "contains at most one character", ["“至少” became “at most”"]),
        ("少なくともどちらかが必要", "要求至多有其中之一", ["“少なくとも” became “至多”"]),
    ],
)
def test_signs_that_turn(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare_comparisons(source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("SLEDAI ≧ 8", "SLEDAI of 8 or more"),
        ("18岁以上", "aged 18 or over"),
        ("8未満", "fewer than 8"),
        ("P<0.05", "P < 0.05"),
        ("A -> 5", "A → 5"),
        ("<b1>8</b1>", "8"),
        ("不超过 5 个", "5個以内"),
        ("区间开头不能超过结尾", "The start must not exceed the end"),
        ("以上是说明", "以下同様"),
        ("值不能少于一个字", "一文字以上にする"),
    ],
)
def test_signs_that_agree(source: str, target: str) -> None:
    assert compare_comparisons(source, target) == ()
    assert compare_comparisons(target, source) == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("没有副作用", "It has side effects", ["the source denies (“没有副作用”), the translation does not"]),
        ("8% は臨床応答なし", "8% 有临床反应", ["the source denies (“臨床応答なし”), the translation does not"]),
        ("差が認められない。", "差异显著。", ["the source denies (“認められない”), the translation does not"]),
        (
            "允许使用。",
            "使用は許可されていません。",
            ["the translation denies (“許可されていません”), the source does not"],
        ),
        ("The value is used.", "该值没有使用。", ["the translation denies (“没有使用”), the source does not"]),
        (
            "脳卒中は再発なし & 血圧安定。",
            "脑卒中复发，血压稳定。",
            ["the source denies (“再発なし”), the translation does not"],
        ),
        (
            "副作用なし、再発なし。",
            "未见副作用，复发。",
            ["the source denies 2 times (“副作用なし”, “再発なし”), the translation 1 (“未见副作用”)"],
        ),
        # Numbers are quoted whole.
        (
            "0.5g以内",
            "It must not exceed 0.5 g",
            ["the translation denies (“must not exceed 0.5”), the source does not"],
        ),
        (
            "治疗有效。",
            "The treatment was ineffective.",
            ["the translation denies (“ineffective”), the source does not"],
        ),
        (
            "不支持重命名。",
            "Renaming is supported here.",
            ["the source denies (“不支持重命名”), the translation does not"],
        ),
        ("含まれないファイル", "包含的文件", ["the source denies (“含まれない”), the translation does not"]),
        (
            "両群の効果に差が認められない。",
            "两组之间看到了疗效上的差别。",
            ["the source denies (“認められない”), the translation does not"],
        ),
        (
            "両群は以前と同じ傾向だが、効果に差が認められない。",
            "The trend is as before, but a difference in effect is seen.",
            ["the source denies (“認められない”), the translation does not"],
        ),
        # Besides, less and as long as deny nothing.
        (
            "これら以外にも減少した値が改善。",
            "The values that had dropped did not improve.",
            ["the translation denies (“not improve”), the source does not"],
        ),
        (
            "只要有变化就可能治愈。",
            "変化があれば治ることはありません。",
            ["the translation denies (“治ることはありません”), the source does not"],
        ),
        # Both say what resists: what responds is told besides.
        (
            "治療抵抗性の患者が応答した。",
            "Patients with resistant disease did not respond.",
            ["the translation denies (“not respond”), the source does not"],
        ),
        # A longer text whose sentences are cut otherwise.
        (
            "本試験では、対象となった患者を二つの群に分け、投与した量ごとに検査値の推移を長期にわたって追跡し、さらに"
            "以前の結果とも比べたところ、いずれの指標も同じ傾向を示し、効果に差が認められない。",
            "The patients of this study were split into groups; All values were followed over a long period of time for "
            "each dose and compared with earlier results. Every measure had the same trend, and there was a difference.",
            ["the source denies (“認められない”), the translation does not"],
        ),
    ],
)
def test_negations_that_differ(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare_negation(source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("没有副作用", "no side effects"),
        ("無症状", "asymptomatic"),
        ("见不到", "unable to see"),
        ("这不是吗？", "Isn't it?"),
        ("確認しなければならない", "必须确认"),
        ("色をより不透明にします。", "Makes a color more opaque."),
        ("返回 ``None``。", "``None`` を返します。"),
        ("密码只包含数字。", "このパスワードは数字しか使われていません。"),
        ("对常规治疗无效的SLE", "通常療法抵抗性のSLE"),
        ("拷贝而不是移动", "移動する代わりにコピーする"),
        ("A hopeless case.", "没有希望的病例。"),
        ("不得不停止治疗", "治療を中止せざるをえない"),
        ("值不能少于 5", "5 以上の値"),
        ("渡してもかまいません。", "可以传递。"),
        ("申し訳ございません、一致する項目がありません。", "Sorry, no items match."),
        ("whether or not it is close", "是否接近"),
        ("通常療法抵抗性の患者", "patients not responding to usual therapy"),
        ("難治の患者", "patients who did not respond"),
        ("所有研究都显示改善。", "The studies show an improvement without exception."),
        ("两组疗效相当。", "両群の効果に差が認められない。"),
        ("The groups had comparable effects.", "両群の効果に差が認められない。"),
        ("改善は他の群より顕著。", "The groups did not improve nearly as much."),
        ("“%s” can&#8217;t be read", "無法讀取“%s”"),
    ],
)
def test_negations_that_agree(source: str, target: str) -> None:
    assert compare_negation(source, target) == ()
    assert compare_negation(target, source) == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("全員で改善", "Half of them improved", ["“全員” became “Half”"]),
        ("所有患者", "一部の患者", ["“所有” became “一部”"]),
        ("全員で改善", "All improved", []),
        (
            "但所有国内海外的研究与案例,都表示有改善的效果。",
            "Some of the studies, at home and abroad, show an improvement.",
            ["“所有” became “Some”"],
        ),
        ("すべての文字列、および改行", "部分字符串及换行", ["“すべて” became “部分”"]),
        ("さまざまな文字は、全部で三つの部分からなる", "由三个部分组成", []),
        ("每个部分都要全部检查", "all of each part must be checked", []),
        ("ほぼ全ての患者", "Nearly all patients", []),
        ("每个患者", "すべての患者", []),
        ("I can hardly hear", "几乎听不到", []),
        ("全員で改善", "Almost everyone improved", ["“全員” became “Almost everyone”"]),
        ("所有患者都改善", "ほとんどすべての患者で改善", ["“所有” became “ほとんどすべて”"]),
        ("ほとんどの患者で改善", "几乎所有患者都有改善", []),
        ("所有的村民几乎都是亲戚。", "Almost everyone is related.", []),
        ("所有研究", "Some of the studies, both here and overseas", ["“所有” became “Some”"]),
    ],
)
def test_quantifiers(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare_quantifiers(source, target)] == expected


FIXTURE = Path(__file__).parent.parent / "fixtures" / "languages" / "same_quantities.tsv"
PAIRS = [
    tuple(line.split("\t")) for line in FIXTURE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0][:24])
def test_good_translations_of_many_kinds_are_silent(pair: tuple[str, str]) -> None:
    for source, target in (pair, pair[::-1]):
        assert compare(source, target) == ()
        assert compare_codes(source, target) == ()
        assert compare_negation(source, target) == ()
        assert compare_comparisons(source, target) == ()
        assert compare_quantifiers(source, target) == ()


def test_markers_have_spans_and_concepts() -> None:
    found = markers.read("全員に副作用はない", "ja")
    assert [(each.text, each.concept) for each in found] == [("全員", "all"), ("ない", "not")]
    assert markers.read("不仅如此", "zh-Hans") == ()
