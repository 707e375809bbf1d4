"""The garbage collector, put to rest where only lasting values are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """No garbage arises among so many lasting entries, yet looking for it takes a tenth of the time.

    Nor is it looked for among them afterwards: they count as old.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _age()
            gc.enable()


def _age() -> None:
    """Puts all objects among the old ones; not where someone set some apart, who would get them back."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
