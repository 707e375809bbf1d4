"""Right translations in other words: numbers, opposites, promises and limits of which nothing may be told."""

from __future__ import annotations

import pytest

from translator.languages.claims import compare_negation
from translator.languages.opposites import compare_opposites
from translator.languages.predicates import is_certain
from translator.languages.promises import compare_promises, unlimited
from translator.languages.quantities import compare


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("配料：二十二碳六烯酸（DHA）", "Ingredients: docosahexaenoic acid (DHA)"),
        ("三リン酸を含む", "contains triphosphate"),
        ("1日2回、朝夕に服用", "早晚各服一粒"),
        ("毎週2回、月曜日と木曜日に収集", "Collected on Mondays and Thursdays"),
        ("有効期間は1年6か月とする", "有效期为一年半"),
        ("有効期間は1年6か月とする", "in force for eighteen months"),
        ("幅5mmに切る", "Slice half a centimeter thick"),
        ("每份（30克）0.4克", "0.4 g per 30 g serving"),
        ("0～6月龄的婴儿", "6か月までの赤ちゃん"),
        ("大人1000日元，儿童半价", "大人1,000円、子ども500円"),
        ("年2回、6か月ごとに支払う", "paid every six months"),
    ],
)
def test_numbers_said_otherwise(source: str, target: str) -> None:
    assert compare(source, target) == ()
    assert compare(target, source) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1日3回、朝夕に服用", "早晚各服2粒"),
        ("有効期間は1年7か月とする", "in force for eighteen months"),
        ("十二片", "ten tablets"),
    ],
)
def test_numbers_that_differ_after_all(source: str, target: str) -> None:
    assert compare(source, target) != ()


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("湿気の少ない場所に保管", "Keep in a dry place", ("ja", "en")),
        ("直射日光と高温多湿を避けて保存", "请存放于阴凉干燥处", ("ja", "zh")),
        ("可以洗澡，但不要揉搓", "You may bathe, but do not rub", ("zh", "en")),
        ("家属无需陪同，但患者必须到场。", "The patient must attend; relatives do not have to be there.", ("zh", "en")),
        ("周一至周五，节假日除外", "平日9時～17時", ("zh", "ja")),
        ("链接24小时后失效。", "The link is valid for 24 hours.", ("zh", "en")),
    ],
)
def test_opposites_that_say_the_same(source: str, target: str, languages: tuple[str, str]) -> None:
    assert compare_opposites(source, target, *languages) == ()
    assert compare_opposites(target, source, *languages[::-1]) == ()


def test_opposites_that_are_none_the_less_told() -> None:
    assert compare_opposites("湿気の多い場所", "a dry place", "ja", "en")
    assert compare_opposites(
        "家属无需陪同抽血，但患者本人必须到场。",
        "The patient does not have to attend; relatives must be there for the blood test.",
        "zh",
        "en",
    )


@pytest.mark.parametrize(
    ("source", "target", "languages", "certain"),
    [
        ("请勿打开", "Please open it", ("zh", "en"), True),
        ("没有副作用", "It has side effects", ("zh", "en"), True),
        ("票价不含税", "Prices are before tax", ("zh", "en"), False),
        ("不戴安全帽者不得进入工地", "Hard hats must be worn", ("zh", "en"), False),
    ],
)
def test_denials_are_certain_where_the_thing_is_affirmed(
    source: str, target: str, languages: tuple[str, str], certain: bool
) -> None:
    found = compare_negation(source, target, *languages)
    assert found
    assert is_certain(found[0], (source, target), languages) == certain


def test_requests_promise_nothing() -> None:
    assert compare_promises("请随身携带。", "必ずお持ちください。", "zh", "ja") == ()
    assert compare_promises("症状会改善。", "必ず改善します。", "zh", "ja") != ()


def test_two_bounds_are_a_range() -> None:
    languages = {"source_language": "ja", "target_language": "en"}
    assert unlimited("7歳以上15歳未満", "7 to 14 years", **languages) is None
    found = unlimited("60歳以上の方", "people of 60", **languages)
    assert found is not None and "“60歳以上”" in found.message
