from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import CatalogInput, CheckSettings, Context, all_checks
from translator.checks._subject import CatalogSubject
from translator.steps.check import check_catalog

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}
CHECK = next(each for each in all_checks() if each.name == "exchanged-translations")


def told(locale: str, *pairs: tuple[str, str], is_fuzzy: bool = False) -> list[tuple[str, str]]:
    entries = tuple(Entry(source, (target,), is_fuzzy=is_fuzzy) for source, target in pairs)
    subject = CatalogSubject(locale, TAGS[locale], "a.md", Catalog(entries))
    return [(each.key[1], each.message) for each in CHECK.run(subject, Context()) if each.key]


EXCHANGED = [
    ("ja", [("时间", "手順"), ("地点", "場所"), ("步骤", "時間")], [("时间", "步骤")]),
    ("zh", [("服用にあたって", "本试验的局限性"), ("本試験の限界", "服药须知")], [("服用にあたって", "本試験の限界")]),
    ("zh", [("お問い合わせ先", "治疗费用"), ("治療費用", "联系方式")], [("お問い合わせ先", "治療費用")]),
    ("en", [("ZL-204 群", "HbA1c below 7 %"), ("HbA1c の値", "ZL-204 group")], [("ZL-204 群", "HbA1c の値")]),
    ("ja", [("2019年的结果", "1845名の患者"), ("1845名患者", "2019年の結果")], [("2019年的结果", "1845名患者")]),
    ("zh", [("血圧の測定", "存活率"), ("生存率", "血压测量"), ("副作用", "副作用")], [("血圧の測定", "生存率")]),
    # must not fire
    ("ja", [("时间", "時間"), ("步骤", "手順")], []),
    ("ja", [("联系我们", "お問い合わせ"), ("咨询", "ご相談")], []),
    ("en", [("时间", "Steps"), ("步骤", "Time")], []),
    ("en", [("ZL-204 群", "The ZL-204 group"), ("对照组", "Control")], []),
    ("ja", [("Time", "手順"), ("Steps", "時間")], []),
    ("zh", [("OK", "确定"), ("确定", "OK")], []),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "pairs", "expected"), EXCHANGED)
def test_exchanged_translations(locale: str, pairs: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    found = told(locale, *pairs)
    assert [each[0] for each in found] == [one for one, _ in expected]
    assert all(f"“{other}”" in message for (_, message), (_, other) in zip(found, expected, strict=True))


def test_a_fuzzy_entry_is_not_compared() -> None:
    assert told("ja", ("时间", "手順"), ("步骤", "時間"), is_fuzzy=True) == []


def test_couples_far_behind_in_a_catalog_are_told_too() -> None:
    others = [(f"甲{chr(0x4E00 + at)}", f"かな{chr(0x7000 + at)}") for at in range(200)]
    couples = [("治疗时间", "実施手順"), *others, ("实施步骤", "治療時間")]
    assert told("ja", *couples) == [("治疗时间", "exchanged with the translation of “实施步骤” (“治療時間”)")]


def test_it_takes_the_place_of_what_else_differs_in_the_two() -> None:
    pairs = [("2019年的结果", "1845名の患者"), ("1845名患者", "2019年の結果"), ("12名", "13名")]
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in pairs))
    found = check_catalog(CatalogInput("a.po", "ja", catalog), CheckSettings()).findings
    assert [(each.check, each.source) for each in found if each.severity == "error"] == [
        ("number-mismatch", "12名"),
        ("exchanged-translations", "2019年的结果"),
    ]


def test_what_is_told_more_mildly_takes_no_error_away() -> None:
    pairs = [("2019年的结果", "1845名の患者"), ("1845名患者", "2019年の結果")]
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in pairs))
    settings = CheckSettings({"exchanged-translations": "info"})
    found = check_catalog(CatalogInput("a.po", "ja", catalog), settings).findings
    assert {"number-mismatch", "exchanged-translations"} <= {each.check for each in found}
