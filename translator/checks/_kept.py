"""How much of what stays the same in all languages a target lacks: numbers, names, codes, placeholders."""

from __future__ import annotations

import re
from difflib import get_close_matches

from translator.checks._english import is_word
from translator.checks._lost import differing
from translator.checks._subject import Pair
from translator.checks._tokens import addresses, formats, literals, roles
from translator.languages.verbatim import codes, fold

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,}")
_DIGITS = re.compile(r"[0-9]+")
# Numbers that another language writes with other digits: 9折 (10% off), 120万 (1.2 million), 15時 (3 p.m.).
_REWRITTEN = re.compile(
    r"[0-9]+(?:\.[0-9]+)? ?(?:[折割成万萬億亿倍]|[时時点點](?![間间])|(?i:million|billion|thousand|[ap]\.?m))|[0-9]+ ?[%％](?= ?(?i:off|discount)|引|オフ)"
)


def lost(pair: Pair) -> int:
    """How much of what stays the same in all languages the target lacks, 3 at most."""
    source, target = pair.source, pair.target
    count = sum(len(differing(pair, each)[0]) for each in (formats, roles, literals, addresses))
    if pair.source_tag == "en":
        count += sum(each[0] not in target for each in set(codes(source)))
    else:
        lowered = target.lower()
        # `cell数` may be 細胞数, but SLE stays SLE.
        names = {each for each in _LATIN.findall(pair.source_prose) if not (each.islower() and is_word(each))}
        count += sum(each.lower() not in lowered and not _is_mended(each.lower(), lowered) for each in names)
    digits = set(_DIGITS.findall(fold(pair.source_prose)))
    if digits:
        folded = fold(target)
        if _DIGITS.search(folded):
            digits = set(_DIGITS.findall(_REWRITTEN.sub("", fold(pair.source_prose))))
        count += sum(each not in folded for each in digits)
    return min(count, 3)


def _is_mended(name: str, target: str) -> bool:
    """Whether a target has a name of the source in words of its own, or without its slip of the pen: StemCell, Messenchymal."""
    if name in target.replace(" ", ""):
        return True
    return len(name) > _LONG_NAME and bool(get_close_matches(name, set(_LATIN.findall(target)), 1, 0.9))


_LONG_NAME = 6
