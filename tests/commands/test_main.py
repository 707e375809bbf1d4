"""The group of commands: options before and after a command, and the ways out."""

from __future__ import annotations

import sys
from types import ModuleType

import click
import pytest
from _support import Run

from translator.commands import COMMANDS


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
