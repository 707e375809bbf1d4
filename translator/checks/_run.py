"""How checks are run over one catalog: faults become findings, unless they are off or suppressed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Protocol, cast

from translator import notes
from translator.catalog import Catalog, Entry, Key
from translator.checks._absorbed import absorb
from translator.checks._pairs import Pairs
from translator.checks._settings import CheckSettings, Level
from translator.checks._subject import CatalogSubject, DocumentSubject, Pair
from translator.checks._value import Check, Context, Fault, Needs, Sifted
from translator.errors import Location
from translator.errors import locate as locate_offset
from translator.findings import Finding, Severity, reaches
from translator.languages.texts import members


class Locate(Protocol):
    """Where a code point of an entry's target stands in the catalog file, as `po.File.locate` says."""

    def __call__(self, entry: Entry, *, offset: int = 0, form: int = 0) -> Location: ...


@dataclass(frozen=True)
class CatalogInput:
    """One document in one locale, as the gate sees it.

    `catalog` is None where the file does not exist; `template` is the document extracted now, None
    without a project. `neighbours` maps a key to the other keys of its block; None where blocks are
    not known. `limits` are widths in cells. `source` and `copy` are the document's text and its
    copy as export would write it. `problems` are findings of whoever read the files.
    """

    path: str
    locale: str
    catalog: Catalog | None
    document: str = ""
    template: Catalog | None = None
    locate: Locate | None = None
    places: Mapping[Key, tuple[Location, ...]] = field(default_factory=dict)
    neighbours: Mapping[Key, tuple[Key, ...]] | None = None
    limits: Mapping[Key, int] = field(default_factory=dict)
    source: str = ""
    copy: str | None = None
    problems: tuple[Finding, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[Key, Entry]:
        """Live entries by key; none where there is no catalog."""
        return self.catalog.by_key() if self.catalog else {}


_LOWER = re.compile(r"(?<![A-Za-z0-9_.@/\\$%:<&-])[a-z]{3,}(?![A-Za-z0-9_@/\\(-]|\.[A-Za-z])")


class Vocabulary:
    """The Latin words that occur in lower case among the sources, looked for when one is asked for."""

    def __init__(self, entries: Collection[Entry]) -> None:
        self._entries = entries

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for entry in self._entries for word in _LOWER.findall(entry.source))


def suppressions(entry: Entry) -> Iterator[notes.Ignored]:
    """Every suppression among an entry's comments; a reason may be missing."""
    return (notes.read_ignored(value) for word, value in notes.facts(entry.comments) if word == "ignore")


Accepted = tuple[Key, notes.Ignored, str]
"""An entry, a comment of it that accepted a finding, and the message where it is an error that nothing binds."""


def place(given: CatalogInput, check: Check, fault: Fault, level: Severity, form: int = 0) -> Finding:
    """The finding that a fault is: with its entry, its place in the catalog and in the document."""
    key = fault.key
    entry = given.by_key.get(key) if key is not None else None
    location = Location(given.path)
    if entry is not None and given.locate is not None:
        location = given.locate(entry, offset=fault.span[0] if fault.span else 0, form=form)
    elif check.scope == "document":
        location = _in_copy(given, fault)
    return Finding(
        check.name,
        level,
        fault.message,
        location,
        locale=fault.locale or given.locale,
        context=key[0] if key else None,
        source=key[1] if key else "",
        target=entry.targets[form] if entry else "",
        span=fault.span,
        fix=fault.fix,
        documents=given.places.get(key, ()) if key else (),
        source_span=fault.source_span if key else None,
    )


def _in_copy(given: CatalogInput, fault: Fault) -> Location:
    if fault.span is None or given.copy is None:
        return Location(given.document)
    return locate_offset(given.copy, fault.span[0], given.document)


def _any_of(signs: frozenset[str]) -> Callable[[str], object]:
    return re.compile(f"[{re.escape(''.join(sorted(signs)))}]").search


TOGETHER = 1000
"""So many pairs are looked through together."""
_FEW = 4


class CatalogRun:
    """The checks of one input, and the findings that they gave so far."""

    def __init__(self, given: CatalogInput, settings: CheckSettings, checks: Iterable[Check]) -> None:
        self.given = given
        self.settings = settings
        self.context = Context(settings.allow, Vocabulary(given.by_key.values()))
        self.findings: list[Finding] = []
        self.used: set[int] = set()
        self._used_comments: set[Accepted] = set()
        self._instead: dict[Key, Severity] = {}
        levels = [(each, settings.level(each.name, each.severity, given.document, given.locale)) for each in checks]
        self._levels: dict[str, Level] = {each.name: level for each, level in levels}
        self._compared = frozenset(each.name for each, _ in levels if each.family == "fidelity")
        self._active = tuple(each for each, level in levels if level != "off")
        self._of_entries = tuple(each for each in self._active if each.scope == "entry")
        groups: dict[Needs, list[int]] = {}
        for number, each in enumerate(self._of_entries):
            groups.setdefault(each.needs, []).append(number)
        self._always = groups.pop(frozenset(), [])
        self._by_signs = tuple((needs, each) for needs, each in groups.items() if isinstance(needs, frozenset))
        # One group is looked for in the texts themselves: to collect all characters takes longer.
        self._only_signs = _any_of(self._by_signs[0][0]) if len(self._by_signs) == 1 else None
        self._by_need = tuple((needs, each) for needs, each in groups.items() if not isinstance(needs, frozenset))
        numbered = [(number, needs) for number, (needs, _) in enumerate(self._by_need)]
        self._sifted = [(number, needs) for number, needs in numbered if isinstance(needs, Sifted)]
        self._unsifted = [number for number, needs in numbered if not isinstance(needs, Sifted)]

    def branch(self) -> CatalogRun:
        """A run of the same checks over the same input that has found nothing yet."""
        other = copy(self)
        other.findings, other.used, other._used_comments, other._instead = [], set(), set(), {}
        return other

    def told(
        self,
    ) -> tuple[tuple[Finding, ...], frozenset[int], frozenset[Accepted], Mapping[Key, Severity]]:
        """The findings so far, what was suppressed (numbers of settings, comments), and what `take` asks for."""
        return tuple(self.findings), frozenset(self.used), frozenset(self._used_comments), self._instead

    def take(
        self,
        findings: Iterable[Finding],
        used: Iterable[int] = (),
        *,
        comments: Iterable[Accepted] = (),
        instead: Mapping[Key, Severity] | None = None,
    ) -> None:
        """Takes over what a branch told; `instead` are entries of which one finding is told in place of others."""
        self.findings += findings
        self.used.update(used)
        self._used_comments.update(comments)
        self._instead.update(instead or {})

    def pairs(self, pairs: Sequence[Pair]) -> frozenset[Key]:
        """Runs the checks of entries over the pairs of some; the keys of those that are faulty in the sense of coverage."""
        faulty = set()
        for _, some in groupby(self._faults(pairs), key=lambda each: id(each[2])):
            found = [each for each in some if self._is_open(each[0], each[1])]
            for check, fault, pair in absorb(found, cast(Mapping[str, Severity], self._levels)):
                if self._keep(check, fault, pair.form):
                    faulty.add(pair.entry.key)
        return frozenset(faulty)

    def refused(self, pairs: Sequence[Pair]) -> frozenset[Key]:
        """The keys of the entries in which a check finds anything that no suppression covers; it is not kept."""
        refused: set[Key] = set()
        for check, fault, pair in self._faults(pairs, refused):
            if not self.accepts(check.name, fault.key, message=fault.message):
                refused.add(pair.entry.key)
        return frozenset(refused)

    def _faults(self, pairs: Sequence[Pair], passed: Collection[Key] = ()) -> Iterator[tuple[Check, Fault, Pair]]:
        """What the checks of entries find in the pairs, in order, but for those of entries that are passed by meanwhile."""
        for start in range(0, len(pairs), TOGETHER):
            some = pairs[start : start + TOGETHER]
            for pair, asked in zip(some, self._asked(some), strict=True):
                if passed and pair.entry.key in passed:
                    continue
                for each in self.needed(pair, asked):
                    for fault in each.run(pair, self.context):
                        yield each, replace(fault, key=pair.entry.key), pair
                        if passed and pair.entry.key in passed:
                            break

    def _asked(self, pairs: Sequence[Pair]) -> list[list[int]]:
        """Which groups of checks each pair is asked for by itself, after all of them were looked through together."""
        asked: list[list[int]] = [[*self._unsifted] for _ in pairs]
        places: dict[str, list[int]] = {}
        for at, pair in enumerate(pairs if self._sifted else ()):
            places.setdefault(pair.source_tag, []).append(at)
        for some in places.values():
            if len(some) <= _FEW:
                # To ask each is quicker, and loads no more than it needs.
                for at in some:
                    asked[at] += (number for number, _ in self._sifted)
                continue
            together = Pairs([pairs[at] for at in some])
            together.prepare()
            for number, sifted in self._sifted:
                for at in members(sifted.among(together)):
                    asked[some[at]].append(number)
        return asked

    def needed(self, pair: Pair, asked: Iterable[int] | None = None) -> list[Check]:
        """The checks that may find something in a pair, in order: most pairs give most checks nothing to look at.

        `asked` are the numbers of the groups that are left for it, all where it is None.
        """
        found, context = [*self._always], self.context
        if self._only_signs is not None:
            if self._only_signs(pair.source) or self._only_signs(pair.target):
                found += self._by_signs[0][1]
        else:
            ours, theirs = pair.source_chars, pair.target_chars
            for signs, numbers in self._by_signs:
                if not signs.isdisjoint(ours) or not signs.isdisjoint(theirs):
                    found += numbers
        for number in range(len(self._by_need)) if asked is None else asked:
            may_find, numbers = self._by_need[number]
            if may_find(pair, context):
                found += numbers
        found.sort()
        return [self._of_entries[number] for number in found]

    def faults(self, subject: CatalogSubject | DocumentSubject) -> list[tuple[Check, Fault]]:
        """What the checks of a catalog or of a document find in it, in order."""
        scope = "catalog" if isinstance(subject, CatalogSubject) else "document"
        return [
            (each, fault) for each in self._active if each.scope == scope for fault in each.run(subject, self.context)
        ]

    def tell(self, faults: Iterable[tuple[Check, Fault]]) -> None:
        """Keeps what was found in a catalog or in a document."""
        for each, fault in faults:
            self.fault(each, fault)

    def problems(self, problems: Iterable[Finding]) -> None:
        """Adds findings of whoever read the files, unless they are off or suppressed, at the level of the settings."""
        for each in problems:
            level = self.settings.level(each.check, each.severity, self.given.document, self.given.locale)
            key = (each.context, each.source) if each.source else None
            if level != "off" and not self.accepts(each.check, key, message=each.message):
                told = replace(each, severity=level, locale=each.locale or self.given.locale)
                self.findings.append(told)

    def unused(self) -> tuple[tuple[Key, notes.Ignored], ...]:
        """The comments that suppressed nothing, in file order."""
        used = {each[:2] for each in self._used_comments}
        return tuple(
            (entry.key, each)
            for entry in self.given.by_key.values()
            if entry.comments
            for each in suppressions(entry)
            if (entry.key, each) not in used
        )

    def unbound(self) -> tuple[tuple[Key, notes.Ignored, tuple[str, ...]], ...]:
        """The comments that accepted errors without naming them, with the messages of these, in file order."""
        found: dict[tuple[Key, notes.Ignored], list[str]] = {}
        for key, comment, message in sorted(self._used_comments, key=lambda each: each[2]):
            if message:
                found.setdefault((key, comment), []).append(message)
        entries = self.given.by_key.values() if found else ()
        return tuple(
            (entry.key, each, tuple(found[entry.key, each]))
            for entry in entries
            for each in dict.fromkeys(suppressions(entry))
            if (entry.key, each) in found
        )

    def fault(self, check: Check, fault: Fault, form: int = 0) -> bool:
        """Keeps a fault as a finding, unless it is off or suppressed; whether it costs coverage."""
        return self._is_open(check, fault) and self._keep(check, fault, form)

    def _is_open(self, check: Check, fault: Fault) -> bool:
        """Whether a fault is neither off nor accepted."""
        return self._levels[check.name] != "off" and not self.accepts(check.name, fault.key, message=fault.message)

    def _keep(self, check: Check, fault: Fault, form: int) -> bool:
        level = cast(Severity, self._levels[check.name])
        is_told = fault.key in self._instead and reaches(self._instead[fault.key], level)
        if is_told and check.family == "fidelity" and not fault.instead_of:
            return False
        if fault.instead_of:
            self.findings = [each for each in self.findings if not self._is_replaced(each, fault.instead_of, by=level)]
            self._instead.update(dict.fromkeys(fault.instead_of, level))
        self.findings.append(place(self.given, check, fault, level, form))
        return check.family == "coverage" and level == "error"

    def _is_replaced(self, finding: Finding, keys: Collection[Key], *, by: Severity) -> bool:
        """Whether a finding compares the texts of an entry of which something else is told, as severe at least."""
        if not reaches(by, finding.severity):
            return False
        is_compared = any(each.name == finding.check and each.family == "fidelity" for each in self._active)
        return is_compared and (finding.context, finding.source) in keys

    def accepts(self, name: str, key: Key | None, *, message: str = "") -> bool:
        """Whether a suppression, in a comment or in the settings, accepts a finding of a check here; it is used then.

        Without a message any that speaks of the check does.
        """
        entry = self.given.by_key.get(key) if key else None
        if entry is not None and entry.comments:
            found = [each for each in suppressions(entry) if each.check == name and each.reason]
            found = [each for each in found if not message or each.covers(message, entry.targets)]
            if found:
                is_grave = self._levels.get(name) == "error" and name in self._compared
                bound = [each for each in found if each.bound]
                for each in bound or found:
                    self._used_comments.add((entry.key, each, message if is_grave and not bound else ""))
                return True
        source = key[1] if key else ""
        for number, general in enumerate(self.settings.suppressions):
            if general.covers(name, self.given.document, self.given.locale, source):
                self.used.add(number)
                return True
        return False
