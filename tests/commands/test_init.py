"""A new project: what git is not to see."""

from __future__ import annotations

from pathlib import Path

import pytest
from _support import Run

CACHE, COPIES, COMPILED = b"/.translator_cache/\n", b"/build/\n", b"/locales/**/*.mo\n"
ALL = CACHE + COPIES + COMPILED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, ALL),
        (b"", ALL),
        (b"out/\n", b"out/\n" + ALL),
        (b"out/", b"out/\n" + ALL),
        (CACHE + b"out/\n", CACHE + b"out/\n" + COPIES + COMPILED),
        (ALL, ALL),
        (b"caf\xe9/\r\n", b"caf\xe9/\r\n" + ALL),
    ],
)
def test_what_can_be_made_again_is_kept_from_git(tmp_path: Path, run: Run, before: bytes | None, after: bytes) -> None:
    path = tmp_path / ".gitignore"
    if before is not None:
        path.write_bytes(before)
    assert run("init", tmp_path).exit_code == 0
    assert path.read_bytes() == after
