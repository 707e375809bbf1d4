"""Texts that a new document shares with another one: moved from there, or standing there still."""

from __future__ import annotations

from pathlib import Path

import pytest
from _support import Run

from translator import po

TABLE = "| 说明 | 剂量 |\n|---|---|\n| 饭后服用。 | 5 mg |\n"
SAID = {"说明": "Instructions", "剂量": "Dose", "饭后服用。": "After a meal."}


def catalog_path(project: Path, name: str) -> Path:
    return project / "locales" / "en" / "LC_MESSAGES" / f"{name}.po"


@pytest.fixture
def said(project: Path, run: Run) -> Path:
    """A project with one document, translated."""
    (project / "source_texts" / "a.md").write_text(TABLE, encoding="utf-8")
    again(project, run)
    path = catalog_path(project, "a.md")
    file = po.read(path.read_bytes())
    entries = tuple(each.with_target(SAID.get(each.source, each.target)) for each in file.catalog)
    path.write_bytes(po.write(po.arranged(file.catalog, entries, file.catalog.header), file))
    return project


def again(project: Path, run: Run, *options: str) -> str:
    assert run("--project", project, "extract").exit_code == 0
    result = run("--project", project, "update", "-l", "en", *options)
    assert result.exit_code == 0
    return result.stderr


def targets(project: Path, name: str) -> dict[str, tuple[str, bool]]:
    catalog = po.read(catalog_path(project, name).read_bytes()).catalog
    return {each.source: (each.target, each.is_fuzzy) for each in catalog.live()}


def test_a_label_from_another_kind_of_place_is_fuzzy_and_says_from_where(said: Path, run: Run) -> None:
    (said / "source_texts" / "b.txt").write_text("说明\n\n饭后服用。\n\n剂量\n", encoding="utf-8")
    told = again(said, run, "-v")
    assert "1 reused, 2 reused and fuzzy (labels from another kind of place)" in told
    assert "doubtful: “说明”: “Instructions” from source_texts/a.md" in told
    assert targets(said, "b.txt") == {
        "说明": ("Instructions", True),
        "饭后服用。": ("After a meal.", False),
        "剂量": ("Dose", True),
    }
    assert "# translator: reused: source_texts/a.md\n" in catalog_path(said, "b.txt").read_text(encoding="utf-8")
    before = catalog_path(said, "b.txt").read_bytes()
    again(said, run)
    assert catalog_path(said, "b.txt").read_bytes() == before


def test_a_label_in_the_same_kind_of_place_is_not(said: Path, run: Run) -> None:
    (said / "source_texts" / "b.md").write_text(TABLE.replace("5 mg", "9 mg"), encoding="utf-8")
    assert "3 reused" in again(said, run)
    assert targets(said, "b.md") == {
        "说明": ("Instructions", False),
        "剂量": ("Dose", False),
        "饭后服用。": ("After a meal.", False),
        "9 mg": ("9 mg", False),
    }


def test_what_is_gone_from_there_has_moved(said: Path, run: Run) -> None:
    (said / "source_texts" / "a.md").write_text("每日两次。\n", encoding="utf-8")
    (said / "source_texts" / "b.txt").write_text("说明\n\n饭后服用。\n\n剂量\n", encoding="utf-8")
    assert "3 moved" in again(said, run)
    assert targets(said, "b.txt") == {each: (told, False) for each, told in SAID.items()}


def test_of_two_what_has_moved_is_taken(said: Path, run: Run) -> None:
    (said / "source_texts" / "b.txt").write_text("说明\n", encoding="utf-8")
    again(said, run)
    path = catalog_path(said, "b.txt")
    text = path.read_text(encoding="utf-8").replace("#, fuzzy\n", "").replace('"Instructions"', '"About"')
    path.write_text(text, encoding="utf-8")
    (said / "source_texts" / "b.txt").write_text("新的一句话。\n", encoding="utf-8")
    (said / "source_texts" / "c.txt").write_text("说明\n", encoding="utf-8")
    assert "1 moved" in again(said, run)
    assert targets(said, "c.txt") == {"说明": ("About", False)}
