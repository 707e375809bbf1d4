"""The JSON of `check --format json`, as the command line's contract says."""

from __future__ import annotations

import json
from typing import Any

from translator.findings import Finding
from translator.report._value import Report


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """One finding as a JSON object."""
    return {
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "locale": finding.locale,
        "context": finding.context,
        "source": finding.source,
        "target": finding.target,
        "span": list(finding.span) if finding.span else None,
        "fix": finding.fix,
        "documents": [{"path": each.path, "line": each.line} for each in finding.documents],
    }


def to_json(report: Report) -> str:
    """The report as one JSON object: findings, and coverage by locale."""
    return json.dumps(
        {
            "findings": [finding_to_json(each) for each in report.findings],
            "coverage": {locale: coverage.to_json() for locale, coverage in report.coverage.items()},
        },
        ensure_ascii=False,
        indent=2,
    )
