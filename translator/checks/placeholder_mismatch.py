"""Numbered placeholders that are missing, surplus, or no longer in pairs."""

from __future__ import annotations

from collections.abc import Iterator

from translator import inline
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check


@check("placeholder-mismatch", severity="error", family="coverage")
def placeholder_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A placeholder of the source is missing in the translation, or one was added, broken or unpaired.

    Placeholders stand for markup: without them the copy loses a link, an emphasis or an image. Each
    must come as often as in the source; the order is free as long as pairs close in the right order.

    Bad: `<b1>結果</b1>は良好` → `<b1>Results</b> are good`
    Good: `<b1>結果</b1>は良好` → `Good <b1>results</b1>`
    """
    if pair.is_empty or ("<" not in pair.source and "<" not in pair.target):
        return
    missing, surplus = inline.difference(pair.source, pair.target)
    for each in missing:
        yield Fault(f"{each} is missing in the translation")
    for each in surplus:
        at = pair.target.rfind(each)
        yield Fault(f"{each} is in the translation but not as often in the source", (at, at + len(each)))
    if not missing and not surplus:
        yield from _unpaired(pair)


def _unpaired(pair: Pair) -> Iterator[Fault]:
    """Pairs that close before they open, or cross, in the target though not in the source."""
    if crossing(pair.source) is None:
        span = crossing(pair.target)
        if span:
            told = pair.target[slice(*span)]
            yield Fault(f"{told} closes nothing that is open here; pairs must nest", span)


def crossing(message: str) -> tuple[int, int] | None:
    """The first placeholder that closes what is not the innermost open one, or None."""
    opened: list[str] = []
    for match in inline.PLACEHOLDER.finditer(message):
        slash, kind, number, alone = match.groups()
        if alone:
            continue
        if not slash:
            opened.append(kind + number)
        elif not opened or opened.pop() != kind + number:
            return match.span()
    return None
