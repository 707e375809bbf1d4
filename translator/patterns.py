"""Compiled patterns, kept beside Python's own compiled modules: to compile the long ones anew takes half a second a run.

Python keeps no patterns. What it makes of one is a list of numbers, kept here by the pattern and its flags for one build of
Python. Where its inner workings are others than those known here, or nothing can be kept, patterns are compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
import zlib
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

Key = tuple[str, int]
"""A pattern and its flags."""
Made = tuple[int, bytes, bool, int, dict[str, int], tuple[str | None, ...]]
"""What a pattern is made of: all its flags, its code and whether that is packed, how many groups it has, their numbers by name, their names by number."""
_ENOUGH = 20_000
"""So many bytes of new code are worth the writing: they took some 20 ms to make."""
_LONG = 1000
"""The bytes from which on code is packed, to a tenth or so."""
_LARGEST = 4_000_000
"""The bytes of code that are kept; where there are more, those of the last run stay."""
_UNKNOWN = (AttributeError, ImportError, OverflowError, RuntimeError, TypeError, ValueError, zlib.error)
"""What is raised where the inner workings of Python are not those known here."""


class _Kept:
    """What was kept by earlier runs, and what this one adds."""

    def __init__(self) -> None:
        self.known = _read()
        self.new: dict[Key, Made] = {}


@cache
def _kept() -> _Kept:
    return _Kept()


def install() -> None:
    """Makes `re.compile` take what was kept: in a process that is this tool's own."""
    _compiler.compile = _compiled


_PYTHONS_OWN = _compiler.compile


def _compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
    """What Python's own would give."""
    if type(pattern) is str and not flags & re.DEBUG:
        key, kept = (pattern, int(flags)), _kept()
        with suppress(*_UNKNOWN):
            made = kept.known.get(key) or kept.new.get(key)
            if made is None:
                made = kept.new[key] = _make(*key)
            return _pattern(pattern, made)
    found: re.Pattern[Any] = _PYTHONS_OWN(pattern, flags)
    return found


def _make(pattern: str, flags: int) -> Made:
    """What Python compiles a pattern to; `re.error` where it is none."""
    tree = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(tree, flags)).tobytes()
    is_packed = len(code) > _LONG
    named: dict[str, int] = dict(tree.state.groupdict)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in named.items():
        names[number] = name
    code = zlib.compress(code, 1) if is_packed else code
    return int(flags | tree.state.flags), code, is_packed, tree.state.groups - 1, named, tuple(names)


def _pattern(pattern: str, made: Made) -> re.Pattern[str]:
    flags, code, is_packed, groups, named, names = made
    numbers = array("I", zlib.decompress(code) if is_packed else code).tolist()
    found: re.Pattern[str] = _compiler._sre.compile(pattern, flags, numbers, groups, named, names)
    return found


def keep() -> None:
    """Keeps what was compiled for later runs, where that took long; in silence where nothing can be kept.

    It is left where Python would not keep a compiled module either.
    """
    if not _kept.cache_info().currsize or sys.dont_write_bytecode:
        return
    new = _kept().new
    if sum(len(made[1]) for made in new.values()) < _ENOUGH:
        return
    path = _path()
    known = {**_read(), **new} if path else new
    if sum(len(made[1]) for made in known.values()) > _LARGEST:
        known = dict(new)
    if path:
        _write(path, known)
    new.clear()


def _write(path: Path, known: dict[Key, Made]) -> None:
    data = marshal.dumps((_build(), known))
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        try:
            path.parent.mkdir(exist_ok=True)
            beside.write_bytes(zlib.crc32(data).to_bytes(4, "little") + data)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)


def _read() -> dict[Key, Made]:
    """What was kept; nothing where it is damaged, or was made by another build of Python."""
    path = _path()
    try:
        data = path.read_bytes() if path else b""
        if len(data) < 4 or zlib.crc32(memoryview(data)[4:]) != int.from_bytes(data[:4], "little"):
            return {}
        build, known = marshal.loads(memoryview(data)[4:])
    except (OSError, EOFError, TypeError, ValueError):
        return {}
    found: dict[Key, Made] = known if build == _build() else {}
    return found


def _build() -> tuple[Any, ...]:
    """What tells one build of Python from another."""
    code = getattr(_compiler, "_sre", None)
    return sys.version, sys.byteorder, getattr(code, "MAGIC", 0), getattr(code, "CODESIZE", 0), array("I").itemsize


def _path() -> Path | None:
    """The file beside the compiled modules of this package; None where Python keeps none."""
    try:
        return Path(cache_from_source(__file__, optimization="")).with_name(
            f"patterns.{sys.implementation.cache_tag}.data"
        )
    except NotImplementedError:
        return None
