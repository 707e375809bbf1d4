"""Which language a text is in, and where its sentences end: the two judgements of the project.

This module is the seam; the evidence lives in the modules beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translator.document import Language
from translator.languages import sentences

Splitter = Callable[[str, str], list[int]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A text with its place in a document, for judging it among its neighbours.

    `declared` is a BCP 47 tag from markup or settings, or "". `block` is the index of its block;
    `section` counts headings; `table`, `row` and `column` are cell coordinates from 0, or -1.
    `kind` is the block's kind (`heading`, `cell` …).
    """

    text: str
    declared: str = ""
    block: int = -1
    section: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    kind: str = "paragraph"


def identify(text: str, neighbours: Sequence[str] = ()) -> Language:
    """The language of a text alone, or among texts that stand near it."""
    return Language()


def identify_all(units: Sequence[Unit]) -> list[Language]:
    """The languages of a whole document's units, each judged among its neighbours."""
    return [Language() for _ in units]


def sentence_ends(text: str, language: str = "", rules: Splitter | None = None) -> list[int]:
    """The end offsets of the sentences of a block, the last one being `len(text)`.

    Empty for an empty text; the slices between the offsets concatenated are the text. `language`
    is a tag or "" where it is not known. U+FFFC stands for an inline object and counts as a word.
    `rules` come from `srx.splitter` and take the place of the built-in ones.
    """
    return (rules or sentences.ends)(text, language)
