"""An export asks the gate for nothing that an earlier run knows, and for everything that changed since."""

from __future__ import annotations

from pathlib import Path

import pytest
from _support import Run

from translator import po
from translator.commands import _gate

GOOD = {"第一句。": "First sentence.", "第二句。": "Second sentence.", "価格は12.5円です。": "The price is 12.5 yen."}


def fill(project: Path, targets: dict[str, str]) -> None:
    path = project / "locales" / "en" / "LC_MESSAGES" / "a.txt.po"
    file = po.read(path.read_bytes(), "a.po")
    entries = tuple(each.with_target(targets[each.source]) for each in file.catalog)
    path.write_bytes(po.write(type(file.catalog)(entries, file.catalog.header), file))


@pytest.fixture
def checked(project: Path, run: Run) -> Path:
    (project / "source_texts" / "a.txt").write_text("第一句。第二句。\n\n価格は12.5円です。\n", encoding="utf-8")
    for verb in ("extract", "update"):
        assert run("--project", project, verb).exit_code == 0
    fill(project, GOOD)
    run("--project", project, "check")
    return project


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The locales of which an export asked the gate."""
    asked: list[str] = []

    def faulty(given: _gate.CatalogInput, *rest: object, **named: object) -> frozenset[object]:
        asked.append(given.locale)
        return frozenset()

    monkeypatch.setattr(_gate, "faulty_entries", faulty)
    return asked


def test_what_an_earlier_run_found_sound_is_not_judged_again(checked: Path, run: Run, judged: list[str]) -> None:
    assert run("--project", checked, "export", "-l", "en").exit_code == 0
    assert judged == []


@pytest.mark.parametrize("changed", ["locales/en/LC_MESSAGES/a.txt.po", "source_texts/a.txt", "translator.toml"])
def test_what_changed_since_is_judged(checked: Path, run: Run, judged: list[str], changed: str) -> None:
    path = checked / changed
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert run("--project", checked, "export", "-l", "en").exit_code == 0
    assert judged == ["en"]


def test_without_an_earlier_run_all_is_judged(checked: Path, run: Run, judged: list[str]) -> None:
    for path in (checked / ".translator_cache").iterdir():
        path.unlink()
    assert run("--project", checked, "export", "-l", "en").exit_code == 0
    assert judged == ["en"]
    assert [path.name for path in (checked / ".translator_cache").iterdir()] == []


def test_what_an_earlier_run_found_faulty_is_refused_without_the_gate(
    checked: Path, run: Run, judged: list[str]
) -> None:
    fill(checked, {**GOOD, "第二句。": "第二句。"})
    run("--project", checked, "check")
    judged.clear()
    result = run("--project", checked, "export", "-l", "en")
    assert judged == []
    assert "source_texts/a.txt:1:5: not in the locale's language: “第二句。”" in result.stderr


@pytest.mark.parametrize("is_checked", [True, False])
def test_a_copy_of_the_source_is_refused_whoever_saw_it_first(checked: Path, run: Run, is_checked: bool) -> None:
    fill(checked, {**GOOD, "第二句。": "第二句。"})
    if is_checked:
        run("--project", checked, "check")
    result = run("--project", checked, "export", "-l", "en")
    assert result.exit_code == 1
    assert "source_texts/a.txt:1:5: not in the locale's language: “第二句。”" in result.stderr
