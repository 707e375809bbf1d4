"""JSON: what is a block, where it says it stands, how targets are escaped, what is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.document import Code, Content, Document
from translator.errors import TranslatorError
from translator.formats import ReadOptions
from translator.formats.json import FORMAT
from translator.laws import judge
from translator.reader import ReaderOptions, read_document
from translator.writer import written


def read(text: str, path: str = "a.json", segmentation: str = "block", **values: object) -> Document:
    options = ReaderOptions(segmentation=segmentation, identifies=False, read=ReadOptions(values=values))
    return read_document(text.encode(), path, options=options)


def exported(text: str, targets: dict[int, str], path: str = "a.json") -> str:
    contents: dict[int, Content] = {index: (target,) for index, target in targets.items()}
    return written(read(text, path), FORMAT, contents=contents).decode()


def test_notes_and_coordinates_name_the_place() -> None:
    document = read('{"top": "顶", "items": [{"title": "甲", "body": "乙"}, {"body": "丙"}], "list": ["丁", ["戊"]]}')
    assert [(s.text, s.note) for s in document.segments] == [
        ("顶", "“top”"),
        ("甲", "“title” in “items”"),
        ("乙", "“body” in “items”"),
        ("丙", "“body” in “items”"),
        ("丁", "item of “list”"),
        ("戊", "item of “list”"),
    ]
    places = [(b.table, b.row, b.column) for b in document.blocks]
    assert places == [(-1, -1, -1), (1, 0, 0), (1, 0, 1), (1, 1, 1), (-1, -1, -1), (-1, -1, -1)]


def test_keys_that_name_a_language_declare_it() -> None:
    document = read('{"title": {"ja": "結果", "zh_CN": "结果", "en": "result", "zh-Hant": "結果", "jam": "果醬"}}')
    assert [block.lang for block in document.blocks] == ["ja", "zh-CN", "en", "zh-Hant", ""]


def test_spans_without_segments_say_why() -> None:
    text = '{"a": true, "b": "甲", "c": "\\n", "d": "乙\\n丙"}'
    document = read(text)
    assert [(text[k.start : k.end], k.reason) for k in document.kept] == [
        ('a": true, "b', "key, number or literal"),
        ('c": "\\n", "d', "key, a value without letters"),
    ]


def test_a_value_that_is_an_address_is_no_text() -> None:
    text = '{"url": "https://example.org/中文", "mail": "mailto:a@b.cn", "see": "见 https://example.org/中文", "h": "https://a.cn，点击"}'
    document = read(text)
    assert [each.text for each in document.segments] == ["见 https://example.org/中文", "https://a.cn，点击"]
    assert [each.reason for each in document.kept] == ["key, an address", "key"]


def test_a_value_with_markup_says_so() -> None:
    document = read('{"hint": "点击<b>这里</b>继续<br/>", "list": ["<a href=\\"x\\">甲</a>"], "less": "a < 乙"}')
    assert [each.note for each in document.segments] == [
        "“hint”, with markup that stays: <b> </b> <br>",
        "item of “list”, with markup that stays: <a> </a>",
        "“less”",
    ]


PATHS = [
    ((), "甲乙丙丁戊"),
    (("title",), "甲丙"),
    (("/title",), "甲"),
    (("/items/*/title",), "丙"),
    (("/items/0",), "丙丁"),
    (("items",), "丙丁"),
    (("!id",), "甲丙丁"),
    (("/**/i*", "!title"), "乙丁戊"),
    (("a~1b",), "戊"),
    ("title", "甲丙"),
]


@pytest.mark.parametrize(("patterns", "expected"), PATHS)
def test_paths_choose_values(patterns: object, expected: str) -> None:
    text = '{"title": "甲", "id": "乙", "items": [{"title": "丙", "lead": "丁"}], "a/b": {"id": "戊"}}'
    assert "".join(s.text for s in read(text, paths=patterns).segments) == expected


def test_a_pattern_must_be_one() -> None:
    with pytest.raises(TranslatorError, match="`paths` holds “3”"):
        read('{"a": "甲"}', paths=[3])


def test_lines_hold_values_of_one_table() -> None:
    document = read('{"q": "甲", "a": "乙"}\n\n{"a": "丙"}\n"丁"', "a.jsonl")
    assert [(b.table, b.row, b.column) for b in document.blocks] == [(0, 0, 0), (0, 0, 1), (0, 1, 1), (-1, -1, -1)]
    with pytest.raises(TranslatorError, match=r"a\.jsonl:1:10: a second value on the line"):
        read('{"a": 1} {"a": 2}', "a.jsonl")


TARGETS = [
    ('["甲"]', 'say "hi" \\ / \b\x1f', r'["say \"hi\" \\ / \b\u001f"]'),
    ('["甲"]', "two\nlines\t\r", r'["two\nlines\t\r"]'),
    ('["\\u7532"]', "乙𠀀\u2028", r'["\u4e59\ud840\udc00\u2028"]'),
    ('["甲\\/乙"]', "</script>", r'["<\/script>"]'),
    ('["甲"]', "\ud800", r'["\ud800"]'),
    ('["甲"]', "", '[""]'),
]


@pytest.mark.parametrize(("source", "target", "expected"), TARGETS)
def test_targets_are_escaped(source: str, target: str, expected: str) -> None:
    assert exported(source, {0: target}) == expected
    assert json.loads(expected) == [target]


def test_what_no_catalog_can_hold_is_a_code() -> None:
    (segment,) = read(r'["甲\u0000乙\ud800丙\u0041\u0042"]').segments
    assert segment.content == ("甲", Code("x", r"\u0000", number=1), "乙", Code("x", r"\ud800", number=2), "丙AB")


def test_sentences_part_at_escapes_too() -> None:
    document = read(r'["\u4e00\u3002\u4e8c\u3002", "三。\n四。"]', segmentation="sentence")
    assert [s.text for s in document.segments] == ["一。", "二。", "三。", "四。"]


REFUSED = [
    ("[1,]", "a.json:1:4: a closing bracket where a value should be in the array opened at 1:1 (“]”);"
     " correct the JSON"),
    ('{"a":\n 01}', "a.json:2:3: a number or literal where a comma or the closing bracket should be"
     " in the object opened at 1:1 (“1}”); correct the JSON"),
    ('["a\n"]', "a.json:1:4: a line break or control character in a string (\\u000a); write it as \\u000a"),
    ('["\\x"]', "a.json:1:3: an escape that JSON does not have (“\\x\"]”); correct it"),
    ('{"a": "b', "a.json:1:7: a string without its closing quote; add the quote"),
    ("[1, [2]", "a.json:1:1: an array that is never closed; the file may have been cut off"),
    ("{} {}", "a.json:1:4: text after the end of the value; remove it, or name the file .jsonl"),
    ("[1] // c", "a.json:1:5: a comment, which JSON does not have; remove it, or name the file .jsonc"),
    ("", "a.json:1:1: no JSON value in the file; leave it out of the sources"),
    ("[" * 100_000 + "]" * 100_000, "a.json:1:1001: nested more than 1000 levels deep; flatten the data"),
    ("['a']", "a.json:1:2: a single quote; JSON has double quotes alone"),
    ("[NaN]", "a.json:1:2: neither string, number nor bracket (“NaN]”); correct the JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=range(len(REFUSED)))
def test_refuses_what_a_strict_parser_refuses(text: str, message: str) -> None:
    with pytest.raises(TranslatorError) as caught:
        read(text)
    assert str(caught.value) == message


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(value=VALUES, is_ascii=st.booleans(), indent=st.sampled_from([None, 2]))
def test_generated_json_keeps_the_laws(value: object, is_ascii: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=is_ascii, indent=indent)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    verdict = judge(data, "a.json")
    assert (verdict.refused, verdict.faults) == ("", {})


@settings(max_examples=100, deadline=None)
@given(target=st.text(max_size=20), source=st.sampled_from(["甲", "\\u7532", "甲\\/"]))
def test_any_target_comes_back(target: str, source: str) -> None:
    try:
        copy = exported(f'["{source}"]', {0: target})
    except TranslatorError:
        return
    assert json.loads(copy) == [target]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from('[]{}:,"\\ 1e-.anulltrue\n甲'), max_size=12).map("".join))
def test_accepts_what_the_standard_parser_accepts(text: str) -> None:
    try:
        json.loads(text, parse_constant=lambda name: json.loads("refused"))
        is_json = True
    except ValueError:
        is_json = False
    assert (judge(text.encode(), "a.json").refused == "") == is_json
