"""Finds the values that one file each adds: formats, checks, providers, exchanges."""

from __future__ import annotations

import importlib
import importlib.util
import os
import pkgutil
import sys
from collections.abc import Collection
from contextlib import suppress
from functools import cache
from importlib.abc import InspectLoader
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def values(package: str, kind: type[T], *, saying: Collection[str] = ()) -> tuple[T, ...]:
    """The module-level values of a type in a package's modules, in name order.

    Modules whose name starts with an underscore are not looked at. With `saying` a module is loaded
    only where its text holds one of these words in double quotes: loading all takes a while. Third
    parties add values of the same type under the entry-point group named like the package
    (`translator.formats`); these are always there.
    """
    found: dict[int, T] = {}
    for name, text in _texts(package).items():
        if not saying or any(f'"{word}"' in text for word in saying):
            members = vars(importlib.import_module(f"{package}.{name}")).values()
            found.update((id(value), value) for value in members if isinstance(value, kind))
    found.update((id(value), value) for value in _guests(package) if isinstance(value, kind))
    return tuple(found.values())


@cache
def _texts(package: str) -> dict[str, str]:
    """Module name → text of the module, in name order."""
    found = {}
    parent = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(parent.__path__), key=lambda each: each.name):
        if not info.name.startswith("_"):
            spec = importlib.util.find_spec(f"{package}.{info.name}")
            text = spec.loader.get_source(spec.name) if spec and isinstance(spec.loader, InspectLoader) else None
            found[info.name] = text or ""
    return found


@cache
def _guests(package: str) -> tuple[object, ...]:
    if not _may_have_guests(package):
        return ()
    from importlib.metadata import entry_points  # slow to load, and asked once

    points = sorted(entry_points(group=package), key=lambda each: each.name)
    return tuple(point.load() for point in points)


def _may_have_guests(package: str) -> bool:
    """Whether anything that is installed may name the group, told without loading what reads it properly.

    Where not all of it lies in folders, or others than Python's own know where it lies, the answer is yes.
    """
    if any(hasattr(each, "find_distributions") and each is not PathFinder for each in sys.meta_path):
        return True
    for place in map(Path, dict.fromkeys(sys.path)):
        if not place.is_dir():
            if place.exists():
                return True
            continue
        for each in os.scandir(place):
            if each.name.endswith(".egg"):
                return True
            if each.name.endswith((".dist-info", ".egg-info")):
                with suppress(OSError):
                    if package.encode() in Path(each.path, "entry_points.txt").read_bytes():
                        return True
    return False
