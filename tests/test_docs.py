"""The pages made from the code are up to date, and everything a user can type is explained."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from _support import ROOT, Run

from translator.checks import checks_page
from translator.commands import COMMANDS
from translator.config_page import settings_page

PAGES = {"settings.md": settings_page, "checks.md": checks_page}


@pytest.mark.parametrize("name", PAGES)
def test_generated_page_is_up_to_date(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), "run: python tests/test_docs.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_explained(name: str, run: Run) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"translator {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def write_pages(folder: Path) -> None:
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write_pages(ROOT / "docs")
    sys.exit(0)
