"""“Or” that became “and”, and the reverse: one illness of two is asked for, or both of them."""

from __future__ import annotations

import re

from translator.languages import abreast, markers
from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.verbatim import prose

_OR = {
    "zh": Sought("或(?!许|許)"),
    "ja": Sought("または|又は|あるいは|もしくは|若しくは"),
    # “18 or over” is a bound.
    "en": Sought(
        r"(?<![A-Za-z])(?i:or)(?![A-Za-z]| (?:more|less|fewer|over|under|above|below|older|younger|greater|higher|lower|later|earlier|longer|so|not)(?![A-Za-z]))"
    ),
}
_AND = {
    "zh": Sought("并且|並且|而且|以及|和(?![平谐諧])|且|及(?![时時])|与(?!否)|與(?!否)"),
    "ja": Sought("および|及び|かつ|ならびに|並びに|と(?=、)|(?<=[一-龥ァ-ヶー])と(?=[一-龥ァ-ヶ])"),
    "en": Sought(r"(?<![A-Za-z])(?i:and)(?![A-Za-z])"),
}
# What joins two conditions, both of which have to be met.
_BOTH = {
    "zh": Sought("并且|並且|且(?!不)|同时|同時"),
    "ja": Sought("かつ|且つ|なおかつ"),
    "en": Sought(r"(?<![A-Za-z])(?i:and also|and at the same time)(?![A-Za-z])"),
}
# Whatever may stand for “or”: questions, choices, marks of a list, and denials, in which languages part ways.
_MAY_BE_OR = {
    "zh": Sought(
        "[或、/／？吗嗎若倘不无無没沒未非两兩]|还是|還是|要么|要麼|任一|任何|之一|无论|無論|否则|否則|其他|其它|哪"
    ),
    "ja": Sought(
        "か(?![らつけれな])|または|又は|あるいは|もしくは|若しくは|いずれ|どちら|や|[・、/／]|とも|でも|なり|ない|ません|なし|ず|など|ほか|だけ|たり|なけ|のみ"
    ),
    "en": Sought(
        r"(?<![A-Za-z])(?i:or|either|whether|any|nor|not|no|without|never|neither|cannot|otherwise|unless|else|alternatively|instead|one of|each"
        r"|between|which|only)(?![A-Za-z])|[/?]|n['’]t"
    ),
}
_DENIES = {
    "zh": Sought("[不无無没沒未非别別勿]"),
    "ja": Sought("ない|ません|なく|ず|なし"),
    "en": Sought(r"(?<![A-Za-z])(?i:not|no|without|never|nor|cannot|any|neither|either|whether)(?![A-Za-z])|n['’]t"),
}
_LONGEST = 200
"""In longer sentences together one “or” is told by another clause."""


def compare_conjunctions(
    source: str, target: str, *, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The “or” that became “and”, where nothing else in the translation leaves a choice, and the reverse.

    >>> [each.message for each in compare_conjunctions("头痛或发热时停药。", "Stop if you have headache and fever.")]
    ['“或” became “and”']
    >>> compare_conjunctions("头痛或发热时停药。", "Stop if you have headache or fever.")
    ()
    """
    here, there = markers.tongue(source, source_language), markers.tongue(target, target_language)
    is_said, is_told = _OR[here].has(source) is not None, _OR[there].has(target) is not None
    if (not is_said and not is_told) or len(source) + len(target) > 2 * _LONGEST:
        return ()
    for one, two, at, to in abreast.sentences(prose(source), prose(target)):
        if len(one) + len(two) > _LONGEST:
            continue
        found = _became(one, two, here, there) if is_said else None
        if found is None and is_told:
            turned = _became(two, one, there, here)
            found = None if turned is None else turned[::-1]
        if found is not None:
            (start, end), (first, last) = (each.span() for each in found)
            message = f"“{found[0][0]}” became “{found[1][0]}”"
            return (Difference("conjunction", message, (start + at, end + at), (first + to, last + to)),)
    return ()


def _became(one: str, two: str, here: str, there: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The “or” of one sentence, and the “and” of the other that it became."""
    ours = _OR[here].finditer(one)
    if not ours or _DENIES[here].has(one) is not None:
        return None
    both = _BOTH[there].finditer(two)
    if both and len(_OR[there].finditer(two)) < len(ours) and _BOTH[here].has(one) is None:
        return ours[-1], both[0]
    if _MAY_BE_OR[there].has(two) is not None:
        return None
    joined = _AND[there].finditer(two)
    return (ours[-1], joined[-1]) if len(joined) > len(_AND[here].finditer(one)) else None
