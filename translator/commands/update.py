"""`translator update`: templates to catalogs."""

from __future__ import annotations

from importlib import import_module

import click

from translator.merging import ACCEPTABLE
from translator.steps.update import UpdateOptions


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
    # One catalog alone needs neither formats nor settings, and is updated on every save.
    if alone["template"] is not None or alone["catalog"] is not None:
        named = tuple(str(alone[each] or "") for each in ("template", "catalog", "out"))
        if not all(named[:2]):
            raise click.UsageError("--template and --catalog go together")
        return int(import_module("translator.commands._update_alone").run(ctx, named, dry_run, options))
    if alone["out"]:
        raise click.UsageError("--out goes with --template and --catalog")
    return int(import_module("translator.commands._update_project").run(ctx, paths, wanted, dry_run, options))


def _options(no_fuzzy: bool, accept: str) -> UpdateOptions:
    kinds = frozenset(filter(None, accept.replace(",", " ").split()))
    unknown = sorted(kinds - set(ACCEPTABLE))
    if unknown:
        raise click.UsageError(f"--accept knows no “{unknown[0]}”; it takes {', '.join(ACCEPTABLE)}")
    return UpdateOptions(has_near=not no_fuzzy, accepts=kinds)
