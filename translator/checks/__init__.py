"""What a check is, and what it is given: one file in this folder adds one.

A check is a generator `(subject, context) -> Iterator[Fault]` under `@check(...)`. Its docstring is
its documentation. The step `translator.steps.check` runs the checks and counts the coverage.
"""

from __future__ import annotations

from functools import cache

from translator import registry
from translator.checks._run import CatalogInput, CatalogRun, Locate, suppressions
from translator.checks._settings import KEYS, CheckSettings, Rule, Suppression, hundredths, read_settings
from translator.checks._subject import CatalogSubject, DocumentSubject, Pair, ProjectSubject, Variant
from translator.checks._value import Check, Context, Fault, check

__all__ = [
    "KEYS",
    "CatalogInput",
    "CatalogRun",
    "CatalogSubject",
    "Check",
    "CheckSettings",
    "Context",
    "DocumentSubject",
    "Fault",
    "Locate",
    "Pair",
    "ProjectSubject",
    "Rule",
    "Suppression",
    "Variant",
    "all_checks",
    "check",
    "checks_page",
    "hundredths",
    "read_settings",
    "suppressions",
]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check known, by name."""
    return tuple(sorted(registry.values("translator.checks", Check), key=lambda each: each.name))


def checks_page() -> str:
    """The page `docs/checks.md`: every check with its documentation, by family and name."""
    lines = ["# Checks", "", "Generated from the checks themselves: `translator explain NAME` prints the same.", ""]
    titles = {"coverage": "Coverage", "fidelity": "Fidelity", "form": "Form"}
    for family, title in titles.items():
        lines += [f"## {title}", ""]
        for each in all_checks():
            if each.family == family:
                lines += [f"### {each.name}", "", f"*{each.severity}, scope: {each.scope}*", "", each.doc, ""]
    return "\n".join(lines).rstrip() + "\n"
