"""What an update did, in words."""

from __future__ import annotations

from collections.abc import Iterator

from translator import po
from translator.errors import Location, TranslatorError, shorten
from translator.findings import Finding
from translator.steps.update import Updated

WORDS = {
    "new": "new",
    "filled": "filled",
    "moved": "moved",
    "reused": "reused",
    "doubtful": "reused and fuzzy (labels from another kind of place)",
    "placeholders": "kept with other placeholders",
    "variants": "kept in another form",
    "sentences": "kept with other sentence ends",
    "fuzzy": "fuzzy",
    "plural": "with another plural",
    "conflict": "in conflict",
    "accepted": "accepted",
    "revived": "revived",
    "obsolete": "obsolete",
    "dropped": "dropped (empty or a copy of its source)",
}
"""What `Change` calls what was done, and how it is told behind a number."""
# What an update carries over as it is: it loses nothing, and each is reported.
_CARRIED = {"po-syntax", "duplicate-key", "newline-mismatch"}


def summary(updated: Updated) -> str:
    """The numbers of entries, by what was done."""
    counts = [(updated.count(word), told) for word, told in WORDS.items()]
    return ", ".join(f"{number} {told}" for number, told in counts if number) or "notes and order only"


def details(updated: Updated) -> Iterator[str]:
    """A line for each entry that a person should look at."""
    for change in updated.changes:
        if change.word in ("fuzzy", "plural", "conflict", "doubtful"):
            yield f"  {change.word}: “{shorten(change.key[1])}”{change.detail and ': '}{change.detail}"


def warnings(updated: Updated, path: str) -> Iterator[Finding]:
    """What of a whole update is strange."""
    if updated.is_stranger:
        message = (
            f"nothing in the catalog belongs to the template ({updated.count('obsolete')} entries became obsolete);"
            " are these of one document? nothing is lost: an update with the right template revives them"
        )
        yield Finding("unrelated-template", "warning", message, Location(path))


def unmended(file: po.File | None) -> tuple[Finding, ...]:
    """The errors of a catalog that an update leaves as they are; raises TranslatorError for any other."""
    errors = tuple(each for each in file.findings if each.severity == "error") if file else ()
    for finding in errors:
        if finding.check not in _CARRIED:
            raise TranslatorError(f"{finding.message}; mend it by hand, then run again", finding.location)
    return errors
