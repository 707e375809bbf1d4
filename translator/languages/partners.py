"""Which numbers of two texts say the same, and which of the others had to be said.

Languages leave small numbers out (一个, “a”, “both”), so a number without a partner is a fault only
where nothing in the other text stands for it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction

from translator.languages import echoes, gaps, ones
from translator.languages.numbers import Number
from translator.languages.verbatim import fold

Pairs = tuple[tuple[Number, Number], ...]
Key = Fraction | str


_UNDER = re.compile(r" ?(?:つ|個|个|人|名|件|回|歳|岁|年|か月|个月|cm|kg|g|mg)? ?(?:未満|未满|未滿)")
_NOTE = re.compile(
    r"[(（[［【][^()（）\[\]]{0,4}(?:訳注|訳者注|译注|譯註|譯注|译者注)(?:[^()（）]|[(（][^()（）]*[)）])*[)）\]］】]"
)
# What is counted, or the number of a label: 翻訳 1.
_COUNTED = re.compile(r" ?(?:[一-龥つか]|[ァ-ヶー]{2,6}目)|[:：\n]|$")
_BOUND_BEFORE = re.compile(
    r"(?:more than|less than|fewer than|greater than|over|at least|at most|under|higher than|lower than|above|below|超过|超過|大于|大於|小于|小於|多于|多於|少于|少於|至少|至多|不到|不足|低于|低於|高于|高於|[<>≧≤≥≦]=?) ?$",
    re.IGNORECASE,
)


def match(ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Pairs, tuple[Number, ...], tuple[Number, ...]]:
    """(pairs of equal numbers, what is left of ours, what is left of theirs), each in order."""
    left, right = list(ours), list(theirs)
    pairs: list[tuple[Number, Number]] = []
    # A further meaning may answer a plain one, but not another further one: 10亿 and 10万 share 10.
    for ours_as, theirs_as in (
        (_written, _written),
        (_exact, _exact),
        (_spelled, _spelled),
        (_absolute, _absolute),
        (_any, _absolute),
        (_absolute, _any),
    ):
        _take(left, right, pairs, ours_as, theirs_as)
        if not left or not right:
            break
    if left and right:
        _take_parts(left, right)
    return tuple(pairs), tuple(left), tuple(right)


def _written(number: Number) -> tuple[Key, ...]:
    """The value of digits with their form: 2.0 is rather 2.0 than the 2 of 2つ."""
    return () if number.is_soft else (f"{number.key} {'.' in number.surface}",)


def _spelled(number: Number) -> tuple[Key, ...]:
    return (number.value,) if number.is_soft and number.is_spelled else ()


def _exact(number: Number) -> tuple[Key, ...]:
    return () if number.is_soft else (number.key,)


def _absolute(number: Number) -> tuple[Key, ...]:
    return (number.key if number.kind == "version" else abs(number.value),)


def _any(number: Number) -> tuple[Key, ...]:
    if number.kind == "version":
        return (number.key,)
    return (abs(number.value), *number.others)


def _take(
    left: list[Number],
    right: list[Number],
    pairs: list[tuple[Number, Number]],
    ours_as: Callable[[Number], tuple[Key, ...]],
    theirs_as: Callable[[Number], tuple[Key, ...]],
) -> None:
    """Move numbers that share a meaning from both lists to the pairs."""
    index: dict[Key, list[int]] = {}
    for at in range(len(right) - 1, -1, -1):
        for meaning in theirs_as(right[at]):
            index.setdefault(meaning, []).append(at)
    if not index:
        return
    used: set[int] = set()
    kept = []
    for number in left:
        partner = _free(index, ours_as(number), used)
        if partner is None:
            kept.append(number)
        else:
            used.add(partner)
            pairs.append((number, right[partner]))
    left[:] = kept
    right[:] = [number for at, number in enumerate(right) if at not in used]


def _free(index: dict[Key, list[int]], wanted: tuple[Key, ...], used: set[int]) -> int | None:
    """The first place under one of the keys that is not used, taken out of the index."""
    for key in wanted:
        places = index.get(key, [])
        while places:
            at = places.pop()
            if at not in used:
                return at
    return None


def _take_parts(left: list[Number], right: list[Number]) -> None:
    """Drop composed numbers whose parts stand alone on the other side: 2³² and “2の32乗”.

    The parts of digits with commas (`1,100` may be two) stand beside each other there, in order.
    """
    for whole, single in ((left, right), (right, left)):
        for number in [each for each in whole if each.parts]:
            chosen: list[Number] = []
            for part in number.parts:
                found = next((each for each in single if each not in chosen and part in _any(each)), None)
                if found is None:
                    break
                chosen.append(found)
            else:
                if "," in number.surface and not _is_row(chosen, single):
                    continue
                if len(chosen) == 2 and "/" in number.surface and not _is_ratio(chosen):
                    continue
                whole.remove(number)
                for each in chosen:
                    single.remove(each)


def _is_row(chosen: Sequence[Number], among: Sequence[Number]) -> bool:
    """Whether the chosen numbers are neighbours, in order and not far from each other."""
    ordered = sorted(among, key=lambda number: number.start)
    at = ordered.index(chosen[0])
    return ordered[at : at + len(chosen)] == list(chosen) and all(
        two.start - one.end < _ROW and not two.surface.startswith("00") for one, two in itertools.pairwise(chosen)
    )


def _is_ratio(chosen: Sequence[Number]) -> bool:
    """Whether the parts of 10/12 stand beside each other, in any order: 12例中10例. A percentage is no part."""
    one, two = sorted(chosen, key=lambda number: number.start)
    return two.start - one.end <= _ROW and not any(each.kind == "percent" for each in chosen)


_ROW = 9


def _without_notes(numbers: Sequence[Number], text: str) -> Sequence[Number]:
    """The numbers without those of a translator's own notes: (訳注: 2.x では…)."""
    notes = [match.span() for match in _NOTE.finditer(text)] if "注" in text or "註" in text else []
    if not notes:
        return numbers
    return [each for each in numbers if not any(start < each.start < end for start, end in notes)]


def answering(words: Sequence[Number], others: Sequence[Number], *, text: str, own: str = "") -> tuple[Number, ...]:
    """The numbers without English ordinals that no number of the other text can mean.

    `text` is the other text; `own` that of the numbers, whose translator's notes are left out.

    “first” answers `第1章` and `1行目`, but not a `1` that is a plain value.
    """
    words = _without_notes(words, own)
    if not any(each.is_soft and each.kind == "ordinal" and each.surface.isascii() for each in words):
        return tuple(words)
    meant = {each.value for each in others if each.kind != "cardinal" or _COUNTED.match(text, each.end)}
    return tuple(
        each
        for each in words
        if not (each.is_soft and each.kind == "ordinal" and each.surface.isascii())
        or not meant.isdisjoint((each.value, *each.others))
    )


def demands(left: Sequence[Number], text: str, *, other: str, told: Sequence[Number] = ()) -> tuple[Number, ...]:
    """Those of the numbers without a partner that the other text had to show.

    One that may stay unsaid, that is a small number spelled out, or that a word may stand for
    counts only where the other text shows that a number was lost; so does one that the text only says
    again, of those `told` in both texts.
    """
    if not left:
        return ()
    often = Counter(abs(each.value) for each in told)
    judged = [(each, is_weak(each, text, other=other) and not _is_told(each, text, other)) for each in left]
    judged = [(each, weak or often[abs(each.value)] > 1 or _is_again(each, told, text)) for each, weak in judged]
    certain = tuple(each for each, weak in judged if not weak)
    doubtful = [
        each for each, weak in judged if weak and each.kind != "code" and not ones.is_once(each, text, other=other)
    ]
    if not doubtful:
        return certain
    firm = next((each for each in doubtful if not each.is_soft), None)
    if firm is not None and gaps.surplus(other, text):
        return (*certain, firm)
    if not certain and gaps.is_orphaned(other, text):
        return (firm or doubtful[0],)
    return certain


_NOUN = re.compile(r"[ -]?(?:([A-Za-z]{3,})|(?:個|个|箇)?の?([一-龥ァ-ヶー]{2}))")
_NOUN_BEFORE = re.compile(r"([A-Za-z]{3,}|[一-龥ァ-ヶー]{2}) ?$")


def _is_again(number: Number, told: Sequence[Number], text: str) -> bool:
    """Whether a number was said before of the same thing, so that “it” may be said for both: a 3-tuple, 分数 1/3."""
    twins = [each for each in told if each.value == number.value and each.kind == number.kind]
    if not twins:
        return False
    folded = fold(text)
    noun = _NOUN.match(folded, number.end)
    # “version 4” is a name: it is said in full each time.
    before = _NOUN_BEFORE.search(folded, 0, number.start) if number.kind in ("fraction", "percent") else None
    return any(
        (noun is not None and _is_same(noun, _NOUN.match(folded, each.end)))
        or (before is not None and _is_same(before, _NOUN_BEFORE.search(folded, 0, each.start)))
        for each in twins
    )


def _is_same(one: re.Match[str], other: re.Match[str] | None) -> bool:
    return other is not None and one.groups() == other.groups()


def _is_told(number: Number, text: str, other: str) -> bool:
    """Whether a spelled number of English is one that Chinese and Japanese do not leave out."""
    return (
        number.is_spelled
        and not number.is_soft
        and number.kind == "cardinal"
        and number.value > 2
        and number.surface.isascii()
        # 四季 and 五感 hold their numeral.
        and not (number.value <= 10 and "三四五六七八九十"[int(number.value) - 3] in other)
        and not echoes.is_echoed(number, text, other)
    )


def is_weak(number: Number, text: str, *, other: str) -> bool:
    """Whether a number may be missing in the other text without anything being lost."""
    return (
        number.is_soft
        or (number.is_spelled and number.value.denominator == 1 and abs(number.value) <= 12)
        or echoes.is_echoed(number, text, other)
    )


def of_no_range(numbers: tuple[Number, ...], others: Sequence[Number], *, text: str) -> tuple[Number, ...]:
    """The numbers without those inside a range of the other text, whose numbers are `others`: 1、2、3 is 1-3."""
    if not any(each.value in _INSIDE for each in numbers):
        return numbers
    ranges = [
        (one.value, two.value)
        for one, two in itertools.pairwise(others)
        if one.value < two.value <= one.value + _LONGEST and _RANGE.fullmatch(text, one.end, two.start)
    ]
    return tuple(
        each for each in numbers if each.value not in _INSIDE or not any(low < each.value < top for low, top in ranges)
    )


_INSIDE = frozenset(map(Fraction, range(1, 32)))
_LONGEST = 12
_RANGE = re.compile(r" ?(?:[-~〜～–—至到]|から|through|thru|to|\.{3}|…) ?")


def without_bounds(
    left: tuple[Number, ...], right: tuple[Number, ...], *, source: str, target: str
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The numbers without those that say one bound in two ways.

    `2個以上` is “more than one”, `20歳未満` may be “up to 19”.
    """
    if len(left) * len(right) > 100:
        return left, right
    for one in left:
        for two in right:
            if abs(one.value - two.value) != 1 or two not in right:
                continue
            is_bound = (_is_bound(source, one), _is_bound(target, two))
            if all(is_bound) or _is_strict(source, one, two) or _is_strict(target, two, one):
                left = tuple(each for each in left if each is not one)
                right = tuple(each for each in right if each is not two)
                break
    return left, right


def _is_bound(text: str, number: Number) -> bool:
    before = text[max(0, number.start - 24) : number.start]
    return bool(echoes.BOUND_AFTER.match(text, number.end) or _BOUND_BEFORE.search(before))


def _is_strict(text: str, number: Number, other: Number) -> bool:
    """Whether a text says “under 20” for what the other calls 19."""
    return number.value == other.value + 1 and _UNDER.match(text, number.end) is not None


def is_word_of_synopsis(number: Number, other: str, text: str) -> bool:
    """Whether a number of a text is that of a translated word for an argument: <参数1> is <param1>."""
    is_inside = text[number.end : number.end + 1] == ">" and _ARGUMENT.search(text, 0, number.start)
    return bool(is_inside and re.search(rf"<[A-Za-z_-]+{re.escape(number.surface)}>", other))


_ARGUMENT = re.compile(r"<[^<>\s\x00-\x7f]{1,20}$")
