"""The baseline (findings accepted today) and the ratchet (coverage may not fall), as committed files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from translator.errors import Location, TranslatorError, shorten
from translator.findings import Finding
from translator.report._value import Coverage, Report

_Identity = tuple[str, str, str, str, str, str]
_FIELDS = ("check", "path", "locale", "context", "source", "target")


def identity(finding: Finding) -> _Identity:
    """What makes a finding the same when lines move: check, path, locale, key and target."""
    return (
        finding.check,
        finding.location.path,
        finding.locale,
        "" if finding.context is None else finding.context,
        finding.source,
        finding.target,
    )


def to_baseline(report: Report) -> str:
    """The findings of a report as the text of a baseline file: JSON, one finding a line, sorted."""
    counts = Counter(identity(each) for each in report.findings)
    lines = []
    for key in sorted(counts):
        told: dict[str, str | int] = {name: value for name, value in zip(_FIELDS, key, strict=True) if value}
        if counts[key] > 1:
            told["count"] = counts[key]
        lines.append("    " + json.dumps(told, ensure_ascii=False))
    return '{\n  "version": 1,\n  "accepted": [\n' + ",\n".join(lines) + "\n  ]\n}\n"


def apply_baseline(report: Report, text: str, *, path: str) -> tuple[Report, int]:
    """(the report without accepted findings, how many accepted ones are no longer found).

    Raises TranslatorError where the text is no baseline. Coverage stays what it is.
    """
    left = _accepted(text, path)
    kept = []
    for each in report.findings:
        key = identity(each)
        if left[key] > 0:
            left[key] -= 1
        else:
            kept.append(each)
    return replace(report, findings=tuple(kept)), sum(left.values())


def _accepted(text: str, path: str) -> Counter[_Identity]:
    read = _object(text, path)
    accepted = read.get("accepted")
    if read.get("version") != 1 or not isinstance(accepted, list):
        raise TranslatorError("this is no baseline of version 1; write it anew", Location(path))
    found: Counter[_Identity] = Counter()
    for each in accepted:
        if not isinstance(each, dict) or not isinstance(each.get("count", 1), int):
            raise TranslatorError(f"this is no accepted finding ({shorten(str(each))}); write it anew", Location(path))
        check, place, locale, context, source, target = (str(each.get(name, "")) for name in _FIELDS)
        found[check, place, locale, context, source, target] += int(each.get("count", 1))
    return found


def to_ratchet(coverage: Mapping[str, Coverage]) -> str:
    """The coverage by locale as the text of a ratchet file: JSON, percent floored to two places."""
    return json.dumps({locale: coverage[locale].percent for locale in sorted(coverage)}, indent=2) + "\n"


def apply_ratchet(report: Report, text: str, *, path: str) -> Report:
    """The report with a finding `coverage-fell` for each locale below what the file says.

    Raises TranslatorError where the text is no ratchet.
    """
    fallen = []
    for locale, percent in _object(text, path).items():
        if not isinstance(percent, int | float) or not 0 <= percent <= 100:
            message = f"the coverage of {locale} is no percentage ({shorten(str(percent))}); write the file anew"
            raise TranslatorError(message, Location(path))
        now = report.coverage.get(locale)
        if now is not None and now.hundredths < round(percent * 100):
            message = f"coverage of {locale} fell from {percent:.2f} % to {now.percent:.2f} %"
            fallen.append(Finding("coverage-fell", "error", message, Location(path), locale=locale))
    return replace(report, findings=(*report.findings, *fallen))


def raised(text: str, coverage: Mapping[str, Coverage], *, path: str) -> str:
    """The ratchet file with every locale that is better now than it says, and new locales."""
    before = _object(text, path) if text.strip() else {}
    best = {locale: max(_percent(before.get(locale)), each.percent) for locale, each in coverage.items()}
    return json.dumps(dict(sorted((before | best).items())), indent=2) + "\n"


def _object(text: str, path: str) -> dict[str, object]:
    try:
        read = json.loads(text)
    except json.JSONDecodeError as error:
        raise TranslatorError(
            f"this is no JSON ({error.msg}); write the file anew", Location(path, error.lineno, error.colno)
        ) from error
    if not isinstance(read, dict):
        raise TranslatorError("this is no JSON object; write the file anew", Location(path))
    return read


def _percent(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
