"""The language that markup inside a paragraph declares, for the sentences in it."""

from __future__ import annotations

import pytest

from translator.reader import read_document


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.html",
            '<p lang="zh-CN">中文。<span class=x lang=ja>管理。項目。</span>再来。<em lang="en">Words. More.</em></p>',
            [("中文。", "zh-Hans"), ("管理。項目。", "ja"), ("再来。", "zh-Hans"), ("Words. More.", "en")],
        ),
        (
            "a.html",
            '<p lang="ja">管理。<b lang="zh"><i xml:lang="zh-TW">管理</i></b></p>',
            [("管理。", "ja"), ("管理", "zh-Hant")],
        ),
        ("a.md", '检查。<b><i lang="ja">管理。</i></b>\n', [("检查。", "zh-Hans"), ("管理。", "ja")]),
        ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<lang ja>管理</lang>\n", [("管理", "ja")]),
        ("a.html", '<p lang="zh-CN">中文<i lang="ja">管理</i>。</p>', [("中文管理。", "zh-Hans")]),
    ],
)
def test_a_sentence_has_the_language_of_the_markup_around_it(
    name: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = read_document(text.encode(), name).segments
    assert [(each.text, each.language.tag) for each in found] == expected
