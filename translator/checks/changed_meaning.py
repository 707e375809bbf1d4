"""Fuzzy entries whose old translation would mislead: what their source said before is something else."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._subject import CatalogSubject
from translator.checks._value import Context, Fault, check
from translator.inline import strip
from translator.languages.edits import edits
from translator.notes import read_language


@check("changed-meaning", severity="warning", scope="catalog")
def changed_meaning(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """The source of a fuzzy entry changed in a number, a unit, a negation or the like.

    The target was written for the previous source (`#|`). Where the two differ in a number, date,
    unit, negation, quantifier, comparison sign, Latin name or code, where a word became its opposite or
    another of its kind, or a clause came or went, reading it over is not enough. This finding stands in the place of
    `fuzzy`, and is an error where that is one; other changed words `fuzzy` names.
    The finding goes when the entry is no longer fuzzy. An entry that does not say its previous
    source is passed over.

    Bad: `#| msgid "有效率为12.2%"` above `有效率为12.3%` → `12.2% responded`, fuzzy
    Bad: `#| msgid "毎食後"` above `毎食前` → `after each meal`, fuzzy
    Good: `#| msgid "有效率为12.2％"` above `有效率为12.2%`, fuzzy
    """
    if subject.catalog is None or subject.is_last:
        return
    for entry in subject.catalog.live():
        previous = entry.previous.source if entry.previous is not None else None
        if not entry.is_fuzzy or not entry.is_filled or previous is None:
            continue
        noted = read_language(entry.notes)
        found = [str(each) for each in edits(strip(previous), strip(entry.source), noted[0] if noted else "")]
        if found:
            yield Fault(f"source changed: {'; '.join(found)}", key=entry.key)
