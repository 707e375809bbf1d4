from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import Context, all_checks
from translator.checks._subject import CatalogSubject

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}
KEPT = [(f"第{number}組の患者は改善した。", f"Patients of group {number} improved.") for number in range(20)]
CHECK = next(each for each in all_checks() if each.name == "lost-full-stop")


def told(locale: str, *pairs: tuple[str, str]) -> list[str]:
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in pairs))
    return [
        each.key[1] for each in CHECK.run(CatalogSubject(locale, TAGS[locale], "a.md", catalog), Context()) if each.key
    ]


@pytest.mark.parametrize(
    ("locale", "source", "target", "fires"),
    [
        ("en", "投薬は漸減した。", "Medication was gradually tapered", True),
        ("en", "投薬は漸減した（3例）。", "Medication was tapered (3 cases)", True),
        ("zh", "投薬は漸減した。", "用药逐渐减量", True),
        ("ja", "用药逐渐减量。", "投薬は漸減", True),
        # must not fire
        ("en", "投薬は漸減した。", "Medication was gradually tapered.", False),
        ("en", "投薬は漸減した。", "“Medication was tapered.”", False),
        ("en", "投薬は漸減した。", "Was medication tapered?", False),
        ("en", "投薬の漸減", "Tapering of medication", False),
        ("zh", "Tapering, dose reduction, etc.", "减量等", False),
        ("ja", "等待中..", "待機中", False),
        ("en", "投薬は漸減した。", "<empty/>", False),
    ],
)
def test_the_habit_of_the_catalog_decides(locale: str, source: str, target: str, fires: bool) -> None:
    assert told(locale, *KEPT, (source, target)) == ([source] if fires else [])


def test_no_habit_no_fault() -> None:
    few = KEPT[:5]
    mixed = [*KEPT, *((source + "。", target[:-1]) for source, target in KEPT[:5])]
    for pairs in (few, mixed):
        assert told("en", *pairs, ("投薬は漸減した。", "Medication was gradually tapered")) == []
