from __future__ import annotations

import pytest

from translator.languages import companions, dealt, numbers

TURNED = [
    # the unit, name or sign that was the other number's
    ("Python 3.1, compared to 3.0. Python 3.1 is here.", "3.1 と比べた Python 3.0。Python 3.1 です。", ["3.1", "3.0"]),
    ("font-size: 10; margin: 4", "font-size: 4; margin: 10", ["4", "10"]),
    ("Keep <a x=1> and <a y=2>", "<a x=1> と <a y=2>", None),
    # a bound that is no other one's
    ("Use 5 or more in 3 rooms.", "3 以上を 5 部屋で使う。", ["3", "5"]),
    ("At least one in three.", "至少三人中有一人。", None),
    ("Relapse occurred 3–28 M after infusion.", "輸注後3〜28か月で再発した。", None),
    ("3 of the 12 patients", "12人の患者のうち3人", None),
]


@pytest.mark.parametrize(("source", "target", "expected"), TURNED)
def test_a_number_with_the_others_companions_is_told(source: str, target: str, expected: list[str] | None) -> None:
    found = companions.turned(source, target, numbers.read(source), numbers.read(target))
    assert (found and [each.surface for each in found]) == expected


DEALT = [
    ("The first is the name. The second is the mode.", "2 番目は名前です。1 番目はモードです。", ["2", "1"]),
    ("第一个是名称。第二个是模式。", "2 番目は名前です。1 番目はモードです。", ["2", "1"]),
    ("The first is the name. The second is the mode.", "1 番目は名前です。2 番目はモードです。", None),
    ("One line has two words. No other has three.", "1 行に 3 語ある。2 語の行はほかにない。", ["3", "2"]),
    ("Two of the three failed.", "3 件中 2 件が失敗した。", None),
    ("Zero-padded to six digits, in base ten.", "10進数 (6桁に0埋め)", None),
    ("Use 4 digits, not 8.", "8桁ではなく4桁です。", None),
]


@pytest.mark.parametrize(("source", "target", "expected"), DEALT)
def test_numbers_in_each_others_sentence_are_told(source: str, target: str, expected: list[str] | None) -> None:
    found = dealt.turned(source, target, numbers.read(source), numbers.read(target))
    assert (found and [each.surface for each in found]) == expected
