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


def test_a_folder_of_a_project_is_read_as_the_settings_say(project: Path, run: Run) -> None:
    settings = 'locales = ["en"]\nexclude = ["drafts/*"]\n[[documents]]\npath = "*.strings"\nformat = "text"\n'
    (project / "translator.toml").write_text(settings, encoding="utf-8")
    sources = project / "source_texts"
    (sources / "drafts").mkdir()
    for name in ("a.strings", "drafts/b.txt", "c.bin", "d.txt"):
        (sources / name).write_text("改善した。", encoding="utf-8")
    for name in ("segments", "verify"):
        result = run("--project", project, name, sources)
        paths = [json.loads(line)["path"] for line in result.stdout.splitlines()]
        assert (result.exit_code, paths) == (0, [str(sources / "a.strings"), str(sources / "d.txt")])


def test_one_bad_document_does_not_hide_the_others(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    (tmp_path / "b.txt").write_text("治疗。", encoding="utf-8")
    result = run("segments", tmp_path)
    assert result.exit_code == 3
    assert result.stderr.startswith(f"{tmp_path / 'a.json'}:1:1: ")
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == ["治疗。"]
