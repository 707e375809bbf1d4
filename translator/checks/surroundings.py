"""What commands report of the files around a catalog: the checks carry the names and find nothing themselves."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._subject import CatalogSubject
from translator.checks._value import Context, Fault, check


@check("no-documents", severity="warning", scope="catalog", family="coverage")
def no_documents(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """There is nothing to check: the sources folder holds no documents.

    A gate that nothing comes through proves nothing.

    Bad: `sources = "docs"` where the documents are in `documents/`
    Good: `sources = "documents"`
    """
    yield from ()


@check("unused-setting", severity="warning", scope="catalog", family="form")
def unused_setting(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A table of the settings is meant for documents that there are not.

    What it says (a language, an encoding, rows, a context) happens nowhere.

    Bad: `[[rows]]` with `path = "trial.txt"` where the document is `trials.txt`
    Good: `path = "trials.txt"`
    """
    yield from ()


@check("orphaned-catalog", severity="info", scope="catalog", family="form")
def orphaned_catalog(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A catalog has no document any more.

    Where the document has moved, `translator update` carries the catalog along; else it is kept and
    offers its translations to other documents. It is neither counted nor exported.

    Bad: `locales/ja/LC_MESSAGES/old.txt.po` beside `source_texts/new.txt`
    Good: `locales/ja/LC_MESSAGES/new.txt.po`
    """
    yield from ()


@check("stale-copy", severity="warning", scope="catalog", family="form")
def stale_copy(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A localized copy of an earlier run stands where copies are published, and is not current.

    Its document is gone or was refused, or its locale is held back or no longer published. `build
    --prune` and `export --prune` remove such copies, unless someone has changed them since.

    Bad: `build/ja/old.md` without `source_texts/old.md`
    Good: the same after `translator build --prune`
    """
    yield from ()


@check("locale-folder", severity="warning", scope="catalog", family="form")
def locale_folder(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """Programs that load compiled catalogs with gettext would not find the folder of a locale.

    gettext looks for `zh_TW`, `zh_Hant` and `zh`, never for a name with a hyphen.

    Bad: `locales = ["zh-Hant"]`
    Good: the same with `folder = "zh_TW"` under `[locale.zh-Hant]`
    """
    yield from ()


@check("not-rendered", severity="warning", scope="catalog", family="form")
def not_rendered(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """Markup of a copy would be shown as it is written instead of doing its work.

    CommonMark does not take `**` for emphasis where punctuation is on its inner side and a letter on
    the other, as often beside 。 or 」 (commonmark-spec issue 650).

    Bad: `**注意。**全員`
    Good: `**注意**。全員`
    """
    yield from ()


@check("unencodable-character", severity="error", scope="catalog", family="form")
def unencodable_character(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A translation has characters that the encoding of its copy cannot hold.

    Reported where copies are written in the encoding of their documents (`encoding = "keep"`); such a
    copy is not written.

    Bad: `手术` for the copy of a document in Shift_JIS
    Good: the same with `encoding = "utf-8"`
    """
    yield from ()


@check("unknown-language", severity="error", scope="catalog", family="coverage")
def unknown_language(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """Nothing says which language a catalog is in, so that its entries cannot be judged.

    Bad: `messages.po` without a `Language` header
    Good: the same with `Language: ja`, or `ja.po`, or `ja/LC_MESSAGES/messages.po`
    """
    yield from ()


@check("newline-mismatch", severity="error", scope="catalog", family="form")
def newline_mismatch(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """Source and target do not both begin, or both end, with a line end; msgfmt rejects the file.

    Bad: `msgid "一行\\n"` with `msgstr "One line"`
    Good: `msgid "一行\\n"` with `msgstr "One line\\n"`
    """
    yield from ()


@check("merge-conflict", severity="error", scope="catalog", family="form")
def merge_conflict(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """Both sides of a merge gave an entry another translation.

    Reported by `merge-driver`: the entry keeps ours, is fuzzy, and holds both in comments until
    someone chooses.

    Bad: `# translator: conflict: theirs: …` above a fuzzy entry
    Good: one translation, without the comments and the flag
    """
    yield from ()


@check("unrelated-template", severity="warning", scope="catalog", family="form")
def unrelated_template(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A catalog was updated with a template that shares no entry with it.

    Reported by `update`: all entries became obsolete, and come back with the right template.

    Bad: `update --template a.pot --catalog b.po`
    Good: `update --template a.pot --catalog a.po`
    """
    yield from ()
