"""`translator update --template --catalog`: what is broken, doubled or of another document."""

from __future__ import annotations

from pathlib import Path

import pytest
from _support import Run

HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def po_of(*pairs: tuple[str, str]) -> str:
    return "\n".join(f'msgid "{source}"\nmsgstr "{target}"\n' for source, target in pairs)


@pytest.fixture
def update(tmp_path: Path, run: Run):  # type: ignore[no-untyped-def]
    def call(template: str, catalog: str, *options: str) -> tuple[int, str, str]:
        (tmp_path / "t.pot").write_text(template, encoding="utf-8", newline="")
        (tmp_path / "c.po").write_text(HEAD + catalog, encoding="utf-8", newline="")
        result = run("update", "--template", tmp_path / "t.pot", "--catalog", tmp_path / "c.po", *options)
        written = (tmp_path / "c.po").read_text(encoding="utf-8")
        assert written.startswith(HEAD.rstrip("\n"))
        return result.exit_code, written[len(HEAD) :], result.stderr

    return call


def test_what_cannot_be_read_stays_and_is_reported(update) -> None:  # type: ignore[no-untyped-def]
    broken = 'msgid "费用"\nmsgstr "Fees\n\n'
    code, written, said = update(po_of(("疗效", ""), ("副作用", "")), broken + po_of(("疗效", "Effect")))
    assert code == 1
    assert 'msgstr "Fees\n' in written
    assert po_of(("疗效", "Effect"), ("副作用", "")) in written
    assert "c.po:7:" in said


def test_doubles_are_united_and_reported_once(update) -> None:  # type: ignore[no-untyped-def]
    doubled = po_of(("疗效", "Effect"), ("疗效", "Efficacy"))
    code, written, said = update(po_of(("疗效", "")), doubled)
    united = '# translator: conflict: Efficacy\n#, fuzzy\nmsgid "疗效"\nmsgstr "Effect"\n'
    assert (code, written) == (1, united)
    assert "[duplicate-key]" in said
    assert update(po_of(("疗效", "")), united) == (0, united, "")


def test_a_template_of_another_document_is_a_warning(update) -> None:  # type: ignore[no-untyped-def]
    ours = po_of(*((source, "x") for source in ("安全性评价", "入组标准", "随访计划", "知情同意")))
    theirs = po_of(*((source, "") for source in ("天气很好", "今天下雨了", "明日晴れ", "昨日の風")))
    code, written, said = update(theirs, ours)
    assert code == 0
    assert written.count('#~ msgstr "x"') == 4
    assert "[unrelated-template]" in said
    code, revived, said = update(ours.replace('"x"', '""'), written)
    assert (code, revived) == (0, ours)


def test_verbose_names_what_is_dangerous(update, run: Run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "t.pot").write_text(po_of(("有效率为12.3%的患者", "")), encoding="utf-8")
    (tmp_path / "c.po").write_text(HEAD + po_of(("有效率为12.2%的患者", "12.2%")), encoding="utf-8")
    result = run("-v", "update", "--template", tmp_path / "t.pot", "--catalog", tmp_path / "c.po", "--dry-run")
    assert "number 12.2 → 12.3" in result.stderr
