"""One run of text and inline markup between two block boundaries, and the blocks it becomes.

Pairs of tags get a number; what holds no words (icons, comments, anchors) is one Code or, at the
edges, skeleton; a row of links with nothing but punctuation between them is a block each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from sys import intern
from typing import NamedTuple

from translator.document import Block, Code, Form, Piece
from translator.formats._html_breaks import with_wide_breaks
from translator.formats._html_names import ATTRIBUTE_WORDS, attribute_kind, inline_kind
from translator.formats._html_text import cdata_pieces, habits, pieces, raw_pieces
from translator.formats._html_tokens import SPACE, Attribute, unescape

TEXT, OPEN, CLOSE, ALONE = range(4)
CDATA = "![CDATA["
_FORMS: tuple[Form, ...] = ("alone", "open", "close", "alone")
_OPAQUE = frozenset(("code", "math"))
_BLANK = re.compile(r"[\s\0-\x1f\x7f]*")
_LABELS = frozenset(("a", "button", "label"))
_PLACES = {'"': "double", "'": "single", "": "unquoted"}

Keep = Callable[[int, int, str], None]


class Item(NamedTuple):
    """A stretch of a run: text, a start or end tag, or something that stands alone.

    `words` is 1 where a translator would see words in it. `quiet` is the reason why it is not for
    translation, or "". `texts` are the attributes that are texts, with what they are called.
    """

    start: int
    end: int
    what: int
    name: str = ""
    words: int = 0
    quiet: str = ""
    texts: tuple[tuple[str, Attribute], ...] = ()
    content: str | None = None


class Run:
    """Collects the items of one block; `blocks` gives what they become."""

    def __init__(self, text: str, *, keeps_code: bool) -> None:
        self.text = text
        self.keeps_code = keeps_code
        self.items: list[Item] = []
        self.mates: dict[int, int] = {}
        self.langs: dict[int, str] = {}
        self.words = 0
        self._open: defaultdict[str, list[int]] = defaultdict(list)
        self._depth = 0

    def add(self, item: Item) -> None:
        """Takes the next item of the run, in document order; a close is joined to its nearest open of the name."""
        if item.what == OPEN:
            self._open[item.name].append(len(self.items))
            self._depth += 1
        elif item.what == CLOSE:
            waiting = self._open.get(item.name)
            if waiting:
                at = waiting.pop()
                self._depth -= 1
                self.mates[at] = len(self.items)
                self.mates[len(self.items)] = at
        self.words += item.words
        self.items.append(item)

    def is_inside(self, name: str = "") -> bool:
        """True while a start tag (of a name) waits for its end tag."""
        return bool(self._open.get(name)) if name else self._depth > 0

    def has_break(self) -> bool:
        """True where the last thing but white space is a `br`."""
        for item in reversed(self.items):
            if item.what != TEXT or not _BLANK.fullmatch(unescape(self.text[item.start : item.end])):
                return item.name == "br"
        return False

    def blocks(self, model: Block, keep: Keep) -> Iterator[Block]:
        """The run's blocks in document order, made like the model; tags outside them are kept."""
        items = self.items
        if len(items) == 1 and items[0].what == TEXT and items[0].words and items[0].content is None:
            yield from self._plain(items[0], model)
            return
        yield from _Cutter(self, model, keep).blocks()

    def _plain(self, item: Item, model: Block) -> Iterator[Block]:
        start, end = item.start, item.end
        if not model.is_whole:
            shown = self.text[start:end]
            start += len(shown) - len(shown.lstrip(SPACE))
            end -= len(shown) - len(shown.rstrip(SPACE))
        found = text_pieces(self.text, start, end, place_of(model.form))
        if found:
            yield finished(model, found, model.lang)


def place_of(form: str) -> str:
    """The place that a form names."""
    return form.split(maxsplit=2)[1]


def text_pieces(text: str, start: int, end: int, place: str) -> list[Piece]:
    """The pieces of text at a place."""
    if place in ("raw", "plain"):
        return raw_pieces(text, start, end)
    is_attribute = place in ("double", "single", "unquoted")
    return pieces(text, start, end, keeps_space=place in ("pre", "area"), in_attribute=is_attribute)


def finished(model: Block, found: list[Piece], lang: str) -> Block:
    """The model with pieces and a language, and the author's habits among its form's words."""
    habit = habits(found)
    return Block(
        tuple(found),
        model.part,
        model.kind,
        model.note,
        " ".join([model.form, *sorted(habit)]) if habit else model.form,
        lang,
        model.context,
        model.limit,
        model.section,
        model.table,
        model.row,
        model.column,
        model.is_whole,
    )


def attribute_block(text: str, model: Block, name: str, value: Attribute) -> Block | None:
    """The block of an attribute's text, or None where it is empty."""
    words = ["html", _PLACES[value.quote], *(["xml"] if " xml" in model.form else [])]
    kind = ATTRIBUTE_WORDS.get(name, name)
    form = " ".join(words)
    found = text_pieces(text, value.start, value.end, _PLACES[value.quote])
    if not found:
        return None
    is_whole = model.is_whole or not value.quote
    return finished(replace(model, kind=kind, form=form, is_whole=is_whole), found, model.lang)


class _Cutter:
    """Turns the items of a run into blocks."""

    def __init__(self, run: Run, model: Block, keep: Keep) -> None:
        self.text, self.items, self.mates, self.langs = run.text, run.items, run.mates, run.langs
        self.model, self.keep, self.keeps_code = model, keep, run.keeps_code
        self.place = place_of(model.form)
        self.has_breaks = not model.is_whole and any(each.name == "br" for each in self.items)
        self.total = list(accumulate([each.words for each in self.items], initial=0))
        self.spoken = list(accumulate([each.words if each.what == TEXT else 0 for each in self.items], initial=0))

    def _in_texts(self, low: int, high: int) -> int:
        return self.spoken[high] - self.spoken[low]

    def _is_empty(self, low: int, high: int) -> bool:
        return self.total[high] == self.total[low]

    def blocks(self) -> Iterator[Block]:
        """The blocks of the run, in document order; what has no words is skeleton."""
        waiting = [(0, len(self.items), self.model.lang)]
        while waiting:
            low, high, lang = waiting.pop()
            first, last, lang = self._peeled(low, high, lang)
            if self._is_silent(first, last):
                yield from self._skeleton(low, high)
                continue
            yield from self._skeleton(low, first)
            labels = self._labels(first, last)
            if labels:
                waiting.append((last, high, lang))
                waiting += ((*each, lang) for each in reversed(labels))
                continue
            found = self._pieces(first, last)
            if found:
                yield finished(self.model, found, lang)
            yield from self._skeleton(last, high)

    def _is_silent(self, low: int, high: int) -> bool:
        """True where there is no text to read, but for attributes."""
        return self._in_texts(low, high) == 0

    def _peeled(self, low: int, high: int, lang: str) -> tuple[int, int, str]:
        """The range without wordless items and wrapping pairs at its edges, and its language."""
        while low < high:
            size = high - low
            low = self._after_edge(low, high)
            if low < high:
                high = self._before_edge(low, high)
            if low < high and self.mates.get(low) == high - 1 and self._may_peel(low):
                lang = self.langs.get(low, lang)
                low, high = low + 1, high - 1
            if high - low == size:
                break
        return low, high, lang

    def _may_peel(self, at: int) -> bool:
        item = self.items[at]
        is_opaque = item.name == CDATA or (item.name in _OPAQUE and self.keeps_code)
        return item.what == OPEN and not item.quiet and not is_opaque

    def _after_edge(self, low: int, high: int) -> int:
        item = self.items[low]
        mate = self.mates.get(low)
        if item.what == TEXT:
            return low + 1 if self._is_blank(low) else low
        if item.what == OPEN and mate is not None and low < mate < high:
            is_bare = self._is_empty(low, mate + 1) and not item.quiet
            return mate + 1 if is_bare else low
        return low + 1 if self._is_bare(item) else low

    def _before_edge(self, low: int, high: int) -> int:
        item = self.items[high - 1]
        mate = self.mates.get(high - 1)
        if item.what == TEXT:
            return high - 1 if self._is_blank(high - 1) else high
        if item.what == CLOSE and mate is not None and low <= mate:
            is_bare = self._is_empty(mate, high) and not item.quiet
            return mate if is_bare else high
        return high - 1 if self._is_bare(item) else high

    def _is_bare(self, item: Item) -> bool:
        return not item.quiet and (not item.words or item.name == "input")

    def _is_blank(self, at: int) -> bool:
        item = self.items[at]
        return not item.quiet and not item.words and not self.text[item.start : item.end].strip(SPACE)

    def _skeleton(self, low: int, high: int) -> Iterator[Block]:
        """Attribute texts of items that no block holds; everything else of them is kept."""
        for item in self.items[low:high]:
            if item.what == TEXT and not item.quiet:
                if "&" in self.text[item.start : item.end] or item.words:
                    self.keep(item.start, item.end, "text without words")
                continue
            yield from outside(self.text, item, self.model, self.keep)

    def _labels(self, low: int, high: int) -> list[tuple[int, int]]:
        """The ranges of pairs that are labels of their own, with what follows each; or none."""
        found: list[int] = []
        at = low
        while at < high:
            item, mate = self.items[at], self.mates.get(at)
            if item.what == OPEN and mate is not None and mate < high:
                if not self._is_empty(at, mate + 1):
                    if item.name not in _LABELS or item.quiet or not self._in_texts(at, mate):
                        return []
                    found.append(at)
                at = mate + 1
                continue
            if item.words or item.quiet:
                return []
            at += 1
        if len(found) < 2:
            return []
        edges = [low, *(edge for at in found for edge in (at, self.mates[at] + 1)), high]
        return list(pairwise(edges))

    def _pieces(self, low: int, high: int) -> list[Piece]:
        hidden = self._opaque(low, high)
        out: list[Piece] = []
        at = low
        while at < high:
            item, mate = self.items[at], self.mates.get(at)
            if item.quiet:
                until = at + 1
                while until < high and self.items[until].quiet == item.quiet:
                    until += 1
                out.append(self._alone(at, until))
                at = until
            elif item.what == TEXT:
                out += self._text(item)
                at += 1
            elif item.what == OPEN and mate is not None and mate < high and (at in hidden or self._is_empty(at, mate)):
                out.append(self._alone(at, mate + 1))
                at = mate + 1
            else:
                is_pair = mate is not None and low <= mate < high
                form = _FORMS[item.what] if is_pair else "alone"
                number = mate if mate is not None and item.what == CLOSE else at
                if item.texts or item.name == CDATA:
                    out += self._tag(item, number, form)
                else:
                    # The same few tags stand in a page a thousand times.
                    data = intern(self.text[item.start : item.end])
                    out.append(Piece(item.start, item.end, Code(inline_kind(item.name), data, form, number)))
                at += 1
        return with_wide_breaks(self.text, out) if self.has_breaks else out

    def _opaque(self, low: int, high: int) -> set[int]:
        """Pairs whose text stays as it is: code in a sentence, formulas."""
        found = {at for at in range(low, high) if self.items[at].name in _OPAQUE and self.mates.get(at, -1) > at}
        if not found or self.keeps_code:
            return found
        inside, until = 0, low
        for at in sorted(found):
            if at >= until:
                until = self.mates[at]
                inside += self._in_texts(at, until)
        return found if self._in_texts(low, high) > inside else set()

    def _text(self, item: Item) -> list[Piece]:
        if item.name == CDATA:
            return cdata_pieces(self.text, item.start, item.end)
        if item.content is not None:
            return [Piece(item.start, item.end, item.content)]
        return text_pieces(self.text, item.start, item.end, self.place)

    def _alone(self, low: int, high: int) -> Piece:
        start, end = self.items[low].start, self.items[high - 1].end
        return Piece(start, end, Code(inline_kind(self.items[low].name), self.text[start:end], "alone", low))

    def _tag(self, item: Item, number: int, form: Form) -> list[Piece]:
        """A tag whose attributes are texts, in halves around them; or a CDATA mark."""
        if item.name == CDATA:
            # The empty piece keeps the pair from being peeled: it says how its text is written.
            code = Piece(item.start, item.end, Code("cdata", self.text[item.start : item.end], form, number))
            return [Piece(item.start, item.start, ""), code] if form == "open" else [code]
        kind = inline_kind(item.name)
        texts = [each for each in item.texts if each[1].quote]
        if not texts:
            return [Piece(item.start, item.end, Code(kind, self.text[item.start : item.end], form, number))]
        # The empty piece keeps halves of a tag from being peeled as a wrapping pair, and the pair
        # around several of them keeps a sentence from ending between them.
        out = [Piece(item.start, item.start, "")]
        at = item.start
        is_pair = form == "open" or len(texts) > 1
        if is_pair:
            at += 1 + len(item.name)
            out.append(Piece(item.start, at, Code(kind, self.text[item.start : at], "open", number)))
        ends = [value.end + 1 for _, value in texts]
        if form == "open" or not is_pair:
            ends[-1] = item.end
        for (name, value), end in zip(texts, ends, strict=True):
            half = attribute_kind(name)
            out.append(Piece(at, value.start, Code(half, self.text[at : value.start], "open", value.start)))
            out += pieces(self.text, value.start, value.end, in_attribute=True)
            out.append(Piece(value.end, end, Code(half, self.text[value.end : end], "close", value.start)))
            at = end
        if is_pair and form != "open":
            out.append(Piece(at, item.end, Code(kind, self.text[at : item.end], "close", number)))
        return out


def outside(text: str, item: Item, model: Block, keep: Keep) -> Iterator[Block]:
    """The attribute texts of a tag as blocks of their own; the rest of the tag is kept."""
    at = item.start
    reason = item.quiet or REASONS.get(item.name, "markup")
    for name, value in item.texts if not item.quiet else ():
        block = attribute_block(text, model, name, value)
        if block is not None:
            keep(at, value.start, reason)
            yield block
            at = value.end
    keep(at, item.end, reason)


REASONS = {
    "!": "declaration",
    "comment": "comment",
    "script": "script",
    "style": "style sheet",
    "math": "formula",
    "code": "code",
}
