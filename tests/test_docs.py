"""The pages made from the code are up to date, and everything a user can type is explained."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest
from _support import ROOT, Run

from translator.commands import COMMANDS


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date(generator: ModuleType) -> None:
    wanted = generator.pages()
    committed = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in wanted}
    assert committed == wanted, "run: python docs/generate.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_explained(name: str, run: Run) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"translator {name}" in (ROOT / "README.md").read_text(encoding="utf-8")
