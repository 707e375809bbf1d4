"""Sentences that say much less than the other translations of their catalog do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from translator import inline
from translator.catalog import Entry
from translator.checks._completeness import says_less
from translator.checks._extent import extent, ratio
from translator.checks._prose import hide
from translator.checks._subject import CatalogSubject, Pair
from translator.checks._substance import has_kana
from translator.checks._value import Context, Fault, check

_CLAUSES = "，、,；;"
# A name that the source gives in English too is said once in English: 称为间充质干细胞, Mesenchymal Stem Cell.
_GLOSS = re.compile("[A-Za-z][a-z]{3,} [A-Za-z][a-z]{3,}")
_LONG = 12.0
"""The extent from which a sentence can lose a part and still read well."""
_MANY = 20
"""The texts from which a catalog has a usual length."""
_SAMPLE = 60
"""How many texts tell what is usual; they are taken from the whole catalog."""
_FAR = 2.6
"""How often the usual difference a translation must be shorter than usual."""
_LEAST_SPREAD = 0.08
"""What differs in any catalog, as a logarithm."""


@check("shorter-than-usual", severity="warning", scope="catalog")
def shorter_than_usual(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A sentence of several clauses says much less than the other translations of the catalog do.

    Some translators are brief, some wordy: each text is compared with its own source, and that with what
    is usual in the catalog. A clause may be lost. What is short by any measure is told by
    `length-mismatch`.

    Bad: `因免疫反应过剩而引起，现在多用抑制免疫的类固醇。` → `It arises from an excessive immune response.`
    Good: `因免疫反应过剩而引起，现在多用抑制免疫的类固醇。` → `It arises from an excessive immune response; steroids are mostly used now.`
    """
    if subject.catalog is None or subject.is_last or subject.tag[:2] not in ("zh", "ja", "en"):
        return
    entries = [
        each
        for each in subject.catalog.live()
        if len(each.source) >= _LONG and each.is_filled and not each.is_fuzzy and each.plural is None
        if each.target not in (each.source, inline.EMPTY)
    ]
    if len(entries) < _MANY:
        return
    usual, spread = _usual(entries, subject.tag)
    for entry in _suspects(entries):
        tag = _tag(entry.source)
        if subject.tag == "en" and tag != "en" and _GLOSS.search(hide(entry.source)):
            continue
        size = extent(hide(entry.source), tag)
        if size < _LONG or ratio(size, extent(hide(entry.target), subject.tag)) - usual > -_FAR * spread:
            continue
        pair = Pair(entry.source, entry.target, subject.locale, subject.tag, tag, entry)
        # `length-mismatch` and `truncated` tell the others.
        if not says_less(pair):
            yield Fault("the translation says less than translations of this catalog do", key=entry.key)


def _usual(entries: Sequence[Entry], tag: str) -> tuple[float, float]:
    """The usual logarithm of how much more a target says, and by how much others differ from it."""
    sample = entries[:: len(entries) // _SAMPLE + 1]
    found = [ratio(extent(hide(each.source), _tag(each.source)), extent(hide(each.target), tag)) for each in sample]
    middle = median(found)
    return middle, median(abs(each - middle) for each in found) + _LEAST_SPREAD


def _suspects(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries of several clauses that are short in characters: the others need no measure."""
    lengths = [len(each.target) / len(each.source) for each in entries]
    limit = 0.85 * median(lengths)
    for entry, length in zip(entries, lengths, strict=True):
        if length < limit and any(each in entry.source for each in _CLAUSES):
            yield entry


def _tag(source: str) -> str:
    return "en" if source.isascii() else "ja" if has_kana(source) else "zh-Hans"
