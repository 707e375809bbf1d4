"""Two numbers, or two placeholders, that took each other's place, told by where they stand among all the others.

Words between numbers move, and take their numbers along: so a number goes to another clause, and a list
stays in order. Two that alone changed places while all the others kept theirs have left what they belong to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from translator.languages import abreast, companions, roles
from translator.languages.verbatim import fold

Token = tuple[str, int, int]
"""(as it is compared, start, end)."""
Side = tuple[str, Sequence[Token]]
"""A text with its tokens."""

# What is passed over, then a placeholder with a number, then a number.
_TOKEN = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,300})?/?>|https?://[!-;=?-~]+|&#[0-9]{1,7};"
    r"|(?P<held>%[0-9]{1,2}(?:\$[#0 +'-]*[0-9]*(?:\.[0-9]+)?[A-Za-z@]+|(?![0-9A-Za-z$%]))|\{[0-9]{1,2}\})"
    r"|(?P<number>[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)*)",
    re.ASCII,
)
_SENTENCE_END = re.compile(r"[。！？!?\n]|\.(?=\s|$)")
_COMMA = re.compile(r"[，、；，,;](?![0-9])")
_PARTING = re.compile(r"[。！？!?\n，、；;：]|[.,:](?=\s|$)")
_UNIT = r"(?:年|月|日|号|%|℃|°|文字|字节|バイト|ビット|bits?|位|人|点|岁|歳|页|ページ|行目?|px|v)?"
_JOINT = re.compile(
    rf"[^\w\s]{{0,2}}\s*{_UNIT}\s*[^\w\s]{{0,2}}\s*(?:-{{1,2}}|–|—{{1,2}}|~|～|〜|\.{{2,3}}|…|to|through|or|and|から|至|到|和|与|與"
    r"|/|,|、|，|:|;|または|或者?|か)\s*[^\w\s]{0,2}"
)
_RANGE = re.compile(
    rf"[^\w\s]{{0,2}}\s*{_UNIT}\s*[^\w\s]{{0,2}}\s*(?:-{{1,2}}|–|—{{1,2}}|~|～|〜|to|through|and|から|至|到|和|与|與)\s*[^\w\s]{{0,2}}"
)
# 2016-10-20, 10/20/2016, 20.10.2016: the parts of a date come in any order.
_DATE = re.compile(
    r"(?<![0-9])(?:[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}|[0-9]{4}([-/.])[0-9]{1,2}\2[0-9]{1,2})(?![0-9])"
)
_DATED = re.compile(r" ?[年月日](?![间間])|,? (?:1[0-9]|20)[0-9]{2}(?![0-9])")
_MONTH = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?,? (?:[0-9]{1,2},? )?$|[年月] ?$"
)
_HEAD = re.compile(r"(?:^|\n)[\s*#(（<`\"“'%$-]{0,40}$")
_STEM = re.compile(r"([A-Za-z]+|[一-龥]+|[ァ-ヶー]+)[ _]?$")
_NEAR = 14
_MOST = 200
"""Texts with more numbers are tables."""


def turned(source: str, target: str, *, of_placeholders: bool = False) -> tuple[Token, Token] | None:
    """The two numbers, or placeholders, of the target that changed places, in the order of the target.

    >>> found = turned("0 to 31", "31 to 0")
    >>> found and [each[0] for each in found]
    ['31', '0']
    >>> turned("3 of 98", "98 人中 3 人") is None
    True
    """
    found = _turned(source, target)
    return found if found is not None and (found[0][0][0] in "%{") is of_placeholders else None


@lru_cache(maxsize=4)
def _turned(source: str, target: str) -> tuple[Token, Token] | None:
    source, target = fold(source), fold(target)
    ours, theirs = _tokens(source), _tokens(target)
    if min(len(ours), len(theirs)) < 2 or [each[0] for each in ours] == [each[0] for each in theirs]:
        return None
    if max(len(ours), len(theirs)) > _MOST:
        return None
    found = _among(source, target, ours, theirs) or _within(source, target, ours, theirs)
    if found is None and "`" in source and "`" in target:
        # “``0`` in the first, ``1`` in the second”: ordinals come before their values, or behind them.
        one, two = _quoted(source, ours), _quoted(target, theirs)
        found = _among(source, target, one, two) if 2 <= len(one) < len(ours) else None
    return found or _recounted(ours, theirs)


def _recounted(ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[Token, Token] | None:
    """Two tokens of which each stands as often as the other should, where all others stand as often as in the source."""
    counts = Counter(each[0] for each in ours), Counter(each[0] for each in theirs)
    apart = [name for name in counts[0].keys() | counts[1].keys() if counts[0][name] != counts[1][name]]
    if len(apart) != 2 or min(counts[1][name] for name in apart) == 0:
        return None
    one, two = apart
    if (counts[0][one], counts[0][two]) != (counts[1][two], counts[1][one]):
        return None
    first = [next(each for each in theirs if each[0] == name) for name in apart]
    first.sort(key=lambda each: each[1])
    return (first[0], first[1]) if (first[0][0][0] in "%{") == (first[1][0][0] in "%{") else None


def _quoted(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens that stand alone in inline code."""
    return [each for each in tokens if text[each[1] - 1 : each[1]] == "`" == text[each[2] : each[2] + 1]]


def _within(source: str, target: str, ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[Token, Token] | None:
    """Two tokens that alone changed places in their sentence, where both texts have as many sentences."""
    cuts = abreast.spans(source), abreast.spans(target)
    if not 2 <= len(cuts[0]) == len(cuts[1]):
        return None
    for (start, end), (first, last) in zip(*cuts, strict=True):
        some = [(name, at - start, to - start) for name, at, to in ours if start <= at < end]
        others = [(name, at - first, to - first) for name, at, to in theirs if first <= at < last]
        if min(len(some), len(others)) < 2 or [each[0] for each in some] == [each[0] for each in others]:
            continue
        found = _among(source[start:end], target[first:last], some, others)
        if found is not None:
            return tuple((name, at + first, to + first) for name, at, to in found)  # type: ignore[return-value]
    return None


def _among(source: str, target: str, ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[Token, Token] | None:
    one, two = _shared(ours, theirs)
    apart = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a[0] != b[0]]
    if len(apart) == 2:
        first, last = apart
        # A format string takes a number's place in no sentence.
        is_of_one_kind = (one[first][0][0] in "%{") == (one[last][0][0] in "%{")
        if is_of_one_kind and (
            _is_left_behind((source, one), (target, two), first, last)
            or _is_without_companions((source, ours, one), (target, theirs, two), first, last)
        ):
            return two[first], two[last]
    return _across(source, target, ours, theirs) if apart else None


def _tokens(text: str) -> list[Token]:
    return [
        (match[0].replace(",", ""), match.start(), match.end())
        for match in _TOKEN.finditer(text)
        if match.lastgroup is not None
    ]


def _shared(ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens that both texts have equally often."""
    counts = Counter(each[0] for each in ours), Counter(each[0] for each in theirs)
    known = {name for name, count in counts[0].items() if counts[1][name] == count}
    return [each for each in ours if each[0] in known], [each for each in theirs if each[0] in known]


def _is_left_behind(one: Side, two: Side, first: int, last: int) -> bool:
    """Whether of all tokens these two alone changed places, and nothing that languages turn explains it."""
    (source, ours), (target, theirs) = one, two
    if _are_dated(source, ours[first], ours[last]) or _are_dated(target, theirs[first], theirs[last]):
        return False
    if last - first > 1:
        return _is_no_move(one, two, first, last) and not _have_their_own(one, two, first, last)
    sides = (source, ours[first], ours[last]), (target, theirs[first], theirs[last])
    between = [text[one[2] : two[1]] for text, one, two in sides]
    if all(_SENTENCE_END.search(each) for each in between):
        return True
    if all(_JOINT.fullmatch(each.strip()) for each in between) or all(_heads(*side) for side in sides):
        return True
    if ours[first][0][0] not in "%{" and (_is_descending(sides[1], between[1]) or _are_bounds(*sides)):
        return True
    if all(_numbers_names(*side) for side in sides):
        return True
    return (
        len(ours) > 2
        and all(map(_are_beside, sides, between))
        and not any(_is_of_name(text, each) for text, *two in sides for each in two)
    )


def _are_beside(side: tuple[str, Token, Token], between: str) -> bool:
    """Whether each of two tokens has a clause of its own, both told in one way: “0 if …, 1 if …”."""
    text, one, _ = side
    if _COMMA.search(between) is None:
        return False
    turning = companions.TURNING.search(between)
    if turning is None:
        return True
    start = max((match.end() for match in _PARTING.finditer(text, 0, one[1])), default=0)
    return turning[0] in text[start : one[1]]


def _have_their_own(one: Side, two: Side, first: int, last: int) -> bool:
    """Whether both tokens took their own units or names along: 50 mgを1日2回、12週間, 12周，每日2次，每次50 mg."""
    (source, ours), (target, theirs) = one, two
    held = [(each[1], each[2]) for each in ours], [(each[1], each[2]) for each in theirs]
    couples = [(held[0][first], held[1][last]), (held[0][last], held[1][first])]
    return companions.keep_apart(source, target, couples=couples, held=held)


def _is_without_companions(
    one: tuple[str, Sequence[Token], Sequence[Token]],
    two: tuple[str, Sequence[Token], Sequence[Token]],
    first: int,
    last: int,
) -> bool:
    """Whether neither of two numbers took anything along, and no word says that they are told the other way round."""
    (source, ours, shared), (target, theirs, twins) = one, two
    if shared[first][0][0] in "%{":
        return False
    sides = ((source, shared), (target, twins))
    if any(_are_dated(text, tokens[first], tokens[last]) for text, tokens in sides):
        return False
    between = [text[tokens[first][2] : tokens[last][1]] for text, tokens in sides]
    if any(companions.tells_otherwise(each) for each in between) or roles.is_inverted(*between):
        return False
    couples = [
        ((each[1], each[2]), next((other[1], other[2]) for other in twins if other[0] == each[0]))
        for each in (shared[first], shared[last])
    ]
    held = [[(each[1], each[2]) for each in side] for side in (ours, theirs)]
    return not companions.keeps(source, target, couples=couples, held=(held[0], held[1]))


def _is_no_move(one: Side, two: Side, first: int, last: int) -> bool:
    """Whether two tokens are exchanged across others, which is more than that some of them moved as one.

    “A in B of C” is told back to front in Japanese, within one clause.
    """
    ours, theirs = ([each[0] for each in side[first : last + 1]] for _, side in (one, two))
    between = [text[side[first][2] : side[last][1]] for text, side in (one, two)]
    if last - first == 2 and not all(_PARTING.search(each) and not companions.TURNING.search(each) for each in between):
        return False
    return not any(ours[at:] + ours[:at] == theirs for at in range(1, len(ours)))


def _are_dated(text: str, one: Token, two: Token) -> bool:
    """Whether one of two tokens is part of a date."""
    if any(
        match.start() <= each[1] and each[2] <= match.end() for match in _DATE.finditer(text) for each in (one, two)
    ):
        return True
    return any(
        _MONTH.search(text, max(0, each[1] - _NEAR), each[1]) is not None and _DATED.match(text, each[2]) is not None
        for each in (one, two)
    )


def _heads(text: str, _: Token, two: Token) -> bool:
    """Whether the second of two tokens stands at the head of a line, as the numbers of a list do."""
    return _HEAD.search(text, max(0, two[1] - 60), two[1]) is not None and "\n" in text[: two[1]]


def _is_descending(side: tuple[str, Token, Token], between: str) -> bool:
    """Whether two numbers are a range that ends before it begins."""
    return _RANGE.fullmatch(between.strip()) is not None and float(_plain(side[1])) > float(_plain(side[2]))


def _plain(token: Token) -> str:
    whole, _, rest = token[0].partition(".")
    return f"{whole}.{rest.replace('.', '')}"


# What says that a value is above or below a number, in front of it and behind it.
_BOUNDS = (
    (
        1,
        re.compile(
            r"(?:(?:more|greater|larger|bigger|higher|longer) than(?: or equal to)?|at least|above|over|exceed(?:s|ing)?"
            r"|>=?|大[于於](?:或?等[于於])?|超[过過]|高[于於]|多[于於]|不小[于於]|不少[于於])[ `\"'“「]*$",
            re.IGNORECASE,
        ),
        re.compile(r"\W{0,3}[^\W\d_]{0,4}?(?:以上|より(?:も)?(?:大き|多|長|高)|を超|を上回)"),
    ),
    (
        -1,
        re.compile(
            r"(?:(?:less|smaller|fewer|lower|shorter) than(?: or equal to)?|at most|below|under"
            r"|<=?|小[于於](?:或?等[于於])?|低[于於]|少[于於]|不大[于於]|不超[过過])[ `\"'“「]*$",
            re.IGNORECASE,
        ),
        re.compile(r"\W{0,3}[^\W\d_]{0,4}?(?:以下|未[満满]|より(?:も)?(?:小さ|少な|短|低)|を下回|以内)"),
    ),
)


def _bound(text: str, token: Token) -> int:
    """1 for a number that something is above, -1 below, 0 for another one."""
    before = text[max(0, token[1] - 30) : token[1]]
    return next((value for value, ahead, behind in _BOUNDS if ahead.search(before) or behind.match(text, token[2])), 0)


def _are_bounds(ours: tuple[str, Token, Token], theirs: tuple[str, Token, Token]) -> bool:
    """Whether the lower bound became the upper one, or a value is to be above the one and below the other in vain."""
    one, two = _bound(theirs[0], theirs[1]), _bound(theirs[0], theirs[2])
    if one * two != -1:
        return False
    if (float(_plain(theirs[1])) - float(_plain(theirs[2]))) * one > 0:
        return True
    return (_bound(ours[0], ours[1]), _bound(ours[0], ours[2])) == (one, two)


def _numbers_names(text: str, one: Token, two: Token) -> bool:
    """Whether two numbers count names of one stem that stand side by side: `pkg1 [pkg2 …]`."""
    stem = _STEM.search(text, max(0, one[1] - _NEAR), one[1])
    other = _STEM.search(text, max(0, two[1] - _NEAR), two[1])
    if stem is None or other is None:
        return False
    name = other[1]
    return stem[1].endswith(name) and not any(char.isalnum() for char in text[one[2] : two[1]].replace(name, ""))


def _is_of_name(text: str, token: Token) -> bool:
    """Whether a number is glued to a Latin name, which moves as a whole: `RFC4941`, `UTF-8`."""
    return re.search(r"[A-Za-z_][-_]?$", text[max(0, token[1] - 2) : token[1]]) is not None


def _across(source: str, target: str, ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[Token, Token] | None:
    """Two tokens of which each stands in the other's line or sentence, where all others are in their own."""
    for cut in (abreast.lines, abreast.spans):
        parts = cut(source), cut(target)
        if not 2 <= len(parts[0]) == len(parts[1]):
            continue
        dealt = [_dealt(spans, tokens) for spans, tokens in zip(parts, (ours, theirs), strict=True)]
        apart = [(at, one - two, two - one) for at, (one, two) in enumerate(zip(*dealt, strict=True)) if one != two]
        if len(apart) != 2:
            continue
        (first, lost, new), (last, gone, other) = apart
        if lost == other and new == gone and sum(lost.values()) == sum(new.values()) == 1:
            found = [
                next(each for each in theirs if each[0] in name and parts[1][at][0] <= each[1] < parts[1][at][1])
                for at, name in ((first, new), (last, other))
            ]
            if (found[0][0][0] in "%{") == (found[1][0][0] in "%{"):
                return found[0], found[1]
    return None


def across(
    source: str, target: str, ours: Sequence[Token], theirs: Sequence[Token]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the target has two values of which each stands in the other's line or sentence, all others in their own.

    >>> ours, theirs = [("2", 0, 3), ("3", 9, 14), ("4", 20, 23)], [("2", 0, 1), ("4", 4, 5), ("3", 9, 10)]
    >>> across("Two, and three. The 4th.", "2 と 4 番目。 3 番目。", ours, theirs)
    ((4, 5), (9, 10))
    """
    found = _across(source, target, ours, theirs)
    return ((found[0][1], found[0][2]), (found[1][1], found[1][2])) if found is not None else None


def _dealt(spans: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> list[Counter[str]]:
    """How often each token stands in each of the spans."""
    out = []
    at = 0
    for start, end in spans:
        count: Counter[str] = Counter()
        while at < len(tokens) and tokens[at][1] < end:
            if tokens[at][1] >= start:
                count[tokens[at][0]] += 1
            at += 1
        out.append(count)
    return out
