"""What a run of the gate found, and the forms in which it is told: text, JSON, SARIF, JUnit, GitHub."""

from __future__ import annotations

from translator.report._value import Coverage, Report
from translator.report.baseline import apply_baseline, apply_ratchet, identity, raised, to_baseline, to_ratchet
from translator.report.github import to_github
from translator.report.json import finding_to_json, to_json
from translator.report.junit import to_junit
from translator.report.sarif import to_sarif
from translator.report.text import text_lines, to_text, width

__all__ = [
    "Coverage",
    "Report",
    "apply_baseline",
    "apply_ratchet",
    "finding_to_json",
    "identity",
    "raised",
    "text_lines",
    "to_baseline",
    "to_github",
    "to_json",
    "to_junit",
    "to_ratchet",
    "to_sarif",
    "to_text",
    "width",
]
