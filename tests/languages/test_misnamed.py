"""Things in sentences that became others of their kind."""

from __future__ import annotations

import pytest

from translator.languages import lexicon, misnamed
from translator.languages.texts import Texts

ALTERED = [
    ("zh", "en", "对坚果过敏者请勿食用。", "Not for people who are allergic to peanuts.", "坚果", "peanuts"),
    ("ja", "zh", "クレジットカードでお支払いいただけます。", "可用会员卡付款。", "クレジットカード", "会员卡"),
    ("zh", "ja", "术后请使用轮椅。", "手術後は歩行器を使ってください。", "轮椅", "歩行器"),
    (
        "ja",
        "en",
        "腎臓の検査を受けました。胃カメラも受けました。",
        "She had her spleen tested. A gastroscopy followed.",
        "腎臓",
        "spleen",
    ),
    ("zh", "ja", "每晚注射胰岛素。", "毎晩グルカゴンを注射します。", "胰岛素", "グルカゴン"),
]
RIGHT = [
    ("zh", "en", "对坚果过敏者请勿食用。", "Not for people who cannot eat nuts."),
    ("zh", "en", "请测量血压。", "Measure your systolic blood pressure."),
    ("zh", "en", "请咨询医生。", "Ask your own doctor."),
    ("ja", "en", "お子様の手の届かない所に置く。", "Keep away from infants."),
    ("ja", "zh", "したがって、そのままにします。", "因此请保持原样，勿动鳟鱼。"),
    ("zh", "en", "请先坐稳。", "Kindly lead the way to Turkey."),
    ("zh", "ja", "点状出血。", "点状出血。"),
]


@pytest.mark.parametrize("row", ALTERED, ids=str)
def test_one_thing_that_became_another_is_told(row: tuple[str, str, str, str, str, str]) -> None:
    come, go, source, target, said, found = row
    told = misnamed.compare_things(source, target, (come, go))
    assert [each.message for each in told] == [f"“{said}” became “{found}”"]
    (one,) = told
    assert one.source_span and source[slice(*one.source_span)] == said
    assert one.target_span and target[slice(*one.target_span)] == found


@pytest.mark.parametrize(("come", "go", "source", "target"), RIGHT)
def test_other_names_of_one_thing_are_not_told(come: str, go: str, source: str, target: str) -> None:
    assert misnamed.compare_things(source, target, (come, go)) == ()


def test_what_many_texts_may_name_is_seen_at_once() -> None:
    sources = Texts([each[2] for each in ALTERED if each[:2] == ("zh", "ja")] + ["请测量血压。", "檢查腎臟"])
    targets = Texts([each[3] for each in ALTERED if each[:2] == ("zh", "ja")] + ["血圧を測る。", "脾臓の検査"])
    assert lexicon.misnaming(sources, targets, ("zh", "ja")) == 0b1011


def test_words_that_are_not_judged_are_no_things() -> None:
    told = dict(misnamed.told("en"))
    assert "lead" not in told
    assert told["peanut"] & ~told["walnut"]
