"""What an edit of a source says otherwise: its dangers, words that became others, clauses that came or went."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from translator.errors import shorten
from translator.languages import markers, variants
from translator.languages.claims import compare_negation, compare_quantifiers
from translator.languages.comparisons import compare_comparisons
from translator.languages.dangers import Danger, dangers
from translator.languages.difference import Difference
from translator.languages.named import compare_named
from translator.languages.opposites import compare_opposites
from translator.languages.verbatim import fold

_MARK = re.compile(r"[，,、；;：:。．.！!？?\n](?![0-9])")
_EDGE = re.compile(rf"^(?:{_MARK.pattern})|(?:{_MARK.pattern})\s*$")
# A run that is shorter says no thing of its own.
_CLAUSE = re.compile("[\u3400-\u9fff\u30a1-\u30fa].*[\u3400-\u9fff\u3041-\u30fa]|[A-Za-z]{2,}.*[A-Za-z]{2,}", re.DOTALL)
_ALIKE = 0.6
"""Sources that have less in common were written anew: what came and went is everywhere."""
_LONGEST = 2000
"""In longer texts clauses are not looked for one by one."""


@lru_cache(maxsize=512)
def edits(old_source: str, new_source: str, language: str = "") -> tuple[Danger, ...]:
    """What changed between two sources that may change what they say: more than `dangers` tells.

    The new source is held against the old one as a translation is against its source. A clause that
    came or went is told where nothing else is.

    >>> [str(each) for each in edits("1日3回2錠ずつ、毎食後", "1日3回2錠ずつ、毎食前", "ja")]
    ['word 食後 → 食前']
    >>> [str(each) for each in edits("两周内不可盆浴", "两周内可以淋浴，不可盆浴", "zh-Hans")]
    ['clause – → 可以淋浴']
    """
    old, new = fold(old_source), fold(new_source)
    if old == new:
        return ()
    told = list(dangers(old_source, new_source, language))
    tongue = markers.tongue(old + new, language)
    kinds = {each.kind for each in told}
    for kind, found in _compared(old, new, tongue):
        shown = {word for each in told for word in (each.old, each.new)}
        for each in found if kind not in kinds else ():
            one, two = _cut(old, each.source_span), _cut(new, each.target_span)
            if not {one, two} & (shown - {""}):
                told.append(Danger(kind, one, two))
    return tuple(told) or tuple(_clauses(old, new))


def changes(old_source: str, new_source: str, language: str = "") -> tuple[Danger, ...]:
    """All that changed between two sources but for form: `edits`, and every other word that came or went.

    Form are only width, spelling variants, spacing, brackets, quotes, commas and stops. A word may be a synonym, or turn
    what is said round: nothing is known of it.

    >>> [str(each) for each in changes("请告知护士。", "請告知醫生！", "zh-Hans")]
    ['word 护士 → 醫生']
    """
    told = edits(old_source, new_source, language)
    return (*told, *_words(old_source, new_source, told))


def _compared(old: str, new: str, tongue: str) -> Iterator[tuple[str, tuple[Difference, ...]]]:
    """What the comparisons of a text with its translation tell of two texts of one language."""
    yield "negation", compare_negation(old, new, tongue, tongue)
    yield "quantifier", compare_quantifiers(old, new, tongue, tongue)
    yield "comparison", compare_comparisons(old, new, tongue, tongue)
    turned = compare_opposites(old, new, tongue, tongue)
    yield "word", turned or compare_named(old, new, source_language=tongue, target_language=tongue)


def _cut(text: str, span: tuple[int, int] | None) -> str:
    return text[slice(*span)] if span else ""


def _clauses(old: str, new: str) -> Iterator[Danger]:
    """Clauses that one text has and the other has not."""
    if len(old) + len(new) > _LONGEST or len(_MARK.findall(old)) == len(_MARK.findall(new)):
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return
    for tag, start, end, begin, stop in matcher.get_opcodes():
        gone, come = old[start:end], new[begin:stop]
        if tag == "delete" and _is_clause(gone):
            yield Danger("clause", _bare(gone), "")
        elif tag == "insert" and _is_clause(come):
            yield Danger("clause", "", _bare(come))


# What stands in no word and says nothing by itself. A question mark does, and so do signs.
_FORM = re.compile(r"[\s,.;:!\"'()\[\]{}<>·]+|(?<![0-9+])-+(?![0-9])")
_WORD = re.compile(r"[0-9a-zÀ-ɏΑ-ω]+|.", re.DOTALL)
_VOICED = "\u3099\u309a"
_MOST = 4
"""So many changed words are told."""


def _words(old: str, new: str, told: Sequence[Danger]) -> Iterator[Danger]:
    """The words that one text has and the other has not, but for those that are told, as they are written."""
    ours, theirs = _spelt(old), _spelt(new)
    if [each for each, _ in ours] == [each for each, _ in theirs]:
        return
    known = [fold(each).lower() for danger in told for each in (danger.old, danger.new) if each]
    shown = []
    for gone, come in _changed([each for each, _ in ours], [each for each, _ in theirs]):
        one, two = _written(old, ours[slice(*gone)]), _written(new, theirs[slice(*come)])
        words = [fold(each).lower() for each in (one, two) if each]
        if not all(any(word in other or other in word for other in known) for word in words):
            shown.append(Danger("word", one, two))
    yield from shown[:_MOST]
    if len(shown) > _MOST:
        yield Danger("word", "…", "…")


def _spelt(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The words of a text, of zh and ja the characters, without what is form alone, with the spans where they stand."""
    plain: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for each in variants.fold(char).lower():
            if each in _VOICED and plain:
                # A half-width ﾞ follows its kana.
                plain[-1] = unicodedata.normalize("NFC", plain[-1] + each)[0]
                continue
            plain.append(each)
            places.append(at)
    folded = "".join(plain)
    found = []
    start = 0
    for form in (*_FORM.finditer(folded), None):
        end = form.start() if form else len(folded)
        for word in _WORD.finditer(folded, start, end):
            found.append((word[0], (places[word.start()], places[word.end() - 1] + 1)))
        start = form.end() if form else end
    return found


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches that changed; what one equal word parts, on both sides of which something came or went, is one."""
    if len(old) + len(new) > _LONGEST:
        # To look for all of them in long texts takes minutes.
        head = next(
            (at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new))
        )
        rest = min(len(old), len(new)) - head
        tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
        yield (head, len(old) - tail), (head, len(new) - tail)
        return
    gone = come = (0, 0)
    for tag, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if any(gone + come) and start - gone[1] < 2 and begin - come[1] < 2:
            gone, come = (gone[0], end), (come[0], stop)
            continue
        if any(gone + come):
            yield gone, come
        gone, come = (start, end), (begin, stop)
    if any(gone + come):
        yield gone, come


def _written(text: str, words: Sequence[tuple[str, tuple[int, int]]]) -> str:
    """How words that follow each other are written, shortened where they are many."""
    return shorten(text[words[0][1][0] : words[-1][1][1]], 24) if words else ""


def _is_clause(text: str) -> bool:
    """Whether a stretch is words up to a mark that parts clauses, or behind one."""
    return _EDGE.search(text) is not None and _CLAUSE.search(text) is not None


def _bare(text: str) -> str:
    return text.strip().strip("，,、；;：:。．.！!？? ")
