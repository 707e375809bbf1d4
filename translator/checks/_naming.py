"""What a number that differs belongs to, so that a finding names it: a date, a telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.languages.difference import Difference

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DATE = re.compile(
    rf"[0-9一二三四五六七八九十]{{1,3}} ?月 ?[0-9一二三四五六七八九十]{{1,3}} ?[日号號]|\b(?:{_MONTHS})\b\.? [0-9]{{1,2}}(?:st|nd|rd|th)?(?![0-9])"
    rf"|(?<![0-9])[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b|(?<![0-9/])[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/])"
)
_PHONE = re.compile(
    r"(?<![0-9A-Za-z./-])(?:\+[0-9]{1,3}[ -]?)?(?:\(0?[0-9]{1,4}\)[ -]?|（0?[0-9]{1,4}）)?[0-9]{2,5}(?:[-‐–][0-9]{2,4}){1,3}(?![0-9A-Za-z/-])"
)
_IS_PHONE = re.compile(r"^[+(（]?0|-[0-9]{2,4}-|^(?:400|800|1[0-9]{2})-")
_DATED = re.compile("年?[0-9]{4}-[01]?[0-9]-[0-3]?[0-9]$")


def named(difference: Difference, source: str, target: str) -> str | None:
    """What a difference of numbers is where it is one of a date or a telephone number; None elsewhere.

    >>> one, two = "電話03-5550-0010", "Phone 03-5550-0001"
    >>> named(Difference("altered", "", (10, 14), (14, 18)), one, two)
    'telephone number 03-5550-0010 → 03-5550-0001'
    """
    ours, theirs = difference.source_span, difference.target_span
    if ours is None or theirs is None:
        return None
    for what, found in (("telephone number", _phones), ("date", _dates)):
        one = next((each for each in found(source) if each[0] < ours[1] and ours[0] < each[1]), None)
        two = next((each for each in found(target) if each[0] < theirs[1] and theirs[0] < each[1]), None)
        if one is None or two is None:
            continue
        before, after = source[slice(*one)], target[slice(*two)]
        if difference.kind != "reordered" or what != "date":
            return f"{what} {before} → {after}"
        if _are_turned(before, after):
            return f"date {before} → {after}: day and month in each other's place"
    return None


def _are_turned(one: str, two: str) -> bool:
    """Whether two dates differ but for this: the day of one is the month of the other."""
    found = []
    for each in (one, two):
        name, numbers = _MONTH.search(each), _NUMBER.findall(each)
        if name is not None and len(numbers) == 1:
            found.append([_SHORT.index(name[0][:3]) + 1, int(numbers[0])])
        elif name is None and len(numbers) == 2:
            found.append([int(each) for each in numbers])
    return len(found) == 2 and found[0] == found[1][::-1]


_MONTH, _NUMBER = re.compile(_MONTHS), re.compile("[0-9]+")
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE.finditer(text):
        digits = sum(map(str.isdigit, match[0]))
        if 7 <= digits <= 15 and _IS_PHONE.search(match[0]) and not _DATED.match(match[0]):
            yield match.span()


def _dates(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _DATE.finditer(text))
