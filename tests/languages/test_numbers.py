"""Numbers by value, in Chinese, Japanese and English writing."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.languages import numbers
from translator.languages.numerals import show


def values(text: str, *, with_soft: bool = False) -> list[str]:
    return [show(each.value) for each in numbers.read(text) if with_soft or not each.is_soft]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(show(each.value), each.kind) for each in numbers.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１２．２", ["12.2"]),
        ("12.2", ["12.2"]),
        ("10亿", ["1000000000"]),
        ("10億", ["1000000000"]),
        ("1 billion", ["1000000000"]),
        ("十亿", ["1000000000"]),
        ("half a million", ["500000"]),
        ("1億2000万", ["120000000"]),
        ("3万5千円", ["35000"]),
        ("5千克", ["5"]),
        ("1.5億人", ["150000000"]),
        ("百二十三", ["123"]),
        ("壱万円", ["10000"]),
        ("两百例", ["200"]),
        ("兩百人", ["200"]),
        ("二〇一二年", ["2012"]),
        ("五十千米", ["50"]),
        ("三分之一", ["1/3"]),
        ("3分の1", ["1/3"]),
        ("1/3", ["1/3"]),
        ("one third", ["1/3"]),
        ("two-thirds", ["2/3"]),
        ("½", ["0.5"]),
        ("百分之九十四", ["94"]),
        ("94％", ["94"]),
        ("94 percent", ["94"]),
        ("ninety-four percent", ["94"]),
        ("3割", ["30"]),
        ("1,000", ["1000"]),
        ("１，０００", ["1000"]),
        ("1,5", ["1", "5"]),
        ("1_000_000", ["1000000"]),
        ("1×10^6/kg", ["1000000"]),
        ("10⁶", ["1000000"]),
        ("1e6", ["1000000"]),
        ("10<sup1>6</sup1>個", ["1000000"]),
        ("1x106", ["1", "106"]),
        ("2**8", ["256"]),
        ("0.7~1", ["0.7", "1"]),
        ("3-28 M", ["3", "28"]),
        ("6M~2yr", ["6", "2"]),
        ("18.4 → 10.8 → 7.9", ["18.4", "10.8", "7.9"]),
        ("-1 と -5", ["-1", "-5"]),
        ("零下5度", ["-5"]),
        ("PLT52 → 81", ["52", "81"]),
        ("SLEDAI12.6", ["12.6"]),
        ("twenty-one", ["21"]),
        ("three hundred and five", ["305"]),
        ("two and a half years", ["2.5"]),
        ("two thousand", ["2000"]),
        ("十點三十分", ["10", "30"]),
        ("⑤", ["5"]),
    ],
)
def test_values(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012年8月", [("2012", "year"), ("8", "month")]),
        ("August 2012", [("8", "month"), ("2012", "year")]),
        ("2012-08-05", [("2012", "year"), ("8", "month"), ("5", "day")]),
        ("令和6年", [("2024", "year")]),
        ("昭和五十年", [("1975", "year")]),
        ("民國113年", [("2024", "year")]),
        ("午後3時", [("15", "time")]),
        ("下午三点", [("15", "time")]),
        ("3 pm", [("15", "time")]),
        ("15:00", [("15", "time"), ("0", "time")]),
        ("1990年代", [("1990", "year")]),
        ("1990s", [("1990", "year")]),
        ("第二", [("2", "ordinal")]),
        ("2nd", [("2", "ordinal")]),
        ("second", [("2", "ordinal")]),
        ("第3章", [("3", "ordinal")]),
        ("94 %", [("94", "percent")]),
        ("1.0.12", [("1", "version")]),
        ("Jan", [("1", "month")]),
        ("三月", [("3", "month")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一些统一的十分重要",
        "一方、一般に一緒に",
        "唯一の万一",
        "千万别三角",
        "四肢 四周 统一 百科 千葉",
        "星期三和周五",
        "no one came",
        "{0} %d %1$s {count} %(name)s ${x1} <b1> <br2/>",
        "https://example.org/a/123?b=4 me2@example.org",
        "&#8220;0x10FFFF U+2155 #ff0000",
    ],
)
def test_no_numbers(text: str) -> None:
    assert numbers.read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "utf8",
        "Python3",
        "ISO-8859-1",
        "HTTP2",
        "COVID-19",
        "IPv4",
        "H1N1",
        "一个",
        "one of them",
        "数百人",
        "二次",
        "the first",
    ],
)
def test_soft(text: str) -> None:
    assert values(text) == []
    assert values(text, with_soft=True) != [] or text == "二次"


@pytest.mark.parametrize(
    ("text", "other"),
    [("3 pm", "3"), ("令和6年", "6"), ("90年代", "1990"), ("20%", "1/5"), ("2012年", "12"), ("5M", "5000000")],
)
def test_other_values(text: str, other: str) -> None:
    assert Fraction(other) in numbers.read(text)[0].others


def test_spans_point_into_the_text() -> None:
    text = "全 １５ 例, {0} 中 10亿cell"
    assert [text[each.start : each.end] for each in numbers.read(text)] == ["１５", "10亿"]


@given(st.text(alphabet="0123456789.,/:%-+×^~→年月日時点一二三十百万億两第分之の割半 aekmMxs{}<>$&#;()", max_size=24))
def test_never_fails_and_stays_in_the_text(text: str) -> None:
    found = numbers.read(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.start <= two.start for one, two in itertools.pairwise(found))


@given(st.integers(0, 10**12))
def test_width_and_separators_do_not_matter(value: int) -> None:
    wide = str(value).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    assert values(f"計 {wide} 件") == values(f"計 {value:,} 件") == values(f"計 {value} 件") == [str(value)]


_PIECES = [
    "one",
    "Two",
    "ten",
    "twenty-five",
    "Level",
    "IV",
    "II",
    "I",
    "V",
    "X",
    "may",
    "May",
    "sept",
    "third",
    "halves",
    "三",
    "半年",
    "1.5",
    ".7",
    "ſix",
    "Kilo",
    "İ",
    "ı",
    "half",
    "十",
    "①,",
    ".",
    "月",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=8), st.sampled_from(["", " ", "-", "_"]))
def test_a_number_begins_nowhere_else_than_where_it_is_looked_for(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    found = {at for at in range(len(text)) if numbers._token().match(text, at)}
    assert found <= set(numbers._starts(text))


def test_most_of_a_text_is_passed_over() -> None:
    assert list(numbers._starts("This function returns nothing but twelve names")) == [34]
