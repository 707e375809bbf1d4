"""The gate over many documents: only what changed is judged again."""

from __future__ import annotations

from collections.abc import Sequence

from translator.checks import CheckSettings
from translator.commands._answers import Answer, record_of
from translator.commands._gate import report_of
from translator.commands._known import Known
from translator.commands._run import Run
from translator.commands._state import state_of
from translator.commands._work import Judge
from translator.findings import Finding
from translator.report import Report


def judge_all(run: Run, names: Sequence[str], settings: CheckSettings) -> list[Answer]:
    """What the gate finds in documents, in their order."""
    known = Known(run)
    found: dict[str, Answer] = {}
    for name in names:
        state = state_of(run.project, name, run.locales)
        answer = known.answer(known.checked, name, state) or known.answer(known.built, name, state)
        if answer is not None:
            found[name] = answer
    new = [name for name in names if name not in found]
    for answer in run.each("check", Judge(run.project, run.locales, settings, known.key), new):
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
    return report_of(run.project, unread, results, run.locales, settings), unread
