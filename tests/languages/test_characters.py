"""The repertoires and their well-known traps."""

from __future__ import annotations

import pytest

from translator.document import Foreign
from translator.languages import characters

CLEAN = [
    ("zh-Hant", "吃飯的群眾在床邊看山峰,祕密與秘密"),
    ("zh-Hant", "香港户口着重温度與税務"),
    ("zh-Hans", "国体会与数号来内"),
    ("zh-Hans", "难治性SLE・红斑性狼疮"),
    ("zh-Hans", "乾坤、著名、瞭望、藉口"),
    ("zh-Hans", "谢谢々〇〆"),
    ("zh-Hans", "ＡＢＣ１２３🙂👩‍⚕️"),
    ("ja", "国体会与数号来内"),
    ("ja", "髙﨑さん、濵田さん、𠮷野家、國學院、慶應、澤田"),
    ("ja", "漢字《かんじ》、｜振り仮名《ルビ》、ｶﾞﾝ、㌔、人々、・ー"),
    ("zh-Hant", "㗎嘅咗"),
    ("zh-Hans", "\U00020000\U0002a6d6"),
    ("zh-Hant", "\U00020000\U0002a6d6"),
    ("ja", "\U00020000\U0002a6d6"),
    ("en", "naïve 10⁶ “quoted” – 12 µm 🙂"),
]
RESIDUE = [
    ("zh-Hans", "治疗費", [(2, 3, "zh-Hant")]),
    ("zh-Hans", "HLA検査", [(3, 5, "ja")]),
    ("zh-Hans", "鲜の每日", [(1, 2, "ja")]),
    ("zh-Hans", "然後", [(1, 2, "zh-Hant")]),
    ("zh-Hant", "国体会与数号来内", [(0, 8, "zh-Hans")]),
    ("zh-Hant", "図書", [(0, 1, "ja")]),
    ("zh-Hant", "カ", [(0, 1, "ja")]),
    ("ja", "细胞の体驗", [(0, 1, "zh-Hans")]),
    ("ja", "身體", [(1, 2, "zh-Hant")]),
    ("ja", "你们", [(0, 1, "zh-Hans"), (1, 2, "zh-Hans")]),
    ("ja", "ㄅ", [(0, 1, "zh-Hant")]),
    ("en", "the 疗效 of ＡＢＣ", [(4, 6, "zh-Hans"), (10, 13, "zh-Hans")]),
    ("en", "dose、kana ガ", [(4, 5, "zh-Hans"), (10, 11, "ja")]),
    ("fr", "疗", []),
]


@pytest.mark.parametrize(("tag", "text"), CLEAN)
def test_no_residue(tag: str, text: str) -> None:
    assert characters.residue(text, tag) == ()


@pytest.mark.parametrize(("tag", "text", "spans"), RESIDUE)
def test_residue(tag: str, text: str, spans: list[tuple[int, int, str]]) -> None:
    expected = characters.merged(Foreign(*span) for span in spans)
    assert characters.residue(text, tag) == expected


@pytest.mark.parametrize(
    ("first", "last", "before", "after"),
    [("ぁ", "ゖ", "\u3040", "\u3097"), ("ァ", "ヺ", "゠", "・"), ("ｦ", "ｯ", "･", "ｰ"), ("ㇰ", "ㇿ", "\u31ef", "㈀")],
)
def test_kana_edges(first: str, last: str, before: str, after: str) -> None:
    assert {first, last} <= characters.KANA
    assert not {before, after} & characters.KANA


def test_kana_class_is_the_kana_set() -> None:
    import re

    every = re.findall(f"[{characters.KANA_CLASS}]", "".join(map(chr, range(0x2E80, 0x10000))))
    assert set(every) == characters.KANA


def test_no_character_is_told_twice() -> None:
    tags = ("zh-Hans", "zh-Hant", "ja")
    combinations = [(a,) for a in tags] + [("zh-Hans", "zh-Hant"), ("zh-Hans", "ja"), ("zh-Hant", "ja")]
    sets = [characters.only(*each) for each in combinations]
    assert all(sets)
    assert sum(map(len, sets)) == len(frozenset().union(*sets))
