"""Compiles catalogs that are not as plain as most: all that gettext can read."""

from __future__ import annotations

from translator import po
from translator.commands._broken import refuse_broken
from translator.steps.compile import compile


def compiled(data: bytes, path: str) -> bytes:
    """The .mo bytes for a catalog's bytes; TranslatorError where it is broken."""
    file = po.read(data, path)
    refuse_broken(file)
    return compile(file.catalog)
