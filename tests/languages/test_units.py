"""Quantities by dimension and size."""

from __future__ import annotations

from fractions import Fraction

import pytest

from translator.languages import units


def meanings(text: str) -> list[set[tuple[str, str]]]:
    return [{(name, str(size)) for name, size in each.meanings} for each in units.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 mg", ("mass", "1/1000")),
        ("5毫克", ("mass", "1/1000")),
        ("5ミリグラム", ("mass", "1/1000")),
        ("５㎎", ("mass", "1/1000")),
        ("1×10^6/kg", ("1/mass", "1/1000")),
        ("4.89×10^9/L", ("1/volume", "1")),
        ("93 g/L", ("mass/volume", "1")),
        ("93g per liter", ("mass/volume", "1")),
        ("36.5℃", ("temperature-celsius", "1")),
        ("36.5 °C", ("temperature-celsius", "1")),
        ("摂氏5度", ("temperature-celsius", "1")),
        ("12M", ("duration", "2629800")),
        ("12か月", ("duration", "2629800")),
        ("12个月", ("duration", "2629800")),
        ("12 months", ("duration", "2629800")),
        ("1yr", ("duration", "31557600")),
        ("24時間", ("duration", "3600")),
        ("24小时", ("duration", "3600")),
        ("a 24-hour day", ("duration", "3600")),
        ("两周", ("duration", "604800")),
        ("15例", ("count-person", "1")),
        ("15 patients", ("count-person", "1")),
        ("3次", ("count-occasion", "1")),
        ("10亿cell", ("count-cell", "1")),
        ("10億個の細胞", None),
        ("94 %", ("ratio", "1/100")),
        ("94パーセント", ("ratio", "1/100")),
        ("120 mmHg", ("pressure", "3333/25")),
        ("5,000円", ("currency-jpy", "1")),
        ("$20", ("currency-usd", "1")),
        ("20美元", ("currency-usd", "1")),
        ("60 km/h", ("length/duration", "5/18")),
        ("5分の説明", ("duration", "60")),
        ("Python 3 is new", None),
        ("12年级", None),
        ("5人称", None),
    ],
)
def test_meanings(text: str, expected: tuple[str, str] | None) -> None:
    found = meanings(text)
    assert (expected in found[0]) if expected else (found == []), found


def test_ambiguous_signs_keep_all_meanings() -> None:
    (found,) = units.read("12 M")
    assert {"duration", "substance/volume", "digital"} <= found.dimensions


def test_span_and_number() -> None:
    (found,) = units.read("用量 5 mg/kg。")
    assert (found.start, found.end, found.unit, found.number.value) == (3, 10, "mg/kg", Fraction(5))


@pytest.mark.parametrize("name", ["duration-month", "mass-milligram", "temperature-celsius"])
def test_the_names_of_cldr_are_there(name: str) -> None:
    lines = units.data_lines("unit_names.txt")
    assert any(line.startswith(f"{name}\t") for line in lines)
