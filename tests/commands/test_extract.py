"""What `extract` says of lines that look like tables."""

from __future__ import annotations

from pathlib import Path

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
