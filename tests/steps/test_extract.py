"""What a template says of its entries."""

from __future__ import annotations

import pytest

from translator.reader import read_document
from translator.steps.extract import extract


@pytest.mark.parametrize(
    ("name", "text", "notes"),
    [
        ("a.md", "---\ntitle: 常见问题\n---\n", ("front matter “title”", "lang: zh-Hans")),
        ("a.md", "# 常见问题\n", ("heading", "lang: zh-Hans")),
        ("a.md", "<!-- note: 首页 -->\n# 常见问题\n", ("heading, 首页", "lang: zh-Hans")),
        ("a.md", "这是<br>说明。\n", ("<br1/>: <br>", "lang: zh-Hans")),
        ("a.json", '{"a": {"b": "说明"}}', ("value, “b” in “a”", "lang: zh-Hans")),
        ("a.html", "<table><tr><th>結果<tr><td>検査 12M</table>", ("cell", "lang: ja")),
    ],
)
def test_notes_name_the_place_in_words(name: str, text: str, notes: tuple[str, ...]) -> None:
    assert next(iter(extract(read_document(text.encode(), name)))).notes == notes


def test_one_entry_has_the_notes_of_all_its_places() -> None:
    text = "# 说明\n\n|项目|说明|\n|-|-|\n|说明|好|\n"
    entry = next(each for each in extract(read_document(text.encode(), "a.md")) if each.source == "说明")
    assert entry.notes == ("heading", "cell", "cell, column “项目”", "lang: zh-Hans")
    assert entry.references == ("a.md",)
