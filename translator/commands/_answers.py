"""What is known of a document: what the gate found, what was published; as value and as record of the cache."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from translator.cache import Record
from translator.commands._offers import packed, unpacked
from translator.errors import Location
from translator.findings import Finding
from translator.report import Coverage
from translator.steps.check import CatalogResult

Line = tuple[int, str]
"""What is to be said, after the verbosity from which on it is: errors are below the quietest."""
ALWAYS = -9


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run says of one document in its locales.

    `key` says when it holds ("" where it is not to be kept: files changed meanwhile, or something could not be
    done), `template` which template is current ("" where no one has looked). `unread` are findings of reading it,
    `lines` what was done, `met` findings of doing it. `index` and `asked` are, by locale, the marks of what is
    offered and of what is wanted. `outputs` are digests of what is published, by locale. `is_deferred` where
    other catalogs are to be asked first, `is_still` where the files are as this run left them.
    """

    name: str
    key: str = ""
    template: str = ""
    entries: int = 0
    unread: tuple[Finding, ...] = ()
    results: tuple[CatalogResult, ...] = ()
    lines: tuple[Line, ...] = ()
    met: tuple[Finding, ...] = ()
    index: Mapping[str, array[int]] = field(default_factory=dict)
    asked: Mapping[str, array[int]] = field(default_factory=dict)
    outputs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    is_read: bool = True
    is_deferred: bool = False
    is_still: bool = True

    @property
    def has_failed(self) -> bool:
        """Whether something could not be done, and the lines say what."""
        return any(level == ALWAYS for level, _ in self.lines)


def record_of(answer: Answer) -> Record:
    """The answer as it is kept."""
    value = {
        "template": answer.template,
        "entries": answer.entries,
        "is_read": answer.is_read,
        "unread": [_finding(each) for each in answer.unread],
        "results": [_result(each) for each in answer.results],
        "outputs": answer.outputs,
        "index": list(answer.index),
        "asked": list(answer.asked),
    }
    text = json.dumps(value, separators=(",", ":")).encode("ascii")
    return Record(answer.key, text, packed((*answer.index.values(), *answer.asked.values())))


def answer_of(name: str, record: Record) -> Answer | None:
    """The answer that was kept; None where the record is none."""
    try:
        return _as_answer(name, record)
    except (ValueError, KeyError, TypeError):
        return None


def _as_answer(name: str, record: Record) -> Answer:
    value = json.loads(record.value)
    arrays = list(unpacked(record.extra))
    # Equal texts are one text: findings of a document say the same again and again.
    same: dict[str, str] = {}
    index, asked = value["index"], value["asked"]
    return Answer(
        name,
        record.key,
        value["template"],
        value["entries"],
        tuple([_as_finding(each, same) for each in value["unread"]]),
        tuple([_as_result(each, same) for each in value["results"]]),
        index=dict(zip(index, arrays[: len(index)], strict=True)),
        asked=dict(zip(asked, arrays[len(index) :], strict=True)),
        outputs={tag: (one, two) for tag, (one, two) in value["outputs"].items()},
        is_read=value["is_read"],
    )


def _place(location: Location) -> list[object]:
    return [location.path, location.line, location.column]


def _finding(each: Finding) -> list[object]:
    places = [_place(place) for place in each.documents]
    return [each.check, each.severity, each.message, _place(each.location), each.locale, each.context, each.source,
            each.target, each.span, each.fix, places]  # fmt: skip


def _as_finding(row: Sequence[Any], same: dict[str, str]) -> Finding:
    check, severity, message, place, locale, context, source, target, span, fix, places = row
    return Finding(same.setdefault(check, check), same.setdefault(severity, severity), message,  # type: ignore[arg-type]
                   _as_place(place, same), same.setdefault(locale, locale), context, same.setdefault(source, source),
                   same.setdefault(target, target), tuple(span) if span else None, fix,
                   tuple([_as_place(each, same) for each in places]))  # fmt: skip


def _as_place(row: Sequence[Any], same: dict[str, str]) -> Location:
    path, line, column = row
    return Location(same.setdefault(path, path), line, column)


def _result(each: CatalogResult) -> list[object]:
    c = each.coverage
    counts = [c.entries, c.covered, c.fuzzy, c.untranslated, c.faulty, c.pass_through]
    found = [_finding(finding) for finding in each.findings]
    return [each.path, each.locale, each.document, found, counts, sorted(each.used)]


def _as_result(row: Sequence[Any], same: dict[str, str]) -> CatalogResult:
    path, locale, document, found, counts, used = row
    findings = tuple([_as_finding(each, same) for each in found])
    return CatalogResult(path, locale, document, findings, Coverage(*counts), used=frozenset(used))
