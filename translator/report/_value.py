"""Coverage in whole numbers, and the Report of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translator.findings import Finding


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a catalog, or of many, is covered.

    covered + fuzzy + untranslated + faulty = entries; `pass_through` is part of `covered`.
    """

    entries: int = 0
    covered: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    faulty: int = 0
    pass_through: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.entries + other.entries,
            self.covered + other.covered,
            self.fuzzy + other.fuzzy,
            self.untranslated + other.untranslated,
            self.faulty + other.faulty,
            self.pass_through + other.pass_through,
        )

    @property
    def hundredths(self) -> int:
        """Percent in hundredths, floored; 10000 where there is nothing to cover.

        >>> Coverage(30000, 29999).hundredths, Coverage().hundredths
        (9999, 10000)
        """
        return self.covered * 10000 // self.entries if self.entries else 10000

    @property
    def percent(self) -> float:
        """Percent, floored to two places: 99.99 never shows as 100."""
        return self.hundredths / 100

    def to_json(self) -> dict[str, int | float]:
        """The counts and the percentage by name."""
        return {
            "entries": self.entries,
            "covered": self.covered,
            "fuzzy": self.fuzzy,
            "untranslated": self.untranslated,
            "faulty": self.faulty,
            "pass_through": self.pass_through,
            "percent": self.percent,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in order of place; coverage by locale, and by document and locale."""

    findings: tuple[Finding, ...] = ()
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    documents: Mapping[str, Mapping[str, Coverage]] = field(default_factory=dict)
