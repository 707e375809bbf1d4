"""How commands say things; loads nothing else of the tool."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from translator.errors import visible
from translator.findings import Finding


def say(ctx: click.Context, text: str, level: int = 0) -> None:
    """Progress to stderr, unless it is asked for less than the level."""
    if ctx.find_root().obj["verbosity"] >= level:
        click.echo("\n".join(map(visible, text.split("\n"))), err=True)


def refuse_both(files: Sequence[str], locales: Sequence[str]) -> None:
    """Wrong usage where catalogs and locales are named: a catalog says its locale itself."""
    if files and locales:
        raise click.UsageError("-l goes without FILE.po, for a catalog is in one locale; leave one of them out")


def tell(ctx: click.Context, lines: Iterable[tuple[int, str]]) -> None:
    """Lines to stderr, each after the verbosity that it asks for."""
    for level, text in lines:
        say(ctx, text, level)


def show(findings: Iterable[Finding]) -> int:
    """Findings to stderr, one a line; 1 where one is an error, else 0."""
    code = 0
    for finding in findings:
        click.echo(str(finding), err=True)
        code = 1 if finding.severity == "error" else code
    return code


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(1, "entry", "entries"), count(3, "document")
    ('1 entry', '3 documents')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
