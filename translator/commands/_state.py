"""What the files of a document hold, as digests: by them earlier answers are known to hold still."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator import __version__
from translator.cache import digest, package_version
from translator.config import LocaleSettings
from translator.project import Project

MISSING = ""


@dataclass(frozen=True, slots=True)
class State:
    """Digests of a document, its template, and its catalogs in the order of the locales."""

    source: str
    template: str
    catalogs: tuple[str, ...]

    def key(self, run: str, name: str) -> str:
        """What an answer about the document is kept under: all that it depends on but the template."""
        return digest(run, name, self.source, *self.catalogs)


def state_of(project: Project, name: str, locales: Iterable[LocaleSettings]) -> State:
    """The state of a document's files as they are now."""
    return State(
        _digest(project.documents.get(name, project.sources / name)),
        _digest(project.template_path(name)),
        tuple(_digest(project.catalog_path(name, each)) for each in locales),
    )


def outputs_of(project: Project, name: str, locale: LocaleSettings) -> tuple[str, str]:
    """Digests of what is published of a document in a locale: `.mo` and copy."""
    compiled = str(project.catalog_path(name, locale)).removesuffix(".po") + ".mo"
    return _digest(compiled), _digest(project.copy_path(name, locale))


def run_key(project: Project, locales: Sequence[LocaleSettings]) -> str:
    """What all answers of a run depend on beside the documents' files: settings and locales."""
    srx = project.root / project.settings.srx if project.settings.srx else None
    words = [word for each in locales for word in (each.tag, each.folder)]
    return digest(project.data, project.name, _digest(srx) if srx else MISSING, *words)


def cache_version() -> str:
    """What every record depends on: the package and what it uses."""
    return digest(__version__, package_version())


def _digest(path: Path | str) -> str:
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return MISSING
    try:
        with os.fdopen(file, "rb", buffering=0) as opened:
            return digest(opened.readall())
    except OSError:
        return MISSING
