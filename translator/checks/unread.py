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
    """A catalog cannot be read at all.

    Reported while reading; nothing of it counts as covered.

    Bad: a `.po` file that is a compiled `.mo`
    Good: the text catalog under the same name
    """
    yield from ()


@check("guessed-encoding", severity="warning", scope="catalog", family="form")
def guessed_encoding(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """The encoding of a document was guessed from its bytes.

    A guess may be wrong where the text is short. Reported while reading, with how sure it is.

    Bad: a GB18030 file without a declaration
    Good: the same with `encoding = "gb18030"` under `[[documents]]`
    """
    yield from ()


@check("misdeclared-encoding", severity="warning", scope="catalog", family="form")
def misdeclared_encoding(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A page says that it is in one encoding, and its bytes are UTF-8.

    It is read as UTF-8, and its copies say so; a browser that opens the page itself believes it and shows other
    characters. Reported while reading, with both names.

    Bad: `<meta charset="gb2312">` in a page that was saved as UTF-8
    Good: `<meta charset="utf-8">`
    """
    yield from ()


@check("po-syntax", severity="error", scope="catalog", family="form")
def po_syntax(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A catalog has a fault of syntax.

    Reported while reading, with the line and the column: an unterminated string, an unknown keyword, a
    field that comes twice. What can be read is read.

    Bad: `msgstr "完了`
    Good: `msgstr "完了"`
    """
    yield from ()


@check("duplicate-key", severity="error", scope="catalog", family="form")
def duplicate_key(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """Two entries of a catalog have one key.

    Only one of them can be found by its key; gettext tools refuse the file.

    Bad: two entries for `結果` without a context
    Good: one entry, or two with different contexts
    """
    yield from ()


@check("byte-order-mark", severity="warning", scope="catalog", family="form")
def byte_order_mark(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A catalog begins with a byte order mark, which gettext tools refuse.

    Bad: a catalog saved as “UTF-8 with BOM”
    Good: the same saved as “UTF-8”
    """
    yield from ()


@check("unknown-charset", severity="warning", scope="catalog", family="form")
def unknown_charset(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A catalog declares no charset, or one that does not exist.

    Bad: `Content-Type: text/plain; charset=CHARSET`
    Good: `Content-Type: text/plain; charset=UTF-8`
    """
    yield from ()


@check("undecodable-bytes", severity="warning", scope="catalog", family="form")
def undecodable_bytes(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A catalog has bytes that are no text in its charset; they are kept as they are.

    Bad: a Shift_JIS comment in a catalog declared as UTF-8
    Good: the same comment in UTF-8
    """
    yield from ()


@check("nul-character", severity="warning", scope="catalog", family="form")
def nul_character(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A text of a catalog holds a NUL character, which compiled catalogs use as a mark.

    Bad: `msgstr "完了\\0"`
    Good: `msgstr "完了"`
    """
    yield from ()


@check("coverage-fell", severity="error", scope="catalog", family="form")
def coverage_fell(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """The coverage of a locale is lower than the ratchet file says.

    Reported by the ratchet: what was covered once stays covered. Where the loss is meant, lower the
    number in the file.

    Bad: 97.50 % where the file says 98.00 %
    Good: 98.00 % or more
    """
    yield from ()
