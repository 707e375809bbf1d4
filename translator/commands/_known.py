"""What earlier runs found out and still holds."""

from __future__ import annotations

from translator.cache import Cache
from translator.commands._answers import Answer, answer_of
from translator.commands._run import Run
from translator.commands._state import State, cache_version, run_key


class Known:
    """The answers that a run need not find anew."""

    def __init__(self, run: Run) -> None:
        self.cache = Cache(run.project.root, cache_version())
        self.key = run_key(run.project, run.locales)
        tags = ",".join(each.tag for each in run.locales)
        self.built, self.checked = f"build {tags}", f"check {tags}"

    def answer(self, kind: str, name: str, state: State) -> Answer | None:
        """The answer that an earlier run kept, where it still holds."""
        record = self.cache.get(kind, name)
        if record is None or not record.key or record.key != state.key(self.key, name):
            return None
        return answer_of(name, record)

    def earlier(self, kind: str, name: str) -> Answer | None:
        """The answer that an earlier run kept, whether it holds or not."""
        record = self.cache.get(kind, name)
        return answer_of(name, record) if record is not None else None
