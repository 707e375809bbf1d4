"""Files, written whole or not at all, and never over what someone else has saved meanwhile."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from errno import EACCES
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from translator.errors import Location, TranslatorError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

# The end of the names of half-written files; no other program's files are cleared away.
_TEMPORARY = ".translator.tmp"


class Changed(TranslatorError):
    """Someone else has saved the file since it was read."""


def read(path: Path, shown: str = "") -> bytes:
    """The bytes of a file; TranslatorError naming the reason where it cannot be read."""
    try:
        # What stands there may be a pipe, which would be waited for.
        if not S_ISREG(path.stat().st_mode):
            raise TranslatorError("this is no regular file; name a file", Location(shown or str(path)))
        return path.read_bytes()
    except OSError as error:
        raise TranslatorError(f"the file cannot be read ({_reason(error)})", Location(shown or str(path))) from error


def read_if_there(path: Path, shown: str = "") -> bytes | None:
    """The bytes of a file, or None where there is none; TranslatorError where that cannot be known."""
    return None if is_missing(path) else read(path, shown)


def is_missing(path: Path) -> bool:
    """Whether there surely is no file: what stands in a folder that may not be looked into is not missing."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def write(path: Path, data: bytes, *, expected: bytes | None = None, is_new: bool = False, shown: str = "") -> bool:
    """Replaces a file's bytes in one step; False where it held them already.

    `expected` are the bytes that were read before; `is_new` says that there was no file. If the
    file holds something else by now, it is left alone: Changed. The temporary file is
    in the same folder, so that a full disk or a kill leaves the old file whole. Between the last look at the file
    and its replacement no other run of this tool writes in the folder.
    """
    return _written(path, data, shown or str(path), _Expected(expected, is_new), is_lasting=True)


def write_again(
    path: Path, data: bytes, *, expected: bytes | None = None, is_new: bool = False, shown: str = ""
) -> bool:
    """As `write`, for what can be made again at any time: it need not outlast a loss of power."""
    return _written(path, data, shown or str(path), _Expected(expected, is_new), is_lasting=False)


@dataclass(frozen=True, slots=True)
class _Expected:
    """What a file must hold still when it is replaced."""

    data: bytes | None
    is_new: bool

    def is_met(self, present: bytes | None) -> bool:
        """Whether the bytes on disk (None: no file) are those that may be replaced."""
        return present is None if self.is_new else self.data in (None, present)


def _written(path: Path, data: bytes, name: str, expected: _Expected, *, is_lasting: bool) -> bool:
    if read_if_there(path, name) == data:
        return False
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))  # Who protects a file means it; a rename would not ask.
        with _temporary(target, data, is_lasting=is_lasting) as temporary, _locked(target.parent):
            if not expected.is_met(read_if_there(path, name)):
                raise Changed("the file was changed while this ran; nothing was written, run again", Location(name))
            os.replace(temporary, target)
    except OSError as error:
        raise TranslatorError(
            f"the file cannot be written ({_reason(error)}); nothing was changed", Location(name)
        ) from error
    return True


def move(path: Path, target: Path, *, shown: str = "") -> bool:
    """Renames a file, never over another one; False where it is gone by now, or the other is there."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent):
            if target.exists() or not path.exists():
                return False
            path.rename(target)
    except OSError as error:
        raise TranslatorError(
            f"the file cannot be renamed ({_reason(error)}); nothing was changed", Location(shown or str(path))
        ) from error
    return True


def remove(path: Path, *, expected: bytes, shown: str = "") -> bool:
    """Removes a file that holds what was read; False where it holds something else by now."""
    name = shown or str(path)
    try:
        with _locked(path.parent):
            if read_if_there(path, name) != expected:
                return False
            path.unlink()
    except OSError as error:
        raise TranslatorError(f"the file cannot be removed ({_reason(error)})", Location(name)) from error
    return True


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Holds a folder against other runs, where the system can; the lock ends with the process."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _hold(handle)
        yield
    finally:
        os.close(handle)


def _hold(handle: int) -> None:
    if fcntl is not None:
        with contextlib.suppress(OSError):  # A network file system may know no locks.
            fcntl.flock(handle, fcntl.LOCK_EX)


@contextlib.contextmanager
def _temporary(target: Path, data: bytes, *, is_lasting: bool) -> Iterator[str]:
    """The data in a file beside the target, to be renamed; held while it is in use, so that no one clears it away."""
    with _locked(target.parent):
        handle, name = _made(target)
        _hold(handle)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if is_lasting:
                os.fsync(file.fileno())
            os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
            if fcntl is None:
                file.close()  # Windows renames no open files.
            yield name
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _made(target: Path) -> tuple[int, str]:
    """A new file beside the target, open to be written by this user alone, and its name.

    As `tempfile.mkstemp` makes it, which takes longer to load than most catalogs to write.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    while True:
        name = str(target.with_name(f".{target.name[:40]}.{os.urandom(5).hex()}{_TEMPORARY}"))
        with contextlib.suppress(FileExistsError):
            return os.open(name, flags, 0o600), name


def clear(folder: Path, *, is_deep: bool = True) -> int:
    """Removes what killed runs left half-written below a folder, or in it alone; how many files.

    A file that a run still works on is held by it and stays.
    """
    if fcntl is None:
        return 0
    places = os.walk(folder)
    left = [
        Path(place, name)
        for place, _, names in (places if is_deep else islice(places, 1))
        for name in names
        if name.startswith(".") and name.endswith(_TEMPORARY)
    ]
    return sum(map(_cleared, left))


def _cleared(path: Path) -> bool:
    with contextlib.suppress(OSError), _locked(path.parent), path.open("rb") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
        return True
    return False


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
