"""One run over many documents: what is known is taken from the cache, the rest is done side by side."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

import click

from translator import batch
from translator.cache import Cache, Record
from translator.checks import CheckSettings
from translator.commands._answers import Answer, answer_of, record_of
from translator.commands._offers import Index, Offers, index_of
from translator.commands._state import State, cache_version, outputs_of, run_key, state_of
from translator.commands._work import Builder, Issue, Judge, Publisher, Task, with_outputs
from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.project import Project
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

    def __post_init__(self) -> None:
        self.key = run_key(self.project, self.locales)
        self.cache = Cache(self.project.root, cache_version())
        self._tags = ",".join(each.tag for each in self.locales)

    @property
    def kinds(self) -> tuple[str, str]:
        """The kinds of records of a build and of the gate alone."""
        return f"build {self._tags}", f"check {self._tags}"

    def each(self, verb: str, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The results of a work on items, in order; a line on a terminal counts them."""
        jobs = self.jobs or batch.sensible_jobs(len(items))
        with _counter(verb, len(items), self.is_shown and len(items) >= batch.ENOUGH) as told:
            yield from batch.run(work, items, jobs=jobs, told=told)

    def known(self, kind: str, name: str, state: State) -> Answer | None:
        """The answer that an earlier run kept, where it still holds."""
        record = self.cache.get(kind, name)
        if record is None or record.key != state.key(self.key, name):
            return None
        return _answer(name, record)

    def earlier(self, kind: str, name: str) -> Answer | None:
        """The answer that an earlier run kept, whether it holds or not."""
        record = self.cache.get(kind, name)
        return _answer(name, record) if record is not None else None

    def keep(self, kind: str, answers: Iterable[Answer], gone: Iterable[str] = ()) -> None:
        """Keeps answers that hold."""
        self.cache.commit(kind, {each.name: record_of(each) for each in answers if each.key}, gone)


def _answer(name: str, record: Record) -> Answer | None:
    try:
        return answer_of(name, record)
    except (ValueError, KeyError, TypeError):
        return None


def run_of(ctx: click.Context, project: Project, locales: Sequence[LocaleSettings]) -> Run:
    """The run that the options of the tool ask for."""
    options = ctx.find_root().obj
    return Run(project, tuple(locales), options["jobs"], sys.stderr.isatty() and options["verbosity"] >= 0)


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
    run.keep(check, (found[name] for name in new), run.cache.names(check).difference(run.project.documents))
    return [found[name] for name in names]


@dataclass
class Built:
    """The answers of a build: by name, in document order; which are new, and which are to be kept."""

    answers: dict[str, Answer]
    new: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)


def build_all(run: Run, names: Sequence[str], settings: CheckSettings) -> Built:
    """Extracts, updates and judges documents; what other catalogs offer is asked after all else is done."""
    kind, _ = run.kinds
    found: dict[str, Answer] = {}
    changed: set[int] = set()
    for name in names:
        state = state_of(run.project, name, run.locales)
        answer = run.known(kind, name, state)
        if answer is not None and (not answer.is_read or answer.template == state.template):
            found[name] = answer
    known = set(found)
    for name in run.cache.names(kind) - known:
        changed |= _marks(run.earlier(kind, name))
    builder = Builder(run.project, run.locales, settings, run.key, counted(run))
    new = [name for name in names if name not in known]
    for answer in run.each("build", builder, [Task(name) for name in new]):
        found[answer.name] = answer
        changed |= _marks(answer)
    again = [name for name in names if _asks(found[name], changed) and (name in known or found[name].is_deferred)]
    again += [name for name in new if found[name].is_deferred and name not in again]
    late: set[int] = set()
    for answer in run.each("build", builder, tasks_with_offers(run, found, again)):
        late |= _marks(answer) if answer.lines else set()
        # What was said before the deferral is said only once.
        found[answer.name] = answer
    made = set(new) | set(again)
    is_sure = all(found[name].key for name in made)
    doubtful = {name for name in names if _asks(found[name], late) or (not is_sure and any(found[name].asked.values()))}
    return Built({name: found[name] for name in names}, made, doubtful)


def _marks(answer: Answer | None) -> set[int]:
    return {mark for each in answer.index.values() for mark in each} if answer else set()


def _asks(answer: Answer, changed: set[int]) -> bool:
    return any(not changed.isdisjoint(each) for each in answer.asked.values())


def counted(run: Run) -> Mapping[str, int]:
    """How many catalogs each locale has."""
    return {each.tag: len(run.project.catalogs_on_disk(each)) for each in run.locales}


def tasks_with_offers(run: Run, answers: Mapping[str, Answer], names: Sequence[str]) -> list[Task]:
    """The documents with what other catalogs offer them; looked up before any of them is written."""
    if not names:
        return []
    offered: dict[str, dict[str, tuple[object, ...]]] = {name: {} for name in names}
    for locale in run.locales:
        asked = frozenset(mark for name in names for mark in answers[name].asked.get(locale.tag, ()))
        known = {name: each.index[locale.tag] for name, each in answers.items() if locale.tag in each.index}
        offers = Offers(run.project, locale, indexed(run, locale, known), asked)
        for name in names:
            offered[name][locale.tag] = offers.entries(name, answers[name].asked.get(locale.tag, ()))
    return [Task(name, offered[name]) for name in names]  # type: ignore[arg-type]


def indexed(run: Run, locale: LocaleSettings, known: Index) -> Index:
    """The index of all catalogs of a locale; those that are not known yet are read."""
    missing = [name for name in run.project.catalogs_on_disk(locale) if name not in known]
    read = run.each("look up", Indexer(run.project, locale), missing)
    return {**known, **dict(zip(missing, read, strict=True))}


@dataclass(frozen=True)
class Indexer:
    """Reads a catalog for its index; a broken one offers nothing."""

    project: Project
    locale: LocaleSettings

    def __call__(self, name: str) -> array[int]:
        try:
            file = self.project.catalog(self.project.catalog_path(name, self.locale))
        except TranslatorError:
            return array("Q")
        return index_of(file.catalog) if file else array("Q")


def publish_all(run: Run, built: Built, passing: Sequence[LocaleSettings], options: ExportOptions) -> None:
    """Writes what is not current of the locales that pass, and keeps what is known."""
    issues = []
    for name, answer in built.answers.items():
        if not answer.is_read:
            continue
        stale = [
            each.tag
            for each in passing
            if name in built.new or answer.outputs.get(each.tag) != outputs_of(run.project, name, each)
        ]
        if stale:
            issues.append(Issue(name, answer.key, tuple(stale)))
    publisher = Publisher(run.project, run.locales, run.key, options)
    kind, _ = run.kinds
    published: dict[str, Answer] = {}
    for issue, outputs in zip(issues, run.each("publish", publisher, issues), strict=True):
        published[issue.name] = with_outputs(built.answers[issue.name], outputs)
    kept = {name: built.answers[name] for name in built.new} | published
    gone = run.cache.names(kind).difference(built.answers) | built.doubtful
    run.keep(kind, (replace(kept[name], lines=()) for name in kept if name not in built.doubtful), gone)
