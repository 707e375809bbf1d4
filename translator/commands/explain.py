"""`translator explain`: what a check is for."""

from __future__ import annotations

import difflib

import click

from translator.checks import all_checks


@click.command("explain")
@click.argument("names", metavar="[CHECK...]", nargs=-1)
def command(names: tuple[str, ...]) -> None:
    """Say what a check is for, with a bad and a good pair; without CHECK, list all."""
    known = {each.name: each for each in all_checks()}
    if not names:
        size = max(map(len, known))
        for each in known.values():
            click.echo(f"{each.name:{size}}  {each.severity:7}  {each.title}")
        return
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.4)
            hint = f"did you mean “{near[0]}”?" if near else "`translator explain` lists all"
            raise click.UsageError(f"there is no check “{name}”; {hint}")
    for number, name in enumerate(names):
        each = known[name]
        click.echo(("\n" if number else "") + f"{each.name} ({each.severity}, {each.family})\n\n{each.doc}")
