"""What other checks tell of the same words: one fault gives one finding."""

from __future__ import annotations

from translator.checks._subject import Pair
from translator.languages.claims import compare_quantifiers
from translator.languages.comparisons import compare_comparisons
from translator.languages.difference import Difference

_COMPARED = (compare_quantifiers, compare_comparisons)


def claimed(pair: Pair) -> tuple[Difference, ...]:
    """What the checks of quantifiers and comparisons tell of a pair; asked only where there is another finding."""
    return tuple(each for compare in _COMPARED for each in compare(pair.source, pair.target, pair.source_tag, pair.tag))
