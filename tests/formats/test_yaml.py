"""YAML: which scalars are text, how each style takes a target, what is refused, what builds nothing."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Mapping
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from translator.document import Code, Content, Document
from translator.errors import TranslatorError
from translator.formats import ReadOptions
from translator.formats.yaml import FORMAT
from translator.inline import to_message
from translator.laws import judge
from translator.reader import ReaderOptions, read_document
from translator.writer import written


def read(text: str, segmentation: str = "block", **values: object) -> Document:
    options = ReaderOptions(segmentation=segmentation, identifies=False, read=ReadOptions(values=values))
    return read_document(text.encode(), "a.yaml", options=options)


def exported(text: str, targets: Mapping[int, str], segmentation: str = "block") -> str:
    contents: dict[int, Content] = {index: (target,) for index, target in targets.items()}
    return written(read(text, segmentation), FORMAT, contents=contents).decode()


def loaded(text: str) -> object:
    return YAML(typ="safe", pure=True).load(text)


TEXTS = [
    ("a: 一 # 注", ["一"]),
    ("a: 一\n  二\n\n  三", ["一 二\n三"]),
    ("a: '一''二\n  三'", ["一'二 三"]),
    ('a: "一\\n\\u4e8c \\\n  三\\x41"', ["一\n二 三A"]),
    ("a: |\n  一\n    二\n\n  三\n", ["一\n  二\n\n三"]),
    ("a: >\n  一\n  二\n\n  三\n   四\n", ["一 二\n三\n 四"]),
    ("a: >-2\n   一\n  二\n", ["一\n二"]),
    ("- &x !!str 一\n- *x\n- !t 二\n- !!binary 三\n- ! 四", ["一", "四"]),
    ("- yes\n- Off\n- null\n- ~\n- 1e3\n- 0x1F\n- .inf\n- 2020-01-01\n- 12:30:45\n- 'yes'", ["yes"]),
    ("{a: 一, ? b : 二, [三]: 四}", ["一", "二", "四"]),
    ("一\n--- 二\n...\n---\n- 三", ["一", "二", "三"]),
    ("? |\n  键\n: 值", ["值"]),
    ("a: &b\n  # 注\n  一", ["一"]),
    ("a:\t一\t二 \n \t\n  三\t# 注", ["一\t二\n三"]),
    ('{"a"\n:一, b\n : 二, "c":三}', ["一", "二", "三"]),
    ('["a":一]', ["一"]),
    ("a: |\n\n \n  一\n", ["一"]),
    ("...\n# 注\n...\n一", ["一"]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_text_scalars_are_blocks(text: str, expected: list[str]) -> None:
    assert [s.text for s in read(text).segments] == expected
    assert judge(text.encode(), "a.yaml").faults == {}


def test_notes_and_coordinates_name_the_place() -> None:
    document = read("top: 顶\nitems:\n- title: 甲\n  ja: 乙\n- ja: 丙\nlist: [丁]\n? [x]\n: 戊\n")
    assert [(s.text, s.note) for s in document.segments] == [
        ("顶", "“top”"),
        ("甲", "“title” in “items”"),
        ("乙", "“ja” in “items”"),
        ("丙", "“ja” in “items”"),
        ("丁", "item of “list”"),
        ("戊", "item"),
    ]
    assert [(b.table, b.row, b.column, b.lang) for b in document.blocks][1:4] == [
        (1, 0, 0, ""),
        (1, 0, 1, "ja"),
        (1, 1, 1, "ja"),
    ]


def test_paths_choose_values() -> None:
    text = "title: 甲\nid: 乙\nitems:\n- {title: 丙, lead: 丁}\n"
    assert "".join(s.text for s in read(text, paths=["/items", "!lead"]).segments) == "丙"
    assert "".join(s.text for s in read(text, paths=["title"]).segments) == "甲丙"


def test_spans_without_segments_say_why() -> None:
    text = "%YAML 1.2\n---\na: &x 一\nb: *x # 注\nc: 2d\n"
    document = read(text)
    assert [(text[k.start : k.end], k.reason) for k in document.kept] == [
        ("%YAML 1.2\n---\na: &x ", "directive, key, anchor or tag"),
        ("b: *x # 注\nc", "key, alias, comment"),
    ]


TARGETS = [
    ("a: 一", "two words", "a: two words"),
    ("a: 一", "key: value", 'a: "key: value"'),
    ("a: 一", "a #b", 'a: "a #b"'),
    ("a: 一", "a#b:c", "a: a#b:c"),
    ("a: 一", "- x", 'a: "- x"'),
    ("a: 一", "@x", 'a: "@x"'),
    ("a: 一", "yes", 'a: "yes"'),
    ("a: 一", "12.5", 'a: "12.5"'),
    ("a: 一", "2020-01-01", 'a: "2020-01-01"'),
    ("a: 一", "", 'a: ""'),
    ("a: 一", " x ", 'a: " x "'),
    ("a: 一", "x\ny\t\x07\x85", 'a: "x\\ny\\t\\a\\N"'),
    ("a: 一", 'say "x" \\', 'a: say "x" \\'),
    ("a: 一", '"x"', 'a: "\\"x\\""'),
    ("a: 一", "x:", 'a: "x:"'),
    ("[一]", "a, b", '["a, b"]'),
    ("a: 一, 二", "a, b", "a: a, b"),
    ("--- 一", "... x", '--- "... x"'),
    ("a: '一'", "it's", "a: 'it''s'"),
    ("a: '一'", "x\ny", 'a: "x\\ny"'),
    ("a: '一' # 注", "\ufeffx", 'a: "\\uFEFFx" # 注'),
    ('a: "一"', 'x\n"y" \\ é𠀀\x7f', 'a: "x\\n\\"y\\" \\\\ é𠀀\\x7F"'),
    ("a: |\n  一\n", "x\ny\n\nz: #", "a: |\n  x\n  y\n\n  z: #\n"),
    ("a: |\r\n  一\r\n", "x\ny", "a: |\r\n  x\r\n  y\r\n"),
    ("a: |  # 注\n  一\n\nb: 二\n", " x", 'a: " x\\n"  # 注\nb: 二\n'),
    ("a: |-\n  一\n", "x\x07", 'a: "x\\a"\n'),
    ("a: >\n  一\n  二\n", "x\ny\n\nz", "a: >\n  x\n\n  y\n\n\n  z\n"),
    ("a: >\n  一\n", "x\n y\n\nz\nw", "a: >\n  x\n   y\n\n  z\n\n  w\n"),
    ("a: >\n  一\n", "x\n\ty", "a: >\n  x\n  \ty\n"),
    ("a: |+\n\n  一\n\n", "", 'a: "\\n\\n\\n"\n'),
]


@pytest.mark.parametrize(("source", "target", "expected"), TARGETS)
def test_a_target_is_written_so_that_it_is_read_again(source: str, target: str, expected: str) -> None:
    copy = exported(source, {0: target})
    assert copy == expected.replace("  # 注\nb", " # 注\nb")
    assert "".join(walk(loaded(copy))).strip("\n").startswith(target.strip("\n"))


def walk(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in walk(each)]
    if isinstance(value, list):
        return [text for each in value for text in walk(each)]
    return [str(value)]


def test_style_is_decided_for_the_whole_scalar() -> None:
    text = "a: 一。二。三。\nb: '四。五。'\n"
    assert [s.text for s in read(text, "sentence").segments] == ["一。", "二。", "三。", "四。", "五。"]
    copy = exported(text, {1: "Two: #2.", 4: "Five\nand more."}, "sentence")
    assert copy == 'a: "一。Two: #2.三。"\nb: "四。Five\\nand more."\n'
    assert exported(text, {0: "One.", 3: "It's."}, "sentence") == "a: One.二。三。\nb: 'It''s.五。'\n"


def test_what_no_catalog_can_hold_is_a_code() -> None:
    (segment,) = read('"甲\\0乙\\e[1m\\U0001F600"').segments
    assert to_message(segment.content) == "甲<x1/>乙<x2/>[1m😀"
    assert segment.content[1] == Code("x", "\\0", "alone", 1)


REFUSED = [
    ("-\t- 一", "a.yaml:1:3: no YAML: sequence entries are not allowed here (behind a tab); indent with spaces"),
    ("a:\n\tb: c", "a.yaml:2:3: no YAML: mapping values are not allowed here (behind a tab); indent with spaces"),
    ("[-]", "a.yaml:1:2: no YAML: while scanning for the next token found character '-' that cannot start any token;"
     " correct it"),
    ("[a]#b", "a.yaml:1:4: no YAML: a comment without white space before it; correct it"),
    ("a: b\n%YAML 1.2\n---\n", "a.yaml:2:1: no YAML: a directive in a document that `...` does not end; correct it"),
    ("--- |\n    \n  a\n", "a.yaml:3:3: no YAML: while scanning a block scalar a blank line is indented more than the text;"
     " correct it"),
    ("a: [b", "a.yaml:1:6: no YAML: while parsing a flow sequence expected ',' or ']', but got '<stream end>'; correct it"),
    ("a: b: c", "a.yaml:1:5: no YAML: mapping values are not allowed here; put a value that holds “: ” in quotes"),
    ("a: 'b\n", "a.yaml:2:1: no YAML: while scanning a quoted scalar found unexpected end of stream; correct it"),
    ("a: b\x07", "a.yaml:1:5: a character that YAML does not allow (U+0007); escape it in double quotes"),
    ('a: "\\UFFFFFFFF"', "a.yaml: no YAML: Python int too large to convert to C int; correct it"),
    ("[" * 2000 + "]" * 2000, "a.yaml:1:1001: nested more than 1000 levels deep; flatten the data"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=range(len(REFUSED)))
def test_refuses_with_a_place(text: str, message: str) -> None:
    verdict = judge(text.encode(), "a.yaml")
    assert verdict.refused.split(": ")[:2] == message.split(": ")[:2]
    if "UFFFFFFFF" not in text:
        assert verdict.refused == message


def test_nothing_is_built_or_multiplied() -> None:
    bomb = "a: &a [哈, 哈]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{f'*{chr(97 + i)}, ' * 9}]\n" for i in range(20)
    )
    assert len(read(bomb).segments) == 2
    assert read("!!python/object/apply:os.system ['echo 一']").segments[0].text == "echo 一"


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "translator.formats._yaml_events", raising=False)
    real = builtins.__import__

    def missing(name: str, *rest: object, **named: object) -> object:
        if name.startswith("ruamel"):
            raise ImportError(name)
        return real(name, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(
        TranslatorError, match=r"a\.yaml: YAML needs ruamel\.yaml \(the extra `yaml`\), .*pip install 'ruamel\.yaml"
    ):
        read("a: 一")


WORDS = st.lists(
    st.sampled_from(["甲", "。", "b", " ", "\n", ": ", " #", "'", '"', "\\", "- ", "1", "\t", ",", "]", "{", "&", "*",
                     "!", "%", "@", "?", "|", ">", "---", "...", "\x07", "\x85", "\u2028", "\ufeff", "yes", "~", "\r"]),
    max_size=8,
).map("".join)  # fmt: skip
VALUES = st.recursive(
    WORDS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None)
@given(value=VALUES, flow=st.sampled_from([None, True, False]), target=WORDS)
def test_generated_values_keep_the_laws(value: object, flow: bool | None, target: str) -> None:
    dumper = YAML(typ="safe", pure=True)
    dumper.default_flow_style = flow
    dumper.allow_unicode = True
    stream = StringIO()
    dumper.dump(value, stream)
    text = stream.getvalue()
    try:
        loaded(text)
    except YAMLError:
        return  # The library dumps {"a": ": b"} in a flow without quotes.
    verdict = judge(text.encode(), "a.yaml")
    assert (verdict.refused, verdict.faults) == ("", {})
    before = read(text)
    copy = exported(text, {index: "T" + target for index in range(len(before.segments))})
    after = walk(loaded(copy))
    assert len(after) == len(walk(loaded(text)))
    assert sum(("T" + target).strip() in each for each in after) >= len(before.segments)


SOURCES = [
    "a: 一",
    "a: '一'",
    'a: "一"',
    "a: |\n  一\n",
    "a: >-\n  一\n  二\n",
    "[一, 二]",
    "a:\n- 一\n  二\n",
    "{a: '一'}",
]


@settings(max_examples=200, deadline=None)
@given(source=st.sampled_from(SOURCES), target=WORDS)
def test_any_target_comes_back(source: str, target: str) -> None:
    (first, *_) = walk(loaded(exported(source, {0: target})))
    is_block = "|" in source
    assert first == target + ("\n" if is_block else "")


@pytest.mark.parametrize("directive", ["%YAML 1.3", "%YAML 1.12345", "%YAML\t1.1", "%YAMLL 1.1", "%*** a"])
def test_directives_of_later_versions_and_of_other_names_are_passed_over(directive: str) -> None:
    data = f"{directive}\n---\na: 結果は良い\n".encode()
    verdict = judge(data, "a.yaml")
    assert not verdict.refused and all(verdict.laws.values())
    assert [each.text for each in read_document(data, "a.yaml", options=ReaderOptions(identifies=False)).segments] == [
        "結果は良い"
    ]


@pytest.mark.parametrize("directive", ["%YAML 2.0", "%YAML 1.2 more", "%YAML one", "%YAML 1.3.1", "% YAML 1.2"])
def test_directives_of_other_kinds_are_refused(directive: str) -> None:
    assert judge(f"{directive}\n---\na: b\n".encode(), "a.yaml").refused


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("a:\n\tb: c", "(behind a tab); indent with spaces"),
        ("-\t- 一", "(behind a tab); indent with spaces"),
        ("a: b: c", "; put a value that holds “: ” in quotes"),
        ("a: b\n<<<<<<< HEAD\nc: d\n", "(behind a mark that git left where a merge met a conflict); solve it"),
        ("a: [b", "; correct it"),
    ],
)
def test_says_what_to_do_about_faults_that_come_often(text: str, advice: str) -> None:
    assert judge(text.encode(), "a.yaml").refused.endswith(advice)
