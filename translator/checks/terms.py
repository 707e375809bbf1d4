"""Short entries that name another thing than their source: cells, labels, headings, lists of such."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._language import JUDGED
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check
from translator.errors import shorten
from translator.languages.friends import false_friends
from translator.languages.named import compare_named
from translator.languages.opposites import compare_opposites
from translator.languages.terms import WrongTerm, may_be_terms, wrong_term


def _found(pair: Pair, context: Context) -> WrongTerm | None:
    """The term that became another one, looked for once."""
    if not may_be_terms(pair.source, pair.target) or pair.source_tag not in JUDGED or not pair.is_compared:
        return None
    found: list[WrongTerm | None] | None = pair.memory.get("terms")
    if found is None:
        found = pair.memory["terms"] = [wrong_term(pair.source_prose, pair.target_prose, pair.source_tag, pair.tag)]
    return found[0]


@check("wrong-term", severity="error", needs=_found)
def wrong_term_check(pair: Pair, context: Context) -> Iterator[Fault]:
    """A short text is the name of one thing, its translation that of another; or a list lost an item, gained or changed one.

    Told where both are known to the table of terms from end to end (foods and allergens, persons, the body, illnesses,
    medicines, documents, places, what buttons say, and much else), and nothing that the one may mean is meant by the
    other. A sentence is never judged. It stands in the place of what other checks tell of the same words.

    Bad: `そば` → `Wheat`, `配偶` → `Child`, `虾、小麦、芝麻` → `Shrimp, wheat, sunflower seeds`
    Good: `そば` → `Soba noodles`, `配偶` → `Husband or wife`, `虾、小麦、芝麻` → `Wheat, sesame and prawns`
    """
    found = _found(pair, context)
    if found is None or judge(pair, context).language or judge(pair, context).is_copied:
        return
    is_counted = any(map(str.isdigit, pair.source + pair.target))
    if _is_false_friend(pair) or (is_counted and _is_told(pair)):
        return
    instead = frozenset[tuple[str | None, str]]() if is_counted else frozenset((pair.entry.key,))
    yield Fault(_told(found), found.target_span, source_span=found.source_span, instead_of=instead)


def _is_false_friend(pair: Pair) -> bool:
    """Whether the check of false friends tells of the pair."""
    texts = pair.source_prose, pair.target_prose
    return pair.tag != "en" and pair.source_tag != "en" and bool(false_friends(*texts, pair.tag))


def _is_told(pair: Pair) -> bool:
    """Whether the checks of opposites and lost things tell of the pair, beside what may be told of its numbers."""
    texts = pair.source_prose, pair.target_prose
    if compare_opposites(*texts, pair.source_tag, pair.tag):
        return True
    named = compare_named(*texts, source_language=pair.source_tag, target_language=pair.tag)
    return any(each.kind == "altered" for each in named)


def _told(found: WrongTerm) -> str:
    said, there = shorten(found.said, 40), shorten(found.found, 40)
    if not found.found:
        return f"“{said}” is not among the items of the translation"
    if not found.said:
        return f"“{there}” is not among the items of the source"
    return f"“{there}” is “{found.meaning}”, “{said}” of the source is “{found.right}”"
