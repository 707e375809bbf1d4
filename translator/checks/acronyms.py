"""Acronyms and codes that the translation must show as the source does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check
from translator.languages.verbatim import codes, fold, is_said_apart


@check("acronym-mismatch", severity="warning")
def acronym_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """An acronym or code of a Chinese or Japanese source is not in the translation.

    `SLEDAI`, `dsDNA`, `CREA`, `BM-IV` are the same in all languages. English acronyms are often
    translated, so that an English source is not held to it.

    Bad: `抗dsDNA抗体` → `anti-DNA antibody`
    Good: `抗dsDNA抗体` → `anti-dsDNA antibody`
    """
    if pair.is_empty or pair.source_tag == "en" or pair.source.isascii():
        return
    yield from _misspelt(pair)
    target = pair.target_digits.lower()
    told: set[str] = set()
    for code, _, _ in codes(pair.source):
        if code in told or code.rstrip("s").lower() in target or _is_spelled_out(code, target):
            continue
        if code.lower() not in target and not is_said_apart(code, target):
            told.add(code)
            yield Fault(f"{code} is missing in the translation")


def _misspelt(pair: Pair) -> Iterator[Fault]:
    """Codes of the target that the source does not have, but for one letter."""
    known = {code.lower() for code, _, _ in codes(pair.source)}
    source = pair.source.lower()
    for code, start, end in codes(pair.target_digits):
        lower = code.lower()
        if (
            len(code) < 3
            or lower in known
            or code[-1] == "s"
            or re.search(rf"(?<![a-z]){re.escape(lower)}(?![a-z])", source)
        ):
            continue
        near = next((each for each in known if len(each) > 3 and each.isalpha() and _is_near(each, lower)), None)
        if near:
            yield Fault(f"{code} is not in the source, {near.upper()} is", (start, end))


def _is_near(one: str, two: str) -> bool:
    """Whether two words differ in one letter: changed, left out or added.

    >>> _is_near("crea", "cre"), _is_near("crea", "croa"), _is_near("crea", "rea2")
    (True, True, False)
    """
    if abs(len(one) - len(two)) > 1 or one == two:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    short, long = sorted((one, two), key=len)
    return one[at + 1 :] == two[at + 1 :] if len(one) == len(two) else short[at:] == long[at + 1 :]


def _is_spelled_out(code: str, target: str) -> bool:
    """Whether a code with a number is told in words: `COVID-19` by 2019冠状病毒病."""
    digits = "".join(char for char in code if char.isdecimal())
    return bool(digits) and digits in target and not any("a" <= char <= "z" for char in target)


_HAS_NUMBERED = re.compile("[A-Za-zＡ-Ｚａ-ｚ][-_ ]?[0-9０-９]")
_NUMBERED = re.compile(r"(?<![A-Za-z0-9_])([A-Za-z]{2,12})([-_ ]?)([0-9]{1,5})(?![A-Za-z0-9_]|,[0-9]{3})")


@check("identifier-mismatch", severity="error")
def identifier_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A name with a number became the same name with another number, or lost it.

    `UTF-8`, `SDF-1`, `COVID-19`, `RFC 5424`: the number is a part of the name and the same in all
    languages.

    Bad: `UTF-8 で保存` → `saved as UTF-3`
    Good: `UTF-8 で保存` → `saved as UTF-8`
    """
    if pair.is_empty or pair.is_copy:
        return
    if not _HAS_NUMBERED.search(pair.source):
        return
    ours = Counter((match[1].lower(), match[3]) for match in _NUMBERED.finditer(fold(pair.source)))
    if not ours:
        return
    target = fold(pair.target)
    theirs = Counter((match[1].lower(), match[3]) for match in _NUMBERED.finditer(target))
    for (name, number), count in ours.items():
        if theirs[name, number] >= count:
            continue
        other = next((each for each in theirs if each[0] == name and each not in ours), None)
        lost = re.search(rf"(?<![A-Za-z0-9_])({re.escape(name)})[-_](?![A-Za-z0-9_*])", target, re.IGNORECASE)
        if other:
            at = re.search(rf"(?<![A-Za-z0-9_]){re.escape(name)}[-_ ]?{other[1]}", target, re.IGNORECASE)
            yield Fault(f"{name} {number} became {name} {other[1]}", at.span() if at else None)
        elif lost:
            yield Fault(f"{name} lost its number {number}", lost.span())
