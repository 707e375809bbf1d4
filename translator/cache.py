"""What earlier runs found out, in `.translator_cache/`: kept to save time, thrown away without loss.

Knows nothing of what is kept. A file that is damaged, foreign, or of another version of the package
is replaced; where nothing can be kept, runs work without.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

FOLDER = ".translator_cache"
_FILE = "records.sqlite3"
_MARK = 0x7472_616E
_TABLES = (
    "CREATE TABLE about (version TEXT NOT NULL, generation INTEGER NOT NULL)",
    "CREATE TABLE records (kind TEXT, name TEXT, key TEXT, value BLOB, extra BLOB, sum TEXT, PRIMARY KEY (kind, name))",
)
LIBRARIES = ("babel", "click", "polib", "rapidfuzz", "ruamel.yaml")
"""What the package may use of others: one that is missing or of another version may change any answer."""
_PLUGINS = ("translator.formats", "translator.checks")
_PATIENCE = 10.0
MISSING = ""
"""Stands for the digest of a file that is not there."""
UNCLEAR = "?"
"""Stands for the digest of a file that cannot be read; no answer is kept that depends on it."""
Slot = tuple[str, str]
"""The kind and the name of a record."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept under a name: the key says when it holds, `value` and `extra` are the keeper's own."""

    key: str
    value: bytes
    extra: bytes = b""


def digest(*pieces: bytes | str | None) -> str:
    """A short name for contents; None (no such file) differs from nothing in a file.

    >>> digest(b"a", b"bc") == digest(b"ab", b"c"), digest(None) == digest(b"")
    (False, False)
    """
    found = blake2b(digest_size=16)
    for piece in pieces:
        data = piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece
        found.update(b"-" if data is None else b"%d:" % len(data))
        found.update(data or b"")
    return found.hexdigest()


def package_version() -> str:
    """A name for everything that answers depend on beside files: this package, what it uses, Python."""
    from importlib.metadata import PackageNotFoundError, entry_points, version  # slow to load, as SQLite is

    home = Path(__file__).parent
    files = sorted(each for each in home.rglob("*") if each.is_file() and "__pycache__" not in each.parts)
    pieces: list[bytes | str] = [sys.version, sys.byteorder]
    for each in files:
        pieces += (each.relative_to(home).as_posix(), each.read_bytes())
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            pieces += (name, version(name))
    for group in _PLUGINS:
        for point in sorted(entry_points(group=group), key=lambda each: each.name):
            module = sys.modules.get(point.module)
            path = Path(getattr(module, "__file__", None) or "")
            pieces += (point.name, point.value, point.dist.version if point.dist else "")
            pieces.append(path.read_bytes() if path.is_file() else b"")
    return digest(*pieces)


def _damages() -> tuple[type[Exception], ...]:
    """What a file that is none of ours may raise."""
    import sqlite3

    return (sqlite3.Error, ValueError, OverflowError)


def _is_busy(error: Exception) -> bool:
    """Whether someone else is writing, or the disk is full."""
    import sqlite3

    return isinstance(error, sqlite3.OperationalError)


def is_there(folder: Path) -> bool:
    """Whether a run has kept anything below a folder."""
    return (folder / FOLDER / _FILE).exists()


class Cache:
    """The records of one project. Reading never fails: what is not there is not known.

    Runs that meet do not mix: the one that commits last, having begun before another's commit,
    keeps nothing.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._version = version
        self._path = folder / FOLDER / _FILE
        self._connection: sqlite3.Connection | None = None
        self._generation = 0
        with suppress(*_damages(), OSError):
            self._open()

    def _open(self) -> None:
        self._path.parent.mkdir(exist_ok=True)
        ignored = self._path.with_name(".gitignore")
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        try:
            self._connection = self._connected()
        except _damages() as error:
            if _is_busy(error):
                raise  # Do without this time.
            for suffix in ("", "-journal", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            self._connection = self._connected()

    def _connected(self) -> sqlite3.Connection:
        import sqlite3

        connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        try:
            connection.execute("BEGIN IMMEDIATE")
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")}
            if not tables:
                self._founded(connection)
            elif mark != _MARK or tables != set(_TABLES):
                raise ValueError("none of ours")
            about = connection.execute("SELECT version, generation FROM about").fetchone()
            if about is None or not isinstance(about[1], int):
                raise ValueError("none of ours")
            self._generation = about[1]
            if about[0] != self._version:
                self._generation += 1
                connection.execute("DELETE FROM records")
                connection.execute("UPDATE about SET version = ?, generation = ?", (self._version, self._generation))
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        return connection

    def _founded(self, connection: sqlite3.Connection) -> None:
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute("INSERT INTO about VALUES (?, 0)", (self._version,))
        connection.execute(f"PRAGMA application_id = {_MARK}")

    def get(self, kind: str, name: str) -> Record | None:
        """The record of a name, or None."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT key, value, extra, sum FROM records WHERE kind = ? AND name = ?", (kind, name)
            ).fetchone()
        except _damages() as error:
            self._given_up(error)
            return None
        if row is None or [type(each) for each in row] != [str, bytes, bytes, str]:
            return None
        return Record(*row[:3]) if row[3] == digest(kind, name, *row[:3]) else None

    def names(self, kind: str) -> frozenset[str]:
        """The names of all records of a kind."""
        if self._connection is None:
            return frozenset()
        try:
            rows = self._connection.execute("SELECT name FROM records WHERE kind = ?", (kind,))
            return frozenset(row[0] for row in rows if isinstance(row[0], str))
        except _damages() as error:
            self._given_up(error)
            return frozenset()

    def commit(self, records: Iterable[tuple[Slot, Record]], gone: Iterable[Slot] = ()) -> bool:
        """Keeps records and forgets others, all or nothing; False where they are not kept."""
        if self._connection is None:
            return False
        rows = (
            (*slot, each.key, each.value, each.extra, digest(*slot, each.key, each.value, each.extra))
            for slot, each in records
        )
        try:
            return self._committed(self._connection, rows, gone)
        except _damages() as error:
            self._given_up(error)
            return False

    def _committed(
        self, connection: sqlite3.Connection, rows: Iterator[tuple[object, ...]], gone: Iterable[Slot]
    ) -> bool:
        connection.execute("BEGIN IMMEDIATE")
        try:
            present = connection.execute("SELECT version, generation FROM about").fetchone()
            is_ours: bool = present == (self._version, self._generation)
            if is_ours:
                before = connection.total_changes
                connection.executemany("DELETE FROM records WHERE kind = ? AND name = ?", gone)
                connection.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?)", rows)
                if connection.total_changes > before:
                    connection.execute("UPDATE about SET generation = ?", (self._generation + 1,))
                    self._generation += 1
            connection.execute("COMMIT")
        except BaseException:
            with suppress(*_damages()):
                connection.execute("ROLLBACK")
            raise
        return is_ours

    def _given_up(self, error: Exception) -> None:
        """Does without a file from now on; a damaged one is removed, a busy one is left to the others."""
        self.close()
        if not _is_busy(error):
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Closes the file; nothing is known any more, and nothing kept."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
