"""Merging catalogs, with real git repositories."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from _support import ROOT, Run

from translator import po
from translator.catalog import Catalog, Entry

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n"PO-Revision-Date: 2024-01-01 10:00+0000\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)
BASE = HEADER + "".join(
    f'#. lang: zh-Hans\nmsgid "{source}"\nmsgstr "{target}"\n\n'
    for source, target in (("治疗有效。", "It works."), ("没有副作用。", ""), ("费用", "Fee"))
)
Git = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def git(tmp_path: Path, run: Run) -> Git:
    """git in a new repository that merges catalogs with the driver, as `init --git` prints it."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        os.environ.pop(name, None)
    environment = {
        **os.environ,
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "a"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a@example.org"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_EDITOR": "true",
        "LC_ALL": "C",
    }

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    call("init", "-q", "-b", "main")
    lines = run("init", "--git", tmp_path).stdout.splitlines()
    attributes = [line for line in lines if line.endswith("merge=translator")]
    (tmp_path / ".gitattributes").write_text("\n".join(attributes) + "\n", encoding="utf-8")
    for line in lines:
        if line.startswith("git config"):
            words = shlex.split(line)[1:]
            tool = f"{shlex.quote(sys.executable)} {shlex.quote(str(ROOT / 'cli.py'))}"
            words[-1] = words[-1].replace("translator merge-driver", f"{tool} merge-driver")
            assert call(*words).returncode == 0
    return call


class Repository:
    """A repository with one catalog; `change` commits another text of it."""

    def __init__(self, folder: Path, git: Git) -> None:
        self.git = git
        self.path = folder / "locales" / "en" / "LC_MESSAGES" / "a b.txt.po"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.change(BASE)

    def change(self, text: str, branch: str = "") -> None:
        if branch:
            self.git("checkout", "-q", "-b", branch)
        self.path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        assert self.git("commit", "-q", "-m", "change").returncode == 0

    def branches(self, ours: str, theirs: str) -> None:
        """`main` with ours and `other` with theirs, main checked out."""
        self.change(theirs, "other")
        self.git("checkout", "-q", "main")
        self.change(ours)

    @property
    def file(self) -> po.File:
        return po.read(self.path.read_bytes(), "merged.po")

    def entry(self, source: str) -> Entry:
        return next(each for each in self.file.catalog if each.source == source)


@pytest.fixture
def repository(tmp_path: Path, git: Git) -> Repository:
    return Repository(tmp_path, git)


OURS = BASE.replace('msgstr "Fee"', 'msgstr "Price"')
THEIRS = BASE.replace('"没有副作用。"\nmsgstr ""', '"没有副作用。"\nmsgstr "No side effects."')


@pytest.mark.parametrize("how", [("merge", "other"), ("rebase", "other"), ("cherry-pick", "other")])
def test_neighbouring_changes_merge(repository: Repository, how: tuple[str, ...]) -> None:
    ours = OURS.replace("2024-01-01", "2024-02-01")
    theirs = THEIRS.replace("2024-01-01", "2024-03-01")
    repository.branches(ours, theirs)
    done = repository.git(*how)
    assert (done.returncode, done.stderr.count("conflict")) == (0, 0), done.stdout + done.stderr
    text = repository.path.read_text(encoding="utf-8")
    assert text == theirs.replace('msgstr "Fee"', 'msgstr "Price"')
    assert repository.git("status", "--porcelain").stdout == ""


@pytest.mark.parametrize("how", [("merge", "other"), ("rebase", "other"), ("cherry-pick", "other")])
def test_two_targets_are_a_conflict_that_can_be_read(repository: Repository, how: tuple[str, ...]) -> None:
    repository.branches(
        BASE.replace('msgstr "Fee"', 'msgstr "Price"'), BASE.replace('msgstr "Fee"', 'msgstr "Cost\\n"\n"of it"')
    )
    done = repository.git(*how)
    assert done.returncode == 1
    mine, other = ("Cost\nof it", "Price") if how[0] == "rebase" else ("Price", "Cost\nof it")
    assert repository.entry("费用") == Entry(
        "费用",
        (mine,),
        is_fuzzy=True,
        notes=("lang: zh-Hans",),
        comments=(
            "translator: conflict: ours: " + mine.replace("\n", "\\n"),
            "translator: conflict: theirs: " + other.replace("\n", "\\n"),
        ),
    )
    assert repository.git("status", "--porcelain").stdout.startswith("UU")
    if how[0] == "merge":
        assert "a b.txt.po:" in done.stderr + done.stdout
        assert "was changed on both sides" in done.stderr + done.stdout


def test_new_source_never_gets_the_old_target_in_silence(repository: Repository) -> None:
    """What git's own merge does: the new msgid of one side with the new msgstr of the other."""
    ours = BASE.replace("治疗有效。", "治疗无效。")
    theirs = BASE.replace('msgstr "It works."', 'msgstr "The treatment is effective."')
    repository.branches(ours, theirs)
    assert repository.git("merge", "other").returncode == 0
    entry = repository.entry("治疗无效。")
    assert (entry.target, entry.is_fuzzy) == ("The treatment is effective.", True)
    assert entry.previous is not None and entry.previous.source == "治疗有效。"
    kept = repository.entry("治疗有效。")
    assert (kept.target, kept.is_obsolete) == ("The treatment is effective.", True)


def test_git_alone_merges_it_in_silence(repository: Repository) -> None:
    """The case above is one: without the driver git gives a clean merge with a wrong pair."""
    (repository.path.parents[3] / ".gitattributes").unlink()
    space = BASE.replace('msgid "治疗有效。"\n', 'msgid ""\n"治疗有效。"\n"以及。"\n"如此。"\n')
    repository.change(space)
    repository.branches(space.replace('"治疗有效。"', '"治疗无效。"'), space.replace("It works.", "Effective."))
    assert repository.git("merge", "other").returncode == 0
    entry = repository.entry("治疗无效。以及。如此。")
    assert (entry.target, entry.is_fuzzy) == ("Effective.", False)


def test_both_sides_updated_and_one_translated(repository: Repository) -> None:
    suggested = '#, fuzzy\n#| msgid "治疗有效。"\nmsgid "治疗非常有效。"\nmsgstr "It works."\n'
    updated = BASE.replace('msgid "治疗有效。"\nmsgstr "It works."\n', suggested)
    done = BASE.replace('msgid "治疗有效。"\nmsgstr "It works."\n', 'msgid "治疗非常有效。"\nmsgstr "It works well."\n')
    repository.branches(updated, done)
    assert repository.git("merge", "other").returncode == 0
    entry = repository.entry("治疗非常有效。")
    assert (entry.target, entry.is_fuzzy, entry.previous) == ("It works well.", False, None)


def test_criss_cross_histories(repository: Repository) -> None:
    """A merge with two bases, one of which is itself a conflict: git merges the bases with the driver, too."""
    repository.branches(OURS, BASE.replace('msgstr "Fee"', 'msgstr "Cost"'))
    git = repository.git
    git("branch", "first", "main")
    git("branch", "second", "other")
    for branch, merged in (("main", "second"), ("other", "first")):
        git("checkout", "-q", branch)
        assert git("merge", merged).returncode == 1
        repository.path.write_text(OURS.replace("Price", "Charge"), encoding="utf-8")
        git("add", "-A")
        assert git("commit", "-q", "-m", "decided").returncode == 0
    repository.path.write_text(
        repository.path.read_text(encoding="utf-8").replace("It works.", "Works."), encoding="utf-8"
    )
    git("commit", "-q", "-am", "more")
    assert git("merge", "main").returncode == 0
    assert [each.target for each in repository.file.catalog] == ["Works.", "", "Charge"]


def test_msgfmt_accepts_a_conflict(repository: Repository, tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("needs gettext")
    repository.branches(OURS, BASE.replace('msgstr "Fee"', 'msgstr "Cost"'))
    assert repository.git("merge", "other").returncode == 1
    done = subprocess.run(
        ["msgfmt", "-c", "-o", os.devnull, str(repository.path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


class TestAlone:
    """The command without git."""

    @pytest.fixture
    def three(self, tmp_path: Path) -> Callable[..., list[Path]]:
        def write(*texts: str | bytes) -> list[Path]:
            paths = [tmp_path / name for name in ("base.po", "ours.po", "theirs.po")]
            for path, text in zip(paths, texts, strict=True):
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
            return paths

        return write

    def test_untouched_entries_keep_their_bytes(self, three: Callable[..., list[Path]], run: Run) -> None:
        wrapped = BASE.replace('msgstr "It works."', 'msgstr ""\n"It "\n"works."').replace("\n", "\r\n")
        theirs = THEIRS.replace("\n\n", "\n\n\n")
        paths = three(BASE, wrapped, theirs)
        assert run("merge-driver", *paths).exit_code == 0
        expected = wrapped.replace('"没有副作用。"\r\nmsgstr ""', '"没有副作用。"\r\nmsgstr "No side effects."')
        assert paths[1].read_bytes().decode() == expected

    def test_entries_of_theirs_keep_their_wrapping(self, three: Callable[..., list[Path]], run: Run) -> None:
        mine = BASE.replace('msgstr "It works."', 'msgstr "Works."')
        wrapped = (
            BASE.replace('msgstr "Fee"', 'msgstr ""\n"Fee "\n"or price"') + '#. x\nmsgid ""\n"新"\nmsgstr ""\n"n"\n'
        )
        paths = three(BASE, mine, wrapped.replace("\n", "\r\n"))
        assert run("merge-driver", *paths).exit_code == 0
        assert paths[1].read_text(encoding="utf-8") == wrapped.replace('msgstr "It works."', 'msgstr "Works."') + "\n"

    @pytest.mark.parametrize("broken", [0, 1, 2])
    def test_what_cannot_be_read_leaves_ours(self, three: Callable[..., list[Path]], run: Run, broken: int) -> None:
        texts = [BASE, OURS, THEIRS]
        texts[broken] += 'msgid "half\n'
        paths = three(*texts)
        result = run("merge-driver", *paths, "locales/en/a.po")
        name = "locales/en/a.po" + ("" if broken == 1 else " (base)" if broken == 0 else " (theirs)")
        line = texts[broken].count("\n")
        assert (result.exit_code, f"{name}:{line}:" in result.stderr) == (3, True)
        assert paths[1].read_bytes().decode() == texts[1]
        told = "nothing was merged, ours stays as it was (`git show :3:locales/en/a.po` has theirs): mend it"
        assert told in result.stderr
        assert "git show" not in run("merge-driver", *paths).stderr

    def test_no_base(self, three: Callable[..., list[Path]], run: Run) -> None:
        paths = three("", OURS, BASE)
        assert run("merge-driver", *paths).exit_code == 1
        assert [each.target for each in po.read(paths[1].read_bytes()).catalog] == ["It works.", "", "Price"]

    def test_what_is_no_entry_is_not_dropped(self, three: Callable[..., list[Path]], run: Run) -> None:
        paths = three(BASE, OURS, THEIRS + 'domain "other"\n\nmsgid "x"\nmsgstr "y"\n')
        result = run("merge-driver", *paths)
        assert (result.exit_code, 'domain "other"' in result.stderr) == (3, True)
        assert paths[1].read_bytes().decode() == OURS

    def test_charset_of_their_side(self, three: Callable[..., list[Path]], run: Run) -> None:
        old, ours = (each.replace("UTF-8", "GBK").encode("gbk") for each in (BASE, OURS))
        paths = three(old, ours, THEIRS)
        assert run("merge-driver", *paths).exit_code == 0
        assert paths[1].read_bytes().decode() == THEIRS.replace('msgstr "Fee"', 'msgstr "Price"')


def test_init_git_prints_and_writes_nothing(project: Path, run: Run) -> None:
    (project / "translator.toml").write_text('locales = ["ja"]\ncatalogs = "my po"\n', encoding="utf-8")
    before = sorted(path.name for path in project.iterdir())
    result = run("init", "--git", project)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "# into .gitattributes beside translator.toml:",
        '"my po/**/*.po" merge=translator',
        '"my po/**/*.pot" merge=translator',
        "# once in every clone:",
        'git config merge.translator.name "gettext catalogs, entry by entry"',
        'git config merge.translator.driver "translator merge-driver %O %A %B %P"',
    ]
    assert sorted(path.name for path in project.iterdir()) == before


def test_init_without_git_still_refuses_a_project(project: Path, run: Run) -> None:
    assert run("init", project).exit_code == 3


def test_empty_catalogs_are_catalogs(tmp_path: Path, run: Run) -> None:
    paths = [tmp_path / name for name in ("base.po", "ours.po", "theirs.po")]
    for path in paths:
        path.write_bytes(b"")
    assert run("merge-driver", *paths).exit_code == 0
    assert po.read(paths[1].read_bytes()).catalog == Catalog()
