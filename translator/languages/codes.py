"""Codes and acronyms that two texts should share letter by letter: `dsDNA`, `SLEDAI`, `UTF-8`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translator.languages.quantities import Difference
from translator.languages.verbatim import codes, fold

_JOINTS = re.compile(r"[-_ ]")
_DIGITS = re.compile(r"[0-9.]")
# `UTF-` and `COVID-`: a hyphen with nothing behind it.
_CUT = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]+)-(?![A-Za-z0-9_>-]|-[- ])", re.ASCII)

Code = tuple[str, int, int]


def compare_codes(source: str, target: str) -> tuple[Difference, ...]:
    """The codes that a translation changes: those it has not, where it has one much like it.

    Case, hyphens and blanks are free (`IL-6`, `IL6`); a code that is left out, or said in words
    (WHO, 世界卫生组织), is no difference; one cut short (`UTF-`) is.

    >>> [each.message for each in compare_codes("抗dsDNA 抗体と UTF-8", "anti-ssDNA and UTF-8")]
    ['code dsDNA → ssDNA']
    """
    ours, theirs = codes(source), codes(target)
    if not ours:
        return ()
    plain_target, plain_source = _plain(fold(target)), _plain(fold(source))
    lost = [each for each in ours if _plain(each[0]) not in plain_target]
    new = [each for each in theirs if _plain(each[0]) not in plain_source]
    out = []
    for rival in new:
        code = next((each for each in lost if _is_near(each[0], rival[0])), None)
        # UTF-3 beside UTF-8 is a slip too, although no UTF-8 may be missing.
        code = code or next((each for each in ours if _is_numbered_like(each[0], rival[0])), None)
        if code is not None:
            if code in lost:
                lost.remove(code)
            out.append(Difference("code", f"code {code[0]} → {rival[0]}", code[1:], rival[1:]))
    return (*out, *_cut(ours, source, target))


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
