"""What `extract` says of lines that look like tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from _support import Run

TABLE = "項目 結果 単位\nヘモグロビン {0}1.2 g/dL\n白血球 {0}200 /uL\n"


def test_of_many_tables_the_first_are_shown(project: Path, run: Run) -> None:
    text = "\n".join(TABLE.format(number) for number in range(1, 10))
    (project / "source_texts" / "a.txt").write_text(text, encoding="utf-8")
    said = run("--project", project, "extract").stderr
    assert said.count("look like a table; this rule") == 5
    assert "a.txt:17:1: lines 17 to 19 look like a table" in said
    assert "a.txt:21:1: these lines and perhaps more look like tables too" in said


def test_few_tables_are_shown_all(project: Path, run: Run) -> None:
    (project / "source_texts" / "a.txt").write_text(TABLE.format(1), encoding="utf-8")
    said = run("--project", project, "extract").stderr
    assert said.count("[[rows]]") == 1
    assert "perhaps more" not in said


@pytest.mark.parametrize(("label", "codec", "is_told"), [("gb2312", "utf-8", True), ("gb2312", "gb18030", False), ("utf-8", "utf-8", False), ("iso-8859-1", "utf-8", True), ("big5", "utf-8-sig", False)])  # fmt: skip
def test_a_page_that_says_another_encoding_than_its_bytes(
    project: Path, run: Run, label: str, codec: str, is_told: bool
) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>治疗有效，没有副作用。</p></body></html>\n'
    (project / "source_texts" / "a.html").write_bytes(page.encode(codec))
    said = run("--project", project, "extract").stderr
    told = f"a.html: warning: the document says that it is in {label}, its bytes are utf-8; "
    assert (told in said, "misdeclared-encoding" in said) == (is_told, is_told)
    assert ("misdeclared-encoding" in run("--project", project, "check").stdout) == is_told
