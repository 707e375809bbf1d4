"""One fault gives one finding: of two that tell of the same words the better one stays."""

from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import CatalogInput, CheckSettings
from translator.steps.check import check_catalog

CASES = [
    ("投与後にSDF-1が増えた。", "SFD-1 rose after the infusion.", "en", ["exchanged-code"]),
    ("この治療は有効である。", "该治疗无效。", "zh", ["opposite-mismatch"]),
    ("静脈圧", "动脉压", "zh", ["wrong-term"]),
    ("皮膚症状、漿膜炎、関節炎、脱毛も改善した。", "皮肤症状、浆膜炎和脱发也有所改善。", "zh", ["lost-item"]),
]


def names(source: str, target: str, locale: str, settings: CheckSettings) -> list[str]:
    entry = Entry(source, (target,), notes=("lang: ja",))
    report = check_catalog(CatalogInput("a.po", locale, Catalog((entry,))), settings)
    return [each.check for each in report.findings]


@pytest.mark.parametrize(("source", "target", "locale", "wanted"), CASES)
def test_one_fault_is_told_once(source: str, target: str, locale: str, wanted: list[str]) -> None:
    assert names(source, target, locale, CheckSettings()) == wanted


def test_what_a_check_that_is_off_would_tell_is_told_by_the_other() -> None:
    settings = CheckSettings(levels={"opposite-mismatch": "off"})
    assert names(*CASES[1][:3], settings) == ["negation-mismatch"]


def test_a_warning_takes_no_error_away() -> None:
    settings = CheckSettings(levels={"opposite-mismatch": "warning"})
    assert sorted(names(*CASES[1][:3], settings)) == ["negation-mismatch", "opposite-mismatch"]


def test_another_fault_of_the_same_entry_is_told_too() -> None:
    found = names("この治療は有効で、3例が寛解した。", "该治疗无效，4例达到缓解。", "zh", CheckSettings())
    assert sorted(found) == ["number-mismatch", "opposite-mismatch"]
