"""What a project may not do: leave its folder, write among its documents, overlook a folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from _support import Run


def settings(project: Path, text: str) -> None:
    (project / "translator.toml").write_text(text + "\n", encoding="utf-8")


@pytest.fixture
def filled(project: Path) -> Path:
    """A project with one document."""
    (project / "source_texts" / "a.txt").write_text("一句。\n", encoding="utf-8")
    return project


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ('name = "x"\nsources = "../docs"', "2:1", "sources"),
        ('output = "/srv/www"', "1:1", "output"),
        ('catalogs = "a/../../b"', "1:1", "catalogs"),
        ("output = 'C:\\www'", "1:1", "output"),
        ('srx = "../rules.srx"', "1:1", "srx"),
        ('[locale.zh]\nfolder = "../zh"', "2:1", "folder"),
    ],
)
def test_settings_cannot_lead_out_of_the_project(filled: Path, run: Run, text: str, place: str, key: str) -> None:
    settings(filled, text)
    result = run("--project", filled, "build")
    assert result.exit_code == 3
    assert f"translator.toml:{place}: `{key}` leads out of the project" in result.stderr


@pytest.mark.parametrize(
    "text", ['output = "source_texts"', 'sources = "locales"', '[locale.zh]\nfolder = "templates"']
)
def test_folders_have_one_purpose_each(filled: Path, run: Run, text: str) -> None:
    settings(filled, text)
    assert run("--project", filled, "check").exit_code == 3


@pytest.mark.parametrize("out", ["source_texts", "source_texts/copies"])
def test_copies_are_not_written_among_the_documents(
    filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.chdir(filled)
    run("update")
    result = run("export", "--fallback", "source", "--out", out)
    assert result.exit_code == 3
    assert "the copy would stand among the documents" in result.stderr
    assert [each.name for each in (filled / "source_texts").iterdir()] == ["a.txt"]


def test_documents_beside_catalogs_and_copies(project: Path, run: Run) -> None:
    settings(project, 'sources = "."')
    (project / "a.txt").write_text("一句。\n", encoding="utf-8")
    for _ in range(2):
        run("--project", project, "build")
        run("--project", project, "export", "--fallback", "source")
        assert run("--project", project, "extract").exit_code == 0
    templates = project / "locales" / "templates"
    assert [each.name for each in templates.rglob("*.pot")] == ["a.txt.pot"]
    assert (project / "build" / "ja" / "a.txt").read_text(encoding="utf-8") == "一句。\n"


def test_linked_folder_is_named(filled: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> None:
    (filled / "source_texts" / "linked").symlink_to(tmp_path_factory.mktemp("else"), target_is_directory=True)
    result = run("--project", filled, "extract")
    assert result.exit_code == 1
    assert "source_texts/linked: error: this is a link to a folder, which is not followed" in result.stderr


def test_linked_file_from_elsewhere_is_not_read(
    filled: Path, tmp_path_factory: pytest.TempPathFactory, run: Run
) -> None:
    secret = tmp_path_factory.mktemp("else") / "secret.txt"
    secret.write_text("秘密。", encoding="utf-8")
    (filled / "source_texts" / "b.txt").symlink_to(secret)
    (filled / "source_texts" / "c.txt").symlink_to("a.txt")
    result = run("--project", filled, "extract")
    assert result.exit_code == 1
    assert "source_texts/b.txt: error: this is a link that leads out of the project" in result.stderr
    assert not (filled / "locales" / "templates" / "b.txt.pot").exists()
    assert (filled / "locales" / "templates" / "c.txt.pot").exists()


def test_what_cannot_be_read_is_told_once(filled: Path, run: Run) -> None:
    (filled / "source_texts" / "b.json").write_text('{"a": "一"', encoding="utf-8")
    result = run("--project", filled, "build")
    assert result.exit_code == 1
    assert (result.stdout + result.stderr).count("source_texts/b.json") == 1


def close(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a folder one that cannot be listed."""
    scandir = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", refusing)


def test_closed_folder_is_named(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = filled / "source_texts" / "closed"
    closed.mkdir()
    close(closed, monkeypatch)
    result = run("--project", filled, "extract")
    assert result.exit_code == 1
    assert "source_texts/closed: error: the folder cannot be read" in result.stderr


def test_what_a_closed_folder_hides_is_not_gone(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = filled / "source_texts" / "closed"
    closed.mkdir()
    (closed / "b.txt").write_text("两句。\n", encoding="utf-8")
    (filled / "source_texts" / "closed.txt").write_text("三句。\n", encoding="utf-8")
    run("--project", filled, "build")
    (filled / "source_texts" / "closed.txt").unlink()
    close(closed, monkeypatch)
    for command in ("extract", "build"):
        assert run("--project", filled, command).exit_code == 1
        names = [each.name for each in (filled / "locales" / "templates").rglob("*.pot")]
        assert sorted(names) == ["a.txt.pot", "b.txt.pot"]
    report = json.loads(run("--project", filled, "check", "--format", "json").stdout)
    assert [each["path"] for each in report["findings"] if each["check"] == "orphaned-catalog"] == [
        f"locales/{locale}/LC_MESSAGES/closed.txt.po" for locale in ("zh", "ja", "en")
    ]


@pytest.mark.parametrize("word", ["nan", "NaN", "-1", "100.5", "x"])
def test_a_share_is_a_number_from_0_to_100(filled: Path, run: Run, word: str) -> None:
    assert run("--project", filled, "check", f"--min-coverage={word}").exit_code == 2


@pytest.mark.parametrize("command", ["check", "compile"])
def test_a_catalog_alone_has_its_locale(filled: Path, run: Run, command: str) -> None:
    run("--project", filled, "build")
    catalog = filled / "locales" / "ja" / "LC_MESSAGES" / "a.txt.po"
    result = run("--project", filled, command, "-l", "ja", catalog)
    assert result.exit_code == 2
    assert "-l goes without FILE.po" in result.stderr


def test_a_new_catalog_is_not_in_newari(filled: Path, run: Run) -> None:
    run("--project", filled, "extract")
    template = filled / "locales" / "templates" / "a.txt.pot"
    result = run("update", "--template", template, "--catalog", filled / "new.po")
    assert result.exit_code == 3
    assert "does not say its language; name it like `ja.po`" in result.stderr
    assert run("update", "--template", template, "--catalog", filled / "new.ja.po").exit_code == 0


def test_a_locale_without_data_can_be_published(filled: Path, run: Run) -> None:
    settings(filled, 'locales = ["tlh"]')
    assert run("--project", filled, "build").exit_code == 1
    text = (filled / "locales" / "tlh" / "LC_MESSAGES" / "a.txt.po").read_text(encoding="utf-8")
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in text


def test_init_makes_no_project_that_cannot_be_opened(tmp_path: Path, run: Run) -> None:
    result = run("init", tmp_path / "p", "--locale", "zh", "--locale", "zh_CN")
    assert (result.exit_code, (tmp_path / "p").exists()) == (2, False)
    assert "are the same locale" in result.stderr


def test_compile_names_catalogs_as_the_project_does(filled: Path, run: Run) -> None:
    run("--project", filled, "build")
    for locale in ("zh", "ja"):
        path = filled / "locales" / locale / "LC_MESSAGES" / "a.txt.po"
        path.write_bytes(path.read_bytes() + b'msgid "half\n')
    result = run("--project", filled, "compile")
    assert result.exit_code == 3
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "locales/zh/LC_MESSAGES/a.txt.po",
        "locales/ja/LC_MESSAGES/a.txt.po",
        "some catalogs could not be compiled",
    ]


def test_verify_of_a_folder_without_documents_proves_nothing(tmp_path: Path, run: Run) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    result = run("verify", tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "no format reads a file in this folder" in result.stderr


def test_one_cause_is_told_once_for_all_locales(filled: Path, run: Run) -> None:
    assert run("--project", filled, "update").stderr.splitlines() == [
        "locales/templates/a.txt.pot: the template is missing; run `translator extract`"
    ]
    assert run("--project", filled, "export", "-q").stderr.splitlines() == [
        "source_texts/a.txt in zh, ja, en: refused, no catalog holds its entries; run `translator update`"
    ]
    assert run("--project", filled, "check").stdout.splitlines()[:2] == [
        "locales/en/LC_MESSAGES/a.txt.po: error: no catalog for the locale en (1 entry); run translator update"
        " [missing-catalog]",
        "    also locales/ja/LC_MESSAGES/a.txt.po, locales/zh/LC_MESSAGES/a.txt.po",
    ]


def test_gaps_that_a_fallback_fills_are_counted(filled: Path, run: Run) -> None:
    run("--project", filled, "build")
    assert run("--project", filled, "export", "--fallback", "omit").stderr.splitlines() == [
        "3 copies in build/",
        "2 gaps filled by the fallback “omit”; `translator check` lists them",
    ]


def test_settings_give_levels_to_findings_of_all_kinds(project: Path, run: Run) -> None:
    assert "no-documents" in run("--project", project, "check").stdout
    settings(project, '[checks.levels]\nno-documents = "off"')
    assert run("--project", project, "check").stdout == "no findings\n"
    settings(project, '[checks.levels]\nno-documents = "error"')
    assert run("--project", project, "check").exit_code == 1


def test_line_ends_of_unicode_end_no_line_of_a_catalog(tmp_path: Path, run: Run) -> None:
    head = 'msgid ""\nmsgstr "Language: en\\n"\n\n# a\u2028b\x0cc\nmsgid "一句。"\nmsgstr "One 二."\n'
    (tmp_path / "en.po").write_text(head, encoding="utf-8")
    assert '    msgstr "One 二."' in run("check", tmp_path / "en.po").stdout.splitlines()


def test_tables_of_the_settings_that_fit_nothing_are_named(filled: Path, run: Run) -> None:
    settings(
        filled,
        '[[documents]]\npath = "a.txt"\nlanguage = "zh"\n[[documents]]\npath = "b.txt"\nlanguage = "ja"\n'
        "[[rows]]\npath = 'c/*.txt'\npattern = '(a)'\n[[context]]\ncontext = 'x'\n",
    )
    lines = [each for each in run("--project", filled, "check").stdout.splitlines() if "unused-setting" in each]
    assert lines == [
        "translator.toml:5:1: warning: [[documents]] fits no document (path “b.txt”); correct the path, or take the"
        " table out [unused-setting]",
        "translator.toml:8:1: warning: [[rows]] fits no document (path “c/*.txt”); correct the path, or take the"
        " table out [unused-setting]",
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [("compile|", 3), ("extract|", 3), ("export|", 3), ("update|--template||--catalog|", 2), ("check|", 3)],
)
def test_an_empty_name_is_no_whole_project(
    filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch, line: str, code: int
) -> None:
    monkeypatch.chdir(filled)
    assert run(*line.split("|")).exit_code == code


def test_excluded_files_are_no_documents(filled: Path, run: Run) -> None:
    sources = filled / "source_texts"
    (sources / "drafts").mkdir()
    for name in ("knee.png", "drafts/b.txt"):
        (sources / name).write_text("还没写完。", encoding="utf-8")
    assert "knee.png: warning: no format reads this suffix" in run("--project", filled, "extract").stderr
    with (filled / "translator.toml").open("r+", encoding="utf-8") as file:
        text = file.read()
        file.seek(0)
        file.write('exclude = ["*.png", "drafts/*"]\n' + text)
    result = run("--project", filled, "extract")
    assert "png" not in result.stderr
    assert not (filled / "locales" / "templates" / "drafts" / "b.txt.pot").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ('paragraphs = "line"', "it must be one of lines, blank-lines"),
        ("paragraphs = 1", "`paragraphs` is “1”; it must be one of lines, blank-lines"),
        ('ruby = "keep"', "there is no option `ruby` for a.txt; the options of its format are paragraphs"),
    ],
)
def test_options_of_a_document_are_those_of_its_format(project: Path, run: Run, options: str, message: str) -> None:
    (project / "source_texts" / "a.txt").write_text("你好。", encoding="utf-8")
    (project / "translator.toml").write_text(
        f'[[documents]]\npath = "a.txt"\n[documents.options]\n{options}\n', encoding="utf-8"
    )
    result = run("--project", project, "extract")
    assert result.exit_code == 1
    assert f"translator.toml:4:1: error: {'`paragraphs` is “line”; ' * ('line' in options)}{message}" in result.stderr


def test_sentence_rules_that_are_not_there(project: Path, run: Run) -> None:
    (project / "translator.toml").write_text('srx = "rules.srx"\n', encoding="utf-8")
    result = run("--project", project, "extract")
    assert result.exit_code == 3
    assert "translator.toml:1:1: `srx` names no file (“rules.srx”)" in result.stderr


def test_settings_are_named_from_where_one_stands(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "translator.toml").write_text("colour = 1\n", encoding="utf-8")
    monkeypatch.chdir(project)
    assert run("build").stderr.startswith("translator.toml:1:1: ")
    monkeypatch.chdir(project.parent)
    assert run("--project", project.name, "build").stderr.startswith(f"{project.name}/translator.toml:1:1: ")


def test_a_project_is_not_made_of_a_file(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("你好。", encoding="utf-8")
    result = run("init", tmp_path / "a.txt")
    assert result.exit_code == 3
    assert "a.txt: this is no folder; name the project's folder" in result.stderr


def test_what_an_encoding_cannot_hold_is_found_before_the_copy(project: Path, run: Run) -> None:
    settings(project, 'locales = ["zh"]\nencoding = "keep"\n[[documents]]\npath = "a.txt"\nencoding = "cp932"')
    (project / "source_texts" / "a.txt").write_bytes("手術は安全です。\n".encode("cp932"))
    (project / "source_texts" / "b.txt").write_text("手术安全。\n", encoding="utf-8")
    for command in ("extract", "update"):
        run("--project", project, command)
    path = project / "locales" / "zh" / "LC_MESSAGES" / "a.txt.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('です。"\nmsgstr ""', 'です。"\nmsgstr "本次手术很安全，术后继续治疗。"'), encoding="utf-8"
    )
    report = json.loads(run("--project", project, "check", "--format", "json").stdout)
    found = [(e["check"], e["path"], e["column"], e["span"], e["message"]) for e in report["findings"]]
    message = "cp932 cannot hold “术继续疗”; use other words, or write copies in UTF-8"
    assert found == [("unencodable-character", "locales/zh/LC_MESSAGES/a.txt.po", 12, [3, 4], message)]
    result = run("--project", project, "export")
    assert result.exit_code == 1
    assert "source_texts/a.txt:1:4: zh: cp932 cannot hold “术” (U+672F); write the copy in UTF-8" in result.stderr
    assert (project / "build" / "zh" / "b.txt").exists()
    assert not (project / "build" / "zh" / "a.txt").exists()
