"""YAML: the text scalars are blocks; keys, anchors, tags, comments and styles stay as they are.

Scalars are found by the parser of ruamel.yaml (the extra `yaml`) and sliced from the
text; nothing is built, so that tags make no objects and aliases multiply nothing. Every scalar that
is text is a block: quoted, plain, literal and folded, in any document of the file; `paths` chooses
by the path of the keys. Keys, numbers, dates, booleans (also `yes` and `off`, which YAML 1.1 readers
take for one), aliases and values with a tag of their own are left alone.

A target is written in its scalar's style: with its indentation in a block scalar, with doubled
quotes in single ones, escaped in double ones. Where the style cannot say it (a plain scalar with
`: ` or ` #`, one that would read as a number, a control character in a block) the whole scalar is
written in double quotes. That is decided when all sentences of the scalar are in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from translator.columns import Blocks
from translator.document import Block, Code, Content, Piece, Reading, Segment
from translator.errors import Location, TranslatorError, locate
from translator.formats import Format, Option, ReadOptions
from translator.formats import _scalars as scalars
from translator.formats._paths import Paths
from translator.formats._scalars import Style
from translator.formats._tree import Keeper, Tree

DEPTH = 1_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_LETTER = re.compile(r"[^\W\d_]")
_PROPERTIES = re.compile(r"(?:[&!][^ \t\r\n]*(?:[ \t\r\n]+|(?<=[ \t\r\n])#[^\r\n]*)*)*")
_HEADER = re.compile(r"[|>]([-+0-9]*)[ \t]*(#[^\r\n]*)?(?:\r\n|\n|\r|\Z)")
_BLANK_LINE = re.compile(r"[ ]*(?:\r\n|\n|\r)")
_INDENTED = re.compile(r"(?<![^\r\n])([ ]*)[^ \r\n][^\r\n]*")
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")
_STYLES = {"'": scalars.SINGLE, '"': scalars.DOUBLE, "|": scalars.LITERAL, ">": scalars.FOLDED}
_GAPS = {"#": "comment", "%": "directive", "&": "anchor", "!": "tag", "*": "alias"}


def _read(text: str, options: ReadOptions) -> Reading:
    scanner = _Scanner(text, options)
    parts = {"": text}
    blocks = Blocks.of(scanner.blocks(), parts)
    return Reading(parts, blocks, scanner.keeper.spans())


def _events(text: str, path: str) -> Iterator[Any]:
    """The parser's events; TranslatorError where the text is no YAML or the parser is missing."""
    try:
        from translator.formats._yaml_events import events
    except ImportError as error:
        raise TranslatorError(
            "YAML needs ruamel.yaml (the extra `yaml`), which is not installed; pip install 'ruamel.yaml>=0.18'",
            Location(path),
        ) from error
    return events(text, path)


@dataclass(slots=True)
class _Level:
    """What the parser has open: a key comes next, and everything in here belongs to a key."""

    is_mapping: bool
    is_flow: bool
    is_key: bool
    awaits_key: bool


class _Scanner:
    """One pass over the events; the keeper fills while `blocks` are taken."""

    def __init__(self, text: str, options: ReadOptions) -> None:
        self.text, self.path = text, options.path
        self.keeper = Keeper(text)
        self.paths = Paths(options.values.get("paths", ()))
        self.tree = Tree(self.paths)
        self.levels: list[_Level] = []
        self.at = 0

    def blocks(self) -> Iterator[Block]:
        """The text scalars, in order."""
        for event in _events(self.text, self.path):
            name = type(event).__name__
            if name == "ScalarEvent":
                yield from self._scalar(event)
            elif name in ("MappingStartEvent", "SequenceStartEvent"):
                self._open(event, is_mapping=name == "MappingStartEvent")
            elif name in ("MappingEndEvent", "SequenceEndEvent"):
                self._gap(event.start_mark.index)
                if not self.levels.pop().is_key:
                    self.tree.close()
            elif name == "AliasEvent":
                self._gap(event.start_mark.index)
                self._keep(event.start_mark.index, event.end_mark.index, "alias")
                self.tree.top.index += not self._is_key()
            elif name == "DocumentStartEvent":
                self.tree = Tree(self.paths)
        self._gap(len(self.text))

    def _open(self, event: Any, *, is_mapping: bool) -> None:
        start = event.start_mark.index
        if len(self.levels) == DEPTH:
            raise TranslatorError(
                f"nested more than {DEPTH} levels deep; flatten the data", locate(self.text, start, self.path)
            )
        self._gap(start)
        is_key = self._is_key()
        is_flow = bool(event.flow_style) or bool(self.levels and self.levels[-1].is_flow)
        if not is_key:
            self.tree.open(start, is_mapping=is_mapping)
        elif not self.levels[-1].is_key:
            self.tree.top.key = None
        self.levels.append(_Level(is_mapping, is_flow, is_key, is_mapping))

    def _is_key(self) -> bool:
        """Whether the node at hand is a key or inside of one; the level moves on."""
        if not self.levels:
            return False
        level = self.levels[-1]
        if not level.is_mapping:
            return level.is_key
        level.awaits_key = not level.awaits_key
        return level.is_key or not level.awaits_key

    def _scalar(self, event: Any) -> Iterator[Block]:
        start, end = event.start_mark.index, event.end_mark.index
        is_own_key = bool(self.levels) and not self.levels[-1].is_key
        is_key = self._is_key()
        if is_key:
            if is_own_key:
                self.tree.top.key = event.value
            self._gap(start)
            self._keep(start, end, "key")
            return
        self.tree.top.index += 1
        if not _LETTER.search(event.value):
            self._gap(start)
            self._keep(start, end, "a value without letters")
            return
        reason = self._reason(event)
        self._gap(start)
        if reason:
            self._keep(start, end, reason)
            return
        if event.anchor or event.tag:
            found = _PROPERTIES.match(self.text, start, end)
            low = found.end() if found else start
            self._keep(start, low, "anchor or tag")
            start = low
        yield from self._block(event.value, start, end)

    def _reason(self, event: Any) -> str:
        """Why a scalar is no text to translate, or ""."""
        if str(event.tag) not in map(str, _TEXT_TAGS):
            return "a value with a tag of its own"
        if event.style not in _STYLES and event.tag is None and scalars.is_other(event.value):
            return "number or literal"
        return "" if self.tree.is_chosen() else "a path that is not chosen"

    def _block(self, value: str, start: int, end: int) -> Iterator[Block]:
        is_flow = bool(self.levels) and self.levels[-1].is_flow
        found: tuple[Piece, ...] = ()
        is_opaque = True
        for low, high, style in self._readings(value, start, end, is_flow=is_flow):
            found = tuple(scalars.pieces(self.text[low:high], low, style))
            is_opaque = _said(found) != value[style.lead : len(value) - style.trail]
            if not is_opaque:
                break
        if is_opaque and _CONTROL.search(value):
            self._keep(start, end, "a value with control characters")
            return
        if is_opaque:
            # No piece may be trimmed, since the text is not what stands there: empty ones guard it.
            style = Style(scalars.OPAQUE, 0, is_flow)
            found = Piece(start, start, ""), Piece(start, end, value), Piece(end, end, "")
        self.keeper.keep(start, found[0].start, "syntax")
        at = self.tree.place()
        self.keeper.block()
        self.at = end
        yield Block(found, "", "value", at.note, style.word(), at.lang, None, None, *at.cell, is_whole=is_opaque)

    def _readings(self, value: str, start: int, end: int, *, is_flow: bool) -> Iterator[tuple[int, int, Style]]:
        """Where the text of a scalar stands: inside its quotes, or from its first line to its last.

        More than one answer only for a block scalar that names its indentation, since the name
        counts from the parent's: the first that says what the parser says is right.
        """
        text = self.text
        name = _STYLES.get(text[start : start + 1], scalars.PLAIN)
        if name in (scalars.PLAIN, scalars.SINGLE, scalars.DOUBLE):
            inset = name != scalars.PLAIN
            yield start + inset, end - inset, Style(name, 0, is_flow)
            return
        header = _HEADER.match(text, start, end)
        at = header.end() if header else end
        while (blank := _BLANK_LINE.match(text, at, end)) is not None:
            at = blank.end()
        lines = [(len(found[1]), found.end()) for found in _INDENTED.finditer(text, at, end)]
        if not lines:
            return
        high = lines[-1][1]
        indent = len(_INDENTED.match(text, at, end)[1])  # type: ignore[index]
        lead, trail = len(value) - len(value.lstrip("\n")), len(value) - len(value.rstrip("\n"))
        is_named = header is not None and re.search(r"[1-9]", header[1]) is not None
        least = min(width for width, _ in lines)
        for width in range(least, max(least - 16, -1), -1) if is_named else (indent,):
            low = at + width
            yield low, high, Style(name, width, is_flow, low - start, end - high, lead, trail)

    def _keep(self, start: int, end: int, reason: str) -> None:
        self.keeper.keep(start, end, reason)
        self.at = max(self.at, end)

    def _gap(self, start: int) -> None:
        """Declares what stands before a node: comments, directives, anchors, tags."""
        if start > self.at:
            first = self.text[self.at : start].lstrip()[:1]
            self._keep(self.at, start, _GAPS.get(first, "syntax"))


def _said(found: tuple[Piece, ...]) -> str:
    """What the pieces say as the parser says it: Codes as their characters."""
    out = []
    for piece in found:
        content = piece.content
        if isinstance(content, Code):
            content = scalars.character(content.data)
        out.append(content)
    return "".join(out)


def _escape(content: Content, segment: Segment) -> str:
    name = Style.of(segment.form).name
    return "".join(each.data if isinstance(each, Code) else scalars.escaped(each, name) for each in content)


def _finish(new: str, block: Block, text: str) -> tuple[int, int, str]:
    style = Style.of(block.form)
    start, end = block.start, block.end
    if style.name == scalars.DOUBLE:
        return start, end, new
    value = scalars.value_of(new, style)
    if value == "".join(each.content for each in block.pieces if isinstance(each.content, str)):
        return start, end, text[start:end]
    newline = re.search(r"\r\n|\n|\r", text)
    kept = scalars.in_style(new, value, style, newline[0] if newline else "\n")
    if kept is not None:
        return start, end, kept
    if style.name == scalars.SINGLE:
        return start - 1, end + 1, scalars.quoted(value)
    if style.name == scalars.PLAIN or (style.name == scalars.OPAQUE and text[start] not in "|>"):
        return start, end, scalars.quoted(value)
    start, end = start - style.head, end + style.tail
    header = _HEADER.match(text, start, end)
    comment = f" {header[2]}" if header and header[2] else ""
    last = re.search(r"(?:\r\n|\n|\r)\Z", text[start:end])
    value = "\n" * style.lead + value + "\n" * style.trail
    return start, end, scalars.quoted(value) + comment + (last[0] if last else "")


FORMAT = Format(
    "yaml",
    (".yaml", ".yml"),
    _read,
    _escape,
    options=(
        Option("paths", [], "patterns of the values to translate, such as `/items/*/title`, `title`, `!id`; none: all"),
    ),
    extra="yaml",
    finish=_finish,
)
