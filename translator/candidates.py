"""Where a new entry's translation may come from: entries that lost their source, and other catalogs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from translator.catalog import Entry, Previous
from translator.differences import canonical, difference_kinds, differences, form_key
from translator.inline import placeholders, renamed
from translator.notes import kinds_of_places

Tier = Literal["moved", "reused", "placeholders", "variants", "sentences", "near"]
_COMMON = 50
# A word or a label: what it means depends on where it stands. Wide characters count for two.
_LABEL = 12


@dataclass(frozen=True)
class Suggestion:
    """A target for a new source: which tier found it, and the source it was written for.

    `similarity` is 0…1. `wanted` is the new source. `is_doubtful` says that the same label stands elsewhere still, in
    another kind of place, where it may mean something else.
    """

    tier: Tier
    target: str
    source: str
    wanted: str
    similarity: float = 1.0
    origin: Entry | None = None
    is_doubtful: bool = False

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
    """Entries whose targets new entries may take over: `certain` asks for one; `nearness` for many at once.

    `lost` are filled entries of this catalog without a source in the template, and obsolete ones.
    `known` are its live entries; those that may be taken as they are can stand in `kept`, by source,
    and are looked at only where one is needed. `others` gives the entries of other catalogs of the locale; it is
    called only where something is new; those that their documents still have name them in their references. `joint` is what stands between two sentences of the locale.
    """

    lost: Sequence[Entry]
    others: Callable[[], Iterable[Entry]] = tuple
    joint: str = ""
    known: list[Entry] = field(default_factory=list)
    kept: Mapping[str, Entry] = field(default_factory=dict)
    _pairs: dict[int, dict[str, str]] = field(default_factory=dict)

    def certain(self, entry: Entry) -> Suggestion | None:
        """A suggestion that may be kept as it is: the tiers but the last, in order."""
        if entry.plural is not None:
            return None
        return self._moved(entry) or self._same_words(entry) or self._folded(entry) or self._sentences(entry)

    def again(self, entry: Entry, learned: Sequence[str]) -> Suggestion | None:
        """What `certain` may answer after these sources were learned, where it had no answer."""
        if entry.plural is not None or (len(learned) <= _COMMON and not any(each in entry.source for each in learned)):
            return None
        return self._moved(entry) or self.joined(entry)

    def learn(self, entry: Entry) -> None:
        """Takes in an entry that was just filled."""
        self._by_source[1].setdefault(entry.source, entry)
        self.known.append(entry)

    @cached_property
    def elsewhere(self) -> Sequence[Entry]:
        """The entries of other catalogs."""
        return tuple(self.others())

    @cached_property
    def _by_source(self) -> tuple[dict[str, Entry], dict[str, Entry]]:
        """The entries that may be taken as they are: lost ones and known ones."""
        return _sure_ones(self.lost), _sure_ones(self.known)

    @cached_property
    def _beside(self) -> dict[str, Entry]:
        """Those of other catalogs, which are read only when they are asked for; a label that moved before one that stays."""
        return _sure_ones(sorted(self.elsewhere, key=lambda each: bool(each.references) and is_label(each.source)))

    def _sure(self, source: str) -> Entry | None:
        """The first entry of a source that may be taken as it is."""
        return self._own(source) or self._beside.get(source)

    def _own(self, source: str) -> Entry | None:
        """That of this catalog."""
        lost, known = self._by_source
        found = lost.get(source) or known.get(source)
        return self.kept[source] if found is None and source in self.kept else found

    def _moved(self, entry: Entry) -> Suggestion | None:
        own = self._own(entry.source)
        found = own or self._beside.get(entry.source)
        if found is None:
            return None
        if own is self._by_source[0].get(entry.source) if own is not None else not found.references:
            return Suggestion("moved", found.target, found.source, entry.source, origin=found)
        is_elsewhere = own is None and is_label(entry.source)
        is_doubtful = is_elsewhere and kinds_of_places(found.notes).isdisjoint(kinds_of_places(entry.notes))
        return Suggestion("reused", found.target, found.source, entry.source, origin=found, is_doubtful=is_doubtful)

    @cached_property
    def _by_words(self) -> dict[str, Entry]:
        return _first((canonical(entry.source), entry) for entry in self.lost if is_sure(entry))

    def _same_words(self, entry: Entry) -> Suggestion | None:
        if "<" not in entry.source:
            return None
        return self._renamed("placeholders", entry, self._by_words.get(canonical(entry.source)))

    @cached_property
    def _by_fold(self) -> dict[str, Entry]:
        return _first((form_key(entry.source), entry) for entry in self.lost if is_sure(entry))

    def _folded(self, entry: Entry) -> Suggestion | None:
        found = self._by_fold.get(form_key(entry.source))
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
    def _blocks(self) -> tuple[dict[str, list[Entry]], list[Entry]]:
        """The lost blocks of several sentences, by how one of them may begin; and those with placeholders."""
        begun: dict[str, list[Entry]] = {}
        coded: list[Entry] = []
        for entry in self.lost:
            source = entry.source
            if not is_sure(entry) or not _STOP.search(source):
                continue
            if "<" in source:
                coded.append(entry)
            else:
                starts = (0, *_borders(source))
                for key in {source[at : at + size] for size in _BEGINNINGS for at in starts}:
                    begun.setdefault(key, []).append(entry)
        return begun, coded

    @cached_property
    def _coded_text(self) -> str:
        """All blocks with placeholders, names left out: a sentence of one must stand in it."""
        return "\0".join(canonical(entry.source) for entry in self._blocks[1])

    @cached_property
    def _coded_bits(self) -> frozenset[str]:
        """All that a sentence in that text may begin and end with: to look for each in the whole takes time."""
        text = self._coded_text
        return frozenset([text[at : at + _BIT] for at in range(len(text))])

    def _is_in_coded(self, text: str) -> bool:
        """Whether a text, but for the names of its own, stands in a block with placeholders."""
        text, bits = canonical(text), self._coded_bits
        if len(text) >= _BIT and (text[:_BIT] not in bits or text[-_BIT:] not in bits):
            return False
        return text in self._coded_text

    @cached_property
    def _coded(self) -> dict[str, list[Entry]]:
        """The blocks with placeholders by their sentences, each of which numbers them anew."""
        from translator.languages.alignment import align_sentences

        coded: dict[str, list[Entry]] = {}
        for entry in self._blocks[1]:
            for each, _ in align_sentences(entry.source, entry.target) or ():
                coded.setdefault(each, []).append(entry)
        return coded

    def _cut(self, text: str) -> tuple[str, Entry] | None:
        """The target of a sentence of a lost block, where the sentences of both sides agree in number."""
        for entry in self._holders(text):
            target = self._aligned(entry).get(text)
            if target is not None:
                return target, entry
        return None

    def _holders(self, text: str) -> Iterator[Entry]:
        """The lost blocks that a text may be a sentence of."""
        begun, coded = self._blocks
        size = next((each for each in _BEGINNINGS if len(text) >= each), 0)
        for entry in begun.get(text[:size], ()) if size else ():
            if _may_hold(entry.source, text):
                yield entry
        if coded and self._is_in_coded(text):
            yield from self._coded.get(text, ())

    def _may_be_known(self, text: str) -> bool:
        """Whether a sentence may have a target: a quick look, before blocks are cut."""
        return self._sure(text) is not None or any(True for _ in self._holders(text))

    def _aligned(self, block: Entry) -> dict[str, str]:
        """The sentences of a lost block with their targets; none where a placeholder is missing in one."""
        if id(block) not in self._pairs:
            from translator.languages.alignment import align_sentences

            pairs = align_sentences(block.source, block.target) or ()
            self._pairs[id(block)] = {
                source: target
                for source, target in (reversed(pairs) if len(pairs) > 1 else ())
                if sorted(placeholders(source)) == sorted(placeholders(target))
            }
        return self._pairs[id(block)]

    def _sentences(self, entry: Entry) -> Suggestion | None:
        cut = self._cut(entry.source)
        if cut is not None:
            return Suggestion("sentences", cut[0], entry.source, entry.source, origin=cut[1])
        return self.joined(entry)

    def joined(self, entry: Entry) -> Suggestion | None:
        """A suggestion for a text of which every sentence has a target."""
        source = entry.source
        if not self._may_be_joined(source):
            return None
        from translator.languages.alignment import message_sentences

        sentences = message_sentences(source)
        if len(sentences) < 2:
            return None
        targets = []
        for each in sentences:
            target = self._sentence(each)
            if target is None:
                return None
            targets.append(target)
        text = self.joint.join(filter(None, targets))
        return Suggestion("sentences", text, entry.source, entry.source, origin=self._sure(sentences[0]))

    def _may_be_joined(self, source: str) -> bool:
        """Whether all sentences of a text may have targets: a quick look, before it is cut."""
        borders = _borders(source)
        if not borders or borders[0] >= len(source) or placeholders(source):
            return False
        firsts = self._ends(source, 0, borders)
        if next(firsts, None) is None:
            return False
        if not any(self._may_be_known(source[end:].strip()) for end in borders if end < len(source)):
            return False
        # Whether steps from border to border lead from the beginning to the end.
        places = [match.end() for match in _SIGN.finditer(source)]
        places = sorted({*borders, *places, len(source)})
        reached = {0}
        for start in (0, *places):
            if start in reached:
                reached.update(self._ends(source, start, places))
        return len(source) in reached

    def _ends(self, source: str, start: int, borders: Sequence[int]) -> Iterator[int]:
        """The borders up to which a text may be a sentence with a target, from an offset on."""
        start += len(source) - start - len(source[start:].lstrip())
        for end in borders[bisect_right(borders, start) :]:
            if self._may_be_known(source[start:end].rstrip()):
                yield end

    def _sentence(self, text: str) -> str | None:
        found = self._sure(text)
        if found is not None:
            return found.target
        cut = self._cut(text)
        return None if cut is None else cut[0]


def _sure_ones(entries: Sequence[Entry]) -> dict[str, Entry]:
    return {each.source: each for each in reversed(entries) if is_sure(each)}


def is_label(source: str) -> bool:
    """Whether a text is a word or a label: short, and no sentence.

    >>> is_label("说明"), is_label("每日2次。"), is_label("请在饭后三十分钟内服用")
    (True, False, False)
    """
    return sum(2 if each > "\u2e7f" else 1 for each in source) <= _LABEL and not _SIGN.search(source[-1:])


def is_sure(entry: Entry) -> bool:
    """Whether an entry's target may be taken as it is."""
    return not entry.is_fuzzy and entry.plural is None and entry.is_filled


# What may part two sentences; most texts hold none before their end, and need no closer look.
_STOP = re.compile(r"[.!?。．｡！？…‥\n\u2028\u2029](?=.)|<br[0-9]+/>", re.DOTALL)


# A sentence ends there, or after what closes it.
_BORDER = re.compile(r"[.!?。．｡！？…‥\n\u2028\u2029]\W{0,8}")
# So much of a sentence finds the blocks that it may stand in: more where there is more.
_BEGINNINGS = (8, 3, 1)
_BIT = 3


def _borders(text: str) -> list[int]:
    """Where a sentence may end, or the next one begin: some offsets too many, none too few."""
    return [at for match in _BORDER.finditer(text) for at in range(match.start() + 1, match.end() + 1)]


# Any character with which a sentence may end, or what closes it.
_SIGN = re.compile("[.!?。．｡！？…‥‼⁇⁈⁉︒︕︖\n\r\u2028\u2029☆★♪♡♥❤〜～)）>\U0001f300-\U0001faff]")
_NEAR = 12


def _may_hold(block: str, text: str) -> bool:
    """Whether a text may be a sentence of a block: it is in it, and stands where sentences begin and end."""
    at = block.find(text)
    while at >= 0:
        end = at + len(text)
        if (not block[:at].strip() or _SIGN.search(block, max(0, at - _NEAR), at)) and (
            not block[end:].strip() or _SIGN.search(block, max(0, end - _NEAR), end + _NEAR)
        ):
            return True
        at = block.find(text, at + 1)
    return False


# What is shorter tells nothing of where a text comes from.
EDGE = 6


def edges(source: str) -> tuple[str, str]:
    """How a text begins and ends; what is too short to tell is not cut."""
    size = EDGE if len(source) < 4 * EDGE else 2 * EDGE
    return (source[:size], source[-size:])


def _first(pairs: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for key, entry in pairs:
        found.setdefault(key, entry)
    return found


def accept(entry: Entry, kinds: frozenset[str]) -> Entry | None:
    """The fuzzy entry without its mark, where its source changed only in ways of the kinds; else None.

    >>> old = Entry("治疗费。", ("Fee.",), is_fuzzy=True, previous=Previous("治療費."))
    >>> accept(old, frozenset({"variants"})) is None
    True
    >>> accept(old, frozenset({"variants", "punctuation"})).is_fuzzy
    False
    """
    previous: Previous | None = entry.previous
    before = previous.source if previous is not None else None
    if before is None or differences(before, entry.source) or not difference_kinds(before, entry.source) <= kinds:
        return None
    target = renamed(entry.target, before, entry.source)
    return None if target is None else replace(entry, targets=(target,), is_fuzzy=False, previous=None)
