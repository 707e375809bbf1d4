from __future__ import annotations

import pytest

from translator.languages import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2003年12月2004日", "12月2004日"),
        ("29年2003月1日", "2003月1日"),
        ("2024年13月", "13月"),
        ("40月2日", "40月2日"),
        ("born on April 1950, 3.", "1950, 3"),
        ("from 2003 Dec 29 to 4 Jan", "2003 Dec 29 to"),
        ("the 2st and the 1nd", "2st"),
        ("11st", "11st"),
        ("21th", "21th"),
        # these can be
        ("2003年12月31日から", None),
        ("12 月 1 日", None),
        ("40日間", None),
        ("18月間", None),
        ("April 3, 1950", None),
        ("1st, 2nd, 3rd, 4th, 11th, 12th, 21st, 112th", None),
        ("In May 2010, 30:15", None),
        ("18か月40日", None),
    ],
)
def test_dates_and_ordinals_that_cannot_be(text: str, expected: str | None) -> None:
    span = dates.impossible(text)
    assert (span and text[slice(*span)]) == expected
