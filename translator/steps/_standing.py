"""Whether the last translation of a changed source may stand for the new one until somebody has looked."""

from __future__ import annotations

from dataclasses import replace

from translator import notes
from translator.catalog import Catalog, Entry, Header
from translator.checks import CatalogInput, CheckSettings
from translator.inline import difference, strip
from translator.languages.edits import changes
from translator.steps.check import check_catalog


def may_stand(entry: Entry, *, locale: str, header: Header | None = None, allow: tuple[str, ...] = ()) -> bool:
    """Whether a fuzzy entry's translation says what its new source says, for that changed in form alone.

    “No side effects” may not stand once there are some, and “the nurse” not once it is a word that nobody here
    knows: only punctuation, spelling variants, width, spacing and markup are form. Besides, the translation is held
    against the source, by every check that is an error by itself: what the settings or a comment accept was accepted
    of another source. `allow` are terms that may stay untranslated.
    """
    if entry.previous is None or any(difference(entry.source, entry.target)):
        return False
    was, noted = entry.previous.source, notes.read_language(entry.notes)
    if was is not None and changes(strip(was), strip(entry.source), noted[0] if noted else ""):
        return False
    alone = replace(entry, is_fuzzy=False, previous=None, comments=())
    given = CatalogInput("", locale, Catalog((alone,), header))
    found = check_catalog(given, CheckSettings(allow=allow)).findings
    return not any(each.severity == "error" for each in found)
