"""The three-way merge: a table of cases, and the laws that hold for any three catalogs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from _support import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from translator import po
from translator.catalog import Catalog, Entry, Header, Previous
from translator.commands._merging import merged_files
from translator.steps.merge import Conflict, escaped, merge

FEE = Entry("费用", ("Fee",), comments=("checked",), notes=("heading",), references=("a.txt",))


def one(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> tuple[tuple[Entry, ...], int]:
    """The entries of a merge of catalogs with at most one entry, and the number of conflicts."""
    done = merge(*(Catalog((each,) if each else ()) for each in (base, ours, theirs)))
    return done.catalog.entries, len(done.conflicts)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        pytest.param(FEE, replace(FEE, targets=("Price",)), FEE, replace(FEE, targets=("Price",)), id="ours"),
        pytest.param(FEE, FEE, replace(FEE, targets=("Price",)), replace(FEE, targets=("Price",)), id="theirs"),
        pytest.param(
            FEE,
            replace(FEE, targets=("Price",)),
            replace(FEE, comments=("checked", "translator: ignore x: y"), notes=("cell",)),
            replace(FEE, targets=("Price",), comments=("checked", "translator: ignore x: y"), notes=("cell",)),
            id="by field",
        ),
        pytest.param(
            FEE,
            replace(FEE, comments=("checked", "mine"), flags=("no-wrap",)),
            replace(FEE, comments=("theirs",), flags=("c-format",)),
            replace(FEE, comments=("mine", "theirs"), flags=("no-wrap", "c-format")),
            id="comments and flags are sets",
        ),
        pytest.param(
            replace(FEE, is_fuzzy=True, previous=Previous("费")),
            replace(FEE, comments=()),
            replace(FEE, is_fuzzy=True, previous=Previous("费"), references=("b.txt",)),
            replace(FEE, comments=(), references=("b.txt",)),
            id="confirmed here, moved there",
        ),
        pytest.param(
            FEE,
            replace(FEE, targets=("Price",)),
            replace(FEE, is_fuzzy=True),
            replace(FEE, targets=("Price",), is_fuzzy=True),
            id="doubted there, changed here",
        ),
        pytest.param(
            FEE,
            replace(FEE, is_obsolete=True, notes=(), references=()),
            replace(FEE, targets=("Price",), references=("b.txt",)),
            replace(FEE, targets=("Price",), is_obsolete=True, notes=(), references=()),
            id="retired here, changed there",
        ),
        pytest.param(
            replace(FEE, is_obsolete=True, notes=(), references=()),
            FEE,
            replace(FEE, targets=("Price",), is_obsolete=True, notes=(), references=()),
            replace(FEE, targets=("Price",)),
            id="revived here, changed there",
        ),
        pytest.param(
            FEE,
            None,
            replace(FEE, targets=("Price",)),
            replace(FEE, targets=("Price",), is_obsolete=True, notes=(), references=()),
            id="removed here, changed there",
        ),
        pytest.param(FEE, None, replace(FEE, references=("b.txt",)), None, id="removed here, moved there"),
        pytest.param(FEE, replace(FEE, notes=("x",)), None, None, id="annotated here, removed there"),
        pytest.param(
            replace(FEE, targets=("",)),
            replace(FEE, targets=("费用",)),
            replace(FEE, targets=("Fee",)),
            FEE,
            id="filled by an update here, translated there",
        ),
        pytest.param(None, replace(FEE, is_obsolete=True, notes=(), references=()), FEE, FEE, id="new, retired here"),
        pytest.param(None, FEE, replace(FEE, targets=("",)), FEE, id="both new, one filled"),
        pytest.param(
            Entry("{} file", ("a", "b"), plural="{} files"),
            Entry("{} file", ("a", "b"), plural="{} documents"),
            Entry("{} file", ("A", "B"), plural="{} files"),
            Entry(
                "{} file",
                ("A", "B"),
                plural="{} documents",
                is_fuzzy=True,
                previous=Previous("{} file", None, "{} files"),
            ),
            id="a new plural source is not paired with the old plural's target in silence",
        ),
    ],
)
def test_merges_without_conflict(base: Entry | None, ours: Entry | None, theirs: Entry | None, merged: Entry) -> None:
    expected = () if merged is None else (merged,)
    assert one(base, ours, theirs) == (expected, 0)
    assert {*map(by_set, one(base, theirs, ours)[0])} == {*map(by_set, expected)}


def by_set(entry: Entry) -> tuple[object, ...]:
    """An entry without the order of its lists."""
    return (
        entry.key,
        entry.targets,
        entry.is_fuzzy,
        entry.previous,
        entry.is_obsolete,
        *map(frozenset, (entry.comments, entry.flags, entry.notes, entry.references)),
    )


def test_two_targets_stand_side_by_side() -> None:
    done = merge(
        Catalog((FEE,)), Catalog((replace(FEE, targets=("a\nb\\",)),)), Catalog((replace(FEE, targets=("c",)),))
    )
    assert done.conflicts == (Conflict(FEE.key, "target", "a\nb\\", "c"),)
    assert done.catalog.entries == (
        replace(
            FEE,
            targets=("a\nb\\",),
            is_fuzzy=True,
            comments=("checked", "translator: conflict: ours: a\\nb\\\\", "translator: conflict: theirs: c"),
        ),
    )


def test_plural_forms_stand_side_by_side() -> None:
    base = Entry("a", ("1", "2"), plural="b")
    entries, number = one(base, replace(base, targets=("3", "2")), replace(base, targets=("4", "5")))
    assert number == 1
    assert entries[0].comments == (
        "translator: conflict: ours[0]: 3",
        "translator: conflict: ours[1]: 2",
        "translator: conflict: theirs[0]: 4",
        "translator: conflict: theirs[1]: 5",
    )


def test_emptied_target_is_a_conflict_and_stays_visible() -> None:
    entries, number = one(FEE, replace(FEE, targets=("",)), replace(FEE, targets=("Price",)))
    assert (number, entries[0].target, entries[0].is_fuzzy) == (1, "Price", True)


def test_confirmed_here_and_changed_there_is_a_conflict() -> None:
    doubted = replace(FEE, is_fuzzy=True)
    assert one(doubted, FEE, replace(doubted, targets=("Price",)))[1] == 1


@pytest.mark.parametrize("is_kept_as_obsolete", [True, False])
@pytest.mark.parametrize("is_fuzzy", [True, False])
def test_new_source_gets_the_newer_target(is_kept_as_obsolete: bool, is_fuzzy: bool) -> None:
    """One side changed the source, the other the target of the old source."""
    old = Entry("治疗<b1>有效</b1>。", ("It <b1>works</b1>.",))
    new = Entry("治疗<i1>有效</i1>！", ("It <i1>works</i1>.",), is_fuzzy=is_fuzzy)
    if is_fuzzy:
        new = replace(new, previous=Previous(old.source))
    else:
        new = replace(new, comments=(f"translator: source-was: {old.source}",))
    updated = Catalog((new, replace(old, is_obsolete=True)) if is_kept_as_obsolete else (new,))
    translated = Catalog((replace(old, targets=("<b1>Effective</b1>.",), comments=("by hand",)),))
    for sides in ((updated, translated), (translated, updated)):
        done = merge(Catalog((old,)), *sides)
        assert done.conflicts == ()
        found = {each.source: each for each in done.catalog}
        assert found[new.source] == replace(
            new,
            targets=("<i1>Effective</i1>.",),
            is_fuzzy=True,
            previous=Previous(old.source),
            comments=(*new.comments, "by hand"),
        )
        assert (found[old.source].target, found[old.source].is_obsolete) == ("<b1>Effective</b1>.", True)


def test_new_source_that_was_translated_anew_keeps_that() -> None:
    old, new = Entry("甲", ("A",)), Entry("甲乙", ("AB",))
    done = merge(Catalog((old,)), Catalog((new,)), Catalog((replace(old, targets=("a",)),)))
    assert done.catalog.entries == (new, Entry("甲", ("a",), is_obsolete=True))


def test_order_is_ours_and_new_entries_follow_their_neighbour() -> None:
    a, b, c, x, y, z = (Entry(each, (each + "!",)) for each in "abcxyz")
    gone = replace(z, is_obsolete=True)
    done = merge(Catalog((a, b, c)), Catalog((b, x, a, c)), Catalog((y, a, b, replace(c, is_obsolete=True), gone)))
    assert [each.source for each in done.catalog] == ["y", "b", "x", "a", "c", "z"]
    assert [each.is_obsolete for each in done.catalog] == [False] * 4 + [True] * 2


def test_order_that_only_they_changed_is_theirs() -> None:
    a, b, c, x = (Entry(each, (each + "!",)) for each in "abcx")
    done = merge(Catalog((a, b, c)), Catalog((a, b, x, c)), Catalog((c, a, b)))
    assert [each.source for each in done.catalog] == ["c", "a", "b", "x"]


def test_duplicates_stay() -> None:
    again = replace(FEE, targets=("Cost",))
    done = merge(Catalog((FEE,)), Catalog((FEE, again)), Catalog((replace(FEE, targets=("Price",)),)))
    assert [each.target for each in done.catalog] == ["Price", "Cost"]


HEADER = Header(
    (
        ("PO-Revision-Date", "2024-01-01 00:00+0000"),
        ("Last-Translator", "A"),
        ("Language", "ja"),
        ("Content-Type", "text/plain; charset=UTF-8"),
    )
)


def test_header_takes_the_newer_date_and_who_saved_then() -> None:
    ours = HEADER.with_field("PO-Revision-Date", "2024-02-01 05:00+0900").with_field("Last-Translator", "B")
    theirs = HEADER.with_field("PO-Revision-Date", "2024-01-31 23:00+0000").with_field("Last-Translator", "C")
    theirs = theirs.with_field("X-Generator", "Poedit")
    done = merge(Catalog((), HEADER), Catalog((), ours), Catalog((), theirs))
    assert done.conflicts == ()
    assert done.catalog.header is not None
    assert dict(done.catalog.header.fields) == {
        "PO-Revision-Date": "2024-01-31 23:00+0000",
        "Last-Translator": "C",
        "Language": "ja",
        "Content-Type": "text/plain; charset=UTF-8",
        "X-Generator": "Poedit",
    }


def test_header_field_that_matters_is_a_conflict() -> None:
    done = merge(
        Catalog((), HEADER),
        Catalog((), HEADER.with_field("Language", "ja_JP")),
        Catalog((), HEADER.with_field("Language", "zh")),
    )
    assert done.conflicts == (Conflict(None, "Language", "ja_JP", "zh"),)
    assert done.catalog.header is not None
    assert done.catalog.header.get("Language") == "ja_JP"
    assert done.catalog.header.comments == (
        "translator: conflict: ours: Language: ja_JP",
        "translator: conflict: theirs: Language: zh",
    )


_TEXTS = st.sampled_from(["", "甲", "乙", "A", "B", "C\n"])
_ENTRIES = st.builds(
    Entry,
    source=st.sampled_from(["一", "二", "三", "四"]),
    targets=st.tuples(_TEXTS),
    context=st.sampled_from([None, "x"]),
    is_fuzzy=st.booleans(),
    previous=st.one_of(st.none(), st.builds(Previous, st.sampled_from(["一", "二"]))),
    comments=st.lists(st.sampled_from(["p", "q", ""]), max_size=2).map(tuple),
    references=st.lists(st.sampled_from(["r", "s"]), max_size=1).map(tuple),
    is_obsolete=st.booleans(),
)
_CATALOGS = st.builds(Catalog, st.lists(_ENTRIES, max_size=5).map(tuple))
_LIMITS = settings(max_examples=300, deadline=None, derandomize=True)


def content(catalog: Catalog) -> Counter[tuple[object, ...]]:
    return Counter((*by_set(each), each.comments) for each in catalog)


@_LIMITS
@given(_CATALOGS, _CATALOGS)
def test_one_side_alone_is_taken_as_it_is(base: Catalog, side: Catalog) -> None:
    assert merge(base, side, base).catalog == side
    assert content(merge(base, base, side).catalog) == content(side)
    assert merge(base, side, side).catalog == side


@_LIMITS
@given(_CATALOGS, _CATALOGS, _CATALOGS)
def test_no_new_translation_is_lost_and_no_pair_is_invented(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    done = merge(base, ours, theirs).catalog
    said = {(each.source, each.target) for each in done} | {
        (each.source, mark.split(": ", 3)[-1]) for each in done for mark in each.comments if "conflict" in mark
    }
    said |= {(source, escaped(target)) for source, target in said}
    known = {each.targets for each in base}
    for side in (ours, theirs):
        for entry in side:
            # A target that was taken over from the base may give way to what the other side made of it.
            is_made = entry.targets in known
            is_old = (entry.source, entry.target) in {(each.source, each.target) for each in base}
            if entry.target and not is_made and not is_old and entry.target != entry.source:
                assert (entry.source, escaped(entry.target)) in said
    sure = {(e.key, e.target) for side in (ours, theirs) for e in side if not e.is_fuzzy}
    for entry in done:
        if not entry.is_fuzzy and entry.target:
            assert (entry.key, entry.target) in sure


@_LIMITS
@given(_CATALOGS, _CATALOGS, _CATALOGS)
def test_sides_may_be_swapped(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    done, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert len(done.conflicts) == len(other.conflicts)
    assert Counter(each.key for each in done.catalog) == Counter(each.key for each in other.catalog)


@_LIMITS
@given(_CATALOGS, _CATALOGS, _CATALOGS)
def test_merge_is_written_over_ours(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    files = [po.read(po.write(each)) for each in (base, ours, theirs)]
    merged, data = merged_files(*files)
    assert po.read(data).catalog.entries == merged.catalog.entries
    # Unchanged entries are where they were, byte for byte.
    mine = {entry: text(files[1], entry) for entry in files[1].catalog}
    done = po.read(data)
    for entry in done.catalog:
        if entry in mine:
            assert text(done, entry) == mine[entry]


def text(file: po.File, entry: Entry) -> bytes:
    unit = file.unit_of(entry)
    return file.data[file.starts[unit] : file.ends[unit]]


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "fixtures" / "po" / "accepted").iterdir()), ids=str)
def test_odd_files_are_merged_as_they_stand(path: Path) -> None:
    base = po.read(path.read_bytes(), path.name)
    sides = [po.read(po.write(touched(base.catalog, every, text), base)) for every, text in ((2, "x"), (3, "y"))]
    assert merged_files(base, base, base)[1] == path.read_bytes()
    assert merged_files(base, sides[0], base)[1] == po.write(sides[0].catalog, sides[0])
    merged, data = merged_files(base, *sides)
    done = po.read(data)
    assert (done.catalog.entries, done.catalog.header) == (merged.catalog.entries, merged.catalog.header)
    filled = [index for index, entry in enumerate(base.catalog) if entry.is_filled]
    assert len(merged.conflicts) == len([index for index in filled if index % 6 == 0])


def touched(catalog: Catalog, every: int, text: str) -> Catalog:
    """The catalog with other targets for some entries."""
    entries = tuple(
        replace(entry, targets=tuple(f"{each[:1]}{text}{each[1:]}" for each in entry.targets))
        if entry.is_filled and not index % every
        else entry
        for index, entry in enumerate(catalog)
    )
    return Catalog(entries, catalog.header)
