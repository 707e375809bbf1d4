from __future__ import annotations

import pytest

from translator.checks._narrow import narrowed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("５ minutes；（per visit）checks。", "5 minutes; (per visit) checks."),
        ("¥３３，０００（95％）", "¥33,000 (95%)"),
        ("95％ of people：normal", "95% of people: normal"),
        ("Open ９：００。Closed on Sundays！", "Open 9:00. Closed on Sundays!"),
        ("<b1>Note</b1>：do not eat。", "<b1>Note</b1>: do not eat."),
        ("Name：{name}（{n}）", "Name: {name} ({n})"),
        ("Dose（mg／day）", "Dose (mg/day)"),
        ("3～5 days", None),
        ("｛a｝", None),
        ("＜b＞", None),
        ("see（検査）", None),
        ("on ガン。", None),
    ],
)
def test_english_in_half_width(text: str, expected: str | None) -> None:
    assert narrowed(text) == expected


@pytest.mark.parametrize("direction", ["zh>en", "ja>en"])
def test_full_width_marks_in_english_have_a_fix(faults, direction: str) -> None:  # type: ignore[no-untyped-def]
    found = faults("residue", direction, "（12）", "（about ５）")
    assert {each.fix for each in found} == {"(about 5)"}
    assert {each.fix for each in faults("residue", direction, "需要检查（必要）", "A test（検）is needed")} == {None}


def test_marks_are_left_in_chinese_and_japanese(faults) -> None:  # type: ignore[no-untyped-def]
    for direction, target in (("ja>zh", "费用（５％）。"), ("zh>ja", "費用（５％）。")):
        assert not [each for each in faults("wide-digits", direction, "費用（5％）。", target) if each.fix]


@pytest.mark.parametrize(
    ("direction", "source", "target"),
    [
        ("ja>en", "窓口負担額は33,000円です。", "You pay ¥３３，０００ at the counter."),
        ("ja>zh", "窓口負担額は33,000円です。", "窗口支付３３，０００日元。"),
        ("zh>ja", "费用为33,000日元。", "費用は３３，０００円です。"),
    ],
)
def test_a_wide_comma_parts_thousands(faults, direction: str, source: str, target: str) -> None:  # type: ignore[no-untyped-def]
    assert list(faults("number-mismatch", direction, source, target)) == []
