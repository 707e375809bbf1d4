from __future__ import annotations

import re

import pytest
from _support import ROOT

from translator.checks import Check, all_checks, checks_page


@pytest.mark.parametrize("check", all_checks(), ids=lambda each: each.name)
def test_a_check_is_documented(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
    assert len(check.title) <= 120
    assert check.title.endswith(".")
    assert "\nBad: " in check.doc
    assert "\nGood: " in check.doc


def test_names_are_unique() -> None:
    names = [each.name for each in all_checks()]
    assert len(names) == len(set(names))


def test_the_page_holds_every_check() -> None:
    page = checks_page()
    for each in all_checks():
        assert f"\n### {each.name}\n" in page
        assert each.doc in page


def test_every_name_that_a_finding_can_bear_is_explained() -> None:
    sources = (ROOT / "translator").rglob("*.py")
    names = {
        name for path in sources for name in re.findall(r'Finding\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert "orphaned-catalog" in names
    assert names <= {each.name for each in all_checks()}
