"""What earlier runs found out and still holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translator.collector import at_rest
from translator.commands._answers import Answer, answer_of
from translator.commands._run import Run
from translator.commands._state import State, run_key, state_of


class Known:
    """The answers that a run need not find anew."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.cache = run.cache
        self.key = run_key(run.project, run.locales)
        tags = ",".join(each.tag for each in run.locales)
        self.built, self.checked = f"build {tags}", f"check {tags}"

    def answer(self, kind: str, name: str, state: State) -> Answer | None:
        """The answer that an earlier run kept, where it still holds."""
        record = self.cache.get(kind, name)
        if record is None or not record.key or record.key != state.key(self.key, name):
            return None
        return answer_of(name, record)

    def answers(self, kinds: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, State, Answer | None]]:
        """For each document its state, and the answer that an earlier run kept under one of the kinds and that holds."""
        # Ten thousands of lasting values are made.
        with at_rest():
            for name in names:
                state = state_of(self.run.project, name, self.run.locales)
                found = (self.answer(kind, name, state) for kind in kinds)
                yield name, state, next((each for each in found if each is not None), None)

    def earlier(self, kind: str, name: str) -> Answer | None:
        """The answer that an earlier run kept, whether it holds or not."""
        record = self.cache.get(kind, name)
        return answer_of(name, record) if record is not None else None
