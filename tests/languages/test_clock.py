"""Hours in the other half of the day, and hours told in another way."""

from __future__ import annotations

import pytest

from translator.languages.clock import compare_times

CASES = [
    ("夜間は19時までです。", "Open until 7 a.m.", ["“19時” became “7 a.m.”"]),
    ("午後1時30分に集合", "集合时间为凌晨1点30分", ["“午後1時30分” became “凌晨1点30分”"]),
    ("中午12点吃饭", "Lunch is at 12 a.m.", ["“中午12点” became “12 a.m.”"]),
    ("The bus leaves at 6:40 p.m.", "公交车上午6:40出发", ["“6:40 p.m.” became “上午6:40”"]),
    ("正午に鐘が鳴る", "The bell rings at midnight", ["“正午” became “midnight”"]),
    ("从22:00到次日6:00", "from 10 a.m. to 6 a.m.", ["“22:00” became “10 a.m.”"]),
    ("21:30に終了", "Ends at 9:30", ["“21:30” became “9:30” of either half of the day"]),
    ("夜間は19時までです。", "Open until 7 p.m.", []),
    ("午後1時30分に集合", "集合时间为13:30", []),
    ("中午12点吃饭", "Lunch is at noon", []),
    ("凌晨0点30分", "0:30 a.m.", []),
    ("晚上12点", "at midnight", []),
    ("The bus leaves at 6:40 p.m.", "バスは18時40分に出ます", []),
    ("9:00～17:30", "9 a.m. to 5:30 p.m.", []),
    ("下午2点到4点", "2–4 p.m.", []),
    ("3時間かかります", "It takes 3 hours, until 3 a.m.", []),
    ("21:30に終了", "Ends at 9:30 in the evening", []),
    ("15時（日本時間）", "6 a.m. UTC", []),
]


@pytest.mark.parametrize(("source", "target", "told"), CASES)
def test_what_is_told(source: str, target: str, told: list[str]) -> None:
    assert [each.message for each in compare_times(source, target)] == told
