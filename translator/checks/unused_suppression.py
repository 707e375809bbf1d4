"""Suppressions that accept nothing any more, or that give no reason."""

from __future__ import annotations

from collections.abc import Iterator

from translator import registry
from translator.checks._subject import CatalogSubject
from translator.checks._value import Check, Context, Fault, check
from translator.errors import meant, shorten
from translator.notes import ignoring


@check("unused-suppression", severity="warning", scope="catalog", family="form")
def unused_suppression(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """An accepted finding is no longer found, or was accepted without a reason.

    A suppression that outlives its fault hides the next one. It is written as a translator comment
    `# translator: ignore CHECK (MESSAGE): reason`, or under `[[checks.ignore]]` in the settings; without a
    reason it accepts nothing.

    Bound to words of a message, it accepts nothing once the finding is another.

    A name that no check has, and several names in one comment, accept nothing either.

    Bad: `# translator: ignore: number-mismatch` above `二十例` → `20 cases`
    Good: `# translator: ignore: number-mismatch: the source counts twice` where the numbers differ
    """
    if not subject.is_last:
        return
    for key, comment in subject.unused:
        name, reason = comment.check, comment.reason
        unknown = _unknown(name)
        if unknown:
            yield Fault(unknown, key=key)
        elif not reason:
            yield Fault(f"the suppression of “{name}” gives no reason; add one after a colon", key=key)
        else:
            found = f"{name} with “{shorten(comment.bound, 80)}”" if comment.bound else name
            yield Fault(f"no {found} is left to ignore here ({reason}); remove the comment", key=key)


@check("unbound-suppression", severity="info", scope="catalog", family="form")
def unbound_suppression(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A comment accepts an error without saying which: a later one of the same check would pass unseen.

    What a comment is bound to stands in brackets behind the check: the message, or words of it. `translator check`
    writes the whole comment under each finding. Where the translation is changed and something else is found,
    it is told again. Told of comments alone that silence an error of a check that compares both texts.

    Bad: `# translator: ignore number-mismatch: each serving is one`
    Good: `# translator: ignore number-mismatch (number 1 is missing): each serving is one`
    """
    for key, comment, messages in subject.unbound if subject.is_last else ():
        shown = " and ".join(f"“{shorten(each, 80)}”" for each in messages)
        entry = subject.catalog.by_key().get(key) if subject.catalog else None
        bound = ignoring(comment.check, messages[0], entry.target if entry else "", reason=comment.reason)
        told = f"any {comment.check} of this entry is accepted, now {shown}; write “# {bound}”"
        yield Fault(told, key=key)


_OF_FILES = frozenset(
    (
        "byte-order-mark",
        "duplicate-key",
        "guessed-encoding",
        "invalid-catalog",
        "merge-conflict",
        "misdeclared-encoding",
        "not-rendered",
        "nul-character",
        "po-syntax",
        "unencodable-character",
        "unknown-charset",
        "unknown-language",
    )
)
"""What is told of catalogs and copies by whoever reads them, not by a check."""


def _unknown(name: str) -> str:
    """Why a suppression names no check; "" where it names one."""
    known = [each.name for each in registry.values("translator.checks", Check)]
    if name in known or name in _OF_FILES:
        return ""
    several = [each for each in name.replace(",", " ").split() if each in known]
    if len(several) > 1:
        return f"a suppression names one check (“{shorten(name, 40)}”); write a comment for each, with its reason"
    near = meant(name, known)
    hint = f"did you mean {' or '.join(f'“{each}”' for each in near)}?" if near else "`translator explain` lists all"
    return f"there is no check “{shorten(name, 40)}” to ignore; {hint}"
