"""What people may decide about checks: the `[checks]` table of the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Literal

from translator.errors import Location, TranslatorError, meant, shorten
from translator.findings import SEVERITIES, Severity

Level = Literal["error", "warning", "info", "off"]
LEVELS: tuple[str, ...] = (*SEVERITIES, "off")
FAIL_ON: tuple[str, ...] = (*SEVERITIES, "never")
FEW = 9


@dataclass(frozen=True, slots=True)
class Rule:
    """Levels for some checks, in some documents and locales only; empty means in all of them.

    `documents` are glob patterns over document paths; a folder's pattern ends in `/*`.
    """

    levels: Mapping[str, Level]
    documents: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()

    def covers(self, document: str, locale: str) -> bool:
        """Whether the rule speaks of a document in a locale."""
        return _fits(self.documents, self.locales, document, locale)


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings of one check that are accepted, with the reason; reported when it matches none."""

    check: str
    reason: str
    documents: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    source: str = ""

    def covers(self, check: str, document: str, locale: str, source: str) -> bool:
        """Whether it accepts a finding of this check for this source."""
        if self.check != check or (self.source and self.source != source):
            return False
        return _fits(self.documents, self.locales, document, locale)


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Levels by check name, rules that narrow them, suppressions, allowed terms, thresholds.

    Coverage is counted in hundredths of a percent (100 % is 10000). `path` is the settings file.
    """

    levels: Mapping[str, Level] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    allow: tuple[str, ...] = ()
    min_coverage: int = 10000
    min_coverage_by_locale: Mapping[str, int] = field(default_factory=dict)
    path: str = "translator.toml"
    fail_on: str = "error"

    def level(self, name: str, severity: Severity, document: str, locale: str) -> Level:
        """The level of a check for a document in a locale; the last rule that speaks of it wins."""
        found: Level = self.levels.get(name, severity)
        for rule in self.rules:
            if name in rule.levels and rule.covers(document, locale):
                found = rule.levels[name]
        return found

    def threshold(self, locale: str) -> int:
        """The coverage that a locale needs, in hundredths of a percent."""
        return self.min_coverage_by_locale.get(locale, self.min_coverage)


def _fits(documents: tuple[str, ...], locales: tuple[str, ...], document: str, locale: str) -> bool:
    if locales and locale not in locales:
        return False
    return not documents or any(fnmatchcase(document, each) for each in documents)


KEYS = {
    "min-coverage": "percent that each locale must reach, a number or a table by locale (default 100)",
    "fail-on": "what fails a check and holds a locale back in a build: error, warning, info, or never, which a build takes for error (default error)",
    "allow": "names and terms that may stay untranslated, without regard to case (default none)",
    "levels": "table: check name → error, warning, info or off (default: as the check's page says)",
    "only": "array of tables with documents, locales and levels: other levels there",
    "ignore": "array of tables with check, reason, and optionally documents, locales, source (the whole text): accepted findings",
}
"""The keys of `[checks]` and what they do."""


Place = Callable[[str, object], Location]
"""(key or name, its value) → where the settings file says so."""


def read_settings(
    table: Mapping[str, Any], names: tuple[str, ...], path: str = "translator.toml", *, at: Place | None = None
) -> CheckSettings:
    """The `[checks]` table as CheckSettings; `names` are the checks that exist.

    Keys: see `KEYS`. `at` finds the lines of the file. Raises TranslatorError for an unknown key,
    check or level, or a suppression without a reason.
    """
    place = at or (lambda word, value: Location(path))
    for key, value in table.items():
        if key in names:
            seen = f' = "{value}"' if isinstance(value, str) else ""
            raise TranslatorError(f"checks.{key} is a check; write {key}{seen} under [checks.levels]", place(key, ""))
        _known(key, tuple(KEYS), "checks.", place)
    minimum = table.get("min-coverage", 100)
    by_locale = minimum if isinstance(minimum, Mapping) else {}
    return CheckSettings(
        levels=_levels(table.get("levels", {}), names, place),
        rules=tuple(_rule(each, names, place) for each in _tables(table, "only", place)),
        suppressions=tuple(_suppression(each, names, place) for each in _tables(table, "ignore", place)),
        allow=_texts(table, "allow", place),
        min_coverage=10000 if by_locale else hundredths(minimum, place),
        min_coverage_by_locale={tag: hundredths(value, place) for tag, value in by_locale.items()},
        path=path,
        fail_on=_fail_on(table, place),
    )


def _fail_on(table: Mapping[str, Any], place: Place) -> str:
    """The severity from which findings count as failures."""
    value = table.get("fail-on", "error")
    if value not in FAIL_ON:
        raise TranslatorError(f"fail-on is unknown ({_seen(value)}); use {', '.join(FAIL_ON)}", place("fail-on", value))
    return str(value)


def hundredths(percent: object, place: Place | None = None) -> int:
    """A percentage from 0 to 100 in hundredths, without rounding errors.

    >>> hundredths(99.99), hundredths(100)
    (9999, 10000)
    """
    if not isinstance(percent, int | float) or isinstance(percent, bool) or not 0 <= percent <= 100:
        where = place("min-coverage", percent) if place else None
        raise TranslatorError(f"min-coverage is no percentage ({_seen(percent)}); give a number from 0 to 100", where)
    return round(percent * 100)


def _suppression(table: Mapping[str, Any], names: tuple[str, ...], place: Place) -> Suppression:
    for key in table:
        _known(key, ("check", "reason", "documents", "locales", "source"), "checks.ignore.", place)
    name, reason = str(table.get("check", "")), str(table.get("reason", "")).strip()
    _known(name, names, "check ", place)
    if not reason:
        raise TranslatorError(f'an ignore of {name} has no reason; add reason = "…"', place("check", name))
    documents, locales = _texts(table, "documents", place), _texts(table, "locales", place)
    return Suppression(name, reason, documents, locales, str(table.get("source", "")))


def _rule(table: Mapping[str, Any], names: tuple[str, ...], place: Place) -> Rule:
    for key in table:
        _known(key, ("documents", "locales", "levels"), "checks.only.", place)
    if not table.get("levels"):
        raise TranslatorError('a [[checks.only]] has no levels; add levels = { check = "warning" }', place("only", ""))
    levels = _levels(table["levels"], names, place)
    return Rule(levels, _texts(table, "documents", place), _texts(table, "locales", place))


def _tables(table: Mapping[str, Any], key: str, place: Place) -> tuple[Mapping[str, Any], ...]:
    value = table.get(key, ())
    if not isinstance(value, list | tuple) or not all(isinstance(each, Mapping) for each in value):
        raise TranslatorError(f"checks.{key} is no list of tables; write [[checks.{key}]]", place(key, ""))
    return tuple(value)


def _levels(table: Mapping[str, Any], names: tuple[str, ...], place: Place) -> Mapping[str, Level]:
    if not isinstance(table, Mapping):
        raise TranslatorError(
            f"checks.levels is no table ({_seen(table)}); write check = level below it", place("levels", table)
        )
    for name, level in table.items():
        _known(name, names, "check ", place)
        if level not in LEVELS:
            message = f"{name} has an unknown level ({_seen(level)}); use {', '.join(LEVELS)}"
            raise TranslatorError(message, place(name, level))
    return dict(table)


def _texts(table: Mapping[str, Any], key: str, place: Place) -> tuple[str, ...]:
    value = table.get(key, ())
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        raise TranslatorError(f'{key} is no list of texts ({_seen(value)}); write ["…"]', place(key, ""))
    return tuple(value)


def _seen(value: object) -> str:
    return f"“{shorten(value)}”" if isinstance(value, str) else str(value)


def _known(name: str, names: tuple[str, ...], kind: str, place: Place) -> None:
    if name in names:
        return
    near = meant(name, names)
    known = f"known are {', '.join(names)}" if len(names) < FEW else "`translator explain` lists all"
    hint = f"did you mean {' or '.join(f'“{each}”' for each in near)}?" if near else known
    raise TranslatorError(f"{kind}{name} is unknown; {hint}", place(name, ""))
