"""Numbers of two texts that belong together by more than their order.

Two series that are told one behind the other (`0, 1, 3か月で 18.4 → 10.8 → 7.9`) or in turn (“0 months 18.4, 1 month
10.8”), and what a number is compared with (`第1世代より`, “than the first generation”).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translator.languages import chains, numbers
from translator.languages.difference import Difference
from translator.languages.numerals import Number, show
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_DATED = ("year", "month", "day", "time", "code", "version")
_LONGEST = 8


def compare_series(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The values that stand beside another label of their series, and what is compared with another number.

    >>> [each.message for each in compare_series("0,1,3Mにおいて18.4→10.8→7.9", "0 months 18.4, 1 month 7.9, 3 months 10.8")]
    ['1: 10.8 → 7.9']
    >>> [each.message for each in compare_series("第2代比第1代快", "The first generation is faster than the second")]
    ['what is compared with: 1 → 2']
    """
    languages = (source_language, target_language)
    if _NUMERAL.search(source) is None and _NUMERAL.search(target) is None:
        return ()
    if all(len(_FIGURES.findall(text)) >= 4 for text in (source, target)):
        found = _turned_beside_labels(source, target, languages)
        if found:
            return found
    if _COMPARING.has(source) is None or _COMPARING.has(target) is None:
        return ()
    return _compared_with_other(source, target, languages)


_NUMERAL = re.compile("[0-9０-９第]")
_FIGURES = re.compile("[0-9０-９]+(?:[.,．，][0-9０-９]+)?")
_FOUR_FIGURES = Sought(
    "[0-9０-９](?:[^0-9０-９\\0]+[0-9０-９]+){3}|[0-9０-９](?:[0-9０-９]*[^0-9０-９\\0]+[0-9０-９]){3}"
)
_COMPARING = Sought(
    r"より|[に与與和跟同と相]比|[比较較].{0,5}?[0-9０-９一二三四五六七八九十第]|(?i:than|compared|versus|vs)"
)


def lined(sources: Texts, targets: Texts) -> int:
    """The texts that may tell a series of numbers or compare with one, as their translation does."""
    some = sources.having(_NUMERAL) | targets.having(_NUMERAL)
    many = targets.having(_FOUR_FIGURES, sources.having(_FOUR_FIGURES, some))
    return many | targets.having(_COMPARING, sources.having(_COMPARING, some))


def are_parallel(text: str, first: Sequence[Number], *, second: Sequence[Number]) -> bool:
    """Whether two chains stand side by side, link for link: “18.4, 10.8 and 7.9 at months 0, 1 and 3”."""
    if len(first) != len(second) or len(first) < 2:
        return False
    one, two = sorted((first, second), key=lambda chain: chain[0].start)
    return one[-1].end <= two[0].start and _BETWEEN.fullmatch(text, one[-1].end, two[0].start) is not None


_BETWEEN = re.compile(r"[^0-9.;。；！？!?]{1,28}")


def _turned_beside_labels(source: str, target: str, languages: tuple[str, str]) -> tuple[Difference, ...]:
    """The first value that another label got, where one text tells two series behind each other and the other in turn."""
    texts = (source, target)
    read = [
        [each for each in numbers.read(text, language) if each.kind not in _DATED and not each.parts]
        for text, language in zip(texts, languages, strict=True)
    ]
    if min(map(len, read)) < 4 or max(map(len, read)) > 60:
        return ()
    for here, there in ((0, 1), (1, 0)):
        linked = chains.read(prose(texts[here]), read[here])
        for labels, values in itertools.permutations(linked, 2):
            if not are_parallel(prose(texts[here]), labels, second=values) or len(labels) > _LONGEST:
                continue
            found = _in_turn(labels, values, read[there])
            if found is not None:
                at, other = found
                ours, theirs = (values[at], other) if here == 0 else (other, values[at])
                message = f"{labels[at].surface}: {ours.surface} → {theirs.surface}"
                return (Difference("reordered", message, (ours.start, ours.end), (theirs.start, theirs.end)),)
    return ()


def _in_turn(labels: Sequence[Number], values: Sequence[Number], told: Sequence[Number]) -> tuple[int, Number] | None:
    """Where a text tells each label with another one's value: which, and the value that it has there."""
    size = len(labels)
    wanted = [each.value for each in labels]
    known = Counter(each.value for each in values)
    if len(known) != size or known.keys() & set(wanted):
        return None
    for at in range(len(told) - 2 * size + 1):
        run = told[at : at + 2 * size]
        for first in (0, 1):
            if [each.value for each in run[first::2]] != wanted:
                continue
            others = run[1 - first :: 2]
            if Counter(each.value for each in others) != known:
                continue
            return next(
                ((to, other) for to, other in enumerate(others) if other.value != values[to].value),
                None,
            )
    return None


# What another thing is compared with, and its number: 第1世代より, 比第一代, “than with the first generation”.
_NOUN = r"[^\W\d_、。，]{0,8}?"
_COMPARED_BEHIND = re.compile(rf" ?{_NOUN}(?:より(?:も)?(?!か)|に比べ|と比べ|に比して|と比較して?|相比|相较|相較)")
_COMPARED_AROUND = (re.compile(r"[与與和跟同] ?第?$"), re.compile(rf" ?{_NOUN}相[比较較]"))
_COMPARED_BEFORE = re.compile(
    r"(?:(?:(?<![A-Za-z])than|compared (?:with|to)|(?:versus|vs\.?)) (?:(?:in|with|for|on|at|that|those|of|the|its|our) ){0,4}|(?:相[比较較][于於]?|(?<![对對相无無可百])(?:比|较|較))第? ?)$",
    re.IGNORECASE,
)


def _compared_with_other(source: str, target: str, languages: tuple[str, str]) -> tuple[Difference, ...]:
    """The number of what is compared with, where it is another one of those that both texts have."""
    ours, theirs = (list(_compared(text, language)) for text, language in zip((source, target), languages, strict=True))
    if len(ours) != 1 or len(theirs) != 1 or ours[0].value == theirs[0].value:
        return ()
    one, two = ours[0], theirs[0]
    for text, language, value in ((source, languages[0], two.value), (target, languages[1], one.value)):
        if all(each.value != value for each in numbers.read(text, language)):
            return ()
    if _is_labelled(source, one) != _is_labelled(target, two):
        return ()
    message = f"what is compared with: {show(one.value)} → {show(two.value)}"
    return (Difference("reordered", message, (one.start, one.end), (two.start, two.end)),)


def _compared(text: str, language: str) -> Iterator[Number]:
    plain = prose(text)
    for number in numbers.read(text, language):
        if number.kind in _DATED:
            continue
        at = max(0, number.start - 40)
        if (
            _COMPARED_BEHIND.match(plain, number.end)
            or _COMPARED_BEFORE.search(plain, at, number.start)
            or (_COMPARED_AROUND[0].search(plain, at, number.start) and _COMPARED_AROUND[1].match(plain, number.end))
        ):
            yield number


def _is_labelled(text: str, number: Number) -> bool:
    """Whether a number names a thing (第1世代, “the first generation”), and is not how much."""
    return number.kind == "ordinal" or text[number.start - 1 : number.start] == "第"
