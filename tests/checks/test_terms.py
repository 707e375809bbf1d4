from __future__ import annotations

import pytest

TERMS = [
    ("ja>en", "そば", "Wheat", ["Wheat"]),
    ("zh>ja", "杏仁巧克力", "カシューナッツチョコレート", ["カシューナッツチョコレート"]),
    ("zh>en", "虾、小麦、大豆、芝麻", "Shrimp, wheat, soy, sesame, egg", ["egg"]),
    ("en>zh", "Spouse", "子女", ["子女"]),
    ("ja>zh", "発病日", "出院日期", ["出院日期"]),
    # must not fire
    ("ja>en", "そば", "Buckwheat", []),
    ("zh>ja", "杏仁巧克力", "アーモンドチョコ", []),
    ("en>ja", "Spouse", "ご配偶者", []),
    ("zh>en", "<b1>虾</b1>、小麦", "<b1>Wheat</b1>, shrimp", []),
    ("ja>zh", "そば", "そば", []),
    # told by others
    ("ja>zh", "左側", "右侧", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "expected"), TERMS)
def test_wrong_term(faults, direction: str, source: str, target: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    found = faults("wrong-term", direction, source, target)
    assert [target[slice(*each.span)] for each in found] == expected


def test_the_message_names_both_things(faults) -> None:  # type: ignore[no-untyped-def]
    [swapped] = faults("wrong-term", "ja>en", "そば", "Wheat")
    [lost] = faults("wrong-term", "zh>en", "虾、小麦、大豆", "Shrimp, soy")
    assert [swapped.message, lost.message] == [
        "“Wheat” is “小麦”, “そば” of the source is “buckwheat”",
        "“小麦” is not among the items of the translation",
    ]


def test_a_list_that_matches_is_not_short(faults) -> None:  # type: ignore[no-untyped-def]
    assert faults("length-mismatch", "zh>ja", "虾、小麦、大豆、芝麻", "えび、小麦、大豆、ごま") == []
