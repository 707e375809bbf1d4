"""Template + catalog → catalog: targets carried over, pass-throughs filled, nothing dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translator import locales
from translator.catalog import Catalog, Entry, Header, Key
from translator.document import Language
from translator.languages import identify
from translator.notes import read_language

# Below this confidence a filled pass-through is fuzzy, so that a person looks at it.
SURE = 0.75


@dataclass(frozen=True, slots=True)
class Change:
    """What an update did with one entry: a word (`new`, `carried`, `revived`, `filled`, `obsolete`, `dropped`)."""

    word: str
    key: Key


@dataclass(frozen=True, slots=True)
class Updated:
    """The new catalog, and what changed."""

    catalog: Catalog
    changes: tuple[Change, ...] = ()

    def count(self, word: str) -> int:
        """How many entries a word was said of."""
        return sum(1 for each in self.changes if each.word == word)


Languages = Mapping[Key, Sequence[Language]]


def update(
    template: Catalog,
    catalog: Catalog,
    locale: str,
    *,
    languages: Languages | None = None,
    header: Header | None = None,
) -> Updated:
    """The catalog brought up to the template, by exact keys.

    Live entries come in template order, obsolete ones after them. An entry keeps target, fuzzy
    mark, previous source, translator comments and flags; notes, references and format flags are
    the template's. An entry without a target whose source is in the locale's own language is
    filled with it. `languages` are the answers for the document's segments; where they are
    missing the entry's note counts, or its text is asked about. `header` is used where the
    catalog has none. A catalog that is up to date comes back equal.
    """
    old = _index(entry for entry in catalog if not entry.is_obsolete)
    retired = _index(entry for entry in catalog if entry.is_obsolete)
    work = _Work(locales.content_tag(locale), languages or {})
    live = [work.entry(each, old.get(each.key), retired) for each in template.live()]
    keys = {each.key for each in live}
    rest = [each for each in catalog if each.is_obsolete and (each.key not in keys or each.key not in work.revived)]
    gone = [each for each in catalog if not each.is_obsolete and each.key not in keys]
    rest += [retired_entry for each in gone if (retired_entry := work.retire(each)) is not None]
    result = Catalog((*live, *rest), catalog.header or header)
    return Updated(catalog if result == catalog else result, tuple(work.changes))


def _index(entries: Iterable[Entry]) -> dict[Key, Entry]:
    """Entries by key; of several with one key, the first that is filled."""
    found: dict[Key, Entry] = {}
    for entry in entries:
        if entry.key not in found or (entry.is_filled and not found[entry.key].is_filled):
            found[entry.key] = entry
    return found


@dataclass(slots=True)
class _Work:
    tag: str
    languages: Languages
    changes: list[Change] = field(default_factory=list)
    revived: set[Key] = field(default_factory=set)

    def entry(self, template: Entry, old: Entry | None, retired: Mapping[Key, Entry]) -> Entry:
        word = ""
        if (old is None or not old.is_filled) and template.key in retired and retired[template.key].is_filled:
            old, word = retired[template.key], "revived"
            self.revived.add(template.key)
        if old is None:
            fresh = self.filled(template)
            self.changes.append(Change("filled" if fresh.is_filled else "new", template.key))
            return fresh
        merged = _merged(template, old)
        if not any(merged.targets):
            merged = self.filled(merged)
            word = word or ("filled" if merged.is_filled else "")
        if word:
            self.changes.append(Change(word, template.key))
        return merged

    def filled(self, entry: Entry) -> Entry:
        """The entry with its source as target where it is a pass-through, fuzzy where that is unsure."""
        if entry.plural is not None:
            return entry
        answers = self.answers(entry)
        if not answers or not all(fits(each, self.tag) for each in answers):
            return entry
        unsure = any(each.foreign or (each.confidence < SURE and each.tag != "zxx") for each in answers)
        return replace(entry, targets=(entry.source,), is_fuzzy=unsure)

    def answers(self, entry: Entry) -> Sequence[Language]:
        known = self.languages.get(entry.key)
        if known:
            return known
        asked = identify(entry.source)
        noted = read_language(entry.notes)
        return [asked if noted is None or noted[0] == asked.tag else Language(noted[0], 0.5, asked.foreign)]

    def retire(self, entry: Entry) -> Entry | None:
        """The obsolete entry, or None where no one's work is in it."""
        untouched = entry.targets == (entry.source,) and all(fits(each, self.tag) for each in self.answers(entry))
        if not entry.comments and (untouched or not any(entry.targets)):
            self.changes.append(Change("dropped", entry.key))
            return None
        self.changes.append(Change("obsolete", entry.key))
        return replace(entry, is_obsolete=True, references=(), notes=())


def fits(language: Language, tag: str) -> bool:
    """Whether text in a language may stand as it is in a locale with this content tag."""
    return language.tag in (tag, "zxx")


def _merged(template: Entry, old: Entry) -> Entry:
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
