"""Currencies that changed or were lost."""

from __future__ import annotations

import pytest

from translator.languages.money import compare_money

CASES = [
    ("zh>en", "票价80元", "The ticket is $80 USD", ["currency 元 → USD"]),
    ("ja>zh", "会費は5,000円です", "会费为5,000元", ["currency 円 → 元"]),
    ("zh>en", "每天的津贴为9,000日元。", "The daily allowance is RMB 9,000.", ["currency 日元 → RMB"]),
    ("zh>ja", "津贴9,000日圆", "手当は9,000元", ["currency 日圆 → 元"]),
    ("zh>en", "押金700元。", "The deposit is ¥700 (JPY).", ["currency 元 → JPY"]),
    ("ja>zh", "保証金700円", "押金￥700（人民币）", ["currency 円 → 人民币"]),
    ("ja>en", "保証金700円", "Deposit: ¥700 (JPY)", []),
    ("zh>ja", "住院9日，餐费500日元", "入院9日、食費500円", []),
    ("en>ja", "It costs £30.", "30ユーロです。", ["currency £ → ユーロ"]),
    ("zh>en", "门票120元", "Admission 120", ["currency 元 is missing"]),
    ("ja>en", "大人900円、子ども450円", "Adults 900, children 450 yen", ["currency 円 is missing"]),
    ("zh>ja", "人民币50元", "50円", ["currency 人民币 → 円"]),
    ("zh>en", "人民币50元", "¥50", ["currency 人民币 → ¥, which may be read as yen"]),
    ("en>zh", "JPY 700 each", "每个¥700", ["currency JPY → ¥, which may be read as yuan"]),
    ("zh>en", "50元", "¥50", []),
    ("zh>en", "人民币50元", "RMB ¥50", []),
    ("zh>en", "1.5亿元", "RMB 150 million", []),
    ("ja>zh", "会費は5,000円です", "会费为5,000日元", []),
    ("ja>zh", "会費は5,000円です", "会费为￥5,000", []),
    ("en>zh", "HK$60 a person", "每人60元", []),
    ("en>ja", "It costs £30.", "30ポンドです。", []),
    ("ja>en", "500円～800円", "500–800 yen", []),
    ("zh>ja", "二元运算", "二項演算", []),
    ("en>zh", "$1 is replaced by $2", "$1 替换为 $2", []),
    ("ja>en", "円形の板3枚", "3 round plates", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "told"), CASES)
def test_what_is_told(direction: str, source: str, target: str, told: list[str]) -> None:
    assert [each.message for each in compare_money(source, target, *direction.split(">"))] == told
