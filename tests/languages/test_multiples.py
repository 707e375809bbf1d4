"""Factors in three languages."""

from __future__ import annotations

import pytest

from translator.languages.multiples import compare_multiples

CASES = [
    ("售价翻了一番", "The price has been halved", ["“翻了一番” became “halved”"]),
    ("容量は4倍です", "容量为原来的3倍", ["“4倍” became “3倍”"]),
    ("Sales have quadrupled.", "売上は3倍になった。", ["“quadrupled” became “3倍”"]),
    ("The dose was halved.", "剂量加倍。", ["“halved” became “加倍”"]),
    ("费用减半", "料金は倍増", ["“减半” became “倍増”"]),
    ("售价翻了一番", "The price has doubled", []),
    ("增长了三倍", "grew fourfold", []),
    ("容量は4倍です", "容量为原来的4倍", []),
    ("Sales have quadrupled.", "売上は4倍になった。", []),
    ("half as many", "半数", []),
    ("数十倍", "ten times", []),
    ("倍率は2倍", "a magnification of 2x", []),
    ("double-click twice", "ダブルクリックを2回", []),
]


@pytest.mark.parametrize(("source", "target", "told"), CASES)
def test_what_is_told(source: str, target: str, told: list[str]) -> None:
    assert [each.message for each in compare_multiples(source, target)] == told
