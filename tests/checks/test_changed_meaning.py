from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry, Previous
from translator.checks import Context, all_checks
from translator.checks._subject import CatalogSubject

TABLE = [
    ("有效率为12.2%", "有效率为12.3%", "source changed: number 12.2 → 12.3"),
    ("副作用はない", "副作用はある", "source changed: negation ない → –"),
    ("没有副作用", "有副作用", "source changed: negation 没有 → 有"),
    ("投与量は5 mgです", "投与量は5 gです", "source changed: unit mg → g"),
    ("全员改善", "半数改善", "source changed: quantifier 全员 → 半数"),
    ("SLEDAI下降", "BILAG下降", "source changed: name SLEDAI → BILAG"),
    ("<b1>共3例</b1>", "<i1>共4例</i1>", "source changed: number 3 → 4"),
    ("The dose is 5 mg", "The dose is 6 mg", "source changed: number 5 → 6"),
    # must not fire
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
