"""One statement about numbers in several writings: none is told as a fault, and each faulty twin is."""

from __future__ import annotations

import pytest

from translator.languages.codes import compare_codes
from translator.languages.comparisons import compare_comparisons
from translator.languages.quantities import compare


def told(source: str, target: str) -> list[str]:
    """What the checks of numbers, comparisons and names tell of a pair."""
    found = (*compare(source, target), *compare_comparisons(source, target))
    names = [each for each in compare_codes(source, target) if each.kind == "identifier"]
    return [each.message for each in (*found, *names)]


# (source, faithful, faulty)
TRIPLES = [
    # A bare count behind a rate is a count, and no number of `kg`.
    (
        "AD-SC 3×10^6/kg 1 全例で改善。",
        "AD-SC, 3×10^6/kg, once. All improved.",
        "AD-SC, 3×10^6/kg, twice. All improved.",
    ),
    ("AD-SC 3×10^6/kg 1 全例で改善。", "AD-SC 3×10^6/kg 一次 全部改善。", "AD-SC 3×10^6/kg 两次 全部改善。"),
    ("AD-SC 3×10^6/kg 1 全例で改善。", "AD-SC 3×10^6/kg 单次 全部改善。", "AD-SC 3×10^6/kg 三次 全部改善。"),
    (
        "AD-SC 3×10^6/kg 1 全例で改善。",
        "AD-SC 3×10^6/kg single dose. All improved.",
        "AD-SC 3×10^6/kg two doses. All improved.",
    ),
    (
        "AD-SC 3×10^6/kg 2 全例で改善。",
        "AD-SC, 3×10^6/kg, twice. All improved.",
        "AD-SC, 3×10^6/kg, once. All improved.",
    ),
    ("AD-SC 3×10^6/kg 2 全例で改善。", "AD-SC 3×10^6/kg 两次 全部改善。", "AD-SC 3×10^6/kg 全部改善。"),
    # What is counted may be said of a rate.
    ("用量は 5×10^6/kg とした。", "The dose was 5×10^6 cells/kg.", "The dose was 5×10^6 cells/g."),
    ("用量は 5×10^6/kg とした。", "剂量为5×10^6个细胞/kg。", "剂量为5×10^6个细胞/g。"),
    ("用量は 5×10^6/kg とした。", "剂量为每公斤500万个。", "剂量为每克500万个。"),
    ("剂量为 5 mg/kg。", "用量は体重1kg当たり5 mgとした。", "用量は体重1g当たり5 mgとした。"),
    # One value in two writings is no other number of a name.
    ("UC-IV 2×10^6/kg を投与。", "给予UC-IV 200万/kg。", "给予UC-IV 2000万/kg。"),
    ("UC-IV 1×10^6/kg を投与。", "UC-IV 10^6/kg was given.", "UC-IV 10^7/kg was given."),
    ("UC-IV 1.5×10^6/kg を投与。", "给予UC-IV 150万/kg。", "给予UC-IV 105万/kg。"),
    # Equal times.
    ("6mo 時点で CREA は 2.1。", "半年时CREA为2.1。", "一年时CREA为2.1。"),
    ("6か月時点で CREA は 2.1。", "After half a year, CREA was 2.1.", "After a year, CREA was 2.1."),
    (
        "効果は 6M~3yr 持続。",
        "The effect lasts half a year to three years.",
        "The effect lasts half a year to two years.",
    ),
    ("投药18个月后停药。", "投与は1年半で終了した。", "投与は2年半で終了した。"),
    ("点滴静注は30分かけて行う。", "The infusion takes half an hour.", "The infusion takes an hour."),
    ("効果は約1yr続く。", "The effect lasts about a year.", "The effect lasts about a month."),
    ("効果は約1年続く。", "The effect lasts about a year.", "The effect lasts about a week."),
    ("12M で CREA は 2.1。", "At one year CREA was 2.1.", "At two years CREA was 2.1."),
    ("24M で CREA は 2.1。", "两年时CREA为2.1。", "三年时CREA为2.1。"),
    # The order of two values of which one became the other.
    ("CREA(4.6 → 1.9)。", "CREA was 1.9, down from 4.6.", "CREA was 4.6, down from 1.9."),
    ("CREA(4.6 → 1.9)。", "CREA fell to 1.9 from 4.6.", "CREA fell to 4.6 from 1.9 to 0."),
    ("CREA(4.6 → 1.9)。", "CREA降至1.9（原为4.6）。", "CREA降至4.6（原为1.9）。"),
    ("CREA(4.6 → 1.9)。", "CREA由4.6降至1.9。", "CREA由1.9降至4.6。"),
    ("8M で CREA(4.6 → 1.9)。", "CREA (4.6 to 1.9) was read at month 8.", "CREA (1.9 to 4.6) was read at month 8."),
    (
        "(0,2,4Mで 19.5 → 11.3 → 6.8)。",
        "improved (19.5, 11.3 and 6.8 at 0, 2 and 4 months)",
        "improved (19.5, 6.8 and 11.3 at 0, 2 and 4 months)",
    ),
    # Bounds.
    ("BVAS ≧ 5 の患者。", "BVAS达到5分或更高的患者。", "BVAS达到5分或更低的患者。"),
    ("BVAS ≧ 5 の患者。", "patients with a BVAS of 5 and up", "patients with a BVAS of 5 or less"),
    ("7.5%未満に保つ。", "保持在7.5% 以下(不含)。", "保持在7.5% 以上(不含)。"),
    ("7.5%未満に保つ。", "保持在7.5%以下（不含7.5%）。", "保持在7.5%以下。"),
    # A sign.
    ("ワクチンは−30 ℃で保存する。", "Store the vaccine at −30 °C.", "Store the vaccine at 30 °C."),
    ("疫苗在-30℃保存。", "ワクチンは氷点下30度で保存する。", "ワクチンは30℃で保存する。"),
    ("疫苗在−30 ℃保存。", "Store the vaccine at minus 30 degrees.", "Store the vaccine at 30 degrees."),
]


@pytest.mark.parametrize(("source", "faithful", "faulty"), TRIPLES)
def test_only_the_faulty_writing_is_told(source: str, faithful: str, faulty: str) -> None:
    assert told(source, faithful) == []
    assert told(source, faulty)


# (source, target) that must stay a fault beside what is allowed above.
FAULTS = [
    ("投与は6か月続けた。", "The treatment went on for half an hour."),
    ("投与は8か月続けた。", "The treatment went on for half a year."),
    ("1年続けた。", "It went on for a month."),
    ("用量は 5×10^6/kg とした。", "The dose was 5×10^6 cells/mL."),
]


@pytest.mark.parametrize(("source", "target"), FAULTS)
def test_what_is_not_equal_stays_a_fault(source: str, target: str) -> None:
    assert told(source, target)
