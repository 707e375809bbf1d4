"""The bases of numerals that a text names: 16進数, 十进制, “hexadecimal”, “base 16”."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translator.languages import dealt, neighbours, numerals_han, roles
from translator.languages.numerals import Number
from translator.languages.sought import Sought
from translator.languages.verbatim import prose

_WORDS = {"binary": 2, "ternary": 3, "octal": 8, "decimal": 10, "hexadecimal": 16, "hex": 16}
_NAMED = re.compile(
    rf"(?=[0-9二三四五六七八九十基bBtToOdDhHrR])(?:(?P<digits>[0-9]{{1,9}}) ?(?:[进進](?![行歩步む化展出捗入度])|(?:を|为|為) ?(?:基数|基數|底))"
    rf"|(?P<han>[二三四五六七八九十]{{1,3}}) ?[进進](?![行歩步む化展出捗入度])"
    r"|基[数數](?:[为為是はがを]|= ?)? ?(?P<named>[0-9]{1,2})(?![0-9]|\.[0-9])"
    r"|(?<![A-Za-z])(?i:base|radix)(?:[- ]of)?[- ]?(?P<base>[0-9]{1,2})(?![0-9]|\.[0-9])"
    rf"|(?<![A-Za-z])(?P<word>(?i:{'|'.join(sorted(_WORDS, key=len, reverse=True))}))(?![A-Za-z])(?!(?<=[Tt]ernary) (?:operator|expression|conditional)))"
)


@dataclass(frozen=True, slots=True)
class Radix:
    """A base with its span, half-open; a word may be a name instead (`decimal`)."""

    value: int
    start: int
    end: int
    is_word: bool


def read(text: str) -> tuple[Radix, ...]:
    """The bases of a text in order.

    >>> [each.value for each in read("16進数, 十进制, hexadecimal and base 2")]
    [16, 10, 16, 2]
    """
    out = []
    for match in _NAMED.finditer(prose(text)):
        if match["word"]:
            value = _WORDS[match["word"].lower()]
        elif match["han"]:
            value = int(numerals_han.parse(match["han"]) or 0)
        else:
            value = int(match["digits"] or match["named"] or match["base"])
        end = match.end(match.lastgroup or 0)
        out.append(Radix(value, match.start(), end, bool(match["word"])))
    return tuple(out)


def softened(numbers: tuple[Number, ...], text: str) -> tuple[Number, ...]:
    """The numbers of a text, those soft that only name a base: 16 of `16進数`, which English says in a word."""
    if _HINT.search(text) is None:
        return numbers
    spans = [(each.start, each.end) for each in read(text) if not each.is_word]
    return tuple(
        replace(each, is_soft=True) if any(start <= each.start < end for start, end in spans) else each
        for each in numbers
    )


_HINT = Sought("[进進底]|基[数數]|[Bb]ase|[Rr]adix")


def altered(source: str, target: str) -> tuple[Radix | None, Radix] | None:
    """The first base of the target that the source does not have, with one that the target lacks.

    A base that no text is written in (3進数) may stand beside none.

    >>> found = altered("zero-padded decimal number", "10埋めした0進数")
    >>> found and found[0] and (found[0].value, found[1].value)
    (10, 0)
    """
    theirs = read(target)
    if not theirs:
        return None
    ours = read(source)
    known, told = Counter(each.value for each in ours), {each.value for each in theirs}
    for each in theirs:
        if each.value in known:
            continue
        is_listed = re.search(rf"(?i:base|radix) [0-9, or]{{0,12}}(?<![0-9]){each.value}(?![0-9])", source) is not None
        # Lines that are counted from 0 are 0-based.
        is_listed = is_listed or re.search(rf"(?<![0-9]){each.value} ?(?:-based|から)", source) is not None
        # (basis 3) is a way to count days, and no numeral system.
        is_listed = (
            is_listed or re.search(rf"(?:[Bb]asis|基[準准])[ =]{{0,3}}{each.value}(?![0-9])", source) is not None
        )
        lost = None if is_listed else next((one for one in ours if one.value not in told), None)
        if lost is not None and not (each.is_word and lost.is_word):
            return lost, each
        if each.value not in _USUAL and not is_listed:
            return lost, each
    return None


def turned(source: str, target: str) -> tuple[Radix, Radix] | None:
    """The first two bases, or powers, of the target that stand in each other's place.

    >>> found = turned("decimal and binary floating point", "2進と10進の浮動小数点数")
    >>> found and [each.value for each in found]
    [2, 10]
    >>> found = turned("squares and cubes", "3 乗と 2 乗")
    >>> found and [each.value for each in found]
    [3, 2]
    """
    return _turned(read(source), target, source, read) or _turned(_powers(source), target, source, _powers)


def _turned(
    ours: Sequence[Radix], target: str, source: str, reading: Callable[[str], tuple[Radix, ...]]
) -> tuple[Radix, Radix] | None:
    theirs = reading(target) if len(ours) > 1 and len({each.value for each in ours}) > 1 else ()
    if len(theirs) < 2:
        return None
    often = Counter(each.value for each in ours), Counter(each.value for each in theirs)
    alone = {each.value: each for each in theirs if often[0][each.value] == often[1][each.value] == 1}
    pairs = [(each, alone[each.value]) for each in ours if each.value in alone]
    if len(pairs) > 1:
        held = [sorted((each.start, each.end) for each in side) for side in (ours, theirs)]
        couples = [((one.start, one.end), (two.start, two.end)) for one, two in pairs]
        found = neighbours.exchanged(
            source, target, couples=couples, held=(held[0], held[1]), clearly=_FIRMLY, is_prose=True
        )
        if found is not None:
            first, last = sorted(found)
            if not _are_told_back(pairs[first], pairs[last], source, target):
                return pairs[found[0]][1], pairs[found[1]][1]
    if often[0] == often[1]:
        twins = {value: iter([each for each in theirs if each.value == value]) for value in often[0]}
        for one, two in itertools.pairwise([(each, next(twins[each.value])) for each in ours]):
            if one[0].value != two[0].value and roles.is_replaced(one, two, source, target):
                return one[1], two[1]
    return dealt.across(ours, theirs, source, target)


def _are_told_back(one: tuple[Radix, Radix], two: tuple[Radix, Radix], source: str, target: str) -> bool:
    """Whether words say that two values had to change places: 十进制而非十六进制, 16進ではなく10進."""
    first, last = sorted((one[1], two[1]), key=lambda each: each.start)
    return roles.are_told_back(source[one[0].end : two[0].start], target[first.end : last.start])


_POWER = Sought(
    r"(?P<digits>[23]) ?乗|(?<![A-Za-z])(?:(?P<two>(?i:squared?s?|quadratic))|(?P<three>(?i:cubed?s?|cubic)))(?![A-Za-z])"
    r"|(?P<han>平方|立方)(?!根|和立方根|[米公千]|体|體|メートル)|(?P<order>[二三两兩])(?:次[方元]|乗)"
)
_OF_POWER = {"平方": 2, "立方": 3, "二": 2, "两": 2, "兩": 2, "三": 3}


def _powers(text: str) -> tuple[Radix, ...]:
    """The powers that a text names, in order: 2乗, 平方, “cubic”."""
    out: list[Radix] = []
    if _POWER.has(text) is None:
        return ()
    for match in _POWER.finditer(prose(text)):
        if match["digits"]:
            value = int(match["digits"])
        elif match["two"] or match["three"]:
            value = 2 if match["two"] else 3
        else:
            value = _OF_POWER[match["han"] or match["order"]]
        out.append(Radix(value, match.start(), match.end(), match["digits"] is None))
    return tuple(out)


_FIRMLY = 3.0
_USUAL = (2, 8, 10, 16)
