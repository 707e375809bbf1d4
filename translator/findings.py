"""What is wrong with a text, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from translator.errors import Location, visible
from translator.frozen import swift

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[str, ...] = ("error", "warning", "info")


@swift
@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one text.

    `message` is one sentence without a final stop. `span` is half-open, in code points of the
    target as the translator sees it. `fix` is the whole corrected target, given only where the
    correction cannot change the meaning. `documents` are the places of the source text. `source_span`,
    half-open in code points of the source, is what of it the finding is about, where one place is.
    """

    check: str
    severity: Severity
    message: str
    location: Location
    locale: str = ""
    context: str | None = None
    source: str = ""
    target: str = ""
    span: tuple[int, int] | None = None
    fix: str | None = None
    documents: tuple[Location, ...] = ()
    source_span: tuple[int, int] | None = None

    def __str__(self) -> str:
        return visible(f"{self.location}: {self.severity}: {self.message} [{self.check}]")


def reaches(severity: Severity, threshold: str) -> bool:
    """Whether a severity is at or above a threshold (`error`, `warning`, `info` or `never`)."""
    return threshold != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(threshold)
