"""Where a new entry's translation may come from: entries that lost their source, and other catalogs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from translator.catalog import Entry
from translator.inline import PLACEHOLDER, placeholders
from translator.languages import fold, sentence_ends
from translator.languages.alignment import align_sentences, message_sentences
from translator.languages.dangers import dangers
from translator.similarity import Index

Tier = Literal["moved", "placeholders", "variants", "sentences", "near"]
# What an edited source came from is likelier than what merely looks alike elsewhere.
LOST_CUTOFF, OTHER_CUTOFF = 0.6, 0.85


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A target for a new source: which tier found it, and the source it was written for.

    `similarity` is 0…1. `dangers` say what may have changed in meaning (`number 12.2 → 12.3`).
    """

    tier: Tier
    target: str
    source: str
    similarity: float = 1.0
    dangers: tuple[str, ...] = ()
    origin: Entry | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the target may be kept as it is: nothing but form differs."""
        return self.tier != "near"


@dataclass
class Candidates:
    """Entries whose targets new entries may take over; `best` asks the tiers in order.

    `lost` are filled entries of this catalog without a source in the template, newest first, and
    obsolete ones. `others` gives the filled entries of other catalogs of the locale; it is called
    only where something is new. `joint` is what stands between two sentences of the locale.
    """

    lost: Sequence[Entry]
    others: Callable[[], Iterable[Entry]] = tuple
    joint: str = ""
    has_near: bool = True
    known: Sequence[Entry] = field(default_factory=tuple)

    def best(self, entry: Entry) -> Suggestion | None:
        """The best suggestion for an entry without a target, or None."""
        found = self._moved(entry) or self._same_words(entry) or self._folded(entry) or self._sentences(entry)
        return found or (self._near(entry) if self.has_near else None)

    @cached_property
    def _everything(self) -> Sequence[Entry]:
        seen = {id(entry) for entry in self.lost}
        return (*self.lost, *(e for e in (*self.known, *self.others()) if e.is_filled and id(e) not in seen))

    @cached_property
    def _by_source(self) -> dict[str, Entry]:
        return _first((entry.source, entry) for entry in self._everything if not entry.is_fuzzy and not entry.plural)

    def _moved(self, entry: Entry) -> Suggestion | None:
        found = self._by_source.get(entry.source)
        return Suggestion("moved", found.target, found.source, origin=found) if found else None

    @cached_property
    def _by_words(self) -> dict[str, Entry]:
        return _first(
            (_canonical(entry.source), entry) for entry in self.lost if not entry.is_fuzzy and not entry.plural
        )

    def _same_words(self, entry: Entry) -> Suggestion | None:
        found = self._by_words.get(_canonical(entry.source))
        if found is None:
            return None
        target = renamed(found.target, found.source, entry.source)
        return Suggestion("placeholders", target, found.source, origin=found) if target is not None else None

    @cached_property
    def _by_fold(self) -> dict[str, Entry]:
        return _first(
            (_form_key(entry.source), entry) for entry in self.lost if not entry.is_fuzzy and not entry.plural
        )

    def _folded(self, entry: Entry) -> Suggestion | None:
        found = self._by_fold.get(_form_key(entry.source))
        if found is None or dangers(found.source, entry.source):
            return None
        target = renamed(found.target, found.source, entry.source)
        return Suggestion("variants", target, found.source, origin=found) if target is not None else None

    @cached_property
    def _by_sentence(self) -> dict[str, tuple[str, Entry]]:
        """Sentences of lost blocks with their targets, where the sentences of both sides agree in number."""
        found: dict[str, tuple[str, Entry]] = {}
        for entry in self.lost:
            if not entry.is_fuzzy and not entry.plural and len(sentence_ends(entry.source)) > 1:
                for source, target in align_sentences(entry.source, entry.target) or ():
                    if sorted(placeholders(source)) == sorted(placeholders(target)):
                        found.setdefault(source, (target, entry))
        return found

    def _sentences(self, entry: Entry) -> Suggestion | None:
        cut = self._by_sentence.get(entry.source)
        if cut is not None:
            return Suggestion("sentences", cut[0], entry.source, origin=cut[1])
        sentences = message_sentences(entry.source)
        if len(sentences) < 2 or placeholders(entry.source):
            return None
        parts = [self._by_source.get(each) for each in sentences]
        targets = [part.target for part in parts if part is not None]
        if len(targets) < len(parts):
            return None
        return Suggestion("sentences", self.joint.join(targets), entry.source, origin=parts[0])

    @cached_property
    def _lost_index(self) -> tuple[Index, Sequence[Entry]]:
        return _indexed(entry for entry in self.lost if not entry.plural)

    @cached_property
    def _other_index(self) -> tuple[Index, Sequence[Entry]]:
        lost = set(map(id, self.lost))
        return _indexed(e for e in self._everything if id(e) not in lost and not e.plural and not e.is_fuzzy)

    def _near(self, entry: Entry) -> Suggestion | None:
        text = _words(entry.source)
        return self._nearest(entry, text, self._lost_index, LOST_CUTOFF) or self._nearest(
            entry, text, self._other_index, OTHER_CUTOFF
        )

    def _nearest(
        self, entry: Entry, text: str, indexed: tuple[Index, Sequence[Entry]], cutoff: float
    ) -> Suggestion | None:
        index, entries = indexed
        found = [_near(entry, entries[at], score) for score, at in index.nearest(text, cutoff=cutoff)]
        return min(found, key=lambda each: (bool(each.dangers), -each.similarity), default=None)


def _near(entry: Entry, origin: Entry, score: float) -> Suggestion:
    reasons = tuple(str(each) for each in dangers(origin.source, entry.source))
    target = renamed(origin.target, origin.source, entry.source)
    return Suggestion("near", target or origin.target, origin.source, score, reasons, origin)


def _first(pairs: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for key, entry in pairs:
        found.setdefault(key, entry)
    return found


def _indexed(entries: Iterable[Entry]) -> tuple[Index, Sequence[Entry]]:
    chosen = tuple(entries)
    return Index([_words(entry.source) for entry in chosen]), chosen


def _words(source: str) -> str:
    return fold(PLACEHOLDER.sub("", source))


def _canonical(source: str) -> str:
    """The source with placeholders that differ only by name made alike."""
    return PLACEHOLDER.sub(lambda match: f"<{match[1]}0{match[4]}>", source)


def _form_key(source: str) -> str:
    key = fold(_canonical(source))
    # White space parts words in English; beside zh and ja it is typography.
    return " ".join(key.split()) if key.isascii() else "".join(key.split())


def renamed(target: str, old: str, new: str) -> str | None:
    """The target with the old source's placeholders named as in the new one; None where they do not map.

    >>> renamed("<b1>Dose</b1>: 5 mg", "<b1>用量</b1>：5 mg", "<i1>用量</i1>：5 mg")
    '<i1>Dose</i1>: 5 mg'
    """
    names, wanted = placeholders(old), placeholders(new)
    if names == wanted:
        return target
    if len(names) != len(wanted) or [_shape(each) for each in names] != [_shape(each) for each in wanted]:
        return None
    mapping = dict(zip(names, wanted, strict=True))
    return PLACEHOLDER.sub(lambda match: mapping.get(match.group(), match.group()), target)


def _shape(placeholder: str) -> str:
    return "close" if placeholder.startswith("</") else "alone" if placeholder.endswith("/>") else "open"


def difference_kinds(old: str, new: str) -> frozenset[str]:
    """In which ways two sources differ: `placeholders`, `variants`, `punctuation`; `words` for all else.

    >>> sorted(difference_kinds("治療費.", "治疗费。"))
    ['punctuation', 'variants']
    """
    found: set[str] = set()
    if placeholders(old) != placeholders(new):
        found.add("placeholders" if renamed("", old, new) is not None else "words")
    one, other = _canonical(old), _canonical(new)
    if _form_key(one) != _form_key(other):
        return frozenset({*found, "words"})
    if _letters(one) != _letters(other):
        found.add("variants")
    if [each for each in one if not each.isalnum()] != [each for each in other if not each.isalnum()]:
        found.add("punctuation")
    return frozenset(found)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
