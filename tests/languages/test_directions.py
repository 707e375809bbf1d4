from __future__ import annotations

import pytest

from translator.languages.comparisons import compare_comparisons
from translator.languages.directions import compare_directions


@pytest.mark.parametrize(
    ("source", "target", "tongues", "expected"),
    [
        (
            "订单包含多个包裹时分别配送。",
            "Orders of less than one parcel are sent apart.",
            ("zh", "en"),
            "“多” became “less than”",
        ),
        (
            "複数の箱が届いた場合はお知らせください。",
            "收到不足两箱时请通知我们。",
            ("ja", "zh"),
            "“複数” became “不足”",
        ),
        ("Several rooms may be booked at once.", "一度に予約できるのは1室以下です。", ("en", "ja"), ""),
        (
            "他收集了五本以上的字典。",
            "He has collected fewer than five dictionaries.",
            ("zh", "en"),
            "“以上” became “fewer than”",
        ),
        (
            "The bag weighs at most 7 kg.",
            "手荷物の重さは7キロを上回ります。",
            ("en", "ja"),
            "“at most” became “を上回”",
        ),
        ("子どもは一人30分まで。", "孩子每人至少三十分钟。", ("ja", "zh"), "“まで” became “至少”"),
    ],
)
def test_bounds_that_turn_round(source: str, target: str, tongues: tuple[str, str], expected: str) -> None:
    found = compare_directions(source, target, tongues)
    assert (found.message if found else "") == expected


@pytest.mark.parametrize(
    ("source", "target", "tongues"),
    [
        ("值的长度不能少于8个字符。", "値は8文字以上にしてください。", ("zh", "ja")),
        ("值的长度要8个字符以上。", "The value has no less than 8 characters.", ("zh", "en")),
        ("30分以上お待ちいただく場合があります。", "等候时间有时不少于30分钟。", ("ja", "zh")),
        ("多数の部屋があります。", "There are more than a hundred rooms.", ("ja", "en")),
        ("It takes over an hour, often longer.", "1時間以上かかることが多い。", ("en", "ja")),
        ("不到十分钟即可到达。", "You get there in less than ten minutes.", ("zh", "en")),
    ],
)
def test_bounds_that_agree(source: str, target: str, tongues: tuple[str, str]) -> None:
    assert compare_directions(source, target, tongues) is None


def test_a_deadline_may_be_told_from_its_other_side() -> None:
    assert compare_comparisons("请至少提前5天预约。", "遅くとも5日前までにご予約ください。", "zh-Hans", "ja") == ()
