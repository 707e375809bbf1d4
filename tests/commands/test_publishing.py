"""What a publisher is told of errors that the gate found."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from _support import Run

from translator import po


def fill(project: Path, targets: dict[str, str], name: str = "a.txt") -> None:
    path = project / "locales" / "en" / "LC_MESSAGES" / f"{name}.po"
    file = po.read(path.read_bytes(), path.name)
    entries = tuple(each.with_target(targets[each.source]) for each in file.catalog)
    path.write_bytes(po.write(type(file.catalog)(entries, file.catalog.header), file))


@pytest.fixture
def faulty(project: Path, run: Run) -> Path:
    """A project that is covered in full, with one error in English."""
    (project / "translator.toml").write_text('locales = ["zh", "en"]\n', encoding="utf-8")
    (project / "source_texts" / "a.txt").write_text("治疗有效。没有副作用。\n", encoding="utf-8")
    (project / "source_texts" / "b.txt").write_text("治疗有效。\n", encoding="utf-8")
    for command in ("extract", "update"):
        run("--project", project, command)
    fill(project, {"治疗有效。": "The treatment works.", "没有副作用。": "There are side effects."})
    fill(project, {"治疗有效。": "The treatment works."}, "b.txt")
    return project


def test_status_tells_what_the_gate_holds_back_for(faulty: Path, run: Run) -> None:
    lines = run("--project", faulty, "status").stdout.splitlines()[1:]
    assert [re.split(" {2,}", line) for line in lines] == [
        ["a.txt", "100.00 % of 2", "100.00 % of 2 (1 error)"],
        ["b.txt", "100.00 % of 1", "100.00 % of 1"],
        ["all", "100.00 % of 3", "100.00 % of 3 (1 error)"],
    ]
    told = json.loads(run("--project", faulty, "status", "--format", "json").stdout)
    assert set(told["documents"]["a.txt"]["en"]) == {
        "entries", "covered", "fuzzy", "untranslated", "faulty", "pass_through", "percent"
    }  # fmt: skip


def test_export_says_that_the_gate_found_errors_where_that_is_known(faulty: Path, run: Run) -> None:
    silent = run("--project", faulty, "export")
    assert (silent.exit_code, silent.stderr) == (0, "4 copies in build/\n")
    assert run("--project", faulty, "check").exit_code == 1
    told = "1 error at the gate, which does not hold back an export; run `translator check`\n"
    loud = run("--project", faulty, "export")
    assert (loud.exit_code, loud.stderr) == (0, f"4 copies in build/\n{told}")
    assert run("--project", faulty, "export", "-l", "zh").stderr == "2 copies in build/\n"
    assert run("--project", faulty, "export", "b.txt").stderr == "2 copies in build/\n"


def test_a_level_beside_its_table_is_told_where_to_go(faulty: Path, run: Run) -> None:
    settings = faulty / "translator.toml"
    settings.write_text('locales = ["en"]\n[checks]\nopposite-mismatch = "warning"\n', encoding="utf-8")
    result = run("--project", faulty, "check")
    assert result.exit_code == 3
    assert (
        'checks.opposite-mismatch is a check; write opposite-mismatch = "warning" under [checks.levels]'
        in result.stderr
    )
    settings.write_text('locales = ["en"]\n[checks]\nlevel = "warning"\n', encoding="utf-8")
    assert "checks.level is unknown; did you mean “levels”?" in run("--project", faulty, "check").stderr
