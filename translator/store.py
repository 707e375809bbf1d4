"""Files, written whole or not at all, and never over what someone else has saved meanwhile."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from translator.errors import Location, TranslatorError


def read(path: Path, shown: str = "") -> bytes:
    """The bytes of a file; TranslatorError naming the reason where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise TranslatorError(f"the file cannot be read ({_reason(error)})", Location(shown or str(path))) from error


def read_if_there(path: Path, shown: str = "") -> bytes | None:
    """The bytes of a file, or None where there is none."""
    return read(path, shown) if path.exists() else None


def write_again(path: Path, data: bytes, *, shown: str = "") -> bool:
    """As `write`, for what can be made again at any time: it need not outlast a loss of power."""
    return _written(path, data, shown or str(path), read_if_there(path, shown or str(path)), is_lasting=False)


def write(path: Path, data: bytes, *, expected: bytes | None = None, is_new: bool = False, shown: str = "") -> bool:
    """Replaces a file's bytes in one step; False where it held them already.

    `expected` are the bytes that were read before; `is_new` says that there was no file. If the
    file holds something else by now, it is left alone: TranslatorError. The temporary file is
    in the same folder, so that a full disk or a kill leaves the old file whole.
    """
    name = shown or str(path)
    present = read_if_there(path, name)
    if present != data and ((expected is not None and present != expected) or (is_new and present is not None)):
        raise TranslatorError("the file was changed while this ran; nothing was written, run again", Location(name))
    return _written(path, data, name, present, is_lasting=True)


def _written(path: Path, data: bytes, name: str, present: bytes | None, *, is_lasting: bool) -> bool:
    if present == data:
        return False
    try:
        _replace(path, data, is_lasting)
    except OSError as error:
        raise TranslatorError(
            f"the file cannot be written ({_reason(error)}); nothing was changed", Location(name)
        ) from error
    return True


def _replace(path: Path, data: bytes, is_lasting: bool) -> None:
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if is_lasting:
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
