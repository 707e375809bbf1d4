from __future__ import annotations

import pytest

from translator.catalog import Entry
from translator.checks import Context, Pair
from translator.checks.form import too_wide

BRACKETS = [
    ("zh>en", "“标签”和“分类”", "&#8220;tag&#8220; and &#8221;category&#8221;", (10, 17)),
    ("zh>en", "点击“保存”", "you&#8220;d click the Save&#8221; button", (3, 10)),
    ("ja>zh", "`.gitignore` を使う", "使用“.gitignore”", None),
    ("en>zh", "the “Referer” header", "“ Referer”头", None),
    ("ja>en", "（CREA）", "(CREA", (0, 1)),
    ("zh>ja", "“安全”的", "「安全な", (0, 1)),
    ("ja>zh", "『序章』", "《序章", (0, 1)),
    ("en>zh", 'the "current" block', '"当前块', (0, 1)),
    ("zh>en", "“结果”", "&#8221;Results&#8220;", (0, 1)),
    # must not fire
    ("ja>en", "（CREA）", "(CREA)", None),
    ("zh>en", "“安全”", "&#8220;Safe&#8221;", None),
    ("zh>ja", "1) 安全", "1) 安全性", None),
    ("en>zh", "don't (do) it", "不要（做）", None),
    ("ja>zh", "（注", "（注", None),
]


@pytest.mark.parametrize(("direction", "source", "target", "span"), BRACKETS)
def test_bracket_mismatch(faults, direction: str, source: str, target: str, span: tuple[int, int] | None) -> None:  # type: ignore[no-untyped-def]
    assert [each.span for each in faults("bracket-mismatch", direction, source, target)] == ([span] if span else [])


ENDS = [
    ("zh>ja", "请稍候…", "お待ちください。", True),
    ("en>zh", "Results:", "结果？", True),
    ("zh>en", "效果持久", "The effect lasts,", True),
    # must not fire
    ("zh>en", "效果持久。", "The effect lasts.", False),
    ("en>zh", "The effect lasts.", "效果持久", False),
    ("zh>ja", "例如：", "例えば、", False),
    ("ja>en", "「はい。」", "“Yes.”", False),
    ("en>ja", "Loading...", "読み込み中…", False),
    ("zh>en", "搜索“%s”", "Search &#8220;%s&#8221;", False),
    ("ja>en", "副作用はありますか？", "There are side effects.", False),
    ("ja>zh", "効果は持続的。", "效果具有持续性，", False),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), ENDS)
def test_end_punctuation(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(faults("end-punctuation", direction, source, target)) == fires


QUESTIONS = [
    ("ja>en", "副作用はありますか？", "There are side effects.", True),
    ("zh>ja", "效果持久。", "効果は持続しますか？", True),
    ("zh>en", "没有副作用。", "No side effects?", True),
    ("ja>zh", "副作用はありますか？", "有副作用！", True),
    # must not fire
    ("ja>en", "副作用はありますか。", "Are there side effects?", False),
    ("zh>en", "你要多少汤。", "How much soup do you want?", False),
    ("en>zh", "Ask her whether she is busy.", "问她是不是很忙？", False),
    ("zh>ja", "开始？", "開始", False),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), QUESTIONS)
def test_question_mismatch(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    expected = [(len(target) - 1, len(target))] if fires else []
    assert [each.span for each in faults("question-mismatch", direction, source, target)] == expected


UNFINISHED = [
    ("ja>zh", "効果は持続的。", "效果具有持续性，", True),
    ("zh>ja", "效果持久！", "効果は持続的、", True),
    ("ja>en", "改善した。", "It improved,", True),
    # must not fire
    ("zh>ja", "例如：", "例えば、", False),
    ("zh>en", "你好", "Hello,", False),
    ("ja>en", "まず、", "First,", False),
    ("ja>en", "改善した。", "It improved;", False),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), UNFINISHED)
def test_unfinished_sentence(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    expected = [(len(target) - 1, len(target))] if fires else []
    assert [each.span for each in faults("unfinished-sentence", direction, source, target)] == expected


FORM = [
    ("space-mismatch", "zh>en", " 例", "cases", (0, 0), " cases"),
    ("space-mismatch", "ja>zh", "結果", "结果 ", (2, 3), "结果"),
    ("space-mismatch", "ja>en", " 例 ", " cases ", None, None),
    ("space-mismatch", "zh>ja", "结果\n", "結果", None, None),
    ("line-break-mismatch", "zh>en", "结果\n", "Results", (7, 7), "Results\n"),
    ("line-break-mismatch", "zh>ja", "甲\n乙\n丙", "甲 乙 丙", "inside", None),
    ("line-break-mismatch", "ja>en", "生存率94%", "Survival\nrate 94%", (8, 9), None),
    ("line-break-mismatch", "ja>zh", "甲\n乙", "甲乙", "inside", None),
    ("line-break-mismatch", "zh>ja", "没有复发，血压稳定", "再発なし\n血圧安定", (4, 5), None),
    (
        "line-break-mismatch",
        "en>zh",
        "Results are written to standard output where no\noutput file is given",
        "没有给出输出文件时写到标准输出",
        None,
        None,
    ),
    ("line-break-mismatch", "ja>en", "甲\n乙\n", "A\nB\n", None, None),
    ("wide-digits", "zh>en", "共１２例", "１２ cases", (0, 2), "12 cases"),
    ("wide-digits", "zh>ja", "{0} 例", "{０} 例", (1, 2), "{0} 例"),
    ("wide-digits", "zh>ja", "共12例", "１２例", None, None),
    ("doubled-space", "zh>en", "效果持久", "Lasting  effect", (7, 9), "Lasting effect"),
    ("doubled-space", "en>en", "One.  Two.", "One.  Two.", None, None),
    ("doubled-space", "zh>en", "甲。乙。", "One.  Two.", None, None),
]


@pytest.mark.parametrize("case", FORM, ids=str)
def test_form(faults, case: tuple[object, ...]) -> None:  # type: ignore[no-untyped-def]
    name, direction, source, target, span, fix = case
    found = faults(name, direction, source, target)
    if span is None:
        assert found == []
    else:
        assert [each.span for each in found] == [None if span == "inside" else span]
        assert found[0].fix == fix


@pytest.mark.parametrize(("target", "fires"), [("Side effects", False), ("Side effects seen", True), ("副作用の有無", False), ("副作用の有無を", True)])  # fmt: skip
def test_too_wide_counts_cells(faults, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(faults("too-wide", "zh>en", "副作用", target, limit=12)) == fires
    assert not faults("too-wide", "zh>en", "副作用", target)


def test_of_a_cue_what_two_lines_cannot_hold_is_told() -> None:
    target = "Start only after your doctor or therapist has given permission."

    def told(target: str) -> list[str]:
        cue = Pair("允许", target, "en", "en", "zh-Hans", Entry("允许", (target,), notes=("cue",)), limit=42)
        return [each.message for each in too_wide.run(cue, Context())]

    assert told(target) == []
    assert told(f"{target} {target}") == ["124 cells take 4 lines of 42, a cue shows 2; say it in fewer words"]
    assert told("a" * 50) == ["50 cells wide, the place allows 42"]


def test_each_line_is_as_wide_as_it_is(faults) -> None:  # type: ignore[no-untyped-def]
    target = "Start only after your doctor or\ntherapist has given permission."
    assert not faults("too-wide", "zh>en", "须经允许后开始。", target, limit=42)
    assert [each.span for each in faults("too-wide", "zh>en", "须经允许后开始。", target, limit=30)] == [
        (0, 31),
        (32, 63),
    ]
