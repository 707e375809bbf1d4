"""The sentences of two texts side by side, cut quickly: what is lost in one of them is not made up for in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# A mark, and where the sentence behind it ends: at its own end, or at both ends of the white space there.
_END = re.compile(
    r"[。！？.:;!?\n](?:(?<=[。！？])(?![」』”’）)])()|(?<=[.:;!?])(\s+)(?=[A-Z“\"&])|(?<=[!?])(?=[\u3040-\u9fff])()"
    r"|(?<=(\n))\n*)"
)


def sentences(source: str, target: str, *, longest: int = 1_000_000) -> Iterator[tuple[str, str, int, int]]:
    """The sentences of both texts with their offsets, where each has as many as the other.

    Else the whole texts, unless they are longer together than `longest` characters.

    >>> [each[:2] for each in sentences("没有发热。有咳嗽。", "No fever. A cough.")]
    [('没有发热。', 'No fever.'), ('有咳嗽。', 'A cough.')]
    """
    if len(source) > _SHORT or len(target) > _SHORT:
        ours, theirs = spans(source), spans(target)
        if len(ours) == len(theirs):
            for at, to in zip(ours, theirs, strict=True):
                yield source[slice(*at)], target[slice(*to)], at[0], to[0]
            return
        if len(source) + len(target) > longest:
            return
    yield source, target, 0, 0


def around(source: str, target: str, span: tuple[int, int], *, is_target: bool) -> tuple[tuple[str, int], str]:
    """The sentence that a span of one of two texts stands in, with its offset, and the one beside it.

    >>> around("没有发热。有咳嗽。", "No fever. A cough.", (5, 6), is_target=False)
    (('有咳嗽。', 5), 'A cough.')
    """
    for one, two, at, to in sentences(source, target):
        own, start, other = (two, to, one) if is_target else (one, at, two)
        if start <= span[0] < start + len(own):
            return (own, start), other
    return ((target, 0), source) if is_target else ((source, 0), target)


_SHORT = 12
"""Texts of no more characters are one sentence."""


@lru_cache(maxsize=16)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences; several checks of one pair ask for them in turn."""
    out = []
    start = 0
    for match in _END.finditer(text):
        end = match.start(match.lastindex or 0)
        if text[start:end].strip():
            out.append((start, end))
        start = match.end()
    if text[start:].strip():
        out.append((start, len(text)))
    return tuple(out)


def lines(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the lines that are not empty."""
    out = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(out)
