"""The commands on a project: what they write, what they say, how they exit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from _support import ROOT, Run

from translator import po, store

NOTE = "第一句。第二句。\n\n価格は12.5円です。\n"


def catalog(project: Path, locale: str, name: str = "a.txt") -> po.File:
    path = project / "locales" / locale / "LC_MESSAGES" / f"{name}.po"
    return po.read(path.read_bytes(), str(path))


def fill(project: Path, locale: str, targets: dict[str, str], name: str = "a.txt") -> None:
    file = catalog(project, locale, name)
    entries = tuple(e.with_target(targets[e.source]) if e.source in targets else e for e in file.catalog)
    path = project / "locales" / locale / "LC_MESSAGES" / f"{name}.po"
    path.write_bytes(po.write(type(file.catalog)(entries, file.catalog.header), file))


@pytest.fixture
def noted(project: Path, run: Run) -> Path:
    (project / "source_texts" / "a.txt").write_text(NOTE, encoding="utf-8")
    assert run("--project", project, "extract").exit_code == 0
    assert run("--project", project, "update").exit_code == 0
    return project


def test_extract_writes_one_entry_a_sentence(noted: Path) -> None:
    template = noted / "locales" / "templates" / "a.txt.pot"
    sources = [entry.source for entry in po.read(template.read_bytes(), "t").catalog]
    assert sources == ["第一句。", "第二句。", "価格は12.5円です。"]


def test_second_run_changes_no_byte(noted: Path, run: Run) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (noted / "locales").rglob("*.po*")}
    assert run("--project", noted, "extract").exit_code == 0
    assert run("--project", noted, "update").exit_code == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before


def test_update_dry_run_writes_nothing(noted: Path, run: Run) -> None:
    (noted / "source_texts" / "a.txt").write_text("新的句子。\n", encoding="utf-8")
    run("--project", noted, "extract")
    before = {path: path.read_bytes() for path in (noted / "locales").rglob("*.po")}
    result = run("--project", noted, "update", "--dry-run")
    assert result.exit_code == 0
    assert "locales/en/LC_MESSAGES/a.txt.po: 1 new" in result.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_update_dry_run_says_that_nothing_would_change(noted: Path, run: Run) -> None:
    result = run("--project", noted, "update", "-l", "en", "--dry-run")
    assert (result.exit_code, result.stderr) == (0, "nothing would change in 1 catalog\n")
    assert run("--project", noted, "update", "-l", "en").stderr == ""


def test_update_dry_run_says_that_a_document_changed(noted: Path, run: Run) -> None:
    (noted / "source_texts" / "a.txt").write_text("新的句子。\n", encoding="utf-8")
    result = run("--project", noted, "update", "-l", "en", "--dry-run")
    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        [
            "locales/templates/a.txt.pot: behind its document; run `translator extract`",
            "nothing would change in 1 catalog as the templates are now; they are behind their documents",
        ],
    )


def test_update_says_in_words_what_it_did(noted: Path, run: Run) -> None:
    document = noted / "source_texts" / "a.txt"
    fill(noted, "en", {"価格は12.5円です。": "The price is 12.5 yen."})
    document.write_text(document.read_text(encoding="utf-8").replace("12.5円", "１２.５円"), encoding="utf-8")
    run("--project", noted, "extract")
    told = run("--project", noted, "update").stderr
    assert "locales/en/LC_MESSAGES/a.txt.po: 1 kept in another form" in told
    document.write_text("别的话题。\n", encoding="utf-8")
    run("--project", noted, "extract")
    told = run("--project", noted, "update", "-l", "zh").stderr
    assert told.rstrip().endswith("dropped (empty or a copy of its source)")


def test_a_name_with_a_space_is_one_reference(project: Path, run: Run) -> None:
    (project / "source_texts" / "第 1 章.txt").write_text("一句。\n", encoding="utf-8")
    run("--project", project, "extract")
    run("--project", project, "update")
    path = project / "locales" / "en" / "LC_MESSAGES" / "第 1 章.txt.po"
    assert "#: \u2068source_texts/第 1 章.txt\u2069\n" in path.read_text(encoding="utf-8")
    assert len(po.read(path.read_bytes()).catalog.entries[0].references) == 1
    assert run("--project", project, "status", "--stale").exit_code == 0


def test_removed_translation_comes_back(noted: Path, run: Run) -> None:
    fill(noted, "en", {"第一句。": "First.", "第二句。": "Second.", "価格は12.5円です。": "The price is 12.5 yen."})
    source = noted / "source_texts" / "a.txt"
    source.write_text("第一句。\n", encoding="utf-8")
    run("--project", noted, "extract")
    run("--project", noted, "update")
    assert [(e.source, e.target) for e in catalog(noted, "en").catalog if e.is_obsolete] == [
        ("第二句。", "Second."),
        ("価格は12.5円です。", "The price is 12.5 yen."),
    ]
    source.write_text(NOTE, encoding="utf-8")
    run("--project", noted, "extract")
    run("--project", noted, "update")
    assert [(e.source, e.target, e.is_obsolete) for e in catalog(noted, "en").catalog] == [
        ("第一句。", "First.", False),
        ("第二句。", "Second.", False),
        ("価格は12.5円です。", "The price is 12.5 yen.", False),
    ]


def test_export_joins_sentences_as_the_locale_wants(noted: Path, run: Run) -> None:
    fill(noted, "en", {"第一句。": "First.", "第二句。": "Second.", "価格は12.5円です。": "The price is 12.5 yen."})
    assert run("--project", noted, "export", "-l", "en").exit_code == 0
    assert (noted / "build" / "en" / "a.txt").read_text(
        encoding="utf-8"
    ) == "First. Second.\n\nThe price is 12.5 yen.\n"


def test_export_says_nothing_for_an_empty_target(noted: Path, run: Run) -> None:
    fill(noted, "en", {"第一句。": "First and second.", "第二句。": "<empty/>", "価格は12.5円です。": "12.5 yen."})
    assert run("--project", noted, "export", "-l", "en").exit_code == 0
    assert (noted / "build" / "en" / "a.txt").read_text(encoding="utf-8") == "First and second.\n\n12.5 yen.\n"


def test_export_refuses_gaps_and_lists_them(noted: Path, run: Run) -> None:
    fill(noted, "en", {"第一句。": "First."})
    result = run("--project", noted, "export", "-l", "en")
    assert result.exit_code == 1
    assert "source_texts/a.txt in en: refused, 2 gaps" in result.stderr
    assert "source_texts/a.txt:1:5: untranslated: “第二句。”" in result.stderr
    assert not (noted / "build").exists()


@pytest.mark.parametrize(
    ("fallback", "text"),
    [
        ("source", "First. 第二句。\n\n価格は12.5円です。\n"),
        ("omit", "First.\n\n\n"),
        ("previous", "First. 第二句。\n\n価格は12.5円です。\n"),
    ],
)
def test_export_fallbacks(noted: Path, run: Run, fallback: str, text: str) -> None:
    fill(noted, "en", {"第一句。": "First."})
    assert run("--project", noted, "export", "-l", "en", "--fallback", fallback).exit_code == 0
    assert (noted / "build" / "en" / "a.txt").read_text(encoding="utf-8") == text


def test_export_takes_the_words_of_a_variant(noted: Path, run: Run) -> None:
    (noted / "translator.toml").write_text('locales = ["zh", "zh-Hant", "en"]\n', encoding="utf-8")
    run("--project", noted, "update")
    fill(noted, "zh", {"価格は12.5円です。": "价格为12.5日元。"})
    fill(noted, "zh-Hant", {"第一句。": "第一句話。", "第二句。": "第二句話。"})
    command = ("--project", noted, "export", "--fallback", "variant", "-l")
    result = run(*command, "zh-Hant")
    assert result.exit_code == 0
    copy = noted / "build" / "zh-Hant" / "a.txt"
    assert copy.read_text(encoding="utf-8") == "第一句話。第二句話。\n\n价格为12.5日元。\n"
    result = run(*command, "en")
    assert result.exit_code == 1
    assert "no variant can fill, for no other locale of this language is published" in result.stderr
    fill(noted, "zh", {"価格は12.5円です。": ""})
    result = run(*command, "zh-Hant")
    assert result.exit_code == 1
    assert "in zh-Hant: refused, 1 gap that no variant (zh) fills; fill them" in result.stderr


def test_a_build_with_variants_fills_the_rest_with_the_source(noted: Path, run: Run) -> None:
    (noted / "translator.toml").write_text(
        'locales = ["zh", "zh-Hant"]\nfallback = "variant"\n[checks]\nmin-coverage = 0\n', encoding="utf-8"
    )
    run("--project", noted, "update")
    fill(noted, "zh-Hant", {"価格は12.5円です。": "價格為12.5日圓。"})
    assert run("--project", noted, "build").exit_code == 0
    zh, hant = ((noted / "build" / each / "a.txt").read_text(encoding="utf-8") for each in ("zh", "zh-Hant"))
    assert zh == "第一句。第二句。\n\n價格為12.5日圓。\n"
    assert hant.endswith("價格為12.5日圓。\n")


def test_unmarked_export_keeps_the_encoding(project: Path, run: Run) -> None:
    data = "価格は12.5円です。\r\n".encode("cp932")
    (project / "source_texts" / "a.txt").write_bytes(data)
    (project / "translator.toml").write_text(
        'locales = ["ja"]\n[[documents]]\npath = "a.txt"\nencoding = "Shift_JIS"\nlanguage = "ja"\n', encoding="utf-8"
    )
    for command in ("extract", "update"):
        assert run("--project", project, command).exit_code == 0
    assert run("--project", project, "export", "--unmarked").exit_code == 0
    assert (project / "build" / "ja" / "a.txt").read_bytes() == data
    assert run("--project", project, "export").exit_code == 0
    assert (project / "build" / "ja" / "a.txt").read_bytes() == data.decode("cp932").encode()


def test_catalogs_without_a_project(noted: Path, tmp_path: Path, run: Run) -> None:
    template = noted / "locales" / "templates" / "a.txt.pot"
    target = tmp_path / "alone" / "ja.po"
    target.parent.mkdir()
    out = tmp_path / "alone" / "new.po"
    header = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    target.write_text(
        header + 'msgid "第一句。"\nmsgstr "一つ目。"\n\nmsgid "古い。"\nmsgstr "ふるい。"\n', encoding="utf-8"
    )
    assert run("update", "--template", template, "--catalog", target, "--out", out).exit_code == 0
    merged = po.read(out.read_bytes(), "new.po").catalog
    assert next((e.source, e.target, e.is_obsolete) for e in merged) == ("第一句。", "一つ目。", False)
    assert [(e.source, e.target, e.is_obsolete) for e in merged][-1] == ("古い。", "ふるい。", True)
    assert run("compile", out, "--out", tmp_path / "a.mo").exit_code == 0
    assert (tmp_path / "a.mo").read_bytes()[:4] == b"\xde\x12\x04\x95"


def test_segments_prints_the_contract(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff一句。\r\n二句。".encode())
    lines = [json.loads(line) for line in run("--project", tmp_path, "segments", path).stdout.splitlines()]
    assert [(each["start"], each["end"], each["text"]) for each in lines] == [(0, 3, "一句。"), (5, 8, "二句。")]
    assert set(lines[0]) == {"path", "part", "kind", "start", "end", "text", "lang", "confidence", "foreign"}


def test_segments_tells_what_it_cannot_read_and_goes_on(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.html").write_bytes(b'<meta charset="utf-8"><p>\xc4 broken</p>')
    (tmp_path / "b.html").write_text("<p>結果</p>", encoding="utf-8")
    result = run("segments", tmp_path)
    assert result.exit_code == 3
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == ["結果"]
    assert "a.html:1" in result.stderr


def test_segments_declared_language_overrules(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.txt"
    path.write_text("結果\n", encoding="utf-8")
    assert json.loads(run("segments", "--lang", "ja_JP", path).stdout)["lang"] == "ja"


def test_verify_prints_the_contract(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("一句。二句。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x80\xff\xfe")
    result = run("verify", tmp_path)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 1
    assert first["laws"] == dict.fromkeys(("identity", "order", "return", "reach", "cover"), True)
    assert (first["segments"], first["format"], first["refused"]) == (2, "text", None)
    assert "byte 0" in second["refused"]


class TestBadInput:
    def test_no_project(self, tmp_path: Path, run: Run) -> None:
        result = run("--project", tmp_path, "extract")
        assert (result.exit_code, "translator init" in result.stderr) == (3, True)

    def test_missing_sources_folder(self, project: Path, run: Run) -> None:
        (project / "source_texts").rmdir()
        result = run("--project", project, "extract")
        assert (result.exit_code, result.stderr) == (
            3,
            "source_texts: the sources folder is missing; make it, or set `sources` in translator.toml\n",
        )

    def test_unknown_key_names_the_nearest(self, project: Path, run: Run) -> None:
        (project / "translator.toml").write_text('name = "x"\nlocale_s = ["ja"]\n', encoding="utf-8")
        result = run("--project", project, "extract")
        assert result.exit_code == 3
        assert "translator.toml:2:1: there is no key `locale_s`; did you mean `locales`?" in result.stderr

    @pytest.mark.parametrize("spelling", ["zh-CN", "zh_Hans", "chs", "ja_JP", "en-US"])
    def test_locale_spellings_are_understood(self, tmp_path: Path, run: Run, spelling: str) -> None:
        assert run("init", tmp_path / "p", "--locale", spelling).exit_code == 0
        (tmp_path / "p" / "source_texts" / "a.txt").write_text("一句。", encoding="utf-8")
        assert run("--project", tmp_path / "p", "extract").exit_code == 0
        assert run("--project", tmp_path / "p", "update", "-l", spelling).exit_code == 0
        assert (tmp_path / "p" / "locales" / spelling / "LC_MESSAGES" / "a.txt.po").exists()

    def test_locale_that_does_not_exist(self, project: Path, run: Run) -> None:
        assert run("init", project / "new", "--locale", "xx-YY").exit_code == 2
        assert not (project / "new").exists()
        assert run("--project", project, "update", "-l", "fr").exit_code == 2

    def test_one_bad_document_does_not_hide_the_others(self, project: Path, run: Run) -> None:
        sources = project / "source_texts"
        (sources / "bad.txt").write_bytes(b"\x80\x81\xff\xe4")
        (sources / "nul.txt").write_bytes(b"a\0b\0\0\0c")
        (sources / "empty.txt").write_bytes(b"")
        (sources / "numbers.txt").write_text("12\n3.5\n", encoding="utf-8")
        (sources / "picture.png").write_bytes(b"\x89PNG\r\n")
        result = run("--project", project, "extract")
        assert result.exit_code == 1
        assert "source_texts/bad.txt:1:1: error: byte 0 (80 81 FF E4)" in result.stderr
        assert "source_texts/nul.txt:1:2: error: byte 1 is NUL" in result.stderr
        assert "source_texts/picture.png: warning: no format" in result.stderr
        names = sorted(path.name for path in (project / "locales" / "templates").iterdir())
        assert names == ["empty.txt.pot", "numbers.txt.pot"]

    def test_broken_catalog_is_kept_as_it_is(self, noted: Path, run: Run) -> None:
        path = noted / "locales" / "ja" / "LC_MESSAGES" / "a.txt.po"
        broken = path.read_bytes() + b'\nmsgid "half\nmsgstr "x"\n'
        path.write_bytes(broken)
        result = run("--project", noted, "update")
        assert result.exit_code != 0
        line = broken[: broken.index(b"half")].count(b"\n") + 1
        assert f"locales/ja/LC_MESSAGES/a.txt.po:{line}:" in result.stderr
        assert path.read_bytes() == broken

    def test_two_catalogs_for_one_document(self, project: Path, run: Run) -> None:
        name = "ガ.txt"
        (project / "source_texts" / name).write_text("一句。", encoding="utf-8")
        assert run("--project", project, "extract").exit_code == 0
        assert run("--project", project, "update").exit_code == 0
        folder = project / "locales" / "ja" / "LC_MESSAGES"
        other = folder / unicodedata.normalize("NFD", f"{name}.po")
        other.write_bytes((folder / f"{name}.po").read_bytes())
        if len(list(folder.iterdir())) == 1:
            pytest.skip("this file system does not tell the two names apart")
        result = run("--project", project, "update")
        assert result.exit_code != 0
        assert "two catalogs for one document" in result.stderr

    def test_decomposed_file_names_are_found_again(self, project: Path, run: Run) -> None:
        name = "ガ.txt"
        (project / "source_texts" / name).write_text("一句。", encoding="utf-8")
        folder = project / "locales" / "ja" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        there = folder / unicodedata.normalize("NFD", f"{name}.po")
        there.write_text('msgid "一句。"\nmsgstr "一つの文。"\n', encoding="utf-8")
        run("--project", project, "extract")
        assert run("--project", project, "update").exit_code == 0
        assert [each.name for each in folder.iterdir()] == [there.name]
        assert po.read(there.read_bytes(), "x").catalog.entries[0].target == "一つの文。"

    def test_folder_that_may_not_be_written(self, noted: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        path = noted / "locales" / "ja" / "LC_MESSAGES" / "a.txt.po"
        before = path.read_bytes()
        (noted / "source_texts" / "a.txt").write_text("新的。", encoding="utf-8")
        run("--project", noted, "extract")

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(store, "_made", refuse)
        result = run("--project", noted, "update", "-l", "ja")
        assert result.exit_code in (1, 3)
        assert "the file cannot be written (permission denied); nothing was changed" in result.stderr
        assert path.read_bytes() == before

    def test_full_disk_leaves_the_old_file(self, noted: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        path = noted / "locales" / "ja" / "LC_MESSAGES" / "a.txt.po"
        before = path.read_bytes()
        (noted / "source_texts" / "a.txt").write_text("新的。", encoding="utf-8")
        run("--project", noted, "extract")

        def full(descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        result = run("--project", noted, "update", "-l", "ja")
        assert result.exit_code in (1, 3)
        assert "no space left on device" in result.stderr
        assert path.read_bytes() == before
        assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("launcher", [["cli.py"], ["-m", "translator"]])
def test_launchers_are_the_same_tool(launcher: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, *launcher, "--version"], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.startswith("translator ")


def test_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一句。" * 20000, encoding="utf-8")
    tool = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "segments", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert tool.stdout is not None and tool.stderr is not None
    tool.stdout.read(100)
    tool.stdout.close()
    message = tool.stderr.read().decode()
    tool.stderr.close()
    assert tool.wait(60) == 3
    assert message == "the output was closed before everything was written\n"


def test_interrupt_exits_with_130(tmp_path: Path) -> None:
    code = "import os, signal; from translator import commands; import translator.project as p\n"
    code += "p.Project.open = classmethod(lambda *a: os.kill(os.getpid(), signal.SIGINT))\ncommands.main(['extract'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (130, False)


SRX = """<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="no"/>
<body><languagerules><languagerule languagerulename="zh">
<rule break="yes"><beforebreak>；</beforebreak><afterbreak></afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern="zh.*" languagerulename="zh"/></maprules></body></srx>
"""


def test_srx_rules_are_added(project: Path, run: Run) -> None:
    (project / "rules.srx").write_text(SRX, encoding="utf-8")
    with (project / "translator.toml").open("a", encoding="utf-8") as file:
        file.write('srx = "rules.srx"\n')
    (project / "source_texts" / "a.txt").write_text("第一，检查；第二，治疗。第三，随访。\n", encoding="utf-8")
    assert run("--project", project, "extract").exit_code == 0
    template = project / "locales" / "templates" / "a.txt.pot"
    sources = [entry.source for entry in po.read(template.read_bytes(), "t").catalog]
    assert sources == ["第一，检查；", "第二，治疗。", "第三，随访。"]


def test_paragraph_catalog_is_carried_over_to_sentences(project: Path, run: Run) -> None:
    settings = project / "translator.toml"
    plain = settings.read_text(encoding="utf-8")
    settings.write_text(plain + 'segmentation = "block"\n', encoding="utf-8")
    (project / "source_texts" / "a.txt").write_text("第一句。第二句。\n甲。乙。丙。\n", encoding="utf-8")
    for command in ("extract", "update"):
        assert run("--project", project, command).exit_code == 0
    fill(project, "en", {"第一句。第二句。": "First. Second.", "甲。乙。丙。": "A and B. C."})
    settings.write_text(plain, encoding="utf-8")
    for command in ("extract", "update"):
        assert run("--project", project, command).exit_code == 0
    live = {e.source: (e.target, e.is_fuzzy) for e in catalog(project, "en").catalog if not e.is_obsolete}
    assert live["第一句。"] == ("First.", False)
    assert live["第二句。"] == ("Second.", False)
    assert [(e.source, e.target) for e in catalog(project, "en").catalog if e.is_obsolete][-1] == (
        "甲。乙。丙。",
        "A and B. C.",
    )


def test_any_number_of_processes_gives_the_same(project: Path, run: Run) -> None:
    names = {
        "a.txt": "第一句。第二句。\n",
        "b.json": '{"題": "改善した。", "n": 1}',
        "c.html": "<p>治疗<b>有效</b>。</p>",
        "d.md": "# 标题\n",
    }
    for name, text in names.items():
        (project / "source_texts" / name).write_text(text, encoding="utf-8")
    (project / "source_texts" / "bad.txt").write_bytes(b"\x80\x81\xff\xe4")
    told = []
    for jobs in ("1", "3"):
        result = run("--project", project, "--jobs", jobs, "extract")
        files = {each.name: each.read_bytes() for each in (project / "locales" / "templates").iterdir()}
        told.append((result.exit_code, result.stderr.splitlines()[1:], files))
    assert told[0] == told[1]
    assert told[0][0] == 1


def test_export_refuses_copied_source(noted: Path, run: Run) -> None:
    fill(noted, "en", {each: each for each in ("第一句。", "第二句。", "価格は12.5円です。")})
    result = run("--project", noted, "export", "-l", "en")
    assert result.exit_code == 1
    assert "source_texts/a.txt:1:1: not in the locale's language: “第一句。”" in result.stderr
    assert not (noted / "build").exists()


class TestNames:
    """Files among the sources whose names or kinds make no document."""

    def test_odd_names_do_not_hide_the_others(self, project: Path, run: Run) -> None:
        sources = project / "source_texts"
        (sources / "a b 「引」.txt").write_text("一句。", encoding="utf-8")
        (sources / "new\nline.txt").write_text("一句。", encoding="utf-8")
        (sources / os.fsdecode(b"bad\xff.txt")).write_text("一句。", encoding="utf-8")
        (sources / "gone.txt").symlink_to("nowhere.txt")
        os.mkfifo(sources / "pipe.txt")
        for _ in range(2):
            result = run("--project", project, "extract")
            assert result.exit_code == 1
            assert [each.name for each in (project / "locales" / "templates").iterdir()] == ["a b 「引」.txt.pot"]
        assert result.stderr.count("this is no regular file") == 2
        assert result.stderr.count("rename it") == 2
        report = json.loads(run("--project", project, "check", "--format", "json").stdout)
        assert sum(each["check"] == "unreadable-document" for each in report["findings"]) == 4

    def test_names_in_two_unicode_forms(self, project: Path, run: Run) -> None:
        sources = project / "source_texts"
        for form in ("NFC", "NFD"):
            (sources / unicodedata.normalize(form, "ガ.txt")).write_text("一句。", encoding="utf-8")
        (sources / "z.txt").write_text("一句。", encoding="utf-8")
        result = run("--project", project, "extract")
        assert result.exit_code == 1
        assert "two documents have this name" in result.stderr
        assert (project / "locales" / "templates" / "z.txt.pot").exists()

    def test_a_pipe_is_refused(self, tmp_path: Path, run: Run) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        assert run("segments", tmp_path / "pipe.txt").exit_code == 3
        assert run("verify", tmp_path / "pipe.txt").exit_code == 3


def test_broken_template_is_made_again(noted: Path, run: Run) -> None:
    template = noted / "locales" / "templates" / "a.txt.pot"
    whole = template.read_bytes()
    template.write_bytes(whole + b'msgid "half\n')
    assert run("--project", noted, "extract").exit_code == 0
    assert template.read_bytes() == whole


def test_status_names_a_broken_catalog(noted: Path, run: Run) -> None:
    path = noted / "locales" / "ja" / "LC_MESSAGES" / "a.txt.po"
    path.write_bytes(path.read_bytes() + b'msgid "half\n')
    result = run("--project", noted, "status")
    assert (result.exit_code, "locales/ja/LC_MESSAGES/a.txt.po:" in result.stderr) == (1, True)


def test_folder_name_is_no_language(tmp_path: Path, run: Run) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "en.po").write_text('msgid "一句。"\nmsgstr "One."\n', encoding="utf-8")
    report = json.loads(run("check", tmp_path / "new" / "en.po", "--format", "json").stdout)
    assert list(report["coverage"]) == ["en"]


def test_gate_without_documents_says_so(project: Path, run: Run) -> None:
    report = json.loads(run("--project", project, "check", "--format", "json").stdout)
    assert [each["check"] for each in report["findings"]] == ["no-documents"]


@pytest.mark.parametrize("locales", ["[]", '["zh", "zh-Hans"]', '["ja", "ja_JP"]'])
def test_locales_that_make_no_sense(project: Path, run: Run, locales: str) -> None:
    (project / "translator.toml").write_text(f"locales = {locales}\n", encoding="utf-8")
    assert run("--project", project, "extract").exit_code == 3
