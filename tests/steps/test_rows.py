from __future__ import annotations

from translator.formats import ReadOptions, Row
from translator.reader import ReaderOptions, read_document
from translator.steps.extract import extract

HEAD = "| 薬の名前 | 飲み方 | 日数 |\n|---|---|---|\n"


def notes(text: str, name: str = "a.md") -> dict[str, tuple[str, ...]]:
    """What is said of the place of each entry."""
    catalog = extract(read_document(text.encode(), name))
    return {each.source: tuple(note for note in each.notes if not note.startswith("lang:")) for each in catalog}


def test_a_cell_is_told_with_its_row_and_column() -> None:
    rows = "| リバーロキサバン錠10mg | 1日1回 | 35日分 |\n| カロナール錠 | 痛いとき | 7日分 |\n"
    assert notes(HEAD + rows) == {
        "薬の名前": ("cell",),
        "飲み方": ("cell",),
        "日数": ("cell",),
        "リバーロキサバン錠10mg": ("cell, column “薬の名前”",),
        "1日1回": ("cell, column “飲み方”", "row “リバーロキサバン錠10mg”"),
        "35日分": ("cell, column “日数”", "row “リバーロキサバン錠10mg”"),
        "カロナール錠": ("cell, column “薬の名前”",),
        "痛いとき": ("cell, column “飲み方”", "row “カロナール錠”"),
        "7日分": ("cell, column “日数”", "row “カロナール錠”"),
    }


def test_a_cell_of_html_and_of_text_is_too() -> None:
    page = "<table><tr><th>費目<th>金額<tr><td>駐車<br>料金<td>無料<tr><td>食事<td>無料</table>"
    assert notes(page, "a.html")["無料"] == ("cell, column “金額”", "row “駐車料金”, “食事”")


def test_what_stands_in_many_rows_is_told_by_its_column() -> None:
    found = notes(HEAD + "".join(f"| {name}錠 | 毎食後 | 7日分 |\n" for name in "甲乙丙丁"))
    assert found["毎食後"] == ("cell, column “飲み方”",)
    assert notes(HEAD + "".join(f"| {name}錠 | 毎食後 | 7日分 |\n" for name in "甲乙丙"))["毎食後"] == (
        "cell, column “飲み方”",
        "row “甲錠”, “乙錠”, “丙錠”",
    )


def test_a_row_has_no_name_by_number_or_by_what_other_rows_begin_with() -> None:
    rows = "| 1 | 毎食後 | 7日分 |\n| 甲錠 | 就寝前 | 5日分 |\n| 甲錠 | 起床時 | 3日分 |\n"
    assert {note for each in notes(HEAD + rows).values() for note in each if note.startswith("row")} == set()


def test_values_of_data_have_no_rows() -> None:
    assert notes('[{"a": "甲", "b": "乙"}]', "a.json") == {"甲": ("value, “a”",), "乙": ("value, “b”",)}
    many = "名前,説明\n" + "".join(f"名{number},説明{number}。\n" for number in range(1100))
    assert not any(note.startswith("row") for each in notes(many, "a.csv").values() for note in each)


def test_the_head_of_a_table_in_plain_text_is_no_row() -> None:
    rule = Row(r"(\S+) (\S+) (\S+)", ("薬", "飲み方", "日数"))
    options = ReaderOptions(read=ReadOptions(rows=(rule,)))
    catalog = extract(read_document("薬 飲み方 日数\n甲錠 毎食後 7日分\n".encode(), "a.txt", options=options))
    assert [each.notes[:-1] for each in catalog] == [
        ("cell, column “薬”",),
        ("cell, column “飲み方”",),
        ("cell, column “日数”",),
        ("cell, column “薬”",),
        ("cell, column “飲み方”", "row “甲錠”"),
        ("cell, column “日数”", "row “甲錠”"),
    ]
