"""The languages of texts that stand together: what a text leaves open, its neighbours decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from translator.document import Language
from translator.languages import characters, identification
from translator.languages.identification import Judgement
from translator.languages.spans import foreign_spans
from translator.languages.unit import Unit

Shares = tuple[float, float, float]
"""Probabilities of zh-Hans, zh-Hant and ja."""
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
_FADE = 0.05
"""No neighbourhood is believed to be wrong less often than this."""


def shares(judgement: Judgement) -> Shares:
    hans, hant, ja = judgement.hans, judgement.hant, 0.0
    top = max(hans, hant, ja)
    values = [exp(value - top) for value in (hans, hant, ja)]
    total = sum(values)
    return values[0] / total, values[1] / total, values[2] / total


def is_sure(judgement: Judgement) -> bool:
    """Whether a text decides between Chinese and Japanese, and between the scripts, by itself."""
    if judgement.fixed or judgement.is_neutral:
        return False
    first, second, *_ = sorted((judgement.hans, judgement.hant, 0.0), reverse=True)
    return first - second >= _SURE


def among(text: str, neighbours: Sequence[str]) -> Language:
    """The language of a text among others that stand near it, in no order."""
    units = [Unit(text), *(Unit(each) for each in neighbours)]
    return identify_all(units, only_first=True)[0]


def identify_all(units: Sequence[Unit], *, only_first: bool = False) -> list[Language]:
    """The languages of a document's units."""
    judge = lru_cache(maxsize=4096)(identification.judge)
    own = [_declared(unit) or judge(unit.text) for unit in units]
    values = [shares(each) if is_sure(each) else None for each in own]
    relations = [_relation(name, groups, values) for name, groups in _groups(units).items()]
    lean = _lean(own)
    found = []
    for index in range(1 if only_first else len(units)):
        if units[index].declared:
            found.append(_as_declared(units[index], lean))
        else:
            nearby, near = _nearby(index, values[index], relations)
            found.append(identification.decide(units[index].text, own[index], nearby, near, lean))
    return found


def _tag(declared: str) -> str:
    """The tag of a declaration in any spelling of the four languages; others as they are."""
    parts = declared.replace("_", "-").lower().split("-")
    if parts[0] in ("zh", "cmn", "yue"):
        return "zh-Hant" if {"hant", "tw", "hk", "mo"}.intersection(parts) and "hans" not in parts else "zh-Hans"
    return parts[0]


def _declared(unit: Unit) -> Judgement | None:
    if not unit.declared:
        return None
    odds = {"zh-Hans": (20.0, 0.0), "zh-Hant": (0.0, 20.0), "ja": (-20.0, -20.0)}
    tag = _tag(unit.declared)
    if tag not in odds:
        return Judgement(fixed=tag, confidence=1.0, reason="declared")
    return Judgement(*odds[tag], reason="declared")


def _as_declared(unit: Unit, lean: str) -> Language:
    tag = _tag(unit.declared)
    from_text = identification.judge(unit.text)
    if from_text.fixed == "zxx":
        return Language("zxx", 1.0, (), from_text.reason)
    return Language(tag, 1.0, foreign_spans(unit.text, tag, lean), f"declared {unit.declared}")


def _lean(own: Sequence[Judgement]) -> str:
    """The language that doubtful foreign characters come from: the document's second one, if it has one."""
    counts: dict[str, int] = defaultdict(int)
    for judgement in own:
        if is_sure(judgement):
            values = shares(judgement)
            counts[characters.IDEOGRAPHIC[values.index(max(values))]] += 1
    ordered = sorted(counts, key=counts.__getitem__, reverse=True)
    return next((tag for tag in ordered if tag in ("ja", "zh-Hant")), "")


def _groups(units: Sequence[Unit]) -> dict[str, list[Sequence[int]]]:
    """For every relation, the indices that each unit stands in that relation to."""
    places: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        for place in _places(unit):
            places[place].append(index)
    groups: dict[str, list[Sequence[int]]] = {name: [()] * len(units) for name in _RELATIONS}
    for index, unit in enumerate(units):
        for place in _places(unit):
            groups[str(place[0])][index] = places[place]
        groups["next"][index] = [each for each in range(index - 2, index + 3) if 0 <= each < len(units)]
    return groups


def _places(unit: Unit) -> Iterator[tuple[object, ...]]:
    yield ("document",)
    yield ("section", unit.section)
    if unit.block >= 0:
        yield "block", unit.block
    if unit.row >= 0:
        yield "row", unit.table, unit.row
    if unit.column >= 0:
        yield "column", unit.table, unit.column


def _totals(values: Sequence[Shares | None], groups: Iterable[Sequence[int]]) -> dict[int, Shares]:
    """The sums over every group, by the identity of the group."""
    found: dict[int, Shares] = {}
    for group in groups:
        if id(group) not in found:
            known = [value for each in group if (value := values[each]) is not None]
            found[id(group)] = (sum(v[0] for v in known), sum(v[1] for v in known), sum(v[2] for v in known))
    return found


def _without(total: Shares, own: Shares | None) -> Shares:
    return (total[0] - own[0], total[1] - own[1], total[2] - own[2]) if own else total


@dataclass(frozen=True, slots=True)
class _Relation:
    """One relation of a document: who stands in it, what they say, how often they agree."""

    name: str
    groups: list[Sequence[int]]
    totals: dict[int, Shares]
    agreement: float

    def odds(self, index: int, own: Shares | None) -> Shares | None:
        """Log odds for a unit from the others of its group; None where nobody there is sure."""
        others = _without(self.totals[id(self.groups[index])], own)
        count = sum(others)
        if count < 0.5:
            return None
        hans, hant, ja = (log(self.agreement * share / count + (1 - self.agreement) / len(others)) for share in others)
        return hans, hant, ja


def _relation(name: str, groups: list[Sequence[int]], values: Sequence[Shares | None]) -> _Relation:
    """The relation, its agreement counted over the units that are sure."""
    same, apart = _RELATIONS[name]
    totals = _totals(values, groups)
    for index, value in enumerate(values):
        if value is None:
            continue
        others = _without(totals[id(groups[index])], value)
        if sum(others) > 0.5:
            agreed = sum(a * b for a, b in zip(value, others, strict=True)) / sum(others)
            same, apart = same + agreed, apart + 1 - agreed
    return _Relation(name, groups, totals, min(1 - _FADE, same / (same + apart)))


def _nearby(index: int, own: Shares | None, relations: Sequence[_Relation]) -> tuple[tuple[float, float], str]:
    """Log odds of zh-Hans and zh-Hant over ja from the relation that says most, and its name."""
    best = (0.0, 0.0, 0.0)
    near = ""
    for relation in relations:
        odds = relation.odds(index, own)
        if odds and max(odds) - min(odds) > max(best) - min(best):
            best, near = odds, f"; neighbours ({_NEIGHBOURS_SAY[relation.name]})"
    return (best[0] - best[2], best[1] - best[2]), near
