"""Names and acronyms in Latin letters that became something else by a slip."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._names import Garbled, garbled, naming
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, only_span


def _garbled(pair: Pair, context: Context) -> tuple[Garbled, ...]:
    return garbled(pair)


def _may_be_garbled(pairs: Pairs) -> int:
    return pairs.compared & naming(pairs)


@check("garbled-name", severity="error", needs=Sifted(_may_be_garbled, _garbled))
def garbled_name(pair: Pair, context: Context) -> Iterator[Fault]:
    """A name or an acronym in Latin letters stands in the translation with other letters.

    Told where the source's own is missing and the translation has one very like it: letters changed
    places, one is another, or a long name goes on differently. What the source misspells may be
    corrected; plurals, case and hyphens are free.

    Bad: `CREA が改善` → `CERA 改善`, `Mesenchymal 干细胞` → `Mesenteric 幹細胞`
    Good: `CREA が改善` → `CREA 改善`, `Messenchymal 干细胞` → `Mesenchymal 幹細胞`
    """
    for name, word, span in garbled(pair):
        yield Fault(f"{name} became {word}", span, source_span=only_span(name, pair.source))
