"""Names of persons in a Chinese translation from Japanese, whose characters are no residue."""

from __future__ import annotations

from translator.checks._subject import Pair
from translator.document import Foreign
from translator.languages import persons
from translator.languages.variants import fold, forms


def without_persons(pair: Pair, spans: tuple[Foreign, ...]) -> tuple[Foreign, ...]:
    """Residue without characters of one form that the name of a person has: 佐藤美咲 is written so in Chinese too."""
    if not spans or pair.tag[:2] != "zh" or pair.source_tag != "ja":
        return spans
    return tuple(each for each in spans if not _is_of_person(pair, each))


def _is_of_person(pair: Pair, span: Foreign) -> bool:
    if any(len(forms(char)) > 1 for char in pair.target[span.start : span.end]):
        return False
    place = persons.of_family(pair.target, span.start, span.end)
    return place is not None and fold(pair.target[place[0] : span.end]) in fold(pair.source)
