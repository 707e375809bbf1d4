"""Where a new entry's translation may come from: entries that lost their source, and other catalogs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from translator.catalog import Entry
from translator.inline import PLACEHOLDER, placeholders, renamed, strip
from translator.languages import fold
from translator.languages.alignment import align_sentences, message_sentences
from translator.languages.dangers import Danger, dangers
from translator.origins import CUTOFFS, Origin, Origins, Row
from translator.similarity import closeness

Stand = tuple[Sequence[int], Sequence[int]]
Twins = dict[int, list[tuple[float, Entry]]]
Tier = Literal["moved", "placeholders", "variants", "sentences", "near"]
# What kept its source has a translation of its own: only what is all but equal to it may borrow that.
TWIN_CUTOFF = 0.95
_EDGE = 6
_COMMON = 50
# How much less alike a harmless suggestion may be than a dangerous one that it goes before.
_RIVAL = 0.15


@dataclass(frozen=True)
class Suggestion:
    """A target for a new source: which tier found it, and the source it was written for.

    `similarity` is 0…1. `wanted` is the new source.
    """

    tier: Tier
    target: str
    source: str
    wanted: str
    similarity: float = 1.0
    origin: Entry | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the target may be kept as it is: nothing but form differs."""
        return self.tier != "near"

    @cached_property
    def dangers(self) -> tuple[str, ...]:
        """What may have changed in meaning: `number 12.2 → 12.3`."""
        return () if self.is_certain else tuple(str(each) for each in differences(self.source, self.wanted))


@dataclass
class Candidates:
    """Entries whose targets new entries may take over: `certain` asks for one, `near` for many at once.

    `lost` are filled entries of this catalog without a source in the template, and obsolete ones.
    `known` are its live entries. `others` gives the entries of other catalogs of the locale; it is
    called only where something is new. `joint` is what stands between two sentences of the locale.
    """

    lost: Sequence[Entry]
    others: Callable[[], Iterable[Entry]] = tuple
    joint: str = ""
    known: list[Entry] = field(default_factory=list)
    _learned: list[Entry] = field(default_factory=list)

    def certain(self, entry: Entry) -> Suggestion | None:
        """A suggestion that may be kept as it is: the tiers but the last, in order."""
        if entry.plural is not None:
            return None
        return self._moved(entry) or self._same_words(entry) or self._folded(entry) or self._sentences(entry)

    def learn(self, entry: Entry) -> None:
        """Takes in an entry that was just filled."""
        self._learned.append(entry)
        self.known.append(entry)
        if "_by_source" in vars(self):
            self._by_source.setdefault(entry.source, entry)

    @cached_property
    def _elsewhere(self) -> Sequence[Entry]:
        return tuple(self.others())

    @cached_property
    def _by_source(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        known = self.known[: len(self.known) - len(self._learned)]
        for entries in (self._elsewhere, known, self.lost):
            found |= {each.source: each for each in reversed(entries) if _is_sure(each)}
        for each in self._learned:
            found.setdefault(each.source, each)
        return found

    def _moved(self, entry: Entry) -> Suggestion | None:
        found = self._by_source.get(entry.source)
        return Suggestion("moved", found.target, found.source, entry.source, origin=found) if found else None

    @cached_property
    def _by_words(self) -> dict[str, Entry]:
        return _first((_canonical(entry.source), entry) for entry in self.lost if _is_sure(entry))

    def _same_words(self, entry: Entry) -> Suggestion | None:
        return self._renamed("placeholders", entry, self._by_words.get(_canonical(entry.source)))

    @cached_property
    def _by_fold(self) -> dict[str, Entry]:
        return _first((_form_key(entry.source), entry) for entry in self.lost if _is_sure(entry))

    def _folded(self, entry: Entry) -> Suggestion | None:
        found = self._by_fold.get(_form_key(entry.source))
        return (
            None
            if found is None or differences(found.source, entry.source)
            else self._renamed("variants", entry, found)
        )

    @staticmethod
    def _renamed(tier: Tier, entry: Entry, found: Entry | None) -> Suggestion | None:
        target = renamed(found.target, found.source, entry.source) if found is not None else None
        if found is None or target is None:
            return None
        return Suggestion(tier, target, found.source, entry.source, origin=found)

    @cached_property
    def _by_sentence(self) -> dict[str, tuple[str, Entry]]:
        """Sentences of lost blocks with their targets, where the sentences of both sides agree in number."""
        found: dict[str, tuple[str, Entry]] = {}
        for entry in self.lost:
            if _is_sure(entry) and len(_sentences_of(entry.source)) > 1:
                for source, target in align_sentences(entry.source, entry.target) or ():
                    if sorted(placeholders(source)) == sorted(placeholders(target)):
                        found.setdefault(source, (target, entry))
        return found

    def _sentences(self, entry: Entry) -> Suggestion | None:
        cut = self._by_sentence.get(entry.source)
        if cut is not None:
            return Suggestion("sentences", cut[0], entry.source, entry.source, origin=cut[1])
        sentences = _sentences_of(entry.source)
        if len(sentences) < 2 or placeholders(entry.source):
            return None
        targets = [self._sentence(each) for each in sentences]
        if None in targets:
            return None
        joined = self.joint.join(filter(None, targets))
        return Suggestion("sentences", joined, entry.source, entry.source, origin=self._by_source.get(sentences[0]))

    def _sentence(self, text: str) -> str | None:
        if text in self._by_source:
            return self._by_source[text].target
        return self._by_sentence[text][0] if text in self._by_sentence else None

    def near(self, wanted: Sequence[Entry], stand: Stand = ((), ()), later: int | None = None) -> dict[int, Suggestion]:
        """Near matches for entries without a target, by their index; one that is dangerous comes last.

        `stand` says how `wanted` and `lost` stand among kept entries: see `origins.Row`. From
        `later` on entries are asked after the others, and take nothing but from lost ones.
        """
        later = len(wanted) if later is None else later
        new = Row([_words(entry.source) for entry in wanted], stand[0])
        lost = Row([_words(entry.source) for entry in self.lost], stand[1])
        twins, rivals = self._twins(wanted[:later])
        work = Origins(new, lost, self._claimed(), rivals)
        out: dict[int, Suggestion] = {}
        is_settled = False
        while not is_settled:
            found = work.find(index for index in range(later) if index not in out)
            is_settled = True
            for index in sorted({*found, *twins}.difference(out)):
                choice = self._choice(wanted[index], found.get(index, ()), twins.get(index, ()))
                if choice:
                    out[index] = best = _safest(choice)
                    if best is not choice[0]:
                        # What a harmless rival set free may be where another one came from.
                        work.swap(index, next((n for n, each in enumerate(self.lost) if each is best.origin), None))
                        is_settled = False
        for index, origins in work.find(range(later, len(wanted))).items():
            choice = self._choice(wanted[index], origins, ())
            if choice and choice[0].similarity >= CUTOFFS[0]:
                out[index] = choice[0]
        return out

    def _choice(
        self, entry: Entry, found: Sequence[Origin], twins: Sequence[tuple[float, Entry]]
    ) -> Sequence[Suggestion]:
        """The suggestions for an entry that may be taken, the likeliest first."""
        choice = [_near(entry, self.lost[each.index], each.score) for each in found]
        choice += [_near(entry, twin, score) for score, twin in sorted(twins, key=_by_score)]
        if found and found[0].is_claimed:
            choice.sort(key=lambda each: -each.similarity)
        return [each for each in choice if each.origin is not None and _is_alike(each.origin, entry)]

    def _claimed(self) -> set[int]:
        """The lost entries whose source still is in the catalog, or before a live fuzzy entry's."""
        taken = {entry.source for entry in self.known}
        taken |= {entry.previous.source for entry in self.known if entry.previous is not None and entry.previous.source}
        return {index for index, entry in enumerate(self.lost) if entry.source in taken or _written_for(entry) in taken}

    def _twins(self, wanted: Sequence[Entry]) -> tuple[Twins, dict[int, float]]:
        """Harmless entries that kept their source, or of other catalogs, all but equal to a wanted one.

        With how near the nearest is. Only texts are compared that begin or end alike.
        """
        heads, tails = _by_edge(wanted, 0), _by_edge(wanted, 1)
        found: Twins = {}
        nearest: dict[int, float] = {}
        for entry in (*self.known, *self._elsewhere) if heads or tails else ():
            source = entry.source
            head, tail = edges(source)
            if head not in heads and tail not in tails:
                continue
            for index in {*heads.get(head, ()), *tails.get(tail, ())}:
                score = closeness(wanted[index].source, source, nearest.get(index, CUTOFFS[0]))
                if 0 < score < 1 and _is_sure(entry):
                    nearest[index] = score
                    if score >= TWIN_CUTOFF and not differences(source, wanted[index].source):
                        found.setdefault(index, []).append((score, entry))
        return found, nearest


def edges(source: str) -> tuple[str, str]:
    """How a text begins and ends; what is too short to tell is not cut."""
    size = _EDGE if len(source) < 4 * _EDGE else 2 * _EDGE
    return (source[:size], source[-size:])


def _by_edge(wanted: Sequence[Entry], side: int) -> dict[str, list[int]]:
    """The indices of texts by how they begin, or end, where that tells anything."""
    found: dict[str, list[int]] = {}
    for index, entry in enumerate(wanted):
        if len(entry.source) > _EDGE:
            found.setdefault(edges(entry.source)[side], []).append(index)
    return {edge: indices for edge, indices in found.items() if len(indices) <= _COMMON}


def _by_score(pair: tuple[float, Entry]) -> float:
    return -pair[0]


def _is_sure(entry: Entry) -> bool:
    return not entry.is_fuzzy and entry.plural is None and entry.is_filled


def _is_alike(origin: Entry, entry: Entry) -> bool:
    """Whether both have plural forms, or neither."""
    return (origin.plural is None) == (entry.plural is None)


def _safest(choice: Sequence[Suggestion]) -> Suggestion:
    """The first of the suggestions, or a harmless one that is about as near."""
    first = choice[0]
    rivals = [each for each in choice[1:] if each.similarity >= first.similarity - _RIVAL]
    if not rivals or not first.dangers:
        return first
    return next((each for each in rivals if not each.dangers), first)


def _near(entry: Entry, origin: Entry, score: float) -> Suggestion:
    source = _written_for(origin)
    target = renamed(origin.target, source, entry.source)
    return Suggestion("near", target or origin.target, source, entry.source, score, origin)


def _written_for(entry: Entry) -> str:
    """The source that the target of an entry was written for: of a fuzzy one, the previous."""
    previous = entry.previous.source if entry.is_fuzzy and entry.previous is not None else None
    return previous or entry.source


# What may part two sentences; most texts hold none before their end, and need no closer look.
_STOP = re.compile(r"[.!?。．｡！？…‥\n\u2028\u2029](?=.)|<br[0-9]+/>", re.DOTALL)


def _sentences_of(message: str) -> list[str]:
    return message_sentences(message) if _STOP.search(message) else [message]


def _first(pairs: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for key, entry in pairs:
        found.setdefault(key, entry)
    return found


def _words(source: str) -> str:
    return fold(PLACEHOLDER.sub("", source))


def _canonical(source: str) -> str:
    """The source with placeholders that differ only by name made alike."""
    return PLACEHOLDER.sub(lambda match: f"<{match[1]}0{match[4]}>", source)


def _form_key(source: str) -> str:
    key = fold(_canonical(source))
    # White space parts words in English; beside zh and ja it is typography.
    return " ".join(key.split()) if key.isascii() else "".join(key.split())


def differences(old: str, new: str) -> tuple[Danger, ...]:
    """What changed between the words of two messages that may change what they say.

    >>> [str(each) for each in differences("<b1>共3例</b1>", "<i1>共4例</i1>")]
    ['number 3 → 4']
    """
    return dangers(strip(old), strip(new))


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
