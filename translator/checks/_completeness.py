"""Whether a target stops before its source does: from how much it says and how it ends."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files

from translator.checks._english import is_stub, is_word
from translator.checks._extent import ratio
from translator.checks._memory import differing
from translator.checks._subject import Pair
from translator.checks._tokens import addresses, formats, literals, roles
from translator.languages.verbatim import codes, fold

_TERMINAL = re.compile(r"(?:[.。．!！?？…]|&hellip;)[\"”」』)）\]］\s`*]*$")
_MARKED = re.compile(r"[.。．!！?？…:：;；,，、\"”」』)）\]］>`*]+\s*$")
_STOP = re.compile(r"[。．！？!?]|\.(?=\s|$)")
_LAST_LATIN = re.compile(r"[A-Za-z]+$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,}")
_DIGITS = re.compile(r"[0-9]+")
_HANGING = {
    "en": re.compile(
        r"\b(?:the|a|an|of|to|in|on|at|by|for|with|from|and|or|but|is|are|was|were|be|been|that|this|which|as|if|not"
        r"|your|its|their|has|have|can|will|you|it|when|than|into)\s*$",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"(?:[がをはへにのとも、（(「『“っゃゅょッャュョ]|で)\s*$"),
    "zh": re.compile(r"(?:[的和与及或在将把被对从为、（(“《]|\s)$"),
}
_TAIL = 60
"""How much of a text's end is looked at."""
_PAIRS = ("()", "（）", "“”", "「」", "『』", "《》", "<>")
# Fitted by logistic regression (benchmarks/fit_completeness.py) in the order of `_features`.
_WEIGHTS = (-6.31, -0.89, -3.06, -0.52, -3.69, 4.72, 3.14, 3.35, 2.41, 5.06, 1.04, -3.35, 1.25, 4.0, -0.68, -1.34, 1.05)


def incompleteness(pair: Pair) -> float:
    """How likely the target stops too early, as log odds; found once for a pair."""
    found: float | None = pair.memory.get("incompleteness")
    if found is None:
        values = features(pair)
        found = _NOTHING
        if values and (pair.source_extent >= _SHORT or _is_abrupt(values)):
            found = sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
        pair.memory["incompleteness"] = found
    return found


_NOTHING = -9.0
_SHORT = 8.0
"""A text below this extent is not called incomplete for its length alone."""


def _is_abrupt(values: tuple[float, ...]) -> bool:
    """Whether the end itself speaks: no full stop, a hanging word, an open bracket, a stub, a rare end."""
    return bool(values[5] or values[6] or values[7] or values[9]) or values[15] < -1.5


def features(pair: Pair) -> tuple[float, ...]:
    """What the fit sees of a pair; empty where it plainly says enough."""
    source, target = pair.source.strip()[-_TAIL:], pair.target[-_TAIL:]
    before = pair.source_extent
    apart = max(-1.6, min(ratio(before, pair.target_extent), 0.8))
    if apart > 0.8:
        return ()
    unended = bool(_TERMINAL.search(source)) and not _TERMINAL.search(target)
    if apart > -0.15 and not unended:
        return ()
    size = min(math.log2(before + 1), 6.5)
    short = min(0.0, apart + 0.5)
    lost = _lost(pair)
    end = _end(target, pair.tag[:2])
    return (
        1.0,
        apart,
        apart * size,
        size,
        min(apart, 0.0) ** 2,
        float(unended),
        float(_is_hanging(source, target, pair.tag[:2])),
        float(_is_open(pair.source, pair.target)),
        float(not unended and bool(_MARKED.search(source)) and not _MARKED.search(target)),
        float(pair.tag == "en" and _ends_in_stub(pair.source, target)),
        float(not unended and len(_STOP.findall(pair.source.strip())) > len(_STOP.findall(pair.target))),
        short,
        short * size,
        float(lost > 0),
        float(lost if apart < -0.2 else 0),
        end,
        min(0.0, end + 1.5),
    )


def _is_hanging(source: str, target: str, language: str) -> bool:
    pattern = _HANGING.get(language)
    return bool(pattern and pattern.search(target)) or (target[-1:] == " " and source == source.rstrip())


def _is_open(source: str, target: str) -> bool:
    """Whether the target opens a bracket or quotation that the source closes."""
    return any(
        target.count(each[0]) > target.count(each[1]) and source.count(each[0]) <= source.count(each[1])
        for each in _PAIRS
    )


def _ends_in_stub(source: str, target: str) -> bool:
    last = _LAST_LATIN.search(target)
    return last is not None and last[0] not in source and is_stub(last[0])


def _lost(pair: Pair) -> int:
    """How much of what stays the same in all languages the target lacks, 3 at most."""
    source, target = pair.source, pair.target
    count = sum(len(differing(pair, each)[0]) for each in (formats, roles, literals, addresses))
    if pair.source_tag == "en":
        count += sum(each[0] not in target for each in set(codes(source)))
    else:
        lowered = target.lower()
        # `cell数` may be 細胞数, but SLE stays SLE.
        names = {each for each in _LATIN.findall(pair.source_prose) if not (each.islower() and is_word(each))}
        count += sum(each.lower() not in lowered for each in names)
    digits = set(_DIGITS.findall(fold(pair.source_prose)))
    if digits:
        folded = fold(target)
        count += sum(each not in folded for each in digits)
    return min(count, 3)


@cache
def _ends() -> dict[str, dict[str, float]]:
    """Language → character → how much more often than others it ends a text (natural logarithm)."""
    text = (files(__package__) / "data" / "ends.tsv").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            language, value, chars = line.split("\t")
            found.setdefault(language, {}).update(dict.fromkeys(chars, float(value)))
    return found


def _end(target: str, language: str) -> float:
    """How usual the last character is as an end: below 0 where it is seldom one."""
    last = target.strip()[-1:]
    return 0.0 if not last or last.isascii() else _ends().get(language, {}).get(last, 0.0)
