"""SubRip and WebVTT: cues, tags, what a target may not hold, faults as players take them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.document import Code, Content, Document
from translator.errors import TranslatorError
from translator.formats import Mark, ReadOptions
from translator.formats.subtitles import SRT, VTT
from translator.inline import from_message, to_message
from translator.laws import judge
from translator.reader import ReaderOptions, read_document
from translator.writer import written

SRT_HEAD = "1\n00:00:01,000 --> 00:00:02,000\n"
VTT_HEAD = "WEBVTT\n\n00:01.000 --> 00:02.000\n"


def read(text: str, path: str, **values: object) -> Document:
    options = ReaderOptions(identifies=False, read=ReadOptions(values=values))
    return read_document(text.encode(), path, options=options)


def exported(text: str, path: str, target: str, **values: object) -> str:
    """The copy with the first segment's target (a message with placeholders) in place."""
    document = read(text, path, **values)
    first = document.segments[0].content
    content = from_message(target, [each for each in first if isinstance(each, Code)])
    return written(document, SRT if path.endswith("srt") else VTT, contents={0: content}).decode()


def messages(document: Document) -> list[tuple[str, str]]:
    return [(to_message(segment.content), segment.note) for segment in document.segments]


CUES = [
    ("a.srt", "一。二。\n三", [("一。二。\n三", "")]),
    ("a.srt", "- 甲\n- 乙", [("- 甲\n- 乙", "")]),
    ("a.srt", "<i>全部</i>", [("全部", "")]),
    ("a.srt", "{\\an8}上<B>重</B>点", [("上<b1>重</b1>点", "")]),
    ("a.srt", '<font color="red">红</font>与{\\i1}斜', [("<font1>红</font1>与<x1/>斜", "")]),
    ("a.srt", "<3 <音楽> &amp; </i>尾", [("<3 <音楽> &amp; <i1/>尾", "")]),
    ("a.srt", "甲\n\n乙", [("甲", ""), ("乙", "")]),
    ("a.vtt", "<v.loud 田中 太郎>はい<i>よ</i>", [("はい<i1>よ</i1>", "voice “田中 太郎”")]),
    ("a.vtt", "<v A>甲</v>", [("甲", "voice “A”")]),
    ("a.vtt", "<v A>甲</v>\n<v B>乙</v>", [("<v1>甲</v1>\n<v2>乙</v2>", "voice “A”")]),
    ("a.vtt", "<c.a.b>甲</c><bad>乙</bad>", [("<c1>甲</c1><x1/>乙", "")]),
    ("a.vtt", "甲<00:01.000>乙", [("甲<time1/>乙", "")]),
    ("a.vtt", "A&amp;B &lt;i&gt; &#x4e2d;&#20013; R&D &lt &bogus; &#0;", [("A&B <i> 中中 R&D &lt &bogus; \ufffd", "")]),
    ("a.vtt", "<i>甲</b>乙", [("甲<b1/>乙", "")]),
    ("a.vtt", "甲 < 6 <c 乙", [("甲 < 6 <c 乙", "")]),
    ("a.vtt", "<ruby>漢字<rt>かんじ</rt></ruby>です", [("漢字です", "")]),
    ("a.vtt", "<i><ruby>漢<rt>かん</rt>字<rt>じ</ruby>です</i>よ", [("<i1>漢字です</i1>よ", "")]),
    ("a.vtt", "<ruby>漢<b>字</b><rt>じ</rt></ruby>", [("漢<b1>字</b1><rt1/>", "")]),
    ("a.vtt", "<rt>漢字</rt>です", [("漢字<rt1/>です", "")]),
]


@pytest.mark.parametrize(("path", "text", "expected"), CUES)
def test_cues(path: str, text: str, expected: list[tuple[str, str]]) -> None:
    head = SRT_HEAD if path == "a.srt" else VTT_HEAD
    assert messages(read(head + text + "\n", path)) == expected


def test_settings_of_cues() -> None:
    text = VTT_HEAD + "<ruby>漢字<rt>かんじ</rt></ruby>です"
    document = read(text, "a.vtt", ruby="keep", line_width=37)
    assert messages(document) == [("<ruby1>漢字<rt1/></ruby1>です", "")]
    assert document.segments[0].limit == 37
    assert read(text, "a.vtt").segments[0].limit is None


def test_readings_stay_where_no_word_changed() -> None:
    text = VTT_HEAD + "<ruby>漢字<rt>かんじ</rt></ruby>です"
    assert exported(text, "a.vtt", "漢字です") == text
    assert exported(text, "a.vtt", "It is kanji") == VTT_HEAD + "It is kanji"


TARGETS = [
    ("a.vtt", "甲", "a --> b", "a --&gt; b"),
    ("a.vtt", "甲", "a\n\nb\n\n\n00:03.000 --> 00:04.000\nx\n", "a\nb\n00:03.000 --&gt; 00:04.000\nx"),
    ("a.vtt", "甲", "R&D <i>&lt;</i>\u200e\xa0x", "R&amp;D &lt;i>&amp;lt;&lt;/i>&lrm;&nbsp;x"),
    ("a.vtt", "<b>甲</b>乙", "two <b1>lines\n</b1>x", "two <b>lines\n</b>x"),
    ("a.vtt", "甲", "", ""),
    ("a.srt", "甲", "a\r\n \nb\n", "a\nb"),
    ("a.srt", "甲", "a\n\n2\n00:00:03,000 --> 00:00:04,000\nx", "a\n2\n00:00:03,000 -- > 00:00:04,000\nx"),
    ("a.srt", "甲", "\n\na -> b --> c", "a -> b --> c"),
    ("a.srt", "甲", "<3 & co", "<3 & co"),
]


@pytest.mark.parametrize(("path", "source", "target", "expected"), TARGETS)
def test_a_target_neither_ends_nor_starts_a_cue(path: str, source: str, target: str, expected: str) -> None:
    head = SRT_HEAD if path == "a.srt" else VTT_HEAD
    assert exported(head + source + "\n", path, target) == head + expected + "\n"
    crlf = (head + source + "\n").replace("\n", "\r\n")
    assert exported(crlf, path, target) == (head + expected + "\n").replace("\n", "\r\n")


def test_what_stays_says_why() -> None:
    text = (
        "WEBVTT 说明\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE 注释\n\nintro\n"
        "00:01.000 --> 00:02.000 align:start\n{x}<v 甲>\n\n00:aa --> 00:03.000\n不显示\n\n迷路\n"
    )
    document = read(text, "a.vtt")
    assert [(text[k.start : k.end].split("\n", maxsplit=1)[0], k.reason) for k in document.kept] == [
        ("WEBVTT 说明", "header"),
        ("STYLE", "STYLE block"),
        ("NOTE 注释", "NOTE block"),
        ("intro", "cue identifier"),
        ("00:01.000 --> 00:02.000 align:start", "times and settings"),
        ("<v 甲>", "inline markup (v)"),
        ("00:aa --> 00:03.000", "a cue that players drop: its times cannot be read"),
        ("迷路", "text outside the cues"),
    ]


def test_subrip_is_read_where_lines_hold_times() -> None:
    text = "片头\n\n9\n0:00:09.5 --> 0:00:10\n甲\n4\n00:00:02,000-->00:00:03,000\n\n00:00:01,000 --> 00:00:02,000\n2024\n乙"
    document = read(text, "a.srt")
    assert [s.text for s in document.segments] == ["甲", "2024\n乙"]
    assert [(text[k.start : k.end], k.reason) for k in document.kept] == [("片头\n", "text outside the cues")]


REFUSED = [
    ("a.vtt", "\nWEBVTT\n", "a.vtt:1:1: no WebVTT signature (“WEBVTT”);"
     " the file must start with WEBVTT, or be named .srt"),
    ("a.vtt", "WEBVTTX", "a.vtt:1:1: no WebVTT signature (“WEBVTTX”);"
     " the file must start with WEBVTT, or be named .srt"),
    ("a.srt", "\n文章\n", "a.srt:2:1: no line with times such as 00:00:01,000 --> 00:00:02,000 (“文章”);"
     " this is no SubRip file"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "message"), REFUSED)
def test_refuses(path: str, text: str, message: str) -> None:
    with pytest.raises(TranslatorError) as caught:
        read(text, path)
    assert str(caught.value) == message


PIECES = st.lists(
    st.sampled_from(["甲", "。", "乙", "\n", "\r\n", "\n\n", " ", "-->", "<i>", "</i>", "<v A>", "</v>", "&amp;", "&", "<",
                     ">", "<ruby>", "</ruby>", "<rt>", "</rt>", "{\\an8}", "\n2\n", "\n00:00:01,000 --> 00:00:02,000\n",
                     "\n00:01.000 --> 00:02.000\n", "NOTE", "&nbsp;", "<b1>", "<00:01.000>", "12", "\u3000",
                     "<ruby>漢<rt>か</rt></ruby>"]),
    max_size=14,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(text=PIECES, path=st.sampled_from(["a.srt", "a.vtt"]), ruby=st.sampled_from(["drop", "keep"]))
def test_generated_cues_keep_the_laws(text: str, path: str, ruby: str) -> None:
    head = SRT_HEAD if path == "a.srt" else VTT_HEAD
    options = ReaderOptions(read=ReadOptions(values={"ruby": ruby}))
    verdict = judge((head + text).encode(), path, options=options)
    assert (verdict.refused, verdict.faults) == ("", {})


def starts_cue(line: str) -> bool:
    # Numbers without a colon are no times: `12-->12` is something that a person may say.
    return re.match(r"[0-9]+:[0-9:.,]+ *--> *[0-9]+:[0-9:.,]+", line) is not None


@settings(max_examples=200, deadline=None)
@given(target=PIECES, path=st.sampled_from(["a.srt", "a.vtt"]))
def test_any_target_leaves_the_other_cues_alone(target: str, path: str) -> None:
    head = SRT_HEAD if path == "a.srt" else VTT_HEAD
    text = head + "甲\n\n" + head.removeprefix("WEBVTT\n\n") + "次\n"
    document = read(text, path)
    contents: dict[int, Content] = {0: (target,)}
    copy = written(document, SRT if path == "a.srt" else VTT, contents=contents).decode()
    again = read(copy, path)
    assert [s.text for s in again.segments][-1] == "次"
    assert sum(map(starts_cue, copy.replace("\r", "\n").split("\n"))) == 2
    if path == "a.vtt" and again.segments[0].text != "次" and "<b1>" not in target:
        wanted = target.replace("\r\n", "\n").strip("\n")
        while "\n\n" in wanted:
            wanted = wanted.replace("\n\n", "\n")
        assert again.segments[0].text == wanted.strip()


@pytest.mark.parametrize(
    ("head", "tag", "expected"),
    [
        ("WEBVTT\nKind: captions\nLanguage: ja\n", "en", [Mark(32, 34, "en")]),
        ("WEBVTT\r\nLanguage:zh-CN \r\n", "ja", [Mark(17, 22, "ja")]),
        ("WEBVTT\nLanguage: en\n", "en", []),
        ("WEBVTT\nLanguage: the one of the film\n", "en", []),
        ("WEBVTT\n\nLanguage: ja\n", "en", []),
    ],
)
def test_the_header_names_the_language_of_the_copy(head: str, tag: str, expected: list[Mark]) -> None:
    document = read(f"{head}\n00:01.000 --> 00:02.000\nLanguage: ja\n治療\n", "a.vtt")
    assert VTT.marks is not None
    assert list(VTT.marks(document, tag, "utf-8")) == expected


def test_the_header_says_what_the_cues_are_in() -> None:
    cue = "\n00:01.000 --> 00:02.000\n治療\n"
    languages = [
        read_document(f"WEBVTT\n{head}{cue}".encode(), "a.vtt").segments[0].language
        for head in ("Language: ja\n", "Language: zh-Hant\n")
    ]
    assert [each.tag for each in languages] == ["ja", "zh-Hant"]


def test_a_line_end_of_two_characters_is_one_to_the_translator() -> None:
    text = SRT_HEAD.replace("\n", "\r\n") + "甲の文\r\n乙の文\r\n"
    assert [
        each.text
        for each in read(
            text,
            "a.srt",
        ).segments
    ] == ["甲の文\n乙の文"]
    assert exported(text, "a.srt", "丙\n丁") == SRT_HEAD.replace("\n", "\r\n") + "丙\r\n丁\r\n"
