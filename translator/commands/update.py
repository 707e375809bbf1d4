"""`translator update`: templates to catalogs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from translator import po, store
from translator.catalog import Catalog
from translator.commands._answers import Answer
from translator.commands._door import chosen_locales, open_project, say, show
from translator.commands._gate import locale_of
from translator.commands._offers import AskedError, index_of
from translator.commands._pipeline import (
    Read,
    Shelf,
    UpdatedFile,
    read_documents,
    refuse_broken,
    summary,
    updated_catalog,
)
from translator.commands._run import Run, counted, run_of, tasks_with_offers
from translator.commands._work import Task, asked_in, others_of
from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.findings import Finding
from translator.project import Project
from translator.steps.update import ACCEPTABLE, UpdateOptions, update


@click.command("update")
@click.argument("paths", nargs=-1)
@click.option("-l", "--locale", "wanted", metavar="TAG", multiple=True, help="A locale (default: all).")
@click.option("--dry-run", is_flag=True, help="Say what would change, write nothing.")
@click.option("--template", metavar="T.pot", help="Work on this template alone, without a project.")
@click.option("--catalog", metavar="C.po", help="The catalog to bring up to --template.")
@click.option("--out", metavar="F", help="Write the catalog there instead.")
@click.option("--no-fuzzy", is_flag=True, help="Look for no near matches.")
@click.option(
    "--accept",
    metavar="KINDS",
    default="",
    help=f"Confirm fuzzy entries whose source changed only so: {','.join(ACCEPTABLE)}.",
)
@click.pass_context
def command(
    ctx: click.Context, /, paths: tuple[str, ...], wanted: tuple[str, ...], dry_run: bool, **alone: object
) -> int:
    """Bring catalogs up to their templates; missing ones are made.

    No translation is dropped: what lost its source stays in the catalog as obsolete and is used
    again when the source comes back.
    """
    options = _options(bool(alone["no_fuzzy"]), str(alone["accept"]))
    if alone["template"] or alone["catalog"]:
        named = tuple(str(alone[each] or "") for each in ("template", "catalog", "out"))
        return _alone(ctx, named, dry_run, options)
    if alone["out"]:
        raise click.UsageError("--out goes with --template and --catalog")
    project = open_project(ctx)
    run = run_of(ctx, project, chosen_locales(project, wanted))
    code = 0
    findings: list[Finding] = []
    for done in _updated(run, project.chosen(paths), options, is_dry=dry_run):
        for error in done.errors:
            click.echo(error, err=True)
            code = 1
        for line in done.answer.lines:
            say(ctx, line)
        findings += done.answer.unread
    return max(code, show(findings))


@dataclass(frozen=True, slots=True)
class _Done:
    answer: Answer
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Updater:
    """Brings the catalogs of one document up to its template; a broken one is an error beside the others."""

    project: Project
    locales: tuple[LocaleSettings, ...]
    options: UpdateOptions
    catalogs: Mapping[str, int]
    is_dry: bool

    def __call__(self, task: Task) -> _Done:
        read = read_documents(self.project, (task.name,))
        if task.name not in read.documents:
            return _Done(Answer(task.name, unread=tuple(read.findings), is_read=False))
        shelf = Shelf(self.project)
        updates: list[UpdatedFile] = []
        errors: list[str] = []
        try:
            for locale in self.locales:
                try:
                    updates.append(self._updated(shelf, task, locale, read))
                except TranslatorError as error:
                    errors.append(str(error))
        except AskedError:
            return _Done(Answer(task.name, asked=asked_in(shelf, task.name, self.locales), is_deferred=True))
        lines = [line for each in updates for line in self._written(each)]
        index = {
            locale.tag: index_of(each.updated.catalog)
            for locale in self.locales
            for each in updates
            if each.path == self.project.catalog_path(task.name, locale)
        }
        answer = Answer(task.name, unread=tuple(read.findings), lines=tuple(lines), index=index)
        return _Done(answer, tuple(errors))

    def _updated(self, shelf: Shelf, task: Task, locale: LocaleSettings, read: Read) -> UpdatedFile:
        has_own = self.project.catalog_path(task.name, locale).exists()
        others = others_of(task, locale, is_alone=self.catalogs[locale.tag] <= has_own)
        return updated_catalog(shelf, task.name, locale, read, replace(self.options, others=others))

    def _written(self, done: UpdatedFile) -> Iterator[str]:
        if not self.is_dry:
            self.project.write(done.path, done.data, done.before)
        if done.is_changed:
            made = "made, " if done.before is None else ""
            yield f"{self.project.shown(done.path)}: {made}{summary(done.updated)}"


def _updated(run: Run, names: Sequence[str], options: UpdateOptions, *, is_dry: bool) -> list[_Done]:
    """Updates documents; those that ask for what other catalogs offer come last."""
    updater = Updater(run.project, run.locales, options, counted(run), is_dry)
    tasks = [Task(name) for name in names]
    found = {each.answer.name: each for each in run.each("update", updater, tasks)}
    again = [name for name in names if found[name].answer.is_deferred]
    answers = {name: each.answer for name, each in found.items()}
    for each in run.each("update", updater, tasks_with_offers(run, answers, again)):
        found[each.answer.name] = each
    return [found[name] for name in names]


def _options(no_fuzzy: bool, accept: str) -> UpdateOptions:
    kinds = frozenset(filter(None, accept.replace(",", " ").split()))
    unknown = sorted(kinds - set(ACCEPTABLE))
    if unknown:
        raise click.UsageError(f"--accept knows no “{unknown[0]}”; it takes {', '.join(ACCEPTABLE)}")
    return UpdateOptions(has_near=not no_fuzzy, accepts=kinds)


def _alone(ctx: click.Context, named: tuple[str, ...], dry_run: bool, options: UpdateOptions) -> int:
    template, catalog, out = named
    if not template or not catalog:
        raise click.UsageError("--template and --catalog go together")
    source = po.read(store.read(Path(template), template), template)
    data = store.read_if_there(Path(catalog), catalog)
    before = None if data is None else po.read(data, catalog)
    refuse_broken(before)
    tag = locale_of(before, catalog)
    header = po.new_header("", tag, ()) if before is None else None
    done = update(source.catalog, before.catalog if before else Catalog(), tag, replace(options, header=header))
    result = po.write(done.catalog, before)
    target = Path(out or catalog)
    if not dry_run:
        expected = data if not out or target == Path(catalog) else None
        store.write(target, result, expected=expected, shown=str(target))
    if result != data or out:
        say(ctx, f"{target}: {summary(done)}")
    return 0
