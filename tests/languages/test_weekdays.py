"""Days of the week that became others, in long and short forms."""

from __future__ import annotations

import pytest

from translator.languages.weekdays import compare_weekdays

CASES = [
    ("週三休息", "木曜定休", ["Wednesday became Thursday"]),
    ("8月10日（日）から", "from Monday, 10 August", ["Sunday became Monday"]),
    ("Open Mon–Thu", "周一至周五开放", ["Thursday became Friday"]),
    ("火・金曜日", "周二、周四", ["Friday became Thursday"]),
    ("週三休息", "水曜定休", []),
    ("星期天和星期六", "土曜日と日曜日", []),
    ("Open Mon–Thu", "月～木曜日に営業", []),
    ("每两周一次", "every Tuesday and Friday", []),
    ("平日のみ", "Monday to Friday only", []),
    ("周一闭馆，遇节假日改为次日", "Closed on Mondays (on Tuesday after a holiday)", []),
]


@pytest.mark.parametrize(("source", "target", "told"), CASES)
def test_what_is_told(source: str, target: str, told: list[str]) -> None:
    assert [each.message for each in compare_weekdays(source, target)] == told
