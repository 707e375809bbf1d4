"""`translator check`: the gate."""

from __future__ import annotations

from pathlib import Path

import click

from translator.checks import all_checks
from translator.commands._door import chosen_locales, open_project
from translator.commands._gate import judge_files, judge_project, settings_of
from translator.commands._pipeline import Shelf, read_documents
from translator.findings import SEVERITIES, reaches
from translator.report import Report, to_github, to_json, to_junit, to_sarif, to_text

FORMATS = ("text", "json", "sarif", "junit", "github")


@click.command("check")
@click.argument("files", metavar="[FILE.po...]", nargs=-1)
@click.option("-l", "--locale", "wanted", metavar="TAG", multiple=True, help="A locale (default: all).")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How findings are told.")
@click.option("--min-coverage", type=click.FloatRange(0, 100), metavar="N", help="Percent that each locale must reach.")
@click.option("--fail-on", type=click.Choice((*SEVERITIES, "never")), default="error", help="What exits with 1.")
@click.pass_context
def command(ctx: click.Context, /, files: tuple[str, ...], wanted: tuple[str, ...], form: str, **limits: object) -> int:
    """Find what must not be published.

    Without FILE.po the catalogs of the project are checked against its documents as they are now.
    With FILE.po the catalogs are checked alone.
    """
    percent = limits["min_coverage"]
    minimum = float(percent) if isinstance(percent, int | float) else None
    root = Path()
    if files:
        report = judge_files(files, settings_of(None, minimum))
    else:
        project = open_project(ctx)
        root = project.root
        settings = settings_of(project, minimum)
        report = judge_project(
            Shelf(project), read_documents(project, project.chosen(())), chosen_locales(project, wanted), settings
        )
    click.echo(told(report, form, root))
    return int(any(reaches(finding.severity, str(limits["fail_on"])) for finding in report.findings))


def told(report: Report, form: str, root: Path) -> str:
    """The report in one of the forms; `root` is the folder that its paths are relative to."""
    if form == "json":
        return to_json(report)
    if form == "sarif":
        return to_sarif(report, documentation={each.name: each.doc for each in all_checks()})
    if form == "junit":
        return to_junit(report)
    if form == "github":
        return to_github(report)
    lines = _Lines(root)
    return to_text(report, read_line=lines)


class _Lines:
    """Lines of files, each file read once; None for a line that cannot be shown."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.known: dict[str, list[str]] = {}

    def __call__(self, path: str, number: int) -> str | None:
        if path not in self.known:
            try:
                text = (self.root / path).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                text = ""
            self.known[path] = text.splitlines()
        lines = self.known[path]
        return lines[number - 1] if 0 < number <= len(lines) else None
