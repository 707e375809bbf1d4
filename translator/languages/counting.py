"""In which of many pairs of texts a number or a unit may differ: what `quantities.compare` has to be asked about."""

from __future__ import annotations

from translator.languages import figures, gaps, numbers, phrases, placed, units
from translator.languages.texts import Texts


def counting(sources: Texts, targets: Texts) -> int:
    """The texts whose translation may have another number or unit."""
    found = (
        numbers.demanding(sources)
        | numbers.demanding(targets)
        | gaps.tracing(targets)
        | phrases.labelling(sources, targets)
    )
    found |= sources.holding("#") & targets.holding("#")
    found |= sources.left(sources.holding("`") & targets.holding("`") & ~found, numbers.has_numbers)
    found |= placed.holding(sources, targets)
    return found | figures.having_codes(sources) | (units.holding(sources) & units.holding(targets))
