"""Equal numbers in a list, of which one is lost: 10 of one kind, 10 of another, and others without their 10."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.languages import orders, roles
from translator.languages.difference import Difference
from translator.languages.verbatim import prose

Item = tuple[int, int]
_NUMBER = re.compile(r"(?<![0-9A-Za-z.^_-])(?<![0-9],)[0-9]{1,9}(?:\.[0-9]+)?(?![0-9A-Za-z^_]|\.[0-9])")
_MARK = re.compile(r"[、，；;]|,(?![0-9])")
_DIGIT = re.compile(
    r"[0-9０-９一二三四五六七八九十百千两兩]|(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b)"
)
# What tells several of one number.
_EACH = re.compile(
    r"各|每|毎|均|都|ずつ|それぞれ|いずれ|同|(?i:\b(?:each|every|both|all|respectively|same|per|apiece|likewise)\b)"
)
_LONGEST = 600


def compare(source: str, target: str) -> tuple[Difference, ...]:
    """What is told of numbers that both texts have: a part greater than its whole, other places, one of several lost."""
    return roles.exceeding(source, target) or orders.of_places(source, target) or lost(source, target)


def lost(source: str, target: str) -> tuple[Difference, ...]:
    """The number of one item of a list that has lost it, where other items have an equal one.

    Told only of lists with as many items in both texts, which show their numbers at the same items but for one.

    >>> [each.message for each in lost("A群10、B群10、C群10", "A组10人、B组10人、C组")]
    ['number 10 stands 3 times in the source, 2 times here']
    >>> lost("A群10、B群10", "各组10人")
    ()
    """
    if len(source) + len(target) > _LONGEST:
        return ()
    one, two = prose(source), prose(target)
    ours, theirs = _NUMBER.findall(one), _NUMBER.findall(two)
    short = [
        each for each in dict.fromkeys(ours) if ours.count(each) > 1 and ours.count(each) == theirs.count(each) + 1
    ]
    if len(short) != 1 or not theirs or _EACH.search(two) is not None:
        return ()
    (value,) = short
    items, others = _items(one), _items(two)
    # A mark may stand behind the subject of a sentence: lists are compared from their ends.
    size = min(len(items), len(others))
    if size < 2 or _has(value, one, items[:-size]) or _has(value, two, others[:-size]):
        return ()
    gone: list[tuple[Item, Item]] = []
    for item, other in zip(items[-size:], others[-size:], strict=True):
        said, told = _NUMBER.findall(one, *item), _NUMBER.findall(two, *other)
        if value in said and value not in told:
            if len(said) != 1 or _DIGIT.search(two, *other) is not None:
                return ()
            gone.append((item, other))
        elif (value in said) != (value in told):
            return ()
    if len(gone) != 1:
        return ()
    at = next(each for each in _NUMBER.finditer(one, *gone[0][0]) if each[0] == value)
    message = f"number {value} stands {ours.count(value)} times in the source, {theirs.count(value)} times here"
    return (Difference("missing", message, at.span(), gone[0][1]),)


def _has(value: str, text: str, items: Sequence[Item]) -> bool:
    return any(value in _NUMBER.findall(text, *each) for each in items)


def _items(text: str) -> list[Item]:
    ends = [match.span() for match in _MARK.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))
