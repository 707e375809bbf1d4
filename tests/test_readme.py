"""The README's walk from a text to its copies runs as it stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from _support import ROOT

from translator import po
from translator.catalog import Catalog

TARGETS = {
    "zh": {"全員で改善した。": "全部患者均有改善。"},
    "ja": {"干细胞研究。": "幹細胞の研究。", "仅供参考。": "参考用。"},
    "en": {
        "干细胞研究。": "Stem-cell research.",
        "仅供参考。": "For information only.",
        "全員で改善した。": "All improved.",
    },
}


def blocks() -> list[list[str]]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    return [[line[2:] for line in block.splitlines() if line.startswith("$ ")] for block in found]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    tool = tmp_path / "bin" / "translator"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    return {**os.environ, "PATH": f"{tool.parent}:{os.environ['PATH']}"}


def test_walk_runs(tmp_path: Path, shell: dict[str, str]) -> None:
    first, second = blocks()

    def run(lines: list[str], folder: Path) -> int:
        return subprocess.run(
            ["sh", "-ec", "\n".join(lines)], cwd=folder, env=shell, capture_output=True, check=False
        ).returncode

    assert run(first, tmp_path) == 0
    clinic = tmp_path / "clinic"
    assert run(second, clinic) == 1
    for locale, targets in TARGETS.items():
        path = clinic / "locales" / locale / "LC_MESSAGES" / "note.txt.po"
        file = po.read(path.read_bytes(), str(path))
        entries = tuple(e.with_target(targets[e.source]) if e.source in targets else e for e in file.catalog)
        path.write_bytes(po.write(Catalog(entries, file.catalog.header), file))
    assert run(second, clinic) == 0
    assert (clinic / "build" / "en" / "note.txt").read_text(encoding="utf-8") == (
        "Stem-cell research. For information only.\n\nAll improved.\n"
    )
    assert (clinic / "build" / "ja" / "note.txt").read_text(
        encoding="utf-8"
    ) == "幹細胞の研究。参考用。\n\n全員で改善した。\n"
