"""What an edit of a source says otherwise: its dangers, words that became their opposites, clauses that came or went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from translator.languages import markers
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


def _is_clause(text: str) -> bool:
    """Whether a stretch is words up to a mark that parts clauses, or behind one."""
    return _EDGE.search(text) is not None and _CLAUSE.search(text) is not None


def _bare(text: str) -> str:
    return text.strip().strip("，,、；;：:。．.！!？? ")
