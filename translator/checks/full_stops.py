"""Sentences that lost their full stop, in a catalog that keeps it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator import inline
from translator.catalog import Entry
from translator.checks._subject import CatalogSubject
from translator.checks._value import Context, Fault, check

_STOPS = (".", "。", "．", "｡")
_SPACE = " \t\r\n\u3000"
_QUOTES = "\"'”’」』"
_SHORTENED = re.compile(r"(?:\.\.|。。|[A-Z]\.[A-Z]\.|\b(?:etc|e\.g|i\.e|Inc|Ltd|Co|al|No|Dr|Mr|Ms)\.)$")
# Letters, or a bracket of letters; an address takes no full stop.
_ENDS_BARE = re.compile(r"(?<!\S)(?![a-z]+://)\S*(?:[^\W_]|(?<![.。．!！?？])[)）])$")
_SENTENCE = 6
"""The characters that a sentence has at least."""
_LEAST = 8
"""The sentences from which a catalog has a habit."""
_KEPT = 0.95
"""The part of them that keeps the full stop, where it is the habit."""


@check("lost-full-stop", severity="warning", scope="catalog", family="form")
def lost_full_stop(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A sentence ends without the full stop that its source has, and that the other translations keep.

    Whether translations end in a full stop is a matter of style: the catalog's own habit decides. Told
    where at least 8 sources end in one and 95 % of their translations do. The end may have been cut off.

    Bad: `投薬は漸減した。` → `Medication was gradually tapered`, where the others end in a full stop
    Good: `投薬は漸減した。` → `Medication was gradually tapered.`
    """
    if subject.catalog is None or subject.is_last:
        return
    kept, lost = 0, []
    for entry in subject.catalog.live():
        source = entry.source.rstrip(_SPACE)
        if not source.endswith(_STOPS) or not entry.is_filled or entry.is_fuzzy or entry.plural is not None:
            continue
        target = entry.target.rstrip(_SPACE).rstrip(_QUOTES)
        if target.endswith(_STOPS):
            kept += 1
        elif _ENDS_BARE.search(target) is not None and entry.target not in (inline.EMPTY, entry.source):
            lost.append(entry)
    if kept < _LEAST or kept < _KEPT * (kept + len(lost)):
        return
    for entry in lost:
        if _is_sentence(entry):
            yield Fault("the full stop at the end is lost", (len(entry.target),) * 2, key=entry.key)


def _is_sentence(entry: Entry) -> bool:
    """Whether a source is more than a word, and ends in neither three dots nor a shortened word."""
    source = entry.source.rstrip(_SPACE)
    return len(source) >= _SENTENCE and _SHORTENED.search(source) is None
