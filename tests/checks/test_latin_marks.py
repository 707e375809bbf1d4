from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import CatalogSubject, Context, Fault, all_checks

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}


def told(locale: str, *pairs: tuple[str, str]) -> list[Fault]:
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in pairs))
    (check,) = (each for each in all_checks() if each.name == "latin-punctuation")
    return list(check.run(CatalogSubject(locale, TAGS[locale], "a.md", catalog, None, (), ()), Context()))


@pytest.mark.parametrize(
    ("locale", "source", "target", "fixed"),
    [
        ("zh", "痛風を起こします。", "可能引起痛风.", "可能引起痛风。"),
        ("zh", "医師、<b1>看護師</b1>に", "请咨询医生,<b1>护士</b1>", "请咨询医生，<b1>护士</b1>"),
        ("zh", "前回（5月）より低下", "比上次(5月)下降", "比上次（5月）下降"),
        ("zh", "95%の人、", "95%的健康人 ，超出", "95%的健康人，超出"),
        ("zh", "注意：食べない", "注意: 不要进食", "注意：不要进食"),
        ("zh", "痛みますか？", "疼吗?", "疼吗？"),
        ("ja", "服药的人，采血前", "服用中の方は,採血の前に", "服用中の方は、採血の前に"),
        ("ja", "保存2年。", "2年間保存されます.", "2年間保存されます。"),
        ("ja", "超出。3个月内复查", "超えています. 3か月以内に再検査", "超えています。3か月以内に再検査"),
        ("ja", "部分药，这", "一部の薬は 、この", "一部の薬は、この"),
        ("zh", "受付は10:30、A.B", "挂号10:30，A.B", None),
        ("zh", "リスト（ALT）、", "列表(ALT)，", None),
        ("zh", "Open the file.", "打开文件.", None),
        ("zh", "資料.xlsx、開く", "资料.xlsx，打开", None),
        ("ja", "3,500日元，每次", "3,500円、1回", None),
        ("en", "痛风，发热。", "gout, fever.", None),
    ],
)
def test_a_latin_mark_between_letters(locale: str, source: str, target: str, fixed: str | None) -> None:
    found = told(locale, (source, target))
    assert [each.fix for each in found] == ([] if fixed is None else [fixed])


def test_the_style_of_a_house_is_left_alone() -> None:
    own = [(f"文{n}，是。", f"文{n}は,そう.") for n in range(5)]
    assert told("ja", *own) == []
    assert len(told("ja", *own[:1], *[(f"文{n}，是。", f"文{n}は、そう。") for n in range(5)])) == 2


def test_the_comma_is_the_one_that_the_catalog_sets() -> None:
    own = [(f"文{n}，是。", f"文{n}は，そう。") for n in range(3)]
    assert [each.fix for each in told("ja", *own, ("药，水。", "薬は,水。"))] == ["薬は，水。"]


@pytest.mark.parametrize(
    ("direction", "target", "fixed"),
    [
        ("zh>ja", "へモグロビン", "ヘモグロビン"),
        ("zh>ja", "血中のへモグロビン", "血中のヘモグロビン"),
        ("zh>ja", "二ーズと口ーション", "ニーズとローション"),
        ("zh>ja", "コンピュ一タ", "コンピュータ"),
        ("zh>ja", "病棟へモルヒネを運ぶ", None),
        ("zh>ja", "プレゼン力アップ、二キロ", None),
        ("zh>ja", "スケジュール一ヶ月", None),
        ("zh>ja", "サービス一覧", None),
        ("ja>zh", "口腔", None),
        ("ja>en", "Lotion", None),
    ],
)
def test_characters_that_look_alike(faults, direction: str, target: str, fixed: str | None) -> None:  # type: ignore[no-untyped-def]
    found = faults("look-alike-character", direction, "词", target)
    assert {each.fix for each in found} == ({fixed} if fixed else set())
