"""What is found in a stretch of HTML, in order: blocks, kept spans, and what comments say of the next block."""

from __future__ import annotations

from collections.abc import Iterable

from translator.document import Block, Kept
from translator.formats._html_run import REASONS, Item, outside
from translator.formats._html_tree import Element

_KEEPING_PLACES = ("pre", "area", "raw", "plain")


class Found:
    """Blocks and kept spans of a text; `section` and `tables` count its parts between headings and its tables."""

    def __init__(self, text: str, section: int, tables: int, *, is_xml: bool, is_crlf: bool) -> None:
        self.text = text
        self.section, self.tables = section, tables
        self.blocks: list[Block] = []
        self.kept: list[Kept] = []
        self._last_kept = (0, 0, "")
        self._note, self._context = "", ""
        self._later: dict[str, str] = {}
        xml, newline = " xml" if is_xml else "", " crlf" if is_crlf else ""
        self._forms = {place: f"html {place}{xml}" for place in ("text", "rcdata")}
        self._forms |= {place: f"html {place}{xml}{newline}" for place in _KEEPING_PLACES}

    def keep(self, start: int, end: int, reason: str) -> None:
        """Declares a span; those that touch for one reason are one."""
        if start == end:
            return
        last_start, last_end, last_reason = self._last_kept
        if last_reason == reason and (last_end == start or self.text[last_end:start].isspace()):
            self._last_kept = (last_start, end, reason)
            return
        if last_reason:
            self.kept.append(Kept(*self._last_kept))
        self._last_kept = (start, end, reason)

    def finish(self) -> None:
        """Nothing more is kept."""
        if self._last_kept[2]:
            self.kept.append(Kept(*self._last_kept))

    def model(self, top: Element, place: str = "") -> Block:
        """A block without pieces, as it would stand in an element."""
        place = place or ("pre" if top.keeps_space else "text")
        table = top.table
        note = table.note if table else ""
        if self._note:
            note = f"{note}; {self._note}" if note else self._note
        return Block(
            (),
            kind=top.kind,
            note=note,
            form=self._forms[place] + " svg" if top.is_foreign else self._forms[place],
            lang=top.lang,
            context=self._context or None,
            section=self.section,
            table=table.number if table else -1,
            row=table.row if table else -1,
            column=table.column if table else -1,
            is_whole=place in _KEEPING_PLACES,
        )

    def add(self, blocks: Iterable[Block]) -> None:
        """Adds blocks; what a comment said was said of the first."""
        count = len(self.blocks)
        self.blocks += blocks
        if len(self.blocks) > count:
            self._note = self._context = ""

    def add_outside(self, top: Element, item: Item) -> None:
        """What a tag between two blocks leaves: the texts of its attributes, and a kept span."""
        if item.texts:
            self.add(outside(self.text, item, self.model(top), self.keep))
        else:
            self.keep(item.start, item.end, item.quiet or REASONS.get(item.name, "markup"))

    def say(self, word: str, value: str, *, waits: bool) -> None:
        """Remembers what a comment says (`note` or `context`) of the next block, or of the one behind it if it waits."""
        if waits:
            self._later[word] = value
        elif word == "note":
            self._note = value
        else:
            self._context = value

    def say_what_waited(self) -> None:
        """A block has ended: what waited is said of the next one."""
        if self._later:
            self._note = self._later.get("note", self._note)
            self._context = self._later.get("context", self._context)
            self._later = {}
