"""Blocks to segments: the short way for plain text says what the long way says."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from translator import languages
from translator.document import Block, Piece
from translator.errors import Places, locate
from translator.inline import PLACEHOLDER
from translator.segmentation import cut

ENDS = partial(languages.sentence_ends, language="", rules=None)
TEXTS = st.lists(
    st.sampled_from([*"中文あaB1_。！？.「」() \n\u3000\u200b<>/"]),
    min_size=1,
    max_size=30,
).map("".join)


def block(text: str, *starts: int) -> Block:
    bounds = [0, *sorted(starts), len(text)]
    spans = pairwise(bounds)
    return Block(tuple(Piece(low, high, text[low:high]) for low, high in spans if high > low))


@given(TEXTS, st.integers(0, 30))
def test_text_in_two_stretches_has_the_segments_of_one(text: str, at: int) -> None:
    assume(not PLACEHOLDER.search(text))
    parted = block(text, min(at, len(text)))
    assert cut(block(text), 3, text=text, ends=ENDS) == cut(parted, 3, text=text, ends=ENDS)
    assert cut(block(text), 3, text=text, ends=None) == cut(parted, 3, text=text, ends=None)


def test_sentences_are_trimmed_and_signs_alone_join_a_neighbour() -> None:
    text = " 一。……二。 三！ "
    segments, kept = cut(block(text), 0, text=text, ends=lambda _: [3, 5, 7, 10, 11])
    assert [(each.start, each.end, each.content) for each in segments] == [
        (1, 5, ("一。……",)),
        (5, 7, ("二。",)),
        (8, 10, ("三！",)),
    ]
    assert kept == []


@given(st.text(st.sampled_from("a中\r\n"), max_size=12), st.integers(0, 12))
def test_places_are_those_of_locate(text: str, offset: int) -> None:
    at = min(offset, len(text))
    assert Places(text, "a.txt").at(at) == locate(text, at, "a.txt")
