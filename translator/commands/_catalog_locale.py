"""Which locale a catalog is in, where no project says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from translator import po
from translator.errors import Location, TranslatorError
from translator.locales import normalize


def locale_of(file: po.File | None, path: str) -> str:
    """The locale of a catalog: from its header, or from its path (`ja/LC_MESSAGES/a.po`, `a.ja.po`)."""
    for candidate in _candidates(file, path):
        try:
            return normalize(candidate)
        except TranslatorError:
            continue
    raise TranslatorError("the catalog does not say its language; add a `Language:` header", Location(path))


def _candidates(file: po.File | None, path: str) -> Iterator[str]:
    if file is not None and file.catalog.header is not None:
        yield file.catalog.header.get("Language")
    folders = Path(path).resolve().parent.parts
    if folders[-1:] == ("LC_MESSAGES",):
        yield folders[-2]
    yield from reversed(Path(path).stem.split("."))
    yield folders[-1]
