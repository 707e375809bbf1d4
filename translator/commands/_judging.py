"""The gate over many documents: only what changed is judged again."""

from __future__ import annotations

from collections.abc import Sequence

from translator.checks import CheckSettings
from translator.collector import at_rest
from translator.commands._answers import Answer, record_of
from translator.commands._gate import Gate, report_of
from translator.commands._known import Known
from translator.commands._run import Run
from translator.commands._work import Judge
from translator.findings import Finding
from translator.report import Report


def judge_all(run: Run, names: Sequence[str], settings: CheckSettings) -> list[Answer]:
    """What the gate finds in documents, in their order."""
    known = Known(run)
    held = known.answers((known.checked, known.built), names)
    found = {name: answer for name, _, answer in held if answer is not None}
    new = [name for name in names if name not in found]
    for answer in run.each("check", Judge(run.project, run.locales, Gate(settings, run.jobs), known.key), new):
        found[answer.name] = answer
    gone = known.cache.names(known.checked).difference(run.project.documents)
    records = (((known.checked, name), record_of(found[name])) for name in new if found[name].key)
    known.cache.commit(records, [(known.checked, name) for name in gone])
    return [found[name] for name in names]


def judged_project(run: Run, names: Sequence[str], settings: CheckSettings) -> tuple[Report, list[Finding]]:
    """The report on documents, and the findings of reading them."""
    answers = judge_all(run, names, settings)
    unread = [finding for each in answers for finding in each.unread]
    results = [result for each in answers for result in each.results]
    with at_rest():
        return report_of(run.project, unread, results, run.locales, settings), unread
