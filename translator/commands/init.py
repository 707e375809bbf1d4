"""`translator init`: a new project."""

from __future__ import annotations

from pathlib import Path

import click

from translator import locales as tags
from translator import store
from translator.commands._voice import say
from translator.config import FILE_NAME
from translator.errors import Location, TranslatorError

TEMPLATE = """\
# Settings of translator; every key is explained in docs/settings.md of the project.
name = {name}
locales = [{locales}]
sources = "source_texts"
catalogs = "locales"
output = "build"
"""


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".")
@click.option("--locale", "wanted", metavar="TAG", multiple=True, help="A locale to publish (default: zh, ja, en).")
@click.pass_context
def command(ctx: click.Context, folder: str, wanted: tuple[str, ...]) -> None:
    """Make a new project: translator.toml, source_texts/ and locales/."""
    root = Path(folder)
    path = root / FILE_NAME
    if path.exists():
        raise TranslatorError("there is a project already; change this file instead", Location(str(path)))
    published = tuple(dict.fromkeys(wanted or ("zh", "ja", "en")))
    for each in published:
        tags.normalize(each)
    name = root.resolve().name or "project"
    data = TEMPLATE.format(name=quoted(name), locales=", ".join(map(quoted, published)))
    store.write(path, data.encode(), is_new=True)
    for below in ("source_texts", "locales"):
        (root / below).mkdir(parents=True, exist_ok=True)
    say(ctx, f"made {path}; put documents into {root / 'source_texts'} and run `translator build`")


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in escaped) + '"'
