"""`status --filled`: what a translator has not written and should read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from _support import Run


@pytest.fixture
def filled(project: Path, run: Run) -> Path:
    """A project in which a Chinese column holds words that Japanese has too."""
    (project / "source_texts" / "a.csv").write_text("項目,値\n配偶,12\n手術は安全です。,AB-1\n", encoding="utf-8")
    for command in ("extract", "update"):
        assert run("--project", project, command).exit_code == 0
    return project


def test_the_least_sure_comes_first_and_codes_are_counted(filled: Path, run: Run) -> None:
    result = run("--project", filled, "status", "--filled", "-l", "ja")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[-1].startswith("ja: ")
    assert lines[-1].endswith("more are numbers, units or codes")
    sure = [float(line.split(": ")[1].split()[1].rstrip(",")) for line in lines[:-1]]
    assert sure == sorted(sure)
    assert any("手術は安全です。" in line for line in lines)
    assert not any("12" in line for line in lines[:-1])


def test_json_has_all_of_it(filled: Path, run: Run) -> None:
    result = run("--project", filled, "status", "--filled", "--format", "json")
    found = json.loads(result.stdout)["filled"]
    one = next(each for each in found if each["source"] == "手術は安全です。")
    assert {key: one[key] for key in ("path", "locale", "target", "lang", "is_fuzzy", "origin")} == {
        "path": "locales/ja/LC_MESSAGES/a.csv.po",
        "locale": "ja",
        "target": "手術は安全です。",
        "lang": "ja",
        "is_fuzzy": False,
        "origin": "",
    }
    assert sum(each["source"] == "AB-1" for each in found) == 3


def test_a_broken_catalog_is_named(filled: Path, run: Run) -> None:
    path = filled / "locales" / "ja" / "LC_MESSAGES" / "a.csv.po"
    path.write_bytes(path.read_bytes() + b"\xff\xfe")
    result = run("--project", filled, "status", "--filled")
    assert (result.exit_code, "locales/ja/LC_MESSAGES/a.csv.po" in result.stderr) == (1, True)


@pytest.mark.parametrize("options", [("--filled", "--stale"), ("-l", "ja")])
def test_what_does_not_go_together_is_wrong_usage(filled: Path, run: Run, options: tuple[str, ...]) -> None:
    assert run("--project", filled, "status", *options).exit_code == 2
