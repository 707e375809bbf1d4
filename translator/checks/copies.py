"""Rendered copies: what export would write, looked at as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from translator import inline
from translator.checks._subject import DocumentSubject
from translator.checks._value import Context, Fault, check


@check("placeholder-in-copy", severity="error", scope="document")
def placeholder_in_copy(subject: DocumentSubject, context: Context) -> Iterator[Fault]:
    """A placeholder stands in the localized copy as text: it names no markup of its segment.

    The reader would see `<b2>`. It is looked for in the copy as export would write it, so that also a
    placeholder that was moved to another entry is found.

    Bad: a copy with `Good </b2>results`
    Good: a copy with `Good **results**`
    """
    if "<" not in subject.copy:
        return
    known = set(inline.placeholders(subject.source))
    for match in inline.PLACEHOLDER.finditer(subject.copy):
        if match[0] not in known:
            yield Fault(f"{match[0]} is left in the copy for {subject.locale}", match.span())
