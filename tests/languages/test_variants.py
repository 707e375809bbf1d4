"""The comparison key."""

from __future__ import annotations

import pytest

from translator.languages import fold

SAME = [
    ("治療費", "治疗费"),
    ("検査", "检查"),
    ("検査", "檢查"),
    ("ＳＬＥ", "SLE"),
    ("ｶﾞﾝ", "ガン"),
    ("是，好。", "是,好."),
    ("葛\U000e0100城", "葛城"),
    ("⽇本", "日本"),
    ("「あ」", '"あ"'),
    ("a　b", "a b"),
]
APART = [("10⁶", "106"), ("12 M", "12M."), ("没有", "有"), ("①", "1"), ("mg", "MG")]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_forms_of_one_text(first: str, second: str) -> None:
    assert fold(first) == fold(second)


@pytest.mark.parametrize(("first", "second"), APART)
def test_different_texts(first: str, second: str) -> None:
    assert fold(first) != fold(second)


@pytest.mark.parametrize("text", ["治療費", "后後", "ｶﾞﾝ、ＳＬＥ", "\U00020000"])
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)
