"""fix: the safe corrections of findings, applied to a catalog.

A fix corrects the form of a target and never its meaning; the checks say which.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from translator.catalog import Catalog, Key
from translator.checks import CatalogInput, CheckSettings
from translator.findings import Finding
from translator.steps.check import check_catalog

_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Fixed:
    """A catalog after its fixes, and the findings that were fixed, in order."""

    catalog: Catalog
    findings: tuple[Finding, ...]


def fix(given: CatalogInput, settings: CheckSettings) -> Fixed:
    """The catalog of an input with every safe fix; the same object where there is none.

    Fixes are whole targets, so that one is applied to an entry at a time and the entry is judged
    again, until nothing is left to fix.
    """
    done: list[Finding] = []
    catalog = given.catalog
    if catalog is None:
        return Fixed(Catalog(), ())
    for _ in range(_ROUNDS):
        found = check_catalog(replace(given, catalog=catalog, copy=None), settings).findings
        applied, catalog = apply_fixes(catalog, found)
        if not applied:
            break
        done += applied
    return Fixed(catalog, tuple(done))


def apply_fixes(catalog: Catalog, findings: Iterable[Finding]) -> tuple[list[Finding], Catalog]:
    """(the findings that were applied, the catalog after them): at most one for each entry's target."""
    wanted: dict[tuple[Key, str], Finding] = {}
    for each in findings:
        if each.fix is not None and each.fix != each.target:
            wanted.setdefault(((each.context, each.source), each.target), each)
    if not wanted:
        return [], catalog
    entries = list(catalog.entries)
    applied: list[Finding] = []
    for index, entry in enumerate(entries):
        if entry.is_obsolete:
            continue
        targets = []
        for target in entry.targets:
            finding = wanted.pop((entry.key, target), None)
            targets.append(target if finding is None or finding.fix is None else finding.fix)
            applied += [finding] if finding else []
        if tuple(targets) != entry.targets:
            entries[index] = replace(entry, targets=tuple(targets))
    return applied, replace(catalog, entries=tuple(entries))


def diff(before: str, after: str, *, path: str) -> str:
    """The change of a catalog's text as a unified diff."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}", n=2
    )
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)
