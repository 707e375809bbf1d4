"""`translator init`: a new project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from translator import store
from translator.commands._voice import say
from translator.config import FILE_NAME, parse
from translator.errors import Location, TranslatorError

TEMPLATE = """\
# Settings of translator: `translator explain settings` explains every key.
name = {name}
locales = [{locales}]
sources = "source_texts"
catalogs = "locales"
output = "build"
"""
# What can be made again at any time: what is known of earlier runs (translator/cache.py), copies, compiled catalogs.
IGNORED = (b"/.translator_cache/", b"/build/", b"/locales/**/*.mo")


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".")
@click.option("--locale", "wanted", metavar="TAG", multiple=True, help="A locale to publish (default: zh, ja, en).")
@click.option("--git", "is_git", is_flag=True, help="Print how git is told to merge catalogs; also for a project.")
@click.pass_context
def command(ctx: click.Context, folder: str, wanted: tuple[str, ...], is_git: bool) -> None:
    """Make a new project: translator.toml, source_texts/, locales/ and lines in .gitignore.

    With --git, in a project or for a new one, the lines are printed that make git merge catalogs
    with `translator merge-driver`; nothing of git's is changed.
    """
    root = Path(folder)
    path = root / FILE_NAME
    if not (is_git and path.exists()):
        _make(ctx, root, path, wanted)
    if is_git:
        click.echo("\n".join(git_lines(parse(store.read(path), str(path)).catalogs)))


def git_lines(catalogs: str) -> Iterator[str]:
    """What a user puts into .gitattributes and types once a clone, explained in comments."""
    below = catalogs.strip("/").removeprefix("./")
    # A pattern in quotes may hold spaces; without a slash it would fit files anywhere.
    patterns = [f"{below}/**/*{suffix}" if below not in ("", ".") else f"*{suffix}" for suffix in (".po", ".pot")]
    yield "# into .gitattributes beside translator.toml:"
    yield from (f"{_attribute(each)} merge=translator" for each in patterns)
    yield "# once in every clone:"
    yield 'git config merge.translator.name "gettext catalogs, entry by entry"'
    yield 'git config merge.translator.driver "translator merge-driver %O %A %B %P"'


def _attribute(pattern: str) -> str:
    return f'"{pattern}"' if " " in pattern else pattern


def _make(ctx: click.Context, root: Path, path: Path, wanted: tuple[str, ...]) -> None:
    if root.exists() and not root.is_dir():
        raise TranslatorError("this is no folder; name the project's folder", Location(str(root)))
    if path.exists():
        raise TranslatorError("there is a project already; change this file instead", Location(str(path)))
    published = tuple(dict.fromkeys(wanted or ("zh", "ja", "en")))
    name = root.resolve().name or "project"
    data = TEMPLATE.format(name=quoted(name), locales=", ".join(map(quoted, published))).encode()
    try:
        parse(data, str(path))
    except TranslatorError as error:
        raise click.UsageError(error.message) from error
    store.write(path, data, is_new=True)
    for below in ("source_texts", "locales"):
        (root / below).mkdir(parents=True, exist_ok=True)
    _ignore(root / ".gitignore")
    where = "" if root == Path() else f" in {root}"
    say(ctx, f"made {path}; put documents into {root / 'source_texts'} and run `translator build`{where}")


def _ignore(path: Path) -> None:
    """Adds what the tool makes, and can make again, to the files that git ignores."""
    known = store.read_if_there(path)
    lines = known or b""
    gap = b"\n" if lines and not lines.endswith(b"\n") else b""
    missing = b"".join(each + b"\n" for each in IGNORED if each not in lines.split())
    if missing:
        store.write(path, lines + gap + missing, expected=known, is_new=known is None)


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in escaped) + '"'
