"""Characters that changed where a source stands in its own language's catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check
from translator.languages.variants import fold

_LEAST = 6
"""In shorter texts one character may be all that a translator wanted to say otherwise."""
_HAN = re.compile("[\u3400-\u9fff]")


def _is_own(pair: Pair, context: Context) -> bool:
    is_own = pair.source_tag == pair.tag and pair.is_compared
    return is_own and len(pair.source) == len(pair.target) >= _LEAST


@check("changed-character", severity="warning", needs=_is_own)
def changed_character(pair: Pair, context: Context) -> Iterator[Fault]:
    """One character became another one, in a catalog of the language that the source is in.

    Such an entry is filled with its source; one character that differs is more often a slip than a correction. Forms of
    one character (`検`, `检`) are none, nor are kana, which spelling is free in. A source that was wrong is best mended in its document.

    Bad: `通常療法抵抗性SLE` → `通常療法低抗性SLE`, in ja
    Good: `通常療法抵抗性SLE` → `通常療法抵抗性のSLE`, in ja
    """
    if not _is_own(pair, context):
        return
    apart = [at for at, (one, two) in enumerate(zip(pair.source, pair.target, strict=True)) if one != two]
    if len(apart) != 1:
        return
    at = apart[0]
    one, two = pair.source[at], pair.target[at]
    if fold(one) == fold(two) or not (_HAN.match(one) and _HAN.match(two)):
        return
    start, end = _beside(pair.source, at)
    message = f"“{pair.source[start:end]}” became “{pair.target[start:end]}”: the source is in this language already"
    yield Fault(message, (at, at + 1), source_span=(at, at + 1))


def _beside(text: str, at: int) -> tuple[int, int]:
    """The ideographs around one, two on each side at most."""
    start, end = at, at + 1
    while start > max(0, at - 2) and _HAN.match(text[start - 1]):
        start -= 1
    while end < min(len(text), at + 3) and _HAN.match(text[end]):
        end += 1
    return start, end
