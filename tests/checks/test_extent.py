from __future__ import annotations

import pytest

TRUNCATED = [
    ("zh>en", "长期追踪结果表明，生存率为94%，复发率为23%。", "Long-term follow-up sho"),
    ("ja>en", "投薬は漸減し、血圧は安定した。", "Medication was tapered and the"),
    ("ja>zh", "自己免疫肝炎は安定し、び漫性肺胞出血も安定していた。", "自身免疫性肝炎稳"),
    ("zh>ja", "请确认您输入的电子邮件地址是否正确，然后再试一次。", "入力したメール"),
    ("en>zh", "The treatment was safe and effective in all patients of the group.", "治疗在"),
    ("en>ja", "Please check the address that you entered, and try again.", "入力した"),
]
COMPLETE = [
    ("zh>en", "长期追踪结果表明，生存率为94%。", "Long-term follow-up showed a survival rate of 94%."),
    ("ja>en", "安全", "Safe"),
    ("ja>zh", "自己免疫肝炎は安定。", "自身免疫性肝炎稳定。"),
    ("zh>ja", "效果持久", "効果は持続的"),
    ("en>ja", "Save", "保存"),
    ("en>zh", "Settings", "设置"),
    ("ja>en", "読み込んでいます…", "Loading…"),
    ("zh>en", "干细胞", "Stem cells"),
    ("ja>en", "なし", "–"),
    ("zh>en", "……", "..."),
]


@pytest.mark.parametrize(("direction", "source", "target"), TRUNCATED)
def test_truncated_fires(faults, direction: str, source: str, target: str) -> None:  # type: ignore[no-untyped-def]
    assert [each.span for each in faults("truncated", direction, source, target)] == [(len(target), len(target))]


@pytest.mark.parametrize("target", [".", "？", "— —", "<b1/>…"])
def test_a_translation_without_words_is_cut_short(faults, target: str) -> None:  # type: ignore[no-untyped-def]
    found = faults("truncated", "zh>en", "治疗有效，疗效持久。", target)
    assert [(each.message, each.span) for each in found] == [("the translation has no words", (0, len(target)))]


@pytest.mark.parametrize(("direction", "source", "target"), COMPLETE)
def test_complete_texts_are_left_alone(faults, direction: str, source: str, target: str) -> None:  # type: ignore[no-untyped-def]
    assert faults("truncated", direction, source, target) == []
    assert faults("length-mismatch", direction, source, target) == []


def test_much_more_is_told(faults) -> None:  # type: ignore[no-untyped-def]
    long = "Your draft was saved; you may now close this window and come back to it later"
    assert len(faults("length-mismatch", "zh>en", "保存草稿", long)) == 1
    assert faults("length-mismatch", "zh>en", "保存草稿", "Save draft") == []
