"""Catalog → `.mo` bytes."""

from __future__ import annotations

from translator import mo
from translator.catalog import Catalog


def compile(catalog: Catalog) -> bytes:
    """The compiled catalog; fuzzy, untranslated and obsolete entries are left out."""
    return mo.compile_catalog(catalog)
