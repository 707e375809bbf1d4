"""Percent signs and units of measure beside a placeholder that stands for their number: `{percent}%`, `%d%%`, `{dose} mg`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from translator.languages import units
from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.units import Quantity

_HOLDER = r"(?:%(?:\([A-Za-z_][A-Za-z0-9_]{0,40}\)|[0-9]\$)?[-+0]?[0-9]?(?:\.[0-9])?(?:[sdifg]|l[df]|lld)|\{\{? ?[A-Za-z0-9_.]{0,40}(?::[^{}\s]{0,10})? ?\}\}?)"
_SIGN = r"(?:%%|[%％](?![0-9A-Za-z(.$])|(?:percent|per ?cent|パーセント|個?百分点)(?![a-z]))"
_SIGNED = Sought(rf"[A-Za-z}}] ?(?:{_SIGN})|百分之[%{{]")
_BESIDE = re.compile(rf"(?P<said>百分之 ?)?(?P<holder>{_HOLDER})(?P<sign> ?{_SIGN})?")
# A range names its sign once: {low}–{high}%.
_LINKED = re.compile(rf" ?(?:[-~–—〜～、,，/]|to|and|or|至|到|和|或|から|と) ?{_HOLDER} ?{_SIGN}")
_RATIO = re.compile(rf"{_SIGN}|‰|(?<=[0-9一二三四五六七八九}}])[割成]|割合|百分|比例|比率|プロ")
_MEASURED = ("mass", "length", "volume", "temperature-celsius", "pressure")


def holding(sources: Texts, targets: Texts) -> int:
    """The texts of which one may have a percent sign beside a placeholder."""
    return sources.having(_SIGNED) | targets.having(_SIGNED)


def compare_signs(source: str, target: str) -> Iterator[Difference]:
    """The percent signs beside a placeholder that only one of two texts has.

    >>> [each.message for each in compare_signs("电量低于{n}%", "Battery below {n}")]
    ['unit % is missing beside {n}']
    >>> [each.message for each in compare_signs("{a}%～{b}%", "{a} to {b} percent")]
    []
    """
    ours, theirs = _signed(source), _signed(target)
    if not (ours or theirs) or ours.keys() == theirs.keys():
        return
    plain = [_BESIDE.sub("", text) for text in (source, target)]
    for mine, its, rest, word in ((ours, theirs, plain[1], "missing"), (theirs, ours, plain[0], "added")):
        if len(its) >= len(mine) or _RATIO.search(rest) is not None:
            continue
        for name, span in mine.items():
            other = next(
                (each for each in _BESIDE.finditer(target if mine is ours else source) if each["holder"] == name), None
            )
            if other is None or name in its or _LINKED.match(other.string, other.end()) is not None:
                continue
            place = other.span("holder")
            spans = (span, place) if mine is ours else (place, span)
            yield Difference("unit", f"unit % is {word} beside {name}", *spans)


def _signed(text: str) -> dict[str, tuple[int, int]]:
    """The placeholders of a text that have a percent sign beside them, each with the first place of both."""
    if _SIGNED.search(text) is None:
        return {}
    found: dict[str, tuple[int, int]] = {}
    for match in _BESIDE.finditer(text):
        if match["sign"] or match["said"]:
            found.setdefault(match["holder"], match.span())
    return found


def lost(ours: Mapping[str, Quantity], theirs: Mapping[str, Quantity], target: str) -> Iterator[Difference]:
    """The units of measure behind placeholders of a source that the target, which has the placeholder, does not name.

    >>> found = units.of_placeholders("一次{dose} mg"), units.of_placeholders("Take {dose}")
    >>> [each.message for each in lost(*found, "Take {dose}")]
    ['unit mg is missing beside {dose}']
    """
    for name, one in ours.items():
        if name in theirs or (len(one.unit) < 2 and one.unit != "℃") or one.dimensions.isdisjoint(_MEASURED):
            continue
        at = target.find(name)
        if at >= 0 and not units.mentions(target, one.dimensions):
            place = (at, at + len(name))
            yield Difference("unit", f"unit {one.unit} is missing beside {name}", (one.start, one.end), place)
