"""Which locale a catalog is in, where no project says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from translator import po
from translator.errors import Location, TranslatorError
from translator.locales import has_data, normalize


def locale_of(file: po.File | None, path: str) -> str:
    """The locale of a catalog: from its header, or from its path (`ja/LC_MESSAGES/a.po`, `a.ja.po`)."""
    header = file.catalog.header if file is not None else None
    declared = _known(header.get("Language")) if header is not None else ""
    # `new.po` is a new catalog, not one in Newari: names count only where there is more to a language.
    told = declared or next((tag for tag in map(_known, _names(path)) if tag and has_data(tag)), "")
    if told:
        return told
    if file is None:
        message = "the name of the catalog does not say its language; name it like `ja.po` or `ja/LC_MESSAGES/a.po`"
    else:
        message = "the catalog does not say its language; add a `Language:` header"
    raise TranslatorError(message, Location(path))


def _known(tag: str) -> str:
    try:
        return normalize(tag)
    except TranslatorError:
        return ""


def _names(path: str) -> Iterator[str]:
    folders = Path(path).resolve().parent.parts
    if folders[-1:] == ("LC_MESSAGES",):
        yield folders[-2]
    yield from reversed(Path(path).stem.split("."))
    yield folders[-1]
