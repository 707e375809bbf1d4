"""Codes made of figures: `1970-01-01`, `42:5`, `C.2.1`, `0x1f`, `U+0130`, `Popen3`, `'144'` in inline code.

Their figures keep their order in every language, and two that differ in nothing but figures their places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translator.languages import neighbours
from translator.languages.texts import Texts
from translator.languages.verbatim import fold

Span = tuple[int, int]

# Figures that hold together: no digit or letter stands between two of them but a mark or “to”.
_GROUP = re.compile(r"(?<![0-9])[0-9]+(?:(?:\\?[-.:/_*]|[xX×✕]|to|\\\*){1,2}[0-9]+)+(?![0-9])")
_RUN = re.compile("[0-9]+")
_TIMES = re.compile("[X×✕]")
_DATE = re.compile(r"(?:[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{2,4})")
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
# What is no code of figures: placeholders, entities, addresses, escapes of bytes.
_OTHER = re.compile(r"%[0-9]+\$|%[0-9A-F]{2}|&#[0-9]+;|\{[0-9]+\}|//")
_CODE = re.compile(
    r"(?<!`)(?P<mark>`{1,2})(?!`)(?P<literal>[^`\n]{1,80})(?P=mark)(?!`)"
    r"|(?<![A-Za-z0-9\\#+])(?P<hex>0[xXoObB][0-9A-Fa-f]+|[Uu]\+[0-9A-Fa-f]{4,6}|\\[uUx][0-9A-Fa-f]{2,8})(?![0-9A-Za-z])"
    r"|(?<![A-Za-z0-9_.\\#+])(?P<name>_[0-9]+|[A-Za-z_][A-Za-z_.]*[0-9]+)(?![0-9A-Za-z])",
    re.ASCII,
)
_PREFIX = re.compile(r"0[xXoObB]|[Uu]\+|\\[uUx]")
_HINT = re.compile(r"0[xXoObB][0-9A-Fa-f]|[Uu]\+[0-9A-Fa-f]{4}|\\[uUx][0-9A-Fa-f]{2}")
_FIRMLY = 3.0


def has_codes(text: str) -> bool:
    """Whether a text may have several codes whose figures are no numbers: `0x1f`, `U+0130`, `\\uff10`."""
    return len(_HINT.findall(text)) > 1


def having_codes(texts: Texts) -> int:
    """The texts of which `has_codes` is true."""
    return texts.left(texts.having(_HINT), has_codes)


def scrambled(source: str, target: str) -> tuple[tuple[str, Span], tuple[str, Span]] | None:
    """The first figures of the target that are those of the source in an order which the source has nowhere.

    Dates may be written in another order, where both are dates.

    >>> scrambled("自 1970-01-01 算起", "since 01-1970-01")
    (('1970-01-01', (2, 12)), ('01-1970-01', (6, 16)))
    >>> scrambled("自 1970-01-31 算起", "since 31-01-1970") is None
    True
    """
    ours, theirs = _groups(source), _groups(target)
    if not ours or not theirs:
        return None
    known, told = {_TIMES.sub("x", each) for each, _ in ours}, {_TIMES.sub("x", each) for each, _ in theirs}
    for two, place in theirs:
        if _TIMES.sub("x", two) in known:
            continue
        figures = sorted(_RUN.findall(two))
        for one, span in ours:
            is_mixed = (
                _TIMES.sub("x", one) not in told and sorted(_RUN.findall(one)) == figures and _marks(one) == _marks(two)
            )
            if is_mixed and not _are_dates(one, two):
                return (one, span), (two, place)
    return None


def _groups(text: str) -> list[tuple[str, Span]]:
    if _GROUP.search(text) is None:
        folded = fold(text)
        if folded == text:
            return []
        text = folded
    others = [match.span() for match in _OTHER.finditer(text)]
    return [
        (match[0], match.span())
        for match in _GROUP.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in others)
    ]


def _marks(group: str) -> list[str]:
    return sorted(_RUN.split(_TIMES.sub("x", group.replace("\\", ""))))


def _are_dates(one: str, two: str) -> bool:
    """Whether both are dates, of which languages write the day, the month and the year in their own order."""
    if _DATE.fullmatch(one) and _DATE.fullmatch(two):
        return True
    days = [_DAY.fullmatch(each) for each in (one, two)]
    return all(each is not None and int(each[1]) <= 31 and int(each[2]) <= 31 for each in days)


def turned(source: str, target: str) -> tuple[tuple[str, Span], tuple[str, Span]] | None:
    """The first two codes of the target that stand in each other's place, in its order.

    >>> found = turned("0x1f 到 0x7f", "0x7f to 0x1f")
    >>> found and [each[0] for each in found]
    ['0x7f', '0x1f']
    """
    ours = _codes(source)
    if len(ours) < 2:
        return None
    theirs = _codes(target)
    often = Counter(code for code, _ in ours), Counter(code for code, _ in theirs)
    places = dict(theirs)
    held = sorted(span for _, span in ours), sorted(span for _, span in theirs)
    for shape in _shapes(ours):
        couples = [
            (code, span, places[code])
            for code, span in ours
            if _shape(code) == shape and often[0][code] == often[1][code] == 1
        ]
        if len(couples) < 2:
            continue
        found = neighbours.exchanged(
            source, target, couples=[each[1:] for each in couples], held=held, clearly=_FIRMLY, is_prose=True
        )
        if found is not None:
            first, second = (couples[at] for at in found)
            return (first[0], first[2]), (second[0], second[2])
    return None


def _shapes(codes: Sequence[tuple[str, Span]]) -> Iterator[str]:
    """The shapes that two or more codes have."""
    counts = Counter(_shape(code) for code in {code for code, _ in codes})
    return (shape for shape, count in counts.items() if count > 1)


def _shape(code: str) -> str:
    prefix = _PREFIX.match(code)
    return prefix[0].lower() if prefix else _RUN.sub("#", code)


def _codes(text: str) -> list[tuple[str, Span]]:
    """The codes of a text with figures, in order."""
    return [
        (match[0].strip("`"), match.span("literal" if match["literal"] else 0))
        for match in _CODE.finditer(text)
        if _RUN.search(match[0]) is not None and not (match["literal"] or "x").isdecimal()
    ]


_COLOUR = re.compile(r"(?<![0-9A-Za-z&#])#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?![0-9A-Za-z])")


_HEX = re.compile(r"(?<![0-9A-Za-z&#])#[0-9A-Fa-f]{2,12}(?![0-9A-Za-z])")


def other_colour(source: str, target: str) -> tuple[tuple[str, Span], tuple[str, Span]] | None:
    """The first colour of the source that the target lacks, and the one that it has instead.

    >>> other_colour("saddlebrown (#8B4513)", "马鞍褐 (#4513B8)")
    (('#8B4513', (13, 20)), ('#4513B8', (5, 12)))
    """
    if "#" not in source or "#" not in target:
        return None
    ours, theirs = list(_COLOUR.finditer(source)), list(_COLOUR.finditer(target))
    known, said = {each[0].lower() for each in ours}, {each[0].lower() for each in theirs}
    one = next((each for each in ours if each[0].lower() not in said), None)
    two = next((each for each in theirs if each[0].lower() not in known), None)
    if one is not None and two is None:
        # Cut or joined ones are none: #0000.
        two = next((each for each in _HEX.finditer(target) if each[0].lower() not in known), None)
    elif len(ours) != len(theirs):
        return None
    if one is None or two is None:
        return None
    return (one[0], one.span()), (two[0], two.span())


# Two names of one row, whatever a language calls them: Data1; Data2.
_ROW = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{2,24}) ?([0-9]{1,2})(?=[\"'”’」』)）]{0,2}(?: ?[;；,，、/] ?| to | and | ?[到至和と] ?| ?から ?)[\"'“‘「『(（]{0,2}\1 ?([0-9]{1,2})(?![0-9]))"
)


def turned_row(source: str, target: str) -> tuple[int, int] | None:
    """Where the target has two numbered names in a row that the source has the other way round.

    >>> turned_row("F.TEST(Data1; Data2)", "FTEST(データ 2; データ 1)"), turned_row("Data1; Data2", "データ1; データ2")
    ((6, 11), None)
    """
    if _TWO_NAMES.search(source) is None:
        return None
    known = {match.group(2, 3) for match in _ROW.finditer(source)}
    theirs = list(_ROW.finditer(target)) if known else []
    said = {match.group(2, 3) for match in theirs}
    return next(
        (
            match.span()
            for match in theirs
            if (both := match.group(2, 3)) not in known and both[::-1] in known and both[::-1] not in said
        ),
        None,
    )


_TWO_NAMES = re.compile(r"[^\W\d_] ?[0-9]{1,2}[^0-9]{1,40}?[^\W\d_] ?[0-9]")
