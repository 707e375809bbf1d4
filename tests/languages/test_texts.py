"""What is found in many texts at once is what is found in each of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.checks._prose import hidden_in, hide
from translator.languages import (
    comparisons,
    conjunctions,
    denials,
    gaps,
    lexicon,
    markers,
    multiples,
    numbers,
    opposites,
)
from translator.languages.candidates import Hints, latin_words
from translator.languages.sought import Sought
from translator.languages.texts import Texts, both_having, may_join, members
from translator.languages.verbatim import prose

PATTERNS = [
    re.compile("[^a-z]"),
    re.compile("^of|of$"),
    re.compile(r"\bof\b"),
    re.compile(r"of(?!\s|$)"),
    re.compile("(?<!x)[a-z]++(?!.)"),
    re.compile(r"(?<![^\0])of|of(?![^\0])"),
    re.compile(r"([a-z]) \1"),
    Sought("(?<![A-Za-z])(?:of|no)|不(?!是)", re.IGNORECASE),
    Sought("全部|[0-9]+ ?%"),
    gaps._MAY_BE_CLEAR,
    gaps._ORPHAN,
    multiples._HINT,
    comparisons._SIGN,
    denials._PLAIN_SOMEWHERE["zh"],
    denials._PLAIN_SOMEWHERE["ja"],
    *conjunctions._OR.values(),
]
PIECES = [
    "of",
    " ",
    "x",
    "no",
    "全部",
    "不",
    "是",
    "3%",
    "\n",
    "没有",
    "ない",
    "。",
    "{0}",
    "%d",
    "３",
    "twice",
    "at least",
    "以上",
    "İ",
    "を",
    "\0",
]
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), max_size=14)


def has(pattern: re.Pattern[str] | Sought, text: str) -> bool:
    return pattern.search(text) is not None


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_no_text_with_a_match_is_missed(some: list[str]) -> None:
    texts = Texts(some)
    for pattern in PATTERNS:
        alone = {at for at, text in enumerate(some) if has(pattern, text)}
        assert alone <= set(members(texts.having(pattern)))
        among = texts.where([at % 3 == 0 for at in range(len(some))])
        assert set(members(texts.having(pattern, among))) >= {at for at in alone if at % 3 == 0}
        assert texts.having(pattern, among) & ~among == 0


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_pattern_that_takes_no_separator_is_found_where_it_is(some: list[str]) -> None:
    texts = Texts(some)
    for pattern in (re.compile(r"\bof\b"), re.compile("不(?!是)"), re.compile(r"(?<![^\0])of"), re.compile("^of|of$")):
        assert [*members(texts.having(pattern))] == [at for at, text in enumerate(some) if has(pattern, text)]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_changed_texts_are_asked_as_they_are_now(some: list[str]) -> None:
    texts = Texts(some)
    hidden = texts.hidden(hidden_in(), hide)
    assert [*hidden] == [hide(each) for each in some]
    assert [*texts.prose] == [prose(each) for each in some]
    assert [*hidden.prose] == [prose(hide(each)) for each in some]
    for each in (texts, hidden, texts.prose, hidden.prose):
        assert [*each.words] == [latin_words(text) for text in each]
        assert set(members(each.naming(frozenset(["of", "twice"])))) >= {
            at for at, text in enumerate(each) if {"of", "twice"} & latin_words(text)
        }
        for pattern in PATTERNS:
            assert {at for at, text in enumerate(each) if has(pattern, text)} <= set(members(each.having(pattern)))


@given(TEXTS, st.sampled_from(["zh", "ja", "en"]))
@settings(max_examples=100, deadline=None)
def test_the_long_lists_tell_of_each_text_what_they_tell_of_it_alone(some: list[str], tongue: str) -> None:
    shift = lexicon._shift()
    for text, told in zip(some, lexicon.hinted(Texts(some), tongue), strict=True):
        assert markers.hints(text, tongue) & ~told == 0
        assert opposites.hints(text, tongue) & ~(told >> shift) == 0


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_list_suggests_itself_wherever_a_word_of_it_stands(some: list[str]) -> None:
    texts = Texts(some)
    for hints in (
        Hints((("of", 1), ("twice as", 2), ("全部", 4), ("不", 8), ("x/y", 16))),
        Hints((("Ａ", 1), ("全b", 2))),
    ):
        told = {at for at, text in enumerate(some) if hints.read(text)}
        assert told <= set(members(texts.suggesting(hints)))
        assert [*texts.hinting(hints)] == [hints.read(text) for text in some]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_numbers_are_missed_in_no_text(some: list[str]) -> None:
    texts = Texts(some)
    wanted = {at for at, text in enumerate(some) if numbers.has_numbers(prose(text))}
    assert wanted <= set(members(numbers.demanding(texts)))
    assert {at for at, text in enumerate(some) if numbers.read(text)} <= set(
        members(numbers.beginning(texts, texts.all))
    )


@pytest.mark.parametrize(
    ("pattern", "is_joined"),
    [
        ("of", True),
        ("[^a-z]of", True),
        (r"\Bof\b", True),
        ("of(?![^a-z])", False),
        ("of(?!.)", False),
        ("of(?!x|$)", False),
        ("^of", False),
        (r"of\Z", False),
        (r"(?<![^\0])of(?![^\0])", True),
        ("(?>[^a]+)of", False),
        ("(?>[a-z]+)of", True),
        ("[^a]++of", False),
        (r"(?<!\S)of", False),
        (r"(of|no) \1", True),
    ],
)
def test_what_sees_a_separator_as_an_end_may_be_joined(pattern: str, is_joined: bool) -> None:
    assert may_join(pattern) is is_joined


def test_one_repetition_tells_a_text() -> None:
    texts = Texts(["again and. again and.", "again and", "again and.", "x, again and", "again and！ again and"])
    found = texts.repeating(re.compile("[.！\n]"), least=5)
    assert {0, 4} <= set(members(found))


def test_both_texts_of_a_pair_are_asked() -> None:
    one, two = Texts(["of", "of", "x", "of", "x", "of"]), Texts(["of", "x", "of", "of", "x", "x"])
    assert [*members(both_having(one, two, re.compile("of")))] == [0, 3]
