"""The languages of texts that stand together: what a text leaves open, its neighbours decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from translator.document import Language
from translator.languages import identification
from translator.languages.identification import Judgement
from translator.languages.relations import UNSURE, Relations
from translator.languages.spans import foreign_spans
from translator.languages.unit import Unit, Units

_SURE = 3.0
"""Nats between the first two answers from which a unit needs no help and may help others."""
_CLEAR = 9.0
"""Nats from which no neighbourhood could change the answer."""
_PAGE = 4.0
"""Nats for the language that a page declares for all its texts."""
_FIRM = 0.9
"""The confidence from which a text needs no page to say what it is."""
_KNOWN = 16_384
"""So many texts are remembered: what comes twice in a document mostly comes twice nearby."""


def margin(judgement: Judgement) -> float:
    """The nats between the first two answers of a text by itself."""
    if judgement.fixed or judgement.is_neutral:
        return 0.0
    _, middle, high = sorted((judgement.hans, judgement.hant, 0.0))
    return high - middle


def vote(judgement: Judgement) -> int:
    """The index of the language that a text is sure of by itself (zh-Hans, zh-Hant, ja), or UNSURE."""
    if margin(judgement) < _SURE:
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
    records = list(_records(columns))
    relations = Relations(bytes([each.vote for each in records]), columns.places)
    lean = relations.lean
    found: list[Language] = []
    equal: dict[Language, Language] = {}
    for index, (record, text) in enumerate(zip(records, columns.texts, strict=True)):
        answer = record.answer
        if answer is None:
            if record.declared:
                answer = _as_declared(text, record.declared, lean)
            elif record.is_settled:
                answer = record.answer = identification.decide(text, record.own, lean=lean, explains=explains)
            else:
                odds, near = relations.nearby(index)
                answer = identification.decide(text, record.own, odds, near, lean=lean, explains=explains)
            if not explains and not record.own.plain:
                # Few answers are given many times.
                answer = equal.setdefault(answer, answer)
        found.append(answer)
        if only_first:
            break
    return found


class _Record:
    """What is known of a text, wherever it stands; `answer` where no neighbour can change it."""

    __slots__ = ("answer", "declared", "is_settled", "own", "vote")

    def __init__(self, own: Judgement, declared: str = "") -> None:
        self.own, self.declared = own, declared
        self.vote = vote(own)
        self.is_settled = bool(own.fixed or own.plain) or margin(own) >= _CLEAR
        self.answer: Language | None = None


def _records(units: Units) -> Iterator[_Record]:
    """A record for each unit, units of one text mostly sharing theirs."""
    known: dict[str, _Record] = {}
    for text, declared in zip(units.texts, units.declared or repeat(""), strict=False):
        if declared and _is_declared(declared) and not (declared == units.page and _speaks_up(text, declared)):
            yield _Record(_declared(declared, text), declared)
            continue
        record = known.get(text)
        if record is None:
            if len(known) == _KNOWN:
                known.clear()
            record = known[text] = _Record(identification.judge(text))
        yield record


def _tag(declared: str, text: str) -> str:
    """The tag of a declaration in any spelling of the four languages; others by their language.

    A bare `zh` leaves the script to the text.
    """
    parts = declared.replace("_", "-").lower().split("-")
    if parts == ["zh"]:
        own = identification.judge(text)
        return "zh-Hant" if own.hant > own.hans else "zh-Hans"
    if parts[0] in ("zh", "cmn", "yue", "chs", "cht"):
        return "zh-Hant" if {"hant", "tw", "hk", "mo", "cht"}.intersection(parts) and "hans" not in parts else "zh-Hans"
    return parts[0]


def _is_declared(declared: str) -> bool:
    # lang="und" and "mul" say that nothing is declared.
    return declared.lower() not in ("", "und", "mul")


def _speaks_up(text: str, declared: str) -> bool:
    """Whether a text by itself is so surely in another language that what its page declares does not hold for it."""
    own, tag = identification.judge(text), _tag(declared, text)
    if own.fixed:
        return own.fixed == "en" != tag and own.confidence >= _FIRM
    prior = {"zh-Hans": (_PAGE, 0.0), "zh-Hant": (0.0, _PAGE), "ja": (-_PAGE, -_PAGE)}.get(tag)
    if prior is None:
        return True  # Ideographs or kana on a page that says it is in English.
    answer = identification.decide(text, own, prior, explains=False)
    return answer.tag != tag and answer.confidence >= _FIRM


def _declared(declared: str, text: str) -> Judgement:
    odds = {"zh-Hans": (20.0, 0.0), "zh-Hant": (0.0, 20.0), "ja": (-20.0, -20.0)}
    tag = _tag(declared, text)
    if tag not in odds:
        return Judgement(fixed=tag, confidence=1.0, reason="declared")
    return Judgement(*odds[tag], reason="declared")


def _as_declared(text: str, declared: str, lean: str) -> Language:
    tag = _tag(declared, text)
    from_text = identification.judge(text)
    if from_text.fixed == "zxx":
        return Language("zxx", 1.0, (), from_text.reason)
    return Language(tag, 1.0, foreign_spans(text, tag, lean), f"declared {declared}")
