from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import Context, all_checks
from translator.checks._subject import CatalogSubject

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}
CHECK = next(each for each in all_checks() if each.name == "shorter-than-usual")
SOURCE = "第{}组患者在接受治疗之后，血压保持稳定，没有出现严重的副作用。"
PLAIN = {
    "en": "After the treatment the blood pressure of group {} stayed stable, and no serious side effects occurred.",
    "ja": "第{}群の患者では治療を受けた後、血圧が安定し、重い副作用は現れなかった。",
}
WORDY = (
    "After the patients of group {} had been given the treatment, their blood pressure was seen to stay in a stable state,"
    " and it can be said that no side effects of a serious kind made their appearance."
)
LONG = "长期追踪的结果表明，这种疗法能够安全地改善脏器功能，并且能够使疾病得到缓解。"


def told(locale: str, usual: str, source: str, target: str, count: int = 30) -> list[str]:
    pairs = [(SOURCE.format(each), usual.format(each)) for each in range(10, 10 + count)]
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in [*pairs, (source, target)]))
    return [
        each.key[1] for each in CHECK.run(CatalogSubject(locale, TAGS[locale], "a.md", catalog), Context()) if each.key
    ]


@pytest.mark.parametrize(
    ("locale", "usual", "source", "target", "fires"),
    [
        ("en", WORDY, LONG, "Long-term follow-up showed that this therapy can safely improve the function of the organs.", True),
        ("en", PLAIN["en"], LONG, "Long-term follow-up showed that this therapy safely improves organ function.", True),
        ("ja", PLAIN["ja"], LONG, "長期追跡の結果、この療法は臓器の機能を安全に改善できることが示された。", True),
        # must not fire
        ("en", PLAIN["en"], LONG, "Long-term follow-up showed that this therapy can safely improve organ function and lead to remission of the disease.", False),
        ("ja", PLAIN["ja"], LONG, "長期追跡の結果、この療法は安全に臓器の機能を改善し、疾患を寛解させることが示された。", False),
        # The name that comes twice is said once.
        ("en", WORDY, "所谓的间充质干细胞，就是英语当中的 Mesenchymal Stem Cell。", "MSC means mesenchymal stem cell.", False),
        # One clause: nothing to lose.
        ("en", WORDY, "长期追踪的结果表明这种疗法能够安全地改善脏器功能。", "In the long term this therapy safely improved organs.", False),
    ],
)  # fmt: skip
def test_the_catalog_says_what_is_usual(locale: str, usual: str, source: str, target: str, fires: bool) -> None:
    assert told(locale, usual, source, target) == ([source] if fires else [])


def test_a_few_texts_are_no_measure() -> None:
    short = "Long-term follow-up showed that this therapy safely improves organ function."
    assert told("en", PLAIN["en"], LONG, short, count=5) == []


def test_what_other_checks_tell_is_not_told_again() -> None:
    assert told("en", PLAIN["en"], LONG, "Long-term follow-up showed that it can improve.") == []
