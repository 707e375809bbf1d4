"""The order of merged entries, and the union of lists that two sides changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from translator.catalog import Entry, Key

Slot = tuple[Key, int]
_Side = Mapping[Slot, Entry]


def joined(base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Lines of both sides: ours in order without what they removed, then what they added.

    >>> joined(("a", "b"), ("a", "b", "c"), ("b", "d"))
    ('b', 'c', 'd')
    """
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    removed = set(base) - set(theirs)
    known = {*base, *ours}
    return (*(each for each in ours if each not in removed), *(each for each in theirs if each not in known))


def arranged(base: _Side, ours: _Side, theirs: _Side, found: _Side) -> Iterator[Entry]:
    """The entries found, in our order, or in theirs where they alone changed it.

    What one side alone has live comes after its neighbour there; what became obsolete goes to the end.
    """
    order = [_common(side, (base, ours, theirs)) for side in (base, ours, theirs)]
    first, second = (theirs, ours) if order[0] == order[1] != order[2] else (ours, theirs)
    placed = [slot for slot in first if slot in found and first[slot].is_obsolete == found[slot].is_obsolete]
    done = set(placed)
    after: dict[Slot | None, list[Slot]] = {}
    retired: list[Slot] = []
    neighbour: Slot | None = None
    for slot in dict.fromkeys((*second, *first)):
        if slot not in found:
            continue
        if slot not in done and found[slot].is_obsolete:
            retired.append(slot)
        elif slot not in done:
            after.setdefault(neighbour, []).append(slot)
        if not found[slot].is_obsolete:
            neighbour = slot
    for slot in (*_chain(None, after), *(each for one in placed for each in (one, *_chain(one, after))), *retired):
        yield found[slot]


def _common(side: _Side, sides: tuple[_Side, ...]) -> list[Slot]:
    return [slot for slot in side if all(slot in each and not each[slot].is_obsolete for each in sides)]


def _chain(start: Slot | None, after: Mapping[Slot | None, list[Slot]]) -> Iterable[Slot]:
    """What comes after a slot, and after that, in order."""
    waiting = list(reversed(after.get(start, ())))
    while waiting:
        slot = waiting.pop()
        yield slot
        waiting += reversed(after.get(slot, ()))
