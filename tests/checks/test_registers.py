from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import Context, all_checks
from translator.checks._subject import CatalogSubject
from translator.languages.registers import chinese, japanese

TAGS = {"zh": "zh-Hans", "hant": "zh-Hant", "ja": "ja", "en": "en"}
CHECK = next(each for each in all_checks() if each.name == "mixed-register")
POLITE = [(f"第{number}组患者好转。", f"第{number}組の患者は改善しました。") for number in range(1, 9)]
PLAIN = [(f"第{number}组患者好转。", f"第{number}組の患者は改善した。") for number in range(1, 9)]
ASKED = [(f"请服用第{number}包。", f"{number}番目の包みを服用してください。") for number in range(1, 9)]
NIN = [(f"{number}番のお薬を飲んでください。", f"请您服用{number}号药。") for number in range(1, 9)]
NI = [(f"{number}番のお薬を飲んで。", f"请你服用{number}号药。") for number in range(1, 9)]


def told(locale: str, pairs: list[tuple[str, str]], *, is_fuzzy: bool = False) -> list[str]:
    catalog = Catalog(tuple(Entry(source, (target,), is_fuzzy=is_fuzzy) for source, target in pairs))
    subject = CatalogSubject(locale, TAGS[locale], "a.md", catalog)
    return [each.key[1] for each in CHECK.run(subject, Context()) if each.key]


@pytest.mark.parametrize(
    ("locale", "habit", "source", "target", "fires"),
    [
        ("ja", POLITE, "问题已得到答复。", "質問に対して十分な回答を得た。", True),
        ("ja", POLITE, "这是副作用。", "これは副作用である。", True),
        ("ja", POLITE, "没有副作用。", "副作用はない。", True),
        ("ja", PLAIN, "问题已得到答复。", "質問に対して十分な回答を得ました。", True),
        ("ja", ASKED, "请勿加热。", "加熱しないこと。", True),
        ("ja", ASKED, "Do not heat.", "加熱しないこと。", True),
        ("ja", ASKED, "请看<a1>网页</a1>。", "<a1>ページ</a1>を見ること。", True),
        ("zh", NIN, "お名前をお知らせください。", "请告知你的姓名。", True),
        ("zh", NI, "お名前をお知らせください。", "请告知您的姓名。", True),
        ("hant", NIN, "お名前をお知らせください。", "請告知你的姓名。", True),
        # must not fire
        ("ja", POLITE, "问题已得到答复。", "質問に対して十分な回答を得ました。", False),
        ("ja", POLITE, "安全性的评价", "安全性を評価する", False),
        ("ja", POLITE, "评价。", "評価。", False),
        ("ja", POLITE, "他说“好了”。", "「良くなった。」", False),
        ("ja", POLITE, "谢谢。", "どうもありがとう。", False),
        ("ja", POLITE, "如下。", "結果は次のとおり。", False),
        ("ja", POLITE, "年满18岁。", "18歳以上であること。", False),
        ("ja", ASKED, "必须年满18岁。", "18歳以上であること。", False),
        ("ja", POLITE, "问题已得到答复。", "質問に対して回答を得た（得ました。）", False),
        ("zh", NIN, "「あなた」と言う。", "他说“你好”。", False),
        ("zh", NIN, "患者の名前。", "患者的姓名。", False),
        ("en", POLITE, "好。", "It's fine, isn't it.", False),
    ],
)
def test_the_habit_of_the_document_decides(
    locale: str, habit: list[tuple[str, str]], source: str, target: str, fires: bool
) -> None:
    assert told(locale, [*habit, (source, target)]) == ([source] if fires else [])
    assert told(locale, [(source, target), *habit]) == ([source] if fires else [])


def test_a_document_without_a_habit_has_no_fault() -> None:
    renamed = [(f"{source}（二）", target) for source, target in PLAIN]
    for pairs in (POLITE[:3] + PLAIN[3:4], POLITE + renamed, POLITE + renamed[:2], NIN + NI[:3]):
        assert told("ja" if pairs[0] in POLITE else "zh", pairs) == []


def test_a_sentence_that_was_not_translated_is_not_told() -> None:
    copied = "患者は改善した。"
    assert told("ja", [*POLITE, (copied, copied)]) == []
    assert told("ja", [*POLITE, ("好转。", copied)], is_fuzzy=True) == []


def test_the_place_and_the_count_are_told() -> None:
    source, target = "好转。再次好转。", "改善しました。さらに改善した。"
    catalog = Catalog(tuple(Entry(*each[:1], each[1:]) for each in [*POLITE, (source, target)]))
    (fault,) = CHECK.run(CatalogSubject("ja", "ja", "a.md", catalog), Context())
    assert fault.span is not None
    assert target[slice(*fault.span)] == "さらに改善した。"
    assert "9 sentences of this document are in です・ます" in fault.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("服用してください。", ["polite"]),
        ("服用しますか？はい。", ["polite"]),
        ("服用する。服用しない。", ["plain", "plain"]),
        ("服用しないこと。", ["order"]),
        ("まだ。どうぞよろしく。", []),
        ("服用する", []),
    ],
)
def test_sentences_of_japanese(text: str, expected: list[str]) -> None:
    assert [each.register for each in japanese(text)] == expected
    assert all(0 <= each.start < each.end <= len(text) for each in japanese(text))


def test_forms_of_address_in_chinese() -> None:
    assert [each.register for each in chinese("您好，你们")] == ["polite", "plain"]
    assert chinese("“你”是（您）") == []
