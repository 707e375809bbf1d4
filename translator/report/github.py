"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from translator.findings import Finding
from translator.report._value import Report

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def to_github(report: Report) -> str:
    """One workflow command a line: `::error file=…,line=…,col=…,title=…::message`."""
    return "\n".join(_command(each) for each in report.findings)


def _command(finding: Finding) -> str:
    place = finding.location
    values = {"file": place.path}
    if place.line:
        values |= {"line": str(place.line), "col": str(place.column or 1)}
    values["title"] = finding.check
    told = ",".join(f"{key}={_property(value)}" for key, value in values.items())
    return f"::{_LEVELS[finding.severity]} {told}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    if not finding.documents:
        return finding.message
    return f"{finding.message} (source: {finding.documents[0].path}:{finding.documents[0].line})"


def _data(text: str) -> str:
    """Text after the last `::`: percent signs and line ends are escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value: also the characters that part properties."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
