"""Makes the values that documents and catalogs are built of cheap to construct: they come by the ten thousand."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TypeVar

T = TypeVar("T")


def swift(kind: type[T]) -> type[T]:
    """The frozen dataclass, its constructor three times as fast.

    A frozen dataclass sets each field by a call, since its own assignment is forbidden. Here the
    new object first is of a twin class with the same slots, if any, whose assignment is Python's own, and
    becomes the frozen one when it is filled. Nothing else changes; fields have no factories.

    >>> from dataclasses import dataclass, replace
    >>> @swift
    ... @dataclass(frozen=True, slots=True)
    ... class Span:
    ...     start: int
    ...     end: int = 9
    >>> replace(Span(1), start=2)
    Span(start=2, end=9)
    """
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]
    twin = type(kind.__name__, (), {"__slots__": tuple(names)} if "__slots__" in vars(kind) else {})
    known: dict[str, object] = {"kind__class": kind, "twin__class": twin, "turn__": object.__setattr__}
    parameters = ["self"]
    for each in fields(kind):  # type: ignore[arg-type]
        if each.default is not MISSING:
            known[f"{each.name}__default"] = each.default
        parameters.append(each.name if each.default is MISSING else f"{each.name}={each.name}__default")
    lines = [f"def __init__({', '.join(parameters)}):", "turn__(self, '__class__', twin__class)"]
    lines += [f"self.{name} = {name}" for name in names]
    made: dict[str, object] = {}
    exec("\n ".join([*lines, "self.__class__ = kind__class"]), known, made)
    made["__init__"].__annotations__ = kind.__init__.__annotations__
    kind.__init__ = made["__init__"]  # type: ignore[assignment]
    return kind
