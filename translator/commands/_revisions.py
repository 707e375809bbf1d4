"""Catalogs as they were in a revision of git: one of them, or all that differ between two revisions."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator import po, store
from translator.commands._moves import SHARED
from translator.errors import Location, TranslatorError
from translator.project import Project


@dataclass(frozen=True, slots=True)
class Pair:
    """A catalog before and after; None where it was not there."""

    old: po.File | None
    new: po.File | None


def opened(name: str) -> po.File:
    """The catalog in a file, or in a revision of one (`REV:path`)."""
    if Path(name).exists() or not is_in_revision(name):
        return po.read(store.read(Path(name), name), name)
    return po.read(_blob(name, Path()), name)


def is_in_revision(name: str) -> bool:
    """Whether a name is one of a file in a revision, `REV:path`."""
    revision, colon, path = name.partition(":")
    return bool(colon and revision and path)


def is_revision(name: str) -> bool:
    """Whether a name can be one of a whole revision: of no file, and of none in a revision."""
    return ":" not in name and not Path(name).exists() and Path(name).suffix not in (".po", ".pot")


def between(project: Project, old: str, new: str | None) -> Iterator[Pair]:
    """The catalogs of a project that differ between two revisions, or one and the files as they are now.

    In the order of their paths. A catalog that moved is one pair: it shares most of its keys with the one that is gone.
    """
    root, folder = project.root, project.settings.catalogs
    wanted = [_commit(each, root) for each in (old, new) if each is not None]
    names = ["diff", "--name-status", "--no-renames", "--relative", "-z", *wanted, "--", folder]
    listed = _git(names, root, ", ".join(wanted)).decode("utf-8", "surrogateescape").split("\0")
    found = {name: letter for letter, name in zip(listed[::2], listed[1::2], strict=False)}
    if new is None:
        others = ["ls-files", "-z", "--others", "--exclude-standard", "--", folder]
        found |= {name: "A" for name in _git(others, root, "").decode("utf-8", "surrogateescape").split("\0") if name}
    pairs = [_pair(project, name, letter, old, new) for name, letter in found.items() if name.endswith(".po")]
    yield from sorted(_moved(pairs), key=lambda pair: (pair.new or pair.old or po.read(b"")).path.rpartition(":")[2])


def _pair(project: Project, name: str, letter: str, old: str, new: str | None) -> Pair:
    return Pair(None if letter == "A" else _at(project, name, old), None if letter == "D" else _at(project, name, new))


def _at(project: Project, name: str, revision: str | None) -> po.File:
    """A catalog of the project in a revision, or as it is now."""
    if revision is None:
        return po.read(store.read(project.root / name, name), name)
    return po.read(_blob(f"{revision}:./{name}", project.root), f"{revision}:{name}")


def _moved(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, with each new catalog beside the one that is gone and shares most of its keys."""
    gone = [pair.old for pair in pairs if pair.old is not None and pair.new is None]
    found = [pair for pair in pairs if pair.old is not None and pair.new is not None]
    for pair in (each for each in pairs if each.old is None):
        assert pair.new is not None
        keys = set(pair.new.catalog.by_key())
        shares = [
            (len(keys & set(old.catalog.by_key())) / max(1, len(keys), len(old.catalog.by_key())), old)
            for old in gone
            if _language(old) == _language(pair.new)
        ]
        share, old = max(shares, key=lambda each: each[0], default=(0.0, None))
        if old is not None and share >= SHARED:
            gone.remove(old)
            found.append(Pair(old, pair.new))
        else:
            found.append(pair)
    return [*found, *(Pair(old, None) for old in gone)]


def _language(file: po.File) -> str:
    return file.catalog.header.get("Language") if file.catalog.header else ""


def _commit(name: str, root: Path) -> str:
    if name.startswith("-"):
        raise TranslatorError("no revision begins with a hyphen", Location(name))
    _git(["rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"], root, name)
    return name


def _blob(name: str, root: Path) -> bytes:
    if name.startswith("-"):
        raise TranslatorError("no revision begins with a hyphen; write REV:path", Location(name))
    advice = "write REV:path, the path from the top of the repository or with ./"
    return _git(["cat-file", "blob", name], root, name, advice)


def _git(words: Sequence[str], root: Path, name: str, advice: str = "name a commit, a branch or a tag") -> bytes:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise TranslatorError(
            "git is needed to read a revision, and is not installed; install it, or name two files", Location(name)
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
        reason = said[0] if said else "there is none of this name"
        raise TranslatorError(f"git does not give this revision ({reason}); {advice}", Location(name))
    return done.stdout
