"""check: catalogs in, findings and coverage out; changes nothing.

Knows how entries are counted; what a fault is, the checks know.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol, TypeVar

from translator import inline, locales, notes
from translator.catalog import Entry, Key
from translator.checks import (
    Accepted,
    CatalogInput,
    CatalogRun,
    CatalogSubject,
    CheckSettings,
    Context,
    DocumentSubject,
    Pair,
    ProjectSubject,
    Variant,
    all_checks,
    deciding_checks,
)
from translator.checks._language import source_tags
from translator.collector import at_rest
from translator.errors import Location
from translator.findings import SEVERITIES, Finding, Severity
from translator.report import Coverage, Report

T = TypeVar("T")

GAPS = frozenset({"untranslated", "fuzzy", "missing-catalog"})
"""Checks whose findings are errors only while their locale is below its threshold."""


COMPARED = frozenset(
    (
        "number-mismatch",
        "unit-mismatch",
        "acronym-mismatch",
        "locales-disagree",
        "length-mismatch",
        "lost-limit",
        "lost-hedge",
    )
)
"""Checks that say of an entry what the comparison of locales would say again."""


@dataclass(frozen=True, slots=True)
class CatalogResult:
    """What one input gave: findings, coverage, and what the other locales are compared with."""

    path: str
    locale: str
    document: str
    findings: tuple[Finding, ...]
    coverage: Coverage
    covered: Mapping[Key, str] = field(default_factory=dict)
    used: frozenset[int] = frozenset()
    """The numbers of the suppressions in the settings that accepted something."""
    faulty: frozenset[Key] = frozenset()
    """Filled entries that are not in the locale's language, or lack placeholders: not to be exported."""


AT_ONCE = 1000
"""So many entries at most are judged together where the work on a catalog is shared out."""
_LEAST = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks of entries gave for some entries of a catalog, wherever they ran."""

    faulty: frozenset[Key]
    findings: tuple[Finding, ...]
    used: frozenset[int]
    comments: frozenset[Accepted]
    instead: Mapping[Key, Severity]


class Share(Protocol):
    """How parts of a catalog are judged: the results of a work on ranges of entries, in their order."""

    def __call__(self, work: Callable[[range], T], parts: Sequence[range], /) -> Iterable[T]: ...


@dataclass(frozen=True, slots=True)
class _Counted:
    keys: tuple[Key, ...]
    filled: tuple[Entry, ...]
    fuzzy: tuple[Key, ...]
    untranslated: tuple[Key, ...]


def check(inputs: Sequence[CatalogInput], settings: CheckSettings | None = None) -> Report:
    """The report on a project's catalogs: each by itself, then all of them together."""
    settings = settings or CheckSettings()
    return combine([check_catalog(each, settings) for each in inputs], settings, inputs=inputs)


def check_catalog(given: CatalogInput, settings: CheckSettings, *, share: Share = map) -> CatalogResult:
    """What the checks of entries, catalog and document find in one input, and its coverage.

    `share` may judge the entries of a large catalog side by side.
    """
    with at_rest():
        return _checked(given, settings, share)


def _checked(given: CatalogInput, settings: CheckSettings, share: Share) -> CatalogResult:
    run = CatalogRun(given, settings, all_checks())
    tag = locales.content_tag(given.locale)
    counted = _count(given)
    tags = source_tags(given.catalog, counted.filled)
    faulty: set[Key] = set()
    results = share(partial(_judged, run, counted.filled, tags), _parts(len(counted.filled)))
    subject = CatalogSubject(
        given.locale,
        tag,
        given.document,
        given.catalog,
        given.template,
        counted.fuzzy,
        counted.untranslated,
        is_unread=given.catalog is None and any(each.severity == "error" for each in given.problems),
    )
    whole: list[CatalogSubject | DocumentSubject] = [subject]
    if given.copy is not None:
        whole.insert(0, DocumentSubject(given.document, given.locale, tag, given.source, given.copy))
    # While others judge the entries.
    found = [each for one in whole for each in run.faults(one)]
    for judged in results:
        faulty |= judged.faulty
        run.take(judged.findings, judged.used, comments=judged.comments, instead=judged.instead)
    run.tell(found)
    run.problems(given.problems)
    run.tell(run.faults(replace(subject, is_last=True, unused=run.unused(), unbound=run.unbound())))
    covered = {entry.key: entry.target for entry in counted.filled if entry.key not in faulty}
    fuzzy = [key for key in counted.fuzzy if not run.accepts("fuzzy", key)]
    untranslated = [key for key in counted.untranslated if not run.accepts("untranslated", key)]
    count = len(counted.keys) - len(fuzzy) - len(untranslated) - len(faulty)
    passed = sum(target == key[1] and tags[key] in (tag, "zxx") for key, target in covered.items())
    return CatalogResult(
        given.path,
        given.locale,
        given.document or given.path,
        tuple(run.findings),
        Coverage(len(counted.keys), count, len(fuzzy), len(untranslated), len(faulty), passed),
        covered,
        frozenset(run.used),
        frozenset(faulty),
    )


def _parts(count: int) -> list[range]:
    """The parts that are judged at once, ever smaller ones of many, so that none waits long for the last.

    >>> [len(each) for each in _parts(1200)], [len(each) for each in _parts(3000)]
    ([1000, 200], [500, 500, 500, 500, 500, 500])
    """
    parts: list[range] = []
    at = 0
    while at < count:
        size = AT_ONCE if count <= 2 * AT_ONCE else max(_LEAST, min(AT_ONCE, (count - at) // 8))
        parts.append(range(at, min(at + size, count)))
        at += size
    return parts


def _judged(run: CatalogRun, entries: Sequence[Entry], tags: Mapping[Key, str], part: range) -> Judged:
    branch, tag = run.branch(), locales.content_tag(run.given.locale)
    chosen = entries[part.start : part.stop]
    faulty = branch.pairs([pair for each in chosen for pair in _pairs(run.given, each, tag, tags[each.key])])
    return Judged(faulty, *branch.told())


def _refused(run: CatalogRun, entries: Sequence[Entry], tags: Mapping[Key, str], part: range) -> frozenset[Key]:
    tag = locales.content_tag(run.given.locale)
    chosen = entries[part.start : part.stop]
    return run.refused([pair for each in chosen for pair in _pairs(run.given, each, tag, tags[each.key])])


def faulty_entries(given: CatalogInput, settings: CheckSettings, *, share: Share = map) -> frozenset[Key]:
    """The entries that `check_catalog` would not count as covered; only the checks that decide it are run."""
    deciding = [
        each
        for each in deciding_checks()
        if settings.level(each.name, each.severity, given.document, given.locale) == "error"
    ]
    run = CatalogRun(given, settings, deciding)
    filled = _count(given).filled
    tags = source_tags(given.catalog, filled)
    return frozenset().union(*share(partial(_refused, run, filled, tags), _parts(len(filled))))


def settled(
    results: Sequence[CatalogResult], settings: CheckSettings, *, inputs: Sequence[CatalogInput]
) -> tuple[CatalogResult, ...]:
    """The results of one document, its locales compared, without the texts that this needed.

    `combine` makes the same report of them as of the results themselves.
    """
    compared, used = _compare(results, settings, {(each.path, each.locale): each for each in inputs})
    out = []
    for each in results:
        found = (*each.findings, *(finding for finding in compared if finding.locale == each.locale))
        out.append(replace(each, findings=found, covered={}, faulty=frozenset(), used=each.used | used))
    return tuple(out)


def combine(
    results: Sequence[CatalogResult],
    settings: CheckSettings,
    *,
    inputs: Sequence[CatalogInput] = (),
    used: frozenset[int] = frozenset(),
) -> Report:
    """The report of results that were made one by one, in whatever process.

    Then the locales of each document are compared; `inputs` place what is found there, and may be
    left out where only the counts are wanted. `used` are the numbers of the suppressions in the
    settings that accepted something elsewhere.
    """
    coverage: dict[str, Coverage] = {}
    documents: dict[str, dict[str, Coverage]] = {}
    for each in results:
        coverage[each.locale] = coverage.get(each.locale, Coverage()) + each.coverage
        of_document = documents.setdefault(each.document, {})
        of_document[each.locale] = of_document.get(each.locale, Coverage()) + each.coverage
    passing = {locale for locale, each in coverage.items() if each.hundredths >= settings.threshold(locale)}
    findings = [finding for each in results for finding in each.findings]
    compared, of_locales = _compare(results, settings, {(each.path, each.locale): each for each in inputs})
    findings += compared
    findings += _unused_settings(settings, used.union(of_locales, *(each.used for each in results)))
    told = _once([_demoted(each) if each.locale in passing else each for each in findings])
    return Report(tuple(sorted(told, key=_order)), coverage, documents)


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, of a fuzzy entry whose meaning changed the reason alone, as severe as that it is fuzzy."""
    reasons = {_place(each) for each in findings if each.check == "changed-meaning"}
    if not reasons:
        return list(findings)
    fuzzy = {_place(each): each.severity for each in findings if each.check == "fuzzy" and _place(each) in reasons}
    return [
        replace(each, severity=min(each.severity, fuzzy.get(_place(each), each.severity), key=SEVERITIES.index))
        if each.check == "changed-meaning"
        else each
        for each in findings
        if each.check != "fuzzy" or _place(each) not in reasons
    ]


def _place(finding: Finding) -> tuple[str, str | None, str, str]:
    """The entry that a finding is about."""
    return finding.locale, finding.context, finding.source, finding.location.path


def _compare(
    results: Sequence[CatalogResult], settings: CheckSettings, inputs: Mapping[tuple[str, str], CatalogInput]
) -> tuple[list[Finding], frozenset[int]]:
    """What the checks of the project find, beside what is told of an entry already; settings used."""
    by_document: dict[str, dict[str, CatalogResult]] = {}
    for each in results:
        by_document.setdefault(each.document, {})[each.locale] = each
    found: list[Finding] = []
    used: frozenset[int] = frozenset()
    for document, of_locale in by_document.items():
        if not any(each.covered for each in of_locale.values()):
            continue
        checks = tuple(each for each in all_checks() if each.scope == "project")
        told = {
            (each.locale, each.context, each.source)
            for result in of_locale.values()
            for each in result.findings
            if each.check in COMPARED or each.severity == "error"
        }
        subject = ProjectSubject(document, _variants(of_locale.values(), told))
        if not subject.sources:
            continue
        runs: dict[str, CatalogRun] = {}
        for check_ in checks:
            for fault in check_.run(subject, Context(settings.allow)):
                result = of_locale[fault.locale]
                if fault.key is None:
                    continue
                given = inputs.get((result.path, result.locale)) or CatalogInput(
                    result.path, result.locale, None, document
                )
                run = runs.setdefault(fault.locale, CatalogRun(given, settings, checks))
                run.fault(check_, fault)
        for run in runs.values():
            found += run.findings
            used |= run.used
    return found, used


def _variants(
    results: Iterable[CatalogResult], told: Collection[tuple[str, str | None, str]] = ()
) -> Mapping[Key, tuple[Variant, ...]]:
    """The covered targets of each key in more than one locale; none that a finding tells of already.

    A fault of one locale would be told of the others beside it.
    """
    found: dict[Key, list[Variant]] = {}
    for each in results:
        tag = locales.content_tag(each.locale)
        for key, target in each.covered.items():
            if target != inline.EMPTY and (each.locale, *key) not in told:
                found.setdefault(key, []).append(Variant(each.locale, tag, target))
    return {key: tuple(variants) for key, variants in found.items() if len(variants) > 1}


def _demoted(finding: Finding) -> Finding:
    is_gap = finding.check in GAPS and finding.severity == "error"
    return replace(finding, severity="warning") if is_gap else finding


def _order(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.location
    return place.path, place.line, place.column, finding.check


def _unused_settings(settings: CheckSettings, used: frozenset[int]) -> Iterator[Finding]:
    level = settings.level("unused-suppression", "warning", "", "")
    for number, each in enumerate(settings.suppressions):
        if number not in used and level != "off":
            message = f"no {each.check} is left to ignore ({each.reason}); remove it from the settings"
            yield Finding("unused-suppression", level, message, Location(settings.path))


def _count(given: CatalogInput) -> _Counted:
    wanted = given.template.by_key() if given.template is not None else given.by_key
    filled: list[Entry] = []
    fuzzy: list[Key] = []
    untranslated: list[Key] = []
    for key in wanted:
        entry = given.by_key.get(key)
        if entry is None or not entry.is_filled or _is_blank(entry) or _stands_alone(given, entry):
            untranslated.append(key)
        elif entry.is_fuzzy:
            fuzzy.append(key)
        else:
            filled.append(entry)
    return _Counted(tuple(wanted), tuple(filled), tuple(fuzzy), tuple(untranslated))


def _is_blank(entry: Entry) -> bool:
    return any(inline.is_blank(entry.source, target) for target in entry.targets)


def _stands_alone(given: CatalogInput, entry: Entry) -> bool:
    """Whether it is an `<empty/>` without a filled sentence in its block."""
    if entry.target != inline.EMPTY or given.neighbours is None:
        return False
    beside = (given.by_key.get(each) for each in given.neighbours.get(entry.key, ()) if each != entry.key)
    return not any(each and each.is_filled and not each.is_fuzzy and each.target != inline.EMPTY for each in beside)


def _pairs(given: CatalogInput, entry: Entry, tag: str, source_tag: str) -> Iterator[Pair]:
    read = notes.read_language(entry.notes)
    foreign, limit = read[1] if read else "", given.limits.get(entry.key)
    for form, target in enumerate(entry.targets):
        is_plural = entry.plural is not None and (form > 0 or len(entry.targets) == 1)
        source = entry.plural if is_plural and entry.plural is not None else entry.source
        yield Pair(source, target, given.locale, tag, source_tag, entry, foreign, limit, form)
