"""What `--fix` writes: it changes the form of a translation, never what it says, and once is enough."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.catalog import Entry
from translator.checks import Context, Fault, Pair, all_checks

CHECKS = tuple(each for each in all_checks() if each.scope == "entry")
TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}


def run(source: str, target: str, come: str, go: str) -> list[tuple[str, Fault]]:
    pair = Pair(source, target, go, TAGS[go], TAGS[come], Entry(source, (target,)))
    return [(check.name, each) for check in CHECKS for each in check.run(pair, Context())]


def fixed(source: str, target: str, come: str, go: str) -> str:
    """The target after all fixes, one after the other."""
    for _ in range(8):
        fix = next((each.fix for _, each in run(source, target, come, go) if each.fix not in (None, target)), None)
        if fix is None:
            return target
        target = fix
    raise AssertionError("a fix makes another one needed, again and again")


@pytest.mark.parametrize(
    ("direction", "source", "target", "wanted"),
    [
        ("zh>en", "共 %d 例", "％d cases", "%d cases"),
        ("en>zh", "Come back in two weeks.", "请两周后复诊。。", "请两周后复诊。"),
        ("ja>zh", "故意または過失です。", "因故意､或过失｡", "因故意，或过失。"),
        ("zh>ja", "警报，停止。", "ｱﾗｰﾄ､停止｡", "アラート、停止。"),
        ("ja>en", "再診は2週間後です。", "Come back in two weeks..", "Come back in two weeks."),
        # Which of two marks is meant, a person knows.
        ("zh>ja", "请带上身份证，谢谢。", "身分証をお持ちください、。", "身分証をお持ちください、。"),
        ("zh>ja", "共 {count} 例", "｛count｝例", "{count}例"),
        ("ja>en", " １２.２％が有効 ", "１２.２％  effective", " 12.2% effective "),
        ("zh>en", "１例与２例与３例", "１ case and ２ cases and ３ cases", "1 case and 2 cases and 3 cases"),
        ("ja>zh", "結果\n", "结果", "结果\n"),
        ("ja>zh", "\n結果", "结果", "\n结果"),
        ("en>ja", "Use ``x1``.", "｀`x1`` を使います。", "``x1`` を使います。"),
        ("zh>en", "https://example.org/18204/a", "https://example.org/18,204/a", "https://example.org/18204/a"),
        ("en>zh", "Don't", "Don&#8,217;t 不要", "Don&#8217;t 不要"),
        ("zh>en", "两者均未参加", "\ufeffnei\u200bther too\u00adk part\u202e", "neither took part"),
        ("ja>zh", "家族が飲み忘れた", "家人👨\u200d👩漏服\u200d了", "家人👨\u200d👩漏服了"),
        # nothing to write
        ("zh>ja", "共12例", "計１２例", "計１２例"),
        ("zh>en", "（注）", "｛a｝", "｛a｝"),
        ("ja>en", "\u3000結果", "Results", "Results"),
        ("ja>en", "全員で改善。", "All improved。", "All improved."),
        ("zh>en", "没有副作用", "There are side effects", "There are side effects"),
        ("zh>en", "共 18204 例", "18,204 cases", "18,204 cases"),
    ],
)
def test_a_fix_writes_what_was_meant(direction: str, source: str, target: str, wanted: str) -> None:
    assert fixed(source, target, *direction.split(">")) == wanted


def meaning(text: str) -> str:
    """The text without what a fix may change: width, spaces and line breaks, marks of code, separators."""
    plain = unicodedata.normalize("NFKC", text).replace("‘", "`").replace("’", "`")
    return re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", re.sub(r"\s+", "", plain))


PIECES = st.sampled_from(
    [
        "共", "例", "結果", "副作用", "cases", "The ", "１２", "１２.２％", "12,345", "%d", "％d", "{0}", "｛0｝", "{０}",
        "``x1``", "‘`x1``", " ", "  ", "\u3000", "\n", "。", ".", "https://example.org/18,204", "https://example.org/18204",
        "&#8,217;", "（", "）", "<b1>", "</b1>", "は", "没有",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=7).map("".join)


@given(TEXTS, TEXTS, st.sampled_from(["zh", "ja", "en"]), st.sampled_from(["zh", "ja", "en"]))
@settings(max_examples=100)
def test_a_fix_keeps_what_is_said_and_brings_no_error(source: str, target: str, come: str, go: str) -> None:
    after = fixed(source, target, come, go)
    assert meaning(after) == meaning(target)
    assert fixed(source, after, come, go) == after
    # In which language a heap of pieces is, is not asked.
    errors = {each.name for each in CHECKS if each.severity == "error" and each.family == "fidelity"}
    before = {name for name, _ in run(source, target, come, go)}
    assert {name for name, _ in run(source, after, come, go)} & errors <= before
