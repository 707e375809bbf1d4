"""Catalogs that others save while an update runs, updates that are killed, disks that fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from _support import ROOT, Run

from translator import po
from translator.catalog import Catalog, Entry
from translator.commands import _pipeline, check

NOTE = "治疗有效。没有副作用。\n"
NEW = "治疗有效。没有副作用。费用为五千元。\n"


def place(project: Path, locale: str = "en") -> Path:
    return project / "locales" / locale / "LC_MESSAGES" / "a.txt.po"


def entries(project: Path, locale: str = "en") -> dict[str, Entry]:
    return {each.source: each for each in po.read(place(project, locale).read_bytes()).catalog}


def saved(path: Path, change: Callable[[Entry], Entry]) -> None:
    """What an editor does: another text for some entries, over the file as it is now."""
    file = po.read(path.read_bytes(), str(path))
    path.write_bytes(po.write(Catalog(tuple(map(change, file.catalog)), file.catalog.header), file))


def translated(**targets: str) -> Callable[[Entry], Entry]:
    return lambda each: each.with_target(targets[each.source]) if each.source in targets else each


@pytest.fixture
def noted(project: Path, run: Run) -> Path:
    (project / "translator.toml").write_text('locales = ["en"]\n', encoding="utf-8")
    (project / "source_texts" / "a.txt").write_text(NOTE, encoding="utf-8")
    for command in ("extract", "update"):
        assert run("--project", project, command).exit_code == 0
    (project / "source_texts" / "a.txt").write_text(NEW, encoding="utf-8")
    assert run("--project", project, "extract").exit_code == 0
    return project


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Does something once, between the reading of a catalog and its writing."""

    def plan(action: Callable[[], object]) -> None:
        todo = [action]
        update = _pipeline.update

        def met(*arguments: object, **named: object) -> object:
            result = update(*arguments, **named)  # type: ignore[arg-type]
            if todo:
                todo.pop()()
            return result

        monkeypatch.setattr(_pipeline, "update", met)

    return plan


Plan = Callable[[Callable[[], object]], None]


@pytest.mark.parametrize("command", ["update", "build"])
def test_both_changes_are_kept(noted: Path, run: Run, meanwhile: Plan, command: str) -> None:
    meanwhile(lambda: saved(place(noted), translated(**{"治疗有效。": "It works."})))
    result = run("--project", noted, command)
    assert result.exit_code == (0 if command == "update" else 1)
    assert "changed on both sides" not in result.stderr
    assert {source: each.target for source, each in entries(noted).items()} == {
        "治疗有效。": "It works.",
        "没有副作用。": "",
        "费用为五千元。": "",
    }


def test_what_a_person_typed_goes_before_what_was_filled_in(noted: Path, run: Run, meanwhile: Plan) -> None:
    other = place(noted).with_name("b.txt.po")
    other.write_text('msgid "没有副作用。"\nmsgstr "No adverse effects."\n', encoding="utf-8")
    meanwhile(lambda: saved(place(noted), translated(**{"没有副作用。": "No side effects."})))
    assert run("--project", noted, "update").exit_code == 0
    assert entries(noted)["没有副作用。"] == Entry(
        "没有副作用。", ("No side effects.",), notes=("lang: zh-Hans",), references=("source_texts/a.txt",)
    )


def test_conflict_is_kept_side_by_side_and_reported(noted: Path, run: Run, meanwhile: Plan) -> None:
    path = place(noted)
    doubted = '#, fuzzy\n#| msgid "没有副作用."\nmsgid "没有副作用。"\nmsgstr "No side effects."'
    path.write_text(
        path.read_text(encoding="utf-8").replace('msgid "没有副作用。"\nmsgstr ""', doubted), encoding="utf-8"
    )
    meanwhile(lambda: saved(path, translated(**{"没有副作用。": "There are none."})))
    result = run("--project", noted, "update", "--accept", "punctuation")
    assert result.exit_code == 1
    entry = entries(noted)["没有副作用。"]
    assert (entry.target, entry.is_fuzzy) == ("There are none.", True)
    assert entry.comments == (
        "translator: conflict: ours: There are none.",
        "translator: conflict: theirs: No side effects.",
    )
    line = path.read_text(encoding="utf-8").split('There are none."')[0].count("\n") + 1
    assert f"locales/en/LC_MESSAGES/a.txt.po:{line}:9: error: “没有副作用。” was changed on both sides" in result.stderr
    assert "费用为五千元。" in entries(noted)


def test_catalog_that_was_made_meanwhile(noted: Path, run: Run, meanwhile: Plan) -> None:
    path = place(noted)
    made = path.read_bytes()
    path.unlink()

    def make() -> None:
        path.write_bytes(made)
        saved(path, translated(**{"治疗有效。": "It works."}))

    meanwhile(make)
    assert run("--project", noted, "update").exit_code == 0
    assert {source: each.target for source, each in entries(noted).items()} == {
        "治疗有效。": "It works.",
        "没有副作用。": "",
        "费用为五千元。": "",
    }


def test_catalog_that_was_broken_meanwhile_stays(noted: Path, run: Run, meanwhile: Plan) -> None:
    path = place(noted)
    broken = path.read_bytes() + b'\nmsgid "half\n'
    meanwhile(lambda: path.write_bytes(broken))
    result = run("--project", noted, "update")
    assert (result.exit_code, path.read_bytes()) == (3, broken)
    assert f"a.txt.po:{broken.count(bytes([10]))}:" in result.stderr


def test_catalog_that_was_removed_meanwhile_is_not_made_again(noted: Path, run: Run, meanwhile: Plan) -> None:
    meanwhile(place(noted).unlink)
    result = run("--project", noted, "update")
    assert (result.exit_code, "removed while this ran" in result.stderr) == (3, True)
    assert not place(noted).exists()


def test_fixes_meet_what_was_saved_meanwhile(noted: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--project", noted, "update").exit_code == 0
    path = place(noted)
    saved(path, translated(**{"费用为五千元。": "It costs ５０００ yuan.", "没有副作用。": "None."}))
    fix, todo = check.fix, [True]

    def met(*arguments: object, **named: object) -> object:
        if todo:
            todo.pop()
            saved(path, translated(**{"没有副作用。": "No side effects."}))
        return fix(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(check, "fix", met)
    run("--project", noted, "check", "--fix")
    assert entries(noted)["没有副作用。"].target == "No side effects."
    assert entries(noted)["费用为五千元。"].target == "It costs 5000 yuan."


def everything(project: Path) -> dict[str, bytes]:
    """Every file below the catalogs folder."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in sorted((project / "locales").rglob("*"))
        if path.is_file()
    }


def renew(project: Path, old: dict[str, bytes]) -> None:
    for name in everything(project).keys() - old.keys():
        (project / name).unlink()
    for name, data in old.items():
        (project / name).write_bytes(data)


@pytest.fixture
def changed(project: Path, run: Run) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """A project with two documents that changed; its catalogs before and after a build."""
    sources = project / "source_texts"
    (project / "translator.toml").write_text('locales = ["ja", "en"]\n', encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (sources / name).write_text(NOTE, encoding="utf-8")
    run("--project", project, "build")
    saved(place(project), translated(**{"治疗有效。": "It works.", "没有副作用。": "No side effects."}))
    old = everything(project)
    (sources / "a.txt").write_text(NEW, encoding="utf-8")
    (sources / "b.txt").write_text("费用为五千元。\n", encoding="utf-8")
    run("--project", project, "build")
    new = everything(project)
    renew(project, old)
    return project, old, new


class Disk:
    """A function of `os` that fails at one of its calls."""

    def __init__(self, name: str, number: int) -> None:
        self.real = getattr(os, name)
        self.left = number
        self.has_failed = False

    def __call__(self, *arguments: object, **named: object) -> object:
        self.left -= 1
        if self.left == 0:
            self.has_failed = True
            raise OSError(28, "No space left on device")
        return self.real(*arguments, **named)


@pytest.mark.parametrize("call", ["fsync", "replace", "fdopen", "chmod"])
def test_a_disk_that_fails_at_any_write(
    changed: tuple[Path, dict[str, bytes], dict[str, bytes]], run: Run, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    project, old, new = changed
    number, disk = 0, None
    while disk is None or disk.has_failed:
        number += 1
        disk = Disk(call, number)
        with monkeypatch.context() as patch:
            patch.setattr(os, call, disk)
            result = run("--project", project, "build")
        found = everything(project)
        assert found.keys() <= old.keys() | new.keys(), "no temporary file stays"
        assert all(data in (old.get(name), new.get(name)) for name, data in found.items())
        if disk.has_failed:
            assert result.exit_code in (1, 3)
            assert "no space left on device" in result.stderr
            renew(project, old)
    # What can be made again is not forced onto the disk.
    lasting = ".po" if call == "fsync" else ""
    assert number == len([name for name in new if new[name] != old.get(name) and name.endswith(lasting)]) + 1
    assert everything(project) == new


KILLER = """\
import os, signal, sys
from translator import commands
call, number = sys.argv[1], int(sys.argv[2])
real, count = getattr(os, call), 0
def killed(*arguments, **named):
    global count
    count += 1
    if count == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments, **named)
setattr(os, call, killed)
commands.main(["-q", "--project", *sys.argv[3:]])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize(
    ("command", "call", "number"),
    [
        ("build", "replace", 1),
        ("build", "fsync", 3),
        ("build", "chmod", 6),
        ("--jobs 2 build", "replace", 2),
        ("--jobs 2 update", "fsync", 1),
        ("update", "replace", 3),
        ("update --accept punctuation", "chmod", 2),
        ("compile", "replace", 2),
        ("export --fallback source", "replace", 2),
        ("extract", "chmod", 1),
    ],
)
def test_a_killed_run(
    changed: tuple[Path, dict[str, bytes], dict[str, bytes]], run: Run, command: str, call: str, number: int
) -> None:
    """With two processes a worker is killed, and the first one says so; `benchmarks/kills.py` walks through all writes."""
    project, old, new = changed
    if command not in ("build", "--jobs 2 build", "extract"):
        run("--project", project, "extract")
    words = [*command.split()]
    killed = [sys.executable, "-c", KILLER, call, str(number), str(project), *words]
    done = subprocess.run(killed, cwd=ROOT, check=False, capture_output=True, timeout=60)
    if "--jobs" in command:
        assert (done.returncode, b"was killed" in done.stderr, b"Traceback" in done.stderr) == (3, True, False)
    else:
        assert done.returncode == -signal.SIGKILL
    found = everything(project)
    assert {name for name in old if not name.endswith(".mo")} <= found.keys()
    for name, data in found.items():
        # What a killed run leaves has a name that no step reads.
        assert data in (old.get(name), new.get(name)) or Path(name).name.startswith(".") or name.endswith(".mo")
    again = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "-q", "--project", str(project), *words],
        check=False,
        timeout=60,
        capture_output=True,
    )
    assert again.returncode in (0, 1)
    run("--project", project, "build")
    # Nothing is left of the killed run, not even half a file; `compile` asks no gate.
    left = everything(project)
    assert {name: data for name, data in left.items() if name in new or not name.endswith(".mo")} == new


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("call", ["replace", "fsync", "chmod"])
def test_killed_fixes(noted: Path, run: Run, call: str) -> None:
    assert run("--project", noted, "update").exit_code == 0
    path = place(noted)
    saved(path, translated(**{"费用为五千元。": "It costs ５０００ yuan."}))
    old = path.read_bytes()
    command = [sys.executable, "-c", KILLER, call, "1", str(noted), "check", "--fix"]
    assert subprocess.run(command, cwd=ROOT, check=False, timeout=60).returncode == -signal.SIGKILL
    assert path.read_bytes() == old
    run("--project", noted, "check", "--fix")
    assert entries(noted)["费用为五千元。"].target == "It costs 5000 yuan."
    assert run("--project", noted, "update").exit_code == 0
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_two_updates_at_once(changed: tuple[Path, dict[str, bytes], dict[str, bytes]], run: Run) -> None:
    project, _, new = changed
    assert run("--project", project, "extract").exit_code == 0
    command = [sys.executable, str(ROOT / "cli.py"), "-q", "--project", str(project), "update"]
    tools = [subprocess.Popen(command) for _ in range(3)]
    assert [tool.wait(60) for tool in tools] == [0, 0, 0]
    catalogs = {name: data for name, data in new.items() if name.endswith((".po", ".pot"))}
    assert {name: data for name, data in everything(project).items() if name in catalogs} == catalogs


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("command", ["update", "build", "check", "status"])
def test_a_pipe_where_a_catalog_should_be_is_told_and_not_waited_for(noted: Path, command: str) -> None:
    path = place(noted)
    path.unlink()
    os.mkfifo(path)
    tool = [sys.executable, str(ROOT / "cli.py"), "--project", str(noted), command]
    done = subprocess.run(tool, capture_output=True, timeout=60, check=False)
    assert done.returncode == (3 if command in ("update", "build") else 1)
    told = f"{place_of(noted, path)}: this is no regular file; name a file"
    said = (done.stdout + done.stderr).decode()
    assert told in said or told.replace(": ", ": error: ", 1) in said


MERGED = "治疗有效。\n\n<<<<<<< HEAD\n没有副作用。\n=======\n有副作用。\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.txt", MERGED, 3),
        ("a.md", MERGED, 3),
        ("a.md", "治疗有效。\n\n```\n" + MERGED + "```\n", 0),
        ("a.md", "```\n" + MERGED + "```\n\n" + MERGED, 13),
        ("a.txt", "<<<<<<< 左\n右 >>>>>>> \n", 0),
    ],
)
def test_a_document_that_git_could_not_merge_is_refused(
    project: Path, run: Run, name: str, text: str, line: int
) -> None:
    (project / "source_texts" / name).write_text(text, encoding="utf-8")
    result = run("--project", project, "extract")
    place = f"source_texts/{name}:{line}:1: error: git could not merge the document"
    assert (result.exit_code == 1, place in result.stdout + result.stderr) == (bool(line), bool(line))
    assert (project / "locales" / "templates" / f"{name}.pot").exists() is not bool(line)


BROKEN = '\nmsgid "half\nmsgstr "x"\n\nmsgid "治疗有效。"\nmsgstr "again"\n\nmsgid "坏句。"\nmsgstr "\\q"\n'


@pytest.mark.parametrize("command", ["update", "build"])
def test_half_broken_catalog_is_kept_and_every_fault_named(noted: Path, run: Run, command: str) -> None:
    path = place(noted)
    sound = path.read_bytes()
    path.write_bytes(sound + BROKEN.encode())
    (noted / "source_texts" / "b.txt").write_text("治疗有效。新。\n", encoding="utf-8")
    (noted / "source_texts" / "c.txt").write_text("坏句。\n", encoding="utf-8")
    assert run("--project", noted, "extract").exit_code == 0
    result = run("--project", noted, command)
    assert result.exit_code == 3
    assert path.read_bytes() == sound + BROKEN.encode()
    first = sound.count(b"\n")
    shown = [line for line in result.stderr.splitlines() if line.startswith("locales/en/LC_MESSAGES/a.txt.po:")]
    for line, name in ((2, "po-syntax"), (5, "duplicate-key"), (9, "po-syntax")):
        assert any(
            each.startswith(f"{place_of(noted, path)}:{first + line}:") and f"[{name}]" in each for each in shown
        )
    assert any("kept as it is (4 entries can be read)" in each for each in shown)
    # The others are brought up to date, with what can be read of the broken one.
    other = {e.source: e.target for e in po.read(path.with_name("b.txt.po").read_bytes()).catalog}
    assert other == {"治疗有效。": "again", "新。": ""}
    third = {e.source: e.target for e in po.read(path.with_name("c.txt.po").read_bytes()).catalog}
    assert third == {"坏句。": ""}


def place_of(project: Path, path: Path) -> str:
    return path.relative_to(project).as_posix()
