"""Acronyms and codes that the translation must show as the source does."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check
from translator.languages.verbatim import codes


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
    target = pair.target.lower()
    told: set[str] = set()
    for code, _, _ in codes(pair.source):
        if code in told or code.rstrip("s").lower() in target or _is_spelled_out(code, target):
            continue
        if code.lower() not in target:
            told.add(code)
            yield Fault(f"{code} is missing in the translation")


def _is_spelled_out(code: str, target: str) -> bool:
    """Whether a code with a number is told in words: `COVID-19` by 2019冠状病毒病."""
    digits = "".join(char for char in code if char.isdecimal())
    return bool(digits) and digits in target and not any("a" <= char <= "z" for char in target)
