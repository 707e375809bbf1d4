"""Texts among their neighbours."""

from __future__ import annotations

import pytest

from translator import languages
from translator.languages import Unit

JA = ["細胞を投与した。", "患者は改善した。", "効果が続いている。"]
ZH = ["我们使用干细胞。", "患者已经好转了。", "这个效果还在继续。"]


def tags(units: list[Unit]) -> list[str]:
    return [answer.tag for answer in languages.identify_all(units)]


def test_neighbours_decide_what_a_text_leaves_open() -> None:
    assert languages.identify("全身性紅斑狼瘡", JA).tag == "ja"
    assert languages.identify("全身性紅斑狼瘡", ["這個檔案無法開啟", "請輸入使用者名稱"]).tag == "zh-Hant"
    assert languages.identify("感染", ZH).tag == "zh-Hans"
    assert languages.identify("感染", JA).tag == "ja"


def test_neighbours_do_not_overrule_characters() -> None:
    assert languages.identify("检查结果", JA * 5).tag == "zh-Hans"
    assert languages.identify("検査", ZH * 5).tag == "ja"
    assert languages.identify("12M", ZH).tag == "zxx"


def test_declared_overrules_everything() -> None:
    found = languages.identify_all(
        [Unit("检查", declared="ja"), Unit("検査する", declared="zh-CN"), Unit("un texte", declared="fr")]
    )
    assert [(each.tag, each.confidence) for each in found] == [("ja", 1.0), ("zh-Hans", 1.0), ("fr", 1.0)]
    assert [(span.start, span.end, span.tag) for span in found[0].foreign] == [(0, 2, "zh-Hans")]


def test_a_table_is_followed_by_column() -> None:
    units = [
        Unit(text, block=n, table=0, row=n // 2, column=n % 2, kind="cell")
        for n, text in enumerate(
            ["我们的方法", "治療の方法", "感染", "感染", "这里的结论", "ここの結論", "管理", "管理"]
        )
    ]
    assert tags(units)[2:4] == ["zh-Hans", "ja"]
    assert tags(units)[6:8] == ["zh-Hans", "ja"]


def test_a_table_is_followed_by_row() -> None:
    texts = [["我们的方法", "感染", "这里的结论", "管理"], ["治療の方法", "感染", "ここの結論", "管理"]]
    units = [
        Unit(text, block=4 * row + column, table=0, row=row, column=column, kind="cell")
        for row, cells in enumerate(texts)
        for column, text in enumerate(cells)
    ]
    assert tags(units) == ["zh-Hans"] * 4 + ["ja"] * 4


def test_what_the_cells_of_a_row_say_together_counts_more_than_a_column() -> None:
    texts = [
        ["バタークッキー", "小麦、卵、乳成分", "落花生を含む製品を生産しています。"],
        ["虾仁饺子", "虾、小麦、大豆、芝麻", "食用前请彻底加热。"],
        ["豆乳プリン", "大豆", "卵・乳は使用していません。"],
        ["かに風味かまぼこ", "えび、卵、小麦", "原料の魚は、えび・かにを食べています。"],
        # 乳成分 is rather Japanese, and no cell of the row has a character of one language alone.
        ["杏仁巧克力", "杏仁、乳成分、大豆", "可能含有微量花生。"],
    ]
    units = [
        Unit(text, block=3 * row + column, table=0, row=row, column=column, kind="cell")
        for row, cells in enumerate(texts)
        for column, text in enumerate(cells)
    ]
    found = languages.identify_all(units)
    assert [each.tag for each in found[-3:]] == ["zh-Hans"] * 3
    assert "same row" in found[-2].reason
    assert not any(
        languages.passes_through(unit.text, each, "ja") for unit, each in zip(units[-3:], found[-3:], strict=True)
    )


def test_what_is_chinese_in_either_script_votes() -> None:
    found = languages.identify_all([Unit("可能含有微量花生。", block=0), Unit("大豆", block=1)])
    assert [each.tag for each in found] == ["zh-Hans", "zh-Hans"]
    assert languages.identify("大豆").tag == "ja"
    units = [Unit(text, block=n) for n, text in enumerate(["這個檔案無法開啟", "可能含有微量花生。", "大豆"])]
    assert tags(units) == ["zh-Hant"] * 3


@pytest.mark.parametrize("text", ["配偶", "子女", "保存草稿", "本人", "大豆"])
def test_what_is_hardly_sure_does_not_pass(text: str) -> None:
    units = [Unit("请用黑色签字笔填写。", block=0), Unit("前の画面に戻る", block=1), Unit(text, block=2)]
    answer = languages.identify_all(units)[2]
    assert not any(languages.passes_through(text, answer, tag) for tag in ("ja", "zh-Hans"))


def test_the_document_says_where_doubtful_characters_come_from() -> None:
    units = [Unit("我们从这里看到的結果", block=0), *(Unit(text, block=n) for n, text in enumerate(JA, 1))]
    assert [span.tag for span in languages.identify_all(units)[0].foreign] == ["ja"]
    units = [Unit("我们从这里看到的結果", block=0), Unit("這個檔案無法開啟", block=1)]
    assert [span.tag for span in languages.identify_all(units)[0].foreign] == ["zh-Hant"]


def test_an_empty_document() -> None:
    assert languages.identify_all([]) == []


def test_a_declaration_in_other_spellings() -> None:
    declared = ["zh", "zh", "zh_TW", "zh-Hant-HK", "chs", "und", "ja-JP", "EN-us"]
    texts = ["检查", "檢查", "检查", "检查", "检查", "检查", "检查", "检查"]
    units = [Unit(text, declared=tag) for text, tag in zip(texts, declared, strict=True)]
    assert tags(units) == ["zh-Hans", "zh-Hant", "zh-Hant", "zh-Hant", "zh-Hans", "zh-Hans", "ja", "en"]
