"""A new project: what git is not to see."""

from __future__ import annotations

from pathlib import Path

import pytest
from _support import Run

LINE = b"/.translator_cache/\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, LINE),
        (b"", LINE),
        (b"build/\n", b"build/\n" + LINE),
        (b"build/", b"build/\n" + LINE),
        (LINE + b"build/\n", LINE + b"build/\n"),
        (b"caf\xe9/\r\n", b"caf\xe9/\r\n" + LINE),
    ],
)
def test_the_cache_is_kept_from_git(tmp_path: Path, run: Run, before: bytes | None, after: bytes) -> None:
    path = tmp_path / ".gitignore"
    if before is not None:
        path.write_bytes(before)
    assert run("init", tmp_path).exit_code == 0
    assert path.read_bytes() == after
