"""Work on many items side by side in processes; results come in the order of the items."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from typing import Any, TypeVar

from translator import patterns
from translator.errors import TranslatorError

T = TypeVar("T")
R = TypeVar("R")
ENOUGH = 48
"""So many items are worth the start of processes."""
FEW_PARTS = 3
"""So many parts of one thing are worth it."""
_LARGEST = 8
# What a worker process does; set once, when it starts.
_work: ContextVar[Callable[[Any], Any]] = ContextVar("work")


def sensible_jobs(count: int) -> int:
    """How many processes suit so many items: one a processor, or just this one where there is little to do."""
    if count < ENOUGH:
        return 1
    return _processors()


def run(
    work: Callable[[T], R], items: Sequence[T], *, jobs: int = 1, told: Callable[[int], None] | None = None
) -> Iterator[R]:
    """The results of a work on items, in their order; `told` hears how many are done.

    With one job nothing else is started, and each is worked on when it is asked for; others begin at once. `work` and the items must be picklable otherwise. What
    the work raises is raised here, at the place of its item; TranslatorError where a process was
    killed. When the caller stops early, what has begun is finished, and the rest is left.
    """
    jobs = min(jobs, len(items))
    results = map(work, items) if jobs <= 1 else _side_by_side(work, items, jobs)
    return _counted(results, told)


def _counted(results: Iterable[R], told: Callable[[int], None] | None) -> Iterator[R]:
    for number, result in enumerate(results, 1):
        yield result
        if told is not None:
            told(number)


def shared(work: Callable[[T], R], items: Sequence[T], *, jobs: int | None = None) -> Iterator[R]:
    """The results of a work on parts of one thing, in their order, side by side where that gains.

    That is where a fork hands the thing to other processes for nothing, and this process is none of
    a batch's itself. Without `jobs` there are as many as processors.
    """
    many = len(items) >= FEW_PARTS and _work.get(None) is None and _may_fork()
    return run(work, items, jobs=(jobs or _processors()) if many else 1)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _may_fork() -> bool:
    # A fork needs no second loading of the package; beside other threads it is not safe.
    return sys.platform == "linux" and threading.active_count() == 1


def _side_by_side(work: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    results = _worked(work, items, jobs)
    next(results)
    return results  # type: ignore[return-value]


def _worked(work: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R | None]:
    """None when all has begun, then the results."""
    # Slow to load, and one document needs none.
    import multiprocessing
    from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor

    context = multiprocessing.get_context("fork" if _may_fork() else None)
    executor = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(work,))
    try:
        waiting: deque[Future[list[R]]] = deque(
            executor.submit(_chunk, items[a:b]) for a, b in _shares(len(items), jobs)
        )
        yield None
        while waiting:
            try:
                results = waiting.popleft().result()
            except BrokenExecutor as error:
                raise TranslatorError(
                    "a process that worked beside this one was killed (the system may be out of memory); "
                    "run again, with `--jobs 1` if it happens again"
                ) from error
            yield from results
    finally:
        executor.shutdown(cancel_futures=True)


def _shares(count: int, jobs: int) -> Iterator[tuple[int, int]]:
    """The spans of items that are handed over together: ever fewer, so that no process waits long for another's last.

    >>> [end - start for start, end in _shares(60, 2)]
    [7, 6, 5, 5, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    """
    at = 0
    while at < count:
        size = max(1, min(_LARGEST, (count - at) // (jobs * 4)))
        yield at, at + size
        at += size


def _begin(work: Callable[[Any], Any]) -> None:
    # The first process hears the interruption, and tells the others by giving them no more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    patterns.install()
    _on_exit(patterns.keep)
    _work.set(work)


def _on_exit(do: Callable[[], None]) -> None:
    """Has something done before this process ends; it leaves without what `atexit` knows."""
    from multiprocessing.util import Finalize

    Finalize(None, do, exitpriority=0)


def _leave_with_parent() -> None:
    """Ends this process when its parent was killed: no one would ever give it work again."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunk(items: Sequence[Any]) -> list[Any]:
    work = _work.get()
    return [work(item) for item in items]
