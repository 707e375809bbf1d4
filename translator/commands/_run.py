"""One run over many documents: what is known is taken from the cache, the rest is done side by side."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

import click

from translator import batch, store
from translator.cache import FOLDER, Cache, Record, Slot
from translator.checks import CheckSettings
from translator.commands._answers import Answer, answer_of, record_of
from translator.commands._door import jobs_of
from translator.commands._gate import report_of
from translator.commands._moves import orphans
from translator.commands._offers import Indexer, Offerer, Offers, holders, packed, unpacked
from translator.commands._state import State, cache_version, digest_of, is_clear, outputs_of, run_key, state_of
from translator.commands._work import Builder, Issue, Judge, Publisher, Updater, Updating, with_outputs
from translator.config import LocaleSettings
from translator.findings import Finding
from translator.project import Project
from translator.report import Report
from translator.steps.export import ExportOptions

T = TypeVar("T")
R = TypeVar("R")


@dataclass
class Run:
    """A run of a command: the project, the locales it is about, and how it may work."""

    project: Project
    locales: tuple[LocaleSettings, ...]
    jobs: int | None = None
    is_shown: bool = False

    @cached_property
    def cache(self) -> Cache:
        """What earlier runs kept."""
        return Cache(self.project.root, cache_version())

    @cached_property
    def key(self) -> str:
        """What all answers of this run depend on beside files."""
        return run_key(self.project, self.locales)

    @property
    def kinds(self) -> tuple[str, str]:
        """The kinds of records of a build and of the gate alone."""
        tags = ",".join(each.tag for each in self.locales)
        return f"build {tags}", f"check {tags}"

    def each(self, verb: str, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The results of a work on items, in order; a line on a terminal counts them."""
        jobs = self.jobs or batch.sensible_jobs(len(items))
        with _counter(verb, len(items), self.is_shown and len(items) >= batch.ENOUGH) as told:
            yield from batch.run(work, items, jobs=jobs, told=told)

    def known(self, kind: str, name: str, state: State) -> Answer | None:
        """The answer that an earlier run kept, where it still holds."""
        record = self.cache.get(kind, name)
        if record is None or not record.key or record.key != state.key(self.key, name):
            return None
        return _answer(name, record)

    def earlier(self, kind: str, name: str) -> Answer | None:
        """The answer that an earlier run kept, whether it holds or not."""
        record = self.cache.get(kind, name)
        return _answer(name, record) if record is not None else None

    def clear(self) -> None:
        """Removes what killed runs left half-written."""
        settings = self.project.settings
        for folder in (settings.catalogs, settings.output, FOLDER):
            store.clear(self.project.root / folder)


def _answer(name: str, record: Record) -> Answer | None:
    try:
        return answer_of(name, record)
    except (ValueError, KeyError, TypeError):
        return None


def run_of(ctx: click.Context, project: Project, locales: Sequence[LocaleSettings]) -> Run:
    """The run that the options of the tool ask for."""
    is_shown = sys.stderr.isatty() and ctx.find_root().obj["verbosity"] >= 0
    return Run(project, tuple(locales), jobs_of(ctx), is_shown)


@contextmanager
def _counter(verb: str, total: int, is_shown: bool) -> Iterator[Callable[[int], None] | None]:
    if not is_shown:
        yield None
        return
    try:
        yield lambda done: click.echo(f"\r{verb}: {done} of {total}", nl=False, err=True)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def judge_all(run: Run, names: Sequence[str], settings: CheckSettings) -> list[Answer]:
    """What the gate finds in documents, in their order."""
    build, check = run.kinds
    found: dict[str, Answer] = {}
    for name in names:
        state = state_of(run.project, name, run.locales)
        answer = run.known(check, name, state) or run.known(build, name, state)
        if answer is not None:
            found[name] = answer
    new = [name for name in names if name not in found]
    for answer in run.each("check", Judge(run.project, run.locales, settings, run.key), new):
        found[answer.name] = answer
    gone = run.cache.names(check).difference(run.project.documents)
    records = (((check, name), record_of(found[name])) for name in new if found[name].key)
    run.cache.commit(records, [(check, name) for name in gone])
    return [found[name] for name in names]


def judged_project(run: Run, names: Sequence[str], settings: CheckSettings) -> tuple[Report, list[Finding]]:
    """The report on documents, and the findings of reading them."""
    answers = judge_all(run, names, settings)
    unread = [finding for each in answers for finding in each.unread]
    results = [result for each in answers for result in each.results]
    return report_of(run.project, unread, results, run.locales, settings), unread


def update_all(run: Run, names: Sequence[str], updating: Updating) -> list[Answer]:
    """Brings the catalogs of documents up to their templates, in document order.

    Documents that want to know what other catalogs offer come last, and are told what these held
    before any of them is written.
    """
    updating = replace(updating, counts=_counts(run))
    found = {each.name: each for each in run.each("update", Updater(run.project, updating), names)}
    again = [name for name in names if found[name].is_deferred]
    if again:
        told = replace(updating, offers=_offers(run, found, again))
        found.update((each.name, each) for each in run.each("update", Updater(run.project, told), again))
    return [found[name] for name in names]


def _counts(run: Run) -> Mapping[str, int]:
    """How many catalogs each locale has."""
    return {each.tag: len(run.project.catalogs_on_disk(each)) for each in run.locales}


def _offers(run: Run, answers: Mapping[str, Answer], names: Sequence[str]) -> dict[str, Offers]:
    """What the catalogs of each locale offer to documents; looked up before any of them is written."""
    found = {}
    for locale in run.locales:
        asked = frozenset(mark for name in names for mark in answers[name].asked.get(locale.tag, ()))
        known = {name: each.index[locale.tag] for name, each in answers.items() if locale.tag in each.index}
        holding = holders(_index(run, locale, known), asked)
        wanted = sorted({name for each in holding.values() for name in each})
        offered = run.each("look up", Offerer(run.project, locale, asked), wanted)
        found[locale.tag] = Offers(holding, dict(zip(wanted, offered, strict=True)))
    return found


def _index(run: Run, locale: LocaleSettings, known: Mapping[str, array[int]]) -> dict[str, array[int]]:
    """The index of all catalogs of a locale; those that nothing is known of are read, and kept in mind."""
    kind = f"index {locale.tag}"
    found = dict(known)
    new: dict[str, str] = {}
    paths = run.project.catalogs_on_disk(locale)
    for name, path in paths.items():
        if name in known:
            continue
        key = digest_of(path)
        record = run.cache.get(kind, name)
        if record is not None and record.key == key:
            found[name] = _unpacked(record)
        else:
            new[name] = key
    read = zip(new, run.each("look up", Indexer(run.project, locale), list(new)), strict=True)
    found.update(read)
    still = [name for name, key in new.items() if is_clear(key) and digest_of(paths[name]) == key]
    records = (((kind, name), Record(new[name], b"", packed([found[name]]))) for name in still)
    run.cache.commit(records, [(kind, name) for name in run.cache.names(kind).difference(paths)])
    return found


def _unpacked(record: Record | None) -> array[int]:
    return next(unpacked(record.extra), array("Q")) if record is not None else array("Q")


@dataclass
class Built:
    """The answers of a build, in document order: which were made now, which are not to be kept.

    `left` are records of the catalogs without a document, `gone` what is no longer to be kept.
    """

    answers: dict[str, Answer]
    new: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    left: dict[Slot, Record] = field(default_factory=dict)
    gone: set[Slot] = field(default_factory=set)


def build_all(run: Run, names: Sequence[str], settings: CheckSettings) -> Built:
    """Extracts, updates and judges documents; those that want to know of other catalogs come last."""
    kind, _ = run.kinds
    built = Built({})
    found = built.answers
    for name in names:
        state = state_of(run.project, name, run.locales)
        answer = run.known(kind, name, state)
        if answer is not None and (not answer.is_read or answer.template == state.template):
            found[name] = answer
    known = tuple(found)
    lost = run.cache.names(kind).difference(known)
    built.gone = {(kind, name) for name in lost.difference(names)}
    changed = _left(run, built)
    asking = [name for name in known if any(found[name].asked.values())]
    for name in lost if asking else ():
        changed |= _marks(run.earlier(kind, name))
    updating = Updating(run.locales, counts=_counts(run))
    new = [name for name in names if name not in found]
    for answer in run.each("build", Builder(run.project, updating, settings, run.key), new):
        found[answer.name] = answer
        changed |= _marks(answer) if asking else set()
    again = [name for name in asking if _asks(found[name], changed)]
    again += [name for name in new if found[name].is_deferred]
    late: set[int] = set()
    if again:
        told = replace(updating, offers=_offers(run, found, again))
        for answer in run.each("build", Builder(run.project, told, settings, run.key), again):
            found[answer.name] = answer
            late |= _marks(answer) if answer.lines else set()
    built.new = {*new, *again}
    is_sure = all(found[name].is_still for name in built.new)
    built.doubtful = {
        name for name in names if _asks(found[name], late) or (not is_sure and any(found[name].asked.values()))
    }
    built.answers = {name: found[name] for name in names}
    return built


def _left(run: Run, built: Built) -> set[int]:
    """The marks of what changed in catalogs without a document since they were last looked at."""
    kind = f"left {run.kinds[0]}"
    changed: set[int] = set()
    names = set()
    for locale in run.locales:
        for name, path in orphans(run.project, locale).items():
            slot = (kind, f"{locale.tag}/{name}")
            names.add(slot[1])
            key, record = digest_of(path), run.cache.get(*slot)
            if record is None or record.key != key or not is_clear(key):
                index = Indexer(run.project, locale)(name)
                changed.update(_unpacked(record), index)
                built.left[slot] = Record(key, b"", packed([index]))
    for name in run.cache.names(kind) - names:
        changed.update(_unpacked(run.cache.get(kind, name)))
        built.gone.add((kind, name))
    return changed


def _marks(answer: Answer | None) -> set[int]:
    return {mark for each in answer.index.values() for mark in each} if answer else set()


def _asks(answer: Answer, changed: set[int]) -> bool:
    return any(not changed.isdisjoint(each) for each in answer.asked.values())


def publish_all(run: Run, built: Built, passing: Sequence[LocaleSettings], options: ExportOptions) -> None:
    """Writes what is not current of the locales that pass, and keeps what is known."""
    issues = []
    for name, answer in built.answers.items():
        stale = [
            each.tag
            for each in passing
            if answer.is_read
            and (name in built.new or answer.outputs.get(each.tag) != outputs_of(run.project, name, each))
        ]
        if stale:
            issues.append(Issue(name, answer.key, tuple(stale)))
    publisher = Publisher(run.project, run.locales, run.key, options)
    kept = {name: built.answers[name] for name in built.new}
    for issue, outputs in zip(issues, run.each("publish", publisher, issues), strict=True):
        kept[issue.name] = with_outputs(built.answers[issue.name], outputs)
    kind, _ = run.kinds
    sure = [each for name, each in kept.items() if each.key and name not in built.doubtful]
    records = chain(built.left.items(), (((kind, each.name), record_of(each)) for each in sure))
    unsure = {(kind, name) for name in built.new | built.doubtful}.difference((kind, each.name) for each in sure)
    run.cache.commit(records, built.gone | unsure)
