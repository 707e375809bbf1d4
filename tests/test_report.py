from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from translator.errors import Location
from translator.findings import Finding
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
        '    msgstr "治疗费と"',
        "                  ^^",
        "    in source_texts/a.md:3",
        "x,y.po: warning: no catalog [missing-catalog]",
        "zh: 66.66 % covered (2 of 3 entries; 0 fuzzy, 0 untranslated, 1 faulty)",
        "1 error, 1 warning",
    ]


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
    assert root.attrib == {"name": "translator check", "tests": "2", "failures": "1", "errors": "0"}
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
