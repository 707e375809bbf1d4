"""`translator check` and `explain`: fixes, baseline, ratchet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from _support import Run

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "en.po"
    entries = 'msgid "剂量为5毫克。"\nmsgstr "The dose is 6 mg."\n\nmsgid "治疗有效。"\nmsgstr "The treatment works."\n'
    path.write_text(HEADER + entries, encoding="utf-8")
    return path


def test_a_changed_number_is_an_error_with_its_place(faulty: Path, run: Run) -> None:
    result = run("check", faulty, "--format", "json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    assert (finding["check"], finding["line"], finding["column"]) == ("number-mismatch", 7, 21)


def test_baseline_accepts_what_is_known_and_fails_on_what_is_new(faulty: Path, run: Run) -> None:
    baseline = faulty.parent / "baseline.json"
    assert run("check", faulty, "--write-baseline", baseline).exit_code == 1
    assert run("check", faulty, "--baseline", baseline).exit_code == 0
    faulty.write_text(faulty.read_text(encoding="utf-8").replace("works", "治疗"), encoding="utf-8")
    assert run("check", faulty, "--baseline", baseline).exit_code == 1


def test_ratchet_rises_and_does_not_fall(faulty: Path, run: Run) -> None:
    ratchet = faulty.parent / "ratchet.json"
    made = run("check", faulty, "--ratchet", ratchet)
    assert made.stderr.endswith("ratchet.json: made; coverage may not fall below it\n")
    before = json.loads(ratchet.read_text(encoding="utf-8"))
    faulty.write_text(faulty.read_text(encoding="utf-8").replace("The treatment works.", ""), encoding="utf-8")
    result = run("check", faulty, "--ratchet", ratchet, "--min-coverage", "0")
    assert result.exit_code == 1
    assert "[coverage-fell]" in result.stdout
    assert json.loads(ratchet.read_text(encoding="utf-8")) == before


def test_fix_shows_then_writes(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "en.po"
    path.write_text(HEADER + 'msgid "治疗有效。"\nmsgstr "The treatment works. "\n', encoding="utf-8")
    before = path.read_bytes()
    shown = run("check", path, "--fix", "--dry-run")
    assert (shown.exit_code, path.read_bytes()) == (0, before)
    assert '-msgstr "The treatment works. "\n+msgstr "The treatment works."' in shown.stdout
    assert run("check", path, "--fix").exit_code == 0
    assert path.read_bytes() == before.replace(b"works. ", b"works.")
    again = run("check", path, "--fix")
    assert (again.exit_code, again.stderr) == (0, "no finding has a safe fix; nothing to write\n")


def test_explain_prints_the_documentation(run: Run) -> None:
    assert "Bad:" in run("explain", "number-mismatch").stdout
    assert "number-mismatch" in run("explain").stdout
    wrong = run("explain", "number-mismatches")
    assert (wrong.exit_code, "did you mean “number-mismatch”?" in wrong.stderr) == (2, True)


def report_on(project: Path, run: Run, settings: str, name: str, text: str) -> dict[str, Any]:
    """What `check` finds in a project of one document that nobody has translated yet."""
    (project / "translator.toml").write_text(settings, encoding="utf-8")
    (project / "source_texts" / name).write_text(text, encoding="utf-8")
    for command in ("extract", "update"):
        run("--project", project, command)
    report: dict[str, Any] = json.loads(run("--project", project, "check", "--format", "json").stdout)
    return report


def test_folder_that_gettext_never_finds_is_a_warning(project: Path, run: Run) -> None:
    report = report_on(project, run, 'locales = ["zh-Hant"]\n', "a.txt", "12\n")
    (found,) = report["findings"]
    assert (found["check"], found["severity"], found["path"], found["line"]) == (
        "locale-folder",
        "warning",
        "translator.toml",
        1,
    )


def test_emphasis_that_does_not_render_is_told_before_the_gate(project: Path, run: Run) -> None:
    report = report_on(project, run, 'locales = ["zh"]\n', "a.md", "**这是重点。**后面还有文字。\n")
    assert [(each["check"], each["path"]) for each in report["findings"]] == [("not-rendered", "build/zh/a.md")]
    assert report["findings"][0]["documents"] == [{"path": "source_texts/a.md", "line": 1}]


def test_emphasis_is_judged_where_nothing_is_missing(project: Path, run: Run) -> None:
    report = report_on(project, run, 'locales = ["en"]\n', "a.md", "**这是重点。**后面还有文字。\n")
    assert {each["check"] for each in report["findings"]} == {"untranslated"}


def test_catalogs_that_say_little_are_findings(tmp_path: Path, run: Run) -> None:
    double = tmp_path / "q.po"
    double.write_text('msgid "一句。"\nmsgstr "One."\n\nmsgid "一句。"\nmsgstr "Two."\n', encoding="utf-8")
    other = tmp_path / "bin.po"
    other.write_bytes(b"\x7fELF\x02\x01")
    result = run("check", double, other, "--format", "json")
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert sorted(each["check"] for each in report["findings"]) == [
        "duplicate-key",
        "invalid-catalog",
        "unknown-language",
    ]
    assert report["coverage"] == {}


def _checks(project: Path, run: Run, settings: str, *options: str) -> list[tuple[str, str]]:
    """(check, path) of the findings under settings."""
    (project / "translator.toml").write_text('locales = ["zh", "ja", "en"]\n' + settings, encoding="utf-8")
    result = run("--project", project, "check", "--format", "json", *options)
    return [(each["check"], each["path"]) for each in json.loads(result.stdout)["findings"]]


def test_findings_of_whole_files_can_be_accepted(project: Path, run: Run) -> None:
    (project / "source_texts" / "a.txt").write_bytes("今日は改善した。明日も続く。\n".encode("cp932"))
    (project / "source_texts" / "b.bin").write_bytes(b"\0")
    run("--project", project, "extract")
    run("--project", project, "update")
    guessed, unread = ("guessed-encoding", "source_texts/a.txt"), ("unreadable-document", "source_texts/b.bin")
    unused = ("unused-suppression", "translator.toml")
    assert {guessed, unread} <= set(_checks(project, run, ""))
    rule = '[[checks.ignore]]\ncheck = "{}"\nreason = "known"\ndocuments = ["{}"]\n'
    found = set(_checks(project, run, rule.format("guessed-encoding", "a.txt")))
    assert unread in found and not found & {guessed, unused}
    found = set(_checks(project, run, rule.format("unreadable-document", "*.bin")))
    assert guessed in found and not found & {unread, unused}
    assert {guessed, unread, unused} <= set(_checks(project, run, rule.format("unreadable-document", "a.txt")))


def test_findings_of_copies_can_be_accepted(project: Path, run: Run) -> None:
    rule = '[[checks.ignore]]\ncheck = "not-rendered"\nreason = "meant"\ndocuments = ["{}"]\n'
    (project / "source_texts" / "a.md").write_text("**这是重点。**后面还有文字。\n", encoding="utf-8")
    run("--project", project, "build")
    assert ("not-rendered", "build/zh/a.md") in _checks(project, run, "")
    assert not {"not-rendered", "unused-suppression"} & set(dict(_checks(project, run, rule.format("a.md"))))
    assert {"not-rendered", "unused-suppression"} <= set(dict(_checks(project, run, rule.format("b.md"))))


def test_a_suppression_for_another_locale_is_not_unused(project: Path, run: Run) -> None:
    (project / "source_texts" / "a.txt").write_text("治疗。\n", encoding="utf-8")
    rule = '[[checks.ignore]]\ncheck = "residue"\nreason = "a name"\nlocales = ["ja"]\n'
    assert "unused-suppression" not in dict(_checks(project, run, rule, "-l", "en"))
    assert "unused-suppression" in dict(_checks(project, run, rule))


@pytest.mark.parametrize(
    ("option", "data", "told"),
    [
        ("--ratchet", b'{"en": 200}', "the coverage of en is no percentage (200); write the file anew"),
        ("--ratchet", b"\x83", "byte 0 is not UTF-8; write the file anew"),
        ("--ratchet", b"{", ":1:2: this is no JSON"),
        ("--baseline", b"\x83", "byte 0 is not UTF-8; write the file anew"),
        ("--baseline", b'{"version": 1, "accepted": [1]}', "this is no accepted finding (1); write it anew"),
    ],
)
def test_a_broken_baseline_or_ratchet_is_told(faulty: Path, run: Run, option: str, data: bytes, told: str) -> None:
    kept = faulty.parent / "kept.json"
    kept.write_bytes(data)
    result = run("check", faulty, option, kept)
    assert result.exit_code == 3
    assert told in result.stderr
    assert kept.read_bytes() == data


def test_the_ratchet_obeys_the_levels(project: Path, run: Run) -> None:
    (project / "source_texts" / "a.txt").write_text("治疗。\n", encoding="utf-8")
    (project / "kept.json").write_text('{"en": 50}', encoding="utf-8")
    options = ("--ratchet", str(project / "kept.json"))
    assert "coverage-fell" in dict(_checks(project, run, "", *options))
    assert "coverage-fell" not in dict(_checks(project, run, '[checks.levels]\ncoverage-fell = "off"\n', *options))
