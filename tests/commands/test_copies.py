"""Copies of earlier runs that are not current: named, and removed where the tool wrote them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from _support import Run

from translator import po
from translator.commands._copies import LIST


@pytest.fixture
def published(project: Path, run: Run) -> Path:
    """Two documents of numbers and names only, which pass as they are, in zh and en."""
    (project / "translator.toml").write_text('locales = ["zh", "en"]\n', encoding="utf-8")
    for name in ("a.txt", "old/b.txt"):
        path = project / "source_texts" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("12.5\n", encoding="utf-8")
    assert run("--project", project, "build").exit_code == 0
    assert copies(project) == ["en/a.txt", "en/old/b.txt", "zh/a.txt", "zh/old/b.txt"]
    return project


def copies(project: Path) -> list[str]:
    home = project / "build"
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*.*") if path.name != LIST)


def stale(project: Path, run: Run) -> list[str]:
    report = json.loads(run("--project", project, "check", "--format", "json").stdout)
    return [each["path"] for each in report["findings"] if each["check"] == "stale-copy"]


def test_the_copy_of_a_document_that_is_gone_is_named(published: Path, run: Run) -> None:
    assert stale(published, run) == []
    (published / "source_texts" / "old" / "b.txt").unlink()
    assert stale(published, run) == ["build/en/old/b.txt", "build/zh/old/b.txt"]
    assert "build/en/old/b.txt: warning: the document is gone" in run("--project", published, "build").stdout
    assert "build/en/old/b.txt: warning: the document is gone" in run("--project", published, "export").stderr
    assert len(copies(published)) == 4


@pytest.mark.parametrize("command", ["build", "export"])
def test_prune_removes_what_the_tool_wrote_and_nothing_else(published: Path, run: Run, command: str) -> None:
    (published / "source_texts" / "old" / "b.txt").unlink()
    (published / "build" / "en" / "old" / "b.txt").write_text("mine\n", encoding="utf-8")
    (published / "build" / "zh" / "logo.png").write_bytes(b"png")
    result = run("--project", published, command, "--prune")
    assert result.exit_code == 0
    assert "build/zh/old/b.txt: removed, an older copy" in result.stderr
    assert "build/en/old/b.txt: left as it is, for this tool did not write these bytes" in result.stderr
    assert copies(published) == ["en/a.txt", "en/old/b.txt", "zh/a.txt", "zh/logo.png"]
    assert not (published / "build" / "zh" / "old").exists()
    assert stale(published, run) == ["build/en/old/b.txt"]


def test_a_locale_that_is_no_longer_published(published: Path, run: Run) -> None:
    (published / "translator.toml").write_text('locales = ["zh"]\n', encoding="utf-8")
    assert stale(published, run) == ["build/en/a.txt", "build/en/old/b.txt"]
    assert run("--project", published, "build", "--prune").exit_code == 0
    assert copies(published) == ["zh/a.txt", "zh/old/b.txt"]


def test_the_copy_of_a_refused_document_is_named_or_removed(published: Path, run: Run) -> None:
    (published / "source_texts" / "a.txt").write_text("新句子。\n", encoding="utf-8")
    run("--project", published, "extract")
    run("--project", published, "update")
    result = run("--project", published, "export", "-l", "en")
    assert result.exit_code == 1
    assert "build/en/a.txt: warning: the document is refused, and this older copy would be" in result.stderr
    assert len(copies(published)) == 4
    assert run("--project", published, "export", "-l", "en", "--prune").exit_code == 1
    assert copies(published) == ["en/old/b.txt", "zh/a.txt", "zh/old/b.txt"]


def test_the_copies_of_a_locale_that_is_held_back(published: Path, run: Run) -> None:
    (published / "source_texts" / "a.txt").write_text("新句子。\n", encoding="utf-8")
    result = run("--project", published, "build")
    assert result.exit_code == 1
    assert "build/en: warning: the locale is held back, and 2 older copies of it would be published" in result.stderr
    assert run("--project", published, "build", "--prune").exit_code == 1
    assert copies(published) == ["zh/a.txt", "zh/old/b.txt"]


def test_a_second_build_writes_the_list_again(published: Path, run: Run) -> None:
    path = published / "build" / LIST
    before = path.read_bytes()
    for damage in (b"{", b"[]", b'{"copies": {"../../translator.toml": "x", "/etc/passwd": "y", "a": 3}}', None):
        if damage is None:
            path.unlink()
        else:
            path.write_bytes(damage)
        assert run("--project", published, "build", "--prune").exit_code == 0
        assert path.read_bytes() == before


def test_the_list_leads_nowhere_else(published: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    (published / "build" / "ja").symlink_to(tmp_path_factory.mktemp("else"), target_is_directory=True)
    other = published / "build" / "ja" / "a.txt"
    other.write_text("12.5\n", encoding="utf-8")
    path = published / "build" / LIST
    known = json.loads(path.read_text(encoding="utf-8"))["copies"]
    known["ja/a.txt"] = known["en/a.txt"]
    path.write_text(json.dumps({"copies": known}), encoding="utf-8")
    assert run("--project", published, "build", "--prune").exit_code == 0
    assert other.exists()


def test_what_the_gate_does_not_count_is_a_gap_to_every_policy(project: Path, run: Run) -> None:
    (project / "translator.toml").write_text(
        'locales = ["en"]\n[[documents]]\npath = "a.html"\nlanguage = "zh-Hans"\n',
        encoding="utf-8",
    )
    (project / "source_texts" / "a.html").write_text("<p>第一句。</p>\n<p>第二句。</p>\n", encoding="utf-8")
    run("--project", project, "extract")
    run("--project", project, "update")
    path = project / "locales" / "en" / "LC_MESSAGES" / "a.html.po"
    file = po.read(path.read_bytes())
    targets = {"第一句。": "First.", "第二句。": "これは二つ目です。"}
    entries = tuple(each.with_target(targets[each.source]) for each in file.catalog)
    path.write_bytes(po.write(type(file.catalog)(entries, file.catalog.header), file))
    copy = project / "build" / "en" / "a.html"
    for fallback, text in {
        "source": '<p>First.</p>\n<p><span lang="zh-Hans">第二句。</span></p>\n',
        "previous": '<p>First.</p>\n<p><span lang="zh-Hans">第二句。</span></p>\n',
        "omit": "<p>First.</p>\n<p></p>\n",
    }.items():
        result = run("--project", project, "export", "--fallback", fallback)
        assert result.exit_code == 0
        assert f"1 gap filled by the fallback “{fallback}”" in result.stderr
        assert copy.read_text(encoding="utf-8") == text
