"""Lines of subtitles, broken where a reader breaks them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.languages.line_breaks import balanced
from translator.report import width

CASES = [
    (42, "It fits.", ["It fits."]),
    (42, "Start only after your doctor or therapist has given permission.", ["Start only after your doctor", "or therapist has given permission."]),
    (32, "Take one tablet of 200 mg in the evening, and one at noon.", ["Take one tablet of 200 mg", "in the evening, and one at noon."]),
    (32, "服薬を始める前に、必ず主治医に相談してください。", ["服薬を始める前に、", "必ず主治医に相談してください。"]),
    (36, "採血の前日は夜9時以降の食事を控え、水以外は飲まないようにしてください。", ["採血の前日は夜9時以降の食事を控え、", "水以外は飲まないようにしてください。"]),
    (36, "每日2次，每次50毫克，连续服用12周后请到门诊复查血常规和肝功能指标。", ["每日2次，每次50毫克，连续服用12周后", "请到门诊复查血常规和肝功能指标。"]),
    (30, "看起来患者的血红蛋白水平已经逐渐恢复到正常范围之内了", ["看起来患者的血红蛋白水平", "已经逐渐恢复到正常范围之内了"]),
    (20, "今日は{user name}さんの番です、どうぞ", ["今日は{user name}", "さんの番です、どうぞ"]),
    (20, "コンピューターシステムズ", ["コンピューターシステムズ"]),
    (20, "- 您好，请问您是哪位医生的病人？\n- 王医生。", ["- 您好，请问您", "是哪位医生的病人？", "- 王医生。"]),
    (24, "All of it is too\nlong for one line now.", ["All of it is too", "long for one line now."]),
    (30, "All of it is\ntoo long for the line that it stands in.", ["All of it is too long for", "the line that it stands in."]),
    (24, "All of it is\ntoo long for this line it was put in.", ["All of it is", "too long for this line", "it was put in."]),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "text", "lines"), CASES)
def test_lines(limit: int, text: str, lines: list[str]) -> None:
    assert balanced(text, limit).split("\n") == lines


WORDS = st.lists(
    st.sampled_from(
        [
            "服薬",
            "する",
            "前に、",
            "必ず",
            "（主治医）",
            "50 mg",
            "{name}",
            "and",
            "therapist,",
            "治疗。",
            "三个月",
            "ー",
            "っ",
            "“好”",
        ]
    ),
    min_size=1,
    max_size=24,
)


@given(WORDS, st.sampled_from(["", " "]), st.integers(16, 44))
def test_no_word_is_lost_and_no_line_is_too_long(words: list[str], between: str, limit: int) -> None:
    text = between.join(words)
    lines = balanced(text, limit).split("\n")
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    for line in lines[1:]:
        assert line[0] not in "、。」』）ーっ”,."
    for line in lines[:-1]:
        assert line[-1] not in "（「“"
    assert all("{name" not in line or "{name}" in line for line in lines)
    assert all(width(line) <= limit or " " not in line.strip() for line in lines) or between == ""
