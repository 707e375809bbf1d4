"""Finds the values that one file each adds: formats, checks, providers, exchanges."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from importlib.metadata import entry_points
from typing import TypeVar

T = TypeVar("T")


def values(package: str, kind: type[T]) -> tuple[T, ...]:
    """The module-level values of a type in a package's modules, in name order.

    Modules whose name starts with an underscore are not looked at. Third parties add values of
    the same type under the entry-point group named like the package (`translator.formats`).
    """
    return _values(package, kind)  # type: ignore[return-value]


@lru_cache(maxsize=None)
def _values(package: str, kind: type) -> tuple[object, ...]:
    found: dict[int, object] = {}
    parent = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(parent.__path__), key=lambda each: each.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package}.{info.name}")
        for value in vars(module).values():
            if isinstance(value, kind):
                found.setdefault(id(value), value)
    for point in sorted(entry_points(group=package), key=lambda each: each.name):
        value = point.load()
        if isinstance(value, kind):
            found.setdefault(id(value), value)
    return tuple(found.values())
