"""`translator diff` on files and on revisions in git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from _support import Run

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
OLD = HEADER + 'msgid "没有副作用。"\nmsgstr "No side effects."\n\n# ask\nmsgid "费用"\nmsgstr "Fee\\nin all"\n'
NEW = (
    HEADER + '#, fuzzy\n#| msgid "没有副作用。"\nmsgid "有副作用。"\nmsgstr "No side effects."\n\n'
    'msgctxt "a"\nmsgid "新"\nmsgstr ""\n\nmsgid "费用"\nmsgstr "Fees\\n"\n"in all"\n\n'
    '#~ msgid "没有副作用。"\n#~ msgstr "No side effects."\n'
)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.po").write_text(OLD, encoding="utf-8")
    Path("b.po").write_text(NEW, encoding="utf-8")
    return tmp_path


TEXT = """\
b.po:8:8: source changed
  source: [-没-]有副作用。
  target: No side effects.
  now fuzzy

b.po:12:8: added
  context: a
  source: 新
  target:

b.po:15:8: changed
  source: 费用
  target: [-Fee-]{+Fees+}\\nin all
  comment: [-ask-]

"""


def test_text(files: Path, run: Run) -> None:
    result = run("diff", "a.po", "b.po")
    assert (result.exit_code, result.stdout) == (1, TEXT)


def test_json(files: Path, run: Run) -> None:
    result = run("diff", "--format", "json", "a.po", "b.po")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found["header"] == []
    assert [(each["kind"], each["fields"]) for each in found["changes"]] == [
        ("source", ["source", "is_fuzzy", "previous"]),
        ("added", []),
        ("changed", ["targets", "comments"]),
    ]
    assert found["changes"][1] == {
        "kind": "added",
        "fields": [],
        "old": None,
        "new": {"source": "新", "targets": [""], "context": "a", "is_fuzzy": False, "is_obsolete": False},
    }


def test_layout_does_not_count(files: Path, run: Run) -> None:
    Path("b.po").write_text(OLD.replace('"Fee\\nin all"', '""\n"Fee\\n"\n"in all"').replace("\n", "\r\n"), newline="")
    result = run("diff", "a.po", "b.po")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(run("diff", "a.po", "b.po", "--format", "json").stdout) == {"header": [], "changes": []}


def test_broken_catalog(files: Path, run: Run) -> None:
    Path("b.po").write_text(OLD + 'msgid "half\n', encoding="utf-8")
    result = run("diff", "a.po", "b.po")
    assert (result.exit_code, "b.po:12:" in result.stderr) == (3, True)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
class TestRevisions:
    @pytest.fixture(autouse=True)
    def repository(self, files: Path) -> None:
        def git(*arguments: str) -> None:
            names = ("-c", "user.name=a", "-c", "user.email=a@example.org")
            subprocess.run(["git", *names, *arguments], check=True, capture_output=True)

        git("init", "-q")
        git("add", "a.po")
        git("commit", "-q", "-m", "one")
        shutil.move("b.po", "a.po")

    def test_revision(self, run: Run) -> None:
        result = run("diff", "HEAD:a.po", "a.po")
        assert (result.exit_code, result.stdout) == (1, TEXT.replace("b.po", "a.po"))
        assert run("diff", "HEAD:a.po", "HEAD:a.po").exit_code == 0

    @pytest.mark.parametrize("name", ["HEAD:none.po", "nothing:a.po"])
    def test_what_git_has_not(self, run: Run, name: str) -> None:
        result = run("diff", name, "a.po")
        assert (result.exit_code, f"{name}: git does not give this revision" in result.stderr) == (3, True)

    def test_no_git(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(os.environ, "PATH", "")
        result = run("diff", "HEAD:a.po", "a.po")
        assert (result.exit_code, "git is needed to read a revision" in result.stderr) == (3, True)
