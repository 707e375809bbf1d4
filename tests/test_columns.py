"""Columns of blocks and segments: what was put in comes out, whatever it is."""

from __future__ import annotations

import pickle
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from translator.columns import JOINED, Blocks, Segments, Shape, languages_of, undecided
from translator.document import Block, Code, Language, Piece, Segment
from translator.segmentation import cut, cut_all

TEXT = "甲乙。<b1> c\n丁&amp;戊。己 \n"
PARTS = {"": TEXT, "notes": TEXT[::-1]}
CONTENTS = st.one_of(
    st.sampled_from(
        ["", "&", "\n", "longer than it is", Code("b", "**", "open", 1), Code("x", "\\u0000", "alone", 900)]
    ),
    st.just(None),
)
SPANS = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6).map(sorted)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    bounds = draw(SPANS)
    part = draw(st.sampled_from(list(PARTS)))
    pieces = []
    for low, high in pairwise(bounds):
        content = draw(CONTENTS)
        pieces.append(Piece(low, high, PARTS[part][low:high] if content is None else content))
    words = [draw(st.sampled_from(["", "cell", "lead"])) for _ in range(4)]
    numbers = [draw(st.integers(-1, 3)) for _ in range(4)]
    context, limit = draw(st.sampled_from([None, "button"])), draw(st.sampled_from([None, 20]))
    return Block(tuple(pieces), part, *words, context, limit, *numbers, draw(st.booleans()))


@given(st.lists(blocks(), max_size=5))
def test_blocks_come_out_as_they_went_in(given_blocks: list[Block]) -> None:
    found = Blocks.of(given_blocks, PARTS)
    assert list(found) == given_blocks
    assert found == tuple(given_blocks) and hash(found) == hash(tuple(given_blocks))
    assert [found[index - len(found)] for index in range(len(found))] == given_blocks
    assert found[1:3] == tuple(given_blocks[1:3])
    assert pickle.loads(pickle.dumps(found)) == found
    assert list(found.langs()) == [each.lang for each in given_blocks]


@given(st.lists(blocks(), max_size=4), st.booleans())
def test_all_blocks_are_cut_as_each_is(given_blocks: list[Block], has_ends: bool) -> None:
    ends = (lambda text: [*(at + 1 for at, char in enumerate(text) if char == "。"), len(text)]) if has_ends else None
    wanted = [cut(block, number, text=PARTS[block.part], ends=ends) for number, block in enumerate(given_blocks)]
    for whole in (Blocks.of(given_blocks, PARTS), given_blocks):
        segments, kept = cut_all(whole, PARTS, ends=ends)
        assert list(segments) == [each for found, _ in wanted for each in found]
        texts = segments.texts()
        assert len(texts) == len(segments) and list(texts) == [each.text for each in segments]
        # A Code without width, which no format has, may be kept or not.
        assert [each for each in kept if each.start < each.end] == [
            each for _, found in wanted for each in found if each.start < each.end
        ]


def test_segments_take_what_their_blocks_say_and_what_is_said_of_them() -> None:
    found = Blocks(PARTS)
    found.stretch(0, 3, Shape("", "cell", "lf", "ja", "menu", 12), "column “甲”", (1, 2, 3, 4))
    found.add((Piece(8, 10, " c"), Piece(10, 11, "\n"), Piece(12, 17, "&")), Shape())
    segments = Segments(found, PARTS)
    segments.add(0, 3, 0)
    segments.add(8, 17, 1, JOINED)
    segments.take(Segment("", 1, 2, ("另",), 0, context="other"))
    assert [each.language for each in segments] == [Language()] * 3
    ja = Language("ja", 0.9)
    segments.tell([ja, ja, ja])
    cell = ("cell", "column “甲”", "lf", ja)
    assert list(segments) == [
        Segment("", 0, 3, ("甲乙。",), 0, *cell, "menu", 12),
        Segment("", 8, 17, (" c\n&",), 1, language=ja),
        Segment("", 1, 2, ("另",), 0, *cell, "other", 12),
    ]
    assert pickle.loads(pickle.dumps(segments)) == segments
    assert segments != list(segments)[:2] and segments != "甲"


def _ja() -> list[Language]:
    return [Language("ja", 0.9)]


def test_languages_are_found_once_and_only_where_they_are_asked_for() -> None:
    found = Blocks(PARTS)
    found.stretch(0, 3, Shape())
    segments = Segments(found, PARTS)
    segments.add(0, 3, 0)
    asked: list[str] = []

    def find() -> list[Language]:
        asked.append("asked")
        return _ja()

    segments.tell(find)
    assert [each.language for each in undecided(segments)] == [Language()]
    assert not asked
    assert [each.language for each in segments] == [segments[0].language] == list(languages_of(segments)) == _ja()
    assert asked == ["asked"]


def test_segments_are_sent_to_another_process_with_their_languages() -> None:
    found = Blocks(PARTS)
    found.stretch(0, 3, Shape())
    segments = Segments(found, PARTS)
    segments.add(0, 3, 0)
    segments.tell(_ja)
    assert pickle.loads(pickle.dumps(segments)) == segments
    assert segments[0].language == Language("ja", 0.9)
