"""What fails a check and holds a build back, as the settings and the options say."""

from __future__ import annotations

from pathlib import Path

import pytest
from _support import Run

SETTINGS = 'locales = ["en"]\n'
STRICT = '[checks]\nfail-on = "warning"\n'


@pytest.fixture
def doubtful(project: Path, run: Run) -> Path:
    """A project whose one entry has a warning."""
    (project / "translator.toml").write_text(SETTINGS, encoding="utf-8")
    (project / "source_texts" / "a.txt").write_text("有效。\n", encoding="utf-8")
    run("--project", project, "build")
    path = project / "locales" / "en" / "LC_MESSAGES" / "a.txt.po"
    path.write_text(path.read_text(encoding="utf-8").replace('msgstr ""', 'msgstr "It  works. "', 2)
                    .replace('msgstr "It  works. "', 'msgstr ""', 1), encoding="utf-8")  # fmt: skip
    return project


def test_a_warning_passes_unless_it_is_told_not_to(doubtful: Path, run: Run) -> None:
    copy = doubtful / "build" / "en" / "a.txt"
    assert "warning" in run("--project", doubtful, "check").stdout
    strict = run("--project", doubtful, "build", "--fail-on", "warning")
    assert (strict.exit_code, copy.exists(), "held back at the gate: en" in strict.stderr) == (1, False, True)
    assert run("--project", doubtful, "build").exit_code == 0
    assert copy.exists()


def test_the_settings_say_so_for_both(doubtful: Path, run: Run) -> None:
    (doubtful / "translator.toml").write_text(SETTINGS + STRICT, encoding="utf-8")
    assert [run("--project", doubtful, each).exit_code for each in ("check", "build")] == [1, 1]
    assert run("--project", doubtful, "check", "--fail-on", "error").exit_code == 0
    assert run("--project", doubtful, "build", "--fail-on", "error").exit_code == 0


def test_a_build_never_publishes_errors(doubtful: Path, run: Run) -> None:
    (doubtful / "translator.toml").write_text(SETTINGS + STRICT.replace("warning", "never"), encoding="utf-8")
    (doubtful / "source_texts" / "b.txt").write_text("无效。\n", encoding="utf-8")
    assert run("--project", doubtful, "build").exit_code == 1
    assert run("--project", doubtful, "check").exit_code == 0


def test_an_unknown_one_is_told_with_its_line(doubtful: Path, run: Run) -> None:
    (doubtful / "translator.toml").write_text(SETTINGS + STRICT.replace("warning", "all"), encoding="utf-8")
    result = run("--project", doubtful, "check")
    told = "translator.toml:3:1: fail-on is unknown (“all”); use error, warning, info, never\n"
    assert (result.exit_code, result.stderr) == (3, told)
