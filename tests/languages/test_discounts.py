"""What is taken off a price, and what is left to pay."""

from __future__ import annotations

import pytest

from translator.languages.discounts import compare_discounts

CASES = [
    ("全场7折", "70% off everything", ["discount of 30% → 70%"]),
    ("2割引クーポン", "两折优惠券", []),
    ("2割引クーポン", "2折优惠券", ["discount of 20% → 80%"]),
    ("A 25% discount applies.", "25%の割引が適用されます。", []),
    ("A 25% discount applies.", "享受七五折优惠。", []),
    ("A 25% discount applies.", "享受二五折优惠。", ["discount of 25% → 75%"]),
    ("半額セール", "half-price sale", []),
    ("半額セール", "6折促销", ["discount of 50% → 40%"]),
    ("30%オフ", "7折", []),
    ("折りたたみ傘は3割引", "折叠伞7折", []),
    ("骨折率为9%", "a fracture rate of 9%", []),
]


@pytest.mark.parametrize(("source", "target", "told"), CASES)
def test_what_is_told(source: str, target: str, told: list[str]) -> None:
    assert [each.message for each in compare_discounts(source, target)] == told
