from __future__ import annotations

import pytest

OPPOSITES = [
    ("ja>en", "HGBとPLTの上昇。", "HGB and PLT fell.", ["fell"]),
    ("ja>zh", "症状は改善した", "症状恶化", ["恶化"]),
    ("zh>en", "急性期患者", "patients in the chronic phase", ["chronic"]),
    ("zh>ja", "左侧菜单", "右側のメニュー", ["右"]),
    ("en>zh", "Enable the extension", "禁用扩展", ["禁用"]),
    ("ja>en", "重度血球減少症", "mild cytopenia", ["mild"]),
    ("ja>zh", "他家移植", "自体移植", ["自体"]),
    ("ja>zh", "非活動性 SLE", "活动性SLE", ["活动性"]),
    # must not fire
    ("ja>en", "HGBとPLTの上昇。", "HGB and PLT rose.", []),
    ("ja>zh", "サイドバーが表示されていません", "侧边栏已隐藏", []),
    ("zh>ja", "禁止使用所有扩展", "拡張機能を不許可にします", []),
    ("ja>zh", "テストの再表示", "取消隐藏测试", []),
    ("zh>en", "先增加后减少", "first rose, then fell", []),
    ("en>ja", "The right answer", "正しい答え", []),
    ("zh>en", "他离开了右边", "He left the right side", []),
    ("ja>zh", "活動性 SLE", "活动性SLE", []),
    ("ja>en", "安全性", "Safety", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "expected"), OPPOSITES)
def test_opposite_mismatch(faults, direction: str, source: str, target: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    found = faults("opposite-mismatch", direction, source, target)
    assert [target[slice(*each.span)] for each in found] == expected
