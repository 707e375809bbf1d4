from __future__ import annotations

import pytest

CASES = [
    ("<b1>結果</b1>は良好", "<b1>Results</b> are good", [None]),
    ("<b1>結果</b1>は<br1/>良好", "<b1>Results</b1> are good", [None]),
    ("結果<br1/>", "Results<br1/><br1/>", [(13, 19)]),
    ("<b1>結果</b1>は良好", "</b1>Results<b1> are good", [(0, 5)]),
    ("<a1><b1>結果</b1></a1>", "<a1><b1>Results</a1></b1>", [(15, 20)]),
    # must not fire
    ("<b1>結果</b1>は良好", "Good <b1>results</b1>", []),
    ("<a1>甲</a1>と<a2>乙</a2>", "<a2>B</a2> and <a1>A</a1>", []),
    ("a < b", "a < b", []),
    ("結果<br1/>", "<empty/>", []),
]


@pytest.mark.parametrize(("source", "target", "spans"), CASES)
def test_placeholder_mismatch(faults, source: str, target: str, spans: list[object]) -> None:  # type: ignore[no-untyped-def]
    assert [each.span for each in faults("placeholder-mismatch", "ja>en", source, target)] == spans
