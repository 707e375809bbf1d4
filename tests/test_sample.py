"""The sample: complete in three languages, and its copies hold nothing of another language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from _support import Run

HAN = re.compile("[々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]")
WIDE = re.compile("[\u3000-\u303f\uff01-\uff60]")

# What the tables of the page that the project began with say, row by row.
FIGURES = [
    ["SLE", "15", "SLEDAI", "8", "BM-IV", "1×10^6/kg", "12.2 → 3.2", "24", "2505 → 858", "dsDNA", "GFR", "17.2", "2010 4"],
    ["SLE", "16", "8", "BM-IV", "1×10^6/kg", "18.4 → 10.8 → 7.9", "24", "CREA", "UN", "ALB", "C3", "2010 6"],
    ["SLE", "58", "8", "BM-IV", "1×10^6/kg", "2012 8"],
    ["SLE", "30", "10", "BM-IV", "1×10^6/kg", "CREA", "2.35 → 0.94", "39.92 → 72.33", "2012 10"],
    ["SLE", "87", "8", "84%", "BM-IV", "1×10^6/kg", "94%", "23%", "ANA", "24", "36", "29", "HGB", "PLT", "8%", "27", "2014 12"],
    ["SLE", "35", "8", "BM-IV", "12.6 → 9.6 → 7.1", "2.47 → 3.75 → 4.89×10^9/L", "52 → 81 → 91×10^9/L", "74 → 86 → 93", "2013 11"],
]  # fmt: skip


@pytest.fixture
def built(sample: Path, run: Run) -> Path:
    before = {path: path.read_bytes() for path in (sample / "locales").rglob("*") if path.is_file()}
    result = run("--project", sample, "build")
    assert result.exit_code == 0, result.stdout + result.stderr
    after = {path: path.read_bytes() for path in (sample / "locales").rglob("*.po*")}
    assert after == {path: data for path, data in before.items() if path.suffix != ".mo"}
    return sample / "build"


def copies(built: Path, locale: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((built / locale).rglob("*")) if path.is_file())


def test_sample_passes_the_gate(sample: Path, run: Run) -> None:
    report = json.loads(run("--project", sample, "check", "--format", "json").stdout)
    assert report["findings"] == []
    assert {locale: each["percent"] for locale, each in report["coverage"].items()} == {"zh": 100, "ja": 100, "en": 100}


def test_english_copies_hold_no_han_kana_or_full_width(built: Path) -> None:
    text = copies(built, "en")
    assert [pattern.findall(text) for pattern in (HAN, KANA, WIDE)] == [[], [], []]


def test_chinese_copies_hold_no_kana_and_no_japanese_form(built: Path) -> None:
    text = copies(built, "zh")
    assert KANA.findall(text) == []
    assert [char for char in HAN.findall(text) if not encodes(char, "gb2312")] == []


def test_japanese_copies_hold_no_simplified_form(built: Path) -> None:
    text = copies(built, "ja")
    assert [char for char in HAN.findall(text) if not encodes(char, "shift_jis")] == []


def encodes(char: str, encoding: str) -> bool:
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize("locale", ["zh", "ja", "en"])
def test_every_figure_is_in_its_row(built: Path, locale: str) -> None:
    text = (built / locale / "sle-msc-trials.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("SLE ") and "BM-IV" in line]
    assert len(rows) == len(FIGURES)
    missing = [
        (number, each) for number, each_row in enumerate(FIGURES) for each in each_row if each not in rows[number]
    ]
    assert missing == []


def test_mo_files_are_loaded_by_gettext(built: Path) -> None:
    import gettext

    loaded = gettext.translation("sle-msc-trials.txt", built.parent / "locales", ["en"])
    assert loaded.gettext("疾病名称") == "Disease"
