"""Findings as text: one line each, the line of the catalog, and a caret in display cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from translator.errors import visible
from translator.findings import SEVERITIES, Finding
from translator.notes import ignoring
from translator.report._value import Report

ReadLine = Callable[[str, int], "str | None"]
"""(path, line from 1) → that line without its end, or None where it cannot be shown."""
_TAB = 4
_LONGEST = 110
_PLACES = 8
_QUOTED = 16
"""So much of a source at the beginning of a quotation tells that the whole is meant."""
# Counts, and quotations and paths in brackets: what was seen, as against what is wrong.
_SEEN = re.compile(r"\d+ \w+|\((?:“[^”]*”(?: and \d+ more)?|[^()\s]+/[^()]*)\)")


def width(text: str) -> int:
    """The display cells of a text: full-width characters take two, combining ones none.

    >>> width("細胞cell"), width("が"), width("か\\u3099")
    (8, 2, 2)
    """
    return len(text) if text.isascii() and text.isprintable() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if character == "\t":
        return _TAB
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def to_text(
    report: Report, *, read_line: ReadLine | None = None, is_short: bool = False, says_how: bool = False
) -> str:
    """Findings one after another, then coverage by locale and a line of totals.

    `read_line` gives the lines to show under findings; without it, or with `is_short`, only the
    first line of each finding is written. Findings on whole files that differ in what was seen
    alone are told once, the other places below. `says_how` adds the comment that accepts each.
    """
    return "\n".join(text_lines(report, read_line=read_line, is_short=is_short, says_how=says_how))


def text_lines(
    report: Report, *, read_line: ReadLine | None = None, is_short: bool = False, says_how: bool = False
) -> Iterator[str]:
    """The lines of `to_text` one by one: of many findings the whole text would be large."""
    for finding, *others in _alike(report.findings):
        yield str(finding)
        if not is_short:
            yield from _shown(finding, read_line)
            if says_how and read_line:
                yield from _accepting(finding)
        if others:
            yield f"    also {_places(others)}"
    for locale, coverage in report.coverage.items():
        yield (
            f"{locale}: {coverage.percent:.2f} % covered ({coverage.covered} of {coverage.entries} entries; "
            f"{coverage.fuzzy} fuzzy, {coverage.untranslated} untranslated, {coverage.faulty} faulty)"
            f"{_errors(report, locale)}"
        )
    if len(report.findings) >= _MANY:
        yield from _summary(report.findings)
    yield _totals(report)


_MANY = 8
"""So many findings are more than one looks through: what they are is told at the end, where a terminal stops."""
_GAPS = ("changed-meaning", "fuzzy", "untranslated", "missing-catalog", "stale-catalog")
"""Errors that say that something is to be done yet, not that it is wrong."""


def _summary(findings: Iterable[Finding]) -> Iterator[str]:
    """How many findings of each check there are, what is wrong before what is missing; of the first where they are."""
    by_check: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        by_check.setdefault((each.severity, each.check), []).append(each)
    for severity in SEVERITIES:
        groups = [(check, found) for (level, check), found in by_check.items() if level == severity]
        groups.sort(key=lambda group: (group[0] in _GAPS, -len(group[1]), group[0]))
        if groups:
            yield f"{severity}: " + ", ".join(_counted(check, found) for check, found in groups)


def _counted(check: str, found: list[Finding]) -> str:
    """`2 number-mismatch (a.po:12, b.po:3)`; where much is to be done yet, the number is enough."""
    shown = [f"{visible(each.location.path)}:{each.location.line}" for each in found[:_SHOWN] if each.location.line]
    is_fault = check not in _GAPS and found[0].severity == "error" and shown
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"{len(found)} {check}" + (f" ({', '.join(shown)}{more})" if is_fault else "")


_SHOWN = 3


def _alike(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """The findings in their order; those of whole files that say the same stand in one list."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        key: object = number
        if not finding.location.line and not finding.source:
            said = _SEEN.sub("", finding.message)
            if finding.locale:
                said = re.sub(rf"\b{re.escape(finding.locale)}\b", "", said)
            key = (finding.check, finding.severity, said)
        groups.setdefault(key, []).append(finding)
    return groups.values()


def _places(findings: list[Finding]) -> str:
    shown = ", ".join(visible(each.location.path) for each in findings[:_PLACES])
    more = len(findings) - _PLACES
    return f"{shown} and {more} more" if more > 0 else shown


def _errors(report: Report, locale: str) -> str:
    """How many errors a locale has: full coverage does not say that its copy may be published."""
    number = sum(each.severity == "error" and each.locale == locale for each in report.findings)
    return f", {number} error{'s' if number > 1 else ''}" if number else ""


def _totals(report: Report) -> str:
    counts = {severity: sum(each.severity == severity for each in report.findings) for severity in SEVERITIES}
    if not any(counts.values()):
        return "no findings"
    return ", ".join(
        f"{count} {severity}{'s' if count != 1 and severity != 'info' else ''}"
        for severity, count in counts.items()
        if count
    )


def _shown(finding: Finding, read_line: ReadLine | None) -> list[str]:
    lines: list[str] = []
    place = finding.location
    line = read_line(place.path, place.line) if read_line and place.line else None
    # A gap is told by its source already.
    if read_line and place.line and finding.source and f"“{finding.source[:_QUOTED]}" not in finding.message:
        lines += _of_source(finding.source, finding.source_span)
    if line is not None:
        # What is missing has no place in the translation.
        is_placed = finding.span is not None or not finding.source
        lines += _caret(line, place.column or 1, _underlined(finding))[: 2 if is_placed else 1]
    if finding.documents:
        more = f" and {len(finding.documents) - 3} more" if len(finding.documents) > 3 else ""
        lines.append("    in " + ", ".join(f"{each.path}:{each.line}" for each in finding.documents[:3]) + more)
    if finding.fix is not None:
        lines.append(f"    fix: {visible(finding.fix)}")
    return lines


def _accepting(finding: Finding) -> Iterator[str]:
    """The comment that accepts a finding on a translation, where people may accept it."""
    is_of_translation = finding.target and finding.source and finding.fix is None
    if is_of_translation and finding.severity != "info" and finding.check not in _NOT_ACCEPTED:
        comment = ignoring(finding.check, finding.message, finding.target, reason="your reason")
        yield f"    if it is right: # {comment}"


_NOT_ACCEPTED = frozenset(["fuzzy", "changed-meaning", "unused-suppression", "untranslated"])
"""What nobody accepts in a comment: it is to be done."""


def _underlined(finding: Finding) -> str:
    return finding.target[slice(*finding.span)] if finding.span else ""


@lru_cache(maxsize=256)
def _of_source(source: str, span: tuple[int, int] | None) -> tuple[str, ...]:
    """The source of an entry, and carets under what of it a finding is about."""
    start, end = span or (0, 0)
    line, marks = caret(source, start + 1, source[start:end])
    told = (f"    source: {line[4:]}", " " * len("source: ") + marks)
    return told[: 2 if span else 1]


@lru_cache(maxsize=256)
def _caret(line: str, column: int, underlined: str) -> tuple[str, ...]:
    # Gaps all look the same.
    return tuple(caret(line, column, underlined))


def caret(line: str, column: int, underlined: str = "") -> list[str]:
    """A line and, under it, carets from a column (from 1, code points) on; long lines are cut.

    Control characters are shown, and the carets stand below what is shown for them.

    >>> caret('msgstr "細胞数"', 9, "細胞")
    ['    msgstr "細胞数"', '            ^^^^']
    """
    at = column - 1
    until = at + len(underlined) if underlined and line.startswith(underlined, at) else at + 1
    before = _plain(line[max(0, at - _LONGEST) : at])
    marked = _plain(line[at : min(until, at + _LONGEST)])
    after = _plain(line[until : until + _LONGEST])
    is_long = at > _LONGEST or width(before + marked + after) > _LONGEST
    if is_long and width(before) > _LONGEST // 2:
        before = "…" + _within(before[::-1], _LONGEST // 4)[::-1]
    shown = before + marked + after
    if width(shown) > _LONGEST or until + _LONGEST < len(line):
        shown = _within(shown, _LONGEST - 1) + "…"
    marks = max(1, min(width(marked), _LONGEST - width(before)))
    return [f"    {shown}", "    " + " " * width(before) + "^" * marks]


def _plain(text: str) -> str:
    return visible(text).replace("\t", " " * _TAB)


def _within(text: str, cells: int) -> str:
    """As much of the beginning of a text as fits into a number of cells."""
    for at, character in enumerate(text):
        cells -= _cells(character)
        if cells < 0:
            return text[:at]
    return text
