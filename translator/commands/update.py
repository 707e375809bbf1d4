"""`translator update`: templates to catalogs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from translator import po, store
from translator.catalog import Catalog
from translator.commands._broken import refuse_broken
from translator.commands._door import chosen_locales, open_project
from translator.commands._gate import locale_of
from translator.commands._moves import carry
from translator.commands._pipeline import Shelf, read_documents, reasons, updated_catalog
from translator.commands._voice import say, show
from translator.errors import TranslatorError, shorten
from translator.steps.update import ACCEPTABLE, Updated, UpdateOptions, update

WORDS = (
    "new",
    "filled",
    "moved",
    "placeholders",
    "variants",
    "sentences",
    "fuzzy",
    "accepted",
    "revived",
    "obsolete",
    "dropped",
)


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
    locales = chosen_locales(project, wanted)
    read = read_documents(project, project.chosen(paths))
    shelf = Shelf(project)
    for line in carry(shelf, locales, is_dry=dry_run):
        say(ctx, line)
    code = 0
    for name in read.documents:
        for locale in locales:
            try:
                done = updated_catalog(shelf, name, locale, read, options)
                if not dry_run:
                    shelf.put(done.path, done.data, done.before)
            except TranslatorError as error:
                click.echo("\n".join(reasons(project, name, locale, error)), err=True)
                code = 1
                continue
            if done.is_changed:
                say(
                    ctx, f"{project.shown(done.path)}: {'made, ' if done.before is None else ''}{summary(done.updated)}"
                )
    return max(code, show((*read.findings, *shelf.findings)))


def _options(no_fuzzy: bool, accept: str) -> UpdateOptions:
    kinds = frozenset(filter(None, accept.replace(",", " ").split()))
    unknown = sorted(kinds - set(ACCEPTABLE))
    if unknown:
        raise click.UsageError(f"--accept knows no “{unknown[0]}”; it takes {', '.join(ACCEPTABLE)}")
    return UpdateOptions(has_near=not no_fuzzy, accepts=kinds)


def details(updated: Updated) -> Iterator[str]:
    """A line for each entry that a person should look at."""
    for change in updated.changes:
        if change.word == "fuzzy":
            yield f"  fuzzy: “{shorten(change.key[1])}”: {change.detail}"


def summary(updated: Updated) -> str:
    """What an update did, in words."""
    counts = [(updated.count(word), word) for word in WORDS]
    return ", ".join(f"{number} {word}" for number, word in counts if number) or "notes and order only"


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
