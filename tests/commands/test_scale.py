"""Many documents: the same with any number of processes, and what is kept is never stale."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from _support import ROOT, Run
from click.testing import Result

from translator import po, store
from translator.cache import FOLDER
from translator.catalog import Entry
from translator.commands import _offers, _pipeline, _work

SETTINGS = 'locales = ["zh", "ja", "en"]\n[checks]\nmin-coverage = 0\nlevels = { number-mismatch = "warning" }\n'
FRUIT = ("苹果很甜。", "りんごは甘いです。", "今天卖出了{n}箱梨。", "本日は梨を{n}箱売りました。", "雨のち晴れ。")
TARGETS = {
    "苹果很甜。": {"ja": "りんごは甘いです。", "en": "Apples are sweet."},
    "りんごは甘いです。": {"zh": "苹果很甜。", "en": "Apples are sweet."},
    "今天卖出了3箱梨。": {"ja": "本日は梨を3箱売りました。", "en": "Today 4 boxes of pears were sold."},
}


def fill(project: Path, name: str, targets: dict[str, dict[str, str]] = TARGETS) -> None:
    for locale in ("zh", "ja", "en"):
        path = project / "locales" / locale / "LC_MESSAGES" / f"{name}.po"
        file = po.read(path.read_bytes(), name)
        entries = tuple(
            e.with_target(targets[e.source][locale]) if locale in targets.get(e.source, {}) and not e.target else e
            for e in file.catalog
        )
        path.write_bytes(po.write(type(file.catalog)(entries, file.catalog.header), file))


@pytest.fixture
def many(project: Path, run: Run) -> Path:
    """A dozen documents, one translated, and a file of no format."""
    (project / "translator.toml").write_text(SETTINGS, encoding="utf-8")
    for number in range(12):
        path = project / "source_texts" / f"{number % 3}" / f"page-{number:02}.{'md' if number % 5 else 'txt'}"
        path.parent.mkdir(exist_ok=True)
        lines = [each.format(n=number) for each in FRUIT[number % 2 :]]
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    (project / "source_texts" / "none.xyz").write_bytes(b"\x00\x01")
    assert run("--project", project, "extract").exit_code == 0
    assert run("--project", project, "update").exit_code == 0
    for path in sorted((project / "source_texts").rglob("page-*3.*")):
        fill(project, path.relative_to(project / "source_texts").as_posix())
    return project


def tree(project: Path) -> dict[str, bytes]:
    found = (path for path in sorted(project.rglob("*")) if path.is_file() and FOLDER not in path.parts)
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in found}


def seen(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    "command",
    [
        ["build"],
        ["check", "--format", "json"],
        ["update"],
        ["status"],
        ["status", "--stale"],
        ["extract"],
        ["export"],
        ["compile"],
    ],
)
def test_any_number_of_processes_gives_the_same(
    many: Path, run: Run, command: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / many.name
    shutil.copytree(many, other, ignore=shutil.ignore_patterns(FOLDER))
    one = run("--project", many, "--jobs", "1", *command)
    two = run("--project", other, "--jobs", "3", *command)
    assert seen(one) == seen(two)
    assert tree(many) == tree(other)
    assert one.exit_code == (command == ["export"])


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes it an error to work on any document."""

    def refuse(*_: object) -> None:
        raise AssertionError("a document was worked on")

    def begin() -> None:
        for each in (_work.Builder, _work.Judge, _work.Publisher):
            monkeypatch.setattr(each, "__call__", refuse)

    return begin


def test_nothing_changed_is_nothing_done(many: Path, run: Run, idle: Callable[[], None]) -> None:
    run("--project", many, "build")
    first = run("--project", many, "build")
    before = {path: path.stat().st_mtime_ns for path in many.rglob("*") if path.is_file()}
    idle()
    assert seen(run("--project", many, "--jobs", "1", "build")) == seen(first)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert run("--project", many, "--jobs", "1", "check").exit_code == 0


@pytest.mark.parametrize("settings", ['locales = ["zh", "ja", "en"]\n', SETTINGS])
def test_a_build_where_nothing_changed_loads_no_check(many: Path, run: Run, settings: str) -> None:
    (many / "translator.toml").write_text(settings, encoding="utf-8")
    run("--project", many, "build")
    told = (
        "import sys, translator.commands as tool\n"
        f"try: tool.main(['--project', {str(many)!r}, 'build'])\n"
        "except SystemExit: print('translator.languages.quantities' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    # Where settings name a check, all must be known, to say which name is none.
    assert done.stdout.splitlines()[-1] == str("levels" in settings)


def test_a_kept_check_says_the_same(many: Path, run: Run, idle: Callable[[], None]) -> None:
    words = ("--project", many, "--jobs", "1", "check", "--format", "json", "--fail-on", "warning")
    first = run(*words)
    idle()
    assert seen(run(*words)) == seen(first)
    assert '"number-mismatch"' in first.stdout


Change = Callable[[Path], None]


def edit(name: str, old: str, new: str) -> Change:
    def change(project: Path) -> None:
        path = project / name
        status, text = path.stat(), path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    return change


def remove(name: str) -> Change:
    return lambda project: (project / name).unlink()


CHANGES: dict[str, Change] = {
    "source": edit("source_texts/0/page-03.md", "りんご", "みかん"),
    "catalog": edit("locales/en/LC_MESSAGES/0/page-03.md.po", "Today 4", "Today 3"),
    "template": edit("locales/templates/0/page-03.md.pot", "りんご", "みかん"),
    "template gone": remove("locales/templates/0/page-03.md.pot"),
    "compiled gone": remove("locales/en/LC_MESSAGES/0/page-03.md.mo"),
    "copy edited": edit("build/en/0/page-03.md", "sweet", "sour"),
    "copy gone": remove("build/ja/0/page-03.md"),
    "level": edit("translator.toml", '"warning"', '"error"'),
    "reading": edit("translator.toml", 'locales = ["zh"', 'segmentation = "block"\nlocales = ["zh"'),
    "document gone": remove("source_texts/0/page-03.md"),
    "document moved": lambda project: (project / "source_texts/0/page-03.md").rename(project / "source_texts/new.md"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_noticed(
    many: Path, run: Run, change: Change, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run("--project", many, "build")
    change(many)
    other = tmp_path_factory.mktemp("other") / many.name
    shutil.copytree(many, other, ignore=shutil.ignore_patterns(FOLDER))
    kept, fresh = run("--project", many, "build"), run("--project", other, "build")
    assert seen(kept) == seen(fresh)
    assert tree(many) == tree(other)
    words = ("check", "--format", "json")
    shutil.rmtree(other / FOLDER)
    assert seen(run("--project", many, *words)) == seen(run("--project", other, *words))


def test_a_gap_hears_of_a_translation_made_elsewhere(many: Path, run: Run) -> None:
    for _ in range(3):
        run("--project", many, "build")
    name = "locales/en/LC_MESSAGES/0/page-00.txt.po"
    assert not next(e for e in po.read((many / name).read_bytes(), name).catalog if e.source == "雨のち晴れ。").target
    fill(many, "1/page-01.md", {"雨のち晴れ。": {"en": "Rain, then sun.", "zh": "雨后天晴。"}})
    run("--project", many, "build")
    entry = next(e for e in po.read((many / name).read_bytes(), name).catalog if e.source == "雨のち晴れ。")
    assert (entry.target, entry.is_fuzzy) == ("Rain, then sun.", False)


def test_a_damaged_cache_changes_nothing(many: Path, run: Run) -> None:
    for _ in range(2):
        first = run("--project", many, "build")
    path = many / FOLDER / "records.sqlite3"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + bytes(len(data) // 2))
    before = tree(many)
    assert seen(run("--project", many, "build")) == seen(first)
    assert tree(many) == before


def test_a_broken_catalog_is_named_with_any_number_of_processes(
    many: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = many / "locales" / "en" / "LC_MESSAGES" / "0" / "page-03.md.po"
    path.write_bytes(path.read_bytes() + b'\nmsgid "a\nmsgstr "b"\n')
    other = tmp_path_factory.mktemp("other") / many.name
    shutil.copytree(many, other)
    results = [run("--project", folder, "--jobs", jobs, "build") for folder, jobs in ((many, 1), (other, 3))]
    assert [each.exit_code for each in results] == [3, 3]
    assert seen(results[0]) == seen(results[1])
    assert "page-03.md.po" in results[0].stderr


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupted_build_leaves_whole_files(many: Path, run: Run) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "--project", str(many), "--jobs", "2", "build"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and not (many / FOLDER).exists():
        pass
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "interrupted" in told
    assert not list(many.rglob("*.tmp"))
    assert run("--project", many, "build").exit_code == 0


def opened(project: Path, name: str, locale: str, source: str) -> Entry:
    path = project / "locales" / locale / "LC_MESSAGES" / f"{name}.po"
    return next(each for each in po.read(path.read_bytes(), name).catalog if each.source == source)


@pytest.mark.parametrize("command", ["build", "update"])
def test_a_gap_hears_of_a_catalog_without_a_document(many: Path, run: Run, command: str) -> None:
    left = many / "locales" / "en" / "LC_MESSAGES" / "gone.txt.po"
    left.write_text('msgid "x"\nmsgstr "y"\n', encoding="utf-8")
    for _ in range(2):
        run("--project", many, command)
    left.write_text('msgid "雨のち晴れ。"\nmsgstr "Rain, then sun."\n', encoding="utf-8")
    run("--project", many, command)
    assert opened(many, "0/page-00.txt", "en", "雨のち晴れ。").target == "Rain, then sun."


@pytest.fixture
def lonely(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes it an error to look into catalogs of other documents."""

    def refuse(*_: object) -> None:
        raise AssertionError("another catalog was looked into")

    def begin() -> None:
        for each in (_offers.Indexer, _offers.Offerer):
            monkeypatch.setattr(each, "__call__", refuse)

    return begin


def test_others_are_asked_only_where_something_is_wanted(many: Path, run: Run, lonely: Callable[[], None]) -> None:
    name = "0/page-03.md"
    words = ("--project", many, "--jobs", "1", "update", "-l", "ja")
    path = many / "source_texts" / name
    path.write_text("りんごは甘いです。\n\n雨のち雪。\n", encoding="utf-8")
    run("--project", many, "extract")
    lonely()
    assert run(*words, name).exit_code == 0
    # A sentence in the locale's own language passes through.
    assert opened(many, name, "ja", "雨のち雪。").target == "雨のち雪。"
    path.write_text("りんごは甘いです。\n\n今天下雪。\n", encoding="utf-8")
    run("--project", many, "extract")
    result = run(*words, name)
    assert (result.exit_code, "another catalog was looked into" in result.stderr) == (70, True)


def test_a_second_update_knows_the_other_catalogs(many: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("--project", many, "--jobs", "1", "update", "0/page-00.txt")
    asked = []
    real = _offers.Indexer.__call__

    def counted(self: _offers.Indexer, name: str) -> object:
        asked.append(name)
        return real(self, name)

    monkeypatch.setattr(_offers.Indexer, "__call__", counted)
    run(*words)
    count = len(asked)
    assert count == 3 * 11
    run(*words)
    assert len(asked) == count
    fill(many, "1/page-01.md", {"雨のち晴れ。": {"en": "Rain, then sun.", "zh": "雨后天晴。"}})
    run(*words)
    assert asked[count:] == ["1/page-01.md"] * 2
    assert opened(many, "0/page-00.txt", "en", "雨のち晴れ。").target == "Rain, then sun."


KILLER = """\
import os, signal, sys
from translator import commands
count = 0
real = os.replace
def killed(*arguments, **named):
    global count
    count += 1
    if count == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments, **named)
os.replace = killed
commands.main(["-q", "--jobs", "1", "--project", sys.argv[2], "build"])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("number", [1, 3, 5])
def test_after_a_killed_build_nothing_is_stale(
    many: Path, run: Run, number: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run("--project", many, "build")
    CHANGES["source"](many)
    CHANGES["catalog"](many)
    other = tmp_path_factory.mktemp("other") / many.name
    shutil.copytree(many, other, ignore=shutil.ignore_patterns(FOLDER))
    done = subprocess.run([sys.executable, "-c", KILLER, str(number), str(many)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert len([path for path in many.rglob("*.tmp")]) == 1
    kept, fresh = run("--project", many, "build"), run("--project", other, "build")
    assert (kept.exit_code, kept.stdout) == (fresh.exit_code, fresh.stdout)
    # What the killed run left half-written is gone as well.
    assert tree(many) == tree(other)


def test_two_builds_that_meet(many: Path, run: Run) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "-q", "--jobs", "1", "--project", str(many), "build"]
    tools = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [each.wait(120) for each in tools] == [0, 0]
    before = tree(many)
    kept = run("--project", many, "build")
    shutil.rmtree(many / FOLDER)
    assert seen(run("--project", many, "build")) == seen(kept)
    assert tree(many) == before


def test_what_changed_while_it_was_judged_is_not_kept(many: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("--project", many, "build")
    name = "locales/en/LC_MESSAGES/0/page-03.md.po"
    CHANGES["catalog"](many)
    judged, todo = _work.judged, [edit(name, "Today 3", "Today 5")]

    def met(shelf: _pipeline.Shelf, document: str, *rest: object) -> object:
        found = judged(shelf, document, *rest)  # type: ignore[arg-type]
        if document == "0/page-03.md" and todo:
            todo.pop()(many)
        return found

    monkeypatch.setattr(_work, "judged", met)
    words = ("--project", many, "--jobs", "1", "check", "--format", "json")
    assert "number-mismatch" not in run(*words).stdout
    assert "number-mismatch" in run(*words).stdout


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("place", ["source_texts/0/page-03.md", "locales/en/LC_MESSAGES/0/page-03.md.po"])
def test_what_changed_and_was_changed_back_is_not_kept(
    many: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: str, place: str
) -> None:
    run("--project", many, "build")
    path = many / place
    before = path.read_bytes() + b"\n"
    path.write_bytes(before)
    read, todo = store.read, [before.replace(b"3", b"7")]

    def moment(where: Path, shown: str = "") -> bytes:
        if where != path or not todo:
            return read(where, shown)
        path.write_bytes(todo.pop())
        data = read(where, shown)
        path.write_bytes(before)
        return data

    monkeypatch.setattr(store, "read", moment)
    run("--project", many, "--jobs", "1", command)
    assert not todo
    kept = run("--project", many, "check", "--format", "json")
    shutil.rmtree(many / FOLDER)
    assert seen(run("--project", many, "check", "--format", "json")) == seen(kept)
