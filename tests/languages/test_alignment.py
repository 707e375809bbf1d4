"""Translated blocks become translated sentences, or stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.languages.alignment import align_sentences, message_sentences


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("改善。 継続。", "改善。继续。", [("改善。", "改善。"), ("継続。", "继续。")]),
        ("标题", "Heading", [("标题", "Heading")]),
        ("一。二。三。", "One. Two and three.", None),
        ("", "", []),
        ("一。", "", None),
        ("一。<b1>二</b1>。", "One. <b1>Two</b1>.", [("一。", "One."), ("<b1>二</b1>。", "<b1>Two</b1>.")]),
        (
            "<b1>一</b1>。見<b2>二</b2>。",
            "<b1>One</b1>. See <b2>two</b2>.",
            [("<b1>一</b1>。", "<b1>One</b1>."), ("見<b1>二</b1>。", "See <b1>two</b1>.")],
        ),
        ("见<b1>一</b1>。二。", "One. See <b1>two</b1>.", None),
        ("一。<br1/>二。", "One.<br1/>Two.", [("一。", "One."), ("二。", "Two.")]),
        ("图<img1/>。二<img2/>。", "Two <img2/>. One <img1/>.", None),
        ("甲（一。二。）三。", "A (one. Two.) three.", [("甲（一。二。）三。", "A (one. Two.) three.")]),
        ("「一。」と言う。二。", "“One,” he says. Two.", [("「一。」と言う。", "“One,” he says."), ("二。", "Two.")]),
        ("<b1>一。二。</b1>", "<b1>One. Two.</b1>", [("一。二。", "One. Two.")]),
    ],
)
def test_align(source: str, target: str, expected: list[tuple[str, str]] | None) -> None:
    assert align_sentences(source, target) == expected


@given(
    st.lists(
        st.sampled_from(["一。", "二", "<b1>", "</b1>", "<br1/>", "<img1/>", " ", "！", "「", "」", "Yes. "]),
        max_size=12,
    )
)
def test_no_word_is_lost(pieces: list[str]) -> None:
    def words(text: str) -> str:
        return "".join(each for each in text.replace("br", "").replace("b1", "") if each.isalnum() and each != "1")

    message = "".join(pieces)
    assert words("".join(message_sentences(message))) == words(message)
