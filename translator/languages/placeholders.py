"""Whether the placeholders of two texts stand in an order that says the same.

`{0}` and `{1}` may change places, as words do: `{1} 中的 {0}` is “{0} in {1}”. What stands beside each
tells whether it took its surroundings along.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from translator.frozen import swift
from translator.languages import neighbours, roles, transposed

_TOLD = re.compile(
    r"%[0-9]{1,3}\$[#0 +'-]*[0-9]*(?:\.[0-9]+)?(?:hh|h|ll|l|z|j|t)?[A-Za-z@]|%\([A-Za-z_][A-Za-z0-9_.]{0,60}\)[a-z]"
    r"|\$?\{\{? ?[A-Za-z0-9_][A-Za-z0-9_.]{0,60}(?:[:!][^{}\s]{0,40})? ?\}\}?"
    # Those of Qt and KDE.
    r"|(?<![0-9A-Za-z%])%L?[1-9][0-9]?(?![0-9A-Za-z$%]|[.,][0-9])"
    r"|<(?!br[0-9])[a-z]{1,8}[1-9][0-9]{0,3}/>",
    re.ASCII,
)


@swift
@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder that names its value, with its span, half-open."""

    name: str
    start: int
    end: int


def read(text: str) -> tuple[Placeholder, ...]:
    """The placeholders that name their value, in order: `%1$s`, `%(name)s`, `{0}`, `<img1/>`.

    >>> [each.name for each in read("%1$s / {name} %s")]
    ['%1$s', '{name}']
    """
    if "{" not in text and "%" not in text and "/>" not in text:
        return ()
    return tuple(
        Placeholder(match.group().replace(" ", ""), match.start(), match.end()) for match in _TOLD.finditer(text)
    )


def turned(source: str, target: str) -> tuple[Placeholder, Placeholder] | None:
    """The first two placeholders of the target that changed places, and left their surroundings.

    >>> found = turned("从 {0} 升级到 {1}", "upgrade from {1} to {0}")
    >>> found and [each.name for each in found]
    ['{1}', '{0}']
    >>> turned("{1} 中的 {0}", "{0} in {1}") is None
    True
    """
    ours, theirs = read(source), read(target)
    if len(ours) < 2 or len(theirs) < 2:
        return None
    counts = (Counter(each.name for each in ours), Counter(each.name for each in theirs))
    shared = [each for each in ours if counts[0][each.name] == counts[1][each.name]]
    by_name: dict[str, list[Placeholder]] = {}
    for each in reversed(theirs):
        by_name.setdefault(each.name, []).append(each)
    # Those that stand there several times are dealt out in order.
    twins = [by_name[each.name].pop() for each in shared]
    couples = [((one.start, one.end), (two.start, two.end)) for one, two in zip(shared, twins, strict=True)]
    held = [[(each.start, each.end) for each in side] for side in (ours, theirs)]
    vague = {at for at, each in enumerate(shared) if counts[0][each.name] > 1}
    found = neighbours.exchanged(
        source, target, couples=couples, held=(held[0], held[1]), vague=vague, names=[each.name for each in shared]
    )
    if found is not None and _are_told_round(source, target, *((shared[at], twins[at]) for at in found)):
        return None
    if found is None:
        found = _inverted(source, target, shared, twins)
    if found is None:
        places = transposed.turned(source, target, of_placeholders=True)
        return (Placeholder(*places[0]), Placeholder(*places[1])) if places is not None else None
    if twins[found[0]].name == twins[found[1]].name:
        return None
    return twins[found[0]], twins[found[1]]


def _are_told_round(
    source: str, target: str, one: tuple[Placeholder, Placeholder], two: tuple[Placeholder, Placeholder]
) -> bool:
    """Whether words say that the order had to be turned: “{0} of {1}”, `{1} 中 {0}`."""
    (ours, theirs), (second, other) = sorted((one, two), key=lambda pair: pair[0].start)
    is_turned = other.end <= theirs.start and ours.end <= second.start
    return is_turned and roles.is_inverted(source[ours.end : second.start], target[other.end : theirs.start])


def _inverted(
    source: str, target: str, shared: Sequence[Placeholder], twins: Sequence[Placeholder]
) -> tuple[int, int] | None:
    """The first two neighbours of which the part became the whole."""
    for at in range(len(shared) - 1):
        ours, theirs = (shared[at], shared[at + 1]), (twins[at], twins[at + 1])
        if ours[0].name == ours[1].name or theirs[0].end > theirs[1].start:
            continue
        if roles.is_inverted(source[ours[0].end : ours[1].start], target[theirs[0].end : theirs[1].start]):
            return at, at + 1
    return None
