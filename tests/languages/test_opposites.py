from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        # The name of an illness does not vouch for what rose.
        ("血小板減少症 12 例で白血球が上昇。", "12例血小板减少症患者的白细胞下降。", ["“上昇” became “下降”"]),
        (
            "血小板减少症患者的体重增加。",
            "In patients with thrombocytopenia, weight went down.",
            ["“增加” became “went down”"],
        ),
        ("用量は漸減。", "The dose was increased step by step.", ["“漸減” became “increased”"]),
        ("剂量逐步增量。", "用量は漸減。", ["“增量” became “漸減”"]),
        # All words but one agree.
        ("A群の改善は B群の改善より良好。", "The improvement of group A was worse than that of B.", []),
        (
            "A群の改善は B群の改善より良好。",
            "The improvement of group A was worse than the improvement of group B.",
            ["“良好” became “worse”"],
        ),
        ("改善优于对照组的改善。", "改善は対照群の改善より劣っていた。", ["“改善” became “劣っ”"]),
        ("初期の患者に使う。", "用于晚期患者。", ["“初期” became “晚期”"]),
        ("一回で十分である。", "A single dose is insufficient.", ["“十分” became “insufficient”"]),
        ("治る可能性がある。", "不可能治愈。", ["“可能性” became “不可能”"]),
        # The order of two words, and their numbers.
        ("左腕に注射し、右腕で測る。", "注射右臂，测量左臂。", ["“左 … 右” became “右 … 左”"]),
        (
            "患者は4(自家)、対照は5(他家)",
            "Patients, 4 (allogeneic); controls, 5 (autologous)",
            ["“自家 … 他家” became “allogeneic … autologous”"],
        ),
        (
            "生存率は81%、再発率は17%。",
            "Recurrence was 81%, survival 17%.",
            ["“生存 … 再発” became “Recurrence … survival”"],
        ),
    ],
)
def test_words_that_turn(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare_opposites(source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("血小板減少症 12 例で白血球が上昇。", "White cells increased in 12 patients with thrombocytopenia."),
        ("左肾切除后，右肾正常。", "The right kidney was normal after removal of the left one."),
        ("左肾切除后，右肾正常。", "左腎の切除後、右腎は正常。"),
        ("生存率は81%、再発率は17%。", "Recurrence was 17%, survival 81%."),
        ("生存率は81%、再発率は17%。", "81% survival and 17% recurrence."),
        ("患者は4(自家)、対照は5(他家)", "Controls (allogeneic, 5) and patients (both autologous and allogeneic)"),
        ("不劣于对照组。", "It was not inferior to the control."),
        ("非劣性が示された。", "It was non-inferior to the control, and better."),
        ("端末を初期化する。", "Initializes the terminal."),
        ("十分ではない。", "It is insufficient."),
        ("可能性はありません。", "That is impossible."),
        ("両側の左右差。", "The difference of right and left."),
    ],
)
def test_words_that_stay(source: str, target: str) -> None:
    assert compare_opposites(source, target) == ()
    assert compare_opposites(target, source) == ()


def test_opposed_are_all_other_sides_of_the_same_concepts() -> None:
    bits = opposites._bits()
    for sides in (("amount", "up"),), (("amount", "up"), ("amount", "down")):
        found = opposites._opposed(sum(bits[each] for each in sides))
        wanted = {other for each in sides for other in bits if other[0] == each[0] and other != each}
        assert {each for each, bit in bits.items() if found & bit} == wanted
