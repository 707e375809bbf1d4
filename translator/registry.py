"""Finds the values that one file each adds: formats, checks, providers, exchanges."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TypeVar

T = TypeVar("T")


def values(package: str, kind: type[T]) -> tuple[T, ...]:
    """The module-level values of a type in a package's modules, in name order.

    Modules whose name starts with an underscore are not looked at. Third parties add values of
    the same type under the entry-point group named like the package (`translator.formats`).
    """
    found: dict[int, T] = {id(value): value for value in _candidates(package) if isinstance(value, kind)}
    return tuple(found.values())


@cache
def _candidates(package: str) -> tuple[object, ...]:
    from importlib.metadata import entry_points  # slow to load, and asked once

    found: list[object] = []
    parent = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(parent.__path__), key=lambda each: each.name):
        if not info.name.startswith("_"):
            found += vars(importlib.import_module(f"{package}.{info.name}")).values()
    found += (point.load() for point in sorted(entry_points(group=package), key=lambda each: each.name))
    return tuple(found)
