"""`translator status --stale`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from _support import Run

from translator import po
from translator.catalog import Catalog


@pytest.fixture
def noted(project: Path, run: Run) -> Path:
    (project / "translator.toml").write_text('locales = ["zh", "en"]\n', encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (project / "source_texts" / name).write_text(f"治疗有效。{name} 没有副作用。\n", encoding="utf-8")
    for command in ("extract", "update"):
        assert run("--project", project, command).exit_code == 0
    return project


def lines(project: Path, run: Run) -> tuple[int, list[str]]:
    result = run("--project", project, "status", "--stale")
    return result.exit_code, result.stdout.splitlines()


def test_nothing_is_behind(noted: Path, run: Run) -> None:
    assert lines(noted, run) == (0, [])
    path = noted / "locales" / "en" / "LC_MESSAGES" / "a.txt.po"
    file = po.read(path.read_bytes())
    path.write_bytes(
        po.write(Catalog(tuple(each.with_target("x") for each in file.catalog), file.catalog.header), file)
    )
    assert lines(noted, run) == (0, [])


def test_a_source_changed(noted: Path, run: Run) -> None:
    (noted / "source_texts" / "a.txt").write_text("治疗非常有效。\n", encoding="utf-8")
    behind = [
        "locales/templates/a.txt.pot: behind its document; run `translator extract`",
        "locales/zh/LC_MESSAGES/a.txt.po: behind its document; run `translator update`",
        "locales/en/LC_MESSAGES/a.txt.po: behind its document; run `translator update`",
    ]
    assert lines(noted, run) == (1, behind)
    run("--project", noted, "extract")
    assert lines(noted, run) == (1, behind[1:])
    run("--project", noted, "update", "-l", "zh")
    assert lines(noted, run) == (1, behind[2:])
    run("--project", noted, "update")
    assert lines(noted, run) == (0, [])


def test_missing_and_broken_ones_are_behind(noted: Path, run: Run) -> None:
    (noted / "locales" / "templates" / "a.txt.pot").unlink()
    (noted / "locales" / "zh" / "LC_MESSAGES" / "a.txt.po").unlink()
    with (noted / "locales" / "en" / "LC_MESSAGES" / "b.txt.po").open("a") as file:
        file.write('msgid "half\n')
    code, found = lines(noted, run)
    assert code == 1
    assert found[:2] == [
        "locales/templates/a.txt.pot: missing; run `translator extract`",
        "locales/zh/LC_MESSAGES/a.txt.po: missing; run `translator update`",
    ]
    assert len(found) == 3
    assert found[2].startswith("locales/en/LC_MESSAGES/b.txt.po: cannot be read (")


def test_moved_documents_are_named_with_their_catalogs(noted: Path, run: Run) -> None:
    (noted / "source_texts" / "a.txt").rename(noted / "source_texts" / "c.txt")
    (noted / "locales" / "zh" / "LC_MESSAGES" / "a.txt.po").unlink()
    behind = [
        "locales/zh/LC_MESSAGES/c.txt.po: missing; run `translator update`",
        "locales/en/LC_MESSAGES/c.txt.po: moved, and still at locales/en/LC_MESSAGES/a.txt.po; run `translator update`",
    ]
    assert lines(noted, run) == (1, ["locales/templates/c.txt.pot: missing; run `translator extract`", *behind])
    run("--project", noted, "extract")
    assert lines(noted, run) == (1, behind)
    run("--project", noted, "update")
    assert lines(noted, run) == (0, [])
    assert (noted / "locales" / "en" / "LC_MESSAGES" / "c.txt.po").exists()


def test_json(noted: Path, run: Run) -> None:
    (noted / "locales" / "zh" / "LC_MESSAGES" / "a.txt.po").unlink()
    result = run("--project", noted, "status", "--stale", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "stale": [
            {
                "document": "a.txt",
                "path": "locales/zh/LC_MESSAGES/a.txt.po",
                "locale": "zh",
                "reason": "missing; run `translator update`",
            }
        ]
    }
