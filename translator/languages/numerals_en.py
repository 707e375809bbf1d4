"""What English number words say: `twenty-one`, `three hundred and five`, `two thirds`, `dozen`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

_CARDINALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENTHS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]

CARDINAL = {word: value for value, word in enumerate(_CARDINALS)} | {
    word: 20 + 10 * index for index, word in enumerate(_TENS)
}
ORDINAL = {word: value for value, word in enumerate(_ORDINALS)} | {
    word: 20 + 10 * index for index, word in enumerate(_TENTHS)
}
SCALE = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9, "dozen": 12,
}  # fmt: skip
LOOSE = {
    "once": Fraction(1), "twice": Fraction(2), "thrice": Fraction(3), "half": Fraction(1, 2),
    "halves": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4),
    "dozens": Fraction(12), "hundreds": Fraction(100), "thousands": Fraction(1000),
    **{f"{word[:-1]}ies": Fraction(20 + 10 * index) for index, word in enumerate(_TENS)},
    "millions": Fraction(10**6), "billions": Fraction(10**9),
}  # fmt: skip
MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul",
            "August Aug", "September Sept Sep", "October Oct", "November Nov", "December Dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip

_PLURAL = {f"{word}s": Fraction(1, value) for word, value in ORDINAL.items() if value > 2}
_JOINT = re.compile(r"(?: and a | and |-and-|(?<=half) an? |(?<=Half) an? |[ -])(?=[A-Za-z])")


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, that fails at the first wrong letter.

    >>> alternation(("two", "ten", "tens"))
    '(?:t(?:en(?:s)?|wo))'
    """
    tree: dict[str, object] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, object]) -> str:
    out = []
    for char in sorted(tree):
        if not char:
            continue
        rest, text = tree[char], re.escape(char)
        while isinstance(rest, dict) and len(rest) == 1 and "" not in rest:
            [(following, rest)] = rest.items()
            text += re.escape(following)
        assert isinstance(rest, dict)
        out.append(text + (_branches(rest) if any(rest) else ""))
    joined = f"(?:{'|'.join(out)})"
    return f"{joined}?" if "" in tree else joined


WORDS = (*CARDINAL, *ORDINAL, *SCALE, *LOOSE, *_PLURAL)
WORD = alternation(WORDS)
_WORD = re.compile(rf"{WORD}(?![A-Za-z0-9_])", re.IGNORECASE)
_FRACTION = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    f"{word}{s}": value for word, value in ORDINAL.items() if value > 2 for s in ("", "s")
}


def phrase(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The number words from an offset on, in lower case, and the offset where they end."""
    words: list[str] = []
    end = at
    while True:
        match = _WORD.match(text, at)
        if match is None or (words and not _continues(words, match.group().lower())):
            return tuple(words), end
        words.append(match.group().lower())
        end = match.end()
        joint = _JOINT.match(text, end)
        if joint is None:
            return tuple(words), end
        at = joint.end()


def _continues(words: list[str], word: str) -> bool:
    """Whether a number word goes on with the number before it: `twenty one`, not `one two`."""
    last = words[-1]
    if words == ["half"] and word in SCALE:
        return True
    if last in ORDINAL or last in LOOSE or last in _PLURAL or last == "zero":
        return False
    if word in SCALE:
        return True
    if word in _FRACTION and last in CARDINAL:
        # “twenty-fifth” goes on as an ordinal, “two thirds” as a fraction.
        return True
    if word in ORDINAL:
        return last in SCALE or last in _TENS
    if word not in CARDINAL:
        return False
    return (last in SCALE and last != "dozen") or (last in _TENS and 0 < CARDINAL[word] < 10)


def value(words: tuple[str, ...]) -> tuple[Fraction, str]:
    """What number words say, and their kind: cardinal, ordinal or fraction.

    >>> value(("three", "hundred", "five")), value(("two", "thirds"))
    ((Fraction(305, 1), 'cardinal'), (Fraction(2, 3), 'fraction'))
    """
    last = words[-1]
    if len(words) == 1 and last in LOOSE:
        return LOOSE[last], "fraction" if LOOSE[last] < 1 else "cardinal"
    if len(words) == 1 and last in _PLURAL:
        return _PLURAL[last], "fraction"
    if words[0] == "half" and last in SCALE:
        return Fraction(SCALE[last], 2), "cardinal"
    if len(words) > 1 and last in _FRACTION and not (words[-2] in _TENS and not last.endswith("s")):
        whole = value(words[:-1])[0]
        if last in ("half", "quarter") and whole != 1:
            return whole + Fraction(1, _FRACTION[last]), "fraction"
        return whole / _FRACTION[last], "fraction"
    total = section = 0
    for word in words:
        if word in SCALE and SCALE[word] in (100, 12):
            section = (section or 1) * SCALE[word]
        elif word in SCALE:
            total, section = total + (section or 1) * SCALE[word], 0
        else:
            section += CARDINAL.get(word, ORDINAL.get(word, 0))
    is_ordinal = last in ORDINAL or (last in SCALE and last.endswith("th"))
    return Fraction(total + section), "ordinal" if is_ordinal else "cardinal"
