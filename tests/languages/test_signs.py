"""Signs in front of numbers."""

from __future__ import annotations

import pytest

from translator.languages.signs import compare_signs

CASES = [
    ("P＝0.08でした", "(P > 0.08)", ["“＝0.08” became “> 0.08”"]),
    ("样本量n=45", "標本数 n≥45", ["“=45” became “≥45”"]),
    ("精度は±2%です", "精度为+2%", ["“±2” became “+2”"]),
    ("12.0±0.4 kg", "12.0 0.4 kg", ["“±0.4” lost its sign"]),
    ("变化为 -1.8", "a change of 1.8", ["“-1.8” lost its sign"]),
    ("P＝0.08でした", "(P = 0.08)", []),
    ("样本量n=45", "標本数45", []),
    ("精度は±2%です", "accurate to within 2%", []),
    ("12.0±0.4 kg", "12.0 ± 0.4 kg", []),
    ("变化为 -1.8", "a decrease of 1.8", []),
    ("1-3 days", "1到3天", []),
    ("p<0.05", "p = 0.05", []),
]


@pytest.mark.parametrize(("source", "target", "told"), CASES)
def test_what_is_told(source: str, target: str, told: list[str]) -> None:
    assert [each.message for each in compare_signs(source, target)] == told
