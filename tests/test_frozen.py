"""Values with a swift constructor are the frozen dataclasses that they were."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from translator.frozen import swift


@swift
@dataclass(frozen=True, slots=True)
class Value:
    """A value whose field names meet those of the constructor's own words."""

    self_: int
    kind: str = "Kind"
    Twin: tuple[int, ...] = ()


def test_it_is_frozen_equal_hashable_and_travels() -> None:
    value = Value(1, Twin=(2,))
    assert (value.self_, value.kind, value.Twin) == (1, "Kind", (2,))
    assert type(value) is Value and value == Value(1, "Kind", (2,)) != Value(2)
    assert hash(value) == hash(Value(1, "Kind", (2,)))
    assert replace(value, kind="other") == Value(1, "other", (2,))
    assert pickle.loads(pickle.dumps(value)) == value
    with pytest.raises(FrozenInstanceError):
        value.kind = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Value()  # type: ignore[call-arg]
