"""Series told behind each other and in turn; what is compared."""

from __future__ import annotations

import pytest

from translator.languages.series import compare_series

CASES = [
    ("ja>en", "1、3、6か月で 15 → 12 → 8", "15 at 1 month, 8 at 3 months and 12 at 6 months", ["3: 12 → 8"]),
    ("zh>ja", "10岁组60%，20岁组72%，30岁组81%", "10、20、30歳の各群で60%、81%、72%", ["20: 72 → 81"]),
    (
        "en>zh",
        "The third edition is larger than the second edition.",
        "第二版比第三版大。",
        ["what is compared with: 2 → 3"],
    ),
    ("ja>zh", "2号機は1号機より新しい", "2号机比1号机新", []),
    ("ja>en", "1、3、6か月で 15 → 12 → 8", "15 at 1 month, 12 at 3 months and 8 at 6 months", []),
    ("zh>en", "Python 3.1 相比 3.0 的新特性", "new in Python 3.1, compared to 3.0", []),
    ("en>ja", "5 of the 8 patients improved more than 3 points", "8例中5例が3点より大きく改善した", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "told"), CASES)
def test_what_is_told(direction: str, source: str, target: str, told: list[str]) -> None:
    assert [each.message for each in compare_series(source, target, *direction.split(">"))] == told
