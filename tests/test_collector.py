"""The garbage collector rests and comes back as it was."""

from __future__ import annotations

import gc

import pytest

from translator.collector import at_rest


@pytest.mark.parametrize("is_enabled", [True, False])
def test_it_comes_back_as_it_was(is_enabled: bool) -> None:
    if not is_enabled:
        gc.disable()
    try:
        with at_rest():
            assert not gc.isenabled()
        assert gc.isenabled() == is_enabled
    finally:
        gc.enable()


def test_what_was_made_counts_as_old_and_is_looked_at_still() -> None:
    gc.collect()
    with at_rest():
        made: list[object] = [[] for _ in range(5000)]
        made.append(made)
    assert gc.get_count()[0] < 2000
    assert gc.get_freeze_count() == 0
    del made
    assert gc.collect() >= 5001


def test_what_someone_set_apart_stays_apart() -> None:
    gc.freeze()
    try:
        with at_rest():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
