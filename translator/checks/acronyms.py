"""Acronyms and codes that the translation must show as the source does."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._exchanged import exchanged, is_held_to, lost
from translator.checks._memory import renumbered
from translator.checks._names import garbled
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of, only_span
from translator.languages.codes import misspelt_codes, numbering
from translator.languages.handles import handling


def _is_held_to(pair: Pair, context: Context) -> bool:
    return is_held_to(pair)


@check("acronym-mismatch", severity="warning", needs=_is_held_to)
def acronym_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """An acronym or code of a Chinese or Japanese source is not in the translation, or is misspelt.

    `SLEDAI`, `dsDNA`, `CREA`, `BM-IV` are the same in all languages. English acronyms are often
    translated, so that an English source is not held to it. One that is misspelt, or in whose place
    another one stands, has a check of its own (`garbled-name`, `exchanged-code`).

    Bad: `抗dsDNA抗体` → `anti-nuclear antibody`
    Good: `抗dsDNA抗体` → `anti-dsDNA antibody`
    """
    if not _is_held_to(pair, context):
        return
    told = garbled(pair)
    spans = {span for _, _, span in told}
    others = exchanged(pair)
    spans |= {span for _, _, span in others}
    for each in misspelt_codes(pair.source, pair.target):
        if each.target_span not in spans:
            yield fault_of(each)
    missing = lost(pair)
    names = {name for name, _, _ in (*told, *others)}
    # Another number is told by `identifier-mismatch`.
    names |= {pair.source[slice(*each.source_span or (0, 0))] for each in renumbered(pair)} if missing else set()
    for each in missing:
        if pair.source[slice(*each.source_span or (0, 0))] not in names:
            yield Fault(each.message, source_span=each.source_span)


@check("exchanged-code", severity="error", needs=_is_held_to)
def exchanged_code(pair: Pair, context: Context) -> Iterator[Fault]:
    """Another acronym or code stands in the place of one of a Chinese or Japanese source.

    The source's own is nowhere in the translation, and the translation has one that the source has not.
    A code that is only missing is told by `acronym-mismatch`, a slip of the pen by `garbled-name`.

    Bad: `CREA、UN が改善` → `CRP and UN improved`, `HLA検査` → `HLB检查`
    Good: `CREA、UN が改善` → `CREA and UN improved`, `HLA検査` → `HLA检查`
    """
    if not _is_held_to(pair, context):
        return
    others = exchanged(pair)
    told = {name for name, _, _ in garbled(pair)} if others else set()
    told |= {pair.source[slice(*each.source_span or (0, 0))] for each in renumbered(pair)} if others else set()
    for code, other, span in others:
        if code not in told:
            yield Fault(f"{code} became {other}", span, source_span=only_span(code, pair.source))


_NUMBERED = frozenset("_0123456789０１２３４５６７８９")


def _is_renumbered(pair: Pair, context: Context) -> bool:
    return not _NUMBERED.isdisjoint(pair.source_chars) and bool(renumbered(pair))


def _may_be_renumbered(pairs: Pairs) -> int:
    return pairs.compared & (numbering(pairs.sources) | handling(pairs.sources, pairs.targets))


@check("identifier-mismatch", severity="error", needs=Sifted(_may_be_renumbered, _is_renumbered))
def identifier_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A name with a number became the same name with another number, or lost it.

    `UTF-8`, `SDF-1`, `COVID-19`, `RFC 5424`: the number is a part of the name and the same in all
    languages. So are numbers of permits (`2024LP01873`) and names of accounts (`clinic_tokyo`).

    Bad: `UTF-8 で保存` → `saved as UTF-3`, `编号：2024LP01873` → `no. 2024LP01837`
    Good: `UTF-8 で保存` → `saved as UTF-8`
    """
    yield from map(fault_of, renumbered(pair))
