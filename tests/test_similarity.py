from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.similarity import Index, closeness, similarity

ALIKE = [
    ("副作用少见", "副作用少见", 1.0),
    ("副作用少见", "副作用很少见", 0.9),
    ("疗效显著，未见副作用", "未见副作用，疗效显著", 0.77),
    ("疗效十分显著", "疗效十分显著，而且持续了一年以上", 0.75),
    ("无关的句子", "天気がよい", 0.0),
    ("", "", 1.0),
    ("", "有", 0.0),
    ("Dose", "dose", 0.99),
    ("Large", "Large house with a garden and a gate", 0.63),
    ("Large", "She has the large house to herself", 0.27),
]


@pytest.mark.parametrize(("one", "other", "expected"), ALIKE)
def test_similarity(one: str, other: str, expected: float) -> None:
    assert int(similarity(one, other) * 100) / 100 == expected


@given(st.text("治療费效果ab 。", max_size=12), st.text("治療费效果ab 。", max_size=12))
def test_similarity_is_symmetric_and_one_only_for_equals(one: str, other: str) -> None:
    found = similarity(one, other)
    assert found == similarity(other, one)
    assert 0 <= found <= 1
    assert (found == 1) == (one == other)
    assert closeness(one, other, 0.5) in (0, closeness(one, other, 0))


def test_nearest() -> None:
    index = Index(["安全性评价", "安全性的评价标准", "疗效评价", "费用", "安全性评价"])
    assert [at for _, at in index.nearest("安全性评价", cutoff=0.6)] == [0, 4, 1]
    assert [at for _, at in index.nearest("安全性评价", cutoff=0.6, limit=1)] == [0]
    assert index.nearest("天气", cutoff=0.1) == []
    assert index.nearest("天气", cutoff=0.0, beside=(3,)) == [(0.0, 3)]


def test_what_many_texts_hold_does_not_hide_the_rare() -> None:
    texts = [f"この治療は安全です、患者{chr(0x4E00 + number)}の場合" for number in range(1500)]
    index = Index(texts)
    assert index.nearest(texts[700], cutoff=0.9, limit=1) == [(1.0, 700)]


PART = "この治療は患者の半数以上で安全に行われ、症状の改善が一年以上続いた"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PART, True),
        (PART + "。副作用は軽く、すべて一週間以内に消えた", False),
        (PART.replace("安全", "順調").replace("一年", "二年"), False),
        ("関係のない文です", False),
    ],
)
def test_a_part_is_nearly_all_there_and_not_all(text: str, expected: bool) -> None:
    assert Index(["費用", PART + "。副作用は軽く、すべて一週間以内に消えた"]).is_part(text, 1) is expected
