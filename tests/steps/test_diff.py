"""The difference of two catalogs: kinds of change, and which entry came from which."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.catalog import Catalog, Entry, Header, Previous
from translator.steps.diff import Difference, HeaderChange, diff, inline

FEE = Entry("费用", ("Fee",), comments=("a",), notes=("heading",), references=("a.txt",))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([FEE], [FEE], []),
        ([], [FEE], [("added", None, "费用", ())]),
        ([FEE], [], [("removed", "费用", None, ())]),
        ([FEE], [replace(FEE, targets=("Price",))], [("changed", "费用", "费用", ("targets",))]),
        (
            [FEE],
            [replace(FEE, is_fuzzy=True, comments=(), flags=("no-wrap",))],
            [("changed", "费用", "费用", ("is_fuzzy", "comments", "flags"))],
        ),
        (
            [FEE],
            [replace(FEE, is_obsolete=True, notes=(), references=())],
            [("retired", "费用", "费用", ())],
        ),
        (
            [replace(FEE, is_obsolete=True)],
            [replace(FEE, targets=("Price",))],
            [("revived", "费用", "费用", ("targets",))],
        ),
        pytest.param(
            [FEE],
            [Entry("全く違う。", ("Fee",), is_fuzzy=True, previous=Previous("费用"))],
            [("source", "费用", "全く違う。", ("source", "is_fuzzy", "previous", "comments", "notes", "references"))],
            id="as recorded",
        ),
        pytest.param(
            [Entry("治療費", ("Fee",))],
            [Entry("治疗费", ("Fee",), comments=("translator: source-was: 治療費",))],
            [("source", "治療費", "治疗费", ("source", "comments"))],
            id="as noted",
        ),
        pytest.param(
            [Entry("治疗总体有效率为九成。", ("90%",)), Entry("别的句子在这里。", ("x",))],
            [
                Entry("治疗总体有效率为八成。", ("80%",)),
                replace(Entry("治疗总体有效率为九成。", ("90%",)), is_obsolete=True),
            ],
            [
                ("source", "治疗总体有效率为九成。", "治疗总体有效率为八成。", ("source", "targets")),
                ("removed", "别的句子在这里。", None, ()),
            ],
            id="near, the old one kept as obsolete",
        ),
        pytest.param(
            [Entry("甲"), Entry("乙", is_obsolete=True)],
            [Entry("乙", is_obsolete=True), Entry("甲")],
            [],
            id="order does not count",
        ),
        pytest.param(
            [FEE, replace(FEE, targets=("Cost",))],
            [FEE],
            [("removed", "费用", None, ())],
            id="duplicates count",
        ),
    ],
)
def test_changes(old: list[Entry], new: list[Entry], expected: list[tuple[object, ...]]) -> None:
    found = diff(Catalog(tuple(old)), Catalog(tuple(new)))
    assert [
        (each.kind, each.old and each.old.source, each.new and each.new.source, each.fields) for each in found.changes
    ] == expected


def test_header_fields() -> None:
    old = Header((("Language", "ja"), ("X-A", "1"), ("X-A", "2")), ("by me",))
    new = Header((("Language", "zh"), ("X-A", "1"), ("X-A", "3")), is_fuzzy=True)
    assert diff(Catalog((), old), Catalog((), new)) == Difference(
        (
            HeaderChange("Language", "ja", "zh"),
            HeaderChange("X-A", "1\n2", "1\n3"),
            HeaderChange("", "by me", ""),
            HeaderChange("flags", "", "fuzzy"),
        )
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("費用は五千円", "費用は六千円です", "費用は[-五-]{+六+}千円{+です+}"),
        ("12.2 mg", "12.3 mg", "12.[-2-]{+3+} mg"),
        ("the cells", "these cells", "[-the-]{+these+} cells"),
        ("abc", "", "[-abc-]"),
    ],
)
def test_inline(old: str, new: str, expected: str) -> None:
    assert inline(old, new) == expected


_ENTRIES = st.builds(
    Entry,
    source=st.sampled_from(["一", "二", "三"]),
    targets=st.tuples(st.sampled_from(["", "A", "B"])),
    is_fuzzy=st.booleans(),
    comments=st.lists(st.sampled_from(["p", "q"]), max_size=2).map(tuple),
    is_obsolete=st.booleans(),
)
_CATALOGS = st.lists(_ENTRIES, max_size=5).map(tuple).map(Catalog)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(_CATALOGS, _CATALOGS)
def test_nothing_differs_only_where_nothing_does(old: Catalog, new: Catalog) -> None:
    is_same = Counter(old) == Counter(new)
    found = diff(old, new)
    if is_same:
        # Duplicates of one key are told apart by their order alone.
        assert not found or len({each.key for each in old}) < len(old.entries)
    else:
        assert found
    assert len(found.changes) <= len(old.entries) + len(new.entries)
