"""Cuts blocks into segments: sentences where Codes allow it, trimmed, peeled, placeholders numbered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, repeat

from translator.columns import JOINED, UNDECIDED, Blocks, Segments, Shape
from translator.document import Block, Code, Content, Kept, Segment
from translator.inline import EMPTY, PLACEHOLDER
from translator.runs import WORD, SentenceEnds, guarded, has_words, numbered, peeled, sentences, shown_as, with_words

_NO_SHAPE = Shape()


def cut(block: Block, number: int, text: str, ends: SentenceEnds | None) -> tuple[list[Segment], list[Kept]]:
    """The segments of a block, in order, and the Codes that lie in none of them.

    A block without a letter, ideograph or digit has no segments. `text` is the block's part,
    `number` the block's index. `ends` gives the end offsets of the sentences of a text, or is
    None where blocks stay whole.
    """
    plain = _plain(block, number, ends)
    if plain is not None:
        return plain, []
    pieces = list(guarded(block.pieces, text))
    runs = [pieces] if ends is None or block.is_whole else with_words(sentences(pieces, ends))
    found: list[Segment] = []
    kept: list[Kept] = []
    for run in runs:
        bare = peeled(run)
        is_text = has_words(bare)
        if is_text:
            found.append(_made(block, number, (bare[0].start, bare[-1].end), numbered(bare)))
        for piece in run:
            if is_text and bare[0].start <= piece.start < bare[-1].end:
                continue
            if isinstance(piece.content, Code):
                kept.append(Kept(piece.start, piece.end, f"inline markup ({piece.content.kind})", block.part))
            elif piece.end - piece.start != len(piece.content):
                kept.append(Kept(piece.start, piece.end, "escaped white space or sign", block.part))
    return found, kept


def cut_all(
    blocks: Sequence[Block], parts: Mapping[str, str], ends: SentenceEnds | None
) -> tuple[Segments, list[Kept]]:
    """The segments of all blocks, in order, and the Codes that lie in none of them; see `cut`."""
    found = Segments(blocks, parts)
    kept: list[Kept] = []
    add, take, has_word = found.add, found.take, WORD.search
    stretches = blocks.stretches() if isinstance(blocks, Blocks) else repeat((-1, -1, _NO_SHAPE), len(blocks))
    for number, (start, end, shape) in enumerate(stretches):
        if start >= 0:
            text = parts[shape.part][start:end]
            if "<" not in text or not _may_hold_placeholder(text):
                if not has_word(text):
                    continue
                cuts = () if ends is None or shape.is_whole else ends(text)
                if len(cuts) > 1:
                    for low, high in _worded(text, cuts):
                        add(*_bare(text, low, high, start), number)
                elif len(text.strip()) == end - start:
                    add(start, end, number)
                else:
                    add(*_bare(text, 0, end - start, start), number)
                continue
        block = blocks[number]
        if (ends is None or block.is_whole) and _whole(block):
            add(block.start, block.end, number, JOINED)
            continue
        if not _cut_texts(block, number, None if block.is_whole else ends, found, kept):
            segments, codes = cut(block, number, parts[block.part], ends)
            kept += codes
            for segment in segments:
                take(segment)
    return found, kept


def _cut_texts(block: Block, number: int, ends: SentenceEnds | None, found: Segments, kept: list[Kept]) -> bool:
    """Adds the segments of a block whose pieces are all text, as `cut` makes them; False where that is not so simple."""
    pieces = block.pieces
    texts = [each.content for each in pieces if isinstance(each.content, str) and each.content]
    shown = "".join(texts)
    if len(texts) != len(pieces) or not texts or "<" in shown or not WORD.search(shown):
        return False
    # Where each piece begins in what is shown; an escape is never cut.
    begins = list(accumulate(map(len, texts), initial=0))
    plain = [each.end - each.start == len(text) for each, text in zip(pieces, texts, strict=True)]
    ways = ends(shown) if ends is not None else ()
    cuts = [cut for cut in ways if cut in begins or plain[bisect_right(begins, cut) - 1]] if len(ways) > 1 else []
    spans: list[tuple[int, int, str]] = []
    left: list[Kept] = []
    for low, high in _worded(shown, cuts):
        first, last = _bare(shown, low, high, 0)
        one, two = bisect_right(begins, first) - 1, bisect_left(begins, last) - 1
        if not (plain[one] or first == begins[one]) or not (plain[two] or last == begins[two + 1]):
            return False
        start = pieces[one].start + first - begins[one]
        end = pieces[two].start + last - begins[two] if plain[two] else pieces[two].end
        spans.append((start, end, shown[first:last]))
        for at in (*range(bisect_left(begins, low), one), *range(two + 1, bisect_left(begins, high))):
            if not plain[at]:
                left.append(Kept(pieces[at].start, pieces[at].end, "escaped white space or sign", block.part))
    for start, end, text in spans:
        found.add(
            start, end, number, None if end - start == len(text) and found.stands(block.part, start, text) else (text,)
        )
    kept += left
    return True


def _plain(block: Block, number: int, ends: SentenceEnds | None) -> list[Segment] | None:
    """The segments of a block that is one stretch of text as it stands, most blocks being that.

    Text in several stretches is taken too where it is one segment from end to end. None elsewhere.
    """
    pieces = block.pieces
    ends = None if block.is_whole else ends
    if len(pieces) > 1:
        whole = _whole(block) if ends is None else None
        return [_made(block, number, (pieces[0].start, pieces[-1].end), (whole,))] if whole else None
    if not pieces:
        return []
    piece = pieces[0]
    content = piece.content
    if isinstance(content, Code) or piece.end - piece.start != len(content):
        return None
    spans = _spans(content, piece.start, ends)
    at = piece.start
    if spans is None:
        return None
    return [_made(block, number, span, (content[span[0] - at : span[1] - at],)) for span in spans]


def _spans(text: str, at: int, ends: SentenceEnds | None) -> list[tuple[int, int]] | None:
    """The spans of the segments of a text that stands at an offset as it is; None where it may hold a placeholder."""
    if "<" in text and _may_hold_placeholder(text):
        return None
    if not WORD.search(text):
        return []
    cuts = ends(text) if ends is not None else ()
    return [_bare(text, low, high, at) for low, high in _worded(text, cuts)]


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


def _whole(block: Block) -> str | None:
    """The text of a block whose pieces are all text, if it is one segment from end to end."""
    texts = [each.content for each in block.pieces if isinstance(each.content, str)]
    if len(texts) != len(block.pieces) or len(texts) < 2 or not texts[0] or not texts[-1]:
        return None
    shown = "".join(texts)
    if "<" in shown or shown[0].isspace() or shown[-1].isspace() or not WORD.search(shown):
        return None
    return shown


def _made(block: Block, number: int, span: tuple[int, int], content: Content) -> Segment:
    start, end = span
    return Segment(
        block.part,
        start,
        end,
        content,
        number,
        block.kind,
        block.note,
        block.form,
        UNDECIDED,
        block.context,
        block.limit,
    )


def source_span(block: Block, segment: Segment, start: int, end: int) -> tuple[int, int]:
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
