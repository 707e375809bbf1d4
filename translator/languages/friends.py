"""Words that Chinese and Japanese write alike and do not share: strays of the other language, and false friends.

The table `data/false_friends.txt` says what each means, what its right rendering is, and where it is right all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product

from translator.frozen import swift
from translator.languages.candidates import characters, couples
from translator.languages.numerals import data_lines
from translator.languages.numerals_en import alternation
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.variants import fold, forms


@swift
@dataclass(frozen=True, slots=True)
class Friend:
    """A word of the other language in a translation: as it is written there, the span in it and the source's.

    `meaning` is what the word means where it stands, "" for a word that the language does not have. `right` is what it is
    called there, "" where the table knows no single word.
    """

    word: str
    said: str
    meaning: str
    right: str
    start: int
    end: int
    source_span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Line:
    word: str
    said: re.Pattern[str]
    right: tuple[str, ...]
    shown: str
    unless: re.Pattern[str] | None
    meaning: str


@dataclass(frozen=True, slots=True)
class _Table:
    """The lines of a language by the first two characters of their word, in every form; and all of these."""

    lines: dict[str, tuple[_Line, ...]]
    begun: frozenset[str]
    single: frozenset[str]


@cache
def _table(language: str) -> _Table:
    lines: dict[str, list[_Line]] = {}
    for row in data_lines("false_friends.txt"):
        tongue, word, said, right, unless, meaning = (*row.split("\t"), "", "", "")[:6]
        if language.startswith(tongue):
            words = tuple(filter(None, right.split("|")))
            line = _Line(
                fold(word),
                re.compile(fold(said)),
                tuple(map(fold, words)),
                words[0] if words else "",
                re.compile(fold(unless)) if unless else None,
                meaning,
            )
            for begin in map("".join, product(*(forms(each) for each in word[:2]))):
                lines.setdefault(begin, []).append(line)
    found = {begin: tuple(some) for begin, some in lines.items()}
    singles = frozenset(each for each in found if len(each) == 1)
    return _Table(found, frozenset(found) - singles, singles)


def _begun(text: str, language: str) -> frozenset[str]:
    table = _table(language)
    return (table.begun & couples(text)) | (table.single & characters(text))


def may_have_friends(target: str, language: str) -> bool:
    """Whether a translation into zh-Hans, zh-Hant or ja may have a word of the table."""
    return _any(language).has(target) is not None


def having_friends(targets: Texts, language: str) -> int:
    """The translations of which `may_have_friends` is true."""
    return targets.having(_any(language))


@cache
def _any(language: str) -> Sought:
    """What any word of the table begins with."""
    return Sought(alternation(_table(language).lines))


def false_friends(source: str, target: str, language: str) -> tuple[Friend, ...]:
    """The words of the other language in a translation into zh-Hans, zh-Hant or ja, whose right rendering it lacks, in order.

    >>> [(each.word, each.right) for each in false_friends("参加は無料です。", "参加无料。", "zh-Hans")]
    [('无料', '免费')]
    >>> false_friends("乘坐火车", "汽車に乗る", "ja"), false_friends("我们开车去", "車で行く", "ja")
    ((), ())
    """
    begun = _begun(target, language)
    if not begun:
        return ()
    ours, theirs = fold(source), fold(target)
    found = {}
    for line in dict.fromkeys(line for begin in begun for line in _table(language).lines[begin]):
        at = theirs.find(line.word)
        said = line.said.search(ours) if at >= 0 else None
        if said is None or _is_quoted(theirs, at, at + len(line.word)) or _is_right(line, ours, theirs):
            continue
        is_as_written = len(theirs) == len(target)
        end = at + len(line.word)
        word = target[at:end] if is_as_written else line.word
        span = said.span() if len(ours) == len(source) else None
        shown = source[slice(*span)] if span else said[0]
        start = (at, end) if is_as_written else (0, len(target))
        found[at] = Friend(word, shown, line.meaning, line.shown, *start, span)
    return tuple(found[at] for at in sorted(found))


def _is_right(line: _Line, source: str, target: str) -> bool:
    """Whether the translation has the right word as well, or its text is one in which the word is right."""
    if line.unless is not None and line.unless.search(f"{source}\n{target}") is not None:
        return True
    rest = target.replace(line.word, "\n")
    return any(each in rest for each in line.right)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a word is spoken of, not used: it stands alone between quotation marks or brackets."""
    return text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING and start > 0 and end < len(text)


_OPENING, _CLOSING = frozenset("\"'([<"), frozenset("\"')]>")
