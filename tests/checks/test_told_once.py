"""One fault of a pair is one finding of the gate."""

from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import CatalogInput, CheckSettings
from translator.steps.check import check_catalog


@pytest.mark.parametrize(
    ("language", "source", "locale", "target", "told"),
    [
        ("ja", "お湯は70℃以上", "en", "Water of 70°C or below", [("comparison-mismatch", "“以上” became “or below”")]),
        ("ja", "血圧が上昇", "en", "Blood pressure fell", [("opposite-mismatch", "“上昇” became “fell”")]),
        ("ja", "1〜99時間", "en", "1–99 minutes", [("unit-mismatch", "unit 時間 → minutes")]),
        ("zh-Hans", "设为1到99小时", "en", "Set 1 to 99 minutes", [("unit-mismatch", "unit 小时 → minutes")]),
        (
            "ja",
            "60分後に70 mg",
            "en",
            "70 minutes later, 60 mg",
            [("number-mismatch", "in another order: 60, 70 → 70, 60")],
        ),
        (
            "ja",
            "まず60 mg、次に70 mL",
            "en",
            "60 mL first, then 70 mg",
            [("number-mismatch", "in another order: 60, 70 → 70, 60")],
        ),
        # Two faults are told by two findings.
        (
            "ja",
            "60分、70分",
            "zh",
            "70分钟、60秒",
            [("number-mismatch", "in another order: 60, 70 → 70, 60"), ("unit-mismatch", "unit 分 → 秒")],
        ),
        (
            "ja",
            "5 mgと7 mg",
            "en",
            "5 g and 7 g",
            [("unit-mismatch", "unit mg → g"), ("unit-mismatch", "unit mg → g")],
        ),
    ],
)
def test_one_fault_is_told_once(
    language: str, source: str, locale: str, target: str, told: list[tuple[str, str]]
) -> None:
    entry = Entry(source, (target,), notes=(f"lang: {language}",))
    given = CatalogInput("a.po", locale, Catalog((entry,)))
    found = check_catalog(given, CheckSettings()).findings
    assert [(each.check, each.message) for each in found] == told
