"""The three-way merge of catalog headers, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from translator.catalog import Header
from translator.notes import fact
from translator.steps._merge_order import joined

# Fields that say when and with what a file was last saved: no one decides about these.
_DATES = ("po-revision-date", "pot-creation-date")
_OF_THE_LAST = ("last-translator", "x-generator", "project-id-version")
_Fields = dict[tuple[str, int], tuple[str, str]]


def merged_header(base: Header | None, ours: Header | None, theirs: Header | None) -> Header | None:
    """The header of the merge: what one side changed wins; of two dates the newer one.

    Who saved last, and with what, comes from the side with the newer revision date. Of other fields
    that both changed ours stays, and both are in comments.
    """
    if ours is None or theirs is None or ours == theirs:
        return ours or theirs
    base = base or Header()
    fields = [_fields(each) for each in (base, ours, theirs)]
    order = dict.fromkeys((*fields[1], *fields[2]))
    chosen = tuple(value for name in order if (value := _chosen(name, fields, ours, theirs)) is not None)
    comments = joined(base.comments, ours.comments, theirs.comments)
    for name, one, two in header_conflicts(base, ours, theirs):
        marks = (fact("conflict", f"ours: {name}: {one}"), fact("conflict", f"theirs: {name}: {two}"))
        comments = (*comments, *(mark for mark in marks if mark not in comments))
    is_fuzzy = theirs.is_fuzzy if ours.is_fuzzy == base.is_fuzzy else ours.is_fuzzy
    return Header(chosen, comments, is_fuzzy)


def header_conflicts(base: Header | None, ours: Header | None, theirs: Header | None) -> Iterator[tuple[str, str, str]]:
    """(field, our value, their value) for what both sides changed and a person must decide."""
    if ours is None or theirs is None:
        return
    old, one, two = (_fields(each or Header()) for each in (base, ours, theirs))
    for name in one:
        is_quiet = name[0] in (*_DATES, *_OF_THE_LAST)
        if name in two and not is_quiet and len({one[name][1], two[name][1]} - {old.get(name, ("", None))[1]}) == 2:
            yield one[name][0], one[name][1], two[name][1]


def _fields(header: Header) -> _Fields:
    count: Counter[str] = Counter()
    found: _Fields = {}
    for name, value in header.fields:
        found[name.lower(), count[name.lower()]] = (name, value)
        count[name.lower()] += 1
    return found


def _chosen(name: tuple[str, int], fields: list[_Fields], ours: Header, theirs: Header) -> tuple[str, str] | None:
    base, one, two = (each.get(name) for each in fields)
    if two == base:
        return one
    if one in (base, two) or one is None:
        return two
    if two is None:
        return one
    if name[0] in _DATES:
        return max(one, two, key=lambda each: _date(each[1]))
    if name[0] in _OF_THE_LAST and _revision(theirs) > _revision(ours):
        return two
    return one


def _revision(header: Header) -> datetime:
    return _date(header.get("PO-Revision-Date"))


def _date(text: str) -> datetime:
    """When that was; the beginning of time where it does not say."""
    for form in ("%Y-%m-%d %H:%M%z", "%Y-%m-%d %H:%M"):
        try:
            found = datetime.strptime(text.strip(), form)
        except ValueError:
            continue
        return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return datetime.min.replace(tzinfo=UTC)
