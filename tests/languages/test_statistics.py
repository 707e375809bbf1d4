"""The sums over a text as bytes are those over its characters and pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator.languages import characters, statistics
from translator.languages.identification import _by_characters, judge, judge_all
from translator.languages.kinds import kinds_of
from translator.languages.neighbourhood import margin

_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(("の", "結果", "们", "患者", "検査", "檢查", "abc ", "。", "12", "\U00020000", "カナ", "ㄅ")),
        st.text(max_size=3),
    ),
    max_size=30,
).map("".join)


@given(_TEXTS)
def test_pairs_of_bytes_are_pairs_of_characters(text: str) -> None:
    summed = statistics._far(text)
    hant = ((summed + statistics._HALF) & ((1 << statistics._SHIFT) - 1)) - statistics._HALF
    wanted = ((summed - hant) >> statistics._SHIFT) / statistics._STEP, hant / statistics._STEP
    assert statistics._summed(text) == wanted == statistics.lean(text)


@given(st.lists(_TEXTS))
def test_sums_over_many_texts_are_those_of_each(texts: list[str]) -> None:
    assert statistics.lean_of_each(texts) == list(map(statistics.lean, texts))


@given(st.lists(_TEXTS))
def test_many_texts_are_judged_as_each_is(texts: list[str]) -> None:
    long = ["検査の結果" * 700, "a 检查\uffff" * 700]
    found = judge_all([*texts, *long])
    assert [own for own, _ in found] == [judge(each) for each in [*texts, *long]]
    assert all(
        kinds in (None, kinds_of(text.replace("\uffff", "a"))) for text, (_, kinds) in zip(texts, found, strict=False)
    )


@given(_TEXTS)
def test_characters_of_one_language_alone_decide(text: str) -> None:
    chars = set(text)
    found = _by_characters(text)
    if kana := chars & characters.KANA:
        wanted = "ja" if 4 * len(kana) >= min(len(text), 40) and not chars & characters.outside("ja") else ""
    else:
        tags = [tag for tag in characters.IDEOGRAPHIC if chars & characters.only(tag)]
        wanted = tags[0] if tags and not chars & characters.outside(tags[0]) else ""
    assert (found.plain if found else "") == wanted


@given(_TEXTS)
def test_the_margin_is_between_the_first_two(text: str) -> None:
    own = judge(text)
    if not own.fixed and not own.is_neutral:
        _, middle, high = sorted((own.hans, own.hant, 0.0))
        assert margin(own) == high - middle
