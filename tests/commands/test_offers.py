"""What is found in other catalogs through marks is what an update would take from all of them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from translator import po
from translator.catalog import Catalog, Entry
from translator.commands._offers import (
    NEAREST,
    Indexer,
    Offerer,
    Offers,
    asked_of,
    changed_marks,
    holders,
    index_of,
    marks,
)
from translator.project import Project
from translator.steps.update import Updated, UpdateOptions, update

SENTENCES = (
    "治疗有效。", "没有副作用。", "费用为五千元。", "请在十分钟内把样品放进冰箱。", "请在十分钟内把样本放进冰箱。", "患者共三百例，其中男性占一半。",
    "患者共三百例，其中女性占一半。", "治疗无效。", "治療費用を支払う。", "Side effects were not seen in any of the three groups.",
    "Side effects were not seen in any of the two groups.", "随访两年后，有效率为百分之八十。", "随访两年之后，有效率为百分之八十。",
)  # fmt: skip


def written(rng: random.Random) -> Entry:
    source = "".join(rng.sample(SENTENCES, rng.choice((1, 1, 1, 2, 3))))
    target = rng.choice(("", source, f"One. {rng.random()}", "One. Two.", "Eins. Zwei. Drei."))
    return Entry(
        source, (target,), is_fuzzy=bool(target) and rng.random() < 0.2, is_obsolete=bool(target) and rng.random() < 0.2
    )


def catalog(rng: random.Random) -> Catalog:
    entries = [written(rng) for _ in range(rng.randrange(1, 12))]
    return Catalog(tuple({each.source: each for each in entries}.values()))


def updated(template: Catalog, own: Catalog, others: Iterable[Entry]) -> Updated:
    return update(template, own, locale="en", options=UpdateOptions(others=lambda: others))


@pytest.fixture
def work(project: Path) -> Project:
    return Project.open(project)


@pytest.mark.parametrize("seed", range(60))
def test_marks_find_what_all_catalogs_would_give(work: Project, seed: int) -> None:
    rng = random.Random(seed)
    locale = work.settings.locales[2]
    catalogs = {f"{number}.txt": catalog(rng) for number in range(rng.randrange(2, NEAREST + 1))}
    for name, each in catalogs.items():
        path = work.catalog_path(name, locale)
        path.parent.mkdir(parents=True, exist_ok=True)
        header = po.new_header("x", "en", ())
        path.write_bytes(po.write(replace(each, header=header)))
    own = catalogs.pop("0.txt")
    template = Catalog(tuple(replace(each, targets=("",), is_fuzzy=False, is_obsolete=False) for each in catalog(rng)))
    asked = asked_of(template, own)
    index = {name: Indexer(work, locale)(name)[1] for name in ("0.txt", *catalogs)}
    holding = holders(index, frozenset(asked))
    kept = {
        name: Offerer(work, locale, frozenset(asked))(name) for name in {n for each in holding.values() for n in each}
    }
    # What repeats its source offers nothing.
    every = [e for each in catalogs.values() for e in each if e.is_filled and e.target != e.source]
    every.sort(key=lambda each: each.is_obsolete)
    found = Offers(holding, kept).entries("0.txt", asked)
    assert updated(template, own, found).catalog == updated(template, own, every).catalog
    assert len(found) <= len(every)


def test_some_catalogs_offer_something(work: Project) -> None:
    """The comparison above is not one of nothing with nothing."""
    words = set()
    for seed in range(60):
        rng = random.Random(seed)
        catalogs = [catalog(rng) for _ in range(4)]
        template = Catalog(tuple(replace(each, targets=("",)) for each in catalog(rng)))
        others = [each for every in catalogs for each in every]
        words |= {change.word for change in updated(template, Catalog(), others).changes}
    assert {"moved", "sentences", "fuzzy", "new"} <= words


def test_what_changed_is_told_by_its_marks_alone() -> None:
    one, two = Entry("治疗有效。", ("It works.",)), Entry("没有副作用。", ("None.",))
    before, after = index_of(Catalog((one, two))), index_of(Catalog((two.with_target("No side effects."), one)))
    assert changed_marks(before, before) == set()
    assert changed_marks(before, after) == set(marks(two.source))
    assert changed_marks(before, index_of(Catalog((one,)))) == set(marks(two.source))


def test_what_offers_nothing_has_no_marks() -> None:
    nothing = (
        Entry("一", ("一",)),
        Entry("二"),
        Entry("三", ("three",), is_fuzzy=True),
        Entry("四", ("four", "fours"), plural="四"),
    )
    assert not index_of(Catalog(nothing))
