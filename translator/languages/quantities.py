"""What two texts that should say the same say differently: numbers and units, compared by value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from translator.languages import gaps, numbers
from translator.languages.numbers import Number
from translator.languages.numerals import data_lines, show


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the target says otherwise than the source.

    `kind` is `missing`, `altered`, `added`, `shifted` (the decimal point), `reordered` or `unit`.
    The spans are half-open, in characters of the texts; None where a side has no such thing.
    """

    kind: str
    message: str
    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None


# `1つの`, `1 行` count a thing where English has an article and Chinese nothing.
_ONE_THING = re.compile(
    r" ?(?:つ|個|个|箇|人(?!称)|名|種|种|行|列|回|次|件|本|枚|台|度|文字|段|組|番目|番|オペランド|要素|ステップ|要素|対|对|レベル|语|項目)"
)
_ONE_UNIT = re.compile(
    r" ?(?:年|月|日|天|周|週|[ヶかカ个個]月|星期|時間|小时|小時|分|秒|毫秒|微秒|ミリ秒|マイクロ秒|ページ|页|頁|字节|バイト|ビット|点|條|条)"
)
_ARTICLE = re.compile(
    r"(?<![A-Za-z])(?i:an?|the|this|that|each|every|any|per|some|its|only)(?![A-Za-z])"
    r"|[每毎各某任个個ある]"
)


_BOUND_AFTER = re.compile(
    r" ?(?:つ|個|个|人|名|件|回|次|文字|本|枚|项|項|種類|桁)? ?(?:以上|以下|未満|未满|超|より|を超え|or more|or fewer|or less|and above)"
)
_BOUND_BEFORE = re.compile(
    r"(?:more than|less than|fewer than|greater than|over|at least|at most|under|higher than|lower than|above|below|超过|超過|大于|大於|小于|小於|多于|多於|少于|少於|至少|至多|不到|不足|低于|低於|高于|高於|[<>≧≤≥≦]=?) ?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r" ?[一-龥つか]")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")


@lru_cache(maxsize=1)
def _echoes() -> dict[Fraction, re.Pattern[str]]:
    out = {}
    for line in data_lines("number_echoes.txt"):
        value, words = line.split("\t")
        latin = [word for word in words.split() if word.isascii() and not word.isdigit()]
        other = [word for word in words.split() if not word.isascii()]
        patterns = [re.escape(word) for word in other]
        if latin:
            patterns.append(rf"(?<![A-Za-z])(?i:{'|'.join(map(re.escape, latin))})(?![A-Za-z])")
        out[Fraction(value)] = re.compile("|".join(patterns))
    return out


def compare_numbers(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The numbers that a translation leaves out, changes, adds, shifts or reorders.

    >>> [each.message for each in compare_numbers("改善率 12.2%", "improved by 12.3 %")]
    ['number 12.2 → 12.3']
    """
    if not (numbers.has_numbers(source) or numbers.has_numbers(target) or gaps.has_trace(target)):
        return ()
    ours = numbers.read(source, source_language)
    theirs = numbers.read(target, target_language)
    ours, theirs = _answering(ours, theirs, target), _answering(theirs, ours, source)
    pairs, left, right = match(ours, theirs)
    left, right = _demands(left, source, target), tuple(each for each in right if not _is_weak(each, target, source))
    left, right = _without_bounds(left, right, source, target)
    return (*_faults(left, right), *_places(pairs))


def _answering(words: Sequence[Number], others: Sequence[Number], text: str) -> tuple[Number, ...]:
    """The numbers without English ordinals that no number of the other text can mean.

    “first” answers `第1章` and `1行目`, but not a `1` that is a plain value.
    """
    if not any(each.is_soft and each.kind == "ordinal" and each.surface.isascii() for each in words):
        return tuple(words)
    meant = {each.value for each in others if each.kind != "cardinal" or _COUNTED.match(text, each.end)}
    return tuple(
        each
        for each in words
        if not (each.is_soft and each.kind == "ordinal" and each.surface.isascii()) or each.value in meant
    )


def _demands(left: Sequence[Number], text: str, other: str) -> tuple[Number, ...]:
    """Those of the numbers without a partner that the other text had to show.

    One that may stay unsaid, that is a small number spelled out, or that a word may stand for
    counts only where the other text shows that a number was lost.
    """
    certain = tuple(each for each in left if not _is_weak(each, text, other))
    if len(certain) == len(left):
        return certain
    weak = [each for each in left if each.kind != "code" and each not in certain]
    if weak and gaps.surplus(other, text):
        return (*certain, next((each for each in weak if not each.is_soft), weak[0]))
    return certain


def _is_weak(number: Number, text: str, other: str) -> bool:
    return number.is_soft or (number.is_spelled and abs(number.value) <= 12) or _is_echoed(number, text, other)


def _without_bounds(
    left: tuple[Number, ...], right: tuple[Number, ...], source: str, target: str
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The numbers without those that say one bound in two ways: `2個以上` is “more than one”."""
    for one in left:
        for two in right:
            if abs(one.value - two.value) == 1 and _is_bound(source, one) and _is_bound(target, two):
                left = tuple(each for each in left if each is not one)
                right = tuple(each for each in right if each is not two)
    return left, right


def _is_bound(text: str, number: Number) -> bool:
    return bool(_BOUND_AFTER.match(text, number.end) or _BOUND_BEFORE.search(text[: number.start]))


def _places(pairs: Pairs) -> tuple[Difference, ...]:
    """Equal decimals written with other places: 3.10 is not 3.1 where versions are meant."""
    out = []
    for ours, theirs in pairs:
        if "." in ours.surface and "." in theirs.surface and ours.surface != theirs.surface:
            one, two = ours.surface.replace(",", ""), theirs.surface.replace(",", "")
            if _DECIMAL.fullmatch(one) and _DECIMAL.fullmatch(two) and one.lstrip("0") != two.lstrip("0"):
                message = f"number {ours.surface} → {theirs.surface}"
                out.append(Difference("altered", message, (ours.start, ours.end), (theirs.start, theirs.end)))
    return tuple(out)


def _is_echoed(number: Number, text: str, other: str) -> bool:
    """Whether the other text says a number by a word: `2` by “both”, `1 つの` by “a”."""
    if number.value == 1 and (
        _ONE_THING.match(text, number.end) or (_ONE_UNIT.match(text, number.end) and _ARTICLE.search(other))
    ):
        return True
    pattern = _echoes().get(abs(number.value))
    if pattern is None or not pattern.search(other):
        return False
    # “1 週間は 7 日” and “a week is 7 days”: a word that both texts have says nothing more.
    return len(pattern.findall(other)) > len(pattern.findall(text))


Pairs = tuple[tuple[Number, Number], ...]


def match(ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Pairs, tuple[Number, ...], tuple[Number, ...]]:
    """(pairs of equal numbers, what is left of ours, what is left of theirs), each in order."""
    left, right = list(ours), list(theirs)
    pairs: list[tuple[Number, Number]] = []
    for meanings in (_exact, _absolute, _any):
        _take(left, right, pairs, meanings)
        if not left or not right:
            break
    if left and right:
        _take_parts(left, right)
    return tuple(pairs), tuple(left), tuple(right)


def _exact(number: Number) -> tuple[Fraction | str, ...]:
    return () if number.is_soft else (number.key,)


def _absolute(number: Number) -> tuple[Fraction | str, ...]:
    return (number.key if number.kind == "version" else abs(number.value),)


def _any(number: Number) -> tuple[Fraction | str, ...]:
    if number.kind == "version":
        return (number.key,)
    return (abs(number.value), *number.others)


def _take(left: list[Number], right: list[Number], pairs: list[tuple[Number, Number]], meanings) -> None:
    """Move numbers that share a meaning from both lists to the pairs."""
    index: dict[Fraction | str, list[int]] = {}
    for at, number in enumerate(right):
        for meaning in meanings(number):
            index.setdefault(meaning, []).append(at)
    if not index:
        return
    used: set[int] = set()
    kept = []
    for number in left:
        partner = next((at for meaning in meanings(number) for at in index.get(meaning, ()) if at not in used), None)
        if partner is None:
            kept.append(number)
        else:
            used.add(partner)
            pairs.append((number, right[partner]))
    left[:] = kept
    right[:] = [number for at, number in enumerate(right) if at not in used]


def _take_parts(left: list[Number], right: list[Number]) -> None:
    """Drop composed numbers whose parts stand alone on the other side: 2³² and “2の32乗”."""
    for whole, single in ((left, right), (right, left)):
        for number in [each for each in whole if each.parts]:
            chosen = []
            for part in number.parts:
                found = next((each for each in single if each not in chosen and part in _any(each)), None)
                if found is None:
                    break
                chosen.append(found)
            else:
                whole.remove(number)
                for each in chosen:
                    single.remove(each)


def _faults(left: Sequence[Number], right: Sequence[Number]) -> tuple[Difference, ...]:
    """Differences of what found no partner: alike numbers in pairs, then the rest."""
    out = []
    rest = list(right)
    for ours in left:
        theirs = _nearest(ours, rest)
        if theirs is None:
            out.append(Difference("missing", f"number {_name(ours)} is missing", (ours.start, ours.end), None))
            continue
        rest.remove(theirs)
        kind = "shifted" if _digits(ours) == _digits(theirs) else "altered"
        message = f"number {_name(ours)} → {_name(theirs)}"
        out.append(Difference(kind, message, (ours.start, ours.end), (theirs.start, theirs.end)))
    for theirs in rest:
        out.append(Difference("added", f"number {_name(theirs)} is added", None, (theirs.start, theirs.end)))
    return tuple(out)


def _nearest(number: Number, rest: Sequence[Number]) -> Number | None:
    same_digits = [each for each in rest if _digits(each) == _digits(number)]
    same_kind = [each for each in rest if each.kind == number.kind]
    return next(iter(same_digits or same_kind or rest), None)


def _digits(number: Number) -> str:
    return "".join(char for char in show(abs(number.value)) if char.isdigit()).strip("0")


def _name(number: Number) -> str:
    return number.surface if number.surface.isascii() and len(number.surface) < 24 else show(number.value)
