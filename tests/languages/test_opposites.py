from __future__ import annotations

from translator.languages import opposites
from translator.languages.numerals import data_lines
from translator.languages.opposites import compare_opposites, read


def test_every_concept_has_two_sides_in_every_language() -> None:
    sides: dict[tuple[str, str], set[str]] = {}
    for line in data_lines("opposites.txt"):
        concept, side, tongue, words = line.split("\t")
        assert all(words.split("|"))
        sides.setdefault((concept, tongue), set()).add(side)
    assert {len(each) for each in sides.values()} == {2}
    assert {tongue for _, tongue in sides} == {"zh", "ja", "en"}


def test_the_longest_word_counts() -> None:
    assert read("非表示にする", "ja") == {"sight": {"hidden": (0, 3)}}
    assert read("Increasingly severe", "en") == {"amount": {"up": (0, 12)}, "degree": {"severe": (13, 19)}}


def test_placeholders_are_no_words() -> None:
    assert read("{left} <right>", "en") == {}


def test_a_side_that_both_texts_have_is_no_difference() -> None:
    assert compare_opposites("先增加后减少", "It fell", "zh-Hans", "en") == ()
    assert compare_opposites("没有增加", "It fell", "zh-Hans", "en") == ()
    found = compare_opposites("血压升高", "血圧が低下", "zh-Hans", "ja")
    assert [(each.message, each.source_span, each.target_span) for each in found] == [
        ("“升高” became “低下”", (2, 4), (3, 5))
    ]


def test_opposed_are_all_other_sides_of_the_same_concepts() -> None:
    bits = opposites._bits()
    for sides in (("amount", "up"),), (("amount", "up"), ("amount", "down")):
        found = opposites._opposed(sum(bits[each] for each in sides))
        wanted = {other for each in sides for other in bits if other[0] == each[0] and other != each}
        assert {each for each, bit in bits.items() if found & bit} == wanted
