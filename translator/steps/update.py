"""Template + catalog → catalog: targets carried over, pass-throughs filled, nothing dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translator import locales
from translator.candidates import Candidates, Suggestion, difference_kinds, renamed
from translator.catalog import Catalog, Entry, Header, Key, Previous
from translator.document import Language
from translator.errors import shorten
from translator.inline import strip
from translator.languages import identify, passes_through, residue
from translator.languages.dangers import dangers
from translator.notes import fact, read_language, without_fact


@dataclass(frozen=True, slots=True)
class Change:
    """What an update did with one entry.

    The words: `new` (no target), `filled` (a pass-through), `moved`, `placeholders`, `variants`,
    `sentences` (a target was kept, see `candidates`), `fuzzy` (a near match), `revived`,
    `accepted`, `obsolete`, `dropped`. `detail` says how alike and what is dangerous.
    """

    word: str
    key: Key
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Updated:
    """The new catalog, and what changed."""

    catalog: Catalog
    changes: tuple[Change, ...] = ()

    def count(self, word: str) -> int:
        """How many entries a word was said of."""
        return sum(1 for each in self.changes if each.word == word)


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
    options = options or UpdateOptions()
    wanted = template.live()
    old = _index(entry for entry in catalog if not entry.is_obsolete)
    retired = _index(entry for entry in catalog if entry.is_obsolete)
    work = _Work(locales.content_tag(locale), options)
    keys = {entry.key for entry in wanted}
    gone = [entry for entry in old.values() if entry.key not in keys]
    work.prepare(gone, retired.values(), old.values())
    live = [work.entry(each, old.get(each.key), retired) for each in wanted]
    rest = [entry for entry in catalog if entry.is_obsolete and entry.key not in work.revived]
    rest += filter(None, map(work.retire, gone))
    result = Catalog((*live, *rest), catalog.header or options.header)
    return Updated(catalog if _is_same(result, catalog) else result, tuple(work.changes))


def _is_same(one: Catalog, other: Catalog) -> bool:
    return (
        one.header == other.header
        and len(one.entries) == len(other.entries)
        and all(a is b or a == b for a, b in zip(one.entries, other.entries, strict=True))
    )


def _index(entries: Iterable[Entry]) -> dict[Key, Entry]:
    """Entries by key; of several with one key, the first that is filled."""
    found: dict[Key, Entry] = {}
    for entry in entries:
        if entry.key not in found or (entry.is_filled and not found[entry.key].is_filled):
            found[entry.key] = entry
    return found


@dataclass
class _Work:
    tag: str
    options: UpdateOptions
    changes: list[Change] = field(default_factory=list)
    revived: set[Key] = field(default_factory=set)
    replaced: set[int] = field(default_factory=set)
    candidates: Candidates = field(default_factory=lambda: Candidates(()))

    def prepare(self, gone: Sequence[Entry], retired: Iterable[Entry], live: Iterable[Entry]) -> None:
        """Learns which entries lost their source."""
        lost = [entry for entry in (*gone, *retired) if entry.is_filled and not self.is_untouched(entry)]
        self.candidates = Candidates(
            lost, self.options.others, locales.joint(self.tag), self.options.has_near, known=tuple(live)
        )

    def entry(self, template: Entry, old: Entry | None, retired: Mapping[Key, Entry]) -> Entry:
        """The entry for one of the template."""
        word = ""
        if (old is None or not old.is_filled) and template.key in retired and retired[template.key].is_filled:
            old, word = retired[template.key], "revived"
            self.revived.add(template.key)
        if old is None:
            return self.fresh(template)
        merged = _merged(template, old)
        if not any(merged.targets):
            return self.fresh(merged, is_known=True)
        if merged.is_fuzzy and self.options.accepts:
            accepted = accept(merged, self.options.accepts)
            word, merged = ("accepted", accepted) if accepted is not None else (word, merged)
        if word:
            self.changes.append(Change(word, template.key))
        return merged

    def fresh(self, entry: Entry, *, is_known: bool = False) -> Entry:
        """An entry without a target, with one where it can be had."""
        filled = self.filled(entry)
        if filled.is_filled and not filled.is_fuzzy:
            self.changes.append(Change("filled", entry.key))
            return filled
        found = self.candidates.best(entry) if entry.plural is None else None
        if found is not None:
            return self.taken(entry, found)
        if filled.is_filled:
            self.changes.append(Change("filled", entry.key))
        elif not is_known:
            self.changes.append(Change("new", entry.key))
        return filled

    def taken(self, entry: Entry, found: Suggestion) -> Entry:
        """The entry with a suggested target: kept where only form differs, else fuzzy with the reason."""
        comments = found.origin.comments if found.origin is not None and not entry.comments else entry.comments
        if found.is_certain:
            self.changes.append(Change(found.tier, entry.key, found.source))
            if found.tier in ("placeholders", "variants"):
                comments = (*without_fact(comments, "source-was"), fact("source-was", " ".join(found.source.split())))
                if found.origin is not None:
                    self.replaced.add(id(found.origin))
            return replace(entry, targets=(found.target,), comments=comments)
        detail = f"{found.similarity:.0%} like “{shorten(found.source)}”"
        self.changes.append(Change("fuzzy", entry.key, "; ".join((detail, *found.dangers))))
        context = found.origin.context if found.origin is not None else None
        previous = Previous(found.source, context)
        return replace(entry, targets=(found.target,), is_fuzzy=True, previous=previous, comments=comments)

    def filled(self, entry: Entry) -> Entry:
        """The entry with its source as target where it is a pass-through, fuzzy where that is unsure."""
        if entry.plural is not None:
            return entry
        answers = self.answers(entry)
        if not answers or not all(fits(each, self.tag, entry.source) for each in answers):
            return entry
        text = strip(entry.source)
        is_sure = all(passes_through(text, each, self.tag) for each in answers) and not residue(text, self.tag)
        return replace(entry, targets=(entry.source,), is_fuzzy=not is_sure)

    def is_untouched(self, entry: Entry) -> bool:
        """Whether an entry is a pass-through that no one has edited."""
        return entry.targets == (entry.source,) and all(
            fits(each, self.tag, entry.source) for each in self.answers(entry)
        )

    def answers(self, entry: Entry) -> Sequence[Language]:
        known = self.options.languages.get(entry.key)
        if known:
            return known
        asked = identify(entry.source)
        noted = read_language(entry.notes)
        return [asked if noted is None or noted[0] == asked.tag else Language(noted[0], 0.5, asked.foreign)]

    def retire(self, entry: Entry) -> Entry | None:
        """The obsolete entry, or None where no one's work is in it, or another entry took it over whole."""
        if id(entry) in self.replaced:
            return None
        if not entry.comments and (not any(entry.targets) or self.is_untouched(entry)):
            self.changes.append(Change("dropped", entry.key))
            return None
        self.changes.append(Change("obsolete", entry.key))
        return replace(entry, is_obsolete=True, references=(), notes=())


def fits(language: Language, tag: str, text: str) -> bool:
    """Whether a text in a language may stand as it is in a locale with this content tag."""
    return language.tag in (tag, "zxx") or passes_through(text, language, tag)


def _merged(template: Entry, old: Entry) -> Entry:
    if template.plural == old.plural and not old.is_obsolete and template.notes == old.notes:
        is_plain = template.references == old.references and template.flags == old.flags
        if is_plain and (not old.is_fuzzy or any(old.targets)) and (old.is_fuzzy or old.previous is None):
            return old
    kept = tuple(flag for flag in old.flags if not flag.endswith("-format") and flag not in template.flags)
    return replace(
        template,
        targets=_sized(old.targets, template),
        is_fuzzy=old.is_fuzzy and any(old.targets),
        flags=(*template.flags, *kept),
        sticky_flags=old.sticky_flags,
        previous=old.previous if old.is_fuzzy else None,
        comments=old.comments,
    )


def _sized(targets: tuple[str, ...], template: Entry) -> tuple[str, ...]:
    """The targets, one where there is no plural; what a removed plural said stays in its first form."""
    return targets if template.plural is not None else targets[:1] or ("",)


ACCEPTABLE = ("variants", "punctuation", "placeholders")


def accept(entry: Entry, kinds: frozenset[str]) -> Entry | None:
    """The fuzzy entry without its mark, where its source changed only in ways of the kinds; else None.

    >>> old = Entry("治疗费。", ("Fee.",), is_fuzzy=True, previous=Previous("治療費."))
    >>> accept(old, frozenset({"variants"})) is None
    True
    >>> accept(old, frozenset({"variants", "punctuation"})).is_fuzzy
    False
    """
    before = entry.previous.source if entry.previous is not None else None
    if before is None or dangers(before, entry.source) or not difference_kinds(before, entry.source) <= kinds:
        return None
    target = renamed(entry.target, before, entry.source)
    return None if target is None else replace(entry, targets=(target,), is_fuzzy=False, previous=None)
