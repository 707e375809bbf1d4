"""Reading PO files: every fixture as whole entries, every fault with its place."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from _support import WITHOUT_CHARSET, msgfmt_wants_a_charset
from hypothesis import given
from hypothesis import strategies as st

from translator import po
from translator.catalog import Entry, Previous
from translator.errors import Location, TranslatorError
from translator.po._tokens import ENTRY
from translator.po._units import slow

FIXTURES = Path(__file__).parent / "fixtures" / "po"
ACCEPTED = sorted((FIXTURES / "accepted").glob("*.po"))
REJECTED = sorted((FIXTURES / "rejected").glob("*.po"))
needs_gettext = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")

# What msgfmt rejects and we read, because nothing is unclear: a byte order mark is only a warning here, and
# CP932 written for byte-wise tools doubles the backslash of characters that end in 0x5C.
READ_ALL_THE_SAME = {"byte-order-mark.po", "cp932-doubled.po"}

ENTRIES = {
    "adjacent.po": (
        Entry("甲", targets=("A",)),
        Entry("乙", targets=("B",), references=("x.md",)),
        Entry("丙", targets=("C",), is_obsolete=True),
        Entry("丁", targets=("D",)),
    ),
    "backslash-comment.po": (Entry("甲", targets=("A",), comments=("C:\\docs and \\q",)),),
    "big5.po": (Entry("功能許可", targets=("閱蓋",)),),
    "blank.po": (),
    "broken-comment-bytes.po": (
        Entry("a", targets=("b",), comments=("�� note",)),
        Entry("c", targets=("d",)),
    ),
    "charset-placeholder.po": (Entry("甲"),),
    "comments-at-end.po": (Entry("甲", targets=("A",)),),
    "cr.po": (
        Entry("第一行\n第二行", targets=("one\ntwo",), comments=("注",)),
        Entry("甲", targets=("A",)),
    ),
    "crlf.po": (Entry("第一行\n第二行", targets=("line one\nline two",), comments=("注",), references=("甲.md:3",)),),
    "demoted-previous.po": (
        Entry(
            "新的一句",
            targets=("a sentence",),
            is_fuzzy=True,
            previous=Previous(source="旧的一句", context="表", plural=None),
            comments=("人写的",),
        ),
        Entry("竖线", targets=("bar",), comments=("| 竖线不是字段",)),
    ),
    "domain.po": (
        Entry("甲", targets=("A",)),
        Entry("乙", targets=("B",)),
    ),
    "empty-context.po": (
        Entry("费用", targets=("fee",), context=""),
        Entry("费用", targets=("cost",)),
        Entry("", targets=("not the header",), context=""),
    ),
    "empty.po": (),
    "escapes.po": (
        Entry('\x07\x08\x0c\x0b\t\r"\\\n', targets=("AB中文\n",)),
        Entry("断行", targets=("B",)),
    ),
    "euc-jp.po": (
        Entry("細胞の表示能力", targets=("ソ",), comments=("訳者の注",)),
        Entry("予定", targets=("予",), is_obsolete=True),
    ),
    "fuzzy-no-space.po": (Entry("共%d人", targets=("%d people",), is_fuzzy=True, flags=("c-format",)),),
    "gb18030.po": (Entry("治疗𠮷", targets=("㐂",)),),
    "gbk.po": (Entry("治疗費用", targets=("誠",)),),
    "header-late.po": (Entry("甲", targets=("A",), comments=("说明",)),),
    "header-only.po": (),
    "many-strings.po": (
        Entry("一二三", targets=("one two three",)),
        Entry("四", targets=("four",)),
    ),
    "no-charset-latin.po": (Entry("café", targets=("coffee",)),),
    "no-header.po": (Entry("甲", targets=("A",)),),
    "nul-escape.po": (Entry("甲\x00乙", targets=("A\x00B",)),),
    "nul-raw.po": (Entry("甲", targets=("A\x00B",)),),
    "marks-at-end.po": (Entry("甲", targets=("A",)),),
    "obsolete-comment.po": (Entry("甲", targets=("A",), comments=("甲的注释",), is_obsolete=True),),
    "obsolete-previous.po": (
        Entry(
            "新的",
            targets=("new",),
            context="表",
            plural="新的们",
            previous=Previous(source="旧的", context="表头", plural="旧的们"),
            comments=("保留",),
            is_obsolete=True,
        ),
    ),
    "odd-comments.po": (
        Entry(
            "甲",
            targets=("A",),
            flags=("no-wrap", "range: 0..9", "c-format"),
            notes=("没有空格", ""),
            comments=("", "没有空格", " 两个空格", "隔了一行"),
            references=("甲.md:1", "乙.md:2", "\u2068有 空格.md\u2069:3", "丙.md", "丁"),
        ),
    ),
    "one-line.po": (
        Entry("甲", targets=("A",)),
        Entry("乙", targets=("B",), comments=("属于下一条",)),
        Entry("丙", targets=("C",), is_obsolete=True),
    ),
    "plural.po": (Entry("文件", targets=("file", "files"), plural="文件们"),),
    "previous.po": (
        Entry(
            "新",
            targets=("new", "news"),
            context="乙",
            plural="新们",
            is_fuzzy=True,
            previous=Previous(source="旧\n的", context="甲", plural="旧们"),
        ),
    ),
    "sticky-flags.po": (
        Entry(
            "剂量 %d",
            targets=("dose %d",),
            is_fuzzy=True,
            flags=("python-format",),
            sticky_flags=("no-wrap", "x-reviewed"),
        ),
    ),
    "unknown-charset.po": (Entry("甲", targets=("A",)),),
    "bad-escape.po": (Entry("甲\n", targets=("A\\中\\q\n",)),),
    "broken-bytes.po": (
        Entry("a", targets=("b��c",)),
        Entry("c", targets=("d",)),
    ),
    "byte-order-mark.po": (Entry("甲", targets=("A",)),),
    "comment-ends-in-backslash.po": (Entry("甲", targets=("A",), comments=("C:\\docs\\",)),),
    "comment-inside.po": (Entry("乙", targets=("B",)),),
    "cp932-doubled.po": (
        Entry("ソ表示能力十", targets=("申貼\n予",), comments=("表示",)),
        Entry("構築", targets=("構",)),
    ),
    "cp932.po": (
        Entry("ソ表示能力十", targets=("申貼",), comments=("表示",)),
        Entry("構築", targets=("構",)),
    ),
    "duplicate-obsolete.po": (
        Entry("甲", targets=("A",)),
        Entry("甲", targets=("C",), is_obsolete=True),
    ),
    "duplicate.po": (
        Entry("甲", targets=("A",)),
        Entry("乙", targets=("B",)),
        Entry("甲", targets=("C",)),
    ),
    "index-without-plural.po": (),
    "lone-string.po": (
        Entry("甲", targets=("A",)),
        Entry("乙", targets=("B",)),
    ),
    "merge-conflict.po": (Entry("乙", targets=("B",), references=("y.md",)),),
    "newline-mismatch.po": (Entry("甲\n", targets=("A",)),),
    "no-msgid.po": (Entry("乙", targets=("B",)),),
    "no-msgstr.po": (Entry("乙", targets=("B",)),),
    "partly-obsolete.po": (
        Entry("甲", targets=("A",), is_obsolete=True),
        Entry("乙", targets=("B",)),
    ),
    "plural-order.po": (Entry("乙", targets=("B",)),),
    "plural-without-index.po": (),
    "unknown-keyword.po": (
        Entry("甲", targets=("A",)),
        Entry("丙", targets=("C",)),
    ),
    "unterminated-at-end.po": (Entry("甲", targets=("A",)),),
    "unterminated.po": (Entry("乙", targets=("B",), comments=("乙的注释",)),),
    "wrong-charset.po": (Entry("甲", targets=("已经是UTF-8了啊",)),),
}

FINDINGS = {
    "broken-comment-bytes.po": [("undecodable-bytes", "warning", 8, 3)],
    "no-charset-latin.po": [("unknown-charset", "warning", 1, 1)],
    "nul-escape.po": [("nul-character", "warning", 9, 9)],
    "nul-raw.po": [("nul-character", "warning", 9, 9)],
    "unknown-charset.po": [("unknown-charset", "warning", 1, 1)],
    "bad-escape.po": [("po-syntax", "error", 9, 10)],
    "broken-bytes.po": [("po-syntax", "error", 9, 10)],
    "byte-order-mark.po": [("byte-order-mark", "warning", 1, 1)],
    "comment-ends-in-backslash.po": [("comment-backslash", "error", 8, 10)],
    "comment-inside.po": [("po-syntax", "error", 9, 1)],
    "duplicate-obsolete.po": [("duplicate-key", "error", 11, 1)],
    "duplicate.po": [("duplicate-key", "error", 14, 1)],
    "index-without-plural.po": [("po-syntax", "error", 9, 1)],
    "lone-string.po": [("po-syntax", "error", 12, 1)],
    "merge-conflict.po": [("po-syntax", "error", 9, 1)],
    "newline-mismatch.po": [("newline-mismatch", "error", 9, 9)],
    "no-msgid.po": [("po-syntax", "error", 9, 1)],
    "no-msgstr.po": [("po-syntax", "error", 8, 1)],
    "partly-obsolete.po": [("po-syntax", "error", 9, 1)],
    "plural-order.po": [("po-syntax", "error", 10, 1)],
    "plural-without-index.po": [("po-syntax", "error", 10, 1)],
    "unknown-keyword.po": [("po-syntax", "error", 11, 1)],
    "unterminated-at-end.po": [("po-syntax", "error", 12, 1)],
    "unterminated.po": [("po-syntax", "error", 10, 1)],
    "wrong-charset.po": [("po-syntax", "error", 5, 28)],
}


def fixture(name: str) -> bytes:
    return next(FIXTURES.rglob(name)).read_bytes()


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_entries_are_as_written(name: str) -> None:
    assert po.read(fixture(name), name, recover=True).catalog.entries == ENTRIES[name]


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_findings_have_their_place(name: str) -> None:
    found = po.read(fixture(name), name, recover=True).findings
    seen = [(each.check, each.severity, each.location.line, each.location.column) for each in found]
    assert seen == FINDINGS.get(name, [])
    assert all(each.location.path == name for each in found)


@pytest.mark.parametrize("path", ACCEPTED, ids=lambda each: each.name)
def test_accepted_files_have_no_errors(path: Path) -> None:
    assert [each for each in po.read(path.read_bytes()).findings if each.severity == "error"] == []


@pytest.mark.parametrize("path", REJECTED, ids=lambda each: each.name)
def test_rejected_files_say_so(path: Path) -> None:
    try:
        errors = [each for each in po.read(path.read_bytes(), path.name).findings if each.severity == "error"]
        assert bool(errors) != (path.name in READ_ALL_THE_SAME)
    except TranslatorError as error:
        assert error.location is not None
        assert error.location.path == path.name
        assert error.location.line > 0


@needs_gettext
@pytest.mark.parametrize("path", ACCEPTED + REJECTED, ids=lambda each: each.name)
def test_fixtures_lie_where_msgfmt_puts_them(path: Path) -> None:
    done = subprocess.run(["msgfmt", "-o", "/dev/null", path], capture_output=True, check=False)
    is_refused = path.name in WITHOUT_CHARSET and msgfmt_wants_a_charset()
    assert (done.returncode == 0) == (path.parent.name == "accepted" and not is_refused)


def test_the_first_fault_is_raised_with_its_place() -> None:
    with pytest.raises(TranslatorError) as raised:
        po.read(fixture("merge-conflict.po"), "ja/a.po")
    assert str(raised.value) == "ja/a.po:9:1: a merge conflict is left in the catalog (“<<<<<<< ours”); resolve it"


def test_utf_16_is_refused() -> None:
    with pytest.raises(TranslatorError, match="UTF-16"):
        po.read(fixture("utf-16.po"), recover=True)


def test_the_header_is_fields_comments_and_fuzziness() -> None:
    header = po.read(fixture("header-late.po")).catalog.header
    assert header is not None
    assert header.comments == ("头",)
    assert header.is_fuzzy
    assert header.fields == (
        ("Language", "zh_CN"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    )


def test_a_header_line_without_a_colon_is_kept() -> None:
    header = po.read(b'msgid ""\nmsgstr "A: b\\nodd line\\nC:d\\n"\n').catalog.header
    assert header is not None
    assert header.fields == (("A", "b"), ("", "odd line"), ("C", "d"))


@pytest.mark.parametrize(
    ("name", "entry", "field", "offset", "expected"),
    [
        ("crlf.po", 0, "source", 0, (11, 2)),
        ("crlf.po", 0, "source", 4, (12, 2)),
        ("crlf.po", 0, "target", 3, (14, 5)),
        ("crlf.po", 0, "target", 8, (14, 10)),
        ("crlf.po", 0, "target", 9, (15, 2)),
        ("crlf.po", 0, "target", 99, (15, 10)),
        ("cr.po", 0, "source", 4, (11, 2)),
        ("escapes.po", 0, "target", 1, (9, 13)),
        ("escapes.po", 0, "target", 2, (9, 17)),
        ("escapes.po", 0, "target", 3, (9, 29)),
        ("escapes.po", 0, "target", 4, (9, 41)),
        ("many-strings.po", 0, "source", 2, (9, 4)),
        ("obsolete-previous.po", 0, "plural", 0, (15, 5)),
        ("obsolete-previous.po", 0, "target", 1, (17, 16)),
        ("empty-context.po", 1, "context", 0, (12, 1)),
        ("gb18030.po", 0, "source", 3, (8, 11)),
    ],
)
def test_a_character_of_a_field_has_a_place(
    name: str, entry: int, field: po.Field, offset: int, expected: tuple[int, int]
) -> None:
    file = po.read(fixture(name), name)
    assert file.locate(entry, field, offset=offset) == Location(name, *expected)
    assert file.locate(file.catalog.entries[entry], field, offset=offset) == Location(name, *expected)


def test_plural_forms_have_their_own_places() -> None:
    file = po.read(fixture("plural.po"), "a.po")
    assert file.locate(0, form=1, offset=2) == Location("a.po", 12, 4)


CANONICAL = st.builds(
    Entry,
    source=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1),
    targets=st.tuples(st.text(st.characters(codec="utf-8"))),
    context=st.none() | st.text(st.characters(codec="utf-8")),
    plural=st.none() | st.text(st.characters(codec="utf-8")),
    is_fuzzy=st.booleans(),
    previous=st.none() | st.builds(Previous, source=st.text(st.characters(codec="utf-8"))),
    comments=st.lists(st.text(st.sampled_from("一二 :.,|~ab")), max_size=3).map(tuple),
    notes=st.lists(st.text(st.sampled_from("一二 :.,|~ab")), max_size=3).map(tuple),
)


@given(CANONICAL)
def test_both_readers_read_the_same(entry: Entry) -> None:
    data = po.write(po.Catalog((entry,)))
    match = ENTRY.match(data)
    assert match is not None
    assert match.end() == len(data)
    raw = slow(data, 0).raw
    assert raw is not None
    assert (raw.start, raw.end) == (0, match.end(match.lastindex or 0))
    usual, (odd,) = po.read(data).catalog.entries, po.read(b"#~ #\n" + data).catalog.entries
    assert [each.key for each in usual] == [odd.key]
    assert odd.targets == usual[0].targets


@given(st.text(st.sampled_from('一a"\\\n#~|, \tmsgidctxtr_plural[0]'), max_size=80) | st.text(max_size=60))
def test_nothing_is_lost_whatever_the_text(text: str) -> None:
    data = text.encode("utf-8", "replace")
    file = po.read(data, "a.po", recover=True)
    assert po.write(file.catalog, file) == data
    assert list(file.starts) == sorted(file.starts)


@given(st.binary(max_size=80))
def test_nothing_is_lost_whatever_the_bytes(data: bytes) -> None:
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        file = po.read(data, "a.po", recover=True)
        assert po.write(file.catalog, file) == data
