"""Findings as JUnit XML: a suite per catalog, a case per check and place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translator.findings import Finding, reaches
from translator.report._value import Report

# XML 1.0 allows no other control characters, no surrogates and neither of the two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_junit(report: Report, *, fail_on: str = "error") -> str:
    """The report as JUnit XML; findings below `fail_on` are cases with output, not failures.

    A catalog without findings is a suite with one passing case.
    """
    by_path: dict[str, list[Finding]] = {}
    for each in report.findings:
        by_path.setdefault(each.location.path, []).append(each)
    suites = [_suite(path, found, fail_on) for path, found in by_path.items()]
    clean = [
        f'  <testsuite name={_attribute(f"{path} {locale}")} tests="1" failures="0" errors="0">\n'
        f'    <testcase classname={_attribute(path)} name="coverage {coverage.percent}"/>\n  </testsuite>'
        for path, locales in report.documents.items()
        for locale, coverage in locales.items()
        if coverage.covered == coverage.entries
    ]
    failures = sum(reaches(each.severity, fail_on) for each in report.findings)
    count = len(report.findings) + len(clean)
    head = f'<testsuites name="translator check" tests="{count}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, *clean, "</testsuites>"])


def _suite(path: str, findings: Iterable[Finding], fail_on: str) -> str:
    found = list(findings)
    failures = sum(reaches(each.severity, fail_on) for each in found)
    lines = [f'  <testsuite name={_attribute(path)} tests="{len(found)}" failures="{failures}" errors="0">']
    for each in found:
        name = f"{each.check} {each.location.line}:{each.location.column}"
        lines.append(f"    <testcase classname={_attribute(path)} name={_attribute(name)}>")
        element = "failure" if reaches(each.severity, fail_on) else "system-out"
        given = f" type={_attribute(each.check)} message={_attribute(each.message)}" if element == "failure" else ""
        body = _body(each)
        lines += [f"      <{element}{given}>{body}</{element}>", "    </testcase>"]
    return "\n".join([*lines, "  </testsuite>"])


def _body(finding: Finding) -> str:
    shown = [str(finding)]
    shown += [f"source: {finding.source}"] if finding.source else []
    shown += [f"target: {finding.target}"] if finding.target else []
    from xml.sax.saxutils import escape  # it loads a network client: only who asks for XML waits for it

    return escape(_clean("\n".join(shown)))


def _attribute(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_clean(text), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
