"""Template + catalog → catalog: targets carried over, pass-throughs filled, nothing dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from translator import locales
from translator.candidates import Candidates, Suggestion
from translator.catalog import Catalog, Entry, Header, Key, Previous
from translator.collector import at_rest
from translator.document import Language
from translator.errors import shorten
from translator.inline import strip
from translator.languages import identify, passes_through, residue
from translator.merging import accept, by_key, is_settled, merged, nplurals, sized
from translator.notes import fact, read_language, without_fact


@dataclass(frozen=True, slots=True)
class Change:
    """What an update did with one entry.

    The words: `new` (no target), `filled` (a pass-through), `moved`, `placeholders`, `variants`,
    `sentences` (a target was kept, see `candidates`), `fuzzy` (a near match), `plural` (fuzzy, for
    the plural changed), `conflict` (fuzzy, for the catalog had several targets), `revived`,
    `accepted`, `obsolete`, `dropped`.
    """

    word: str
    key: Key
    suggestion: Suggestion | None = None

    @property
    def detail(self) -> str:
        """What was taken, how alike it is, and what is dangerous."""
        if self.suggestion is None or self.suggestion.is_certain:
            return self.suggestion.source if self.suggestion is not None else ""
        alike = f"{self.suggestion.similarity:.0%} like “{shorten(self.suggestion.source)}”"
        return "; ".join((alike, *self.suggestion.dangers))


@dataclass(frozen=True, slots=True)
class Updated:
    """The new catalog, and what changed.

    `is_stranger` says that template and catalog have nothing in common: of different documents.
    """

    catalog: Catalog
    changes: tuple[Change, ...] = ()
    is_stranger: bool = False

    def count(self, word: str) -> int:
        """How many entries a word was said of."""
        return sum(1 for each in self.changes if each.word == word)


# Fewer entries than these may well all change at once.
_ENOUGH = 4

Languages = Mapping[Key, Sequence[Language]]


@dataclass(frozen=True, slots=True)
class UpdateOptions:
    """What an update may know and do beside template and catalog.

    `languages` are the answers for the document's segments; where they are missing the entry's
    note counts, or its text is asked about. `header` is used where the catalog has none. `others`
    gives entries of the locale's other catalogs. `has_near` false carries over exact matches only.
    """

    languages: Languages = field(default_factory=dict)
    header: Header | None = None
    others: Callable[[], Iterable[Entry]] = tuple
    has_near: bool = True
    accepts: frozenset[str] = frozenset()


def update(template: Catalog, catalog: Catalog, locale: str, options: UpdateOptions | None = None) -> Updated:
    """The catalog brought up to the template.

    Live entries come in template order, obsolete ones after them. An entry keeps target, fuzzy
    mark, previous source, translator comments and flags; notes, references and format flags are
    the template's. A new entry takes its target from where its source came from, else it is filled
    with its source where that is in the locale's own language. What lost its source becomes
    obsolete. A catalog that is up to date comes back as the same object.
    """
    with at_rest():
        work = _Work(template, catalog, locales.content_tag(locale), options or UpdateOptions())
        live = work.live()
        rest = [entry for entry in catalog.entries if entry.is_obsolete and entry.key not in work.revived]
        rest += filter(None, map(work.retired_now, work.gone))
        result = Catalog((*live, *rest), catalog.header or work.options.header)
        return Updated(catalog if _is_same(result, catalog) else result, tuple(work.changes), work.is_stranger())


def _is_same(one: Catalog, other: Catalog) -> bool:
    return (
        one.header == other.header
        and len(one.entries) == len(other.entries)
        and all(a is b or a == b for a, b in zip(one.entries, other.entries, strict=True))
    )


class _Work:
    """One update: what it knows, and what it did so far."""

    def __init__(self, template: Catalog, catalog: Catalog, tag: str, options: UpdateOptions) -> None:
        self.tag = tag
        self.options = options
        self.wanted = list(by_key(template.live()).values())
        self.conflicts: list[Key] = []
        self.old = by_key((entry for entry in catalog.entries if not entry.is_obsolete), self.conflicts)
        self.retired = by_key(entry for entry in catalog.entries if entry.is_obsolete)
        self.changes = [Change("conflict", key) for key in self.conflicts]
        keys = {entry.key for entry in self.wanted}
        self.gone = [entry for key, entry in self.old.items() if key not in keys]
        self.revived: set[Key] = set()
        self.replaced: set[int] = set()
        self.kept = 0
        count = nplurals(catalog.header or options.header)
        self.count = count or max(
            (len(entry.targets) for entry in catalog.entries if entry.plural is not None), default=1
        )

    @cached_property
    def lost(self) -> list[Entry]:
        """Entries whose targets someone made, and whose source is gone."""
        retired = (entry for key, entry in self.retired.items() if key not in self.revived)
        return [each for each in (*self.gone, *retired) if each.is_filled and not self.is_untouched(each)]

    @cached_property
    def lost_ids(self) -> dict[int, int]:
        """The numbers of the lost entries by identity."""
        return {id(entry): number for number, entry in enumerate(self.lost)}

    def live(self) -> list[Entry]:
        """The live entries, in template order."""
        found = [self.carried(each) for each in self.wanted]
        open_ = [index for index, each in enumerate(found) if not any(each.targets)]
        if not open_:
            return found
        filled = [each for each in found if each.targets[0] and (each.plural is None or each.is_filled)]
        candidates = Candidates(self.lost, self.options.others, locales.joint(self.tag), filled)
        written = {entry.source for entry in self.lost if not entry.is_fuzzy}
        passing = [index for index in open_ if found[index].source not in written and self.passes(found[index])]
        for index in passing:
            candidates.learn(self.filled(found[index]))
        rest = self.take_certain(found, sorted({*open_}.difference(passing)), candidates)
        if self.options.has_near:
            self.take_near(found, rest, passing, candidates)
        for index in open_:
            entry = found[index]
            if not any(entry.targets):
                entry = found[index] = self.filled(entry)
                if entry.is_filled:
                    self.changes.append(Change("filled", entry.key))
                elif entry.key not in self.old:
                    self.changes.append(Change("new", entry.key))
        return found

    def carried(self, template: Entry) -> Entry:
        """The entry for one of the template, with the target that its key had."""
        key = (template.context, template.source)
        old, word = self.old.get(key), ""
        if old is not None and is_settled(old, template):
            self.kept += 1
            return old
        if (old is None or not old.is_filled) and key in self.retired and self.retired[key].is_filled:
            old, word = self.retired[key], "revived"
            self.revived.add(key)
        if old is None:
            return template
        self.kept += 1
        entry = merged(template, old, self.count)
        if entry.is_fuzzy and not old.is_fuzzy:
            word = "plural"
        accepted = accept(entry, self.options.accepts) if entry.is_fuzzy and self.options.accepts else None
        if accepted is not None:
            entry, word = accepted, "accepted"
        if word:
            self.changes.append(Change(word, key))
        return entry

    def passes(self, entry: Entry) -> bool:
        """Whether an entry surely passes through."""
        if residue(strip(entry.source), self.tag):
            return False
        filled = self.filled(entry)
        return filled.is_filled and not filled.is_fuzzy

    def take_certain(self, found: list[Entry], open_: list[int], candidates: Candidates) -> list[int]:
        """Fills what differs from another entry in form alone; the indices of the rest.

        What was filled may be a sentence of another entry, so it is asked again until nothing is.
        """
        rest: list[int] = []
        while open_ != rest:
            rest = open_
            open_ = []
            for index in rest:
                suggestion = candidates.certain(found[index])
                if suggestion is None:
                    open_.append(index)
                else:
                    found[index] = self.taken(found[index], suggestion)
                    candidates.learn(found[index])
        return rest

    def take_near(self, found: list[Entry], open_: list[int], passing: list[int], candidates: Candidates) -> None:
        """Suggests near matches, to what passes through only what people wrote for its former text."""
        asking = [*open_, *passing]
        near = candidates.near([found[index] for index in asking], self.stand(asking), later=len(open_))
        for number, suggestion in near.items():
            found[asking[number]] = self.suggested(found[asking[number]], suggestion)

    def stand(self, open_: Sequence[int]) -> tuple[list[int], list[int]]:
        """How the entries without a target and the lost ones stand among the others."""
        numbers = {key: number for number, key in enumerate(self.old)}
        asked = {index: ~number for number, index in enumerate(open_)}
        ours = [
            asked[index] if index in asked else numbers.get((entry.context, entry.source))
            for index, entry in enumerate(self.wanted)
        ]
        theirs: list[int | None] = list(range(len(self.old)))
        for entry in self.gone:
            lost = self.lost_ids.get(id(entry))
            theirs[numbers[entry.key]] = None if lost is None else ~lost
        return _edges_of_gaps(ours), _edges_of_gaps(theirs)

    def taken(self, entry: Entry, found: Suggestion) -> Entry:
        """The entry with the target of a suggestion from which nothing but form differs."""
        comments = self.comments(entry, found)
        self.changes.append(Change(found.tier, entry.key, found))
        if found.tier in ("placeholders", "variants"):
            comments = (*without_fact(comments, "source-was"), fact("source-was", " ".join(found.source.split())))
            if found.origin is not None:
                self.replaced.add(id(found.origin))
        return replace(entry, targets=(found.target,), comments=comments)

    def suggested(self, entry: Entry, found: Suggestion) -> Entry:
        """The entry with the target of a near match, fuzzy."""
        self.changes.append(Change("fuzzy", entry.key, found))
        origin = found.origin
        previous = Previous(found.source, origin.context if origin else None, origin.plural if origin else None)
        targets = (
            (found.target,) if entry.plural is None or origin is None else sized(origin.targets, entry, self.count)
        )
        return replace(entry, targets=targets, is_fuzzy=True, previous=previous, comments=self.comments(entry, found))

    def comments(self, entry: Entry, found: Suggestion) -> tuple[str, ...]:
        """The comments of an entry, or those of the lost one that it takes over."""
        is_heir = found.origin is not None and id(found.origin) in self.lost_ids and found.tier != "sentences"
        return found.origin.comments if found.origin is not None and is_heir and not entry.comments else entry.comments

    def filled(self, entry: Entry) -> Entry:
        """The entry with its source as target where it is a pass-through, fuzzy where that is unsure."""
        if entry.plural is not None or self.is_foreign(strip(entry.source)):
            return entry
        answers = self.answers(entry)
        if not answers or not all(fits(each, self.tag, entry.source) for each in answers):
            return entry
        text = strip(entry.source)
        is_sure = all(passes_through(text, each, self.tag) for each in answers) and not residue(text, self.tag)
        return replace(entry, targets=(entry.source,), is_fuzzy=not is_sure)

    def is_foreign(self, text: str) -> bool:
        """Whether most of a text cannot be of the locale, so that nobody need be asked what it is."""
        return 2 * sum(each.end - each.start for each in residue(text, self.tag)) > len(text)

    def is_untouched(self, entry: Entry) -> bool:
        """Whether an entry is a pass-through that no one has edited."""
        return entry.targets == (entry.source,) and all(
            fits(each, self.tag, entry.source) for each in self.answers(entry)
        )

    def answers(self, entry: Entry) -> Sequence[Language]:
        """The languages that the source of an entry may be in: as its document says, its notes, or its text."""
        known = self.options.languages.get(entry.key)
        if known:
            return known
        asked = identify(entry.source)
        noted = read_language(entry.notes)
        return [asked if noted is None or noted[0] == asked.tag else Language(noted[0], 0.5, asked.foreign)]

    def retired_now(self, entry: Entry) -> Entry | None:
        """The obsolete entry, or None where no one's work is in it, or another entry took it over whole."""
        if id(entry) in self.replaced:
            return None
        if not entry.comments and (not any(entry.targets) or self.is_untouched(entry)):
            self.changes.append(Change("dropped", entry.key))
            return None
        self.changes.append(Change("obsolete", entry.key))
        return replace(entry, is_obsolete=True, references=(), notes=())

    def is_stranger(self) -> bool:
        """Whether catalog and template have nothing in common, though there is enough of both."""
        taken = any(change.suggestion is not None for change in self.changes)
        return not self.kept and not taken and min(len(self.old), len(self.wanted)) >= _ENOUGH


def _edges_of_gaps(row: Sequence[int | None]) -> list[int]:
    """The row without the kept entries that have kept ones on both sides: they bound no gap."""
    plain = [each for each in row if each is not None]
    last = len(plain) - 1
    return [
        each
        for at, each in enumerate(plain)
        if each < 0 or (at and plain[at - 1] < 0) or (at < last and plain[at + 1] < 0)
    ]


def fits(language: Language, tag: str, text: str) -> bool:
    """Whether a text in a language may stand as it is in a locale with this content tag."""
    return language.tag in (tag, "zxx") or passes_through(text, language, tag)
