"""Bytes to Document: decodes, lets the format read, cuts sentences, asks for languages."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from operator import attrgetter

from translator import encoding, languages
from translator.collector import at_rest
from translator.columns import Blocks, Segments
from translator.document import Code, Document, Encoding, Kept, Language, Reading, Segment
from translator.errors import Location, TranslatorError
from translator.formats import Format, ReadOptions, format_for
from translator.inline import to_message
from translator.keeping import KeptSpans
from translator.lazy import Column
from translator.runs import pairs
from translator.segmentation import cut_all

# `<span lang="ja">`, and `<lang ja>` of WebVTT.
_LANGUAGE = re.compile(
    r"""<(?:[^<>]*?[\s"'](?:xml:)?lang\s*=\s*["']?([A-Za-z][\w-]*)|lang(?:\.[^\s<>]*)?[ \t]+([A-Za-z][\w-]*))""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """A `[[context]]` rule: segments whose place or source fits a pattern get a context."""

    context: str
    source: re.Pattern[str] | None = None
    note: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """How a document is read.

    `encoding` and `language` (a BCP 47 tag) are declared, or "". `segmentation` is `sentence` or
    `block`, `splitter` takes the place of the built-in sentence rules. A segment whose whole text
    fits a pattern of `skip` is left alone. `identifies` false leaves every language undecided,
    for work that needs none; `explains` adds to each language the reason for it.
    """

    encoding: str = ""
    language: str = ""
    segmentation: str = "sentence"
    skip: tuple[re.Pattern[str], ...] = ()
    contexts: tuple[Context, ...] = ()
    read: ReadOptions = field(default_factory=ReadOptions)
    identifies: bool = True
    splitter: languages.Splitter | None = None
    explains: bool = False


def read_document(
    data: bytes, path: str, *, options: ReaderOptions | None = None, form: Format | None = None
) -> Document:
    """The Document in a file's bytes; TranslatorError where it cannot be read without loss."""
    options = options or ReaderOptions()
    form = form or format_for(path)
    if form is None:
        raise TranslatorError("no format reads this suffix; name a `format` for it under [[documents]]", Location(path))
    declared = options.encoding or (form.sniff_encoding(data) if form.sniff_encoding else "")
    text, how = encoding.decode(data, declared=declared, path=path)
    del data  # as large as the text
    return read_text(text, path, options=options, form=form, how=how)


def read_text(text: str, path: str, *, options: ReaderOptions, form: Format, how: Encoding) -> Document:
    """The Document in a decoded text."""
    with at_rest():
        return _read(text, path, options, form, how)


def _read(text: str, path: str, options: ReaderOptions, form: Format, how: Encoding) -> Document:
    values = {**{each.name: each.default for each in form.options}, **options.read.values}
    reading = form.read(text, replace(options.read, path=path, values=values))
    is_cut = options.segmentation == "sentence"
    ends = languages.sentence_cutter(options.language, options.splitter) if is_cut else None
    segments, cut_out = cut_all(reading.blocks, reading.parts, ends=ends)
    if options.skip or options.contexts:
        segments = _ruled(segments, reading, options, cut_out)
    if options.identifies:
        segments.tell(partial(_languages, segments, reading, options))
    return Document(path, form.name, reading.parts, segments, reading.blocks, _merged(reading, cut_out), how)


def _ruled(segments: Segments, reading: Reading, options: ReaderOptions, cut_out: list[Kept]) -> Segments:
    """The segments that no `skip` pattern leaves out, with the contexts that rules give them."""
    found = Segments(reading.blocks, reading.parts)
    for segment in segments:
        if options.skip and _is_skipped(segment.text, options.skip):
            cut_out.append(Kept(segment.start, segment.end, "skip pattern", segment.part))
        else:
            found.take(_with_context(segment, options.contexts))
    return found


def _merged(reading: Reading, cut_out: list[Kept]) -> Sequence[Kept]:
    """What the format keeps and what the cuts left over, in order."""
    order = attrgetter("start") if len(reading.parts) == 1 else attrgetter("part", "start")
    read = reading.kept
    # A column was filled as the text was read.
    if not cut_out and (isinstance(read, Column) or all(order(a) <= order(b) for a, b in pairwise(read))):
        return read
    found = KeptSpans(read)
    for each in cut_out:
        found.add(each.start, each.end, each.reason, each.part)
    return found.sorted()


def _is_skipped(text: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    return any(pattern.fullmatch(text) for pattern in patterns)


def _with_context(segment: Segment, rules: tuple[Context, ...]) -> Segment:
    for rule in rules:
        fits_source = rule.source is None or rule.source.search(to_message(segment.content))
        if fits_source and (rule.note is None or rule.note.search(f"{segment.kind} {segment.note}")):
            return replace(segment, context=rule.context)
    return segment


def _languages(segments: Segments, reading: Reading, options: ReaderOptions) -> Sequence[Language]:
    """The languages of all segments."""
    with at_rest():
        return languages.identify_all(_units(segments, reading, options), explains=options.explains)


def _units(segments: Segments, reading: Reading, options: ReaderOptions) -> languages.Units:
    """The segments as units of a document."""
    numbers = segments.numbers()
    blocks = reading.blocks if isinstance(reading.blocks, Blocks) else Blocks.of(reading.blocks, reading.parts)
    # The settings speak of this document, a page's `lang` often of its template.
    page = "" if options.language else reading.lang
    langs = [lang or options.language for lang in blocks.langs()]
    declared = [langs[number] for number in numbers] if any(langs) else []
    for index, lang in _inner_languages(segments, blocks):
        declared = declared or [""] * len(numbers)
        declared[index] = lang
    places = {"block": numbers, "section": _spread(blocks.places("section"), numbers)}
    tables = blocks.places("table")
    for name in ("row", "column"):
        keys = list(map(languages.cell, tables, blocks.places(name)))
        if max(keys, default=languages.NOWHERE) != languages.NOWHERE:
            places[name] = _spread(keys, numbers)
    return languages.Units(segments.texts(), declared, places, page)


def _inner_languages(segments: Segments, blocks: Blocks) -> Iterator[tuple[int, str]]:
    """The segments that stand inside markup of a paragraph which declares a language, and that language."""
    numbers = segments.numbers()
    for number in blocks.having(lambda code: code.form == "open" and _LANGUAGE.match(code.data)):
        declaring = (
            (first.end, last.start, said[1] or said[2])
            for first, last in pairs(blocks.pieces(number))
            if isinstance(first.content, Code) and (said := _LANGUAGE.match(first.content.data))
        )
        spans = list(declaring)
        # What closes first is the innermost.
        for index in range(bisect_left(numbers, number), bisect_right(numbers, number)):
            low, high = segments.span(index)
            inside = (lang for start, end, lang in spans if start <= low and high <= end)
            if lang := next(inside, ""):
                yield index, lang


def _spread(keys: Sequence[int], numbers: Sequence[int]) -> Sequence[int]:
    """The key of each segment, those of the blocks given."""
    return array("q", map(keys.__getitem__, numbers))
