from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.catalog import Entry
from translator.checks._completeness import _NOTHING, _SHORT, _WEIGHTS, _is_abrupt, features, is_incomplete
from translator.checks._subject import Pair

SOURCES = (
    "长期追踪结果表明，3 年生存率为 94%，参见 https://a.cn/b 和 `code`。",
    "データを %s に保存してから、API（第 2 版）の設定を確認します。",
    "打开 Settings 页面 {name}",
    "第一句。第二句在 2024 年！第三句 <b1>x</b1>。",
)
TARGET = (
    "Long-term follow-up of 94% (3 years) showed the API {name}. See `code` at https://a.cn/b for the patient's data."
)


def made(source: str, target: str) -> Pair:
    return Pair(source, target, "en", "en", "ja" if "の" in source else "zh-Hans", Entry(source, (target,)))


def log_odds(pair: Pair) -> float:
    values = features(pair)
    if not values or (pair.source_extent < _SHORT and not _is_abrupt(values)):
        return _NOTHING
    return sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))


@given(st.sampled_from(SOURCES), st.integers(1, len(TARGET)), st.lists(st.sampled_from((0.4, -2.5)), min_size=1))
def test_what_is_skipped_never_changes_the_answer(source: str, length: int, limits: list[float]) -> None:
    whole = log_odds(made(source, TARGET[:length]))
    pair = made(source, TARGET[:length])
    assert [is_incomplete(pair, each) for each in limits] == [whole > each for each in limits]


@pytest.mark.parametrize(("length", "expected"), [(15, True), (len(TARGET), False)])
def test_both_answers_are_given(length: int, expected: bool) -> None:
    assert is_incomplete(made(SOURCES[0], TARGET[:length]), 0.4) is expected
