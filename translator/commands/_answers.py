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
    said = _Said()
    value = {
        "template": answer.template,
        "entries": answer.entries,
        "is_read": answer.is_read,
        "unread": [_finding(each, said) for each in answer.unread],
        "results": [_result(each, said) for each in answer.results],
        "outputs": answer.outputs,
        "index": list(answer.index),
        "asked": list(answer.asked),
        "said": list(said),
    }
    text = json.dumps(value, separators=(",", ":")).encode("ascii")
    return Record(answer.key, text, packed((*answer.index.values(), *answer.asked.values())))


class _Said(dict[str, int]):
    """The texts of a record, each once, by number: findings of a document say the same again and again."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


def answer_of(name: str, record: Record) -> Answer | None:
    """The answer that was kept; None where the record is none."""
    try:
        return _as_answer(name, record)
    except (ValueError, LookupError, TypeError):
        return None


def _as_answer(name: str, record: Record) -> Answer:
    value = json.loads(record.value)
    arrays = list(unpacked(record.extra))
    said = value["said"]
    index, asked = value["index"], value["asked"]
    return Answer(
        name,
        record.key,
        value["template"],
        value["entries"],
        tuple([_as_finding(each, said) for each in value["unread"]]),
        tuple([_as_result(each, said) for each in value["results"]]),
        index=dict(zip(index, arrays[: len(index)], strict=True)),
        asked=dict(zip(asked, arrays[len(index) :], strict=True)),
        outputs={tag: (one, two) for tag, (one, two) in value["outputs"].items()},
        is_read=value["is_read"],
    )


def _place(location: Location, said: _Said) -> list[int]:
    return [said[location.path], location.line, location.column]


def _finding(each: Finding, said: _Said) -> list[object]:
    names = [said[each.check], said[each.severity], said[each.locale], said[each.source], said[each.target]]
    places = [_place(place, said) for place in each.documents]
    return [
        *names,
        each.message,
        *_place(each.location, said),
        each.context,
        each.span,
        each.fix,
        places,
        each.source_span,
    ]


def _as_finding(row: Sequence[Any], said: Sequence[str]) -> Finding:
    check, severity, locale, source, target, message, path, line, column, context, span, fix, places, origin = row
    return Finding(said[check], said[severity], message, Location(said[path], line, column),
                   said[locale], context, said[source], said[target], tuple(span) if span else None, fix,
                   tuple([Location(said[path], line, column) for path, line, column in places]),
                   tuple(origin) if origin else None)  # fmt: skip


def _result(each: CatalogResult, said: _Said) -> list[object]:
    c = each.coverage
    counts = [c.entries, c.covered, c.fuzzy, c.untranslated, c.faulty, c.pass_through]
    found = [_finding(finding, said) for finding in each.findings]
    return [each.path, each.locale, each.document, found, counts, sorted(each.used)]


def _as_result(row: Sequence[Any], said: Sequence[str]) -> CatalogResult:
    path, locale, document, found, counts, used = row
    findings = tuple([_as_finding(each, said) for each in found])
    return CatalogResult(path, locale, document, findings, Coverage(*counts), used=frozenset(used))
