"""Document + catalog → the bytes of the localized copy, or the list of its gaps."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING

from translator import locales
from translator.catalog import Catalog, Entry, Key
from translator.columns import blocks_of, has_limits, rows_of, undecided
from translator.document import Code, Content, Document, Segment, codes
from translator.errors import Location, Places
from translator.formats import Format
from translator.inline import EMPTY, difference, from_message, is_blank
from translator.languages import identify
from translator.steps._tongues import Relabel, around, relabelled
from translator.steps.extract import key_of
from translator.writer import UTF8, Additions, written

if TYPE_CHECKING:
    from translator.languages.placeholders import Placeholder

MISSING = "not in the catalog"
ALONE = "<empty/> without a filled sentence beside it"


@dataclass(frozen=True, slots=True)
class Gap:
    """A segment without a translation that may be published: where it is and why."""

    location: Location
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Variant:
    """What another locale of the same language says, and which of its entries a check found faulty."""

    locale: str
    catalog: Catalog
    faulty: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How a copy is written.

    `fallback` fills gaps: `refuse` (no copy), `source` (the source text), `previous` (the last
    translation, while an entry is fuzzy whose source changed without danger and contradicts it in
    nothing that a check sees; else the source), `variant` (what the first of `variants` that has a translation says, as it
    stands; else what `otherwise` says, `refuse` or `source`), `omit` (nothing). `is_marked`
    false splices the words alone: no marks, the source's own encoding. `faulty` are keys that a
    check has found not to be in the locale's language: gaps too. `allow` are terms that may stay
    untranslated in a previous translation.
    """

    fallback: str = "refuse"
    is_marked: bool = True
    keeps_encoding: bool = False
    faulty: frozenset[Key] = frozenset()
    variants: tuple[Variant, ...] = ()
    otherwise: str = "refuse"
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy's bytes (None where it is refused), its gaps, and where it reads otherwise than it was meant.

    `gaps` are those that were filled, and those that were not where it is refused. `gaps` and `misread` are in
    document order; a place in `misread` is that of the block in the document.
    """

    data: bytes | None
    gaps: tuple[Gap, ...] = ()
    misread: tuple[Location, ...] = ()


def export(document: Document, catalog: Catalog, *, form: Format, locale: str, options: ExportOptions) -> Copy:
    """The document in a locale.

    Sentences of one block are joined as the locale's language wants, where they stood joined in
    the usual way of the source and one of them was translated; every other gap is copied.
    """
    tag = locales.normalize(locale)
    relabel = form.relabel if options.is_marked else None
    filler = _Filler(catalog, options, document, locale=locale, relabel=relabel)
    contents: dict[int, Content] = {}
    foreign: dict[int, str] = {}
    gaps: list[tuple[Gap, bool]] = []
    places = {part: Places(text, document.path) for part, text in document.parts.items()}
    for index, row in enumerate(rows_of(document.segments, is_decided=False)):
        plain = filler.plain(row[3], row[9])
        if plain is not None:
            if plain:
                contents[index] = plain
            continue
        segment = Segment(*row)
        filled = filler(segment)
        if filled.reason:
            place = places[segment.part].at(segment.start)
            gaps.append((Gap(place, key_of(segment)[1], filled.reason), filled.is_refused))
            told = _mark(filled, document.segments[index], locale) if options.is_marked and form.foreign else ""
            if told:
                foreign[index] = told
        if filled.content is not None:
            contents[index] = filled.content
    if options.is_marked and has_limits(document.blocks):
        _balance(document, contents)
    refused = tuple(gap for gap, is_refused in gaps if is_refused)
    if refused:
        return Copy(None, refused)
    keeps = options.keeps_encoding or not options.is_marked
    # A mark at the head says the encoding, as a charset does: spreadsheets read no UTF-8 without one.
    encoding = document.encoding if keeps else replace(UTF8, bom=codecs.BOM_UTF8 if document.encoding.bom else b"")
    joints = tuple(_joints(document, contents, locale))
    if relabel is not None:
        own = {index for index, content in contents.items() if content and index not in foreign}
        joints += tuple(around(document, own, relabel, tag))
    marks = form.marks(document, tag, encoding.name) if form.marks and options.is_marked else ()
    misread: list[tuple[str, int]] = []
    additions = Additions(joints, marks, foreign, lambda part, at: misread.append((part, at)))
    data = written(document, form, contents=contents, additions=additions, encoding=encoding)
    found = tuple(places[part].at(at) for part, at in dict.fromkeys(misread))
    return Copy(data, tuple(gap for gap, _ in gaps), found)


def _balance(document: Document, contents: dict[int, Content]) -> None:
    """Breaks the lines of cues that are wider than they may be."""
    in_lines: Callable[[Content, int], Content] = import_module("translator.steps._lines").in_lines
    for index, row in enumerate(rows_of(document.segments, is_decided=False)):
        content = contents.get(index)
        if content and row[5] == "cue" and row[10]:
            contents[index] = in_lines(content, row[10])


def _gap(entry: Entry | None, faulty: frozenset[Key]) -> str:
    if entry is None:
        return MISSING
    if not entry.target or is_blank(entry.source, entry.target):
        return "untranslated"
    if entry.is_fuzzy:
        return "fuzzy"
    missing, surplus = difference(entry.source, entry.target)
    if (missing or surplus) and entry.target != EMPTY:
        return f"placeholders differ ({' '.join((*missing, *surplus))})"
    return _fault(entry) if faulty and entry.key in faulty else ""


def _fault(entry: Entry) -> str:
    """Why the gate does not count a target: its variables, the end of its text, or its language."""
    # Most exports meet no fault and need no more of what is known of languages.
    read: Callable[[str], tuple[Placeholder, ...]] = import_module("translator.languages.placeholders").read
    ours, theirs = (Counter([each.name for each in read(text)]) for text in (entry.source, entry.target))
    odd = [*(ours - theirs), *(theirs - ours)]
    return f"placeholders differ ({' '.join(odd)})" if odd else "not in the locale's language"


@dataclass(frozen=True, slots=True)
class _Filled:
    """What replaces a segment (None: nothing, the source stays), why it is a gap, and the variant that lent it."""

    content: Content | None = None
    reason: str = ""
    lender: str = ""
    is_refused: bool = False


class _Filler:
    """What the segments of a document say in a locale: translations, and what the policy fills the gaps with."""

    def __init__(
        self, catalog: Catalog, options: ExportOptions, document: Document, *, locale: str, relabel: Relabel | None
    ) -> None:
        self._locale, self._header, self._relabel = locale, catalog.header, relabel
        self._entries = catalog.by_key()
        self._options = options
        self._silent = self._silent_blocks(document) if any(each.target == EMPTY for each in catalog) else frozenset()
        lenders = options.variants if options.fallback == "variant" else ()
        self._lenders = tuple((each, each.catalog.by_key()) for each in lenders)

    def plain(self, content: Content, context: str | None) -> Content | None:
        """What replaces a text without Codes where nothing needs a second look, () if it stays; None elsewhere."""
        source = content[0] if len(content) == 1 else None
        if not isinstance(source, str) or "<" in source:
            return None
        entry = self._entries.get((context, source))
        if entry is None or entry.is_fuzzy or (self._options.faulty and entry.key in self._options.faulty):
            return None
        target = entry.target
        if not target or "<" in target or is_blank(source, target):
            return None
        return (target,) if target != source else ()

    def __call__(self, segment: Segment) -> _Filled:
        entry = self._entries.get(key_of(segment))
        reason = _gap(entry, self._options.faulty)
        if not reason and entry is not None and entry.target == EMPTY and segment.block in self._silent:
            reason = ALONE
        if not reason:
            assert entry is not None
            return _Filled(self._content(segment, entry))
        if self._options.fallback == "variant":
            return self._lent(segment, reason)
        if self._options.fallback == "omit":
            return _Filled((), reason)
        if self._options.fallback == "previous" and reason == "fuzzy" and entry is not None and self._stands(entry):
            return _Filled(self._said(segment, entry), reason)
        return _Filled(None, reason, is_refused=self._options.fallback == "refuse")

    def _content(self, segment: Segment, entry: Entry, locale: str = "") -> Content | None:
        """What an entry of a locale replaces a segment with; None leaves the source as it is."""
        return None if entry.target == entry.source else self._said(segment, entry, locale)

    def _said(self, segment: Segment, entry: Entry, locale: str = "") -> Content:
        """What an entry of a locale says."""
        own = codes(segment.content)
        content = from_message(entry.target, own)
        if self._relabel is None or not own:
            return content
        return relabelled(content, segment.content, self._relabel, locales.normalize(locale or self._locale))

    def _stands(self, entry: Entry) -> bool:
        """Whether the last translation of a fuzzy entry may stand for its source."""
        # To load the checks takes longer than most exports.
        may_stand: Callable[..., bool] = import_module("translator.steps._standing").may_stand
        return may_stand(entry, locale=self._locale, header=self._header, allow=self._options.allow)

    def _silent_blocks(self, document: Document) -> frozenset[int]:
        """The blocks of which no sentence is filled: in them `<empty/>` would lose what it stands for."""
        blocks, spoken = set(), set()
        for segment in undecided(document.segments):
            blocks.add(segment.block)
            entry = self._entries.get(key_of(segment))
            if entry is not None and entry.target != EMPTY and not _gap(entry, self._options.faulty):
                spoken.add(segment.block)
        return frozenset(blocks - spoken)

    def _lent(self, segment: Segment, reason: str) -> _Filled:
        """What a variant says, where one says anything; one that says nothing here said it in another sentence."""
        key = key_of(segment)
        for lender, entries in self._lenders:
            entry = entries.get(key)
            if entry is not None and not _gap(entry, lender.faulty) and entry.target != EMPTY:
                return _Filled(self._content(segment, entry, lender.locale), reason, lender.locale)
        return _Filled(None, reason, is_refused=self._options.otherwise == "refuse")


def _mark(filled: _Filled, segment: Segment, locale: str) -> str:
    """The language that a filled gap is marked with; "" where there is nothing to mark."""
    tag = segment.language.tag
    if filled.content == () or (filled.content is None and tag in ("zxx", "und")):
        return ""
    if filled.lender:
        return locales.normalize(filled.lender)
    return tag if filled.content is None and tag != locales.content_tag(locale) else ""


def _joints(document: Document, contents: Mapping[int, Content], locale: str) -> Sequence[tuple[str, int, int, str]]:
    wanted = locales.joint(locales.content_tag(locale))
    out: list[tuple[str, int, int, str]] = []
    segments, numbers = document.segments, blocks_of(document.segments)
    has_text = False
    for index in range(1, len(numbers)):
        if numbers[index - 1] != numbers[index]:
            has_text = False
            continue
        has_text = has_text or contents.get(index - 1) != ()
        if index - 1 not in contents and index not in contents:
            continue
        joins = has_text and contents.get(index) != ()
        out += _joint(document, segments[index - 1], segments[index], wanted if joins else "")
    return out


def _joint(document: Document, left: Segment, right: Segment, wanted: str) -> Iterator[tuple[str, int, int, str]]:
    """What changes between two sentences; nothing where they are not joined in the usual way.

    Markup between them is looked through: a space goes behind what closes, before what opens.
    """
    stretches = [
        (max(piece.start, left.end), min(piece.end, right.start), piece)
        for piece in document.blocks[left.block].pieces
        if piece.start < right.start and piece.end > left.end
    ]
    texts = [(start, end) for start, end, piece in stretches if isinstance(piece.content, str)]
    marks = [piece.content for _, _, piece in stretches if isinstance(piece.content, Code)]
    shown = "".join(document.parts[left.part][start:end] for start, end in texts)
    if shown != _usual(left, right) or shown == wanted or any(code.form == "alone" for code in marks):
        return
    if shown:
        yield from ((left.part, start, end, wanted if at == 0 else "") for at, (start, end) in enumerate(texts))
        return
    place = left.end
    for _, end, piece in stretches:
        if not isinstance(piece.content, Code) or piece.content.form != "close":
            break
        place = end
    yield left.part, place, place, wanted


def _usual(left: Segment, right: Segment) -> str:
    return locales.joint(_tag(left, right))


def _tag(left: Segment, right: Segment) -> str:
    """The language that decides how two sentences stand together: the first that is known."""
    for segment in (left, right):
        if segment.language.tag not in ("und", "zxx"):
            return segment.language.tag
    return identify(left.text + right.text).tag
