"""Cuts blocks into segments: sentences where Codes allow it, trimmed, peeled, placeholders numbered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import cast

from translator.columns import JOINED, UNDECIDED, Blocks, Segments
from translator.document import Block, Code, Content, Kept, Piece, Segment
from translator.inline import EMPTY, PLACEHOLDER
from translator.runs import (
    WORD,
    Run,
    SentenceEnds,
    guarded,
    has_words,
    numbered,
    peeled,
    runs,
    sentences,
    shown_as,
    with_words,
    wraps,
)

Cuts = tuple[list[tuple[int, int, Content]], list[Kept]]
"""(start, end, content) of each segment, and what lies in none of them."""
Spans = Sequence[tuple[int, int]]
_SHORT = 48
"""Blocks of so many characters are remembered."""
_UNKNOWN: Spans = [(-1, -1)]


def cut(block: Block, number: int, *, text: str, ends: SentenceEnds | None) -> tuple[list[Segment], list[Kept]]:
    """The segments of a block, in order, and the Codes that lie in none of them.

    A block without a letter, ideograph or digit has no segments. `text` is the block's part,
    `number` the block's index. `ends` gives the end offsets of the sentences of a text, or is
    None where blocks stay whole.
    """
    spans, kept = _cut(block.pieces, block.part, text, None if block.is_whole else ends)
    return [_made(block, number, each) for each in spans], kept


def cut_all(
    blocks: Sequence[Block], parts: Mapping[str, str], *, ends: SentenceEnds | None
) -> tuple[Segments, list[Kept]]:
    """The segments of all blocks, in order, and the Codes that lie in none of them; as `cut` gives them."""
    found = Segments(blocks, parts)
    kept: list[Kept] = []
    columns = blocks if isinstance(blocks, Blocks) else Blocks.of(blocks, parts)
    add_start, add_end, add_number = found.adders()
    # What is short comes again: cells, lines of code.
    known: dict[str, Spans | None] = {}
    known_whole: dict[str, Spans | None] = {}
    for number, (start, end, shape) in enumerate(columns.stretches()):
        part = parts[shape.part]
        own_ends = None if shape.is_whole else ends
        if start >= 0:
            # Most blocks are a stretch of text as it stands.
            text = part[start:end]
            remembered = known if own_ends is not None else known_whole
            spans = remembered.get(text, _UNKNOWN)
            if spans is _UNKNOWN:
                spans = _spans(text, own_ends)
                if end - start <= _SHORT:
                    remembered[text] = spans
            if spans is not None:
                for low, high in spans:
                    add_start(start + low)
                    add_end(start + high)
                    add_number(number)
                continue
        starts, stops, said = columns.said(number)
        cuts = None
        if Code in map(type, said):
            cuts = _cut_coded(starts, stops, said, ends=own_ends)
        else:
            texts = cast("list[str]", said)
            if own_ends is None and _is_whole(texts):
                found.add(starts[0], stops[-1], number, JOINED)
                continue
            cuts = _cut_texts(starts, stops, texts, part=shape.part, ends=own_ends)
        segments, left = cuts or _cut(columns.pieces(number), shape.part, part, own_ends)
        kept += left
        for low, high, content in segments:
            word = content[0] if len(content) == 1 else None
            is_plain = isinstance(word, str) and len(word) == high - low and part.startswith(word, low)
            found.add(low, high, number, None if is_plain else content)
    return found, kept


def _is_literal(text: str) -> bool:
    """Whether a text holds what looks like a placeholder."""
    return "<" in text and (EMPTY in text or PLACEHOLDER.search(text) is not None)


def _spans(text: str, ends: SentenceEnds | None) -> Spans | None:
    """The spans of the segments of a stretch of text as it stands; None where it holds what looks like a placeholder."""
    if _is_literal(text):
        return None
    if not WORD.search(text):
        return ()
    cuts = ends(text) if ends is not None else ()
    if len(cuts) > 1:
        return [_bare(text, low, high) for low, high in _worded(text, cuts)]
    return (_bare(text, 0, len(text)),)


def _cut(pieces: Sequence[Piece], part: str, text: str, ends: SentenceEnds | None) -> Cuts:
    """The segments of a block of these pieces, whatever they are."""
    listed = list(guarded(pieces, text))
    found: list[tuple[int, int, Content]] = []
    kept: list[Kept] = []
    for run in [listed] if ends is None else with_words(sentences(listed, ends)):
        bare = peeled(run)
        is_text = has_words(bare)
        start, end = (bare[0].start, bare[-1].end) if is_text else (0, 0)
        if is_text:
            found.append((start, end, numbered([piece.content for piece in bare])))
        for piece in run:
            if start <= piece.start < end:
                continue
            if isinstance(piece.content, Code):
                kept.append(Kept(piece.start, piece.end, f"inline markup ({piece.content.kind})", part))
            elif 0 < piece.end - piece.start != len(piece.content):
                kept.append(Kept(piece.start, piece.end, "escaped white space or sign", part))
    return found, kept


def _cut_coded(
    starts: Sequence[int], stops: Sequence[int], said: Sequence[str | Code], *, ends: SentenceEnds | None
) -> Cuts | None:
    """The segments of a block with Codes, without objects for its pieces; None where that is not so simple.

    The pieces begin and stop at these offsets and say this.
    """
    if any("<" in each for each in said if isinstance(each, str)):
        return None
    run = list(zip(starts, stops, said, strict=True))
    cuts = ends("".join(map(shown_as, said))) if ends is not None else ()
    found: list[tuple[int, int, Content]] = []
    for each in runs(run, cuts[:-1]) if len(cuts) > 1 else [run]:
        if not _trim(each):
            return None
        texts = [content for _, _, content in each]
        if wraps(texts[0], texts[-1]) or not any(WORD.search(text) for text in texts if isinstance(text, str)):
            return None
        found.append((each[0][0], each[-1][1], numbered(texts)))
    return found, []


def _trim(run: Run) -> bool:
    """Takes white space off the edges of a run of pieces; false where a Code or an escape would go with it."""
    for edge in (0, -1):
        start, stop, content = run[edge]
        if not isinstance(content, str):
            if content.kind == "br" or content.data.isspace():
                return False
            continue
        bare = content.strip() if len(run) == 1 else content.rstrip() if edge else content.lstrip()
        if not bare or (len(bare) < len(content) and stop - start != len(content)):
            return False
        low = content.index(bare)
        run[edge] = start + low, stop - (len(content) - low - len(bare)), bare
    return True


def _cut_texts(
    starts: Sequence[int], stops: Sequence[int], texts: Sequence[str], *, part: str, ends: SentenceEnds | None
) -> Cuts | None:
    """The segments of a block whose pieces are all text, without objects for their parts; None where that is not so simple.

    The pieces begin and stop at these offsets and read as these texts.
    """
    shown = "".join(texts)
    if not all(texts) or _is_literal(shown) or not WORD.search(shown):
        return None
    ways = ends(shown) if ends is not None else ()
    if len(ways) < 2 and not (shown[0].isspace() or shown[-1].isspace()):
        return [(starts[0], stops[-1], (shown,))], []
    # Where each piece begins in what is shown; an escape is never cut.
    begins = list(accumulate(map(len, texts), initial=0))
    plain = [stop - start == len(text) for start, stop, text in zip(starts, stops, texts, strict=True)]
    cuts = [cut for cut in ways if cut in begins or plain[bisect_right(begins, cut) - 1]] if len(ways) > 1 else []
    found: list[tuple[int, int, Content]] = []
    kept: list[Kept] = []
    for low, high in _worded(shown, cuts) if cuts else ((0, len(shown)),):
        first, last = _bare(shown, low, high)
        one, two = bisect_right(begins, first) - 1, bisect_left(begins, last) - 1
        if not (plain[one] or first == begins[one]) or not (plain[two] or last == begins[two + 1]):
            return None
        start = starts[one] + first - begins[one]
        end = starts[two] + last - begins[two] if plain[two] else stops[two]
        found.append((start, end, (shown[first:last],)))
        if first == low and last == high:
            continue
        for at in (*range(bisect_left(begins, low), one), *range(two + 1, bisect_left(begins, high))):
            if not plain[at] and stops[at] > starts[at]:
                kept.append(Kept(starts[at], stops[at], "escaped white space or sign", part))
    return found, kept


def _bare(text: str, low: int, high: int) -> tuple[int, int]:
    """A span of the text without white space at its edges."""
    if text[low].isspace():
        low = high - len(text[low:high].lstrip())
    if text[high - 1].isspace():
        high = low + len(text[low:high].rstrip())
    return low, high


def _worded(text: str, cuts: Sequence[int]) -> list[tuple[int, int]]:
    """The spans between the cuts, those that are punctuation alone joined to the one before, or the one after."""
    found: list[tuple[int, int]] = []
    low = at = 0
    has_words = False
    length = len(text)
    for end in (*cuts, length):
        if not at < end <= length:
            continue
        if WORD.search(text, at, end):
            if has_words:
                found.append((low, at))
                low = at
            has_words = True
        at = end
    found.append((low, length))
    return found


def _is_whole(texts: Sequence[str]) -> bool:
    """Whether a block of these texts is one segment from end to end."""
    if len(texts) < 2 or not texts[0] or not texts[-1] or texts[0][0].isspace() or texts[-1][-1].isspace():
        return False
    return any(map(WORD.search, texts)) and not _is_literal("".join(texts))


def _made(block: Block, number: int, span: tuple[int, int, Content]) -> Segment:
    place = (block.part, *span, number, block.kind, block.note, block.form)
    return Segment(*place, UNDECIDED, block.context, block.limit)


def source_span(block: Block, segment: Segment, *, start: int, end: int) -> tuple[int, int]:
    """The span in the part that a span of `segment.text` stands in."""
    at = 0
    low: int | None = None
    high = segment.end
    for piece in block.pieces:
        if piece.end <= segment.start or piece.start >= segment.end:
            continue
        if isinstance(piece.content, str):
            is_plain = piece.end - piece.start == len(piece.content)
            skipped = max(segment.start - piece.start, 0) if is_plain else 0
            dropped = max(piece.end - segment.end, 0) if is_plain else 0
            size = len(piece.content) - skipped - dropped
        else:
            is_plain, skipped, size = False, 0, len(shown_as(piece.content))
        if low is None and start < at + size:
            low = piece.start + skipped + (start - at if is_plain else 0)
        if low is not None and end <= at + size:
            high = piece.start + skipped + (end - at) if is_plain else piece.end
            break
        at += size
    return (segment.start if low is None else low, high)
