"""What may not be read or written: told with its path, the rest goes on, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from _support import ROOT

_NOBODY = 65534
_IS_ROOT = os.name == "posix" and not os.getuid()
# Root may do everything, so the tool runs as someone else.
_AS_NOBODY = ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"] if _IS_ROOT else []
Tool = Callable[..., tuple[int, str]]
TARGETS = {"治疗有效。": "It works.", "没有副作用。": "No side effects."}


def _run(*words: str) -> tuple[int, str]:
    """Exit code and output of a real process."""
    command = [*_AS_NOBODY, sys.executable, str(ROOT / "cli.py"), *words]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, cwd="/")
    assert b"Traceback" not in done.stderr
    return done.returncode, (done.stdout + done.stderr).decode()


pytestmark = pytest.mark.skipif(
    os.name != "posix" or (_IS_ROOT and not shutil.which("setpriv")), reason="needs someone who may not do everything"
)


@pytest.fixture
def built() -> Iterator[tuple[Path, Tool]]:
    """A project with two documents, of which one changed since, that the one who runs the tool owns; and the tool."""
    folder = Path(tempfile.mkdtemp())  # pytest's own are closed to everyone else
    project = folder / "project"
    try:
        (project / "source_texts").mkdir(parents=True)
        (project / "translator.toml").write_text('locales = ["ja", "en"]\n', encoding="utf-8")
        for name in "ab":
            (project / "source_texts" / f"{name}.txt").write_text("治疗有效。没有副作用。\n", encoding="utf-8")
        for path in (folder, *folder.rglob("*")):
            if _IS_ROOT:
                os.chown(path, _NOBODY, _NOBODY)
        if _run("--version")[0]:
            pytest.skip("the package is closed to others")

        def tool(*words: str) -> tuple[int, str]:
            return _run("-q", "--project", str(project), *words)

        assert tool("build")[0] == 1
        source = project / "source_texts" / "a.txt"
        source.write_text("治疗有效。费用为五千元。\n", encoding="utf-8")
        yield project, tool
    finally:
        for path in (folder, *folder.rglob("*")):
            if path.is_dir():
                path.chmod(0o755)
        shutil.rmtree(folder)


def _catalogs(project: Path) -> dict[str, bytes]:
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in project.rglob("*.po")}


def test_a_locale_that_may_not_be_looked_into(built: tuple[Path, Tool]) -> None:
    project, tool = built
    before = _catalogs(project)
    closed = project / "locales" / "en"
    assert tool("extract")[0] == 0
    closed.chmod(0)
    told = "locales/en/LC_MESSAGES/a.txt.po: the file cannot be read (permission denied)"
    for command, code in (("update", 3), ("check", 1), ("compile", 3), ("build", 3), ("export", 3)):
        found, said = tool(command)
        assert (command, found) == (command, code)
        assert told in said.replace(": error:", ":"), said
    closed.chmod(0o755)
    after = _catalogs(project)
    name = "locales/ja/LC_MESSAGES/a.txt.po"
    assert "费用为五千元。" in after[name].decode()
    assert {**after, name: b""} == {**before, name: b""}


def test_a_protected_catalog_is_not_written(built: tuple[Path, Tool]) -> None:
    project, tool = built
    path = project / "locales" / "en" / "LC_MESSAGES" / "a.txt.po"
    before = path.read_bytes()
    path.chmod(0o444)
    code, said = tool("build")
    assert (code != 0, path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (True, before, 0o444)
    assert "locales/en/LC_MESSAGES/a.txt.po: the file cannot be written (permission denied)" in said
    assert "费用为五千元。" in (project / "locales" / "ja" / "LC_MESSAGES" / "a.txt.po").read_text(encoding="utf-8")


def test_a_project_that_may_not_be_written(built: tuple[Path, Tool]) -> None:
    project, tool = built
    assert tool("extract")[0] == tool("update")[0] == 0
    before = _catalogs(project)
    known = tool("check", "--format", "json")
    places = [path for path in (project, *project.rglob("*")) if path.is_dir()]
    for place in places:
        place.chmod(0o555)
    assert tool("check", "--format", "json") == known
    shutil.rmtree(project / ".translator_cache", ignore_errors=True)
    for command in ("compile", "export", "build"):
        code, said = tool(command)
        assert (command, code in (1, 3)) == (command, True), said
    assert _catalogs(project) == before
