from __future__ import annotations

import pytest

from translator.languages.claims import compare_negation
from translator.languages.numerals import data_lines
from translator.languages.polarity import compare_polarity


def test_every_predicate_has_words_in_every_language() -> None:
    told: dict[str, dict[str, bool]] = {}
    for line in data_lines("predicates.txt"):
        concept, tongue, words, *more = line.split("\t")
        assert len(more) < 2 and (words or more), line
        assert all(all(each.split("|")) for each in (words, *more) if each), line
        assert tongue not in told.setdefault(concept, {}), line
        told[concept][tongue] = bool(words)
    # Whether a text affirms it is asked in all languages or in none.
    assert all(each.keys() == {"zh", "ja", "en"} and len({*each.values()}) == 1 for each in told.values())


@pytest.mark.parametrize(
    ("source", "target", "tongues", "expected"),
    [
        (
            "退会に理由は不要で、年会費は返金できません。",
            "You need no reason to leave, and the annual fee will be refunded.",
            ("ja", "en"),
            "the source denies “返金”, the translation affirms it (“refunded”)",
        ),
        (
            "本押金不计利息，提前退租时不退还。",
            "敷金に利息はつきません。中途解約の場合は返還します。",
            ("zh", "ja"),
            "the source denies “退还”, the translation affirms it (“返還”)",
        ),
        (
            "The sensor is not waterproof, and it will not affect a pacemaker.",
            "传感器不防水，会影响心脏起搏器。",
            ("en", "zh"),
            "the source denies “affect”, the translation affirms it (“影响”)",
        ),
        (
            "停電中も予約は失われません。時刻は翌朝に変更されます。",
            "停电期间预约不会丢失，时间次日早晨也不会变更。",
            ("ja", "zh"),
            "the source affirms “変更”, the translation denies it (“变更”)",
        ),
        (
            "不接待团体，餐厅可以预约。",
            "Groups are not received, and tables cannot be reserved.",
            ("zh", "en"),
            "the source affirms “预约”, the translation denies it (“reserved”)",
        ),
        (
            "No shoes inside, please; the lockers can be used.",
            "館内は土足禁止です。ロッカーは使えません。",
            ("en", "ja"),
            "the source affirms “used”, the translation denies it (“使え”)",
        ),
    ],
)
def test_what_is_denied_in_one_text_alone(source: str, target: str, tongues: tuple[str, str], expected: str) -> None:
    found = compare_polarity(source, target, tongues)
    assert found is not None
    assert found.message == expected


@pytest.mark.parametrize(
    ("source", "target", "tongues"),
    [
        ("返金はいたしかねます。", "The fee cannot be refunded.", ("ja", "en")),
        ("必ず予約しなければなりません。", "You must reserve a table.", ("ja", "en")),
        ("我们接受现金，不接受支票。", "We accept cash but not cheques.", ("zh", "en")),
        ("除此之外不提供餐饮。", "Nothing but drinks is provided.", ("zh", "en")),
        ("Park No. 2 is closed for parking.", "第2駐車場には駐車できません。", ("en", "ja")),
        ("不吸烟的客人请走左边。", "Guests who smoke please keep right, all others left.", ("zh", "en")),
        ("是否需要更改预约？", "予約の変更は必要ありませんか？", ("zh", "ja")),
        ("変更がない限り使用できます。", "只要没有变更就可以使用。", ("ja", "zh")),
        ("It has not changed since.", "その後も状態は変わりません。", ("en", "ja")),
        ("Do not store or freeze.", "不要存放或冷冻。", ("en", "zh")),
    ],
)
def test_what_both_texts_deny_or_either_leaves_open(source: str, target: str, tongues: tuple[str, str]) -> None:
    assert compare_polarity(source, target, tongues) is None


def test_long_sentences_say_one_word_of_several_things() -> None:
    source, target = "不会影响治疗，" + "并且说明如下" * 20, "治療に影響があり、" + "次のとおり説明する" * 12
    assert compare_polarity(source, target, ("zh", "ja")) is None


def test_a_denial_is_told_once() -> None:
    found = compare_negation(
        "参加自愿，不影响今后的治疗。", "Taking part is voluntary and affects your treatment.", "zh-Hans", "en"
    )
    assert len(found) == 1
