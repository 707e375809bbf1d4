from __future__ import annotations

import pytest

COUNTERS = [
    ("ja>zh", "2人でアルブミン尿が消失。", "2次白蛋白尿消失。", ["2次"]),
    ("zh>en", "10名患者症状改善", "Symptoms improved 10 times", ["10 times"]),
    ("ja>zh", "2回投与群と差がない", "与2例给药组无差异", ["2例"]),
    ("ja>en", "1×10^6/kg を3回投与", "1×10^6/kg in 3 patients", ["3 patients"]),
    ("ja>en", "2 でアルブミン尿が消失。", "Albuminuria disappeared 2 times.", ["2 times"]),
    ("zh>ja", "36例低血红蛋白血症", "低ヘモグロビン血症36回", ["36回"]),
    # must not fire
    ("ja>zh", "2人で消失", "2例消失", []),
    ("ja>zh", "2 で消失。", "2例患者消失。", []),
    ("ja>en", "2回投与群", "the two-dose group", []),
    ("zh>en", "三倍大", "three times as large", []),
    ("zh>en", "6乘以4是多少", "How much is 4 times 6", []),
    ("ja>zh", "1回投与で十分", "给药1次即已足够", []),
    ("ja>zh", "投与回数 2", "给药2次", []),
    ("en>zh", "Enter it twice", "输入两次", []),
    ("en>zh", "2 times in 2 patients", "2例患者给药2次", []),
    ("zh>en", "第2次会议", "the 2nd meeting", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "expected"), COUNTERS)
def test_counter_mismatch(faults, direction: str, source: str, target: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    found = faults("counter-mismatch", direction, source, target)
    assert [target[slice(*each.span)] for each in found] == expected
