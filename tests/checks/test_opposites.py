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


KINDS = [
    # (direction, source, target, what is marked): persons, places, parts, papers, things of a kind
    ("zh>ja", "请联系经销商。", "メーカーに連絡してください。", ["メーカー"]),
    ("ja>en", "研究責任者が説明します。", "The sponsor will explain it.", ["sponsor"]),
    ("en>zh", "Signed by a guardian", "由医生签名", ["医生"]),
    ("zh>en", "小腿肿胀", "Swelling of the ankle", ["ankle"]),
    ("zh>ja", "骨科门诊", "形成外科の外来", ["形成外科"]),
    ("ja>zh", "エタノールで拭く", "用甲醇擦拭", ["甲醇"]),
    ("en>ja", "Rich in vitamin D", "ビタミンBが豊富", ["ビタミンB"]),
    ("ja>en", "中性洗剤で洗う", "Wash with an alkaline detergent", ["alkaline"]),
    ("zh>ja", "领取收据", "請求書を受け取る", ["請求書"]),
    ("en>zh", "Turn it clockwise", "逆时针旋转", ["逆时针"]),
    ("ja>zh", "待合室でお待ちください", "请在病房等候", ["病房"]),
    ("zh-Hant>ja", "請戴口罩", "手袋を着けてください", ["手袋"]),
    # must not fire
    ("zh>ja", "请联系经销商。", "販売店に連絡してください。", []),
    ("ja>en", "被験者は60名です。", "We will recruit 60 patients.", []),
    ("zh>en", "三聚磷酸钠、白砂糖", "Sugar, sodium tripolyphosphate", []),
    ("ja>zh", "平日9時〜18時", "周一到周五，每天上午九点到下午六点", []),
    ("ja>zh", "ペースメーカーを使用している方", "装有起搏器的患者", []),
    ("zh>ja", "药费由申办方支付，住院费由患者承担。", "入院費は患者の負担ですが、薬代は依頼者が支払います。", []),
    ("zh>en", "他把天花板刷成了蓝色。", "He painted the ceiling blue.", []),
    ("en>ja", "The window is open", "窓が開いています", []),
]  # fmt: skip


@pytest.mark.parametrize(("direction", "source", "target", "expected"), KINDS)
def test_things_of_one_kind(faults, direction: str, source: str, target: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    found = faults("opposite-mismatch", direction, source, target)
    assert [target[slice(*each.span)] for each in found] == expected
