from __future__ import annotations

import json
from dataclasses import replace

import pytest

from translator.errors import Location, TranslatorError
from translator.findings import Finding
from translator.report import Coverage, Report, apply_baseline, apply_ratchet, raised, to_baseline, to_ratchet

OLD = Finding("residue", "error", "a", Location("p.po", 3, 1), "zh", None, "治療費", "治疗費", (2, 3))
NEW = Finding("residue", "error", "b", Location("p.po", 9, 1), "zh", None, "検査", "検查", (0, 1))
COVERAGE = {"zh": Coverage(3, 2, faulty=1), "en": Coverage(3, 3)}


def test_accepted_findings_are_left_out_also_when_lines_move() -> None:
    text = to_baseline(Report((OLD, OLD)))
    moved = replace(OLD, location=Location("p.po", 30, 1), message="other words")
    report, stale = apply_baseline(Report((moved, NEW), COVERAGE), text, path="baseline.json")
    assert report == Report((NEW,), COVERAGE)
    assert stale == 1
    assert apply_baseline(Report((OLD, OLD, OLD)), text, path="b")[0].findings == (OLD,)


def test_a_baseline_is_one_finding_a_line() -> None:
    text = to_baseline(Report((NEW, OLD)))
    assert json.loads(text)["version"] == 1
    assert sum('"check": "residue"' in line for line in text.splitlines()) == 2
    assert to_baseline(Report((OLD, NEW))) == text
    assert json.loads(to_baseline(Report()))["accepted"] == []


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "accepted": []}'])
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(TranslatorError):
        apply_baseline(Report(), text, path="baseline.json")


def test_the_ratchet_tells_what_fell_and_only_rises() -> None:
    text = to_ratchet({"zh": Coverage(4, 3), "en": Coverage(3, 3), "ja": Coverage(1, 1)})
    assert json.loads(text) == {"en": 100.0, "ja": 100.0, "zh": 75.0}
    report = apply_ratchet(Report((), COVERAGE), text, path="ratchet.json")
    assert [(each.check, each.locale, each.message) for each in report.findings] == [
        ("coverage-fell", "zh", "coverage of zh fell from 75.00 % to 66.66 %")
    ]
    assert json.loads(raised(text, COVERAGE, path="ratchet.json")) == {"en": 100.0, "ja": 100.0, "zh": 75.0}
    assert json.loads(raised("", COVERAGE, path="ratchet.json")) == {"en": 100.0, "zh": 66.66}
