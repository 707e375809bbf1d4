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


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
class TestProject:
    @pytest.fixture(autouse=True)
    def repository(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
        """One commit with two documents and their catalogs; the second one has moved since, and was translated."""
        monkeypatch.chdir(tmp_path)
        run("init", ".", "--locale", "en")
        Path("source_texts/a.txt").write_text("治疗有效。没有副作用。\n", encoding="utf-8")
        Path("source_texts/b.txt").write_text("费用为五千元。随访一年。\n", encoding="utf-8")
        run("extract")
        run("update")
        self.git("init", "-q")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "one")
        Path("source_texts/help").mkdir()
        Path("source_texts/b.txt").rename("source_texts/help/c.txt")
        run("extract")
        run("update")
        path = Path("locales/en/LC_MESSAGES/help/c.txt.po")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('五千元。"\nmsgstr ""', '五千元。"\nmsgstr "5,000 yuan."'), encoding="utf-8")

    @staticmethod
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *names, *arguments], check=True, capture_output=True)

    CHANGED = (
        "{0}locales/en/LC_MESSAGES/help/c.txt.po:16:8: changed\n  source: 费用为五千元。\n  target: {{+5,000 yuan.+}}\n\n"
        "{0}locales/en/LC_MESSAGES/help/c.txt.po: 2 entries with other references\n\n"
    )

    def test_all_catalogs_against_a_revision(self, run: Run) -> None:
        result = run("diff", "HEAD")
        assert (result.exit_code, result.stdout) == (1, self.CHANGED.format(""))

    def test_two_revisions(self, run: Run) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "two")
        assert run("diff", "HEAD").exit_code == 0
        assert run("diff", "HEAD~1", "HEAD").stdout == self.CHANGED.format("HEAD:")
        found = json.loads(run("diff", "HEAD~1", "--format", "json").stdout)["catalogs"]
        assert [(each["old"], each["new"], len(each["changes"])) for each in found] == [
            ("HEAD~1:locales/en/LC_MESSAGES/b.txt.po", "locales/en/LC_MESSAGES/help/c.txt.po", 2)
        ]

    def test_a_new_catalog_and_one_that_is_gone(self, run: Run) -> None:
        Path("source_texts/d.txt").write_text("另一份文件。\n", encoding="utf-8")
        run("extract")
        run("update")
        Path("locales/en/LC_MESSAGES/a.txt.po").unlink()
        assert run("diff", "HEAD").stdout == (
            "HEAD:locales/en/LC_MESSAGES/a.txt.po: removed, 2 entries, 0 translated\n\n"
            "locales/en/LC_MESSAGES/d.txt.po: added, 1 entry, 0 translated\n\n" + self.CHANGED.format("")
        )

    @pytest.mark.parametrize("names", [("nothing",), ("HEAD", "nothing"), ("--", "-x")])
    def test_what_is_no_revision(self, run: Run, names: tuple[str, ...]) -> None:
        result = run("diff", *names)
        assert (result.exit_code, "revision" in result.stderr) == (3, True)

    def test_one_catalog_alone(self, run: Run) -> None:
        assert run("diff", "locales/en/LC_MESSAGES/a.txt.po").exit_code == 2


def test_entries_whose_place_alone_changed_are_counted(files: Path, run: Run) -> None:
    noted = [HEADER + f'#. row “{row}”\n#. lang: {lang}\nmsgid "偏低"\nmsgstr "Low"\n' for row, lang in (("白血球数", "ja"), ("赤血球数", "ja"), ("赤血球数", "zh-Hans"))]  # fmt: skip
    for name, text in zip(("a.po", "b.po", "c.po"), noted, strict=True):
        Path(name).write_text(text, encoding="utf-8")
    result = run("diff", "a.po", "b.po")
    assert (result.exit_code, result.stdout) == (1, "b.po: 1 entry in which only the note of the place changed\n\n")
    assert (
        "note: lang: [-ja-]" in run("diff", "b.po", "c.po").stdout
        or "lang: zh-Hans" in run("diff", "b.po", "c.po").stdout
    )
