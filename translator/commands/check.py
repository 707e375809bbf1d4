"""`translator check`: the gate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import click

from translator import po, store
from translator.checks import CatalogInput, CheckSettings, all_checks
from translator.collector import at_rest
from translator.commands._door import Percent, chosen_locales, jobs_of, open_project
from translator.commands._gate import Gate, input_alone, inputs_of, judge_files, settings_of
from translator.commands._judging import judged_project
from translator.commands._pipeline import Shelf, read_documents
from translator.commands._run import run_of
from translator.commands._voice import count, refuse_both, say
from translator.config import LocaleSettings
from translator.errors import Location, TranslatorError
from translator.findings import SEVERITIES, Finding, reaches
from translator.report import Report, text_lines, to_github, to_json, to_junit, to_sarif
from translator.report.baseline import apply_baseline, apply_ratchet, raised, to_baseline
from translator.steps.fix import diff, fix

FORMATS = ("text", "json", "sarif", "junit", "github")


@click.command("check")
@click.argument("files", metavar="[FILE.po...]", nargs=-1)
@click.option("-l", "--locale", "wanted", metavar="TAG", multiple=True, help="A locale (default: all).")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How findings are told.")
@click.option("--min-coverage", type=Percent(), metavar="N", help="Percent that each locale must reach.")
@click.option(
    "--fail-on", type=click.Choice((*SEVERITIES, "never")), help="What exits with 1 (default: the settings', error)."
)
@click.option("--fix", "fixes", is_flag=True, help="Write the safe fixes; the rest is told.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the difference, write nothing.")
@click.option("--baseline", metavar="F.json", help="Accept the findings in this file.")
@click.option("--write-baseline", metavar="F.json", help="Write today's findings to this file.")
@click.option("--ratchet", metavar="F.json", help="Coverage may not fall below this file; it is raised where it rose.")
@click.pass_context
def command(ctx: click.Context, /, files: tuple[str, ...], wanted: tuple[str, ...], form: str, **flags: Any) -> int:
    """Find what must not be published.

    Without FILE.po the catalogs of the project are checked against its documents as they are now.
    With FILE.po the catalogs are checked alone. `translator explain CHECK` says what a check is for.
    """
    if flags["dry_run"] and not flags["fixes"]:
        raise click.UsageError("--dry-run goes with --fix")
    refuse_both(files, wanted)
    project = None if files else open_project(ctx)
    settings = settings_of(project, flags["min_coverage"])
    shelf = Shelf(project) if project else None
    locales = chosen_locales(project, wanted) if project else ()
    if flags["fixes"]:
        inputs = _inputs(shelf, locales) if shelf else map(input_alone, files)
        if not _fix(ctx, inputs, settings, shelf, is_dry=flags["dry_run"]):
            say(ctx, "no finding has a safe fix; nothing to write")
        if flags["dry_run"]:
            return 0
    if project:
        report, _ = judged_project(run_of(ctx, project, locales), project.chosen(()), settings)
    else:
        report = judge_files(files, Gate(settings, jobs_of(ctx)))
    if shelf and shelf.findings:
        report = replace(report, findings=(*shelf.findings, *report.findings))
    report = _accepted(ctx, report, flags, settings)
    fail_on = flags["fail_on"] or settings.fail_on
    tell_report(report, form, root=project.root if project else Path(), fail_on=fail_on)
    return int(any(reaches(finding.severity, fail_on) for finding in report.findings))


def _inputs(shelf: Shelf, locales: Sequence[LocaleSettings]) -> Iterator[CatalogInput]:
    """What the gate is given, document by document."""
    for name in shelf.project.chosen(()):
        read = read_documents(shelf.project, (name,), 1)
        if name in read.documents:
            yield from inputs_of(shelf, name, read, locales, is_rendered=False)


def _fix(
    ctx: click.Context, inputs: Iterable[CatalogInput], settings: CheckSettings, shelf: Shelf | None, *, is_dry: bool
) -> bool:
    """Writes the safe fixes, or shows them; whether there were any."""
    has_fixed = False
    for given in inputs:
        done = fix(given, settings)
        if not done.findings:
            continue
        has_fixed = True
        path = shelf.project.root / given.path if shelf else Path(given.path)
        before = (shelf and shelf.get(path)) or po.read(store.read(path, given.path), given.path)
        if before.catalog != given.catalog:
            raise TranslatorError("the file was changed while this ran; run again", Location(given.path))
        old, new = po.write(before.catalog, before), po.write(done.catalog, before)
        if is_dry:
            click.echo(diff(old.decode(before.encoding), new.decode(before.encoding), path=given.path), nl=False)
            continue
        if shelf:
            shelf.put(path, new, before)
        else:
            store.write(path, new, expected=old, shown=given.path)
        say(ctx, f"{given.path}: {count(len(done.findings), 'fix', 'fixes')}")
    return has_fixed


def _accepted(ctx: click.Context, report: Report, flags: Mapping[str, Any], settings: CheckSettings) -> Report:
    """The report after the baseline and the ratchet; writes the files that are to be written."""
    if flags["write_baseline"]:
        store.write(Path(flags["write_baseline"]), to_baseline(report).encode())
        say(ctx, f"{flags['write_baseline']}: {count(len(report.findings), 'finding')} accepted")
    if flags["baseline"]:
        name = flags["baseline"]
        report, gone = apply_baseline(report, _text(store.read(Path(name), name), name), path=name)
        if gone:
            say(ctx, f"{name}: {count(gone, 'accepted finding')} no longer found; write it anew")
    if flags["ratchet"]:
        name = flags["ratchet"]
        known = store.read_if_there(Path(name), name)
        text = _text(known or b"", name)
        coverage = report.coverage
        if text.strip():
            report = _with_levels(apply_ratchet(report, text, path=name), settings)
        if store.write(Path(name), raised(text, coverage, path=name).encode(), expected=known):
            say(ctx, f"{name}: {'made' if known is None else 'raised'}; coverage may not fall below it")
    return report


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranslatorError(f"byte {error.start} is not UTF-8; write the file anew", Location(name)) from error


def _with_levels(report: Report, settings: CheckSettings) -> Report:
    """The report with what the ratchet told at the level that the settings give it."""
    told: list[Finding] = []
    for each in report.findings:
        is_ratchet = each.check == "coverage-fell"
        level = settings.level(each.check, each.severity, "", each.locale) if is_ratchet else each.severity
        if level != "off":
            told.append(replace(each, severity=level))
    return replace(report, findings=tuple(told))


def tell_report(report: Report, form: str, *, root: Path, fail_on: str = "error") -> None:
    """The report to stdout in one of the forms; `root` is the folder that its paths are relative to."""
    if form == "text":
        lines = text_lines(
            report, read_line=_Lines(root), says_how=click.get_current_context().find_root().obj["verbosity"] > 0
        )
        with at_rest():
            while some := list(islice(lines, _AT_ONCE)):
                click.echo("\n".join(some))
    elif form == "sarif":
        click.echo(to_sarif(report, documentation={each.name: each.doc for each in all_checks()}))
    elif form == "junit":
        click.echo(to_junit(report, fail_on=fail_on))
    else:
        click.echo(to_json(report) if form == "json" else to_github(report))


# So many lines of a text are written together.
_AT_ONCE = 4096


class _Lines:
    """Lines of files, the latest file kept; None for a line that cannot be shown."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.path = ""
        self.lines: list[str] = []

    def __call__(self, path: str, number: int) -> str | None:
        # Findings come in the order of their places: each file is read once.
        if path != self.path:
            try:
                text = (self.root / path).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                text = ""
            # Not `splitlines`: a form feed or U+2028 in a text ends no line of a file.
            self.path, self.lines = path, re.split(r"\r\n|\r|\n", text) if "\r" in text else text.split("\n")
        return self.lines[number - 1] if 0 < number <= len(self.lines) else None
