"""Terms: what short texts name, compared by concept."""

from __future__ import annotations

import pytest

from translator.languages.numerals import data_lines
from translator.languages.terms import are_same_terms, wrong_term

TAGS = {"zh": "zh-Hans", "hant": "zh-Hant", "ja": "ja", "en": "en"}
WRONG = [
    # direction, source, target, the words that differ
    ("ja>en", "そば", "Wheat", ("そば", "Wheat")),
    ("ja>zh", "小麦", "荞麦", ("小麦", "荞麦")),
    ("zh>en", "配偶", "Child", ("配偶", "Child")),
    ("ja>en", "配偶", "Child", ("配偶", "Child")),
    ("ja>zh", "診断名", "诊断日期", ("診断名", "诊断日期")),
    ("zh>ja", "手术名称", "手術日", ("手术名称", "手術日")),
    ("ja>en", "発病日：", "Date of discharge:", ("発病日", "Date of discharge")),
    ("hant>ja", "發病日期", "退院日", ("發病日期", "退院日")),
    ("zh>ja", "核桃", "くり", ("核桃", "くり")),
    ("ja>en", "2. アーモンド", "2. Cashew nuts", ("アーモンド", "Cashew nuts")),
    ("ja>en", "完全奏効", "Complete relapse", ("完全奏効", "Complete relapse")),
    ("en>ja", "Almonds", "カシューナッツ", ("Almonds", "カシューナッツ")),
    ("en>zh", "Left eye", "右眼", ("Left eye", "右眼")),
    ("zh>en", "保存", "Import", ("保存", "Import")),
    # terms side by side
    ("zh>ja", "核桃面包", "くりパン", ("核桃面包", "くりパン")),
    ("ja>zh", "豆乳プリン", "牛奶布丁", ("豆乳プリン", "牛奶布丁")),
    ("zh>en", "儿童鱼油软糖", "Olive oil gummies for children", ("儿童鱼油软糖", "Olive oil gummies for children")),
    ("zh>en", "无麸质米粉", "Gluten-rich rice flour", ("无麸质米粉", "Gluten-rich rice flour")),
    # lists
    ("zh>en", "虾、小麦、大豆、芝麻", "Shrimp, wheat, soy, sunflower seeds", ("芝麻", "sunflower seeds")),
    ("ja>zh", "小麦、卵、乳", "荞麦、鸡蛋、牛奶", ("小麦", "荞麦")),
    ("zh>en", "虾、小麦、大豆、芝麻", "Shrimp, wheat and soy", ("芝麻", "")),
    ("zh>ja", "虾、小麦、大豆", "えび、小麦、大豆、卵", ("", "卵")),
    ("en>zh", "Nausea, vomiting and diarrhea", "恶心、呕吐、便秘", ("diarrhea", "便秘")),
    ("ja>en", "えび・かに・アワビタケ・小麦", "Shrimp, crab, phoenix oyster, buckwheat", ("小麦", "buckwheat")),
]
RIGHT = [
    ("ja>en", "そば", "Soba noodles"),
    ("zh>en", "杏仁", "Almonds"),
    ("ja>en", "杏仁、乳成分、大豆", "Almonds, milk ingredients, soy"),
    ("zh>ja", "杏仁", "アーモンド"),
    ("zh>en", "配偶", "Husband or wife"),
    ("zh>en", "诊断名称", "Diagnosis"),
    ("zh>ja", "发病日期", "発症年月日"),
    ("en>ja", "Date of birth", "お誕生日"),
    ("hant>en", "過敏原", "Allergens"),
    ("ja>zh", "虾", "虾"),
    ("zh>en", "虾、小麦、芝麻", "Wheat, sesame and prawns"),
    ("zh>ja", "虾、小麦、大豆、芝麻", "えび、小麦、大豆、ごま"),
    ("ja>en", "くるみ（アレルゲン）", "Walnuts"),
    # what a translator says freely
    ("ja>en", "削除", "Clear"),
    ("zh>ja", "概述", "はじめに"),
    ("zh>en", "查看更多", "Learn more"),
    ("ja>en", "木", "Thu"),
    ("en>ja", "Mercury", "水銀"),
    # not known from end to end
    ("ja>en", "そばを食べた", "Wheat"),
    ("zh>en", "诊断名", "Tap here"),
    ("zh>en", "虾、佛跳墙、小麦", "Shrimp, wheat"),
    ("en>zh", "Wheat is planted in autumn", "荞麦"),
    ("zh>en", "东坡肉、小麦、米", "Wheat, dongpo pork, barley"),
]


@pytest.mark.parametrize(("direction", "source", "target", "expected"), WRONG)
def test_another_term_is_told(direction: str, source: str, target: str, expected: tuple[str, str]) -> None:
    come, go = (TAGS[each] for each in direction.split(">"))
    found = wrong_term(source, target, come, go)
    assert found is not None
    assert (found.said, found.found) == expected
    spans = (found.source_span, found.target_span)
    texts = (source, target)
    assert tuple(text[slice(*span)] if span else "" for text, span in zip(texts, spans, strict=True)) == expected


@pytest.mark.parametrize(("direction", "source", "target"), RIGHT)
def test_what_may_be_right_is_not_told(direction: str, source: str, target: str) -> None:
    come, go = (TAGS[each] for each in direction.split(">"))
    assert wrong_term(source, target, come, go) is None


@pytest.mark.parametrize(
    ("source", "target", "tags", "expected"),
    [
        ("虾、小麦、大豆、芝麻", "えび、小麦、大豆、ごま", ("zh-Hans", "ja"), True),
        ("大豆", "Soy", ("zh-Hans", "en"), True),
        ("虾、小麦、大豆、芝麻", "えび、小麦、大豆", ("zh-Hans", "ja"), False),
        ("虾、佛跳墙", "えび、佛跳墙", ("zh-Hans", "ja"), False),
        ("虾", "Shrimp", ("zh-Hans", "fr"), False),
    ],
)
def test_lists_match_one_for_one(source: str, target: str, tags: tuple[str, str], expected: bool) -> None:
    assert are_same_terms(source, target, *tags) is expected


@pytest.mark.parametrize("name", ["terms.txt", "term_names.txt"])
def test_every_line_has_a_kind_and_three_languages(name: str) -> None:
    lines = [line.split("\t") for line in data_lines(name)]
    assert [
        line for line in lines if len(line) != 4 or not all(form for each in line for form in each.split("|"))
    ] == []
    assert len({tuple(line) for line in lines}) == len(lines)
    assert name != "terms.txt" or len(lines) > 2500


def test_terms_of_one_line_are_never_told_apart() -> None:
    for line in data_lines("terms.txt"):
        _, zh, ja, en = line.split("\t")
        first = zh.split("|")[0]
        japanese = [form for each in ja.split("|") for form in (zh.split("|") if each == "=" else [each])]
        for tag, forms in (("ja", japanese), ("en", en.split("|"))):
            told = [form for form in forms if wrong_term(first, form, "zh-Hans", tag)]
            assert told == [], line
