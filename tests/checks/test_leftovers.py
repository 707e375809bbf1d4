from __future__ import annotations

from collections.abc import Callable

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import CatalogInput, CheckSettings, Fault
from translator.languages.leftovers import NOTE, REFUSAL, REMARK, TASK, leftovers, may_have_leftovers, undecided
from translator.steps.check import check_catalog

SOURCES = ("該当する患者の3分の2は改善した。", "三分之二的患者病情好转。", "Two thirds of the patients improved.")
PHRASES = {
    REFUSAL: (
        "作为一个人工智能，我不能回答。",
        "身為一款語言模型，我不便回答。",
        "我是一个由某公司开发的AI，不能给出医疗建议。",
        "抱歉，我无法为您提供翻译。",
        "请输入要翻译的文本。",
        "没有可翻译的内容。",
        "将以下文本翻译成日文：",
        "AIアシスタントとして、お答えします。",
        "私は大規模言語モデルです。",
        "この内容は翻訳することができません。",
        "恐れ入りますが、ご対応できかねます。",
        "翻訳したい文章をお知らせください。",
        "次の文を英語に翻訳してください。",
        "I am an AI and cannot give advice.",
        "I can’t translate this.",
        "I'm unable to help with this request.",
        "I'm sorry, but I cannot fulfill this request.",
        "Please paste the text you want translated.",
        "Translate the following into Japanese.",
    ),
    REMARK: (
        "当然可以！以下是结果。",
        "这是翻译结果：好转。",
        "译文：好转。",
        "好转。希望这个翻译对您有帮助！",
        "如果您需要其他译文，请随时告诉我。",
        "好转。注：我保留了原文的格式。",
        "かしこまりました。こちらをご覧ください。",
        "以下が日本語訳文になります。",
        "翻訳は以下の通り",
        "和訳：改善した。",
        "※この翻訳は直訳です。",
        "Certainly! Here it is.",
        "Below is the Chinese translation",
        "This is the translated text: fine.",
        "Suggested translation: fine.",
        "The Japanese translation is fine.",
        "Fine. Let me know if you need any changes!",
        "Fine. Note: the original has a typo.",
        "I have kept the placeholders.",
    ),
    TASK: (
        "好转（待翻译）",
        "好转［術語待核实］",
        "好转。需确认",
        "好转【此处存疑】",
        "改善（後で直す）",
        "改善した。※要確認",
        "【未訳】",
        "改善（訳語に自信なし）",
        "Improved (not sure)",
        "Improved. [please check this term]",
        "Improved (needs review)",
        "MISSING TRANSLATION",
        "FIXME",
        "TBD",
        "Dr. XXX",
        "改善???",
        "好转［？］",
        "Dolor sit amet",
        "[TL note: or recovered]",
        "(T/N: recovered)",
    ),
    NOTE: ("好转（译者按：此为直译）", "改善（翻訳者注：直訳）", "Improved [translator’s note: literal]"),
}
"""By kind, what may stand in a target of any locale."""
SAID = (
    ("请教语言模型", "As an AI language model"),
    ("翻訳できません。", "I can't translate this."),
    ("訳文：", "Translation:"),
    ("要確認（3件）", "to be confirmed (3)"),
    ("予約（要確認）", "Booking (to be confirmed)"),
    ("担当：某", "Clerk: XXX"),
    ("TODO を表示", "Show TODO"),
    ("（译注）", "(translator's note: )"),
    ("什么???", "What???"),
)
"""Sources that excuse what their targets say."""
PLAIN = (
    "I have kept my promise to you.",
    "Let me know if you need a room.",
    "Here are the results.",
    "Of course we may.",
    "The doctor cannot provide this medicine.",
    "Please provide the doctor with your address.",
    "Note: tablets must be kept dry.",
    "My size is XXL, and this is the XXX-large one.",
    "Tasks to be confirmed by the doctor are listed.",
    "我无法参加。",
    "作为医生，我不同意。",
    "注：请保留原来的包装。",
    "请确认您的姓名。",
    "仍有待确认的问题。",
    "お答えできる範囲で説明します。",
    "要確認事項の一覧です。",
    "医師として説明します。",
    "※この薬は食後に飲みます。",
    "本当ですか？？",
)
"""What people write, whatever the source says."""


@pytest.mark.parametrize(("kind", "target"), [(kind, each) for kind, some in PHRASES.items() for each in some])
@pytest.mark.parametrize("source", SOURCES)
def test_what_machines_and_translators_leave_is_found(kind: int, target: str, source: str) -> None:
    assert may_have_leftovers(target) & kind
    assert kind in {each.kind for each in leftovers(source, target)}


@pytest.mark.parametrize(("source", "target"), SAID)
def test_a_source_that_says_the_same_kind_of_thing_excuses_it(source: str, target: str) -> None:
    assert leftovers(source, target) == ()


@pytest.mark.parametrize("target", PLAIN)
@pytest.mark.parametrize("source", SOURCES)
def test_what_people_write_is_left_alone(source: str, target: str) -> None:
    assert leftovers(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("结果", "Result / outcome", (0, 16)),
        ("结果", "結果／成果", (0, 5)),
        ("結果", "结果/成果", (0, 5)),
        ("結果と成果", "results/outcomes", None),
        ("见 TCP/IP", "See TCP/IP", None),
        ("性別", "male/female", None),
        ("结果", "https://a.example/result/outcome", None),
        ("结果", "5 cases/year", None),
        ("开关", "start/stop", None),
    ],
)
def test_two_words_for_one(source: str, target: str, expected: tuple[int, int] | None) -> None:
    assert undecided(source, target) == expected


def told(locale: str, *pairs: tuple[str, str]) -> list[tuple[str, str]]:
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in pairs))
    found = check_catalog(CatalogInput("a.po", locale, catalog), CheckSettings()).findings
    return [(each.check, each.source) for each in found if each.severity != "info"]


def test_a_refusal_is_all_that_is_told_of_an_entry() -> None:
    refused = "3分の2の患者は改善した。5年後も同じであった。"
    others = [(f"第{number}組の患者は改善しました。", f"第{number}组患者已好转。") for number in range(1, 12)]
    pairs = [*others, (refused, "作为人工智能语言模型，我无法翻译此内容。"), ("12名", "13名")]
    assert told("zh", *pairs) == [("refused-translation", refused), ("number-mismatch", "12名")]


def test_a_remark_hides_no_other_fault() -> None:
    source, target = "12名の患者は改善した。", "以下是翻译：13名患者好转。"
    assert {each[0] for each in told("zh", (source, target))} == {"machine-remark", "number-mismatch"}


def test_code_is_no_note(faults: Callable[..., list[Fault]]) -> None:
    assert faults("leftover-note", "zh>en", "显示清单", "Shows `TODO` and ``XXX``") == []
    assert faults("machine-remark", "zh>en", "```x```", "```x```!") == []
