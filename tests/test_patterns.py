"""Patterns that are kept give what Python compiles; whatever stands in their file, nothing else is found."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from translator import patterns

LONG = "|".join(f"(?:w{number}[a-z]*|x{number}(?<=y))" for number in range(3000))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "__pycache__" / "patterns.data"
    monkeypatch.setattr(patterns, "_path", lambda: found)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    patterns._kept.cache_clear()
    return found


@pytest.fixture(autouse=True)
def anew():
    yield
    patterns._kept.cache_clear()


def made(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return patterns._compiled(pattern, flags)


def test_a_pattern_is_kept_and_found_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(LONG), made("(?P<a>x)(?P<b>y)?", re.IGNORECASE)
    patterns.keep()
    assert place.exists() and [each.name for each in place.parent.iterdir()] == [place.name]
    patterns._kept.cache_clear()
    monkeypatch.setattr(patterns, "_make", None)  # Nothing is compiled now.
    found = made("(?P<a>x)(?P<b>y)?", re.IGNORECASE)
    assert found == re.compile("(?P<a>x)(?P<b>y)?", re.IGNORECASE)
    match = found.fullmatch("XY")
    assert match is not None and match.groupdict() == {"a": "X", "b": "Y"} and match.lastgroup == "b"
    assert made(LONG) == re.compile(LONG) and made(LONG).search("ab w9kk")[0] == "w9kk"


def test_little_is_not_written(place: Path) -> None:
    made("a"), patterns.keep()
    assert not place.exists()


def test_it_is_left_where_python_keeps_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    made(LONG), patterns.keep()
    assert not place.exists()


@pytest.mark.parametrize("where", [0, 3, 7, 30, -30])
def test_a_damaged_file_is_none(place: Path, where: int) -> None:
    made(LONG), patterns.keep()
    data = bytearray(place.read_bytes())
    for damaged in (b"", bytes(data[:40]), bytes([*data[:where], data[where] ^ 1, *data[where:][1:]])):
        place.write_bytes(damaged)
        patterns._kept.cache_clear()
        assert made(LONG) == re.compile(LONG)
        assert made(LONG).search("x9w4") == re.compile(LONG).search("x9w4") or made(LONG).search("x9w4")[0] == "w4"


def test_another_build_of_python_keeps_its_own(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(LONG), patterns.keep()
    patterns._kept.cache_clear()
    monkeypatch.setattr(patterns, "_build", lambda: ("another",))
    assert not patterns._kept().known


def test_inner_workings_that_are_unknown_do_no_harm(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise AttributeError

    monkeypatch.setattr(patterns, "_make", fails)
    assert made("a+") == re.compile("a+")


def test_what_is_no_pattern_is_refused_as_by_python(place: Path) -> None:
    with pytest.raises(re.error, match="missing"):
        made("(a")
    assert made(b"a+") == re.compile(b"a+")  # type: ignore[comparison-overlap,arg-type]


def test_a_second_run_of_the_tool_takes_what_the_first_kept(tmp_path: Path) -> None:
    catalog = tmp_path / "a.po"
    catalog.write_text('msgid ""\nmsgstr ""\n"Language: zh\\n"\n\nmsgid "5 cells"\nmsgstr "5 个细胞"\n', "utf-8")
    settings = {"PYTHONPYCACHEPREFIX": str(tmp_path / "kept"), "PYTHONDONTWRITEBYTECODE": ""}
    answers = []
    for _ in range(2):
        command = [sys.executable, "-m", "translator", "check", str(catalog)]
        told = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, check=False)
        answers.append((told.returncode, told.stdout, told.stderr))
        kept = [*(tmp_path / "kept").rglob("patterns.*.data")]
        assert len(kept) == 1 and kept[0].stat().st_size > 100_000
    assert answers[0] == answers[1] and answers[0][0] == 0
