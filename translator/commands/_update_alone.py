"""`translator update --template T --catalog C`: one catalog, without a project."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from translator import po, store
from translator.catalog import Catalog
from translator.collector import at_rest
from translator.commands._catalog_locale import locale_of
from translator.commands._changes import details, summary, unmended, warnings
from translator.commands._voice import say, show
from translator.steps.update import UpdateOptions, update


def run(ctx: click.Context, named: tuple[str, str, str], dry_run: bool, options: UpdateOptions) -> int:
    """Brings the named catalog up to the named template; the third name is where it is written, if not there.

    What cannot be read of the catalog stays in it and is reported.
    """
    with at_rest():
        return _run(ctx, named, dry_run, options)


def _run(ctx: click.Context, named: tuple[str, str, str], dry_run: bool, options: UpdateOptions) -> int:
    template, catalog, out = named
    source = po.read(store.read(Path(template), template), template)
    data = store.read_if_there(Path(catalog), catalog)
    before = None if data is None else po.read(data, catalog, recover=True)
    unmended(before)
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
        for line in details(done) if ctx.find_root().obj["verbosity"] > 0 else ():
            say(ctx, line)
    return show((*unmended(before), *warnings(done, catalog)))
