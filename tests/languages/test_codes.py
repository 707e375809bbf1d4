"""Codes that must stay as they are."""

from __future__ import annotations

import pytest

from translator.languages.codes import compare_codes, lost_codes
from translator.languages.verbatim import codes


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("抗dsDNA 抗体", "anti-ssDNA antibody", ["ssDNA is not in the source, dsDNA is"]),
        ("UTF-8 を使う", "使用 UTF-3", ["UTF 8 became UTF 3"]),
        ("UTF-8 と UTF-8", "UTF-8 and UTF-3", ["UTF 8 became UTF 3"]),
        ("COVID-19 の影響", "COVID- 的影响", ["COVID lost its number 19"]),
        ("CREA(2.35)", "CERA (2.35)", ["CERA is not in the source, CREA is"]),
        ("ISO-8859-1", "ISO-8895-1", ["ISO 8859-1 became ISO 8895-1"]),
        ("SDF-1讯号", "SDF-2シグナル", ["SDF 1 became SDF 2"]),
        ("自由度 N-1", "N- degrees of freedom", ["N lost its number 1"]),
    ],
)
def test_codes_that_differ(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare_codes(source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("抗dsDNA 抗体", "anti-dsDNA antibodies"),
        ("IL6とIL-6", "IL-6 and IL6"),
        ("WHO 的报告", "世界保健機関の報告"),
        ("Python3 が必要", "Python 3 is required"),
        ("G7サミット", "七国集团峰会"),
        ("排放CO2", "二酸化炭素を出す"),
        ("新冠疫情", "COVID-19 pandemic"),
        ("APIを使う", "Use the APIs"),
        ("２０２４年のGDP", "GDP in 2024"),
        ("--enable-big-digits", "--enable-big-digits"),
    ],
)
def test_codes_that_agree(source: str, target: str) -> None:
    assert compare_codes(source, target) == ()
    assert compare_codes(target, source) == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("SDF-1讯号", "シグナル", ["SDF-1"]),
        ("SLEDAI 与 SLEDAI", "the score", ["SLEDAI"]),
        ("ＣＲＥＡ值", "CREA values", []),
        ("COVID-19 感染", "2019冠状病毒病感染", []),
        ("多个URLs", "a URL", []),
    ],
)
def test_lost_codes(source: str, target: str, expected: list[str]) -> None:
    found = lost_codes(source, target)
    assert [each.message for each in found] == [f"{code} is missing in the translation" for code in expected]


def test_codes_have_spans() -> None:
    text = "全 dsDNA と SLEDAI"
    assert [text[start:end] for _, start, end in codes(text)] == ["dsDNA", "SLEDAI"]
