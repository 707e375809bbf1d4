"""`lang` in the body of a page: what a copy says of its own words."""

from __future__ import annotations

import pytest

from translator.document import splice
from translator.formats._html_languages import body_languages
from translator.reader import ReaderOptions, read_document


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        ('<table><tr lang="ja"><td>改善した</td></tr></table>', '<table><tr lang="en"><td>改善した</td></tr></table>'),
        ('<p lang=zh-CN>治疗</p><p>無</p>', '<p lang=en>治疗</p><p>無</p>'),
        ('<div xml:lang="ja" lang="ja"><p>改善</p></div>', '<div xml:lang="en" lang="en"><p>改善</p></div>'),
        ('<p>这是<span lang="ja">改善</span>。</p>', '<p>这是<span lang="ja">改善</span>。</p>'),
        ('<p lang="ja" translate="no">改善</p><p lang="zh">治疗</p>', '<p lang="ja" translate="no">改善</p><p lang="en">治疗</p>'),
        ('<!-- <p lang="ja"> --><p lang="ja">改善</p>', '<!-- <p lang="ja"> --><p lang="en">改善</p>'),
        ('<p lang="xx-nowhere">改善</p>', '<p lang="xx-nowhere">改善</p>'),
        ('<body lang="ja"><p>改善</p><p lang="zh-CN">治疗</p>', '<body lang="en"><p>改善</p><p lang="en">治疗</p>'),
        ('<body lang="ja"><p lang="zh-CN">治疗</p>', '<body lang="ja"><p lang="en">治疗</p>'),
    ],
)  # fmt: skip
def test_elements_around_translated_words_get_the_language_of_the_copy(page: str, copy: str) -> None:
    document = read_document(page.encode(), "a.html", options=ReaderOptions(identifies=False))
    marks = [(mark.start, mark.end, mark.text) for mark in body_languages(document, "en")]
    assert splice(document.parts[""], sorted(marks)) == copy


@pytest.mark.parametrize(
    ("page", "tags"),
    [
        ('<html lang="en"><p>干细胞研究。<p>管理<p>全員で改善した。<p>Contact us.', ["zh-Hans", "ja", "ja", "en"]),
        (
            '<html lang="zh-CN"><p>管理<p>这里没有问题。<p>全例で疼痛が軽減。<p>Contact us for help.',
            ["zh-Hans", "zh-Hans", "ja", "en"],
        ),
        ('<html><body lang="ja"><p>管理<p>手紙<p>这里没有问题。', ["ja", "ja", "zh-Hans"]),
        ('<html lang="zh-CN"><p>全例で疼痛が軽減。<p lang="zh-CN">全例で疼痛が軽減。', ["ja", "zh-Hans"]),
        ('<html lang="en"><p>干细胞研究。<div lang="en"><p>干细胞研究。', ["zh-Hans", "en"]),
        ('<body><div lang="ja"><p>改善した。<p>Contact us for help.<p lang="en">改善', ["ja", "en", "en"]),
        ('<body><h1>改善</h1><div lang="ja"><p>Contact us for help.', ["ja", "ja"]),
        ('<html lang="zh"><p>这里没有问题。<p>背景<p>教程', ["zh-Hans"] * 3),
        ('<html lang="zh"><p>這裡沒有問題。<p>背景<p>程式', ["zh-Hant"] * 3),
        ('<html lang="zh-Hant"><p>治療費用<p lang="ja">管理<p lang="zh-CN">検査する', ["zh-Hant", "ja", "zh-Hans"]),
    ],
)
def test_the_language_of_a_page_gives_way_to_texts_that_say_otherwise(page: str, tags: list[str]) -> None:
    assert [each.language.tag for each in read_document(page.encode(), "a.html").segments] == tags


def test_cells_that_both_languages_write_alike_are_of_their_table_not_of_the_page() -> None:
    page = (
        '<html lang="zh-CN"><p>请在复诊时携带本单。<table><tr><th>薬の名前<th>飲み方<th>日数<th>目的'
        "<tr><td>リバーロキサバン錠10mg<td>1日1回1錠、朝食後<td>35日分<td>血栓の予防"
        "<tr><td>酸化マグネシウム錠330mg<td>1日3回、毎食後<td>14日分<td>便をやわらかくする</table>"
        "<table><tr><th>科室<th>电话<tr><td>外科<td>咨询台</table>"
    )
    found = {each.content[0]: each.language for each in read_document(page.encode(), "a.html").segments}
    assert {str(text): found[text].tag for text in ("日数", "目的", "35日分", "14日分", "科室", "外科")} == {
        **dict.fromkeys(("日数", "目的", "35日分", "14日分"), "ja"),
        **dict.fromkeys(("科室", "外科"), "zh-Hans"),
    }


@pytest.mark.parametrize(
    ("first", "price", "tag"), [("这里没有问题。", "2,880円", "ja"), ("這裡沒有問題。", "288元", "zh-Hant")]
)
def test_a_page_in_chinese_of_no_script_is_simplified_unless_a_text_is_traditional(
    first: str, price: str, tag: str
) -> None:
    page = f'<html lang="zh"><p>{first}<table><tr><th>項目<th>料金<tr><td>初診料<td>{price}</table>'
    found = {each.content[0]: each.language.tag for each in read_document(page.encode(), "a.html").segments}
    assert found["初診料"] == tag


def test_settings_know_better_than_the_template_of_a_page() -> None:
    page = '<html lang="en"><p>管理<p lang="zh-CN">管理'
    document = read_document(page.encode(), "a.html", options=ReaderOptions(language="ja"))
    assert [each.language.tag for each in document.segments] == ["ja", "zh-Hans"]
