"""Findings as SARIF 2.1.0 (OASIS), columns in code points."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from translator import __version__
from translator.errors import Location
from translator.findings import Finding
from translator.report._value import Report

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(report: Report, *, documentation: Mapping[str, str], version: str = __version__) -> str:
    """The report as one SARIF log with one run.

    `documentation` maps check names to their full text; every check of a finding becomes a rule.
    """
    names = sorted({each.check for each in report.findings} | set(documentation))
    run = {
        "tool": {
            "driver": {
                "name": "translator",
                "semanticVersion": version,
                "rules": [_rule(name, documentation.get(name, "")) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, names.index(each.check)) for each in report.findings],
        "properties": {"coverage": {locale: each.to_json() for locale, each in report.coverage.items()}},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(name: str, text: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": name, "name": "".join(part.title() for part in name.split("-"))}
    if text:
        rule["shortDescription"] = {"text": text.partition("\n")[0]}
        rule["fullDescription"] = {"text": text}
    return rule


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.location)],
        "partialFingerprints": {"entry/v1": _fingerprint(finding)},
        "properties": {"locale": finding.locale, "source": finding.source, "target": finding.target},
    }
    if finding.source_span:
        result["properties"]["sourceSpan"] = list(finding.source_span)
    if finding.documents:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": "source"}, **_location(each)}
            for number, each in enumerate(finding.documents, 1)
        ]
    return result


def _location(place: Location) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path.replace("\\", "/"), safe="/:")}}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    return {"physicalLocation": physical}


def _fingerprint(finding: Finding) -> str:
    """What makes a finding the same when lines move: check, locale, key and target."""
    told = "\0".join((finding.check, finding.locale, finding.context or "", finding.source, finding.target))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
