"""Documents that are moved, renamed or deleted: what becomes of their templates and catalogs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from _support import Run

from translator import po

TEXT = "治疗有效。没有副作用。\n\n費用は五千円です。\n\n详情请咨询。\n"
COMMENTS = '# by hand\n#. lang: zh-Hans\n#: source_texts/{}\nmsgid "治疗有效。"\nmsgstr ""\n"It "\n"works."\n'
OBSOLETE = '\n#~ msgid "旧句。"\n#~ msgstr "An old sentence."\n'


def catalog_path(project: Path, name: str, locale: str = "en") -> Path:
    return project / "locales" / locale / "LC_MESSAGES" / f"{name}.po"


@pytest.fixture
def moved(project: Path, run: Run) -> Path:
    """A project with a translated document a.txt, and another one."""
    sources = project / "source_texts"
    (project / "translator.toml").write_text('locales = ["ja", "en"]\n', encoding="utf-8")
    (sources / "a.txt").write_text(TEXT, encoding="utf-8")
    (sources / "other.txt").write_text("别的文件。没有副作用。\n", encoding="utf-8")
    for command in ("extract", "update"):
        assert run("--project", project, command).exit_code == 0
    path = catalog_path(project, "a.txt")
    text = path.read_text(encoding="utf-8")
    old = '#. lang: zh-Hans\n#: source_texts/a.txt\nmsgid "治疗有效。"\nmsgstr ""\n'
    assert old in text
    text = text.replace(old, COMMENTS.format("a.txt")).replace("Last-Translator: ", "Last-Translator: Me")
    path.write_text(text + OBSOLETE, encoding="utf-8")
    return project


def again(project: Path, run: Run, *options: str) -> str:
    """What update says, after extract."""
    assert run("--project", project, "extract").exit_code == 0
    result = run("--project", project, "update", *options)
    assert result.exit_code == 0, result.stderr
    return result.stderr


@pytest.mark.parametrize("name", ["b.txt", "guide/deep/a.txt"])
def test_catalogs_go_along(moved: Path, run: Run, name: str) -> None:
    before = catalog_path(moved, "a.txt").read_text(encoding="utf-8")
    target = moved / "source_texts" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(moved / "source_texts" / "a.txt", target)
    said = again(moved, run)
    assert f"locales/en/LC_MESSAGES/{name}.po: carried along from locales/en/LC_MESSAGES/a.txt.po" in said
    assert not catalog_path(moved, "a.txt").exists()
    assert not catalog_path(moved, "a.txt", "ja").exists()
    after = catalog_path(moved, name).read_text(encoding="utf-8")
    assert after == before.replace("source_texts/a.txt", f"source_texts/{name}")
    assert not (moved / "locales" / "templates" / "a.txt.pot").exists()


def test_edited_on_the_way(moved: Path, run: Run) -> None:
    (moved / "source_texts" / "a.txt").unlink()
    (moved / "source_texts" / "b.txt").write_text(TEXT.replace("详情请咨询", "详情请来电咨询"), encoding="utf-8")
    again(moved, run)
    text = catalog_path(moved, "b.txt").read_text(encoding="utf-8")
    assert COMMENTS.format("b.txt") in text
    assert text.endswith(OBSOLETE)
    assert "Last-Translator: Me" in text


def test_too_different_is_not_the_same_document(moved: Path, run: Run) -> None:
    before = catalog_path(moved, "a.txt").read_bytes()
    (moved / "source_texts" / "a.txt").unlink()
    (moved / "source_texts" / "b.txt").write_text("治疗有效。\n\n一。\n\n二。\n\n三。\n", encoding="utf-8")
    assert "carried" not in again(moved, run)
    assert catalog_path(moved, "a.txt").read_bytes() == before
    # Its translations are offered all the same.
    found = {e.source: e.target for e in po.read(catalog_path(moved, "b.txt").read_bytes()).catalog}
    assert found["治疗有效。"] == "It works."


def test_two_that_fit_are_not_guessed_at(moved: Path, run: Run) -> None:
    before = catalog_path(moved, "a.txt").read_bytes()
    shutil.copy(moved / "source_texts" / "a.txt", moved / "source_texts" / "c.txt")
    shutil.move(moved / "source_texts" / "a.txt", moved / "source_texts" / "b.txt")
    assert "carried" not in again(moved, run)
    assert catalog_path(moved, "a.txt").read_bytes() == before
    for name in ("b.txt", "c.txt"):
        found = {e.source: e.target for e in po.read(catalog_path(moved, name).read_bytes()).catalog}
        assert found["治疗有效。"] == "It works."


def test_folder_of_pages_that_look_alike(moved: Path, run: Run) -> None:
    """Pages made from one pattern share most of their keys; each keeps its own catalog."""
    sources = moved / "source_texts"
    for name in ("x", "y", "z"):
        (sources / "old" / name).mkdir(parents=True)
        (sources / "old" / name / "page.txt").write_text(f"{TEXT}\n\n产品{name}。\n", encoding="utf-8")
    again(moved, run)
    for name in ("x", "y", "z"):
        path = catalog_path(moved, f"old/{name}/page.txt")
        path.write_text(path.read_text(encoding="utf-8") + f'\n#~ msgid "{name}"\n#~ msgstr "{name}"\n', "utf-8")
    shutil.move(sources / "old", sources / "new")
    # One page more, as like to the others as they are to each other.
    (sources / "new" / "w").mkdir()
    (sources / "new" / "w" / "page.txt").write_text(f"{TEXT}\n\n产品w。\n", encoding="utf-8")
    assert again(moved, run).count("carried along") == 6
    for name in ("x", "y", "z"):
        assert f'#~ msgid "{name}"' in catalog_path(moved, f"new/{name}/page.txt").read_text(encoding="utf-8")


def test_same_text_and_same_name(moved: Path, run: Run) -> None:
    sources = moved / "source_texts"
    (sources / "copy.txt").write_text(TEXT, encoding="utf-8")
    again(moved, run)
    before = catalog_path(moved, "a.txt").read_text(encoding="utf-8")
    (sources / "deep").mkdir()
    for name in ("a.txt", "copy.txt"):
        shutil.move(sources / name, sources / "deep" / name)
    assert again(moved, run).count("carried along") == 4
    after = catalog_path(moved, "deep/a.txt").read_text(encoding="utf-8")
    assert after == before.replace("source_texts/a.txt", "source_texts/deep/a.txt")


def test_copied_document_takes_nothing_away(moved: Path, run: Run) -> None:
    before = catalog_path(moved, "a.txt").read_bytes()
    shutil.copy(moved / "source_texts" / "a.txt", moved / "source_texts" / "b.txt")
    assert "carried" not in again(moved, run)
    assert catalog_path(moved, "a.txt").read_bytes() == before


def test_one_locale_at_a_time(moved: Path, run: Run) -> None:
    shutil.move(moved / "source_texts" / "a.txt", moved / "source_texts" / "b.txt")
    assert again(moved, run, "-l", "ja").count("carried") == 1
    assert catalog_path(moved, "a.txt").exists()
    assert again(moved, run).count("carried") == 1
    assert not catalog_path(moved, "a.txt").exists()


def test_dry_run_says_so_and_moves_nothing(moved: Path, run: Run) -> None:
    shutil.move(moved / "source_texts" / "a.txt", moved / "source_texts" / "b.txt")
    before = sorted((moved / "locales" / "en").rglob("*"))
    said = again(moved, run, "--dry-run")
    assert said.count("carried along") == 2
    assert "LC_MESSAGES/b.txt.po: notes and order only" in said
    assert sorted((moved / "locales" / "en").rglob("*")) == before


def test_build_carries_along(moved: Path, run: Run) -> None:
    shutil.move(moved / "source_texts" / "a.txt", moved / "source_texts" / "b.txt")
    assert "carried along" in run("--project", moved, "build").stderr
    assert COMMENTS.format("b.txt") in catalog_path(moved, "b.txt").read_text(encoding="utf-8")


def test_deleted_document_leaves_its_catalogs(moved: Path, run: Run) -> None:
    before = catalog_path(moved, "a.txt").read_bytes()
    (moved / "source_texts" / "a.txt").unlink()
    again(moved, run)
    assert catalog_path(moved, "a.txt").read_bytes() == before
    for command in ("status", "check"):
        result = run("--project", moved, command)
        told = result.stdout + result.stderr
        assert "info: the document is gone (source_texts/a.txt)" in told
        assert "locales/en/LC_MESSAGES/a.txt.po" in told
    assert not (moved / "locales" / "templates" / "a.txt.pot").exists()
    (moved / "source_texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    again(moved, run)
    assert catalog_path(moved, "a.txt").read_bytes() == before


def test_the_template_goes_though_the_project_has_another_name(moved: Path, run: Run) -> None:
    settings = moved / "translator.toml"
    settings.write_text('name = "other"\nteam = "Ours"\n', encoding="utf-8")
    (moved / "source_texts" / "a.txt").unlink()
    assert "a.txt.pot: removed, for the document is gone" in run("--project", moved, "extract").stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgid "没有副作用。"\nmsgstr ""', 'msgid "没有副作用。"\nmsgstr "None."'),
        ('msgid "没有副作用。"', '# for Ann\nmsgid "没有副作用。"'),
        ('"Language: \\n"', '"Language: \\n"\n"X-Mine: yes\\n"'),
        ('msgid ""', '# Ours.\nmsgid ""'),
    ],
)
def test_edited_template_is_kept(moved: Path, run: Run, old: str, new: str) -> None:
    path = moved / "locales" / "templates" / "a.txt.pot"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (moved / "source_texts" / "a.txt").unlink()
    result = run("--project", moved, "extract")
    assert "a.txt.pot: the document is gone; the template is kept, for it was edited" in result.stderr
    assert path.read_text(encoding="utf-8") == text.replace(old, new, 1)


def test_extract_of_some_documents_removes_nothing(moved: Path, run: Run) -> None:
    (moved / "source_texts" / "a.txt").unlink()
    assert run("--project", moved, "extract", "other.txt").exit_code == 0
    assert (moved / "locales" / "templates" / "a.txt.pot").exists()
