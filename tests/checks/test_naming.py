from __future__ import annotations

import pytest

NUMBERS = [
    ("ja>en", "電話：03-5550-0010（平日）", "Phone: 03-5550-0001 (weekdays)", ["telephone number 03-5550-0010 → 03-5550-0001"]),
    ("zh>ja", "电话：010-5550-0010", "電話：010-5550-0100", ["telephone number 010-5550-0010 → 010-5550-0100"]),
    ("ja>zh", "電話：03-5550-0010", "电话：03-5550-0010", []),
    ("zh>en", "新价格自2026年4月1日起执行。", "The new prices apply from January 4, 2026.", ["date 4月1日 → January 4: day and month in each other's place"]),
    ("zh>ja", "2026年4月1日开始", "2026年1月4日から", ["date 4月1日 → 1月4日: day and month in each other's place"]),
    ("ja>zh", "2026年4月1日から", "从2026年1月4日起", ["date 4月1日 → 1月4日: day and month in each other's place"]),
    ("ja>en", "締め切りは9月30日です。", "The deadline is September 3.", ["date 9月30日 → September 3"]),
    ("ja>en", "締め切りは9月30日です。", "The deadline is 30 September.", []),
    ("zh>en", "共12例，有效8例", "8 cases, 12 effective", ["in another order: 12, 8 → 8, 12"]),
]  # fmt: skip


@pytest.mark.parametrize(("direction", "source", "target", "told"), NUMBERS)
def test_a_number_is_named_by_what_it_is_of(faults, direction: str, source: str, target: str, told: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert [each.message for each in faults("number-mismatch", direction, source, target)] == told


ADDRESSES = [
    ("ja>en", "お問い合わせ：visit@hospital.example.jp", "Contact: visit@hospital.example.com"),
    ("ja>zh", "お問い合わせは visit@hospital.example.jp まで。", "咨询请发邮件至 visit@hospital.example.com。"),
    ("zh>ja", "咨询：visit@hospital.example.jp", "お問い合わせ：visit@hospital.example.com"),
]


@pytest.mark.parametrize(("direction", "source", "target"), ADDRESSES)
def test_a_wrong_address_is_told_once(faults, direction: str, source: str, target: str) -> None:  # type: ignore[no-untyped-def]
    told = [each.message for each in faults("url-mismatch", direction, source, target)]
    assert told == ["visit@hospital.example.jp became visit@hospital.example.com"]
    for name in ("truncated", "length-mismatch"):
        assert list(faults(name, direction, source, target)) == []


def test_a_text_that_stops_is_told_beside_a_wrong_address(faults) -> None:  # type: ignore[no-untyped-def]
    source = "预约请发送邮件至visit@hospital.example.jp，并注明姓名、出生日期和希望就诊的科室。"
    assert list(faults("truncated", "zh>en", source, "To book, write to visit@hospital.example.com and"))
