"""Kept spans as columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator.document import Kept
from translator.keeping import KeptSpans

_SPANS = st.lists(
    st.builds(
        Kept, st.integers(0, 9), st.integers(10, 19), st.sampled_from(("code", "key")), st.sampled_from(("", "b"))
    )
)


@given(_SPANS)
def test_spans_are_those_that_were_added(spans: list[Kept]) -> None:
    assert KeptSpans(spans) == spans


@given(_SPANS)
def test_sorted_spans_are_in_the_order_of_their_parts(spans: list[Kept]) -> None:
    assert list(KeptSpans(spans).sorted()) == sorted(spans, key=lambda each: (each.part, each.start))
