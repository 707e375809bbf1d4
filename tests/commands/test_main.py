"""The group of commands: options before and after a command, and the ways out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest
from _support import ROOT, Run

from translator.checks import KEYS
from translator.commands import COMMANDS
from translator.commands._examples import EXAMPLES
from translator.config_keys import CONTEXT, DOCUMENT, LOCALE, ROWS, TOP


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What a command is told by the common options, call by call."""
    told: list[dict[str, object]] = []

    @click.command("explain")
    @click.pass_context
    def command(ctx: click.Context) -> None:
        told.append(ctx.find_root().obj)

    module = ModuleType("translator.commands.explain")
    module.command = command  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return told


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("explain", {"project": ".", "verbosity": 0, "jobs": None}),
        ("-q explain", {"project": ".", "verbosity": -1, "jobs": None}),
        ("explain -q", {"project": ".", "verbosity": -1, "jobs": None}),
        ("-q explain -v", {"project": ".", "verbosity": 1, "jobs": None}),
        ("--verbose explain", {"project": ".", "verbosity": 1, "jobs": None}),
        ("--project a --jobs 2 explain", {"project": "a", "verbosity": 0, "jobs": 2}),
        ("--project a --jobs 2 explain --project b", {"project": "b", "verbosity": 0, "jobs": 2}),
        ("explain --jobs 3 --project b", {"project": "b", "verbosity": 0, "jobs": 3}),
    ],
)
def test_common_options_stand_before_or_after(
    run: Run, seen: list[dict[str, object]], line: str, wanted: dict[str, object]
) -> None:
    assert run(*line.split()).exit_code == 0
    assert seen == [wanted]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_common_options(run: Run, name: str) -> None:
    text = run(name, "--help").output
    for option in ("--project DIR", "-q, --quiet", "-v, --verbose", "--jobs N"):
        assert text.count(f"\n  {option}") == 1


def test_wrong_common_option_after_a_command_is_wrong_usage(run: Run) -> None:
    assert run("explain", "--jobs", "0").exit_code == 2


def test_every_command_has_an_example(run: Run) -> None:
    assert set(EXAMPLES) == set(COMMANDS)
    for name, lines in EXAMPLES.items():
        text = run(name, "--help").output
        assert all(f"\n    {line}\n" in text for line in lines)


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_examples_run_in_the_sample(sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.chdir(sample)
    catalog = (sample / "locales" / "ja" / "LC_MESSAGES" / "about.md.po").read_bytes()
    (sample / "locales" / "ja" / "a.po").write_bytes(catalog)
    for name in ("old.po", "ja.po", "base.po", "ours.po", "theirs.po"):
        (sample / name).write_bytes(catalog)
    (sample / "a.pot").write_bytes((sample / "locales" / "templates" / "about.md.pot").read_bytes())
    (sample / "notes.txt").write_text("全員で改善した。\n", encoding="utf-8")
    if "HEAD:" in line:
        for git in ("init -q .", "add locales/ja/a.po", "-c user.name=a -c user.email=a@b commit -qm a"):
            subprocess.run(["git", *git.split()], check=True)
    if "--project clinic" in line:
        assert run("init", "clinic").exit_code == 0
    result = run(*line.split()[1:])
    assert result.exit_code == 0, result.stderr + result.stdout


def test_explain_settings_explains_every_key(run: Run) -> None:
    text = run("explain", "settings").stdout
    keys = [key.name for key in (*TOP, *LOCALE, *DOCUMENT, *ROWS, *CONTEXT)] + list(KEYS)
    assert [key for key in keys if f"| `{key}` |" not in text] == []


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("unit-missmatch", "did you mean “unit-mismatch”?"),
        ("negation", "did you mean “negation-mismatch”?"),
        ("setings", "did you mean “settings”?"),
        ("covrage", "did you mean “coverage”?"),
        ("zzz", "the families are"),
    ],
)
def test_explain_suggests_near_names_alone(run: Run, word: str, hint: str) -> None:
    result = run("explain", word)
    assert (result.exit_code, hint in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("word", "hint"),
    [("bild", "there is no command “bild”; did you mean `build`?"), ("xyz", "the commands are init, extract")],
)
def test_an_unknown_command_has_a_hint(run: Run, word: str, hint: str) -> None:
    result = run(word)
    assert result.exit_code == 2
    assert hint in result.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_stream_that_is_closed_from_the_start_is_no_bug(sample: Path, closed: str) -> None:
    before = {each: each.read_bytes() for each in sample.rglob("*.po*")}
    command = f"exec {sys.executable} {ROOT / 'cli.py'} check {closed}"
    done = subprocess.run(command, shell=True, cwd=sample, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert {each: each.read_bytes() for each in sample.rglob("*.po*")} == before


def test_a_library_that_is_not_installed_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translator.commands.Tool.get_command", _without_polib)
    result = run("explain")
    assert (result.exit_code, result.stderr) == (3, "the library polib is missing; run `pip install .` beside cli.py\n")


def _without_polib(*_: object) -> None:
    raise ModuleNotFoundError("No module named 'polib'", name="polib")
