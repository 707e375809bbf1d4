from __future__ import annotations

import pytest

from translator.origins import Origins, Row
from translator.similarity import similarity

A, B, C = ("治疗组有十二名患者", "未见严重的副作用", "费用约为五百万日元")
A2, B2 = ("治疗组共有十二名患者", "未见严重副作用")
X, Y = ("随访时间为一年", "天气很好")

# new texts, where they stand, lost texts, where they stand → the origin of each
TABLE = {
    "each its own": ([A2, B2], [-1, -2], [B, A], [-1, -2], {0: 1, 1: 0}),
    "what is all but equal to a lost text may share it": (
        [A2, A + "。"],
        [0, -1, 1, -2, 2],
        [A],
        [0, -1, 1, 2],
        {0: 0, 1: 0},
    ),
    "what is only like it may not": ([A2, "治疗组的十二位患者"], [0, -1, 1, -2, 2], [A], [0, -1, 1, 2], {0: 0}),
    "a shared neighbour makes up for likeness": (["共五百万"], [0, -1, 1], [C, A], [0, -1, 1, -2], {0: 0}),
    "without one it does not": (["共五百万"], [0, 1, -1, 2], [C], [0, -1, 1, 2], {}),
    "unlike texts share no more than a place": ([Y], [0, -1, 1], [A], [0, -1, 1], {}),
    "one that found its origin is a neighbour": ([A2, "共五百万"], [-1, -2, 0], [A, C], [-1, -2, 0], {0: 0, 1: 1}),
    "a word written wrong is that word": (["cWde", "Dateh", "Xyzw"], [], ["Date", "code", "Other"], [], {0: 1, 1: 0}),
    "numbers and short words are no misspelt ones": (["2026", "cot", "有效"], [], ["2025", "cat", "无效"], [], {}),
    "what stands nowhere must be all but equal": ([A2, B2], [-1, -2], [A + "。", B + X], [], {0: 0}),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_origins(case: tuple[list[str], list[int], list[str], list[int], dict[int, int]]) -> None:
    new, ours, lost, theirs, expected = case
    found = Origins(Row(new, ours), Row(lost, theirs)).find(range(len(new)))
    assert {index: origins[0].index for index, origins in found.items()} == expected


SEE, ALSO = "- 参照 [監視者](/guide/essentials/watchers)", "- 参照 [属性](/guide/essentials/attributes)"


def test_links_that_lead_elsewhere_make_nothing_alike() -> None:
    def linked(text: str) -> dict[int, tuple[list[str], str]]:
        return {0: ([text[text.find("(") :]], text[: text.find("(")])}

    one, other = Row([SEE]), Row([ALSO])
    assert Origins(one, other).find([0])[0][0].score > 0.8
    assert not Origins(Row([SEE], (), linked(SEE)), Row([ALSO], (), linked(ALSO))).find([0])
    moved = SEE.replace("essentials", "basics")
    assert Origins(Row([moved], (), linked(moved)), Row([SEE], (), linked(SEE))).find([0])


def test_a_text_cut_in_two_answers_for_both() -> None:
    new, lost = Row([A + "。", B + "。"], [0, -1, -2, 1]), Row([f"{A}。{B}。"], [0, -1, 1])
    found = Origins(new, lost).find(range(2))
    assert {index: [(each.index, each.is_claimed) for each in origins] for index, origins in found.items()} == {
        0: [(0, False)],
        1: [(0, True)],
    }


def test_claimed_texts_are_given_to_nobody_else() -> None:
    assert Origins(Row([A2], [-1]), Row([A], [-1]), claimed=[0]).find([0])[0][0].is_claimed


def test_a_kept_text_as_near_says_that_the_lost_one_is_only_of_its_kind() -> None:
    rows = Row([A2], [0, -1, 1, 2]), Row([A], [0, 1, -1, 2])
    assert Origins(*rows).find([0])
    assert not Origins(*rows, rivals={0: 0.97}).find([0])


def test_swap_sets_free() -> None:
    work = Origins(Row([A2, A + "。"], [-1, 0, -2]), Row([A], [-1, 0]))
    assert list(work.find([0])) == [0]
    work.swap(0, None)
    assert work.find([1])[1][0].is_claimed is False


def lone(one: str, other: str, *more: str, count: int = 0) -> bool:
    """Whether a text is found to come from another one, with others lost beside it."""
    lost = [other, *more, *(f"{number}{number}{number}" for number in range(count))]
    return 0 in Origins(Row([one]), Row(lost, [~each for each in range(len(lost))])).find([0])


def test_a_lone_pair_among_few_may_be_less_alike() -> None:
    new, old = "侦听一个属性名：", "侦听一个 property 名："
    assert 0.5 <= similarity(new, old) < 0.6
    assert lone(new, old, "别的内容")
    assert not lone(new, old, "别的内容", count=40)
    assert not lone(new, old, "侦听一个 property 名称：")
