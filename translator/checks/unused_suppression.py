"""Suppressions that accept nothing any more, or that give no reason."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._subject import CatalogSubject
from translator.checks._value import Context, Fault, check


@check("unused-suppression", severity="warning", scope="catalog", family="form")
def unused_suppression(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """An accepted finding is no longer found, or was accepted without a reason.

    A suppression that outlives its fault hides the next one. It is written as a translator comment
    `# translator: ignore: CHECK: reason`, or under `[[checks.ignore]]` in the settings; without a
    reason it accepts nothing.

    Bad: `# translator: ignore: number-mismatch` above `二十例` → `20 cases`
    Good: `# translator: ignore: number-mismatch: the source counts twice` where the numbers differ
    """
    if not subject.is_last:
        return
    for key, name, reason in subject.unused:
        if not reason:
            yield Fault(f"the suppression of “{name}” gives no reason; add one after a colon", key=key)
        else:
            yield Fault(f"no {name} is left to ignore here ({reason}); remove the comment", key=key)
