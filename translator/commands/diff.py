"""`translator diff`: what differs between two catalogs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import click

from translator import po
from translator.catalog import Catalog, Entry
from translator.commands._door import open_project
from translator.commands._revisions import Pair, between, is_revision, opened
from translator.commands._voice import count
from translator.errors import visible
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
@click.argument("old", metavar="A")
@click.argument("new", metavar="[B]", required=False)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to tell it.")
@click.pass_context
def command(ctx: click.Context, old: str, new: str | None, form: str) -> int:
    """Show what differs between two catalogs, entry by entry, or between two revisions of a project.

    A and B are catalogs: files, or revisions of them in git, as in `translator diff
    HEAD~3:locales/ja/LC_MESSAGES/a.txt.po locales/ja/LC_MESSAGES/a.txt.po`. Or they are whole revisions: then all
    catalogs of the project are compared, without B with the files as they are now (`translator diff HEAD~2`).
    A catalog that moved is compared with itself. The order of entries and the wrapping of lines do not
    count; entries of which only the place is described otherwise (the head of their row) are counted in one line. What went from a text is shown in [-…-], what came in {+…+}.

    JSON: {"header": [{"name", "old", "new"}], "changes": [{"kind", "fields", "old", "new"}]}. The kind is
    added, removed, source (the source was edited), retired (now obsolete), revived or changed;
    old and new are entries with their fields, or null; fields are the names of those that differ.
    Of revisions: {"catalogs": [{"old", "new", "header", "changes"}]}, old and new being names or null.

    The exit code is 1 where the catalogs differ, 0 where they do not.
    """
    if is_revision(old) and (new is None or is_revision(new)):
        return _of_project(list(between(open_project(ctx), old, new)), form)
    if new is None:
        raise click.UsageError("name two catalogs, or one or two revisions of git")
    pair = Pair(opened(old), opened(new))
    found = _difference(pair)
    if form == "json":
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=2))
    else:
        _show(found, pair)
    return 1 if found else 0


def _of_project(pairs: Sequence[Pair], form: str) -> int:
    """Tells what differs between all catalogs; the exit code."""
    told = [(found, pair) for pair in pairs if (found := _difference(pair)) or None in (pair.old, pair.new)]
    if form == "json":
        names = [{"old": pair.old and pair.old.path, "new": pair.new and pair.new.path} for _, pair in told]
        catalogs = [name | as_json(found) for name, (found, _) in zip(names, told, strict=True)]
        click.echo(json.dumps({"catalogs": catalogs}, ensure_ascii=False, indent=2))
    for found, pair in told if form == "text" else ():
        if pair.old is not None and pair.new is not None:
            _show(found, pair)
        elif (file := pair.new or pair.old) is not None:
            live = list(file.catalog.live())
            filled = sum(each.is_filled and not each.is_fuzzy for each in live)
            word = "removed" if pair.new is None else "added"
            click.echo(f"{file.path}: {word}, {count(len(live), 'entry', 'entries')}, {filled} translated\n")
    return 1 if told else 0


def _difference(pair: Pair) -> Difference:
    return diff(*(each.catalog if each is not None else Catalog() for each in (pair.old, pair.new)))


def _show(found: Difference, pair: Pair) -> None:
    assert pair.old is not None and pair.new is not None
    for line in as_text(found, pair.old, new=pair.new):
        click.echo(visible(line))


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


def as_text(found: Difference, old: po.File, *, new: po.File) -> Iterator[str]:
    """Lines for a reviewer: a paragraph for each change, with its place."""
    if found.header:
        yield f"{new.path}: header"
        yield from (f"  {each.name or 'comments'}: {_both(each)}" for each in found.header)
        yield ""
    moved = sum("references" in each.fields for each in found.changes)
    placed = 0
    for change in found.changes:
        if change.fields == ("references",):
            continue
        if _is_of_place(change):
            placed += 1
            continue
        file, entry = (new, change.new) if change.new is not None else (old, change.old)
        assert entry is not None
        yield f"{file.locate(entry, 'source')}: {TITLES[change.kind]}{' (obsolete)' if entry.is_obsolete else ''}"
        yield from (f"  {line}" for line in _lines(change, entry))
        yield ""
    if placed:
        yield f"{new.path}: {count(placed, 'entry', 'entries')} in which only the note of the place changed"
        yield ""
    if moved:
        yield f"{new.path}: {count(moved, 'entry', 'entries')} with other references"
        yield ""


def _is_of_place(change: Change) -> bool:
    """Whether nothing of an entry changed but what is said of its place: the head of its row or column."""
    if change.kind != "changed" or change.old is None or change.new is None or "notes" not in change.fields:
        return False
    differing = {*change.old.notes} ^ {*change.new.notes}
    return {*change.fields} <= {"notes", "references"} and not any(each.startswith("lang: ") for each in differing)


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
    for name in ("comments", "flags", "sticky_flags", "notes"):
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
