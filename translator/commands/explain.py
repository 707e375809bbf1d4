"""`translator explain`: what a check is for, and what the settings mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from translator.checks import KEYS, Check, all_checks
from translator.config import FILE_NAME
from translator.config_page import settings_page
from translator.errors import meant, shorten


@click.command("explain")
@click.argument("names", metavar="[CHECK...]", nargs=-1)
def command(names: tuple[str, ...]) -> None:
    """Say what a check is for, with a bad and a good pair.

    Without CHECK all checks are listed. The name of a family (coverage, fidelity, form) lists its
    checks; `settings` explains every key of translator.toml.
    """
    known = {each.name: each for each in all_checks()}
    told = [_told(name, known) for name in names] or [_list(known.values())]
    click.echo("\n\n".join(told))


def _told(name: str, known: Mapping[str, Check]) -> str:
    if name in ("settings", FILE_NAME):
        rows = "\n".join(f"| `{key}` | {meaning} |" for key, meaning in KEYS.items())
        return f"{settings_page().rstrip()}\n\n## `[checks]`\n\n| key | meaning |\n|---|---|\n{rows}"
    if name in known:
        each = known[name]
        return f"{each.name} ({each.severity}, {each.family})\n\n{each.doc}"
    family = [each for each in known.values() if each.family == name]
    if family:
        return _list(family)
    others = dict.fromkeys(each.family for each in known.values())
    near = meant(name, (*known, *others, "settings"))
    families = ", ".join(others)
    hint = f"the families are {families}, and `translator explain` lists all"
    if near:
        hint = f"did you mean {' or '.join(f'“{each}”' for each in near)}?"
    raise click.UsageError(f"there is no check “{shorten(name)}”; {hint}")


def _list(checks: Iterable[Check]) -> str:
    shown = tuple(checks)
    size = max(len(each.name) for each in shown)
    return "\n".join(f"{each.name:{size}}  {each.severity:7}  {each.title}" for each in shown)
