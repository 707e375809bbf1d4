"""CSV and TSV: cells and their columns, dialects, targets that need quotes, formulas."""

from __future__ import annotations

import csv
import io
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.document import Content, Document
from translator.errors import TranslatorError
from translator.formats import ReadOptions
from translator.formats.delimited import CSV, TSV
from translator.laws import judge
from translator.reader import ReaderOptions, read_document
from translator.writer import written


def read(text: str, path: str = "a.csv", segmentation: str = "block", **values: object) -> Document:
    options = ReaderOptions(segmentation=segmentation, identifies=False, read=ReadOptions(values=values))
    return read_document(text.encode(), path, options=options)


def exported(text: str, targets: dict[str, str], path: str = "a.csv", segmentation: str = "block") -> str:
    document = read(text, path, segmentation)
    contents: dict[int, Content] = {
        index: (targets[segment.text],) for index, segment in enumerate(document.segments) if segment.text in targets
    }
    return written(document, CSV if path.endswith("csv") else TSV, contents=contents).decode()


def test_cells_name_their_column() -> None:
    document = read("疾病名称,結果,ja\n狼疮,12.2,改善\n甲,乙,丙,丁\n")
    assert [(s.text, s.note) for s in document.segments] == [
        ("疾病名称", "column header"),
        ("結果", "column header"),
        ("ja", "column header"),
        ("狼疮", "column “疾病名称”"),
        ("改善", "column “ja”"),
        ("甲", "column “疾病名称”"),
        ("乙", "column “結果”"),
        ("丙", "column “ja”"),
        ("丁", ""),
    ]
    assert [(b.table, b.row, b.column) for b in document.blocks][3:6] == [(0, 1, 0), (0, 1, 2), (0, 2, 0)]
    assert [b.lang for b in document.blocks] == ["", "", "", "", "ja", "", "", "ja", ""]


DIALECTS = [
    ("a.csv", "甲;乙,丙\n丁;戊\n己;庚\n", {}, ["甲", "乙,丙", "丁", "戊", "己", "庚"]),
    ("a.csv", "甲|乙\n丙|丁\n", {}, ["甲", "乙", "丙", "丁"]),
    ("a.csv", "甲\t乙\n丙\t丁\n", {}, ["甲", "乙", "丙", "丁"]),
    ("a.csv", "sep=;\n甲;乙,丙\n", {}, ["甲", "乙,丙"]),
    ("a.csv", "甲#乙\n", {"delimiter": "#"}, ["甲", "乙"]),
    ("a.csv", "'甲,乙',丙\n", {"quote": "'"}, ["甲,乙", "丙"]),
    ("a.csv", '"甲\r\n""乙""",丙', {}, ['甲\n"乙"', "丙"]),
    ("a.csv", '"甲"乙,丙"丁"', {}, ["甲乙", '丙"丁"']),
    ("a.csv", "甲\r乙\r", {}, ["甲", "乙"]),
    ("a.tsv", "甲,乙\t丙\n", {}, ["甲,乙", "丙"]),
    ("a.tsv", '"甲\t乙"\n', {}, ["甲\t乙"]),
    ("a.tsv", '"甲\t乙\n', {}, ['"甲', "乙"]),
    ("a.tsv", '"甲"乙\t丙\n', {}, ['"甲"乙', "丙"]),
]


@pytest.mark.parametrize(("path", "text", "values", "expected"), DIALECTS)
def test_dialects(path: str, text: str, values: dict[str, object], expected: list[str]) -> None:
    assert [s.text for s in read(text, path, **values).segments] == expected


COLUMNS = [
    ({"columns": ["b*"]}, "bbd乙丁", ["a", "c_id", "甲", "丙"]),
    ({"columns": ["!a", "!*_id"]}, "bbd乙丁", ["a", "c_id", "甲", "丙"]),
    ({"columns": "2"}, "b乙", ["a", "c_id,bd\n甲", "丙,丁"]),
    ({"header": "kept"}, "甲乙丙丁", ["a,b,c_id,bd"]),
    ({"header": False, "columns": ["4"]}, "bd丁", ["a,b,c_id", "甲,乙,丙"]),
]


@pytest.mark.parametrize(("values", "expected", "kept"), COLUMNS)
def test_columns_are_chosen(values: dict[str, object], expected: str, kept: list[str]) -> None:
    text = "a,b,c_id,bd\n甲,乙,丙,丁\n"
    document = read(text, **values)
    assert "".join(s.text for s in document.segments) == expected
    assert [text[k.start : k.end] for k in document.kept] == kept


REFUSED = [
    ('a,b\n甲,"乙\n丙', {}, "a.csv:2:3: a quote that is never closed (“\"乙 丙”);"
     " close it, or double it where it is meant as a character"),
    ("a\0b", {}, "a.csv:1:2: byte 1 is NUL: this is no text file; leave it out of the sources or declare its encoding"),
    ("a,b\n", {"columns": ["c"]}, "a.csv:1:1: `columns` names none of this table (“c”); the columns are “a”, “b”"),
    ("a,b\n", {"columns": ["3"]},
     "a.csv:1:1: `columns` names none of this table (“3”); the first row has 2 cells and is no header"),
    ("a", {"delimiter": "ab"}, "a.csv: `delimiter` is “ab”; name one character, or auto"),
    ("a", {"quote": "ab"}, "a.csv: `quote` is “ab”; name one character, or none"),
    ("a", {"header": "x"}, "`header` is “x”; write auto, true, false or kept"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values", "message"), REFUSED)
def test_refuses(text: str, values: dict[str, object], message: str) -> None:
    with pytest.raises(TranslatorError) as caught:
        read(text, **values)
    assert str(caught.value) == message


TARGETS = [
    ("甲,乙\n", "a, b", '"a, b",乙\n'),
    ("甲,乙\n", 'say "x"', '"say ""x""",乙\n'),
    ("甲,乙\n", '"x"', '"""x""",乙\n'),
    ("甲,乙\n", "two\nlines", '"two\nlines",乙\n'),
    ('"甲\r\n丙",乙\n', 'two\n"lines"', '"two\r\n""lines""",乙\n'),
    ("甲,乙\n", "", ",乙\n"),
    ("甲\n乙\n", "", '""\n乙\n'),
    ('甲"丙,乙\n', '5" a', '5" a,乙\n'),
    ('"甲"丙,乙\n', 'x"y', '"x""y",乙\n'),
]


@pytest.mark.parametrize(("source", "target", "expected"), TARGETS)
def test_a_target_gets_the_quotes_it_needs(source: str, target: str, expected: str) -> None:
    (first, *_) = (s.text for s in read(source).segments)
    assert exported(source, {first: target}) == expected


def test_quotes_are_decided_for_the_whole_cell() -> None:
    source = "甲。乙。丙。,丁\n"
    assert [s.text for s in read(source, segmentation="sentence").segments] == ["甲。", "乙。", "丙。", "丁"]
    copy = exported(source, {"甲。": "A,", "丙。": 'the "third".'}, segmentation="sentence")
    assert copy == '"A,乙。the ""third"".",丁\n'
    assert exported(source, {"甲。": "A"}, segmentation="sentence") == "A乙。丙。,丁\n"


def test_an_unquoted_tsv_keeps_its_grid() -> None:
    assert exported('"甲\t乙\n', {"乙": "a\tb\nc"}, "a.tsv") == '"甲\ta b c\n'
    assert exported("甲\t乙\n", {"乙": "a\tb"}, "a.tsv") == '甲\t"a\tb"\n'


FORMULAS = [
    ("甲", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("甲", "@SUM(1+1)*cmd|' /C calc'!A0", "'@SUM(1+1)*cmd|' /C calc'!A0"),
    ("甲", "+SUM(A1)", "'+SUM(A1)"),
    ("甲", "-x", "'-x"),
    ("甲", "  =IMPORTXML(1)", "'  =IMPORTXML(1)"),
    ("甲", "＝1+A2", "'＝1+A2"),
    ('"甲"', "=1+A2", '"\'=1+A2"'),
    ('"甲"乙', "=1+A2", '"\'=1+A2"'),
    ("甲", "-12.5", "-12.5"),
    ("甲", "+81 3-1234", "+81 3-1234"),
    ("- 甲", "- item", "- item"),
    ("- 甲", "-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
    ("@甲", "@name", "@name"),
    ("甲", "a=b", "a=b"),
]


@pytest.mark.parametrize(("source", "target", "expected"), FORMULAS)
def test_an_export_creates_no_formula(source: str, target: str, expected: str) -> None:
    (segment, _) = read(source + ",乙").segments
    assert exported(source + ",乙", {segment.text: target}) == expected + ",乙"


def test_formulas_of_the_source_stay() -> None:
    document = read('甲,乙\n=SUM(A1),"=HYPERLINK(""http://example.org"",""看"")"\n')
    assert [s.text for s in document.segments] == ["甲", "乙"]
    assert [k.reason for k in document.kept] == ["formula"]


CELLS = st.lists(st.sampled_from(["甲", "。", "乙", ",", ";", '"', "\n", "\r\n", " ", "=", "1", "\t", "'"]), max_size=6)
ROWS = st.lists(st.lists(CELLS.map("".join), min_size=2, max_size=3), min_size=1, max_size=4)


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@settings(max_examples=200, deadline=None)
@given(rows=ROWS, delimiter=st.sampled_from([",", ";"]), quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
       end=st.sampled_from(["\n", "\r\n"]), target=CELLS.map("".join))  # fmt: skip
def test_generated_tables_are_read_and_written_as_csv_does(
    rows: list[list[str]], delimiter: str, quoting: int, end: str, target: str
) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    text = stream.getvalue()
    values = {"delimiter": delimiter}
    options = ReaderOptions(segmentation="block", identifies=False, read=ReadOptions(values=values))
    assert judge(text.encode(), "a.csv", options=options).faults == {}
    document = read(text, **values)
    lettered = [cell.replace("\r\n", "\n").strip() for row in rows for cell in row if "甲" in cell or "乙" in cell]
    assert [s.text for s in document.segments] == lettered
    contents: dict[int, Content] = {index: ("T" + target,) for index in range(len(document.segments))}
    copy = rows_of(written(document, CSV, contents=contents).decode(), delimiter)
    old = [row for row in rows_of(text, delimiter) if row]
    new = [row for row in copy if row]
    assert [len(row) for row in new] == [len(row) for row in old]
    for before, after in zip(chain(*old), chain(*new), strict=True):
        if "甲" in before or "乙" in before:
            assert ("T" + target).replace("\r", "").strip() in after.replace("\r", "")
        else:
            assert after == before


def test_options_have_types_that_settings_can_hold() -> None:
    kinds = [type(option.default) for option in CSV.options]
    assert kinds == [list, str, str, str]
