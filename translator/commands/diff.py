"""`translator diff`: what differs between two catalogs."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from translator import po, store
from translator.catalog import Entry
from translator.errors import Location, TranslatorError, visible
from translator.steps.diff import Change, Difference, HeaderChange, diff, inline
from translator.steps.merge import escaped

NAMES = {"is_fuzzy": "fuzzy", "targets": "target", "sticky_flags": "flags"}
TITLES = {
    "added": "added",
    "removed": "removed",
    "source": "source changed",
    "retired": "became obsolete",
    "revived": "revived",
    "changed": "changed",
}


@click.command("diff")
@click.argument("old", metavar="A.po")
@click.argument("new", metavar="B.po")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to tell it.")
def command(old: str, new: str, form: str) -> int:
    """Show what differs between two catalogs, entry by entry.

    A or B may be a revision in git: `translator diff HEAD~3:locales/ja/LC_MESSAGES/a.txt.po
    locales/ja/LC_MESSAGES/a.txt.po`. The order of entries and the wrapping of lines do not
    count. What went from a text is shown in [-…-], what came in {+…+}.

    JSON: {"header": [{"name", "old", "new"}], "changes": [{"kind", "fields", "old", "new"}]}. The kind is
    added, removed, source (the source was edited), retired (now obsolete), revived or changed;
    old and new are entries with their fields, or null; fields are the names of those that differ.

    The exit code is 1 where the catalogs differ, 0 where they do not.
    """
    files = [opened(old), opened(new)]
    found = diff(files[0].catalog, files[1].catalog)
    if form == "json":
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in as_text(found, files[0], files[1]):
            click.echo(visible(line))
    return 1 if found else 0


def opened(name: str) -> po.File:
    """The catalog in a file, or in a revision of one (`REV:path`)."""
    revision, colon, path = name.partition(":")
    if Path(name).exists() or not (colon and revision and path):
        return po.read(store.read(Path(name), name), name)
    return po.read(_from_git(name), name)


def _from_git(name: str) -> bytes:
    if name.startswith("-"):
        raise TranslatorError("no revision begins with a hyphen; write REV:path", Location(name))
    try:
        done = subprocess.run(["git", "cat-file", "blob", name], capture_output=True, check=False)
    except OSError as error:
        raise TranslatorError(
            "git is needed to read a revision, and is not installed; install it, or name two files", Location(name)
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
        raise TranslatorError(
            f"git does not give this revision ({said[0] if said else 'no reason given'}); write REV:path, the path"
            " from the top of the repository or with ./",
            Location(name),
        )
    return done.stdout


def as_json(found: Difference) -> dict[str, object]:
    """The difference as JSON has it: entries as objects with all fields, but empty ones."""
    changes = [
        {"kind": each.kind, "fields": each.fields, "old": _object(each.old), "new": _object(each.new)}
        for each in found.changes
    ]
    return {"header": [asdict(each) for each in found.header], "changes": changes}


def _object(entry: Entry | None) -> dict[str, object] | None:
    if entry is None:
        return None
    always = ("source", "targets", "is_fuzzy", "is_obsolete")
    return {name: value for name, value in asdict(entry).items() if name in always or value not in (None, (), False)}


def as_text(found: Difference, old: po.File, new: po.File) -> Iterator[str]:
    """Lines for a reviewer: a paragraph for each change, with its place."""
    if found.header:
        yield f"{new.path}: header"
        yield from (f"  {each.name or 'comments'}: {_both(each)}" for each in found.header)
        yield ""
    for change in found.changes:
        file, entry = (new, change.new) if change.new is not None else (old, change.old)
        assert entry is not None
        yield f"{file.locate(entry, 'source')}: {TITLES[change.kind]}{' (obsolete)' if entry.is_obsolete else ''}"
        yield from (f"  {line}" for line in _lines(change, entry))
        yield ""


def _both(change: HeaderChange) -> str:
    return escaped(inline(change.old or "", change.new or ""))


def _lines(change: Change, entry: Entry) -> Iterator[str]:
    old, new = change.old, change.new
    if old is None or new is None:
        yield from _head(entry)
        yield from _named("target", entry.targets)
        yield from _named("comment", entry.comments)
        if entry.is_fuzzy:
            yield "fuzzy"
        return
    if "source" not in change.fields:
        yield from _head(entry)
    if not {"targets", "source"}.isdisjoint(change.fields) or change.kind != "changed":
        yield from _fields(change, ("source",))
        yield from _targets(old, new)
    if "is_fuzzy" in change.fields:
        yield "now fuzzy" if new.is_fuzzy else "no longer fuzzy"
    yield from _fields(change, ("context", "plural"))
    for name in ("comments", "flags", "sticky_flags", "notes", "references"):
        if name in change.fields:
            yield from _list(NAMES.get(name, name).removesuffix("s"), getattr(old, name), getattr(new, name))
    if "previous" in change.fields and change.kind != "source":
        was = new.previous.source if new.previous is not None else None
        yield f"previous source: {escaped(was)}" if was else "previous source: none any more"


def _head(entry: Entry) -> Iterator[str]:
    if entry.context is not None:
        yield f"context: {escaped(entry.context)}"
    yield f"source: {escaped(entry.source)}"


def _named(name: str, texts: tuple[str, ...]) -> Iterator[str]:
    for number, text in enumerate(texts):
        shown = f"{name}[{number}]" if name == "target" and len(texts) > 1 else name
        yield f"{shown}: {escaped(text)}".rstrip()


def _targets(old: Entry, new: Entry) -> Iterator[str]:
    if old.targets == new.targets:
        yield from _named("target", new.targets)
        return
    count = max(len(old.targets), len(new.targets))
    for number in range(count):
        before, after = (each[number] if number < len(each) else "" for each in (old.targets, new.targets))
        yield f"target{f'[{number}]' if count > 1 else ''}: {escaped(inline(before, after))}"


def _fields(change: Change, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name in change.fields:
            before, after = (getattr(each, name) or "" for each in (change.old, change.new))
            yield f"{name}: {escaped(inline(before, after))}"


def _list(name: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    if set(old) == set(new):
        yield f"{name}s: in another order"
    yield from (f"{name}: [-{escaped(each)}-]" for each in old if each not in new)
    yield from (f"{name}: {{+{escaped(each)}+}}" for each in new if each not in old)
