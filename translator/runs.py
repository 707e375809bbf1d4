"""Pieces of a block in runs, a segment each: where sentences part them, and what of them the translator sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from translator.document import Code, Content, Piece
from translator.inline import EMPTY, PLACEHOLDER

SentenceEnds = Callable[[str], Sequence[int]]
Run = list[tuple[int, int, str | Code]]
"""Start, end and content of pieces that follow each other."""
OBJECT = "\ufffc"
WORD = re.compile(r"[^\W_]")


def has_words(run: Sequence[Piece]) -> bool:
    """Whether a letter, ideograph or digit is in the texts of a run."""
    return any(isinstance(each.content, str) and WORD.search(each.content) for each in run)


def with_words(runs: Iterator[list[Piece]]) -> Iterator[list[Piece]]:
    """The runs, those that are punctuation alone joined to the one before, or the one after."""
    waiting: list[Piece] = []
    for run in runs:
        if waiting and has_words(waiting) and has_words(run):
            yield waiting
            waiting = []
        waiting = waiting + run
    if waiting:
        yield waiting


def shown_as(content: str | Code) -> str:
    """What stands for a Code in the text of a block; text stands for itself."""
    if isinstance(content, str):
        return content
    return "" if content.form != "alone" else "\n" if content.kind == "br" else OBJECT


def guarded(pieces: Sequence[Piece], text: str) -> Iterator[Piece]:
    """The pieces, with text that only looks like a placeholder made a Code of its own."""
    shown = "".join([each.content if isinstance(each.content, str) else "\0" for each in pieces])
    if "<" not in shown:
        yield from pieces
        return
    spans = [match.span() for match in PLACEHOLDER.finditer(shown)]
    spans += [(at, at + len(EMPTY)) for at in range(len(shown)) if shown.startswith(EMPTY, at)]
    waiting = sorted(spans)
    at = first = 0
    for piece in pieces:
        size = len(piece.content) if isinstance(piece.content, str) else 1
        rest, at = (at, at + size), at + size
        while first < len(waiting) and waiting[first][1] <= rest[0]:
            first += 1
        last = first
        while last < len(waiting) and waiting[last][0] < rest[1]:
            last += 1
        yield from _cut_out(piece, rest, waiting[first:last], text)


def _cut_out(piece: Piece, where: tuple[int, int], spans: Sequence[tuple[int, int]], text: str) -> Iterator[Piece]:
    """One piece with the spans (of the block's text) cut out as Codes; `where` is its own span."""
    start, end = where
    inside = [(max(a, start), min(b, end)) for a, b in spans if a < end and b > start]
    if not inside or isinstance(piece.content, Code):
        yield piece
        return
    if piece.end - piece.start != len(piece.content):
        yield Piece(piece.start, piece.end, _literal(piece.start, piece.end, text))
        return
    at = start
    for low, high in inside:
        if low > at:
            yield _part(piece, at - start, low - start)
        span = piece.start + low - start, piece.start + high - start
        yield Piece(*span, _literal(*span, text))
        at = high
    if at < end:
        yield _part(piece, at - start, end - start)


def _literal(start: int, end: int, text: str) -> Code:
    return Code("x", text[start:end], "alone", -1 - start)


def _part(piece: Piece, low: int, high: int) -> Piece:
    if isinstance(piece.content, Code) or (low == 0 and high == len(piece.content)):
        return piece
    return Piece(piece.start + low, piece.start + high, piece.content[low:high])


def sentences(pieces: list[Piece], ends: SentenceEnds) -> Iterator[list[Piece]]:
    """Runs of pieces, a sentence each; no cut inside an open pair or inside an escape."""
    shown = "".join([shown_as(each.content) for each in pieces])
    cuts = [end for end in ends(shown) if 0 < end < len(shown)]
    if not cuts:
        yield pieces
        return
    for run in runs([(each.start, each.end, each.content) for each in pieces], cuts):
        yield [Piece(*each) for each in run]


def runs(pieces: Run, cuts: Sequence[int]) -> Iterator[Run]:
    """Runs of pieces that are no objects, a sentence each; `cuts` are the ends of all sentences but the last."""
    waiting = iter(cuts)
    cut = next(waiting, None)
    run: Run = []
    at = depth = 0
    for start, stop, content in pieces:
        form = "" if isinstance(content, str) else content.form
        if at == cut and form != "close":
            if depth == 0 and run:
                yield run
                run = []
            cut = next(waiting, None)
        if isinstance(content, Code):
            at += form == "alone"
            depth += (form == "open") - (form == "close")
            run.append((start, stop, content))
            continue
        size = len(content)
        done = 0
        while cut is not None and cut < at + size:
            if depth == 0 and stop - start == size and cut > at:
                run.append((start + done, start + cut - at, content[done : cut - at]))
                yield run
                run, done = [], cut - at
            cut = next(waiting, None)
        run.append((start + done, stop, content[done:]))
        at += size
    if run:
        yield run


def peeled(run: list[Piece]) -> list[Piece]:
    """The run without white space, breaks and wrapping pairs at its edges: they stay skeleton."""
    low, high = 0, len(run)
    run = list(run)
    while low < high:
        first, last = run[low].content, run[high - 1].content
        if isinstance(first, str):
            bare = first.lstrip()
            if bare != first or _is_gap(run[low]):
                run[low] = _part(run[low], len(first) - len(bare), len(first))
                low += not bare
                continue
        if isinstance(last, str):
            bare = last.rstrip()
            if bare != last or _is_gap(run[high - 1]):
                run[high - 1] = _part(run[high - 1], 0, len(bare))
                high -= not bare
                continue
        if isinstance(first, Code) and first.kind == "br":
            low += 1
        elif isinstance(last, Code) and last.kind == "br":
            high -= 1
        elif _is_blank(first) and _is_verbatim(run[low]):
            low += 1
        elif _is_blank(last) and _is_verbatim(run[high - 1]):
            high -= 1
        elif wraps(first, last) and _is_verbatim(run[low]) and _is_verbatim(run[high - 1]):
            low, high = low + 1, high - 1
        else:
            break
    return run[low:high]


def _is_gap(piece: Piece) -> bool:
    """Whether a stretch is nothing to the translator: a line end between two characters of Chinese."""
    return not piece.content and piece.end > piece.start


def _is_blank(content: str | Code) -> bool:
    """Whether a Code is white space that must stay as it is: the line end behind a tag that stands alone."""
    return isinstance(content, Code) and content.form == "alone" and content.data.isspace()


def _is_verbatim(piece: Piece) -> bool:
    """Whether a Code is written as it stands: one that is not (`[label]` alone) cannot stay skeleton."""
    return isinstance(piece.content, Code) and len(piece.content.data) == piece.end - piece.start


def wraps(first: str | Code, last: str | Code) -> bool:
    """Whether the two are a pair of Codes."""
    return (
        isinstance(first, Code)
        and isinstance(last, Code)
        and (first.form, last.form) == ("open", "close")
        and (first.kind, first.number) == (last.kind, last.number)
    )


def pairs(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """The pieces whose Codes open and close a pair; what closes first is the innermost."""
    opened: list[Piece] = []
    for piece in pieces:
        code = piece.content
        if not isinstance(code, Code) or code.form == "alone":
            continue
        if code.form == "open":
            opened.append(piece)
            continue
        while opened:
            first = opened.pop()
            if wraps(first.content, code):
                yield first, piece
                break


def numbered(run: Sequence[str | Code]) -> Content:
    """The content of a run: texts joined, Codes counted per kind from 1."""
    count: dict[str, int] = {}
    known: dict[tuple[str, int], int] = {}
    out: list[str | Code] = []
    text: list[str] = []
    for content in run:
        if isinstance(content, str):
            text.append(content)
            continue
        if text:
            if joined := "".join(text):
                out.append(joined)
            text.clear()
        name = (content.kind, content.number)
        if content.form == "close" and name in known:
            out.append(_code(content.kind, content.data, "close", known.pop(name)))
            continue
        number = count[content.kind] = count.get(content.kind, 0) + 1
        if content.form == "open":
            known[name] = number
        out.append(_code(content.kind, content.data, content.form, number))
    if any(text):
        out.append("".join(text))
    return tuple(out)


# The same few tags stand in most blocks.
_code = lru_cache(maxsize=1024)(Code)
