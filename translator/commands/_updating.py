"""The update of many catalogs: other catalogs are looked at only for documents that want to know of them."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace

from translator.cache import Cache, Record
from translator.commands._answers import Answer
from translator.commands._offers import Indexer, Offerer, Offers, holders, packed, unpacked
from translator.commands._run import Run
from translator.commands._state import digest_of, is_clear
from translator.commands._work import Updater, Updating
from translator.config import LocaleSettings


def update_all(run: Run, names: Sequence[str], updating: Updating) -> list[Answer]:
    """Brings the catalogs of documents up to their templates, in document order.

    Documents that want to know what other catalogs offer come last, and are told what these held
    before any of them is written.
    """
    updating = replace(updating, counts=counts(run))
    found = {each.name: each for each in run.each("update", Updater(run.project, updating), names)}
    again = [name for name in names if found[name].is_deferred]
    if again:
        told = replace(updating, offers=offers(run, run.cache, found, again))
        found.update((each.name, each) for each in run.each("update", Updater(run.project, told), again))
    return [found[name] for name in names]


def counts(run: Run) -> Mapping[str, int]:
    """How many catalogs each locale has."""
    return {each.tag: len(run.project.catalog_names(each)) for each in run.locales}


def offers(run: Run, cache: Cache, answers: Mapping[str, Answer], names: Sequence[str]) -> dict[str, Offers]:
    """What the catalogs of each locale offer to documents; looked up before any of them is written."""
    found = {}
    for locale in run.locales:
        asked = frozenset(mark for name in names for mark in answers[name].asked.get(locale.tag, ()))
        known = {name: each.index[locale.tag] for name, each in answers.items() if locale.tag in each.index}
        holding = holders(_index(run, cache, locale, known), asked)
        wanted = sorted({name for each in holding.values() for name in each})
        offered = run.each("look up", Offerer(run.project, locale, asked), wanted)
        found[locale.tag] = Offers(holding, dict(zip(wanted, offered, strict=True)))
    return found


def _index(run: Run, cache: Cache, locale: LocaleSettings, known: Mapping[str, array[int]]) -> dict[str, array[int]]:
    """The index of all catalogs of a locale; those that nothing is known of are read, and kept in mind."""
    kind = f"index {locale.tag}"
    found = dict(known)
    new: list[str] = []
    paths = run.project.catalogs_on_disk(locale)
    for name, path in paths.items():
        if name in known:
            continue
        record = cache.get(kind, name)
        if record is not None and record.key == digest_of(path):
            found[name] = unpacked_index(record)
        else:
            new.append(name)
    read = dict(zip(new, run.each("look up", Indexer(run.project, locale), new), strict=True))
    found.update({name: index for name, (_, index) in read.items()})
    records = (
        ((kind, name), Record(held, b"", packed([index]))) for name, (held, index) in read.items() if is_clear(held)
    )
    cache.commit(records, [(kind, name) for name in cache.names(kind).difference(paths)])
    return found


def unpacked_index(record: Record | None) -> array[int]:
    """The marks in a record of an index."""
    return next(unpacked(record.extra), array("Q")) if record is not None else array("Q")
