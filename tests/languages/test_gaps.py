"""What is looked for first, in texts of the pieces that traces are made of: no trace may be passed over."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from translator.languages import gaps
from translator.languages.verbatim import prose

PIECES = (
    *" \u3000つの進月日乗桁番目回的時間を基がにはでとなも第個个位行次万亿億了约的为是于、。，（）()[]`'“”「」,:.;?-+_/=~%0123x中文語アーい",
    "以下", "以内", "以上", "每次加", "べき", "タプル", "元组", "要素", "次元", "のべき乗", "入力", "実行", "multiplied by ", "and ",
    "or ", "a.m.", "p.m.", " .x", "bits", "Million", "thousand", "日元", "人", "文字", "小时", "分钟", "時間", "回", "等", "設定",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


@given(TEXTS)
@settings(max_examples=1200, deadline=None)
def test_a_clear_trace_holds_what_is_looked_for_first(text: str) -> None:
    plain = prose(text)
    if gaps._CLEAR.search(plain) is not None:
        assert gaps._MAY_BE_CLEAR.search(plain) is not None


@given(TEXTS, TEXTS)
@settings(max_examples=500, deadline=None)
def test_an_orphan_has_a_blank_that_is_looked_for_first(text: str, other: str) -> None:
    if gaps._ORPHAN.search(gaps._without_shared_edge(text, other)) is not None:
        assert gaps._WIDE_BLANK.search(text) is not None
