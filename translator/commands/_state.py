"""What the files of a document hold, as digests: by them earlier answers are known to hold still."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from translator import __version__
from translator.cache import MISSING, UNCLEAR, digest, package_version
from translator.commands._pipeline import Read, Shelf
from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.project import Project


@dataclass(frozen=True, slots=True)
class State:
    """Digests of a document, its template, and its catalogs in the order of the locales."""

    source: str
    template: str
    catalogs: tuple[str, ...]

    def key(self, run: str, name: str) -> str:
        """What an answer about the document is kept under: all that it depends on but the template.

        "" where the files could not be read, so that nothing is to be kept.
        """
        is_clear = self.source and UNCLEAR not in (self.source, *self.catalogs)
        return digest(run, name, self.source, *self.catalogs) if is_clear else ""


def state_of(project: Project, name: str, locales: Iterable[LocaleSettings]) -> State:
    """The state of a document's files as they are now."""
    return State(
        digest_of(project.documents.get(name, project.sources / name)),
        _mirrored(project.template_path, name),
        tuple(_mirrored(project.catalog_path, name, each) for each in locales),
    )


def state_read(shelf: Shelf, name: str, locales: Iterable[LocaleSettings], read: Read) -> State:
    """The state of a document's files as they were when they were read, whatever they hold by now.

    What someone changes and changes back meanwhile is told by this alone. Files that nobody read are looked at now;
    the template is left out, for no answer is kept under it.
    """
    project = shelf.project
    catalogs = tuple(_seen(shelf, project.catalog_path, name, each) for each in locales)
    source = read.digests.get(name) or digest_of(project.documents.get(name, project.sources / name))
    return State(source, MISSING, catalogs)


def _seen(shelf: Shelf, path_of: Callable[..., Path], *of: object) -> str:
    try:
        path = path_of(*of)
    except TranslatorError:
        return UNCLEAR
    held = shelf.digests.get(path)
    return digest_of(path) if held is None else held


def _mirrored(path_of: Callable[..., Path], *of: object) -> str:
    try:
        return digest_of(path_of(*of))
    except TranslatorError:
        return UNCLEAR


def outputs_of(project: Project, name: str, locale: LocaleSettings) -> tuple[str, str]:
    """Digests of what is published of a document in a locale: `.mo` and copy."""
    compiled = project.catalog_path(name, locale).with_suffix(".mo")
    return digest_of(compiled), digest_of(project.copy_path(name, locale))


def run_key(project: Project, locales: Sequence[LocaleSettings]) -> str:
    """What all answers of a run depend on beside the documents' files: settings and locales."""
    srx = project.root / project.settings.srx if project.settings.srx else None
    words = [word for each in locales for word in (each.tag, each.folder)]
    return digest(project.data, project.name, digest_of(srx) if srx else MISSING, *words)


def cache_version() -> str:
    """What every record depends on: the package and what it uses."""
    return digest(__version__, package_version())


def is_clear(digest: str) -> bool:
    """Whether a digest is one of a file that could be read."""
    return digest not in (MISSING, UNCLEAR)


def digest_of(path: Path) -> str:
    """The digest of a file as it is now; MISSING where there is none, UNCLEAR where it is no regular one."""
    try:
        with open(path, "rb", buffering=0, opener=_opened) as file:
            return digest(file.readall()) if S_ISREG(os.fstat(file.fileno()).st_mode) else UNCLEAR
    except FileNotFoundError:
        return MISSING
    except OSError:
        return UNCLEAR


def _opened(path: str, flags: int) -> int:
    # Nobody may ever write into a pipe that lies where a catalog should.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
