"""What the guides for translators and publishers show holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from _support import ROOT, Run

from translator.config import parse


def blocks(page: str, kind: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


def test_entries_of_the_guide_have_no_fault(tmp_path: Path, run: Run) -> None:
    header = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    english, chinese, accepted = blocks("translators.md", "po")
    for name, language, text in (("a", "en", english), ("b", "en", accepted), ("c", "zh_CN", chinese)):
        path = tmp_path / f"{name}.po"
        path.write_text(header.format(language) + text, encoding="utf-8")
        found = json.loads(run("check", path, "--format", "json", "--min-coverage", "50").stdout)["findings"]
        # Alone a catalog does not say which sentences stand together.
        assert [each["check"] for each in found if each["target"] != "<empty/>"] == []


def test_two_sentences_in_one(project: Path, run: Run) -> None:
    (project / "translator.toml").write_text('locales = ["zh"]\n', encoding="utf-8")
    (project / "source_texts" / "a.txt").write_text("手術は安全です。説明を読んでください。\n", encoding="utf-8")
    for command in ("extract", "update"):
        run("--project", project, command)
    path = project / "locales" / "zh" / "LC_MESSAGES" / "a.txt.po"
    head = path.read_text(encoding="utf-8").partition("#. lang")[0]
    path.write_text(head + blocks("translators.md", "po")[1], encoding="utf-8")
    run("--project", project, "build")
    assert (project / "build" / "zh" / "a.txt").read_text(encoding="utf-8") == "手术安全，请阅读说明。\n"


def test_settings_of_the_guide_are_settings() -> None:
    text, strict = blocks("publishers.md", "toml")
    assert parse(text.encode(), "translator.toml").exclude == ("*.png", "*.css", "drafts/*")
    assert parse(f'locales = ["en"]\n{strict}'.encode(), "translator.toml").checks == {"fail-on": "warning"}


def test_commands_of_the_guide_run(sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample)
    lines = [line for each in blocks("publishers.md", "console") for line in each.splitlines()]
    assert len(lines) > 5
    for line in lines:
        assert line.startswith("$ translator ")
        assert (line, run(*line.split()[2:]).exit_code) == (line, 0)
