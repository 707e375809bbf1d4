"""The cache: what is kept is found again, and nothing damaged, foreign or old is believed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from configparser import ConfigParser
from contextlib import ExitStack, closing
from importlib.metadata import version
from pathlib import Path

import pytest

from translator.cache import FOLDER, LIBRARIES, Cache, Record, digest, package_version


def kept_in(cache: Cache, records: dict[str, Record], gone: Iterable[str] = ()) -> bool:
    return cache.commit(((("build", name), each) for name, each in records.items()), [("build", each) for each in gone])


Opener = Callable[[Path, str], Cache]
ONE, TWO = Record("k1", b"one", b"x"), Record("k2", b"two")


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Opens caches, and closes them in the end."""
    with ExitStack() as stack:
        yield lambda folder, version: stack.enter_context(closing(Cache(folder, version)))


def path_in(folder: Path) -> Path:
    return folder / FOLDER / "records.sqlite3"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    cache = Cache(tmp_path, "v1")
    assert kept_in(cache, {"a": ONE, "b": TWO})
    cache.close()
    return tmp_path


def test_records_are_found_again(kept: Path, opened: Opener) -> None:
    cache = opened(kept, "v1")
    assert (cache.get("build", "a"), cache.get("build", "b"), cache.get("check", "a")) == (ONE, TWO, None)
    assert cache.names("build") == {"a", "b"}
    assert kept_in(cache, {"a": TWO}, gone=["b"])
    assert (cache.get("build", "a"), cache.names("build")) == (TWO, {"a"})


def test_git_does_not_see_the_folder(kept: Path) -> None:
    assert (kept / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_another_version_begins_anew(kept: Path, opened: Opener) -> None:
    assert opened(kept, "v2").names("build") == frozenset()
    assert opened(kept, "v1").names("build") == frozenset()


@pytest.mark.parametrize(
    "data", [b"", b"not a database at all, but long enough to have a header" * 9, b"SQLite format 3\0"]
)
def test_what_is_no_database_is_replaced(kept: Path, data: bytes, opened: Opener) -> None:
    path_in(kept).write_bytes(data)
    cache = opened(kept, "v1")
    assert cache.get("build", "a") is None
    assert kept_in(cache, {"a": ONE})
    cache.close()
    assert opened(kept, "v1").get("build", "a") == ONE


def test_a_foreign_database_is_replaced(kept: Path, opened: Opener) -> None:
    path_in(kept).unlink()
    with closing(sqlite3.connect(path_in(kept))) as foreign:
        foreign.execute("CREATE TABLE records (kind, name)")
    cache = opened(kept, "v1")
    assert kept_in(cache, {"a": ONE})
    assert cache.get("build", "a") == ONE


def test_every_flipped_byte_is_harmless(kept: Path, opened: Opener) -> None:
    """Wherever a byte is damaged, the record is the one that was kept, or none."""
    whole = path_in(kept).read_bytes()
    found = set()
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        path_in(kept).write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        cache = opened(kept, "v1")
        found.add(cache.get("build", "a"))
        kept_in(cache, {"c": TWO})
        cache.close()
    assert found <= {ONE, None}
    assert ONE in found


def test_every_truncation_is_harmless(kept: Path, opened: Opener) -> None:
    whole = path_in(kept).read_bytes()
    for at in range(0, len(whole), 1024):
        path_in(kept).write_bytes(whole[:at])
        assert opened(kept, "v1").get("build", "a") in (ONE, None)


def test_of_two_runs_that_meet_the_later_keeps_nothing(kept: Path, opened: Opener) -> None:
    first, second = opened(kept, "v1"), opened(kept, "v1")
    assert kept_in(first, {"a": TWO})
    assert not kept_in(second, {"a": ONE, "d": ONE})
    assert (first.get("build", "a"), first.get("build", "d")) == (TWO, None)
    assert kept_in(first, {"d": ONE})


def test_a_run_of_another_version_meanwhile_takes_the_file_over(kept: Path, opened: Opener) -> None:
    old = opened(kept, "v1")
    opened(kept, "v2")
    assert not kept_in(old, {"a": ONE})
    assert opened(kept, "v2").names("build") == frozenset()


def test_where_nothing_can_be_kept_nothing_is_known(tmp_path: Path, opened: Opener) -> None:
    (tmp_path / FOLDER).write_text("a file, not a folder", encoding="utf-8")
    cache = opened(tmp_path, "v1")
    assert not kept_in(cache, {"a": ONE})
    assert cache.get("build", "a") is None


def test_digests_tell_pieces_apart() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", None), digest("abc", b"")}) == 5


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_library_is_another_version(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = package_version()
    monkeypatch.setattr("importlib.metadata.version", lambda name: "0" if name == library else version(name))
    assert package_version() != before


def test_every_library_of_the_package_counts() -> None:
    settings = ConfigParser()
    settings.read(Path(__file__).parent.parent / "setup.cfg", encoding="utf-8")
    lines = settings["options"]["install_requires"] + settings["options.extras_require"]["all"]
    assert sorted(re.findall(r"(?m)^[\w.]+", lines.lower())) == sorted(LIBRARIES)
