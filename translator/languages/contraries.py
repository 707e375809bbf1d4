"""The lists of words of which one must not become the other: opposites, kinds of things, and more of both.

Whoever adds a pair of opposites adds two lines to `data/contraries.txt`, whoever adds a medicine one to `data/drugs.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from translator.languages.numerals import data_lines
from translator.languages.spellings import spelled

_TONGUES = ("zh", "ja", "en")


def lines() -> Iterator[str]:
    """The lines of all lists: concept, side, language and words, parted by tabs."""
    return chain(data_lines("opposites.txt"), data_lines("things.txt"), _short())


def _short() -> Iterator[str]:
    """The lines of `contraries.txt` and `drugs.txt`, one for each language; Chinese words in both scripts."""
    drugs = ("\t".join(("drugname", line.rpartition("\t")[2], line)) for line in data_lines("drugs.txt"))
    for line in chain(data_lines("contraries.txt"), drugs):
        concept, side, *words = line.split("\t")
        for tongue, each in zip(_TONGUES, words, strict=True):
            if each:
                forms = (
                    form
                    for word in each.split("|")
                    for form in (dict.fromkeys((word, *spelled(word, tongue))) if tongue == "zh" else (word,))
                )
                yield f"{concept}\t{side}\t{tongue}\t{'|'.join(forms)}"
