"""The five laws of the splice, judged on one document: the proof behind `translator verify`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from translator.document import Code, Content, Document, Segment
from translator.errors import TranslatorError, locate, shorten
from translator.formats import Format, format_for
from translator.reader import ReaderOptions, read_document, read_text
from translator.writer import spliced, written

LAWS = ("identity", "order", "return", "reach", "cover")
_PSEUDO = "試"
_SPELLED = re.compile(r"[*_~]{1,2}|</?(?:strong|em|del)>")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the laws say of one document: law → kept or not, and where each was broken.

    `refused` says why the document cannot be read; then there are no laws to judge.
    """

    path: str
    format: str
    segments: int
    laws: dict[str, bool]
    faults: dict[str, str]
    refused: str = ""


def judge(data: bytes, path: str, *, options: ReaderOptions | None = None, form: Format | None = None) -> Verdict:
    """The verdict on a file's bytes. Languages are not asked for."""
    options = replace(options or ReaderOptions(), identifies=False)
    form = form or format_for(path)
    try:
        document = read_document(data, path, options=options, form=form)
    except TranslatorError as error:
        return Verdict(path, form.name if form else "", 0, {}, {}, str(error))
    assert form is not None
    proofs: dict[str, Callable[[], Iterator[str]]] = {
        "identity": lambda: _identity(document, form, data),
        "order": lambda: _order(document),
        "return": lambda: _return(document, form, options),
        "reach": lambda: _reach(document, form, options),
        "cover": lambda: _cover(document),
    }
    faults = {law: fault for law in LAWS if (fault := next(_guarded(proofs[law]), ""))}
    return Verdict(path, form.name, len(document.segments), {law: law not in faults for law in LAWS}, faults)


def _guarded(proof: Callable[[], Iterator[str]]) -> Iterator[str]:
    try:
        yield from proof()
    except TranslatorError as error:
        yield f"the copy cannot be read: {error}"


def _identity(document: Document, form: Format, data: bytes) -> Iterator[str]:
    if written(document, form, contents={}, encoding=document.encoding) != data:
        yield "the copy differs from the document"


def _order(document: Document) -> Iterator[str]:
    last: dict[str, int] = {}
    seen: list[str] = []
    for segment in document.segments:
        if segment.part not in seen:
            seen.append(segment.part)
        elif segment.part != seen[-1]:
            yield f"part {segment.part} comes back after another part"
        if not 0 <= segment.start <= segment.end <= len(document.parts[segment.part]):
            yield f"segment {segment.start}:{segment.end} is outside its part"
        if segment.start < last.get(segment.part, 0):
            yield f"segment {segment.start}:{segment.end} starts before {last[segment.part]}"
        last[segment.part] = segment.end


def _again(document: Document, form: Format, options: ReaderOptions, contents: dict[int, Content]) -> Document:
    parts = spliced(document, form, contents=contents)
    # Containers are judged part by part through their own reading of the main text.
    text = parts[next(iter(parts))]
    return read_text(text, document.path, options=options, form=form, how=document.encoding)


def _return(document: Document, form: Format, options: ReaderOptions) -> Iterator[str]:
    again = _again(document, form, options, {i: s.content for i, s in enumerate(document.segments)})
    yield from _compare(document, again, [s.content for s in document.segments])


def _reach(document: Document, form: Format, options: ReaderOptions) -> Iterator[str]:
    faults = list(_guarded(lambda: _reached(document, form, options)))
    free = _without_words(options)
    # Settings that choose by words of the document find none of them in the copy: all that the format reads is held.
    yield from _within(document, form, free) if faults and free != options else faults


def _reached(document: Document, form: Format, options: ReaderOptions) -> Iterator[str]:
    contents = {i: pseudo(s) for i, s in enumerate(document.segments)}
    again = _again(document, form, replace(options, segmentation="block"), contents)
    wanted = pseudo_text(document, contents)
    found = pseudo_text(again, {i: s.content for i, s in enumerate(again.segments)})
    if wanted != found:
        at = next(
            (i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), min(len(wanted), len(found))
        )
        yield f"pseudo text differs at {at}: “{shorten(wanted[at : at + 40])}” became “{shorten(found[at : at + 40])}”"
    yield from _outside(document, again)


def _within(document: Document, form: Format, options: ReaderOptions) -> Iterator[str]:
    """Faults of a pseudo-translated copy where both are read with other options than the document was."""
    contents = {i: pseudo(s) for i, s in enumerate(document.segments)}
    options = replace(options, segmentation="block")
    yield from _outside(_again(document, form, options, {}), _again(document, form, options, contents))


def _outside(document: Document, again: Document) -> Iterator[str]:
    before, after = "".join(_rest(document)).count(_PSEUDO), "".join(_rest(again)).count(_PSEUDO)
    if before != after:
        yield f"pseudo text stands outside the segments ({after - before} characters)"


def _without_words(options: ReaderOptions) -> ReaderOptions:
    """The options without those that name words of a document: patterns, and the head cells of a table."""
    values = {name: value for name, value in options.read.values.items() if name != "columns"}
    return replace(options, skip=(), read=replace(options.read, rows=(), values=values))


def _compare(document: Document, again: Document, contents: list[Content]) -> Iterator[str]:
    if len(again.segments) != len(contents):
        yield f"{len(contents)} segments became {len(again.segments)}"
    for old, wanted, new in zip(document.segments, contents, again.segments, strict=False):
        if _bare(new.content) != _bare(wanted):
            place = locate(document.parts[old.part], old.start, document.path)
            yield f"{place}: “{shorten(old.text)}” became “{shorten(new.text)}”"
    if _rest(document) != _rest(again):
        yield "the text between the segments differs"


def _bare(content: Content) -> Content:
    # Where in the document a literal placeholder stood is not part of its meaning, nor is how emphasis is spelled.
    return tuple(
        replace(each, data="")
        if isinstance(each, Code) and (each.kind == "x" or _SPELLED.fullmatch(each.data))
        else replace(each, data=each.data.strip("<>"))
        if isinstance(each, Code) and each.kind == "a" and each.form == "alone"
        else each
        for each in content
    )


def _rest(document: Document) -> list[str]:
    rest: list[str] = []
    for part, text in document.parts.items():
        at = 0
        for segment in document.segments:
            if segment.part == part:
                rest.append(text[at : segment.start])
                at = segment.end
        rest.append(text[at:])
    return rest


def pseudo(segment: Segment) -> Content:
    """The segment's content with every letter and digit replaced by a marked one: 「試」."""
    return tuple(each if isinstance(each, Code) else re.sub(r"[^\W_]", _PSEUDO, each) for each in segment.content)


def pseudo_text(document: Document, contents: dict[int, Content]) -> str:
    """All texts of the contents, white space left out."""
    texts = (each for i in range(len(document.segments)) for each in contents[i] if isinstance(each, str))
    return re.sub(r"\s+", "", "".join(texts))


def _cover(document: Document) -> Iterator[str]:
    for part, text in document.parts.items():
        spans = sorted(
            [(s.start, s.end) for s in document.segments if s.part == part]
            + [(k.start, k.end) for k in document.kept if k.part == part]
        )
        at = 0
        for start, end in [*spans, (len(text), len(text))]:
            match = _LETTER.search(text, at, start) if start > at else None
            if match:
                place = locate(text, match.start(), document.path)
                yield f"{place}: “{shorten(text[match.start() : match.start() + 30])}” lies in no segment"
            at = max(at, end)
