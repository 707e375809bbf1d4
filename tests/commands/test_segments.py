"""`translator segments`: which documents it reads, and what is wrong usage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from _support import Run


@pytest.mark.parametrize("name", ["segments", "verify"])
def test_a_folder_stands_for_its_documents(tmp_path: Path, run: Run, name: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("治疗。", encoding="utf-8")
    (tmp_path / "sub" / "a.md").write_text("改善した。", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    result = run(name, tmp_path)
    assert result.exit_code == 0
    paths = [json.loads(line)["path"] for line in result.stdout.splitlines()]
    assert paths == [str(tmp_path / "b.txt"), str(tmp_path / "sub" / "a.md")]


def test_a_tag_that_is_no_language_is_wrong_usage(tmp_path: Path, run: Run) -> None:
    (tmp_path / "b.txt").write_text("治疗。", encoding="utf-8")
    result = run("segments", "--lang", "klingon!", tmp_path / "b.txt")
    assert result.exit_code == 2
    assert "there is no locale “klingon!”" in result.stderr
