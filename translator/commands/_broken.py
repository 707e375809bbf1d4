"""Catalogs that nothing may be made of until a person has mended them."""

from __future__ import annotations

from translator import po
from translator.errors import TranslatorError


def refuse_broken(file: po.File | None) -> None:
    """Raises TranslatorError where a catalog has faults that an update could not carry over."""
    for finding in file.findings if file else ():
        if finding.severity == "error":
            raise TranslatorError(f"{finding.message}; mend it by hand, then run again", finding.location)
