"""The page that the project began with, where it is at hand: Chinese prose, Japanese rows, mixed heads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from _support import ROOT, Run

from translator import po

PAGES = sorted((ROOT.parent / "shared" / "source").glob("*.txt"))
SETTINGS = r"""
[[rows]]
pattern = '(SLE) (無作為試験) (\d+) (.+?) (BM-IV) (\S+) (\d+) (.+?[。．]) (.+) ((?:平均)?\S*\d ?M) (\d{4} \d+)'
columns = ["疾病名称", "试験形态", "人数", "疾患", "细胞", "cell数", "次数", "主要临床征兆", "結果", "追综期间", "文献"]

[[rows]]
pattern = '(\S+) (细胞数\(cell数\)) (\S+) (\S+)'

[[rows]]
pattern = '(10亿cell) (\S+) (\S+)'
"""

pytestmark = pytest.mark.skipif(not PAGES, reason="the page is not part of the project")


@pytest.fixture
def page(project: Path, run: Run) -> Path:
    shutil.copy(PAGES[0], project / "source_texts" / "page.txt")
    with (project / "translator.toml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    for command in ("extract", "update"):
        assert run("--project", project, command).exit_code == 0
    return project


def entries(page: Path, locale: str) -> dict[str, tuple[str, bool]]:
    path = page / "locales" / locale / "LC_MESSAGES" / "page.txt.po"
    return {entry.source: (entry.target, entry.is_fuzzy) for entry in po.read(path.read_bytes(), "").catalog}


def test_every_law_holds(page: Path, run: Run) -> None:
    verdict = json.loads(run("--project", page, "verify", page / "source_texts" / "page.txt").stdout)
    assert verdict["laws"] == dict.fromkeys(("identity", "order", "return", "reach", "cover"), True)


def test_mixed_heads_are_not_taken_for_clean_chinese(page: Path) -> None:
    in_chinese = entries(page, "zh")
    for mixed in ("试験形态", "治疗費", "细胞保管、HLA検査"):
        target, is_fuzzy = in_chinese[mixed]
        assert target == "" or is_fuzzy, mixed
    assert in_chinese["主要临床征兆"] == ("主要临床征兆", False)
    assert entries(page, "ja")["無作為試験"] == ("無作為試験", False)
    assert entries(page, "en")["無作為試験"] == ("", False)


def test_check_names_every_gap(page: Path, run: Run) -> None:
    report = json.loads(run("--project", page, "check", "--format", "json").stdout)
    for locale, counts in report["coverage"].items():
        gaps = {source for source, (target, is_fuzzy) in entries(page, locale).items() if not target or is_fuzzy}
        named = {
            each["source"]
            for each in report["findings"]
            if each["locale"] == locale and each["check"] in ("untranslated", "fuzzy")
        }
        assert named == gaps
        assert counts["fuzzy"] + counts["untranslated"] == len(gaps)


def test_status_and_export_run(page: Path, run: Run) -> None:
    assert run("--project", page, "status").exit_code == 0
    assert run("--project", page, "export").exit_code == 1
    assert run("--project", page, "export", "--fallback", "source").exit_code == 0
    copy = (page / "build" / "en" / "page.txt").read_bytes()
    assert copy == PAGES[0].read_bytes()
