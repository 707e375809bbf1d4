from __future__ import annotations

import pytest

from translator.checks import Context, ProjectSubject, Variant, all_checks

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}


def found(check: str, source: str, targets: dict[str, str]) -> list[tuple[str, str | None]]:
    """(locale, what is marked) of each fault; a target that is the source passes through."""
    variants = tuple(Variant(locale, TAGS[locale], target) for locale, target in targets.items())
    subject = ProjectSubject("a.md", {(None, source): variants})
    (checked,) = [each for each in all_checks() if each.name == check]
    return [
        (each.locale, targets[each.locale][slice(*each.span)] if each.span else None)
        for each in checked.run(subject, Context())
    ]


OPPOSED = [
    # a denial that one locale lost
    ("不要自行拆线。", "ご自分で抜糸をしてください。", "Do not remove the stitches yourself.", [("ja", None)]),
    ("打开后请勿冷藏。", "開封後は冷蔵しないでください。", "Refrigerate after opening.", [("en", None)]),
    # a denial that one locale has alone
    ("儿童可以使用本品。", "お子さまも本品を使用できます。", "Children must not use this product.", [("en", "not")]),
    # must not fire
    ("打开后请勿冷藏。", "開封後は冷蔵しないでください。", "Do not refrigerate after opening.", []),
    ("运转中请勿打开门盖。", "運転中はドアを開けないでください。", "Keep the door closed while the machine is running.", []),
    ("这样不也很好吗？", "それもよくないですか？", "Isn't that good too?", []),
    ("请勿空腹服用。", "食後に服用してください。", "Take with food.", []),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "ja", "en", "expected"), OPPOSED)
def test_a_translation_against_its_source_and_another_one(
    zh: str, ja: str, en: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found("outvoted-translation", zh, {"zh": zh, "ja": ja, "en": en}) == expected


ALONE = [
    # (source, targets, expected)
    ("请立即拨打120。", {"ja": "120番に電話してください。", "en": "Call 120 immediately."}, [("ja", None)]),
    ("一匙约4.4克。", {"ja": "1杯は4.4gです。", "en": "One scoop holds about 4.4 g."}, [("ja", None)]),
    ("ほとんど歩けない方", {"zh": "几乎无法行走者", "en": "People who cannot walk"}, [("en", None)]),
    ("Wipe it gently every day.", {"zh": "请轻轻擦拭。", "ja": "毎日、やさしく拭いてください。"}, [("zh", None)]),
    ("Stop if it hurts.", {"zh": "如有疼痛请停止。", "ja": "止めてください。"}, [("ja", None)]),
    ("请务必告知医生。", {"ja": "必ず医師に伝えてください。", "en": "You can tell your doctor."}, [("en", None)]),
    ("必须告知医生。", {"ja": "必ず医師に伝えます。", "en": "You must tell your doctor."}, []),
    ("You may use it.", {"zh": "仅限成人使用。", "ja": "使用できます。"}, [("zh", "仅限")]),
    # of a copy in the source's own language nothing is asked
    ("立即就诊。", {"zh": "立即就诊。", "ja": "受診してください。"}, []),
    ("立即就診。", {"zh": "请看医生。", "ja": "すぐに受診してください。", "en": "See a doctor immediately."}, [("zh", None)]),
    # all three say it
    ("请立即拨打120。", {"ja": "すぐに120番に電話してください。", "en": "Call 120 immediately."}, []),
    ("服药期间请勿驾驶。", {"ja": "服用中は運転しないでください。", "en": "Do not drive while taking this."}, []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "targets", "expected"), ALONE)
def test_a_word_that_one_locale_lacks_or_has_alone(
    source: str, targets: dict[str, str], expected: list[tuple[str, str | None]]
) -> None:
    assert found("lone-wording", source, targets) == expected


SOURCE = "本研究已获监管机构批准，并经本院伦理委员会审查同意，结果将在学会上公布。"
OTHER = "The study was approved by the regulator and by our ethics committee; results will be presented at a congress."


@pytest.mark.parametrize(
    ("ja", "expected"),
    [
        ("本研究は規制当局の承認を受けています。", [("ja", None)]),
        (
            "本研究は規制当局の承認を受け、当院の倫理委員会でも審査のうえ承認されており、結果は学会で公表されます。",
            [],
        ),
    ],
)
def test_a_clause_that_one_locale_lacks(ja: str, expected: list[tuple[str, str | None]]) -> None:
    assert found("lone-wording", SOURCE, {"ja": ja, "en": OTHER}) == expected


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("Turn on the switch and wait 15 seconds. You may leave the room during this time.", [("en", None)]),
        ("1. Turn on the switch and wait 15 seconds.", []),
    ],
)
def test_a_sentence_that_one_locale_has_alone(en: str, expected: list[tuple[str, str | None]]) -> None:
    targets = {"ja": "電源を入れて15秒待ちます。", "en": en}
    assert found("lone-wording", "打开开关，等待15秒。", targets) == expected
