"""Which names in code or markup are only mentioned less often, or without their marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translator.checks._english import is_word
from translator.checks._memory import differing
from translator.checks._subject import Pair
from translator.checks._tokens import Difference, Token, literals, roles

_NAMED = (roles, literals)
_NAME = re.compile(r"(?:``|:`)(.+?)``?\Z", re.DOTALL)


def changed(pair: Pair, read: Callable[[str], Iterator[Token]]) -> Difference:
    """What `differing` tells without names that both texts mention, if less often or without marks."""
    missing, surplus = differing(pair, read)
    if read not in _NAMED or not (missing or surplus):
        return missing, surplus
    return (
        [each for each in missing if not _is_said(each, pair.target, pair.target_prose, pair.tag, read)],
        [each for each in surplus if not _is_said(each[0], pair.source, pair.source_prose, pair.source_tag, read)],
    )


def mentions(pair: Pair) -> Iterator[str]:
    """The names that one text mentions less often than the other, or without their marks."""
    for read in _NAMED:
        missing, _ = differing(pair, read)
        if missing:
            left, _ = changed(pair, read)
            yield from (each for each in dict.fromkeys(missing) if each not in left)


def _is_said(token: str, text: str, prose: str, tag: str, read: Callable[[str], Iterator[Token]]) -> bool:
    """Whether a text has a token, or its name in plain words."""
    if any(_loose(each[0]) == _loose(token) for each in read(text)):
        return True
    match = _NAME.search(token)
    if match is None:
        return False
    name = match[1]
    # In English `where` may be a word of the sentence.
    if not name[0].isalnum() or (tag == "en" and name.isalpha() and name.islower() and is_word(name)):
        return False
    found = re.compile(rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])", re.IGNORECASE if ":" in token else 0)
    return found.search(prose) is not None


def _loose(token: str) -> str:
    """The token without what a typesetter may change: which quotes, three dots, blanks."""
    return token.replace('"', "'").replace("…", "...").replace(" ", "")
