"""What readers of files report: their findings carry these names, the checks themselves find nothing."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._subject import CatalogSubject
from translator.checks._value import Context, Fault, check


@check("unreadable-document", severity="error", scope="catalog", family="coverage")
def unreadable_document(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A document cannot be read, so that nobody knows what is to be covered.

    Reported while reading: bytes that are no text in the declared encoding, a file that is not of
    its format.

    Bad: a Shift_JIS file declared as UTF-8
    Good: the same with `encoding = "cp932"` in the settings
    """
    yield from ()


@check("invalid-catalog", severity="error", scope="catalog", family="coverage")
def invalid_catalog(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A catalog has a fault of syntax, or something that gettext tools refuse.

    Reported while reading: an unterminated string, an unknown keyword, a key that occurs twice.

    Bad: two entries for `結果` without different contexts
    Good: one entry, or two with different `msgctxt`
    """
    yield from ()
