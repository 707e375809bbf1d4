"""`translator update --template T --catalog C`: one catalog, without a project."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import click

from translator import po, store
from translator.catalog import Catalog, Header
from translator.collector import at_rest
from translator.commands._catalog_locale import locale_of
from translator.commands._changes import details, summary, unmended, warnings
from translator.commands._voice import say, show
from translator.findings import Finding
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
    before = _read(Path(catalog))
    data = None if before is None else po.write(before.catalog, before)
    unmended(before)
    tag = locale_of(before, catalog)
    header = _head(source.catalog.header, tag) if before is None else None
    done = update(
        source.catalog, before.catalog if before else Catalog(), locale=tag, options=replace(options, header=header)
    )
    result = po.write(done.catalog, before)
    target = Path(out or catalog)
    findings: tuple[Finding, ...] = ()
    if not dry_run:
        is_own = not out or target == Path(catalog)
        findings = _written(target, result, before, data if is_own else None, is_new=is_own and data is None)
    if result != data or out:
        say(ctx, f"{target}: {summary(done)}")
        for line in details(done) if ctx.find_root().obj["verbosity"] > 0 else ():
            say(ctx, line)
    elif dry_run:
        say(ctx, f"{target}: nothing would change")
    return show((*unmended(before), *warnings(done, catalog), *findings))


def _head(of_template: Header | None, tag: str) -> Header:
    """The head of a new catalog; what its template says of the project and of the source holds for it too."""
    template = of_template or Header()
    project = template.get("Project-Id-Version")
    header = po.new_header("" if project == "PACKAGE VERSION" else project, tag)
    source = template.get("X-Source-Language")
    return header.with_field("X-Source-Language", source) if source else header


def _read(path: Path) -> po.File | None:
    data = store.read_if_there(path, str(path))
    return None if data is None else po.read(data, str(path), recover=True)


def _written(
    target: Path, result: bytes, before: po.File | None, expected: bytes | None, *, is_new: bool
) -> tuple[Finding, ...]:
    """Writes the catalog; what someone has saved there meanwhile is merged in, and a conflict is a finding."""
    shown = str(target)
    try:
        store.write(target, result, expected=expected, is_new=is_new, shown=shown)
    except store.Changed:
        merging = import_module("translator.commands._merging")  # loaded where two meet
        _, findings = merging.met(
            before or po.read(b"", shown),
            po.read(result, shown, recover=True),
            present=lambda: _read(target),
            write=lambda data, other: store.write(target, data, expected=po.write(other.catalog, other), shown=shown),
        )
        return tuple(findings)
    return ()
