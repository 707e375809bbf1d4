"""What keeps a number company in both texts: its unit, the word beside it, a Latin name, a sign, its tag.

Words move and take their numbers along; a number that left its companions, which another one has
now, changed places with it, wherever both stand. A companion tells most where it has one number only.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from translator.languages import neighbours, units
from translator.languages.numerals import Number
from translator.languages.verbatim import fold

Key = Fraction | str
Span = tuple[int, int]
_MOST = 40
_ENOUGH = 3.0
_SURELY = 5.0
_OFTEN = 4
_NEAR = 12
# A sign right in front of a number, or behind it.
_BEFORE = re.compile(
    r"(?P<attribute>[a-z-]+)=[\"']?[^\"'<>]*$|(?P<property>[a-z-]{4,}): ?$|(?P<sign>[#+<>=≥≤≧≦§±×~$€£¥]) ?[\"'`“]*$"
)
_NAME = re.compile(r"(?P<name>[A-Za-z][A-Za-z+]*)[ _.-]?$")
_BEHIND = re.compile(r" ?(?P<sign>[%‰°×])|[ -]?(?P<name>[A-Za-z][A-Za-z+]+)(?![A-Za-z])")
_LEAST = re.compile(
    r"(?:at least|no (?:less|fewer) than|至少|不少[于於]|不小[于於]|>=|≥|≧) ?[`\"'“]*$|(?:大[于於]或?等[于於]) ?$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\W{0,3}[^\W\d_]{0,5}?(?:以上|或更?[多高大])|[`\"'” ]*(?:[a-z]+ )?or (?:more|greater|later|higher|above|several)",
    re.IGNORECASE,
)
# “zero, one or more” are none or more.
_FROM_NONE = re.compile(r"(?:zero|0|零)\W{0,2}(?:[个個]\W{0,2})?(?:or )?$", re.IGNORECASE)
_AT_MOST = re.compile(
    r"\W{0,3}[^\W\d_]{0,5}?(?:以下|以内|以內)|[`\"'” ]*(?:[a-z]+ )?or (?:less|fewer|below|lower|earlier|smaller)",
    re.IGNORECASE,
)


def turned(source: str, target: str, ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Number, Number] | None:
    """The two numbers of the target of which each stands with the other's companions."""
    if not 1 <= len(ours) <= _MOST or not 2 <= len(theirs) <= _MOST:
        return None
    counts = Counter(_key(each) for each in ours), Counter(_key(each) for each in theirs)
    known = {key for key, count in counts[0].items() if counts[1][key] == count}
    if not known or (len(known) == 1 and _AT_LEAST.search(source) is None):
        return None
    sides = _companions(source, ours), _companions(target, theirs)
    votes: dict[tuple[Key, Key], float] = defaultdict(float)
    for name in sorted(sides[0].keys() & sides[1].keys()):
        one, two = sides[0][name], sides[1][name]
        if one.total() != two.total() or one.total() > _OFTEN:
            continue
        lost, new = one - two, two - one
        if lost.total() == 1:
            (before,), (after,) = lost, new
            if before in counts[1] and ((before in known and after in known) or name[0] == "b"):
                votes[before, after] += _WEIGHTS[name[0]]
    best: tuple[float, Key, Key] | None = None
    for (before, after), weight in votes.items():
        total = weight + votes.get((after, before), 0) - _against(sides, before, after)
        if total >= _ENOUGH and (best is None or total > best[0]):
            best = total, before, after
    if best is None:
        return None
    first = next(each for each in theirs if _key(each) == best[2])
    second = next(each for each in theirs if _key(each) == best[1])
    low, high = sorted((first, second), key=lambda each: each.start)
    between = target[low.end : high.start]
    if len(between) <= _NEAR and (_PART.search(between) or _COMPARED.search(between)):
        return None
    # 0,1,3M 18.4→10.8→7.9 is “18.4 at 0, 10.8 at 1, 7.9 at 3 months”.
    held = [(each.start, each.end) for each in ours]
    chosen = [
        (each.start, each.end) for each in ours if _key(each) in best[1:] and (best[0] < _SURELY or each.kind != "time")
    ]
    return None if any(is_linked(source, each, held) for each in chosen) else (low, high)


# What languages put at different ends of a clause: “41%, compared with 12%” is 12%に対し、41%.
TURNING = re.compile(
    r"(?<![A-Za-z])(?:compared|versus|vs|against|than|from|because|if|when|unless|before|after|until|since)(?![A-Za-z])"
    r"|(?<!に)より|に対[しす]|[に与與和跟同と相][比较較]|[从從自由]|から|因为|因為|由于|由於|如果|若|ため|場合|[之以][前后後]|の[前後]"
)
# 98人中3人 is “3 of 98”.
_PART = re.compile(
    r"(?<![A-Za-z])(?:of|in|out|per|for|every|each)(?![A-Za-z])|[中内內]|うち|[計计共]|(?<![A-Za-z])total(?![A-Za-z])|[每毎]|ごと|あたり|[分の的之对對]|につき|でなく|ではなく|而不是|(?<![A-Za-z])(?:instead|rather|not)(?![A-Za-z])"
)


# “3.1, compared with 3.0” is 3.0 と比較した 3.1.
_COMPARED = re.compile(r"比[べ较較]")


def tells_otherwise(between: str) -> bool:
    """Whether what stands between two values is said from the other end in another language.

    >>> tells_otherwise(" of the "), tells_otherwise(", the second is ")
    (True, False)
    """
    return TURNING.search(between) is not None or _PART.search(between) is not None


# What is glued to a value, or stands as a counter behind it.
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z_]+[ _.\-:`]{0,2}|[^\w\s]{1,3}\s?)$")
_GLUED_BEHIND = re.compile(r"\s?(?:[^\w\s]{1,2}|[A-Za-z]+|[年月日时時分秒人名個个位字行列点點岁歳件種种次回倍度级級])")
# Marks and small words that stand beside any value.
_PLAIN = re.compile(r"[,.、。，()（）`:：;；]+|an?|the|and|or|to|of|in", re.IGNORECASE)


def keeps(
    source: str, target: str, *, couples: Sequence[tuple[Span, Span]], held: tuple[Sequence[Span], Sequence[Span]]
) -> bool:
    """Whether one of some values has a companion in both texts, or is a link of a list: a couple is where it stands in each.

    >>> keeps("3 files, 12 days", "12 日、3 ファイル", couples=[((0, 1), (5, 6))], held=([(0, 1), (9, 11)], [(0, 2), (5, 6)]))
    True
    """
    texts = fold(source), fold(target)
    if any(
        is_linked(text, span, side) for couple in couples for text, span, side in zip(texts, couple, held, strict=True)
    ):
        return True
    around = neighbours.beside(texts[0], held[0]), neighbours.beside(texts[1], held[1])
    for couple in couples:
        (concepts, latin, kana), (others, words, loans) = (
            told(span) for told, span in zip(around, couple, strict=True)
        )
        if (concepts & others) - neighbours.ROLES or latin & words:
            return True
        if neighbours.loans(latin, loans) or neighbours.loans(words, kana):
            return True
        if _glue(texts[0], couple[0]) & _glue(texts[1], couple[1]):
            return True
    return False


def keep_apart(
    source: str, target: str, *, couples: Sequence[tuple[Span, Span]], held: tuple[Sequence[Span], Sequence[Span]]
) -> bool:
    """Whether every one of some values took companions of its own along, which none of the others has.

    >>> couples = [((0, 2), (6, 8)), ((6, 8), (0, 2))]
    >>> keep_apart("50 mg、12週間", "12周，每次50 mg", couples=couples, held=([(0, 2), (6, 8)], [(0, 2), (6, 8)]))
    True
    """
    texts = fold(source), fold(target)
    around = neighbours.beside(texts[0], held[0]), neighbours.beside(texts[1], held[1])
    seen: set[str] = set()
    for ours, theirs in couples:
        (concepts, latin, _), (others, words, _) = around[0](ours), around[1](theirs)
        both = (
            ((concepts & others) - neighbours.ROLES)
            | (latin & words)
            | (_glue(texts[0], ours) & _glue(texts[1], theirs))
        )
        if not both or both & seen:
            return False
        seen |= both
    return True


_LINK = re.compile(
    r"[^\w\s]?\s*(?:→|->|~|～|〜|–|-|,|、|，|/|:|to|through|from|and|or|から|到|至|和|或|与|與|と|や)\s*[^\w\s]?",
    re.IGNORECASE,
)


def is_linked(text: str, span: Span, held: Sequence[Span]) -> bool:
    """Whether nothing but a joint stands between a value and another one: a list or a chain moves as a whole.

    >>> is_linked("18.4→10.8, 3", (0, 4), [(0, 4), (5, 9), (11, 12)])
    True
    """
    at = list(held).index(span)
    beside = itertools.pairwise(held[max(0, at - 1) : at + 2])
    return any(_LINK.fullmatch(text, one[1], two[0]) for one, two in beside)


def _glue(text: str, span: Span) -> frozenset[str]:
    found = (_GLUED_BEFORE.search(text[max(0, span[0] - 16) : span[0]]), _GLUED_BEHIND.match(text, span[1]))
    signs = (each[0].strip().lower() if each else "" for each in found)
    return frozenset(
        f"{side}{sign}" for side, sign in zip("<>", signs, strict=True) if sign and not _PLAIN.fullmatch(sign)
    )


def _against(sides: tuple[dict[str, Counter[Key]], dict[str, Counter[Key]]], one: Key, two: Key) -> float:
    """What tells the two numbers apart, and kept its number."""
    return sum(
        _WEIGHTS[name[0]]
        for name in sides[0].keys() & sides[1].keys()
        if (a := sides[0][name])[one] != a[two] and (b := sides[1][name])[one] == a[one] and b[two] == a[two]
    )


_WEIGHTS = {"u": 2.0, "c": 2.0, "l": 1.0, "n": 3.0, "s": 2.0, "a": 3.0, "b": 3.0, "r": 0.5, "k": 2.0}


def _key(number: Number) -> Key:
    return abs(number.value)


def _companions(text: str, numbers: Sequence[Number]) -> dict[str, Counter[Key]]:
    """The numbers that each companion has."""
    found: dict[str, Counter[Key]] = defaultdict(Counter)
    for number, name in _named(text, numbers):
        found[name][_key(number)] += 1
    return found


def _named(text: str, numbers: Sequence[Number]) -> Iterator[tuple[Number, str]]:
    held = sorted({(each.start, each.end) for each in numbers})
    around = neighbours.beside(text, held)
    measured = {each.number.start: each for each in units.of_numbers(text, tuple(numbers)) if not each.is_implied}
    plain = fold(text)
    for each in numbers:
        names = set()
        span = each.start, each.end
        concepts, latin, _ = (frozenset[str](),) * 3 if is_linked(plain, span, held) else around(span)
        names |= {("r" if one in neighbours.ROLES else "c") + one for one in concepts}
        names |= {"l" + one for one in latin}
        if each.start in measured:
            names |= {"u" + "/".join(sorted(measured[each.start].dimensions))}
        before = plain[max(0, each.start - 40) : each.start]
        match = _BEFORE.search(before)
        if match and match.lastgroup:
            names.add(("s<" if match.lastgroup == "sign" else "a") + match[match.lastgroup])
        match = _NAME.search(before)
        if match:
            names.add("n<" + match[1].lower())
        match = _BEHIND.match(plain, each.end)
        if match and match.lastgroup:
            names.add(("s>" if match.lastgroup == "sign" else "n>") + match[match.lastgroup].lower())
        if _LEAST.search(before) or (_AT_LEAST.match(plain, each.end) and not _FROM_NONE.search(before)):
            names.add("b≥")
        if _AT_MOST.match(plain, each.end):
            names.add("b≤")
        for one in names:
            yield each, one
