"""Every check has pairs that it must find and pairs that nothing may be found in, for all three languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.catalog import Entry
from translator.checks import CatalogInput, CatalogRun, CheckSettings, Context, Pair, all_checks

TAGS = {"zh": "zh-Hans", "hant": "zh-Hant", "ja": "ja", "en": "en"}
CHECKS = {each.name: each for each in all_checks() if each.scope == "entry"}
FIXTURE = Path(__file__).parent.parent / "fixtures" / "checks" / "pairs.tsv"
# Compares ideographs, or words that English is not strict about: there is nothing to say of English.
WRITTEN = {
    "bound-mismatch": {"zh", "ja"},
    "unrelated-translation": {"zh", "ja"},
    "false-friend": {"zh", "ja"},
    "half-width-form": {"zh", "ja"},
    "name-mismatch": {"zh", "ja"},
    "changed-character": {"zh", "ja"},
    "copied-term": {"ja"},
    "look-alike-character": {"ja"},
}
Row = tuple[str, str, str, str, str, int | None]


def rows() -> list[Row]:
    out = []
    for line in FIXTURE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            check, kind, direction, source, target, *limit = line.split("\t")
            texts = (text.replace("\\n", "\n") for text in (source, target))
            out.append((check, kind, direction, *texts, int(limit[0]) if limit else None))
    return out  # type: ignore[return-value]


ROWS = rows()


def found(row: Row) -> dict[str, str]:
    """Check → message, of all checks of an entry."""
    _, _, direction, source, target, limit = row
    come, go = direction.split(">")
    locale = {"hant": "zh-Hant"}.get(go, go)
    pair = Pair(source, target, locale, TAGS[go], TAGS[come], Entry(source, (target,)), limit=limit)
    return {name: each.message for name, check in CHECKS.items() for each in check.run(pair, Context())}


@pytest.mark.parametrize("row", [row for row in ROWS if row[1] == "fires"], ids=str)
def test_a_fault_is_found_by_its_check(row: Row) -> None:
    assert row[0] in found(row)


@pytest.mark.parametrize(
    ("name", "direction", "source", "target", "shown"),
    [
        ("negation-mismatch", "zh>en", "他没有发现副作用。", "It has side effects.", "没有"),
        ("number-mismatch", "ja>zh", "対象は12例、観察は3年。", "共12例。", "3"),
        ("quantifier-mismatch", "ja>en", "終了時に全員で改善", "half of the patients improved", "全員"),
        ("unit-mismatch", "zh>ja", "观察14天。", "観察は14週間。", "14天"),
        ("acronym-mismatch", "ja>en", "抗dsDNA抗体", "anti-nuclear antibody", "dsDNA"),
        ("exchanged-code", "ja>zh", "これはHLA検査", "这是HLB检查", "HLA"),
        ("placeholder-mismatch", "zh>en", "共 %s 个", "in all", "%s"),
        ("code-mismatch", "ja>en", "値は ``len(x)`` を返す", "Returns ``len(y)``", "``len(x)``"),
        ("garbled-name", "zh>ja", "使用CREA检查", "CERA 検査", "CREA"),
    ],
)
def test_a_fault_shows_its_place_in_the_source(name: str, direction: str, source: str, target: str, shown: str) -> None:
    come, go = direction.split(">")
    pair = Pair(source, target, go, TAGS[go], TAGS[come], Entry(source, (target,)))
    spans = [each.source_span for each in CHECKS[name].run(pair, Context())]
    assert [source[slice(*span)] for span in spans if span] == [shown]


@pytest.mark.parametrize("row", [row for row in ROWS if row[1] == "quiet"], ids=str)
def test_a_sound_pair_is_left_alone(row: Row) -> None:
    assert found(row) == {}


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_pairs_of_both_kinds_for_every_language(name: str) -> None:
    for kind in ("fires", "quiet"):
        targets = {row[2].split(">")[1] for row in ROWS if row[0] == name and row[1] == kind}
        assert targets >= WRITTEN.get(name, {"zh", "ja", "en"})


def pair_of(row: Row, source: str, target: str) -> Pair:
    come, go = row[2].split(">")
    locale = {"hant": "zh-Hant"}.get(go, go)
    return Pair(source, target, locale, TAGS[go], TAGS[come], Entry(source, (target,)), limit=row[5])


RUN = CatalogRun(CatalogInput("a.po", "zh", None), CheckSettings(), all_checks())


def passed_over(pair: Pair) -> dict[str, str]:
    """Check → message, of the checks that a run passes over."""
    needed = {each.name for each in RUN.needed(pair)}
    # A fresh pair: nothing is known from what was asked before.
    again = replace(pair)
    return {
        name: fault.message
        for name, check in CHECKS.items()
        if name not in needed
        for fault in check.run(again, Context())
    }


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_run_passes_over_only_checks_that_find_nothing(row: Row) -> None:
    assert passed_over(pair_of(row, row[3], row[4])) == {}


@given(st.sampled_from(ROWS), st.sampled_from(ROWS), st.data())
@settings(max_examples=400, deadline=None)
def test_nothing_is_lost_by_passing_over_in_texts_of_any_kind(one: Row, two: Row, data: st.DataObject) -> None:
    """Pieces of all languages, joined with signs, and set beside another text."""
    signs = st.text("0123456789%{}<>`:/&.,、。（「\"'不没無no 　\nſİ", max_size=4)
    pieces = [*one[3:5], *two[3:5]]
    texts = []
    for _ in range(2):
        piece = data.draw(st.sampled_from(pieces))
        at = data.draw(st.integers(0, len(piece)))
        texts.append(piece[:at] + data.draw(signs) + data.draw(st.sampled_from([piece[at:], *pieces, ""])))
    source, target = texts
    assert passed_over(pair_of(one, source or "a", target or "b")) == {}


@given(
    st.lists(st.tuples(st.sampled_from(ROWS), st.sampled_from(ROWS), st.sampled_from("= x")), min_size=1, max_size=40)
)
@settings(max_examples=60, deadline=None)
def test_pairs_that_are_looked_through_together_are_asked_what_each_is_asked_alone(
    some: list[tuple[Row, Row, str]],
) -> None:
    """Sources with their own translations, or with those of other rows, or with more text behind them."""
    pairs = []
    for one, two, how in some:
        target = {"=": one[4], " ": f"{one[4]} {two[4]}", "x": two[4]}[how]
        pairs.append(pair_of(one, one[3] + (f" {two[3]}" if how == " " else ""), target or "b"))
    of_locale: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        of_locale.setdefault((pair.locale, pair.tag), []).append(pair)
    for those in of_locale.values():
        together = [[each.name for each in RUN.needed(*each)] for each in zip(those, RUN._asked(those), strict=True)]
        assert together == [[each.name for each in RUN.needed(replace(pair))] for pair in those]
