"""The languages of texts that stand together: what a text leaves open, its neighbours decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translator.document import Language
from translator.languages import identification
from translator.languages.identification import Judgement
from translator.languages.relations import UNSURE, Relations
from translator.languages.spans import foreign_spans
from translator.languages.unit import Unit

_SURE = 3.0
"""Nats between the first two answers from which a unit needs no help and may help others."""
_CLEAR = 9.0
"""Nats from which no neighbourhood could change the answer."""
_KNOWN = 8192
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


def identify_all(units: Iterable[Unit], *, only_first: bool = False, explains: bool = True) -> list[Language]:
    """The languages of a document's units, which are gone through twice; equal answers may be one object."""
    document = _Document(explains)
    for unit in units:
        document.add(unit)
    document.relations.settle()
    found = []
    for index, unit in enumerate(units):
        found.append(document.answer(index, unit))
        if only_first:
            break
    return found


class _Document:
    """What the texts of a document say of themselves, and of each other."""

    def __init__(self, explains: bool) -> None:
        self.explains = explains
        self.relations = Relations()
        self.own: list[Judgement] = []
        self._judged: dict[str, tuple[Judgement, int]] = {}
        self._answers: dict[str, Language] = {}
        self._equal: dict[Language, Language] = {}

    def add(self, unit: Unit) -> None:
        """Judges a unit by itself."""
        known = self._judged.get(unit.text) if not unit.declared else None
        if known is None:
            own = _declared(unit) or identification.judge(unit.text)
            known = own, vote(own)
            if not unit.declared:
                if len(self._judged) == _KNOWN:
                    self._judged.clear()
                self._judged[unit.text] = known
        self.own.append(known[0])
        self.relations.add(unit, known[1])

    def answer(self, index: int, unit: Unit) -> Language:
        """The language of a unit among all."""
        text, own, lean = unit.text, self.own[index], self.relations.lean
        if unit.declared and _is_declared(unit):
            return self._one(_as_declared(unit, lean))
        known = self._answers.get(text)
        if known is not None:
            return known
        if not own.fixed and margin(own) < _CLEAR:
            odds, near = self.relations.nearby(index)
            return self._one(identification.decide(text, own, odds, near, lean=lean, explains=self.explains))
        answer = self._one(identification.decide(text, own, lean=lean, explains=self.explains))
        if len(self._answers) == _KNOWN:
            self._answers.clear()
        self._answers[text] = answer
        return answer

    def _one(self, answer: Language) -> Language:
        # Few answers are given many times, where they are not explained.
        return answer if self.explains else self._equal.setdefault(answer, answer)


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


def _is_declared(unit: Unit) -> bool:
    # lang="und" and "mul" say that nothing is declared.
    return unit.declared.lower() not in ("", "und", "mul")


def _declared(unit: Unit) -> Judgement | None:
    if not _is_declared(unit):
        return None
    odds = {"zh-Hans": (20.0, 0.0), "zh-Hant": (0.0, 20.0), "ja": (-20.0, -20.0)}
    tag = _tag(unit.declared, unit.text)
    if tag not in odds:
        return Judgement(fixed=tag, confidence=1.0, reason="declared")
    return Judgement(*odds[tag], reason="declared")


def _as_declared(unit: Unit, lean: str) -> Language:
    tag = _tag(unit.declared, unit.text)
    from_text = identification.judge(unit.text)
    if from_text.fixed == "zxx":
        return Language("zxx", 1.0, (), from_text.reason)
    return Language(tag, 1.0, foreign_spans(unit.text, tag, lean), f"declared {unit.declared}")
