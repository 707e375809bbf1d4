"""How both texts end: full stop, question, exclamation, colon, ellipsis, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check

_CLASSES = {
    "full stop": ".。．｡",
    "question mark": "?？",
    "exclamation mark": "!！",
    "colon": ":：",
    "semicolon": ";；",
    "comma": ",，、､",
    "ellipsis": "…",
}
_CLASS = {char: name for name, chars in _CLASSES.items() for char in chars}
_TRAILING = re.compile(
    r"[\s\u3000\"'”’」』)）\]］】》*_`]*(?:(?:</?[A-Za-z][^<>]*>|&#82(?:16|17|20|21);|&[lr][sd]?quo;|&quot;)[\s\u3000]*)*$"
)
_TAIL = 120
"""How much of a text's end is looked at."""
_LEFT_OUT = "\"'”’」』)）]］】》*_`>;"
_ELLIPSIS = re.compile(r"(?:\.{3,}|。{3,}|…+|⋯+|&hellip;)$")
_ELLIPTIC = tuple(".。…⋯;")


@check("end-punctuation", severity="info", family="form")
def end_punctuation(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation ends in another kind of mark than the source: a question became a statement.

    Compared by class, so that `。` and `.` are one, as are `：` and `:`. A full stop that only one has
    is a matter of style and not told.

    Bad: `副作用はありますか？` → `There are side effects.`
    Good: `副作用はありますか？` → `Are there side effects?`
    """
    if pair.is_empty or pair.is_copy:
        return
    ours, theirs = ending(pair.source), ending(pair.target_digits)
    if ours == theirs or {ours, theirs} <= _ALIKE or {ours, theirs} <= {"", "full stop"}:
        return
    shown = theirs or "no mark"
    yield Fault(
        f"the source ends in {_a(ours or 'no mark')}, the translation in {_a(shown)}",
        (len(pair.target) - 1, len(pair.target)),
    )


_ALIKE = {"colon", "full stop", "semicolon", "comma"}


def ending(text: str) -> str:
    """The class of the mark that ends a text, looked for inside closing quotes, brackets and tags.

    >>> ending("本当？」"), ending("wait..."), ending("表 1")
    ('question mark', 'ellipsis', '')
    """
    bare = text[-_TAIL:].rstrip()
    while bare and bare[-1] in _LEFT_OUT:
        match = _TRAILING.search(bare)
        if match is None or match.start() == len(bare):
            break
        bare = bare[: match.start()]
    if bare[-1:] in _ELLIPTIC and _ELLIPSIS.search(bare):
        return "ellipsis"
    return _CLASS.get(bare[-1:], "")


def _a(name: str) -> str:
    return name if name.startswith("no ") else f"an {name}" if name[0] in "aeiou" else f"a {name}"
