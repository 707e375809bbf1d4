"""Carries a translated block over to sentences, where source and target have as many of them.

Works on messages: placeholders are numbered anew within each sentence, as segments number them.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from translator.inline import PLACEHOLDER, placeholders
from translator.languages import Splitter
from translator.languages.sentences import ends as built_in

_EDGE = re.compile(r"(?:\s|<br[1-9][0-9]*/>)+")
_WRAPPED = re.compile(r"<([a-z]+[1-9][0-9]*)>(.*)</\1>\Z", re.DOTALL)


def align_sentences(
    source: str, target: str, *, language: str = "", target_language: str = "", splitter: Splitter = built_in
) -> list[tuple[str, str]] | None:
    """The sentences of a block's message and of its translation, in pairs.

    None where their counts differ, or where a placeholder went to another sentence. White space,
    breaks and pairs around a sentence are not part of it; a block of one sentence gives one pair.

    >>> align_sentences("很<b1>好</b1>。<i1>谢谢</i1>！", "<b1>Fine</b1>. Thank <i1>you</i1>!")
    [('很<b1>好</b1>。', '<b1>Fine</b1>.'), ('<i1>谢谢</i1>！', 'Thank <i1>you</i1>!')]
    """
    left = message_sentences(source, language, splitter=splitter)
    right = message_sentences(target, target_language, splitter=splitter)
    if len(left) != len(right):
        return None
    pairs = [_renumbered(one, other) for one, other in zip(left, right, strict=True)]
    if any(Counter(placeholders(one)) != Counter(placeholders(other)) for one, other in pairs):
        return None
    return pairs


def message_sentences(message: str, language: str = "", *, splitter: Splitter = built_in) -> list[str]:
    """The sentences of a message, without what stands around them; never cut inside an open pair.

    >>> message_sentences("一。<b1>二。三</b1>。<br1/>四")
    ['一。', '<b1>二。三</b1>。', '四']
    """
    shown: list[str] = []
    places: list[tuple[int, int, int]] = []
    at = length = depth = 0
    for match in PLACEHOLDER.finditer(message):
        text = message[at : match.start()]
        places.append((length, at, depth))
        shown.append(text)
        length += len(text)
        places.append((length, match.start(), depth))
        at = match.end()
        if match[4]:
            shown.append("\n" if match[2] == "br" else "\ufffc")
            length += 1
        depth += 0 if match[4] else -1 if match[1] else 1
    places.append((length, at, depth))
    shown.append(message[at:])
    cuts = [_offset(end, places) for end in splitter("".join(shown), language)[:-1]]
    whole = [0, *(cut for cut in cuts if cut), len(message)]
    found = (_peeled(message[start:end]) for start, end in pairwise(whole))
    return [each for each in found if each]


def _offset(end: int, places: list[tuple[int, int, int]]) -> int:
    """The offset in the message of an end in the shown text; 0 inside an open pair.

    `places` are (offset in the shown text, offset in the message, depth). Where placeholders
    stand at the end, the first place outside every pair is taken: 。</b1>¦<i1>.
    """
    at = max(number for number, place in enumerate(places) if place[0] <= end)
    same = [place for place in places if place[0] == end]
    if same:
        return next((place for _, place, depth in same if depth == 0), 0)
    shown, place, depth = places[at]
    return 0 if depth else place + end - shown


def _peeled(sentence: str) -> str:
    while True:
        bare = _EDGE.sub("", sentence, count=1) if _EDGE.match(sentence) else sentence
        tail = list(_EDGE.finditer(bare))
        if tail and tail[-1].end() == len(bare):
            bare = bare[: tail[-1].start()]
        wrapped = _WRAPPED.match(bare)
        if wrapped:
            bare = wrapped[2]
        if bare == sentence:
            return sentence
        sentence = bare


def _renumbered(source: str, target: str) -> tuple[str, str]:
    """Both sentences with the placeholders numbered per kind in the source's order."""
    numbers: dict[tuple[str, str], str] = {}
    counts: Counter[str] = Counter()
    for match in PLACEHOLDER.finditer(source):
        if (match[2], match[3]) not in numbers:
            counts[match[2]] += 1
            numbers[match[2], match[3]] = str(counts[match[2]])

    def renumber(match: re.Match[str]) -> str:
        """The placeholder with its number in the source's order."""
        return f"<{match[1]}{match[2]}{numbers.get((match[2], match[3]), match[3])}{match[4]}>"

    return PLACEHOLDER.sub(renumber, source), PLACEHOLDER.sub(renumber, target)
