"""Which names in code or markup are only mentioned less often, or without their marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translator.checks._english import is_word
from translator.checks._lost import differing
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
        [each for each in missing if not _is_said(each, pair.target, pair.target_prose, pair.tag)],
        [each for each in surplus if not _is_said(each[0], pair.source, pair.source_prose, pair.source_tag)],
    )


def mentions(pair: Pair) -> Iterator[str]:
    """The names that one text mentions less often than the other, or without their marks."""
    for read in _NAMED:
        missing, _ = differing(pair, read)
        if missing:
            left, _ = changed(pair, read)
            theirs = {_loose(each[0]) for each in read(pair.target)} - {_loose(each) for each in _kept(pair, read)}
            yield from (each for each in dict.fromkeys(missing) if each not in left and _loose(each) not in theirs)


def _kept(pair: Pair, read: Callable[[str], Iterator[Token]]) -> set[str]:
    """The tokens that both texts have."""
    return {each[0] for each in read(pair.source)} & {each[0] for each in read(pair.target)}


def _is_said(token: str, text: str, prose: str, tag: str) -> bool:
    """Whether a text has a token's name in any marks, or in plain words."""
    match = _NAME.search(token)
    if match is None:
        return False
    name = match[1]
    loose = _loose(name)
    for each in (*roles(text), *literals(text)):
        other = _NAME.search(each[0])
        if other and _loose(other[1]) == loose:
            return True
    if not name[0].isalnum():
        return len(name) > 1 and name in prose
    # In English ``where`` may be a word of the sentence.
    if token[0] != ":" and tag == "en" and name.isalpha() and name.islower() and is_word(name):
        return False
    found = re.compile(rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])", re.IGNORECASE if token[0] == ":" else 0)
    return found.search(prose) is not None


def _loose(name: str) -> str:
    """The name without what a typesetter may change (which quotes, three dots, blanks), and without a plural."""
    plain = name.replace('"', "'").replace("…", "...").replace(" ", "")
    return plain[:-1] if len(plain) > 4 and plain[-1] == "s" and plain[-2].isalpha() else plain
