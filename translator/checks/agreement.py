"""The languages of a project compared with each other: what one source became in each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from translator.checks._subject import ProjectSubject, Variant
from translator.checks._value import Context, Fault, check
from translator.errors import shorten
from translator.languages.quantities import Difference, compare
from translator.languages.verbatim import codes, is_said_apart, is_said_in_figures


@check("locales-disagree", severity="warning", scope="project")
def locales_disagree(subject: ProjectSubject, context: Context) -> Iterator[Fault]:
    """The translations of one source in two locales differ in numbers, units or acronyms.

    Each may pass beside its source, where that says a number in words; beside each other they must
    say the same. Told once for a source, for the two that differ first.

    Bad: `约一年` → `約1年` in ja, `about 2 years` in en
    Good: `约一年` → `約1年` in ja, `about one year` in en
    """
    for key, variants in subject.sources.items():
        told = next((each for one, two in combinations(variants, 2) for each in _differences(one, two)), None)
        if told:
            yield Fault(told[1], key=key, locale=told[0])


def _differences(one: Variant, two: Variant) -> Iterator[tuple[str, str]]:
    """(locale, message) of each difference of two translations."""
    if one.target == two.target:
        return
    for each in compare(one.target, two.target, one.tag, two.tag):
        if each.kind != "reordered":
            # In which order languages tell things is their own: third floor, Room 5.
            yield two.locale, _told(each, one, two.locale)
    if "en" in (one.tag, two.tag):
        # English spells out what Chinese and Japanese write in letters, but never the reverse.
        asian, english = (one, two) if two.tag == "en" else (two, one)
        lowered = english.target.lower()
        for code, _, _ in codes(asian.target):
            is_said = code in _FREE or is_said_apart(code, lowered) or is_said_in_figures(code, lowered)
            if code.lower() not in lowered and not is_said:
                yield english.locale, f"{code} is in {asian.locale} but not in {english.locale}"


def _told(difference: Difference, one: Variant, locale: str) -> str:
    """How the translation in a locale differs from another one."""
    shown = f"“{shorten(one.target, 40)}”"
    for word, end in (("missing", " is missing"), ("added", " is added")):
        if difference.kind == word and difference.message.endswith(end):
            thing = difference.message.removesuffix(end)
            has = (one.locale, locale) if word == "missing" else (locale, one.locale)
            return f"{thing} is in {has[0]} but not in {has[1]} ({one.locale}: {shown})"
    return f"{difference.message} from {one.locale} ({shown}) to {locale}"


_FREE = ("ID", "OK")
"""What one language may say beside a name, and another leave out: 微信号, WeChat ID."""
