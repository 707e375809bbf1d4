from __future__ import annotations

import pytest

from translator.languages.quantities import compare

CASES = [
    ("zh>en", "目标范围内占比：{percent}%", "Time in range: {percent}", ["unit % is missing beside {percent}"]),
    ("zh>en", "电量低于{n}%。", "Battery below {n}.", ["unit % is missing beside {n}"]),
    ("ja>zh", "電池残量{n}％未満", "电量低于{n}", ["unit % is missing beside {n}"]),
    ("zh>ja", "已完成%d%%", "%d完了", ["unit % is missing beside %d"]),
    ("ja>en", "{done}件（{pct:.1f}%）", "{done} items ({pct:.1f})", ["unit % is missing beside {pct:.1f}"]),
    ("zh>en", "进度：{0}", "Progress: {0}%", ["unit % is added beside {0}"]),
    ("ja>zh", "1回{dose} mgを服用", "每次服用{dose}", ["unit mg is missing beside {dose}"]),
    ("zh>en", "体温{n}℃", "Temperature {n}", ["unit ℃ is missing beside {n}"]),
    ("zh>en", "下降{n}%", "down by {n} per cent", []),
    ("zh>en", "百分之{n}", "{n}%", []),
    ("ja>en", "{low}%から{high}%", "{low} to {high}%", []),
    ("ja>zh", "{low}%から{high}%", "{low}到{high}%", []),
    ("zh>ja", "体温{n}℃", "体温{n}度", []),
    ("zh>en", "百分比：{n}%", "Percentage (%): {n}", []),
    ("ja>en", "%1% 完了", "%1% done", []),
    ("zh>ja", "剂量：{dose}毫克", "用量：{dose} mg", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "told"), CASES)
def test_what_stands_beside_a_placeholder(direction: str, source: str, target: str, told: list[str]) -> None:
    come, go = direction.split(">")
    assert [each.message for each in compare(source, target, come, go)] == told
