"""Cuts blocks into segments: sentences where Codes allow it, trimmed, peeled, placeholders numbered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from translator.columns import JOINED, UNDECIDED, Blocks, Segments
from translator.document import Block, Code, Content, Kept, Piece, Segment
from translator.inline import EMPTY, PLACEHOLDER
from translator.runs import WORD, SentenceEnds, guarded, has_words, numbered, peeled, sentences, shown_as, with_words

Cuts = tuple[list[tuple[int, int, Content]], list[Kept]]
"""(start, end, content) of each segment, and what lies in none of them."""


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
    add, has_word = found.add, WORD.search
    columns = blocks if isinstance(blocks, Blocks) else Blocks.of(blocks, parts)
    for number, (start, end, shape) in enumerate(columns.stretches()):
        part = parts[shape.part]
        own_ends = None if shape.is_whole else ends
        if start >= 0:
            text = part[start:end]
            if "<" not in text or not _may_hold_placeholder(text):
                # Most blocks are a stretch of text as it stands.
                if not has_word(text):
                    continue
                cuts = own_ends(text) if own_ends is not None else ()
                if len(cuts) > 1:
                    for low, high in _worded(text, cuts):
                        add(*_bare(text, low, high, start), number)
                elif len(text.strip()) == end - start:
                    add(start, end, number)
                else:
                    add(*_bare(text, 0, end - start, start), number)
                continue
        pieces = columns.pieces(number)
        texts = [each.content for each in pieces if isinstance(each.content, str)]
        is_text = len(texts) == len(pieces)
        if is_text and own_ends is None and _is_whole(texts):
            add(pieces[0].start, pieces[-1].end, number, JOINED)
            continue
        cut_texts = _cut_texts(pieces, texts, shape.part, own_ends) if is_text else None
        spans, left = cut_texts or _cut(pieces, shape.part, part, own_ends)
        kept += left
        for low, high, content in spans:
            said = content[0] if len(content) == 1 else None
            is_plain = isinstance(said, str) and len(said) == high - low and part.startswith(said, low)
            add(low, high, number, None if is_plain else content)
    return found, kept


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
            found.append((start, end, numbered(bare)))
        for piece in run:
            if start <= piece.start < end:
                continue
            if isinstance(piece.content, Code):
                kept.append(Kept(piece.start, piece.end, f"inline markup ({piece.content.kind})", part))
            elif 0 < piece.end - piece.start != len(piece.content):
                kept.append(Kept(piece.start, piece.end, "escaped white space or sign", part))
    return found, kept


def _cut_texts(pieces: Sequence[Piece], texts: Sequence[str], part: str, ends: SentenceEnds | None) -> Cuts | None:
    """The segments of a block whose pieces are all text, without objects for their parts; None where that is not so simple."""
    shown = "".join(texts)
    if not all(texts) or "<" in shown or not WORD.search(shown):
        return None
    # Where each piece begins in what is shown; an escape is never cut.
    begins = list(accumulate(map(len, texts), initial=0))
    plain = [each.end - each.start == len(text) for each, text in zip(pieces, texts, strict=True)]
    ways = ends(shown) if ends is not None else ()
    cuts = [cut for cut in ways if cut in begins or plain[bisect_right(begins, cut) - 1]] if len(ways) > 1 else []
    found: list[tuple[int, int, Content]] = []
    kept: list[Kept] = []
    for low, high in _worded(shown, cuts):
        first, last = _bare(shown, low, high, 0)
        one, two = bisect_right(begins, first) - 1, bisect_left(begins, last) - 1
        if not (plain[one] or first == begins[one]) or not (plain[two] or last == begins[two + 1]):
            return None
        start = pieces[one].start + first - begins[one]
        end = pieces[two].start + last - begins[two] if plain[two] else pieces[two].end
        found.append((start, end, (shown[first:last],)))
        for at in (*range(bisect_left(begins, low), one), *range(two + 1, bisect_left(begins, high))):
            if not plain[at] and pieces[at].end > pieces[at].start:
                kept.append(Kept(pieces[at].start, pieces[at].end, "escaped white space or sign", part))
    return found, kept


def _may_hold_placeholder(text: str) -> bool:
    return EMPTY in text or PLACEHOLDER.search(text) is not None


def _bare(text: str, low: int, high: int, at: int) -> tuple[int, int]:
    """A span of the text without white space at its edges, moved by an offset."""
    if text[low].isspace():
        low = high - len(text[low:high].lstrip())
    if text[high - 1].isspace():
        high = low + len(text[low:high].rstrip())
    return at + low, at + high


def _worded(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The spans between the cuts, those that are punctuation alone joined to the one before, or the one after."""
    low = at = 0
    has_words = False
    for end in [*(each for each in cuts if 0 < each < len(text)), len(text)]:
        if WORD.search(text, at, end):
            if has_words:
                yield low, at
                low = at
            has_words = True
        at = end
    yield low, len(text)


def _is_whole(texts: Sequence[str]) -> bool:
    """Whether a block of these texts is one segment from end to end."""
    if len(texts) < 2 or not texts[0] or not texts[-1] or texts[0][0].isspace() or texts[-1][-1].isspace():
        return False
    return not any("<" in text for text in texts) and any(map(WORD.search, texts))


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
