from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry, Previous
from translator.checks import CatalogInput, CheckSettings, Context, all_checks
from translator.checks._subject import CatalogSubject
from translator.steps.check import check_catalog, combine

TABLE = [
    ("有效率为12.2%", "有效率为12.3%", "source changed: number 12.2 → 12.3"),
    ("副作用はない", "副作用はある", "source changed: negation ない → –"),
    ("没有副作用", "有副作用", "source changed: negation 没有 → 有"),
    ("投与量は5 mgです", "投与量は5 gです", "source changed: unit mg → g"),
    ("全员改善", "半数改善", "source changed: quantifier 全员 → 半数"),
    ("SLEDAI下降", "BILAG下降", "source changed: name SLEDAI → BILAG"),
    ("<b1>共3例</b1>", "<i1>共4例</i1>", "source changed: number 3 → 4"),
    ("The dose is 5 mg", "The dose is 6 mg", "source changed: number 5 → 6"),
    ("1日3回2錠ずつ、毎食後", "1日3回2錠ずつ、毎食前", "source changed: word 食後 → 食前"),
    ("两周内不可盆浴", "两周内可以淋浴，不可盆浴", "source changed: clause – → 可以淋浴"),
    ("服药后请休息，不要开车。", "服药后请休息。", "source changed: negation 不 → –"),
    ("Take it before meals.", "Take it after meals.", "source changed: word before meals → after meals"),
    (
        "血圧が上昇した場合は受診してください。",
        "血圧が低下した場合は受診してください。",
        "source changed: word 上昇 → 低下",
    ),
    ("18岁以上", "18岁以下", "source changed: comparison 以上 → 以下"),
    # must not fire
    ("请先洗手，再换药。", "请先洗手、再换药。", None),
    ("血圧が上がった", "血圧が上昇した", None),
    ("治疗的费用，较高。", "治疗费用较高。", None),
    ("请保持伤口干燥", "请保持伤口处干燥", None),
    ("有效率为１２.２％", "有效率为12.2%", None),
    ("治療費", "治疗费用", None),
    ("<b1>重要</b1>", "<i1>重要</i1>", None),
    ("効果が認められた", "効果がみられた", None),
    ("The effect was seen early.", "The effect was observed early.", None),
]


def found(*entries: Entry, is_last: bool = False) -> list[tuple[str, object]]:
    check = {each.name: each for each in all_checks()}["changed-meaning"]
    subject = CatalogSubject("en", "en", "a.md", Catalog(entries), is_last=is_last)
    return [(each.message, each.key) for each in check.run(subject, Context())]


@pytest.mark.parametrize(("old", "new", "message"), TABLE)
def test_changed_meaning(old: str, new: str, message: str | None) -> None:
    fuzzy = Entry(new, ("x",), is_fuzzy=True, previous=Previous(old))
    assert found(fuzzy) == ([(message, fuzzy.key)] if message else [])


def test_only_what_is_fuzzy_and_says_its_previous_source() -> None:
    changed = Previous("共3例")
    assert found(Entry("共4例", ("x",), previous=changed)) == []
    assert found(Entry("共4例", ("x",), is_fuzzy=True)) == []
    assert found(Entry("共4例", ("",), is_fuzzy=True, previous=changed)) == []
    assert found(Entry("共4例", ("x",), is_fuzzy=True, previous=changed, is_obsolete=True)) == []
    assert found(Entry("共4例", ("x",), is_fuzzy=True, previous=Previous(context="a"))) == []
    assert found(Entry("共4例", ("x",), is_fuzzy=True, previous=changed), is_last=True) == []


def test_a_fuzzy_entry_is_told_once() -> None:
    entries = (
        Entry("共4例。", ("x",), is_fuzzy=True, previous=Previous("共3例。")),
        Entry("在中庭等候。", ("y",), is_fuzzy=True, previous=Previous("在大厅等候。")),
        Entry("请休息！", ("z",), is_fuzzy=True, previous=Previous("请休息。")),
    )
    report = combine([check_catalog(CatalogInput("a.po", "en", Catalog(entries)), CheckSettings())], CheckSettings())
    told = {each.source: (each.check, each.severity, each.message) for each in report.findings}
    assert len(report.findings) == 3
    assert told == {
        "共4例。": ("changed-meaning", "error", "source changed: number 3 → 4"),
        "在中庭等候。": (
            "fuzzy",
            "error",
            "the translation of “在中庭等候。” is fuzzy, its source changed: word 大厅 → 中庭; confirm or correct it",
        ),
        "请休息！": (
            "fuzzy",
            "error",
            "the translation of “请休息！” is fuzzy, its source changed in form; confirm or correct it",
        ),
    }
