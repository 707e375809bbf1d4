"""What earlier runs found out and still holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from translator.cache import is_there
from translator.catalog import Key
from translator.checks import deciding_checks
from translator.collector import at_rest
from translator.commands._answers import Answer, answer_of
from translator.commands._run import Run
from translator.commands._state import State, run_key, state_of
from translator.steps.check import GAPS, CatalogResult


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


@dataclass(frozen=True, slots=True)
class Vouched:
    """What an earlier run found of a document's catalogs, and the key under which that holds.

    `faulty` are by locale the filled entries that did not count as covered; a locale of which that
    is not known is not in it. `errors` are by locale the faults that the gate found, gaps not counted.
    """

    name: str
    key: str = ""
    faulty: Mapping[str, frozenset[Key]] = field(default_factory=dict)
    errors: Mapping[str, int] = field(default_factory=dict)


def vouched(run: Run, names: Sequence[str]) -> Iterator[Vouched]:
    """What an earlier check or build still says of each document; `run` is over all locales of the project."""
    if not is_there(run.project.root):
        yield from map(Vouched, names)
        return
    known = Known(run)
    for name, _, answer in known.answers((known.checked, known.built), names):
        if answer is None:
            yield Vouched(name)
            continue
        faulty = {each.locale: _faulty(each) for each in answer.results}
        sure = {each.locale for each in answer.results if len(faulty[each.locale]) == each.coverage.faulty}
        known_faulty = {locale: keys for locale, keys in faulty.items() if locale in sure}
        yield Vouched(name, answer.key, known_faulty, {each.locale: _errors(each) for each in answer.results})


def _errors(result: CatalogResult) -> int:
    """How many errors a result has beside the gaps of its catalog."""
    return sum(each.severity == "error" and each.check not in GAPS for each in result.findings)


def _faulty(result: CatalogResult) -> frozenset[Key]:
    """The entries that a result does not count as covered, by its findings."""
    if not result.coverage.faulty:
        return frozenset()
    deciding = {each.name for each in deciding_checks()}
    errors = (each for each in result.findings if each.severity == "error" and each.check in deciding)
    return frozenset((each.context, each.source) for each in errors)
