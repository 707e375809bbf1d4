from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import Context, all_checks
from translator.checks._subject import CatalogSubject

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}
CHECK = next(each for each in all_checks() if each.name == "inconsistent-translation")


def told(locale: str, *entries: Entry) -> list[tuple[str, str]]:
    subject = CatalogSubject(locale, TAGS[locale], "a.md", Catalog(entries))
    return [(each.key[1], each.message) for each in CHECK.run(subject, Context()) if each.key]


@pytest.mark.parametrize(
    ("locale", "pairs", "expected"),
    [
        ("ja", [("第1组", "第1群"), ("第2组", "グループ2"), ("第3组", "第3群")], ["第2组"]),
        ("ja", [("第1组", "グループ1"), ("第2组", "第2群"), ("第３组", "第3群")], ["第1组"]),
        (
            "zh",
            [("参加者9名", "9名参与者"), ("参加者12名", "12名参与者"), ("参加者13名", "13名受试者")],
            ["参加者13名"],
        ),
        ("zh", [("結果：", "结果："), ("結果", "成果")], ["結果"]),
        ("en", [("受试者1", "Participant 1"), ("受试者2", "Subject 2"), ("受试者3", "Participant 3")], ["受试者2"]),
        (
            "en",
            [("每日1片", "One tablet a day"), ("每日2片", "Two pills a day"), ("每日4片", "4 tablets a day")],
            ["每日2片"],
        ),
        # must not fire
        ("ja", [("第1组", "第1群"), ("第2组", "第二群"), ("第3组：", "第3群：")], []),
        ("zh", [("1日1回", "每日一次"), ("1日2回", "每日两次"), ("１日３回", "每日 3 次")], []),
        ("en", [("每日1片", "One tablet a day"), ("每日2片", "2 tablets each day")], []),
        ("en", [("2024年3月5日", "March 5, 2024"), ("2024年4月6日", "April 6, 2024")], []),
        ("en", [("第1例", "The 1st case"), ("第2例", "The second case")], []),
        ("en", [("9:00", "9 a.m."), ("14:00", "2 p.m.")], []),
        ("en", [("14日分", "14 days"), ("35日分", "5 weeks")], []),
        ("ja", [("Notes", "注"), ("Notes:", "備考：")], []),
        ("ja", [("结果", "結果"), ("成果", "成績")], []),
        ("zh", [("A1", "A1"), ("A2", "B2")], []),
    ],
)
def test_one_text_is_said_in_one_way(locale: str, pairs: list[tuple[str, str]], expected: list[str]) -> None:
    assert [each for each, _ in told(locale, *(Entry(source, (target,)) for source, target in pairs))] == expected


ONE, TWO = Entry("第1组", ("第1群",)), Entry("第2组", ("第2群",))


@pytest.mark.parametrize(
    "other",
    [
        Entry("第3组", ("グループ3",), context="table"),
        Entry("第3组", ("グループ3",), is_fuzzy=True),
        Entry("第3组", ("第3组",)),
        Entry("第3组", ("",)),
    ],
    ids=repr,
)
def test_what_a_context_parts_and_what_is_not_translated_is_left_alone(other: Entry) -> None:
    assert told("ja", ONE, TWO, other) == []


def test_the_usual_form_is_shown() -> None:
    ((_, message),) = told("ja", ONE, TWO, Entry("第3组", ("グループ3",)))
    assert "“第1组” is “第1群”" in message
