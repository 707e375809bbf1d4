"""Rates that lost what they are measured by."""

from __future__ import annotations

import pytest

from translator.languages import denominators, numbers, units


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("剂量为5毫克/公斤。", "The dose is 5 mg.", [("毫克/公斤", "mg")]),
        ("剂量为5毫克/天。", "用量は5mgである。", [("毫克/天", "mg")]),
        ("The concentration is 5 mg/dL.", "浓度为5毫克。", [("mg/dL", "毫克")]),
        ("每公斤5毫克", "5 mg", [("毫克/公斤", "mg")]),
        ("每公斤5毫克", "5 mg per kg", []),
        ("剂量为5毫克/天。", "The dose is 5 mg daily.", []),
        ("5 mg/kg", "体重1kgあたり5mg", []),
        ("4 g/日", "1日4 g", []),
        ("5 mg/kg、10 mg/kg", "5 and 10 mg/kg", []),
        ("60次/分", "60 beats a minute", []),
        ("5 mg", "5 mg", []),
    ],
)
def test_a_lost_denominator_is_found(source: str, target: str, found: list[tuple[str, str]]) -> None:
    ours, theirs = (units.of_numbers(each, numbers.read(each)) for each in (source, target))
    assert [(one.unit, two.unit) for one, two in denominators.undivided(ours, theirs, target=target)] == found
