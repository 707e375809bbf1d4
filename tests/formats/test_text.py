"""Plain text: blocks, rows, proposals."""

from __future__ import annotations

import re

import pytest

from translator.document import Reading
from translator.formats import ReadOptions, Row
from translator.formats._rows import propose
from translator.formats.text import FORMAT

TABLE = "病名 型 人数 所見 年\nSLE 試験 15 全員 改善。12M後も 持続。 2010\nSLE 試験 16 半数 改善。 2012\n"
RULE = Row(r"(SLE) (試験) (\d+) (.+) (\d{4})", ("病名", "型", "人数", "所見", "年"))


def read(text: str, *, rows: tuple[Row, ...] = (), **values: object) -> Reading:
    return FORMAT.read(text, ReadOptions(rows=rows, values={"paragraphs": "lines", **values}))


def texts(reading: Reading) -> list[str]:
    return ["".join(str(piece.content) for piece in block.pieces) for block in reading.blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("一。二。\n三\n", [("paragraph", "一。二。"), ("paragraph", "三")]),
        (
            "見出し\n\n本文です。\n本文です。",
            [("heading", "見出し"), ("paragraph", "本文です。"), ("paragraph", "本文です。")],
        ),
        ("本文です。\n", [("paragraph", "本文です。")]),
        ("a\r\n\r\nb\rc", [("heading", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("", []),
        (" \n　\n", []),
    ],
)
def test_lines_are_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    reading = read(text)
    assert list(zip((b.kind for b in reading.blocks), texts(reading), strict=True)) == blocks


def test_blank_lines_part_hand_wrapped_text() -> None:
    reading = read("One sentence over\r\ntwo lines.\r\n\r\nHeading\r\n", paragraphs="blank-lines")
    assert texts(reading) == ["One sentence over\ntwo lines.", "Heading"]
    assert [block.kind for block in reading.blocks] == ["paragraph", "heading"]


def test_rows_are_cut_into_cells() -> None:
    reading = read(TABLE, rows=(RULE,))
    cells = [(b.row, b.column, b.note, text) for b, text in zip(reading.blocks, texts(reading), strict=True)]
    assert cells[:5] == [
        (0, 0, "column “病名”", "病名"),
        (0, 1, "column “型”", "型"),
        (0, 2, "column “人数”", "人数"),
        (0, 3, "column “所見”", "所見"),
        (0, 4, "column “年”", "年"),
    ]
    assert cells[8] == (1, 3, "column “所見”", "全員 改善。12M後も 持続。")
    assert {block.table for block in reading.blocks} == {0}


def test_tables_parted_by_a_line_are_two() -> None:
    reading = read("A 1\nB 2\n\nA 3\n", rows=(Row(r"(\w) (\d)"),))
    assert [block.table for block in reading.blocks] == [0, 0, 0, 0, 1, 1]


def test_text_between_groups_is_not_lost() -> None:
    reading = read("A – 注記 – 1\n", rows=(Row(r"(\w) – .* – (\d)"),))
    assert [(block.column, text) for block, text in zip(reading.blocks, texts(reading), strict=True)] == [
        (0, "A"),
        (-1, " – 注記 – "),
        (1, "1"),
    ]


def cells(pattern: str, row: str) -> tuple[str, ...]:
    match = re.fullmatch(pattern, row)
    assert match is not None, row
    return match.groups()


def test_proposal_fits_every_line() -> None:
    (found,) = propose("前書きです。\n" + TABLE)
    assert (found.first_line, found.last_line) == (2, 4)
    assert found.rule.columns == ("病名", "型", "人数", "所見", "年")
    rows = TABLE.splitlines()[1:]
    assert [cells(found.rule.pattern, row) for row in rows] == [
        ("SLE", "試験", "15", "全員 改善。12M後も 持続。", "2010"),
        ("SLE", "試験", "16", "半数 改善。", "2012"),
    ]


def test_proposal_parts_an_amount_from_the_sentence_before_it() -> None:
    table = (
        "病名 人数 所見 結論 期間 文献\n"
        "SLE 15 全員 改善。12M後も 持続。 療法は 有効。 平均17.2M 2010 4\n"
        "SLE 16 半数 改善。 有効と 推察される 3-28 M 2012 11\n"
    )
    (found,) = propose(table)
    assert [cells(found.rule.pattern, row) for row in table.splitlines()[1:]] == [
        ("SLE", "15", "全員 改善。12M後も 持続。", "療法は 有効。", "平均17.2M", "2010 4"),
        ("SLE", "16", "半数 改善。", "有効と 推察される", "3-28 M", "2012 11"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ただの 文が 三つ\n並んで いる だけ です\n",
        "One two three\nfour five six\nseven eight nine\n",
        TABLE.rpartition("SLE")[0],
    ],
)
def test_no_proposal_without_a_table(text: str) -> None:
    assert list(propose(text)) == []


@pytest.mark.parametrize(
    ("table", "gap"),
    [
        (
            "ワクチン  開始時期  回数  料金\nB型肝炎  生後2か月から  3回  無料\nロタ   生後2か月から 14週まで  2回  無料\n"
            "MR  1歳  2回  3,000円\n",
            r"\s{2,}",
        ),
        ("药品\t用法\t天数\n阿莫西林胶囊\t每日三次 饭后\t7天\n布洛芬片\t疼痛时\t3天\n", r"\s*\t\s*"),
        ("药品  用法\t天数\n阿莫西林  每日三次 饭后\t7天\n布洛芬片\t疼痛时  3天\n", r"(?:\s*\t\s*|\s{2,})"),
    ],
)
def test_columns_that_stand_apart_are_proposed(table: str, gap: str) -> None:
    head = tuple(re.split(r"\t| {2}", table.splitlines()[0]))
    (found,) = propose("はじめに。\n\n" + table + "\n以上です。\n")
    assert (found.first_line, found.last_line) == (3, 2 + table.count("\n"))
    assert found.rule == Row(gap.join([r"(\S+(?: \S+)*)"] * len(head)), head)
    assert list(propose(table, (found.rule,))) == []
    blocks = read(table, rows=(found.rule,)).blocks
    assert [(each.row, each.column) for each in blocks] == [
        (row, column) for row in range(table.count("\n")) for column in range(len(head))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "第一段  这里有两个空格  而已。\n第二段落  没有更多  了。\n第三  段落  结束。\n",
        "说明  注意  其他\n请  不要  动\n",
        "a  b  c\n1  2  3\n4  5  6\n",
    ],
)
def test_what_only_has_wide_gaps_is_no_table(text: str) -> None:
    assert list(propose(text)) == []


def test_no_proposal_where_a_rule_cuts_already() -> None:
    assert list(propose(TABLE, (RULE,))) == []
