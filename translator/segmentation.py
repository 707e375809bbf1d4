"""Cuts blocks into segments: sentences where Codes allow it, trimmed, peeled, placeholders numbered."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, repeat

from translator.columns import JOINED, UNDECIDED, Blocks, Segments, Shape
from translator.document import Block, Code, Content, Kept, Piece, Segment
from translator.inline import EMPTY, PLACEHOLDER

SentenceEnds = Callable[[str], Sequence[int]]
OBJECT = "\ufffc"
_NO_SHAPE = Shape()
_WORD = re.compile(r"[^\W_]")


def cut(block: Block, number: int, text: str, ends: SentenceEnds | None) -> tuple[list[Segment], list[Kept]]:
    """The segments of a block, in order, and the Codes that lie in none of them.

    A block without a letter, ideograph or digit has no segments. `text` is the block's part,
    `number` the block's index. `ends` gives the end offsets of the sentences of a text, or is
    None where blocks stay whole.
    """
    plain = _plain(block, number, ends)
    if plain is not None:
        return plain, []
    pieces = list(_guarded(block.pieces, text))
    runs = [pieces] if ends is None or block.is_whole else _with_words(_sentences(pieces, ends))
    found: list[Segment] = []
    kept: list[Kept] = []
    for run in runs:
        bare = _peeled(run)
        is_text = _has_words(bare)
        if is_text:
            found.append(_made(block, number, (bare[0].start, bare[-1].end), _numbered(bare)))
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
    add, take, has_word = found.add, found.take, _WORD.search
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
    if len(texts) != len(pieces) or not texts or "<" in shown or not _WORD.search(shown):
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
        found.add(start, end, number, None if end - start == len(text) and found.stands(block.part, start, text) else (text,))
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
    if not _WORD.search(text):
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
        if _WORD.search(text, at, end):
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
    if "<" in shown or shown[0].isspace() or shown[-1].isspace() or not _WORD.search(shown):
        return None
    return shown


def _has_words(run: Sequence[Piece]) -> bool:
    return any(isinstance(each.content, str) and _WORD.search(each.content) for each in run)


def _with_words(runs: Iterator[list[Piece]]) -> Iterator[list[Piece]]:
    """The runs, those that are punctuation alone joined to the one before, or the one after."""
    waiting: list[Piece] = []
    for run in runs:
        if waiting and _has_words(waiting) and _has_words(run):
            yield waiting
            waiting = []
        waiting = waiting + run
    if waiting:
        yield waiting


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
            is_plain, skipped, size = False, 0, len(_shown(piece.content))
        if low is None and start < at + size:
            low = piece.start + skipped + (start - at if is_plain else 0)
        if low is not None and end <= at + size:
            high = piece.start + skipped + (end - at) if is_plain else piece.end
            break
        at += size
    return (segment.start if low is None else low, high)


def _shown(code: Code) -> str:
    return "" if code.form != "alone" else "\n" if code.kind == "br" else OBJECT


def _guarded(pieces: Sequence[Piece], text: str) -> Iterator[Piece]:
    """The pieces, with text that only looks like a placeholder made a Code of its own."""
    shown = "".join(each.content if isinstance(each.content, str) else "\0" for each in pieces)
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


def _sentences(pieces: list[Piece], ends: SentenceEnds) -> Iterator[list[Piece]]:
    """Runs of pieces, a sentence each; no cut inside an open pair or inside an escape."""
    shown = "".join(each.content if isinstance(each.content, str) else _shown(each.content) for each in pieces)
    cuts = [end for end in ends(shown) if 0 < end < len(shown)]
    if not cuts:
        yield pieces
        return
    waiting = iter(cuts)
    cut = next(waiting, None)
    run: list[Piece] = []
    at = depth = 0
    for piece in pieces:
        content = piece.content
        form = "" if isinstance(content, str) else content.form
        if at == cut and form != "close":
            if depth == 0 and run:
                yield run
                run = []
            cut = next(waiting, None)
        if isinstance(content, Code):
            if form == "alone":
                at += 1  # _shown
            else:
                depth += 1 if form == "open" else -1
            run.append(piece)
            continue
        size = len(content)
        if cut is None or cut >= at + size:
            run.append(piece)
            at += size
            continue
        is_plain = piece.end - piece.start == size
        done = 0
        while cut is not None and cut < at + size:
            if depth == 0 and is_plain and cut > at:
                run.append(_part(piece, done, cut - at))
                yield run
                run, done = [], cut - at
            cut = next(waiting, None)
        run.append(_part(piece, done, size))
        at += size
    if run:
        yield run


def _peeled(run: list[Piece]) -> list[Piece]:
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
        elif _wraps(first, last) and _is_verbatim(run[low]) and _is_verbatim(run[high - 1]):
            low, high = low + 1, high - 1
        else:
            break
    return run[low:high]


def _is_gap(piece: Piece) -> bool:
    """Whether a stretch is nothing to the translator: a line end between two characters of Chinese."""
    return not piece.content and piece.end > piece.start


def _is_verbatim(piece: Piece) -> bool:
    """Whether a Code is written as it stands: one that is not (`[label]` alone) cannot stay skeleton."""
    return isinstance(piece.content, Code) and len(piece.content.data) == piece.end - piece.start


def _wraps(first: str | Code, last: str | Code) -> bool:
    return (
        isinstance(first, Code)
        and isinstance(last, Code)
        and (first.form, last.form) == ("open", "close")
        and (first.kind, first.number) == (last.kind, last.number)
    )


def _numbered(run: Sequence[Piece]) -> Content:
    """The content of a run: texts joined, Codes counted per kind from 1."""
    count: dict[str, int] = {}
    known: dict[tuple[str, int], int] = {}
    out: list[str | Code] = []
    text: list[str] = []
    for piece in run:
        content = piece.content
        if isinstance(content, str):
            text.append(content)
            continue
        if text:
            if joined := "".join(text):
                out.append(joined)
            text.clear()
        name = (content.kind, content.number)
        if content.form == "close" and name in known:
            out.append(Code(content.kind, content.data, "close", known.pop(name)))
            continue
        number = count[content.kind] = count.get(content.kind, 0) + 1
        if content.form == "open":
            known[name] = number
        out.append(Code(content.kind, content.data, content.form, number))
    if any(text):
        out.append("".join(text))
    return tuple(out)
