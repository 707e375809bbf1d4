"""Which codes of the source the target lacks, and which other codes stand in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.checks._english import is_common
from translator.checks._subject import Pair
from translator.languages.codes import lost_codes
from translator.languages.quantities import Difference
from translator.languages.verbatim import codes, fold

_LETTER = re.compile("[A-Za-z]")
_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
_CAPITALS = re.compile("[A-Z]")
# dsDNA is not DNA, nor mRNA RNA.
_PREFIXED = re.compile("[a-z]{1,3}([A-Z]{3,})")
_MOST = 16
"""How many new codes are looked at."""
Code = tuple[str, int, int]
Exchange = tuple[str, str, tuple[int, int]]
"""(the source's code, what the target has, where)."""


def is_held_to(pair: Pair) -> bool:
    """Whether a source is in Chinese or Japanese and may have a code: English ones are often translated."""
    is_other = pair.is_empty or pair.source_tag == "en" or pair.source.isascii()
    return not is_other and _LATIN.search(pair.source) is not None


def lost(pair: Pair) -> tuple[Difference, ...]:
    """The codes of the source that the target does not have, found once for a pair."""
    found: tuple[Difference, ...] | None = pair.memory.get("lost codes")
    if found is None:
        found = lost_codes(pair.source, pair.target)
        if found and not pair.target.isascii():
            found = tuple(each for each in found if not _is_to_fill(pair.source[slice(*each.source_span or (0, 0))]))
        pair.memory["lost codes"] = found
    return found


_SHORT_BLANKS = ("ARG", "ARGS", "DIR", "KEY", "NUM")


def _is_to_fill(code: str) -> bool:
    """Whether a code is an English word in capitals, which stands for what a reader fills in: `FILE`, `COMMAND`."""
    return code in _SHORT_BLANKS or (code.isupper() and code.isalpha() and len(code) > 3 and is_common(code))


def exchanged(pair: Pair) -> tuple[Exchange, ...]:
    """The codes of the source in whose place the target has another one, found once for a pair."""
    found: tuple[Exchange, ...] | None = pair.memory.get("exchanged codes")
    if found is None:
        found = pair.memory["exchanged codes"] = tuple(_exchanged(pair)) if lost(pair) else ()
    return found


def _exchanged(pair: Pair) -> list[Exchange]:
    """Each lost code with the most like of the new ones; every new one stands for one lost code."""
    known = _plain(pair.source)
    apart = {each[0] for each in codes(pair.source)}
    new = [each for each in codes(pair.target) if not _is_known(_plain(each[0]), known)][:_MOST]
    out = []
    for difference in lost(pair):
        code = pair.source[slice(*difference.source_span or (0, 0))]
        written = _lookalike(code, pair.target) or _lengthened(code, new, pair.source, difference.source_span)
        if written:
            new = [each for each in new if each[0] != written[0]]
            out.append((code, written[0], written[1:]))
            continue
        fitting = [each for each in new if _is_alike(fold(code), each[0]) and not _is_unit(each, pair.target)]
        if fitting:
            other = max(fitting, key=lambda each: _likeness(_plain(code), _plain(each[0])))
            new = [each for each in new if each[0] != other[0]]
            out.append((code, other[0], other[1:]))
            continue
        match = _PREFIXED.fullmatch(fold(code))
        bare = [each for each in codes(pair.target) if match and each[0] == match[1] and each[0] not in apart]
        out += [(code, each[0], each[1:]) for each in bare[:1]]
    return out


_CONFUSED = ("1lI|", "0O")
_CONFUSABLE = re.compile("[1lI0O]")


def _lookalike(code: str, target: str) -> tuple[str, int, int] | None:
    """A code of the target that only looks like one of the source: `HbAlc` with the letter l for `HbA1c`."""
    code = fold(code)
    if len(code) < _LOOKED_AT or _CONFUSABLE.search(code) is None:
        return None
    signs = (next((each for each in _CONFUSED if sign in each), sign) for sign in code)
    looks = "".join(f"[{each}]" if len(each) > 1 else re.escape(each) for each in signs)
    match = re.search(rf"(?<![A-Za-z0-9_]){looks}(?![A-Za-z0-9_])", fold(target))
    return (match[0], *match.span()) if match and match[0] != code else None


_LOOKED_AT = 4
"""The signs from which a code that looks like another one is no word of its own: `IO`, `10`."""


def _lengthened(
    code: str, new: Sequence[Code], source: str, span: tuple[int, int] | None
) -> tuple[str, int, int] | None:
    """The new code that is one of the source with a capital behind its number: `SJ-500A` for `SJ-500`."""
    if not code[-1:].isdecimal() or (span is not None and source[span[1] : span[1] + 1].isalpha()):
        return None
    return next((each for each in new if each[0][:-1] == fold(code) and each[0][-1].isupper()), None)


def _is_unit(code: Code, target: str) -> bool:
    """Whether a short code stands behind a number, as a unit does: 500 mL."""
    return _UNIT.fullmatch(code[0]) is not None and _NUMBER_BEFORE.search(target, 0, code[1]) is not None


_UNIT = re.compile("[a-z]?[A-Z][a-z]?|[a-z][A-Z]{1,2}[a-z]?")
_NUMBER_BEFORE = re.compile("[0-9０-９][ \u00a0\u202f\u2009]?$")


def _plain(text: str) -> str:
    return re.sub(r"[-_ ]", "", fold(text)).lower()


def _is_known(code: str, source: str) -> bool:
    """Whether the source has a code in any form: in a longer word too, or as a plural."""
    return code in source or code.removesuffix("s") in source


def _is_alike(one: str, two: str) -> bool:
    """Whether two codes are of one kind: neither holds the other, and both are acronyms or both names in parts.

    >>> _is_alike("CREA", "CRP"), _is_alike("dsDNA", "ssDNA"), _is_alike("OR", "ORing"), _is_alike("B.3", "tableB.3")
    (True, True, False, False)
    """
    first, second = _plain(one), _plain(two)
    if first in second or second in first:
        return False
    return _is_acronym(one) == _is_acronym(two)


def _is_acronym(code: str) -> bool:
    """Whether a code is mostly capitals: `CREA`, `dsDNA`, `SDF-1`; not `isBuildCommand`."""
    return len(_CAPITALS.findall(code)) * 2 >= len(_LETTER.findall(code))


def _likeness(one: str, two: str) -> int:
    """How many letters two codes begin and end with alike."""
    least = min(len(one), len(two))
    before = next((at for at in range(least) if one[at] != two[at]), least)
    return before + next((at for at in range(least - before) if one[-1 - at] != two[-1 - at]), least - before)
