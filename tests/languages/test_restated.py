from __future__ import annotations

import pytest

from translator.languages.quantities import compare

SAME = [
    ("zh", "en", "约有25%的受检者会发现息肉。", "Polyps are found in about one in four people."),
    ("zh", "ja", "约有25%的受检者会发现息肉。", "約4人に1人にポリープが見つかります。"),
    ("ja", "zh", "33%の人に現れた。", "三人中有一人出现。"),
    ("ja", "zh", "砂糖 小さじ1と1/2", "白糖 1.5小匙"),
    ("zh", "ja", "白糖 1.5小匙", "砂糖 小さじ1と1/2"),
    ("zh", "ja", "将其余两袋溶于2升温水", "残りの2袋をぬるま湯2000mLに溶かす"),
    ("ja", "zh", "低血糖は両群とも1例も報告されませんでした。", "两组均未报告低血糖病例。"),
    ("ja", "zh", "約4週間培養します", "培养约四周"),
    ("ja", "zh", "割合は、プラセボ群の12%に対し、ZL-204群では41%でした。", "比例，ZL-204组为41%，安慰剂组为12%。"),
    (
        "ja",
        "zh",
        "最も多かったのは鼻咽頭炎（6.5%）、次いで便秘（4.1%）",
        "以鼻咽炎最为常见（6.5%），其次是便秘（4.1%）",
    ),
]


@pytest.mark.parametrize(("come", "go", "source", "target"), SAME)
def test_what_is_said_in_another_form_is_the_same(come: str, go: str, source: str, target: str) -> None:
    assert compare(source, target, come, go) == ()


OTHER = [
    ("zh", "en", "约有25%的受检者会发现息肉。", "Polyps are found in about one in five people."),
    ("zh", "ja", "约有25%的受检者会发现息肉。", "約5人に1人にポリープが見つかります。"),
    ("ja", "zh", "砂糖 小さじ1と1/2", "白糖 2.5小匙"),
    ("zh", "ja", "将其余两袋溶于2升温水", "残りの2袋をぬるま湯200mLに溶かす"),
    ("ja", "zh", "低血糖は1例も報告されませんでした。", "报告了3例低血糖。"),
    ("ja", "zh", "約4週間培養します", "培养约五周"),
    ("ja", "zh", "対照群では12%に対し、試験群では41%でした。", "试验组为12%，对照组为41%。"),
    (
        "ja",
        "zh",
        "最も多かったのは鼻咽頭炎（6.5%）、次いで便秘（4.1%）",
        "以鼻咽炎最为常见（4.1%），其次是便秘（6.5%）",
    ),
]


@pytest.mark.parametrize(("come", "go", "source", "target"), OTHER)
def test_what_differs_is_told(come: str, go: str, source: str, target: str) -> None:
    assert compare(source, target, come, go)
