"""Codes and acronyms that two texts should share letter by letter: `dsDNA`, `SLEDAI`, `UTF-8`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from translator.languages import numbers
from translator.languages.quantities import Difference
from translator.languages.verbatim import codes, fold

_JOINTS = re.compile(r"[-_ ]")
_DIGITS = re.compile(r"[0-9.]")
# Two capitals or more and a number: `SDF-1`, `HTML5`, `dsDNA2`; not `N-1`.
_NUMBERED = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z]+-?[0-9]{1,9}[A-Za-z]?")
_SPOKEN = re.compile(r"(?:COVID|CO2|H2O|P2P|B2B|B2C|O2O|C2C|I18N|L10N|A11Y|SARS|PM2)", re.IGNORECASE)
# How many changed codes of one text are looked at.
_MOST = 64
# `UTF-` and `COVID-`: a hyphen with nothing behind it.
_CUT = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]+)-(?![A-Za-z0-9_>-]|-[- ])", re.ASCII)

Code = tuple[str, int, int]


def compare_codes(source: str, target: str) -> tuple[Difference, ...]:
    """The codes that a translation changes: those it has not, where it has one much like it.

    Case, hyphens and blanks are free (`IL-6`, `IL6`); an acronym that is said in words (WHO, 世界卫生组织)
    is no difference; a code cut short (`UTF-`), or one with a number that is left out, is.

    >>> [each.message for each in compare_codes("抗dsDNA 抗体と UTF-8", "anti-ssDNA and UTF-8")]
    ['code dsDNA → ssDNA']
    """
    ours, theirs = codes(source), codes(target)
    if not ours:
        return ()
    plain_target, plain_source = _plain(fold(target)), _plain(fold(source))
    lost = [each for each in ours if _plain(each[0]) not in plain_target][:_MOST]
    new = [each for each in theirs if _plain(each[0]) not in plain_source][:_MOST]
    out = []
    for rival in new:
        code = next((each for each in lost if _is_near(each[0], rival[0])), None)
        # UTF-3 beside UTF-8 is a slip too, although no UTF-8 may be missing.
        code = code or next((each for each in ours[:_MOST] if _is_numbered_like(each[0], rival[0])), None)
        if code is not None:
            if code in lost:
                lost.remove(code)
            out.append(Difference("code", f"code {code[0]} → {rival[0]}", code[1:], rival[1:]))
    return (*out, *_cut(ours, source, target), *_left_out(lost, target))


def _left_out(lost: Sequence[Code], target: str) -> Iterator[Difference]:
    """Codes with digits of which the target has neither the letters nor the number.

    A few are said in words: COVID-19 is 新冠, CO2 is 二氧化碳.
    """
    doubtful = [each for each in lost if _NUMBERED.fullmatch(each[0]) and not _SPOKEN.match(each[0])]
    if not doubtful:
        return
    plain = _plain(fold(target))
    said = {abs(each.value) for each in numbers.read(target)}
    for name, start, end in doubtful:
        letters = _DIGITS.sub("", _plain(name))
        values = {Fraction(each) for each in re.findall("[0-9]{1,9}", name)}
        if letters not in plain and not values & said:
            yield Difference("code", f"code {name} is missing", (start, end), None)


def _cut(ours: Sequence[Code], source: str, target: str) -> Iterator[Difference]:
    """Codes of which the target has only the letters and the hyphen."""
    known = {match[1].lower() for match in _CUT.finditer(source)}
    for match in _CUT.finditer(fold(target)):
        stem = match[1].lower()
        code = next((each for each in ours if each[0].lower().startswith(f"{stem}-")), None)
        if code is not None and stem not in known:
            yield Difference("code", f"code {code[0]} → {match.group()}", code[1:], match.span())


def _plain(text: str) -> str:
    return _JOINTS.sub("", text).lower()


def _is_numbered_like(one: str, two: str) -> bool:
    """Whether two codes differ in their digits alone: `UTF-8`, `UTF-3`."""
    letters = [_DIGITS.sub("", _plain(each)) for each in (one, two)]
    return letters[0] == letters[1] != "" and one[-1].isdecimal() and two[-1].isdecimal()


def _is_near(one: str, two: str) -> bool:
    """Whether one slip makes one code of another: one character more, less or other."""
    if _is_numbered_like(one, two):
        return True
    one, two = _plain(one), _plain(two)
    if min(len(one), len(two)) < 3 or abs(len(one) - len(two)) > 1:
        return False
    if len(one) == len(two):
        # CREA, CERA
        return sorted(one) == sorted(two) or sum(a != b for a, b in zip(one, two, strict=True)) == 1
    short, long = sorted((one, two), key=len)
    if long == f"{short}s":
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
