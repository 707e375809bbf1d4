"""What a check is, and what it is given: one file in this folder adds one.

A check is a generator `(subject, context) -> Iterator[Fault]` under `@check(...)`. Its docstring is
its documentation. The step `translator.steps.check` runs the checks and counts the coverage.
"""

from __future__ import annotations

from functools import cache

from translator import registry
from translator.checks._run import Accepted, CatalogInput, CatalogRun, Locate, suppressions
from translator.checks._settings import KEYS, CheckSettings, Rule, Suppression, hundredths, read_settings
from translator.checks._subject import CatalogSubject, DocumentSubject, Pair, ProjectSubject, Variant
from translator.checks._value import Check, Context, Fault, check

__all__ = [
    "KEYS",
    "Accepted",
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
    "deciding_checks",
    "hundredths",
    "read_settings",
    "suppressions",
]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check known, by name."""
    return tuple(sorted(registry.values("translator.checks", Check), key=lambda each: each.name))


@cache
def deciding_checks() -> tuple[Check, ...]:
    """The checks of entries that decide coverage, by name; the modules of others are not loaded."""
    found = registry.values("translator.checks", Check, saying=("coverage",))
    deciding = (each for each in found if (each.scope, each.family) == ("entry", "coverage"))
    return tuple(sorted(deciding, key=lambda each: each.name))


def checks_page() -> str:
    """The page `docs/checks.md`: settings, suppressions, and every check with its documentation."""
    lines = [_INTRODUCTION.rstrip(), ""]
    lines += ["| key | meaning |", "|---|---|"]
    lines += [f"| `{key}` | {meaning} |" for key, meaning in KEYS.items()]
    lines += ["", _SUPPRESSIONS.strip(), ""]
    titles = {"coverage": "Coverage", "fidelity": "Fidelity", "form": "Form"}
    lines += ["## All at a glance", ""]
    for family, title in titles.items():
        lines += [f"{title}:", ""]
        lines += [f"* [`{each.name}`](#{each.name}): {each.title}" for each in all_checks() if each.family == family]
        lines.append("")
    for family, title in titles.items():
        lines += [f"## {title}", ""]
        for each in all_checks():
            if each.family == family:
                lines += [f"### {each.name}", "", f"*{each.severity}, scope: {each.scope}*", "", each.doc, ""]
    return "\n".join(lines).rstrip() + "\n"


_INTRODUCTION = """\
# Checks

Generated from the checks themselves: `translator explain NAME` prints the same.

An entry is *covered* when it is filled, not fuzzy, and no check of the family “coverage” finds an
error in it. The checks of the family “fidelity” compare what source and translation say, those of the
family “form” how it is written.

## Settings

Under `[checks]` in `translator.toml`:
"""
_SUPPRESSIONS = """
```toml
[checks]
allow = ["SLEDAI", "トヨタ"]

[checks.levels]
end-punctuation = "off"
negation-mismatch = "error"

[[checks.only]]
documents = ["drafts/*"]
locales = ["en"]
levels = { truncated = "warning" }

[[checks.ignore]]
check = "residue"
documents = ["names.txt"]
reason = "the names stay in Japanese"
```

The last of the `[[checks.only]]` tables that speaks of a check wins. One finding of one entry is
accepted with a translator comment in the catalog, which every gettext tool keeps:

```po
# translator: ignore number-mismatch (number 三百 → hundreds): spelled out on purpose
msgid "約三百例"
msgstr "some hundreds of cases"
```

In brackets stands the message that is accepted, or words of it (words of the translation in “”): `check` writes the whole
comment below each finding. What the check finds there later, it tells. Without them a comment accepts whatever the check finds
in the entry, and is told where that is an error (`unbound-suppression`).

Both need a reason, and are reported when they accept nothing any more. An entry whose findings are
accepted counts as covered.
"""
