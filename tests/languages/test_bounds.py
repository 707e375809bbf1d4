from __future__ import annotations

import pytest

from translator.languages.bounds import is_cut_out, is_written_there
from translator.languages.named import compare_named

WORDS = [
    ("ja", "しゃがんだり", "がん", True),
    ("ja", "がんばってください", "がん", True),
    ("ja", "がんこな汚れ", "がん", True),
    ("ja", "がんの治療", "がん", False),
    ("ja", "ひどいがんの痛み", "がん", False),
    ("ja", "胃がんと肺がん", "がん", False),
    ("ja", "がんになる", "がん", False),
    ("zh", "出现荨麻疹", "麻疹", True),
    ("zh", "出現蕁麻疹", "麻疹", True),
    ("ja", "蕁麻疹が出た", "麻疹", True),
    ("zh", "接种麻疹疫苗", "麻疹", False),
    ("en", "cancerous", "cancer", False),
]


@pytest.mark.parametrize(("language", "text", "word", "expected"), WORDS)
def test_a_word_inside_a_longer_one(language: str, text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert is_cut_out(text, start, start + len(word), language=language) is expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("採血", "采血前请告知", True),
        ("採血", "採血前請告知", True),
        ("検査", "血液檢查", True),
        ("採血", "抽血前请告知", False),
        ("がん", "癌症", False),
    ],
)
def test_a_word_in_another_script_form(word: str, text: str, expected: bool) -> None:
    assert is_written_there(word, text) is expected


@pytest.mark.parametrize(
    ("direction", "source", "target", "told"),
    [
        ("ja>en", "しゃがんだり、走ったりしないでください。", "Do not squat or run.", []),
        ("ja>zh", "しゃがんだり、走ったりしないでください。", "请不要下蹲或奔跑。", []),
        ("zh>en", "可能出现荨麻疹。", "Urticaria may occur.", []),
        ("ja>zh", "採血の前に食べないでください。", "采血前请勿进食。", []),
        ("zh>ja", "采血前请勿进食。", "採血の前に食べないでください。", []),
        ("ja>en", "がんの治療を始めます。", "We start the treatment.", ["“がん” is not in the translation"]),
        ("zh>ja", "接种麻疹疫苗。", "予防接種を受けます。", ["“麻疹” is not in the translation"]),
    ],
)
def test_things_are_words(direction: str, source: str, target: str, told: list[str]) -> None:
    come, go = direction.split(">")
    found = compare_named(source, target, source_language=come, target_language=go)
    assert [each.message for each in found] == told
