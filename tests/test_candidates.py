from __future__ import annotations

import pytest

from translator.candidates import Candidates, _may_hold, difference_kinds, differences, renamed
from translator.catalog import Entry, Previous
from translator.nearness import near

CERTAIN = {
    "moved from another context": (Entry("记录", ("Record",), "a"), "记录", ("moved", "Record")),
    "other placeholders": (Entry("见<a1>表</a1>", ("See <a1>it</a1>",)), "见<a2>表</a2>", ("placeholders", "See <a2>it</a2>")),
    "Japanese form": (Entry("検査結果", ("Result",)), "检查结果", ("variants", "Result")),
    "width and spacing": (Entry("Ｔ細胞 の 数", ("T cells",)), "T細胞の数", ("variants", "T cells")),
    "English words stay apart": (Entry("be low", ("低",)), "below", None),
    "a sentence of a block": (Entry("疗效显著。费用低。", ("Works. Cheap.",)), "费用低。", ("sentences", "Cheap.")),
    "not where their numbers differ": (Entry("疗效显著。费用低。", ("It works and is cheap.",)), "费用低。", None),
    "a fuzzy one is never certain": (Entry("记录", ("Record",), "a", is_fuzzy=True), "记录", None),
    "exponents are no form": (Entry("10⁶个", ("10⁶",)), "106个", None),
}  # fmt: skip


@pytest.mark.parametrize("case", CERTAIN.values(), ids=list(CERTAIN))
def test_certain(case: tuple[Entry, str, tuple[str, str] | None]) -> None:
    lost, source, expected = case
    found = Candidates([lost], joint=" ").certain(Entry(source))
    assert (None if found is None else (found.tier, found.target)) == expected


def test_what_was_learned_is_a_candidate() -> None:
    work = Candidates([], joint=" ")
    assert work.certain(Entry("疗效显著。费用低。")) is None
    work.learn(Entry("疗效显著。", ("It works.",)))
    work.learn(Entry("费用低。", ("It is cheap.",)))
    found = work.certain(Entry("疗效显著。费用低。"))
    assert found is not None
    assert found.target == "It works. It is cheap."


def test_other_catalogs_are_asked_once_and_after_this_one() -> None:
    asked = []

    def others() -> list[Entry]:
        asked.append(1)
        return [Entry("记录", ("log",)), Entry("日志", ("journal",))]

    work = Candidates([Entry("记录", ("record",))], others)
    found = [work.certain(Entry(source)) for source in ("记录", "日志", "无")]
    assert [each and each.target for each in found] == ["record", "journal", None]
    assert asked == [1]


LIVE = Entry("有効にすると、候補のウィジェットに列挙型の記号が表示されます。", ("Enum symbols are shown.",))
TWINS = [
    ("有効にすると、候補のウィジェットにも列挙型の記号が表示されます。", "Enum symbols are shown."),
    ("有効にすると、候補のウィジェットに列挙型の記号が表示されます", "Enum symbols are shown."),
    ("有効にすると、候補のウィジェットに列挙型の項目が表示されます。", None),
    ("有効にすると、候補の画面に非推奨の記号が表示されます。", None),
]


@pytest.mark.parametrize(("source", "expected"), TWINS)
def test_a_live_entry_is_suggested_only_where_all_but_equal(source: str, expected: str | None) -> None:
    found = near(Candidates([], known=[LIVE]), [Entry(source)])
    assert {index: each.target for index, each in found.items()} == ({0: expected} if expected else {})


def test_a_dangerous_live_entry_is_not_suggested() -> None:
    live = Entry("全ての患者に対して毎日5 mgの薬剤を経口で投与した場合の結果です。", ("5 mg",))
    assert near(Candidates([], known=[live]), [Entry(live.source.replace("5", "6"))]) == {}


def test_near_says_how_alike_and_what_is_dangerous() -> None:
    lost = [Entry("有效率为12.2%", ("12.2%",)), Entry("天气", ("Weather",))]
    found = near(Candidates(lost), [Entry("有效率为12.3%")], stand=([-1, 0], [-1, 0]))
    assert list(found) == [0]
    assert (found[0].tier, found[0].target, found[0].dangers) == ("near", "12.2%", ("number 12.2 → 12.3",))
    assert 0.8 < found[0].similarity < 1


def test_what_a_live_fuzzy_entry_came_from_is_given_to_nobody_else() -> None:
    lost = Entry("治疗组有十二名患者", ("12 patients",), is_obsolete=True)
    live = Entry("治疗组有约十二名患者", ("12 patients",), is_fuzzy=True, previous=Previous(lost.source))
    new = Entry("治疗组有共十二名的患者")
    assert near(Candidates([lost]), [new])
    assert not near(Candidates([lost], known=[live]), [new])


RENAMED = [
    ("<b1>x</b1>", "<b1>一</b1>", "<i1>一</i1>", "<i1>x</i1>"),
    ("x<br1/>", "一<br1/>", "<br1/>一", "x<br1/>"),
    ("<b1>x</b1>", "<b1>一</b1>", "一", None),
    ("<b1>x</b1>", "<b1>一</b1>", "<br1/>一<br2/>", None),
    ("<a2>x</a2> <a1>y</a1>", "<a1>一</a1><a2>二</a2>", "<a2>一</a2><a1>二</a1>", "<a1>x</a1> <a2>y</a2>"),
]


@pytest.mark.parametrize(("target", "old", "new", "expected"), RENAMED)
def test_renamed(target: str, old: str, new: str, expected: str | None) -> None:
    assert renamed(target, old, new) == expected


KINDS = [
    ("治療費", "治疗费", {"variants"}),
    ("治疗费。", "治疗费．", {"punctuation"}),
    ("治療費。", "治疗费 。", {"variants", "punctuation"}),
    ("<b1>一</b1>", "<i1>一</i1>", {"placeholders"}),
    ("<b1>一</b1>", "一", {"words"}),
    ("治疗费", "治疗费用", {"words"}),
    ("一", "一", set()),
]


@pytest.mark.parametrize(("old", "new", "expected"), KINDS)
def test_difference_kinds(old: str, new: str, expected: set[str]) -> None:
    assert difference_kinds(old, new) == expected


def test_placeholders_are_no_names() -> None:
    assert differences("<a1>表</a1>", "<b2>表</b2>") == ()


@pytest.mark.parametrize(
    ("block", "text", "expected"),
    [
        ("治疗有效。患者好转。", "患者好转。", True),
        ("「治疗有效。」患者好转", "患者好转", True),
        ("本研究中治疗有效。患者好转。", "治疗有效。", False),
        ("治疗有效。患者经过手术之后明显好转并且在两周之后顺利出院回家休养。", "患者经过手术之后明显好转", False),
        ("患者好转了，患者好转。患者好转", "患者好转", True),
        ("It works. Thanks!", "Thanks!", True),
    ],
)
def test_a_sentence_of_a_block_stands_between_signs(block: str, text: str, expected: bool) -> None:
    assert _may_hold(block, text) is expected


def test_every_sentence_of_a_joined_text_must_be_known() -> None:
    known = [Entry("一。", ("One.",)), Entry("三。", ("Three.",))]
    work = Candidates([], joint=" ", known=known)
    assert work.certain(Entry("一。二。三。")) is None
    work.learn(Entry("二。", ("Two.",)))
    assert work.again(Entry("一。二。三。"), ["四。"]) is None
    found = work.again(Entry("一。二。三。"), ["二。"])
    assert found is not None and found.target == "One. Two. Three."
