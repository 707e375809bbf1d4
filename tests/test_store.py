"""Files are written whole; what killed runs left is cleared away, what runs still hold is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator import store

fcntl = pytest.importorskip("fcntl")


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / "below" / ".a.po.abcdefgh.translator.tmp"
    left.parent.mkdir()
    others = [left.with_name(name) for name in (".a.po.abcdefgh.tmp", "a.translator.tmp", "a.po")]
    for each in (left, *others):
        each.write_bytes(b"half")
    assert store.clear(tmp_path.parent, is_deep=False) == 0
    assert store.clear(tmp_path) == 1
    assert [each.exists() for each in (left, *others)] == [False, True, True, True]
    assert store.clear(tmp_path / "none") == 0


def test_what_a_run_is_writing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run clears the folder while this one is about to rename its file."""
    target = tmp_path / "kept" / "a.po"
    chmod, cleared = os.chmod, []

    def met(name: str, mode: int) -> None:
        cleared.append(store.clear(tmp_path))
        chmod(name, mode)

    monkeypatch.setattr(os, "chmod", met)
    assert store.write(target, b"new")
    assert (cleared, target.read_bytes()) == ([0], b"new")
    assert [each.name for each in target.parent.iterdir()] == ["a.po"]


@pytest.mark.parametrize("write", [store.write, store.write_again])
def test_a_file_that_was_changed_is_left_alone(tmp_path: Path, write: type) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"theirs")
    for expected in ({"expected": b"old"}, {"is_new": True}):
        with pytest.raises(store.Changed):
            write(path, b"ours", **expected)
    assert path.read_bytes() == b"theirs"
    assert write(path, b"ours", expected=b"theirs")
    assert not write(path, b"ours", expected=b"other")
    assert [each.name for each in tmp_path.iterdir()] == ["a.po"]
