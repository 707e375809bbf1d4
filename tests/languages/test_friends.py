from __future__ import annotations

import re

import pytest

from translator.languages.friends import false_friends, may_have_friends
from translator.languages.numerals import data_lines
from translator.languages.variants import fold, forms

ROWS = [(*row.split("\t"), "", "", "")[:6] for row in data_lines("false_friends.txt")]
TAGS = {"zh": "zh-Hans", "ja": "ja"}
FOUND = [
    ("zh", "写真を撮る", "拍写真", "写真"),
    ("zh", "会社に行く", "去会社", "会社"),
    ("zh", "食事の予約", "用餐予约", "予约"),
    ("zh", "番号を入力", "输入番号", "番号"),
    ("zh", "階段で転ぶ", "在阶段摔倒", "阶段"),
    ("zh", "3階の受付", "3阶服务台", "3阶"),
    ("zh", "大家さんに連絡", "联系大家", "大家"),
    ("zh", "残念です", "残念", "残念"),
    ("zh", "顔色が悪い", "颜色不好", "颜色"),
    ("zh", "保護者の署名", "保护者签名", "保护者"),
    ("zh", "携帯電話の電源", "携带电话的电源", "携带"),
    ("zh", "切手を貼る", "貼上切手", "切手"),
    ("zh", "ユーザーを登録する", "登录用户", "登录"),
    ("ja", "飞机票", "飛機のチケット", "飛機"),
    ("ja", "用户登录", "ユーザー登録", "登録"),
    ("ja", "他说他爱人生病了", "彼は愛人が病気だと言った", "愛人"),
    ("ja", "两个小时", "二つの小時", "小時"),
    ("ja", "请放心", "放心してください", "放心"),
    ("ja", "小心烫伤", "やけどに小心", "小心"),
    ("ja", "每次5毫克", "毎回5毫克", "毫克"),
    ("ja", "这个价格很便宜", "この値段は便宜です", "便宜"),
    ("ja", "请告诉医生", "医師に告訴してください", "告訴"),
    ("ja", "产品质量", "製品の質量", "質量"),
    ("ja", "喝汤", "湯を飲む", "湯"),
    ("ja", "猪肉", "猪の肉", "猪"),
    ("ja", "他在床上", "彼は床にいる", "床"),
    ("ja", "点击按钮", "按鈕をクリックする", "按鈕"),
    ("ja", "由于下雨", "由于雨", "由于"),
]
LEFT = [
    ("zh", "写真集を買う", "买写真集"),
    ("zh", "株式会社みなと", "株式会社港口"),
    ("zh", "3階微分方程式", "3阶微分方程"),
    ("zh", "葛根湯を飲む", "服用葛根汤"),
    ("zh", "皆さんに連絡", "联系大家"),
    ("zh", "システムにログインして登録する", "登录系统后注册"),
    ("zh", "自動車を運転する", "驾驶汽车"),
    ("zh", "朝日新聞", "《朝日新闻》"),
    ("zh", "色が変わる", "颜色变化"),
    ("ja", "质量为5千克", "質量は5キロ"),
    ("ja", "注册用户", "ユーザー登録"),
    ("ja", "市场需要", "市場の需要"),
    ("ja", "热水", "湯"),
    ("ja", "野猪", "猪"),
    ("ja", "临床试验", "臨床試験"),
    ("ja", "擦地板", "床をふく"),
    ("ja", "东西方向", "東西方向"),
    ("ja", "方便又便宜", "便利で安い"),
    ("ja", "他被起诉了", "彼は告訴された"),
    ("ja", "“老婆”是妻子", "「老婆」は妻のこと"),
]


@pytest.mark.parametrize(("language", "source", "target", "word"), FOUND)
def test_a_word_of_the_other_language_is_found(language: str, source: str, target: str, word: str) -> None:
    assert may_have_friends(target, TAGS[language])
    assert [(each.word, target[each.start : each.end]) for each in false_friends(source, target, TAGS[language])] == [
        (word, word)
    ]


@pytest.mark.parametrize(("language", "source", "target"), LEFT)
def test_a_word_that_is_right_is_left_alone(language: str, source: str, target: str) -> None:
    assert false_friends(source, target, TAGS[language]) == ()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_line_can_find_its_word(row: tuple[str, ...]) -> None:
    language, word, said, right, unless, _ = row
    assert language in ("zh", "zh-Hans", "ja")
    assert re.compile(fold(said))
    # A right word that holds the wrong one would never be seen.
    assert not any(fold(word) in fold(each) for each in filter(None, right.split("|")))
    assert may_have_friends(f"x{word}x", TAGS.get(language, language))
    assert not unless or re.compile(fold(unless)).search(f"\n{fold(word)}") is None


def test_no_word_stands_twice() -> None:
    words = [(row[0], fold(row[1])) for row in ROWS]
    assert len(words) == len(set(words))


def test_every_form_of_a_word_is_the_word() -> None:
    assert set("檢検") <= set(forms("检"))
    assert [each.word for each in false_friends("切符売り場", "賣切符", "zh-Hant")] == ["切符"]


def test_what_is_wrong_in_one_script_may_be_right_in_the_other() -> None:
    source = "ユーザーを登録する"
    assert false_friends(source, "登录用户", "zh-Hans")
    assert false_friends(source, "登錄用戶", "zh-Hant") == ()
