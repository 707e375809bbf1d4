"""Leaves to blocks: kinds, notes, cells with their columns, what is kept and why, and authors' comments."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from translator.document import Block, Code, Kept, Piece
from translator.formats import _html
from translator.formats.markdown import starts
from translator.formats.markdown.cells import cells
from translator.formats.markdown.inline import ON, Labels
from translator.formats.markdown.joined import Joined, Spans
from translator.formats.markdown.literals import literals
from translator.formats.markdown.places import form_of
from translator.formats.markdown.structure import Leaf
from translator.formats.markdown.tiling import is_plain, pieces

_COMMENT = re.compile(
    r"\s*<!--\s*(?:translator:\s*(?P<switch>on|off)|(?:translator:\s*)?(?P<word>note|context):\s*(?P<value>.*?))\s*-->\s*",
    re.DOTALL,
)
_REASONS = {
    "code": "code block",
    "indented": "code block",
    "verbatim": "code block",
    "math": "formula",
    "directive": "directive",
    "snippet": "directive",
    "label": "footnote label",
}
_TEXTS = frozenset({"paragraph", "heading", "setext", "title"})
_KINDS = {"heading": "heading", "setext": "heading", "title": "title"}
_INSIDE = {"definition": "definition", "quote": "quote", "footnote": "footnote"}


class Blocks:
    """Collects the blocks and kept spans of a document, leaf by leaf."""

    def __init__(self, text: str, labels: Labels) -> None:
        self.text = text
        self.labels = labels
        self.blocks: list[Block] = []
        self.kept: list[Kept] = []
        self.section = 0
        self.tables = 0
        self.note = ""
        self.context: str | None = None
        self.is_off = False
        self.forms: dict[tuple[str, bool], str] = {}
        self.html = _html.Settings(keeps_code=True, is_crlf="\r\n" in text)

    def add(self, leaf: Leaf) -> None:
        """Takes the next leaf."""
        kind, spans = leaf.kind, leaf.spans
        start, end = spans[0][0], spans[-1][1]
        if kind == "html" and self._comment(start, end):
            return
        if self.is_off and kind != "html":
            self._resume(leaf)
        elif kind in _TEXTS:
            self._text(leaf)
        elif kind in _REASONS:
            self.keep(start, end, reason=_REASONS[kind])
        elif kind == "html":
            self._html(leaf)
        elif kind == "table":
            self._table(leaf)
        elif kind == "abbreviation":
            self._abbreviation(leaf)
        else:
            self._definition(leaf)

    def _resume(self, leaf: Leaf) -> None:
        """Leaves a leaf alone, up to the `on` that stands in it."""
        start, end = leaf.spans[0][0], leaf.spans[-1][1]
        match = ON.search(self.text, start, end) if leaf.kind in _TEXTS else None
        self.is_off = match is None
        stop = match.end() if match else end
        self.keep(start, stop, reason="translator: off")
        rest = [(max(low, stop), high) for low, high in leaf.spans if high > stop]
        if rest:
            self._text(leaf._replace(spans=rest, is_first=False))

    def keep(self, start: int, end: int, *, reason: str) -> None:
        """Declares a span as not for translation."""
        if start < end:
            self.kept.append(Kept(start, end, reason))

    def _comment(self, start: int, end: int) -> bool:
        """Takes an author's comment; false where the span is something else."""
        if not self.text.startswith("<!--", start):
            return False
        match = _COMMENT.fullmatch(self.text, start, end)
        if match is None:
            return False
        self.keep(start, end, reason="comment")
        if match["switch"]:
            self.is_off = match["switch"] == "off"
        elif match["word"] == "note":
            self.note = " ".join(match["value"].split())
        else:
            self.context = match["value"]
        return True

    def _html(self, leaf: Leaf) -> None:
        text, spans = self.text, leaf.spans
        is_clean = all(not text[a[1] : b[0]].strip() for a, b in pairwise(spans))
        if _is_unclosed(text[spans[0][0] : spans[-1][1]].lower()):
            self.keep(spans[0][0], spans[-1][1], reason="element without an end")
            return
        for start, end in [(spans[0][0], spans[-1][1])] if is_clean else spans:
            found = _html.read_fragment(
                text, start, end, settings=self.html, section=self.section, tables=self.tables, is_off=self.is_off
            )
            self.is_off = found.is_off
            blocks = [_with_break(each, spans[0][1], text=text) for each in found.blocks] if leaf.mark else found.blocks
            self.blocks += [self._noted(each) for each in blocks]
            self.kept += found.kept
            self.section, self.tables = found.section, found.tables

    def _noted(self, block: Block) -> Block:
        """The block with what an author's comment before it says."""
        if self.note or self.context is not None:
            note = "; ".join(each for each in (block.note, self.note) if each)
            block = replace(block, note=note, context=self.context)
            self.note, self.context = "", None
        return block

    def _text(self, leaf: Leaf) -> None:
        spans = self._trimmed(leaf)
        if not spans:
            return
        if leaf.kind == "paragraph" and not leaf.inside and self._is_module(spans):
            self.keep(spans[0][0], spans[-1][1], reason="module")
            return
        kind = _KINDS.get(leaf.kind) or ("list item" if leaf.is_first and leaf.inside == "item" else "")
        if leaf.kind in ("heading", "setext"):
            self.section += 1
        self._block(spans, kind=kind or _INSIDE.get(leaf.inside, "paragraph"), place=leaf.kind)

    def _is_module(self, spans: Spans) -> bool:
        text = self.text
        is_likely = text.startswith(("import ", "export ", "import\t"), spans[0][0])
        return is_likely and all(starts.MODULE.fullmatch(text, *span) for span in spans)

    def _trimmed(self, leaf: Leaf) -> Spans:
        """The spans without the marks at their edges that are no text: tasks, alerts, heading ids."""
        text = self.text
        spans = leaf.spans
        start, end = spans[0]
        match = None
        if leaf.inside == "quote" and text.startswith("[!", start):
            match = starts.ALERT.match(text, start, end)
        elif leaf.inside == "item" and leaf.is_first and leaf.kind == "paragraph":
            match = starts.TASK.match(text, start, end)
        if match is not None:
            self.keep(start, match.end(), reason="marker")
            title = text[match.end() : end]
            if text.startswith("[!", start) and title.strip() and "\n" not in title:
                self._block([(match.end(), end)], kind="title", place="title")
                spans = spans[1:]
            else:
                spans = [(match.end(), end), *spans[1:]] if title.strip() else spans[1:]
            if not spans:
                return []
        start, end = spans[-1]
        last = text[start:end]
        if last.endswith("}") and (found := starts.BLOCK_ATTRIBUTES.search(last)):
            self.keep(start + found.start(), end, reason="attribute list")
            last = last[: found.start()].rstrip(" \t\r\n")
        if leaf.kind in ("heading", "setext") and last.rstrip(" \t").endswith("}"):
            found = starts.HEADING_ID.search(last)
            if found:
                self.keep(start + found.start(), end, reason="heading id")
                last = last[: found.start()]
        last = last.rstrip(" \t")
        if not last:
            return spans[:-1]
        return spans if len(last) == end - start else [*spans[:-1], (start, start + len(last))]

    def _block(
        self, spans: Spans, *, kind: str, place: str, note: str = "", cell: tuple[int, int, int] | None = None
    ) -> None:
        start, end = spans[0]
        if len(spans) == 1 and is_plain(self.text, start, end):
            found, has_escapes = [Piece(start, end, self.text[start:end])], False
        else:
            found, has_escapes = pieces(self.text, Joined(self.text, spans), labels=self.labels)
        found = self._bare(found)
        if has_escapes:
            self._keep_names(found)
        if not found:
            return
        last = found[-1].content
        if isinstance(last, Code) and last.kind == "comment" and not ON.search(last.data):
            self.is_off = True
        table, row, column = cell or (-1, -1, -1)
        form = self._form(place, has_escapes)
        block = Block(tuple(found), "", kind, note, form, "", None, None, self.section, table, row, column)
        if len(found) > 2 and _is_single(found):
            self._single(block)
        else:
            self.blocks.append(self._noted(block))

    def _keep_names(self, found: list[Piece]) -> None:
        """Entities that are white space or a mark may stand outside of segments: their names are no words."""
        for piece in found:
            if (
                isinstance(piece.content, str)
                and piece.end - piece.start > len(piece.content)
                and not piece.content.isalnum()
            ):
                self.keep(piece.start, piece.end, reason="entity")

    def _form(self, place: str, has_escapes: bool) -> str:
        form = self.forms.get((place, has_escapes))
        if form is None:
            form = self.forms[place, has_escapes] = form_of(place, has_escapes, self.labels)
        return form

    def _single(self, block: Block) -> None:
        """A block that is one image, or one link with a title: its text and its title are blocks of their own."""
        inner = block.pieces
        opener = inner[0].content
        assert isinstance(opener, Code)
        reason = "image" if opener.kind == "alt" else "link"
        cut = next((i for i, each in enumerate(inner) if _is_title(each)), len(inner) - 1)
        if reason == "link" and cut == len(inner) - 1:
            self.blocks.append(self._noted(block))
            return
        self.keep(inner[0].start, inner[0].end, reason=reason)
        if cut > 1:
            self.blocks.append(
                self._noted(replace(block, pieces=inner[1:cut], kind="alt text" if reason == "image" else block.kind))
            )
        self.keep(inner[cut].start, inner[cut].end, reason=reason)
        if cut < len(inner) - 1:
            mark = inner[cut].content
            assert isinstance(mark, Code)
            form = self._form("link title " + mark.data[-1], False)
            title = replace(block, pieces=inner[cut + 1 : -2], kind="link title", form=form)
            self.blocks.append(self._noted(title))
            self.keep(inner[-2].start, inner[-1].end, reason=reason)

    def _bare(self, found: list[Piece]) -> list[Piece]:
        """The pieces without the comments at their edges."""
        while found and _is_nothing(found[0]):
            self.keep(found[0].start, found[0].end, reason="comment")
            del found[0]
        while found and _is_nothing(found[-1]):
            self.keep(found[-1].start, found[-1].end, reason="comment")
            del found[-1]
        return found

    def _abbreviation(self, leaf: Leaf) -> None:
        (start, end), (low, high) = leaf.spans
        self.keep(start, end, reason="abbreviation")
        name = self.text[start + 2 : self.text.index("]", start)]
        piece = Piece(low, high, self.text[low:high])
        form = self._form("abbreviation", False)
        block = Block((piece,), kind="abbreviation", note=f"of “{name}”", form=form, section=self.section)
        self.blocks.append(self._noted(block))

    def _definition(self, leaf: Leaf) -> None:
        start, end = leaf.spans[0]
        if len(leaf.spans) == 1:
            self.keep(start, end, reason="link definition")
            return
        title = leaf.spans[1:]
        self.keep(start, title[0][0], reason="link definition")
        found = title_pieces(self.text, title)
        form = self._form("link title " + leaf.mark, False)
        block = Block(tuple(found), kind="link title", form=form, section=self.section)
        self.blocks.append(self._noted(block))
        self.keep(title[-1][1], end, reason="link definition")

    def _table(self, leaf: Leaf) -> None:
        text = self.text
        table, self.tables = self.tables, self.tables + 1
        head = list(cells(text, *leaf.spans[0]))
        names = [" ".join(re.sub(r"[*_`]|\{[^{}]*\}", "", text[start:end]).split()) for start, end in head]
        rows = [leaf.spans[0], *leaf.spans[2:]]
        for row, span in enumerate(rows):
            for column, (start, end) in enumerate(cells(text, *span)):
                if column >= len(head):
                    self.keep(start, end, reason="cell beyond the table's columns")
                    continue
                if start == end:
                    continue
                if self.is_off:
                    self.keep(start, end, reason="translator: off")
                    continue
                note = f"column “{names[column]}”" if row and names[column] else ""
                place = "cell" if start > span[0] else "cell at line start"
                self._block([(start, end)], kind="cell", place=place, note=note, cell=(table, row, column))


def title_pieces(text: str, spans: Spans) -> list[Piece]:
    """The pieces of a link title on its own: escapes and entities count, nothing else does."""
    joined = Joined(text, spans)
    inside = joined.text
    out: list[Piece] = []
    at = 0
    for start, end, shown in [*literals(inside, 0, len(inside)), (len(inside), len(inside), "")]:
        if start > at:
            out.append(Piece(joined.source(at), joined.source(at) + start - at, inside[at:start]))
        if end > start:
            out.append(
                Piece(
                    joined.source(start),
                    joined.source(end - 1) + 1 if "\n" not in inside[start:end] else joined.source(end),
                    shown,
                )
            )
        at = end
    return out


def _with_break(block: Block, at: int, *, text: str) -> Block:
    """The block with the line end at an offset as a Code: the tag before it must stay alone on its line."""
    out: list[Piece] = []
    for piece in block.pieces:
        if isinstance(piece.content, Code) or not piece.start <= at < piece.end:
            out.append(piece)
            continue
        verbatim = piece.end - piece.start == len(piece.content)
        low, high = (at, at + 1) if verbatim else (piece.start, piece.end)
        if low > piece.start:
            out.append(Piece(piece.start, low, piece.content[: low - piece.start]))
        out.append(Piece(low, high, Code("x", text[low:high], "alone", -1 - low)))
        if high < piece.end:
            out.append(Piece(high, piece.end, piece.content[high - piece.start :]))
    return replace(block, pieces=tuple(out))


def _is_unclosed(html: str) -> bool:
    """What follows such a tag is its text for a browser, tags and all; for Markdown it is the page."""
    return any(html.rfind(f"<{name}") > html.rfind(f"</{name}") for name in ("textarea", "title"))


def _is_single(found: list[Piece]) -> bool:
    """Whether the pieces are one image or one link, and nothing more, with the title in the outer pair if at all."""
    first, last = found[0].content, found[-1].content
    return (
        isinstance(first, Code)
        and isinstance(last, Code)
        and first.kind in ("alt", "a")
        and (first.form, last.form) == ("open", "close")
        and (first.kind, first.number) == (last.kind, last.number)
        and len(last.data) == found[-1].end - found[-1].start
        and sum(map(_is_title, found)) <= 1
        and (not any(map(_is_title, found)) or _is_tip_close(found[-2]))
    )


def _is_tip_close(piece: Piece) -> bool:
    return isinstance(piece.content, Code) and piece.content.kind == "tip" and piece.content.form == "close"


def _is_title(piece: Piece) -> bool:
    return isinstance(piece.content, Code) and piece.content.kind == "tip" and piece.content.form == "open"


def _is_nothing(piece: Piece) -> bool:
    """Whether a piece is a comment or white space."""
    content = piece.content
    if isinstance(content, str):
        return not content or content.isspace()
    return content.kind == "x" and content.data.startswith("<!--")
