"""One entry of a template and one of a catalog, made one; and several of one key, made one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from translator.catalog import Entry, Header, Key, Previous
from translator.notes import fact
from translator.po import Item, Name, Rows


def is_settled(old: Entry, template: Entry) -> bool:
    """Whether an entry is done, and the template says nothing new of it."""
    return (
        not old.is_fuzzy
        and all(old.targets)
        and old.previous is None
        and template.plural == old.plural
        and template.references == old.references
        and template.notes == old.notes
        and template.flags == old.flags
    )


def merged(template: Entry, old: Entry, *, forms: Callable[[], int]) -> Entry:
    """The template's entry with all that people made of the old one; `forms` says how many plural forms there are."""
    if template.plural == old.plural and not old.is_obsolete and template.notes == old.notes:
        is_plain = template.references == old.references and template.flags == old.flags
        if is_plain and (not old.is_fuzzy or any(old.targets)) and (old.is_fuzzy or old.previous is None):
            return old
    kept = tuple(flag for flag in old.flags if not flag.endswith("-format") and flag not in template.flags)
    is_filled = any(old.targets)
    is_other = is_filled and _is_other(old.plural, template.plural)
    previous = Previous(old.source, old.context, old.plural) if is_other else None
    targets = old.targets if template.plural == old.plural else sized(old.targets, template, count=forms())
    return replace(
        template,
        targets=targets,
        is_fuzzy=is_filled and (old.is_fuzzy or is_other),
        flags=(*template.flags, *kept),
        sticky_flags=old.sticky_flags,
        previous=(old.previous or previous) if old.is_fuzzy else previous,
        comments=with_forms(old.comments, old.targets, targets=targets),
    )


def with_forms(comments: tuple[str, ...], old: tuple[str, ...], *, targets: tuple[str, ...]) -> tuple[str, ...]:
    """The comments, and the plural forms that found no place among the targets."""
    lost = (fact("form", " ".join(each.split())) for each in old if each and each not in targets)
    return tuple(dict.fromkeys((*comments, *lost))) if len(targets) < len(old) else comments


def _is_other(one: str | None, other: str | None) -> bool:
    """Whether plurals differ in more than form."""
    if one is None or other is None:
        return one is not other
    if one == other:
        return False
    kinds: Callable[[str, str], frozenset[str]] = import_module("translator.differences").difference_kinds
    return not kinds(one, other) <= {"variants", "punctuation"}


def sized(targets: tuple[str, ...], template: Entry, *, count: int) -> tuple[str, ...]:
    """As many targets as there are forms, the last one repeated; one where there is no plural."""
    count = 1 if template.plural is None else count
    return (*targets, *(targets[-1:] * count))[:count] if any(targets) else ("",) * count


def by_name(rows: Rows, *, retired: bool, conflicts: list[Key] | None = None) -> dict[Name, Item]:
    """The live rows, or the retired ones, by name, in order; several of one name become one entry.

    That holds what each of them says. Of two targets the sure one counts, and of two sure ones the
    first, marked fuzzy; the other is kept as a comment. `conflicts` gets the keys of such entries.
    """
    names, gone = rows.names, rows.retired
    if not gone and len(rows.places) == len(names):
        return {} if retired else dict(rows.places)
    found: dict[Name, Item] = {}
    for index in sorted(gone) if retired else range(len(names)):
        if not retired and index in gone:
            continue
        name = names[index]
        first = found.get(name)
        if first is None:
            found[name] = index
            continue
        one = rows.entry(first) if isinstance(first, int) else first
        found[name] = both = _united(one, rows.entry(index))
        if conflicts is not None and len(both.comments) > len(one.comments):
            conflicts.append(both.key)
    return found


def _united(one: Entry, other: Entry) -> Entry:
    if not any(other.targets):
        return one
    if not any(one.targets):
        return other
    if one.targets == other.targets:
        return replace(one, comments=tuple(dict.fromkeys((*one.comments, *other.comments))))
    first, second = (other, one) if one.is_fuzzy and not other.is_fuzzy else (one, other)
    said = (fact("conflict", " ".join(each.split())) for each in second.targets if each)
    comments = tuple(dict.fromkeys((*first.comments, *second.comments, *said)))
    return replace(first, comments=comments, is_fuzzy=first.is_fuzzy or not second.is_fuzzy)


_PLURALS = re.compile(r"nplurals\s*=\s*([1-9])")


def nplurals(header: Header | None) -> int:
    """How many plural forms a header declares; 0 where it does not say."""
    found = _PLURALS.search(header.get("Plural-Forms")) if header is not None else None
    return int(found[1]) if found else 0


ACCEPTABLE = ("variants", "punctuation", "placeholders")
