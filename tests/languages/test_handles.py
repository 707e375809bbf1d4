from __future__ import annotations

import pytest

from translator.languages.handles import renamed_handles

CASES = [
    ("编号：2024LP01873", "no. 2024LP01837", ["2024LP01873 became 2024LP01837"]),
    ("番号：2024LP01873", "编号：2024LF01873", ["2024LP01873 became 2024LF01873"]),
    ("アカウント clinic_tokyo です", "账号 clinic_osaka", ["clinic_tokyo became clinic_osaka"]),
    ("批号 3AB1001 与 3AB1002", "ロット 3AB1002 と 3AB1003", ["3AB1001 became 3AB1003"]),
    # must not fire
    ("编号：2024LP01873", "no. 2024lp01873", []),
    ("编号：2024LP01873", "The number of the permit", []),
    ("分辨率 1920x1080", "解像度 1080x1920", []),
    ("0x3F00 和 1E100", "0x3F01 と 1E200", []),
    ("5mg2000 次", "5mg, 2000回", []),
    ("使用 my_file 打开", "`{other_file}` で開く", []),
    ("https://example.org/2024LP01873", "https://example.org/2024LP01837", []),
    ("clinic_tokyo", "some_words_here", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_renamed_handles(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in renamed_handles(source, target)] == expected


def test_spans_are_those_of_the_names() -> None:
    (found,) = renamed_handles("编号：2024LP01873", "no. 2024LP01837")
    assert (found.kind, found.source_span, found.target_span) == ("identifier", (3, 14), (4, 15))
