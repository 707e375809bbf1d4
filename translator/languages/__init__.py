"""Which language a text is in, and where its sentences end: the two judgements of the project.

This module is the seam; the evidence lives in the modules beside it. Its larger modules are loaded where
they are asked for: an update of one catalog may need none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from translator.document import Foreign, Language
from translator.languages import characters, variants
from translator.languages.unit import NOWHERE, Unit, Units, cell

Splitter = Callable[[str, str], list[int]]

__all__ = [
    "NOWHERE",
    "PASS_CONFIDENCE",
    "Unit",
    "Units",
    "cell",
    "fold",
    "identify",
    "identify_all",
    "may_have_residue",
    "passes_through",
    "residue",
    "residue_size",
    "sentence_cutter",
    "sentence_ends",
]

PASS_CONFIDENCE = 0.92
"""From this confidence on, a clean text in the locale's own language passes through unread.

Chosen by measurement (`benchmarks/languages.py`): of texts that Chinese and Japanese both could write, in documents that mix
the two, more than 99.5 in 100 that pass so are right, 99 where the language changes at random from item to item; at
0.75 these were 98.
"""
_ENGLISH = 0.75
"""The same for English, which nothing else is taken for."""


def identify(text: str, neighbours: Sequence[str] = ()) -> Language:
    """The language of a text alone, or among texts that stand near it.

    Evidence in this order: characters that only some languages hold, statistics of characters and
    pairs of characters, neighbours. The confidence is calibrated: of answers given at 0.9 nine in
    ten are right. A Chinese text without a character that parts the scripts is tagged with the
    likelier script; its confidence is that of being Chinese. `neighbours` are in no order.

    >>> identify("検査結果").tag, identify("检查结果").tag, identify("1×10^6/kg").tag
    ('ja', 'zh-Hans', 'zxx')
    """
    if neighbours:
        from translator.languages import neighbourhood

        return neighbourhood.among(text, neighbours)
    from translator.languages import identification

    return identification.identify(text)


def identify_all(units: Iterable[Unit] | Units, *, explains: bool = True) -> list[Language]:
    """The languages of a whole document's units, each judged among its neighbours.

    A declared tag overrules everything. How much the neighbours count (same block, next unit, same
    row, column, section, document) is measured in the document itself, by how often the
    units that need no help agree in that relation. Without
    `explains` no answer says its reason, and equal answers are one object.
    """
    from translator.languages import neighbourhood

    return neighbourhood.identify_all(units, explains=explains)


def passes_through(text: str, language: Language, tag: str) -> bool:
    """Whether a text may stand unchanged in a locale judged as `tag` (see locales.content_tag).

    True for zxx, and where the language is the locale's, sure enough, without a foreign span or
    residue. Chinese that both scripts write alike passes in both.

    >>> passes_through("感染", Language("zh-Hans", 0.97), "zh-Hant")
    True
    """
    if language.tag == "zxx":
        return not language.foreign
    is_fit = language.tag == tag or (language.tag in characters.CHINESE and tag in characters.CHINESE)
    limit = _ENGLISH if tag == "en" else PASS_CONFIDENCE
    return is_fit and language.confidence >= limit and not language.foreign and not characters.residue(text, tag)


def residue(text: str, tag: str) -> tuple[Foreign, ...]:
    """The spans of characters that cannot belong to a text in `tag`; see characters.residue."""
    return characters.residue(text, tag)


def may_have_residue(chars: Collection[str], tag: str) -> bool:
    """Whether a text of these characters may have residue; see characters.may_have_residue."""
    return characters.may_have_residue(chars, tag)


def residue_size(text: str, tag: str) -> int:
    """How many characters of a text cannot belong to one in `tag`; see characters.residue_size."""
    return characters.residue_size(text, tag)


def fold(text: str) -> str:
    """The comparison key of a text: width, variant forms, punctuation; see variants.fold."""
    return variants.fold(text)


def sentence_ends(text: str, language: str = "", *, rules: Splitter | None = None) -> list[int]:
    """The end offsets of the sentences of a block, the last one being `len(text)`.

    Empty for an empty text; the slices between the offsets concatenated are the text. `language`
    is a tag or "" where it is not known. U+FFFC stands for an inline object and counts as a word.
    `rules` come from `srx.splitter` and take the place of the built-in ones.
    """
    return sentence_cutter(language, rules)(text)


def sentence_cutter(language: str = "", rules: Splitter | None = None) -> Callable[[str], list[int]]:
    """The function that gives the sentence ends of a text; see `sentence_ends`."""
    from translator.languages.sentences import ends

    if rules is not None:
        return lambda text: rules(text, language)
    return partial(ends, language=language) if language else ends
