"""The languages of texts that stand together: what a text leaves open, its neighbours decide."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, islice
from typing import cast

from translator.document import Language
from translator.languages import identification
from translator.languages.identification import Judgement
from translator.languages.relations import UNSURE, Odds, Relations
from translator.languages.spans import foreign_of_each, foreign_spans
from translator.languages.statistics import SAMPLE
from translator.languages.unit import Unit, Units

_SURE = 3.0
"""Nats between the first two answers from which a unit needs no help and may help others."""
_CLEAR = 9.0
"""Nats from which no neighbourhood could change the answer."""
_PAGE = 4.0
"""Nats for the language that a page declares for all its texts."""
_STATED = 20.0
"""Nats for a language that markup or settings declare."""
_FIRM = 0.9
"""The confidence from which a text needs no page to say what it is."""
_KNOWN = 24_576
"""So many texts are remembered: what comes twice in a document mostly comes twice nearby."""
_SOME = 2_048
_LENGTH = 65_536
"""So many texts, or characters, are looked at together."""
_NOWHERE: Odds = (0.0, 0.0)
_Key = str | tuple[str, str]
_WEIGHED, _NEUTRAL, _SETTLED, _LOOKED_UP = 1, 2, 4, 8
"""What is known of a text: that it was weighed, is the same in both scripts, needs no neighbours, has kinds that were kept."""
_VOTES = {"zh-Hans": 0, "zh-Hant": 1, "ja": 2}


def margin(judgement: Judgement) -> float:
    """The nats between the first two answers of a text by itself."""
    if judgement.fixed or judgement.is_neutral:
        return 0.0
    hans, hant = judgement.hans, judgement.hant
    if hans < hant:
        hans, hant = hant, hans
    return -hans if hans < 0.0 else hans - max(hant, 0.0)


def vote(judgement: Judgement) -> int:
    """The index of the language that a text is sure of by itself (zh-Hans, zh-Hant, ja), or UNSURE."""
    return _vote(judgement, margin(judgement))


def _vote(judgement: Judgement, nats: float) -> int:
    if nats < _SURE:
        return UNSURE
    if judgement.hans < 0.0 and judgement.hant < 0.0:
        return 2
    return 0 if judgement.hans > judgement.hant else 1


def among(text: str, neighbours: Sequence[str]) -> Language:
    """The language of a text among others that stand near it, in no order."""
    units = [Unit(text), *(Unit(each) for each in neighbours)]
    return identify_all(units, only_first=True)[0]


def identify_all(units: Iterable[Unit] | Units, *, only_first: bool = False, explains: bool = True) -> list[Language]:
    """The languages of a document's units; equal answers may be one object."""
    columns = units if isinstance(units, Units) else Units.of(units)
    records = _Records(columns, explains=explains)
    numbers, answers = records.numbers, records.answers
    settled = [each for each in answers if each is not None]
    if len(settled) == len(answers):
        return [settled[number] for number in (numbers[:1] if only_first else numbers)]
    votes = bytes(map(records.votes.__getitem__, numbers))
    relations = Relations(votes, columns.places, page=_prior(columns.page, votes))
    deciding = _Deciding(records, relations, explains=explains)
    found = list(map(answers.__getitem__, numbers))
    if only_first:
        text = next(iter(columns.texts))
        return [found[0] or deciding.one(0, text)]
    missing = [each is None for each in found]
    waiting = zip(compress(count(), missing), compress(columns.texts, missing), strict=False)
    while some := list(islice(waiting, _SOME)):
        if explains:
            for index, text in some:
                found[index] = deciding.one(index, text)
        else:
            deciding.together(some, found)
    return cast("list[Language]", found)


class _Deciding:
    """Decides texts that need their neighbours, or a second look for foreign spans."""

    def __init__(self, records: _Records, relations: Relations, *, explains: bool) -> None:
        self._records, self._relations, self._explains = records, relations, explains
        self._equal: dict[tuple[str, float, str], Language] = {}

    def one(self, index: int, text: str) -> Language:
        """The answer of the unit at an index."""
        records, lean = self._records, self._relations.lean
        number = records.numbers[index]
        answer = records.answers[number]
        if answer is not None:
            return answer
        own, declared, is_settled = records.judgement(number)
        if declared:
            answer = records.answers[number] = _as_declared(text, own, declared, lean)
            return self._shared(answer)
        odds, near = (_NOWHERE, "") if is_settled else self._relations.nearby(index)
        answer = identification.decide(text, own, nearby=odds, near=near, lean=lean, explains=self._explains)
        if is_settled:
            records.answers[number] = answer
        return self._shared(answer)

    def together(self, some: Sequence[tuple[int, str]], found: list[Language | None]) -> None:
        """Puts the answers of units (index, text) in their places, without reasons; foreign spans are looked for together."""
        records, nearby = self._records, self._relations.nearby
        numbers, answers, weighed, odds = records.numbers, records.answers, records.weighed, records.odds
        verdict = identification.verdict
        # What has the same text and the same answer has the same foreign spans.
        places: dict[str, dict[tuple[int, float], list[int]]] = {}
        texts: dict[int, str] = {}
        for index, text in some:
            number = numbers[index]
            answer = answers[number]
            if answer is None and not weighed[number]:
                answer = self.one(index, text)
            if answer is not None:
                found[index] = answer
                continue
            flags, at = weighed[number], 2 * number
            near = _NOWHERE if flags & _SETTLED else nearby(index)[0]
            tag, confidence = verdict(odds[at], odds[at + 1], flags & _NEUTRAL > 0, nearby=near)
            places.setdefault(tag, {}).setdefault((number, confidence), []).append(index)
            texts[number] = text
        for tag, keyed in places.items():
            told = {number: texts[number] for number, _ in keyed}
            kinds = [records.kinds(number, text) for number, text in told.items()]
            looked = foreign_of_each([*told.values()], tag, lean=self._relations.lean, kinds=kinds)
            spans = dict(zip(told, looked, strict=True))
            for (number, confidence), indices in keyed.items():
                answer = self._shared(Language(tag, confidence, spans[number]))
                if weighed[number] & _SETTLED:
                    answers[number] = answer
                for index in indices:
                    found[index] = answer

    def _shared(self, answer: Language) -> Language:
        """The answer, or the first that was equal: few are given many times."""
        if self._explains or answer.foreign:
            return answer
        return self._equal.setdefault((answer.tag, answer.confidence, answer.reason), answer)


class _Records:
    """What the texts of a document say by themselves, each looked at once wherever it stands.

    `numbers` holds the number of each unit's text; by that number, `votes` says what it is sure of,
    `answers` its language where nothing else in the document can change it, `weighed` of the others whose
    characters were weighed what is known of them, 0 elsewhere, and `odds` those for zh-Hans and zh-Hant over ja. These are columns: a document may have as many as it has lines.
    """

    def __init__(self, units: Units, *, explains: bool) -> None:
        self.numbers, self.votes, self.weighed = array("I"), bytearray(), bytearray()
        self.answers: list[Language | None] = []
        self._explains = explains
        self.odds, self._starts, self._kinds = array("d"), array("I"), bytearray()
        self._reasons: dict[int, str] = {}
        self._open: dict[int, tuple[Judgement, str, bool]] = {}
        texts, declared = iter(units.texts), iter(units.declared)
        known: dict[_Key, int] = {}
        while some := list(islice(texts, _SOME)):
            if len(known) > _KNOWN:
                known.clear()
            keys: Sequence[_Key] = [*zip(declared, some, strict=False)] if units.declared else some
            fresh = [key for key in dict.fromkeys(keys) if key not in known]
            known.update(zip(fresh, count(len(self.votes)), strict=False))
            said = [key[0] for key in fresh] if units.declared else ()
            new = [key[1] for key in fresh] if units.declared else cast("list[str]", fresh)
            for start, end in _parts(new):
                self._add(new[start:end], said[start:end], units.page)
            self.numbers.extend(map(known.__getitem__, keys))

    def judgement(self, number: int) -> tuple[Judgement, str, bool]:
        """What a text says of itself, what it is declared to be, and whether its neighbours are not asked."""
        flags = self.weighed[number]
        if not flags:
            return self._open[number]
        hans, hant = self.odds[2 * number : 2 * number + 2]
        reason = self._reasons.get(number, "")
        return Judgement(hans, hant, reason=reason, is_neutral=flags & _NEUTRAL > 0), "", flags & _SETTLED > 0

    def kinds(self, number: int, text: str) -> bytes | None:
        """The kinds of the characters of a weighed text, where they are known."""
        start = self._starts[number]
        return bytes(memoryview(self._kinds)[start : start + len(text)]) if self.weighed[number] & _LOOKED_UP else None

    def _add(self, texts: list[str], said: Sequence[str], page: str) -> None:
        """Adds texts that stand together, and what is declared for each, if anything is for any."""
        judged = identification.judge_all(texts)
        answers = identification.answered(texts, [own for own, _ in judged], explains=self._explains)
        first, size = len(self.votes), len(texts)
        self.weighed += bytes(size)
        self._starts.frombytes(bytes(4 * size))
        self.odds.frombytes(bytes(16 * size))
        self.answers += answers
        votes = self.votes.append
        is_open = not (said or page)
        for number, answer, (own, kinds) in zip(count(first), answers, judged, strict=False):
            if not is_open and self._declare(number, own, said[number - first] if said else "", page):
                continue
            if answer is not None or own.fixed or own.plain:
                votes(_VOTES.get(own.plain, UNSURE))
                if answer is None:
                    self._open[number] = own, "", True
                continue
            nats = margin(own)
            votes(_vote(own, nats))
            flags = _WEIGHED | (own.is_neutral and _NEUTRAL) | (nats >= _CLEAR and _SETTLED)
            if kinds is not None:
                self._starts[number] = len(self._kinds)
                self._kinds += kinds
                flags |= _LOOKED_UP
            self.weighed[number] = flags
            self.odds[2 * number], self.odds[2 * number + 1] = own.hans, own.hant
            if self._explains:
                self._reasons[number] = own.reason

    def _declare(self, number: int, own: Judgement, said: str, page: str) -> bool:
        """Whether what is declared for a text, or for its page, says its language."""
        declared = said or page
        if not _is_declared(declared) or not (said or _is_taken_as(own, declared)):
            return False
        self.answers[number] = None
        if own.is_neutral and not own.fixed and declared.lower() == "zh":
            # Which script, the neighbours say, not the characters that both have.
            open_script = own._replace(hans=own.hans + _STATED, hant=own.hant + _STATED, reason="declared zh", plain="")
            self.votes.append(UNSURE)
            self._open[number] = open_script, "", False
        else:
            self.votes.append(vote(_declared(declared, own)))
            self._open[number] = own, declared, True
        return True


def _parts(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where parts of some length begin and end, each some texts or one that is longer."""
    start = size = 0
    for index, length in enumerate(map(len, texts)):
        size += length if length < SAMPLE else SAMPLE
        if size > _LENGTH:
            yield start, index + 1
            start, size = index + 1, 0
    if start < len(texts):
        yield start, len(texts)


def _tag(declared: str, own: Judgement) -> str:
    """The tag of a declaration in any spelling of the four languages; others by their language.

    A bare `zh` leaves the script to the text, of which `own` is the judgement.
    """
    parts = declared.replace("_", "-").lower().split("-")
    if parts == ["zh"]:
        return "zh-Hant" if own.hant > own.hans else "zh-Hans"
    if parts[0] in ("zh", "cmn", "yue", "chs", "cht"):
        return "zh-Hant" if {"hant", "tw", "hk", "mo", "cht"}.intersection(parts) and "hans" not in parts else "zh-Hans"
    return parts[0]


def _is_declared(declared: str) -> bool:
    # lang="und" and "mul" say that nothing is declared.
    return declared.lower() not in ("", "und", "mul")


def _is_taken_as(own: Judgement, page: str) -> bool:
    """Whether a text that neither reads as English nor as Chinese or Japanese is in the language of its page."""
    return bool(own.fixed) and (own.fixed != "en" or own.confidence < _FIRM or _tag(page, own) == "en")


def _prior(page: str, votes: bytes) -> Odds:
    """What a page that declares a language says for it: as much as a neighbour, for its template may have said it."""
    tag = _tag(page, Judgement()) if _is_declared(page) else ""
    if page.lower() == "zh":
        # Either script, but where no text is traditional by itself, doubtful ones are not.
        return _PAGE, _PAGE if _VOTES["zh-Hant"] in votes else 0.0
    return {"zh-Hans": (_PAGE, 0.0), "zh-Hant": (0.0, _PAGE), "ja": (-_PAGE, -_PAGE)}.get(tag, (0.0, 0.0))


def _declared(declared: str, own: Judgement) -> Judgement:
    odds = {"zh-Hans": (20.0, 0.0), "zh-Hant": (0.0, 20.0), "ja": (-20.0, -20.0)}
    tag = _tag(declared, own)
    if tag not in odds:
        return Judgement(fixed=tag, confidence=1.0, reason="declared")
    return Judgement(*odds[tag], reason="declared")


def _as_declared(text: str, own: Judgement, declared: str, lean: str) -> Language:
    if own.fixed == "zxx":
        return Language("zxx", 1.0, (), own.reason)
    tag = _tag(declared, own)
    return Language(tag, 1.0, foreign_spans(text, tag, lean=lean), f"declared {declared}")
