"""What an edit of a source changes."""

from __future__ import annotations

import pytest

from translator.languages.edits import changes, edits

CHANGED = [
    ("请告知护士。", "请告知医生。", ["word 护士 → 医生"]),
    ("建议三个月内复查。", "建议三个月后复查。", ["word 内 → 后"]),
    ("通話は2階のラウンジで。", "通話は2階の中庭で。", ["word ラウンジ → 中庭"]),
    ("生花や鉢植えの持ち込み", "生花の持ち込み", ["word や鉢植え → –"]),
    ("痛風を起こすことがあります。", "痛風を起こします。", ["word すことがあり → し"]),
    ("必ずお持ちください。", "お持ちください。", ["word 必ず → –"]),
    ("Ask the nurse first.", "Ask the doctor first.", ["word nurse → doctor"]),
    ("これでよい。", "これでよいか？", ["word – → か？"]),
    # What is told already is told once, and other words with it.
    ("共3例，由护士给药。", "共4例，由医生给药。", ["number 3 → 4", "word 护士 → 医生"]),
    ("没有副作用。", "有副作用。", ["negation 没有 → 有"]),
    # form
    ("请勿服用。", "请勿服用！", []),
    ("病院内ではマスクを", "病院内では、マスクを", []),
    ("請先洗手，再換藥。", "请先洗手、再换药", []),
    ("ﾗｳﾝｼﾞで１２.２％（注）", "ラウンジで 12.2% (注)", []),
    ("“甲”——乙", "「甲」—乙", []),
    ("治療費", "治疗费", []),
]


@pytest.mark.parametrize(("old", "new", "expected"), CHANGED)
def test_changes(old: str, new: str, expected: list[str]) -> None:
    assert [str(each) for each in changes(old, new)] == expected
    assert bool(changes(new, old)) == bool(expected)


def test_many_words_are_told_in_part() -> None:
    old = "".join(f"第{each}甲乙丙" for each in "子丑寅卯辰巳")
    new = "".join(f"第{each}甲乙丙" for each in "午羊申酉戌亥")
    assert [str(each) for each in changes(old, new)][-1] == "word … → …"
    assert len(changes(old, new)) == 5


def test_long_texts_are_told_as_one_stretch() -> None:
    middle = "甲乙丙丁戊己庚辛" * 300
    found = changes(f"{middle}前", f"{middle}後")
    assert [str(each) for each in found] == ["word 前 → 後"]


def test_synonyms_are_no_danger() -> None:
    assert edits("効果が認められた", "効果がみられた") == ()
    assert [str(each) for each in changes("効果が認められた", "効果がみられた")] == ["word 認め → み"]
