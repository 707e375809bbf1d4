"""One run over many documents, side by side."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import click

from translator import batch, store
from translator.cache import Cache
from translator.commands._door import jobs_of
from translator.commands._state import cache_version
from translator.config import LocaleSettings
from translator.project import Project

T = TypeVar("T")
R = TypeVar("R")


@dataclass
class Run:
    """A run of a command: the project, the locales it is about, and how it may work."""

    project: Project
    locales: tuple[LocaleSettings, ...]
    jobs: int | None = None
    is_shown: bool = False

    def each(self, verb: str, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The results of a work on items, in order; a line on a terminal counts them."""
        jobs = self.jobs or batch.sensible_jobs(len(items))
        with _counter(verb, len(items), self.is_shown and len(items) >= batch.ENOUGH) as told:
            yield from batch.run(work, items, jobs=jobs, told=told)

    @cached_property
    def cache(self) -> Cache:
        """What earlier runs of the project kept; open until the command ends."""
        return Cache(self.project.root, cache_version())

    def close(self) -> None:
        """Closes the cache, where it was asked for."""
        if "cache" in self.__dict__:
            self.cache.close()

    def clear(self) -> None:
        """Removes what killed runs left half-written."""
        for folder in (self.project.settings.catalogs, self.project.settings.output):
            store.clear(self.project.root / folder)


def run_of(ctx: click.Context, project: Project, locales: Sequence[LocaleSettings]) -> Run:
    """The run that the options of the tool ask for."""
    is_shown = sys.stderr.isatty() and ctx.find_root().obj["verbosity"] >= 0
    run = Run(project, tuple(locales), jobs_of(ctx), is_shown)
    ctx.call_on_close(run.close)
    return run


@contextmanager
def _counter(verb: str, total: int, is_shown: bool) -> Iterator[Callable[[int], None] | None]:
    if not is_shown:
        yield None
        return
    try:
        yield lambda done: click.echo(f"\r{verb}: {done} of {total}", nl=False, err=True)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)
