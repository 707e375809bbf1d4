"""What the characters of a text are evidence for, beside what the sets of characters say."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from translator.languages import characters
from translator.languages.kinds import MARKS, gathered, kinds_of, searches, seen

TEXTS = st.text(
    st.sampled_from("检検檢治療疗の・ーカｶ々〇ㄅㆠ한，。円国國𠮟𠀋😢a1 \n㌀\ud800") | st.characters(), max_size=12
)


@given(TEXTS)
def test_kinds_say_what_the_sets_of_characters_say(text: str) -> None:
    kinds, said, find = kinds_of(text), seen(kinds_of(text)), searches()
    sets = {tag: characters.outside(tag) for tag in characters.IDEOGRAPHIC}
    assert len(kinds) == len(text)
    assert said.outside == {tag for tag, chars in sets.items() if not chars.isdisjoint(text)}
    assert said.has_kana == (not characters.KANA.isdisjoint(text)) == (find.kana.search(kinds) is not None)
    assert said.has_bopomofo == (not characters.BOPOMOFO.isdisjoint(text))
    assert said.has_hangul == any("가" <= char <= "힣" for char in text)
    assert said.weight == sum(MARKS[mark] for mark in set(text) & set(MARKS))
    assert [each.span() for each in find.han.finditer(kinds)] == [
        each.span() for each in characters.HAN_RUN.finditer(text)
    ]
    for tag, chars in sets.items():
        strange = find.strange[tag]
        assert [bool(strange.match(kinds, at)) for at in range(len(text))] == [char in chars for char in text]
    assert len(kinds.translate(None, find.not_kana)) == sum(char in characters.KANA for char in text)


@given(TEXTS)
def test_runs_of_kana_are_those_of_their_ranges(text: str) -> None:
    hiragana = re.compile("[\u3041-\u3096\u309d-\u309f]")
    katakana = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
    for table, wanted in ((searches().hiragana, hiragana), (searches().katakana, katakana)):
        assert kinds_of(text).translate(table).decode() == "".join("!" if wanted.match(char) else "." for char in text)


@given(st.lists(TEXTS | st.sampled_from(["", "a\uffffb", "検\uffff"])))
def test_many_texts_are_looked_up_as_each_is(texts: list[str]) -> None:
    found = gathered(texts)
    assert list(found.said) == [seen(kinds_of(each)) for each in texts]
    for text, start in zip(texts, found.starts, strict=False):
        assert found.kinds[start : start + len(text)] == kinds_of(text.replace("\uffff", "a"))


@given(TEXTS)
def test_what_is_told_of_ideographs_holds(text: str) -> None:
    said = seen(kinds_of(text))
    assert set(said.only) == {tag for tag in characters.IDEOGRAPHIC if not characters.only(tag).isdisjoint(text)}
    assert said.is_neutral == all(characters.outside(tag).isdisjoint(text) for tag in characters.CHINESE)
    if said.is_ideographic:
        assert re.search(f"[{characters.HAN_CLASS}{characters.KANA_CLASS}]", text)


@given(TEXTS)
def test_foreign_runs_are_the_runs_with_a_strange_ideograph(text: str) -> None:
    kinds, find = kinds_of(text), searches()
    for tag in characters.IDEOGRAPHIC:
        runs = [each.span() for each in find.han.finditer(kinds)]
        wanted = [span for span in runs if find.strange[tag].search(kinds, *span)]
        assert [each.span() for each in find.foreign[tag].finditer(kinds)] == wanted
