from __future__ import annotations

import pytest

from translator.languages import numbered

LOST = [
    ("对 IPv4 和 IPv6 都有效", "works with IPv4 and IPv", ("ipv", None)),
    ("COVID-19 の流行", "the COVID pandemic", ("covid", None)),
    ("CD34+ cells and CD34", "CD34+细胞和CD", ("cd", None)),
    ("Python 3.10 で動きます", "runs on Python", ("python", None)),
    ("IL-6 与 IL-10", "IL-6 and IL-11", ("il", ("11",))),
    ("遵循 ISO 8601", "follows ISO 8610", ("iso", ("8610",))),
    ("X.509 と ASN.1", "X.1 and ASN.509", ("x", ("1",))),
    ("i18n 文件", "i19n files", ("in", ("19",))),
    # all the same
    ("UTF-8 と utf8", "UTF8 and UTF-8", None),
    ("COVID-19 疫苗", "新冠疫苗", None),
    ("HbA1c 7.0 %", "HbA1c 7.0%", None),
    ("Python 3.10 と 3.11", "Python 3.10 and Python 3.11", None),
    (
        "Python 3.10 比 3.9 快；Python 3.10 也更小",
        "Python 3.10 is faster than 3.9; Python is also smaller in 3.10",
        None,
    ),
    ("page 3 of 5", "第3页，共5页", None),
    ("It was 3 pm", "下午3点", None),
    ("B12 维生素", "vitamin B12", None),
]


@pytest.mark.parametrize(("source", "target", "expected"), LOST)
def test_numbers_of_names(source: str, target: str, expected: tuple[str, tuple[str, ...] | None] | None) -> None:
    found = numbered.lost(source, target)
    assert (found and (found[0].stem, found[1] and found[1].digits)) == expected


TURNED = [
    ("UCS-2 还是 UCS-4", "UCS-4 or UCS-2", ["4", "2"]),
    ("IL-6 と IL-10 を測定", "IL-10 and IL-6 were measured", ["10", "6"]),
    ("Th1 细胞减少，Th17 细胞增加", "Th17 cells fell, Th1 cells rose", ["17", "1"]),
    ("UCS-2 还是 UCS-4", "UCS-2 or UCS-4", None),
    ("CD4/CD8 比值", "the ratio of CD4 to CD8", None),
    ("IL-6 高于 TNF-2", "TNF-2 is lower than IL-6", None),
    ("T1 后的 T2", "T1, then T2", None),
]


@pytest.mark.parametrize(("source", "target", "expected"), TURNED)
def test_names_in_each_others_place(source: str, target: str, expected: list[str] | None) -> None:
    found = numbered.turned(source, target)
    assert (found and [each.digits[0] for each in found]) == expected
