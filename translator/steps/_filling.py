"""Targets for entries that have none: from where their sources came from, or their sources themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from translator import locales
from translator.candidates import Candidates, Suggestion
from translator.catalog import Entry, Previous
from translator.document import Language
from translator.inline import strip
from translator.languages import identify, passes_through, residue_size
from translator.merging import sized, with_forms
from translator.notes import fact, read_language, without_fact
from translator.po import Name, name_of
from translator.steps._changes import Change, Languages, UpdateOptions

# With an ideograph or kana, and more than a ninth of such characters, no text looks like English
# (identification.judge), and to ask what else it is takes time.
_IDEOGRAPH = re.compile("[\u3041-\u30fa\u4e00-\u9fff]")
_NINTH = 9
_SHORT = 2_000


@dataclass(eq=False)
class Filling:
    """Fills entries of one catalog, and says what it did.

    `gone` are entries that this update found without a source, `retired` those that earlier ones did.
    `known` and `kept` (by source) have targets. `order` are the names in the template and of the catalog.
    """

    tag: str
    options: UpdateOptions
    gone: Sequence[Entry]
    retired: Sequence[Entry]
    known: list[Entry]
    kept: Mapping[str, Entry]
    order: tuple[Sequence[Name], Sequence[Name]]
    forms: Callable[[], int]
    changes: list[Change] = field(default_factory=list)
    # The identities of entries that others took over whole.
    replaced: set[int] = field(default_factory=set)
    _foreign: dict[str, int] = field(default_factory=dict)

    @cached_property
    def lost(self) -> list[Entry]:
        """Entries whose targets someone made, and whose source is gone."""
        languages = self.options.languages
        return [
            each
            for each in (*self.gone, *self.retired)
            if each.is_filled and not is_untouched(each, self.tag, languages)
        ]

    @cached_property
    def lost_ids(self) -> dict[int, int]:
        """The numbers of the lost entries by identity."""
        return {id(entry): number for number, entry in enumerate(self.lost)}

    def fill(self, found: dict[int, Entry]) -> dict[int, Entry]:
        """The entries, by their places in the template, with the targets that could be found."""
        open_ = list(found)
        candidates = Candidates(self.lost, self.options.others, locales.joint(self.tag), self.known, self.kept)
        written = {entry.source for entry in self.lost if not entry.is_fuzzy}
        passing = [index for index in open_ if found[index].source not in written and self.passes(found[index])]
        for index in passing:
            candidates.learn(self.filled(found[index]))
        rest = self.take_certain(found, sorted({*open_}.difference(passing)), candidates)
        if self.options.has_near:
            self.take_near(found, rest, passing, candidates)
        old = set(self.order[1])
        for index in open_:
            entry = found[index]
            if not any(entry.targets):
                entry = found[index] = self.filled(entry)
                if entry.is_filled:
                    self.changes.append(Change("filled", entry.key))
                elif name_of(entry) not in old:
                    self.changes.append(Change("new", entry.key))
        return found

    def passes(self, entry: Entry) -> bool:
        """Whether an entry surely passes through, or is written in another way by rule."""
        if self.foreign(entry.source) and not figures(entry.source):
            return False
        filled = self.filled(entry)
        return filled.is_filled and not filled.is_fuzzy

    def take_certain(self, found: dict[int, Entry], open_: list[int], candidates: Candidates) -> list[int]:
        """Fills what differs from another entry in form alone; the indices of the rest.

        What was filled may be a sentence of another entry, so it is asked again until nothing is.
        """
        rest: list[int] = []
        learned: list[str] | None = None
        while open_ != rest:
            rest = open_
            open_ = []
            news: list[str] = []
            for index in rest:
                entry = found[index]
                answer = candidates.certain(entry) if learned is None else candidates.again(entry, (*learned, *news))
                if answer is None:
                    open_.append(index)
                else:
                    found[index] = self.taken(entry, answer)
                    if not found[index].is_fuzzy:
                        candidates.learn(found[index])
                        news.append(entry.source)
            learned = news
        return rest

    def take_near(self, found: dict[int, Entry], open_: list[int], passing: list[int], candidates: Candidates) -> None:
        """Suggests near matches, to what passes through only what people wrote for its former text."""
        asking = [*open_, *passing]
        from translator.nearness import near  # an update without near matches needs none of it

        suggestions = near(candidates, [found[index] for index in asking], stand=self.stand(asking), later=len(open_))
        for number, suggestion in suggestions.items():
            found[asking[number]] = self.suggested(found[asking[number]], suggestion)

    def stand(self, open_: Sequence[int]) -> tuple[list[int], list[int]]:
        """How the entries without a target and the lost ones stand among the others."""
        numbers = {key: number for number, key in enumerate(self.order[1])}
        asked = {index: ~number for number, index in enumerate(open_)}
        ours = [asked[index] if index in asked else numbers.get(name) for index, name in enumerate(self.order[0])]
        theirs: list[int | None] = list(range(len(self.order[1])))
        for entry in self.gone:
            lost = self.lost_ids.get(id(entry))
            theirs[numbers[name_of(entry)]] = None if lost is None else ~lost
        return _edges_of_gaps(ours), _edges_of_gaps(theirs)

    def taken(self, entry: Entry, found: Suggestion) -> Entry:
        """The entry with the target of a suggestion from which nothing but form differs."""
        comments = self.comments(entry, found)
        self.changes.append(Change("doubtful" if found.is_doubtful else found.tier, entry.key, found))
        if found.is_doubtful and found.origin is not None:
            comments = (*without_fact(comments, "reused"), fact("reused", " ".join(found.origin.references)))
        if found.tier in ("placeholders", "variants"):
            comments = (*without_fact(comments, "source-was"), fact("source-was", " ".join(found.source.split())))
            if found.origin is not None:
                self.replaced.add(id(found.origin))
        return replace(entry, targets=(found.target,), comments=comments, is_fuzzy=found.is_doubtful)

    def suggested(self, entry: Entry, found: Suggestion) -> Entry:
        """The entry with the target of a near match, fuzzy."""
        self.changes.append(Change("fuzzy", entry.key, found))
        origin = found.origin
        previous = Previous(found.source, origin.context if origin else None, origin.plural if origin else None)
        targets: tuple[str, ...] = (found.target,)
        comments = self.comments(entry, found)
        if entry.plural is not None and origin is not None:
            targets = sized(origin.targets, entry, count=self.forms())
            comments = with_forms(comments, origin.targets, targets=targets)
        return replace(entry, targets=targets, is_fuzzy=True, previous=previous, comments=comments)

    def comments(self, entry: Entry, found: Suggestion) -> tuple[str, ...]:
        """The comments of an entry, or those of the lost one that it takes over."""
        is_heir = found.origin is not None and id(found.origin) in self.lost_ids and found.tier != "sentences"
        return found.origin.comments if found.origin is not None and is_heir and not entry.comments else entry.comments

    def filled(self, entry: Entry) -> Entry:
        """The entry with its source as target where it is a pass-through, fuzzy where that is unsure."""
        text = strip(entry.source)
        # Where most of a text cannot be of the locale nobody need be asked what it is.
        if entry.plural is not None or 2 * self.foreign(entry.source) > len(text):
            return entry
        if not entry.notes and entry.key not in self.options.languages and self.is_strange(text):
            return entry
        found = answers(entry, self.options.languages)
        told = figures(text) if self.tag == "en" and text == entry.source else ""
        if told and all(each.tag == "zxx" for each in found):
            return replace(entry, targets=(told,), is_fuzzy=False)
        if not found or not all(fits(each, self.tag, entry.source) for each in found):
            return entry
        is_sure = all(passes_through(text, each, self.tag) for each in found) and not self.foreign(entry.source)
        return replace(entry, targets=(entry.source,), is_fuzzy=not is_sure)

    def is_strange(self, text: str) -> bool:
        """Whether a text is surely not in the locale's language: a quick look."""
        if self.tag != "en":
            return False
        is_much = _NINTH * self.foreign(text) > len(text) and len(text) <= _SHORT
        return (is_much and _IDEOGRAPH.search(text) is not None) or not _may_be_english(text)

    def foreign(self, source: str) -> int:
        """How many characters of a source cannot be of the locale."""
        if source not in self._foreign:
            self._foreign[source] = residue_size(strip(source), self.tag)
        return self._foreign[source]


# Numbers with signs and units, and more of them in full-width brackets; a comma parts thousands, or it counts for two things.
_NUMBER = "[0-9.±<>≤≥=~+−–%～〜-]*[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]+)?%?|[0-9.±<>≤≥=~+−–%～〜-]*[0-9]%?"
_FIGURES = re.compile(
    f"(?P<first>(?:{_NUMBER}) ?(?P<unit>[A-Za-zμµ/]*)) ?（(?P<second>(?:{_NUMBER}) ?(?P<other>[A-Za-zμµ/]*))）"
)
_WIDE_FIGURES = str.maketrans("０１２３４５６７８９．，％＋＜＞＝～〜", "0123456789.,%+<>=––")


def figures(text: str) -> str:
    """How numbers with numbers in full-width brackets are written in English; "" for any other text.

    >>> figures("71（57.3%）"), figures("3,100 mg/L（２.１～５.４）"), figures("71（例）"), figures("1,2（3）")
    ('71 (57.3%)', '3,100 mg/L (2.1–5.4)', '', '')
    """
    found = _FIGURES.fullmatch(text.translate(_WIDE_FIGURES))
    if found is None or not all(_is_unit(found[name]) for name in ("unit", "other")):
        return ""
    return f"{found['first'].rstrip()} ({found['second']})"


def _is_unit(name: str) -> bool:
    from translator.languages.units import meanings

    return not name or all(meanings(each) for each in name.split("/"))


def _may_be_english(text: str) -> bool:
    from translator.languages.identification import may_be_english

    return may_be_english(text)


def answers(entry: Entry, languages: Languages) -> Sequence[Language]:
    """The languages that an entry's source may be in: as known, else as noted, else as it looks."""
    known = languages.get(entry.key)
    if known:
        return known
    asked = identify(entry.source)
    noted = read_language(entry.notes)
    return [asked if noted is None or noted[0] == asked.tag else Language(noted[0], 0.5, asked.foreign)]


def is_untouched(entry: Entry, tag: str, languages: Languages) -> bool:
    """Whether an entry is a pass-through that no one has edited."""
    return entry.targets == (entry.source,) and all(fits(each, tag, entry.source) for each in answers(entry, languages))


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
