"""The languages of texts that stand together: what a text leaves open, its neighbours decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from translator.document import Language
from translator.languages import identification
from translator.languages.identification import Judgement
from translator.languages.spans import foreign_spans
from translator.languages.unit import Unit

Votes = list[int]
"""How many texts are zh-Hans, zh-Hant and ja by themselves."""
# Agreements and disagreements that every relation starts with, before the document is looked at.
_RELATIONS = {
    "block": (20.0, 1.0),
    "next": (6.0, 1.0),
    "row": (4.0, 1.0),
    "column": (4.0, 1.0),
    "section": (3.0, 1.0),
    "document": (2.0, 1.0),
}
_NEIGHBOURS_SAY = {
    "block": "same block",
    "next": "next to it",
    "row": "same row",
    "column": "same column",
    "section": "same section",
    "document": "same document",
}
_SURE = 3.0
"""Nats between the first two answers from which a unit needs no help and may help others."""
_CLEAR = 9.0
"""Nats from which no neighbourhood could change the answer."""
_HALF = 0.5
_FADE = 0.05
"""No neighbourhood is believed to be wrong less often than this."""


def margin(judgement: Judgement) -> float:
    """The nats between the first two answers of a text by itself."""
    if judgement.fixed or judgement.is_neutral:
        return 0.0
    _, middle, high = sorted((judgement.hans, judgement.hant, 0.0))
    return high - middle


def vote(judgement: Judgement) -> int:
    """The index of the language that a text is sure of by itself (zh-Hans, zh-Hant, ja), or -1."""
    if margin(judgement) < _SURE:
        return -1
    if judgement.hans < 0.0 and judgement.hant < 0.0:
        return 2
    return 0 if judgement.hans > judgement.hant else 1


def among(text: str, neighbours: Sequence[str]) -> Language:
    """The language of a text among others that stand near it, in no order."""
    units = [Unit(text), *(Unit(each) for each in neighbours)]
    return identify_all(units, only_first=True)[0]


def identify_all(units: Sequence[Unit], *, only_first: bool = False) -> list[Language]:
    """The languages of a document's units."""
    judge = lru_cache(maxsize=4096)(identification.judge)
    own = [_declared(unit) or judge(unit.text) for unit in units]
    votes = [vote(each) for each in own]
    relations = [_relation(name, units, votes) for name in _RELATIONS]
    lean = _lean(votes)
    found = []
    for index in range(1 if only_first else len(units)):
        judgement = own[index]
        if _is_declared(units[index]):
            found.append(_as_declared(units[index], lean))
        elif judgement.fixed or margin(judgement) >= _CLEAR:
            found.append(identification.decide(units[index].text, judgement, lean=lean))
        else:
            nearby, near = _nearby(index, votes[index], relations)
            found.append(identification.decide(units[index].text, judgement, nearby, near, lean))
    return found


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


def _lean(votes: Sequence[int]) -> str:
    """The language that doubtful foreign characters come from: ja or zh-Hant, as the document has more of it."""
    hant, ja = votes.count(1), votes.count(2)
    return "" if hant == ja == 0 else "ja" if ja >= hant else "zh-Hant"


@dataclass(frozen=True, slots=True)
class _Relation:
    """One relation of a document: what each unit's group says, how often units agree with it."""

    name: str
    groups: list[Votes]
    agreement: float

    def odds(self, index: int, own: int) -> tuple[float, float] | None:
        """Log odds of zh-Hans and zh-Hant over ja from the others; None where nobody there is sure."""
        others = self.groups[index].copy()
        if own >= 0:
            others[own] -= 1
        count = sum(others)
        if count == 0:
            return None
        rest = (1 - self.agreement) / len(others)
        hans, hant, ja = (log(self.agreement * share / count + rest) for share in others)
        return hans - ja, hant - ja


def _relation(name: str, units: Sequence[Unit], votes: Sequence[int]) -> _Relation:
    """The relation, its agreement counted over the units that are sure."""
    groups = _next(votes) if name == "next" else _groups(name, units, votes)
    same, apart = _RELATIONS[name]
    for own, group in zip(votes, groups, strict=True):
        others = sum(group) - 1
        if own >= 0 and others > 0:
            agreed = (group[own] - 1) / others
            same, apart = same + agreed, apart + 1 - agreed
    return _Relation(name, groups, min(1 - _FADE, same / (same + apart)))


def _groups(name: str, units: Sequence[Unit], votes: Sequence[int]) -> list[Votes]:
    """For every unit, the votes of all that share its place, its own among them."""
    place = _PLACES[name]
    found: dict[object, Votes] = {}
    groups = []
    for unit, own in zip(units, votes, strict=True):
        key = place(unit)
        group = [0, 0, 0] if key is None else found.setdefault(key, [0, 0, 0])
        if own >= 0:
            group[own] += 1
        groups.append(group)
    return groups


def _next(votes: Sequence[int]) -> list[Votes]:
    near = [votes[max(0, index - 2) : index + 3] for index in range(len(votes))]
    return [[each.count(0), each.count(1), each.count(2)] for each in near]


_PLACES: dict[str, Callable[[Unit], object]] = {
    "block": lambda unit: unit.block if unit.block >= 0 else None,
    "row": lambda unit: (unit.table, unit.row) if unit.row >= 0 else None,
    "column": lambda unit: (unit.table, unit.column) if unit.column >= 0 else None,
    "section": lambda unit: unit.section,
    "document": lambda unit: "",
}


def _nearby(index: int, own: int, relations: Sequence[_Relation]) -> tuple[tuple[float, float], str]:
    """Log odds of zh-Hans and zh-Hant over ja from the neighbours, and which of them say most.

    Relations overlap, so each counts for half of the one that says more than it.
    """
    said = [(odds, relation.name) for relation in relations if (odds := relation.odds(index, own))]
    said.sort(key=lambda each: max(*each[0], 0.0) - min(*each[0], 0.0), reverse=True)
    hans = sum(odds[0] * _HALF**rank for rank, (odds, _) in enumerate(said))
    hant = sum(odds[1] * _HALF**rank for rank, (odds, _) in enumerate(said))
    return (hans, hant), f"; neighbours ({_NEIGHBOURS_SAY[said[0][1]]})" if said else ""
