"""`translator update --template --catalog`: what is broken, doubled or of another document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from _support import Run

from translator import po
from translator.commands import _update_alone

HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def po_of(*pairs: tuple[str, str]) -> str:
    return "\n".join(f'msgid "{source}"\nmsgstr "{target}"\n' for source, target in pairs)


Update = Callable[..., tuple[int, str, str]]


@pytest.fixture
def update(tmp_path: Path, run: Run) -> Update:
    def call(template: str, catalog: str, *options: str) -> tuple[int, str, str]:
        (tmp_path / "t.pot").write_text(template, encoding="utf-8", newline="")
        (tmp_path / "c.po").write_text(HEAD + catalog, encoding="utf-8", newline="")
        result = run("update", "--template", tmp_path / "t.pot", "--catalog", tmp_path / "c.po", *options)
        written = (tmp_path / "c.po").read_text(encoding="utf-8")
        assert written.startswith(HEAD.rstrip("\n"))
        return result.exit_code, written[len(HEAD) :], result.stderr

    return call


def test_what_cannot_be_read_stays_and_is_reported(update: Update) -> None:
    broken = 'msgid "费用"\nmsgstr "Fees\n\n'
    code, written, said = update(po_of(("疗效", ""), ("副作用", "")), broken + po_of(("疗效", "Effect")))
    assert code == 1
    assert 'msgstr "Fees\n' in written
    assert po_of(("疗效", "Effect"), ("副作用", "")) in written
    assert "c.po:7:" in said


def test_doubles_are_united_and_reported_once(update: Update) -> None:
    doubled = po_of(("疗效", "Effect"), ("疗效", "Efficacy"))
    code, written, said = update(po_of(("疗效", "")), doubled)
    united = '# translator: conflict: Efficacy\n#, fuzzy\nmsgid "疗效"\nmsgstr "Effect"\n'
    assert (code, written) == (1, united)
    assert "[duplicate-key]" in said
    assert update(po_of(("疗效", "")), united) == (0, united, "")


def test_a_template_of_another_document_is_a_warning(update: Update) -> None:
    ours = po_of(*((source, "x") for source in ("安全性评价", "入组标准", "随访计划", "知情同意")))
    theirs = po_of(*((source, "") for source in ("天气很好", "今天下雨了", "明日晴れ", "昨日の風")))
    code, written, said = update(theirs, ours)
    assert code == 0
    assert written.count('#~ msgstr "x"') == 4
    assert "[unrelated-template]" in said
    code, revived, said = update(ours.replace('"x"', '""'), written)
    assert (code, revived) == (0, ours)


def test_verbose_names_what_is_dangerous(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.pot").write_text(po_of(("有效率为12.3%的患者", "")), encoding="utf-8")
    (tmp_path / "c.po").write_text(HEAD + po_of(("有效率为12.2%的患者", "12.2%")), encoding="utf-8")
    result = run("-v", "update", "--template", tmp_path / "t.pot", "--catalog", tmp_path / "c.po", "--dry-run")
    assert "number 12.2 → 12.3" in result.stderr


def test_dry_run_says_that_nothing_would_change(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.pot").write_text(po_of(("有效率为12.3%的患者", "")), encoding="utf-8")
    (tmp_path / "c.po").write_text(HEAD + po_of(("有效率为12.3%的患者", "12.3%")), encoding="utf-8")
    result = run("update", "--template", tmp_path / "t.pot", "--catalog", tmp_path / "c.po", "--dry-run")
    assert (result.exit_code, result.stderr) == (0, f"{tmp_path / 'c.po'}: nothing would change\n")


@pytest.mark.parametrize("saved", ["它有效", "No side effects."])
def test_what_someone_saves_meanwhile_is_merged_in(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, saved: str
) -> None:
    template, catalog = tmp_path / "t.pot", tmp_path / "c.po"
    template.write_text(po_of(("治疗有效。", ""), ("没有副作用。", ""), ("新句。", "")), encoding="utf-8")
    catalog.write_text(HEAD + po_of(("治疗有效。", "It works."), ("没有副作用。", "")), encoding="utf-8")
    theirs = HEAD + po_of(("治疗有效。", "It works."), ("没有副作用。", saved))
    real = _update_alone.update

    def met(*arguments: object, **named: object) -> object:
        catalog.write_text(theirs, encoding="utf-8")
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(_update_alone, "update", met)
    result = run("update", "--template", template, "--catalog", catalog)
    assert (result.exit_code, result.stderr) == (0, f"{catalog}: 1 new\n")
    assert catalog.read_text(encoding="utf-8") == theirs + "\n" + po_of(("新句。", ""))


def test_a_conflict_with_what_someone_saves_meanwhile_is_reported(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, catalog = tmp_path / "t.pot", tmp_path / "c.po"
    template.write_text(po_of(("治疗费。", "")), encoding="utf-8")
    before = '#, fuzzy\n#| msgid "治疗費."\nmsgid "治疗费。"\nmsgstr "Fee"\n'
    catalog.write_text(HEAD + before, encoding="utf-8")
    real = _update_alone.update

    def met(*arguments: object, **named: object) -> object:
        catalog.write_text(HEAD + po_of(("治疗费。", "Treatment fee.")), encoding="utf-8")
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(_update_alone, "update", met)
    options = ("--template", template, "--catalog", catalog, "--accept", "variants,punctuation")
    result = run("update", *options)
    assert result.exit_code == 1
    assert "ours “Treatment fee.”, theirs “Fee”" in result.stderr
    assert "# translator: conflict: theirs: Fee\n#, fuzzy\n" in catalog.read_text(encoding="utf-8")


@pytest.mark.parametrize(("project", "named"), [("Clinic 1.2", "Clinic 1.2"), ("PACKAGE VERSION", "")])
def test_a_new_catalog_says_what_its_template_says_of_the_project(
    tmp_path: Path, run: Run, project: str, named: str
) -> None:
    head = f'msgid ""\nmsgstr ""\n"Project-Id-Version: {project}\\n"\n"X-Source-Language: zh_CN\\n"\n'
    head += '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "t.pot").write_text(head + po_of(("疗效", "")), encoding="utf-8")
    assert run("update", "--template", tmp_path / "t.pot", "--catalog", tmp_path / "ja.po").exit_code == 0
    header = po.read((tmp_path / "ja.po").read_bytes(), "ja.po").catalog.header
    assert [header.get(each) for each in ("Project-Id-Version", "X-Source-Language", "Language")] == [
        named,
        "zh_CN",
        "ja",
    ]
