"""The build of many documents: only what changed, and what asks for that, is worked on."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from translator.cache import Record, Slot
from translator.checks import CheckSettings
from translator.commands._answers import Answer, record_of
from translator.commands._gate import Gate
from translator.commands._known import Known
from translator.commands._moves import orphans
from translator.commands._offers import Indexer, changed_marks, packed
from translator.commands._run import Run
from translator.commands._state import digest_of, is_clear, outputs_of
from translator.commands._updating import counts, offers, unpacked_index
from translator.commands._work import Builder, Issue, Publisher, Updating, with_outputs
from translator.config import LocaleSettings
from translator.steps.export import ExportOptions


@dataclass
class Built:
    """The answers of a build, in document order: which were made now, which are not to be kept.

    `left` are records of the catalogs without a document, `gone` what is no longer to be kept.
    """

    known: Known
    answers: dict[str, Answer] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    left: dict[Slot, Record] = field(default_factory=dict)
    gone: set[Slot] = field(default_factory=set)


def build_all(run: Run, names: Sequence[str], settings: CheckSettings) -> Built:
    """Extracts, updates and judges documents; those that want to know of other catalogs come last."""
    built = Built(Known(run))
    found, kind, key, cache = built.answers, built.known.built, built.known.key, built.known.cache
    for name, state, answer in built.known.answers((kind,), names):
        if answer is not None and (not answer.is_read or answer.template == state.template):
            found[name] = answer
    lost = cache.names(kind).difference(found)
    built.gone = {(kind, name) for name in lost.difference(names)}
    changed = _left(run, built)
    asking = [name for name in found if any(found[name].asked.values())]
    gate = Gate(settings, run.jobs)
    updating = Updating(run.locales, counts=counts(run))
    new = [name for name in names if name not in found]
    for answer in run.each("build", Builder(run.project, updating, gate, key), new):
        found[answer.name] = answer
    for name in lost.union(new) if asking else ():
        changed |= _changes(built.known.earlier(kind, name), found.get(name))
    again = [name for name in asking if _asks(found[name], changed)]
    again += [name for name in new if found[name].is_deferred]
    late: set[int] = set()
    if again:
        told = replace(updating, offers=offers(run, cache, found, again))
        for answer in run.each("build", Builder(run.project, told, gate, key), again):
            late |= _changes(found[answer.name], answer)
            found[answer.name] = answer
    built.new = {*new, *again}
    is_sure = all(found[name].is_still for name in built.new)
    built.doubtful = {
        name for name in names if _asks(found[name], late) or (not is_sure and any(found[name].asked.values()))
    }
    built.answers = {name: found[name] for name in names}
    return built


def _left(run: Run, built: Built) -> set[int]:
    """The marks of what changed in catalogs without a document since they were last looked at."""
    kind, cache = f"left {built.known.built}", built.known.cache
    changed: set[int] = set()
    names = set()
    for locale in run.locales:
        for name, path in orphans(run.project, locale).items():
            slot = (kind, f"{locale.tag}/{name}")
            names.add(slot[1])
            record = cache.get(*slot)
            if record is None or record.key != digest_of(path) or not is_clear(record.key):
                key, index = Indexer(run.project, locale)(name)
                changed |= changed_marks(unpacked_index(record), index)
                built.left[slot] = Record(key, b"", packed([index]))
    for name in cache.names(kind) - names:
        changed |= changed_marks(unpacked_index(cache.get(kind, name)), array("Q"))
        built.gone.add((kind, name))
    return changed


def _changes(before: Answer | None, after: Answer | None) -> set[int]:
    """The marks of what changed in the catalogs of a document."""
    old, new = (each.index if each is not None else {} for each in (before, after))
    nothing = array("Q")
    return {mark for tag in {*old, *new} for mark in changed_marks(old.get(tag, nothing), new.get(tag, nothing))}


def _asks(answer: Answer, changed: set[int]) -> bool:
    return any(not changed.isdisjoint(each) for each in answer.asked.values())


def publish_all(
    run: Run, built: Built, passing: Sequence[LocaleSettings], options: ExportOptions, settings: CheckSettings
) -> Iterator[tuple[str, LocaleSettings, str]]:
    """Writes what is not current of the locales that pass, and keeps what is known.

    Gives every copy that is current now: its document, its locale and the digest of its bytes.
    """
    issues = []
    for name, answer in built.answers.items():
        stale = [
            each.tag
            for each in passing
            if answer.is_read
            and (name in built.new or answer.outputs.get(each.tag) != outputs_of(run.project, name, each))
        ]
        if stale:
            has_faulty = any(each.coverage.faulty for each in answer.results)
            issues.append(Issue(name, answer.key, tuple(stale), has_faulty))
    publisher = Publisher(run.project, run.locales, built.known.key, options, Gate(settings, run.jobs))
    kept = {name: built.answers[name] for name in built.new}
    for issue, outputs in zip(issues, run.each("publish", publisher, issues), strict=True):
        kept[issue.name] = with_outputs(built.answers[issue.name], outputs)
    kind = built.known.built
    sure = [each for name, each in kept.items() if each.key and name not in built.doubtful]
    records = chain(built.left.items(), (((kind, each.name), record_of(each)) for each in sure))
    unsure = {(kind, name) for name in built.new | built.doubtful}.difference((kind, each.name) for each in sure)
    built.known.cache.commit(records, built.gone | unsure)
    for name, answer in built.answers.items():
        outputs = (kept.get(name) or answer).outputs
        yield from ((name, each, outputs[each.tag][1]) for each in passing if answer.is_read)
