"""Files, written whole or not at all, and never over what someone else has saved meanwhile."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from translator.errors import Location, TranslatorError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class Changed(TranslatorError):
    """Someone else has saved the file since it was read."""


def read(path: Path, shown: str = "") -> bytes:
    """The bytes of a file; TranslatorError naming the reason where it cannot be read."""
    if path.exists() and not path.is_file():
        raise TranslatorError("this is no regular file; name a file", Location(shown or str(path)))
    try:
        return path.read_bytes()
    except OSError as error:
        raise TranslatorError(f"the file cannot be read ({_reason(error)})", Location(shown or str(path))) from error


def read_if_there(path: Path, shown: str = "") -> bytes | None:
    """The bytes of a file, or None where there is none."""
    return read(path, shown) if path.exists() else None


def write(path: Path, data: bytes, *, expected: bytes | None = None, is_new: bool = False, shown: str = "") -> bool:
    """Replaces a file's bytes in one step; False where it held them already.

    `expected` are the bytes that were read before; `is_new` says that there was no file. If the
    file holds something else by now, it is left alone: Changed. The temporary file is
    in the same folder, so that a full disk or a kill leaves the old file whole. Between the look at the file
    and its replacement no other run of this tool writes in the folder.
    """
    name = shown or str(path)
    if read_if_there(path, name) == data:
        return False
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent):
            present = read_if_there(path, name)
            if (expected is not None and present != expected) or (is_new and present is not None):
                raise Changed("the file was changed while this ran; nothing was written, run again", Location(name))
            _replace(target, data)
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
        with contextlib.suppress(OSError):  # A network file system may know no locks.
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
