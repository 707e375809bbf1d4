"""Entries without a translation that counts, and catalogs that are missing or behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator import inline
from translator.catalog import Entry, Key
from translator.checks._subject import CatalogSubject
from translator.checks._value import Context, Fault, check
from translator.errors import shorten
from translator.languages.edits import changes
from translator.notes import read_language


@check("untranslated", severity="error", scope="catalog", family="coverage")
def untranslated(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """An entry has no translation.

    The copy would show a gap, or the source text. An `<empty/>` counts only beside a filled sentence
    of its block. An error only while the locale is below its `min-coverage`, else a warning.

    Bad: `24時間` → (nothing)
    Good: `24時間` → `24 hours`
    """
    if subject.catalog is None or subject.is_last:
        return
    by_key = subject.catalog.by_key()
    for key in subject.untranslated:
        if key in by_key:
            alone = inline.EMPTY in by_key[key].targets
            told = f"{inline.EMPTY} stands alone in its block" if alone else "no translation"
            yield Fault(f"{told} of “{shorten(key[1])}”", key=key)


@check("fuzzy", severity="error", scope="catalog", family="coverage")
def fuzzy(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A translation is marked fuzzy: nobody has confirmed that it fits.

    Fuzzy entries are neither compiled nor exported. An error only while the locale is below its
    `min-coverage`, else a warning. Where the entry keeps its previous source, the words that came and went
    are told, the most dangerous first. Where `changed-meaning` tells of an entry, this check does not.

    Bad: `#, fuzzy` above `没有副作用` → `Side effects`
    Good: the same entry, corrected, without the flag
    """
    if subject.is_last:
        return
    by_key = subject.catalog.by_key() if subject.catalog is not None else {}
    for key in subject.fuzzy:
        told = _changed(by_key[key]) if key in by_key else ""
        yield Fault(f"the translation of “{shorten(key[1])}” is fuzzy{told}; confirm or correct it", key=key)


def _changed(entry: Entry) -> str:
    """What of its source changed, where a fuzzy entry says its previous one."""
    was = entry.previous.source if entry.previous is not None else None
    if was is None or was == entry.source or not entry.is_filled:
        return ""
    noted = read_language(entry.notes)
    found = changes(inline.strip(was), inline.strip(entry.source), noted[0] if noted else "")
    return f", its source changed: {'; '.join(map(str, found))}" if found else ", its source changed in form"


@check("missing-catalog", severity="error", scope="catalog", family="coverage")
def missing_catalog(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A document has no catalog in a locale.

    None of its entries is covered. An error only while the locale is below its `min-coverage`, else
    a warning.

    Bad: `source_texts/a.md` without `locales/ja/LC_MESSAGES/a.md.po`
    Good: the same after `translator update`
    """
    if subject.catalog is None and not subject.is_last and not subject.is_unread:
        count = len(subject.untranslated)
        yield Fault(f"no catalog for the locale {subject.locale} ({_entries(count)}); run translator update")


@check("stale-catalog", severity="error", scope="catalog", family="coverage")
def stale_catalog(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A catalog is behind its document: the document changed since the last update.

    Entries would be missing from the copy, or translated for nothing.

    Bad: a document with the sentence `効果は持続的。` and a catalog without it
    Good: the same after `translator update`
    """
    if subject.catalog is None or subject.template is None or subject.is_last:
        return
    known, wanted = subject.catalog.by_key(), subject.template.by_key()
    missing = [key for key in wanted if key not in known]
    surplus = [key for key in known if key not in wanted]
    told = []
    if missing:
        told.append(f"{_entries(len(missing))} missing ({_sample(missing)})")
    if surplus:
        told.append(f"{_entries(len(surplus))} no longer in the document ({_sample(surplus)})")
    if told:
        blanks = len({_plain(key) for key in missing} & {_plain(key) for key in surplus})
        if blanks:
            told.append(f"{blanks} of them the same but for blanks")
        yield Fault(f"the catalog is behind its document: {', '.join(told)}; run translator update")


def _plain(key: Key) -> tuple[str | None, str]:
    """A key without its white space."""
    return key[0], "".join(key[1].split())


_BLANKS = {ord(" "): "␣", ord("\t"): "⇥", ord("\n"): "↵", 0x3000: "□", 0xA0: "␣"}
_EDGES = re.compile(r"^\s+|\s+$")


def _sample(keys: list[Key]) -> str:
    shown = _EDGES.sub(lambda match: match[0].translate(_BLANKS), keys[0][1])
    first = f"“{shorten(shown, 30)}”"
    return f"{first} and {len(keys) - 1} more" if len(keys) > 1 else first


def _entries(count: int) -> str:
    return f"{count} entry" if count == 1 else f"{count} entries"
