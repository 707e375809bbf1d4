"""The hook definition and the action call the tool as it is."""

from __future__ import annotations

import re
from pathlib import Path

from translator.commands.check import FORMATS, command

ROOT = Path(__file__).parent.parent
OPTIONS = {name for param in command.params for name in param.opts}


def test_the_action_uses_options_that_exist() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    calls = re.findall(r"translator --project \S+ check (.*)", text)
    assert len(calls) == 2
    used = set(re.findall(r"--[a-z-]+", " ".join(calls))) | set(re.findall(r"options\+=\((--[a-z-]+)", text))
    assert used == {"--format", "--fail-on", "--min-coverage", "--baseline", "--ratchet"}
    assert used <= OPTIONS
    assert set(re.findall(r"--format (\w+)", text)) <= set(FORMATS)


def test_the_hooks_call_check() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"^  entry: (.*)$", text, re.MULTILINE) == ["translator check"] * 2
    assert len(re.findall(r"^- id: ", text, re.MULTILINE)) == 2


def test_hooks_and_action_read_every_format() -> None:
    setup = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    extra = re.search(r"^all =\n((?:    .+\n)+)", setup, re.MULTILINE)
    assert extra is not None
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert [f'"{each.strip()}"' in hooks for each in extra[1].splitlines()] == [True]
    assert '"$GITHUB_ACTION_PATH[all]"' in (ROOT / "action.yml").read_text(encoding="utf-8")
