"""What several checks ask of a pair, found once: differing quantities, renumbered names."""

from __future__ import annotations

from translator.checks._language import JUDGED
from translator.checks._subject import Pair
from translator.languages import quantities
from translator.languages.codes import renumbered_codes
from translator.languages.handles import renamed_handles


def differences(pair: Pair) -> tuple[quantities.Difference, ...]:
    """The numbers and units that the two texts say differently."""
    found: tuple[quantities.Difference, ...] | None = pair.memory.get("quantities")
    if found is None:
        # How other languages write numbers (1.234,5) is not known here: silence is better.
        known = pair.tag in JUDGED
        found = quantities.compare(pair.source, pair.target_digits, pair.source_tag, pair.tag) if known else ()
        pair.memory["quantities"] = found
    return found


def renumbered(pair: Pair) -> tuple[quantities.Difference, ...]:
    """The names whose number is another one in the target, or lost."""
    if pair.is_empty or pair.is_copy:
        return ()
    found: tuple[quantities.Difference, ...] | None = pair.memory.get("renumbered")
    if found is None:
        found = pair.memory["renumbered"] = (
            *renumbered_codes(pair.source, pair.target),
            *renamed_handles(pair.source, pair.target),
        )
    return found
