"""The five laws of the splice, over every fixture of every format and over generated text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.formats import ReadOptions, Row, all_formats
from translator.laws import LAWS, judge
from translator.reader import ReaderOptions

FIXTURES = Path(__file__).parent / "fixtures" / "formats"


def documents() -> list[Path]:
    suffixes = tuple(suffix for form in all_formats() for suffix in form.suffixes)
    return sorted(path for path in FIXTURES.rglob("*") if path.is_file() and path.name.endswith(suffixes))


def test_every_format_has_fixtures() -> None:
    names = {path.relative_to(FIXTURES).parts[0] for path in documents()}
    assert names == {form.name for form in all_formats()}


@pytest.mark.parametrize("path", documents(), ids=lambda each: str(each.relative_to(FIXTURES)))
def test_fixture_keeps_the_laws(path: Path) -> None:
    verdict = judge(path.read_bytes(), path.name)
    assert verdict.refused == ""
    assert verdict.faults == {}
    assert set(verdict.laws) == set(LAWS)


PIECES = st.sampled_from(
    ["难治性", "の治療", "。", "！", "「", "」", "（", ")", " ", "　", "\n", "\r\n", "\n\n", "<b1>", "</b1>", "<br1/>",
     "<empty/>", "SLE ", "12.2", "→", "3-28 M", "\U00020000", "é", "…", "*", "_", "`", "&amp;", "<", "A&B", "|", "\t"]
)  # fmt: skip


@pytest.mark.parametrize("form", all_formats(), ids=lambda each: each.name)
@settings(max_examples=150, deadline=None)
@given(text=st.lists(PIECES, max_size=30).map("".join))
def test_generated_text_keeps_the_laws(form: object, text: str) -> None:
    verdict = judge(text.encode(), "a" + form.suffixes[0])  # type: ignore[attr-defined]
    assert verdict.faults == {}


@pytest.mark.parametrize(
    ("path", "text", "options"),
    [
        ("a.csv", "项目,备注,编号\n治疗,第一。第二。,X-1\n", ReadOptions(values={"columns": ["项目", "编号"]})),
        (
            "a.txt",
            "SLE 12 改善した\nRA 3 不変\n文。\n",
            ReadOptions(rows=(Row(r"(SLE|RA) (\d+) (.+)", ("甲", "乙", "丙")),)),
        ),
    ],
)
def test_what_settings_choose_by_words_keeps_the_laws(path: str, text: str, options: ReadOptions) -> None:
    verdict = judge(text.encode(), path, options=ReaderOptions(read=options))
    assert verdict.segments in (4, 7)
    assert verdict.faults == {}


def test_a_skipped_text_keeps_the_laws() -> None:
    verdict = judge("编号\n甲乙\n丙丁戊\n".encode(), "a.txt", options=ReaderOptions(skip=(re.compile("試+|编号"),)))
    assert (verdict.segments, verdict.faults) == (2, {})
