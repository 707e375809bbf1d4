"""Reads a stretch of HTML into blocks and kept spans, token by token, in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from translator.document import Block
from translator.formats._html_found import Found
from translator.formats._html_graphics import Graphics
from translator.formats._html_names import (
    BLOCKS,
    BREAKOUT,
    CELLS,
    FOREIGN_INLINE,
    HEADINGS,
    RAW,
    RCDATA,
    ROW_GROUPS,
    SHOWN_RAW,
    VOID,
)
from translator.formats._html_run import ALONE, CDATA, CLOSE, OPEN, TEXT, Item, Run
from translator.formats._html_tables import Table
from translator.formats._html_tags import NOTHING, Facts, reading_end, ruby_base, tag_facts
from translator.formats._html_tokens import TAG, WORD, bogus_end, comment_end, raw_end, script_end, unescape
from translator.formats._html_tokens import TEXT as TEXT_TOKEN
from translator.formats._html_tree import Tree

_SAYING = re.compile(r"<!--\s*(?:translator:\s*(?=note:|context:))?(translator|note|context):\s*(.*?)\s*-->", re.DOTALL)
_RAW_PLACES = {"title": "rcdata", "textarea": "area", "xmp": "raw", "plaintext": "plain"}
_OFF, _MANY = "translator: off", 500


@dataclass(frozen=True, slots=True)
class Settings:
    """How HTML is read.

    `keeps_readings`: ruby readings stay as placeholders, else the base text alone is seen.
    `keeps_code`: `code` is never for translation, else only inside a sentence. `is_xml`: the text
    follows XML's rules. `lang` is the language declared around it, or "". `is_crlf`: lines end so.
    """

    keeps_readings: bool = False
    keeps_code: bool = False
    is_xml: bool = False
    lang: str = ""
    is_crlf: bool = False


class Reader:
    """Reads text[start:end]; `found` holds what there is; `off`: is it left alone; `lang`: the page's."""

    def __init__(
        self, text: str, settings: Settings, *, section: int = 0, tables: int = 0, is_off: bool = False
    ) -> None:
        self.text = text
        self.settings = settings
        self.found = Found(text, section, tables, is_xml=settings.is_xml, is_crlf=settings.is_crlf)
        self._tree = Tree(settings.lang)
        self._run = Run(text, keeps_code=settings.keeps_code)
        self._end = len(text)
        self.off = _OFF if is_off else ""
        self.drain: Callable[[list[Block]], None] | None = None
        self.lang = settings.lang
        self._graphics = Graphics(text)

    def read(self, start: int, end: int) -> None:
        """Reads a stretch; nothing before it counts, nothing after it is looked at."""
        self._end = end
        at = start
        text = self.text
        while at < end:
            if self.drain is not None and len(self.found.blocks) > _MANY:
                self.drain(self.found.blocks)
            tag = TAG.match(text, at, end) if text[at] == "<" else None
            if tag is None:
                found = TEXT_TOKEN.match(text, at, end)
                if found is not None:
                    self._text(at, found.end())
                    at = found.end()
                else:
                    at = self._other(at)
            elif tag[1]:
                at = self._end_tag(tag)
            else:
                at = self._start_tag(tag)
        self._flush()
        self.found.finish()

    def _flush(self, place: str = "") -> None:
        """Ends the present block."""
        run = self._run
        if run.items:
            count = len(self.found.blocks)
            self.found.add(run.blocks(self.found.model(self._tree.top, place), self.found.keep))
            table = self._tree.top.table
            if table is not None and table.is_head_row:
                for block in self.found.blocks[count:]:
                    table.add("".join(each.content for each in block.pieces if isinstance(each.content, str)))
            self._run = Run(self.text, keeps_code=self.settings.keeps_code)
        self.found.say_what_waited()

    def _add(self, item: Item) -> None:
        """Adds markup to the present block; before its first text it is skeleton at once."""
        if self._run.items or item.what == OPEN or item.texts:
            self._run.add(item)
        else:
            self.found.add_outside(self._tree.top, item)

    # Tokens.

    def _text(self, start: int, end: int) -> None:
        shown = self.text[start:end]
        if not self._run.items and shown.isspace():
            return
        quiet = self.off or self._tree.top.quiet
        words = 0 if quiet or WORD.search(unescape(shown)) is None else 1
        self._run.add(Item(start, end, TEXT, "", words, quiet))

    def _other(self, at: int) -> int:
        """Markup that is no tag: where it ends."""
        text, end = self.text, self._end
        if text.startswith("<!--", at):
            until = comment_end(text, at, end)
            self._comment(at, until)
            return until
        if text.startswith("<![CDATA[", at) and (self.settings.is_xml or self._tree.top.is_foreign):
            return self._cdata(at)
        if (
            text[at + 1 : at + 2].isalpha()
            or (text[at + 2 : at + 3].isalpha() and text[at + 1] == "/")
            or at + 2 >= end
        ):
            self._flush()
            self.found.keep(at, end, "unfinished tag")
            return end
        until = bogus_end(text, at, end)
        if (text.startswith(("<?php", "<?="), at) and (found := text.find("?>", at, end)) >= 0) or (
            self.settings.is_xml and "[" in text[at:until] and (found := text.find("]>", at, end)) >= 0
        ):
            until = found + 2
        self._add(Item(at, until, ALONE, "comment" if text[at + 1] == "/" else "!", 0, self.off))
        return until

    def _comment(self, at: int, until: int) -> None:
        saying = _SAYING.fullmatch(self.text, at, until)
        if saying is None:
            self._add(Item(at, until, ALONE, "comment", 0, self.off))
            return
        word, value = saying[1], saying[2]
        if word == "translator":
            quiet = _OFF if value == "off" or self.off else ""
            self.off = {"off": _OFF, "on": ""}.get(value, self.off)
            (self._run.add if self.off else self._add)(Item(at, until, ALONE, "comment", 0, quiet))
            return
        self._add(Item(at, until, ALONE, "comment", 0, self.off))
        self.found.say(word, value, waits=bool(self._run.words))

    def _cdata(self, at: int) -> int:
        inner = self.text.find("]]>", at, self._end)
        quiet = self.off or self._tree.top.quiet
        words = 0 if quiet or WORD.search(self.text, at + 9, max(inner, at + 9)) is None else 1
        until = inner + 3 if inner >= 0 else self._end
        if not words:
            self._add(Item(at, until, ALONE, "comment", 0, quiet))
            return until
        self._run.add(Item(at, at + 9, OPEN, CDATA))
        self._run.add(Item(at + 9, inner, TEXT, CDATA, words))
        self._run.add(Item(inner, until, CLOSE, CDATA))
        return until

    # Start tags.

    def _start_tag(self, tag: re.Match[str]) -> int:
        name = tag[2].lower()
        facts = tag_facts(self.text, name, tag, self.off or self._tree.top.quiet, keeps_code=self.settings.keeps_code)
        if self._tree.top.is_foreign:
            if name not in BREAKOUT:
                return self._foreign_start(name, tag, facts)
            self._close(self._tree.find("svg") or self._tree.find("math"))
            if name == "ruby":
                self._inline_start(name, tag, facts)
                return tag.end()
        if name in BLOCKS:
            return self._block_start(name, tag, facts)
        if name in RAW and not self._is_closed(tag):
            return self._raw(name, tag, facts)
        if name in ("svg", "math"):
            return self._embedded(name, tag, facts)
        if name in ("ruby", "rt", "rp"):
            until = self._ruby(name, tag, facts)
            if until:
                return until
        self._inline_start(name, tag, facts)
        return tag.end()

    def _is_closed(self, tag: re.Match[str]) -> bool:
        return (self.settings.is_xml or self._tree.top.is_foreign) and tag[3].endswith("/")

    def _inline_start(self, name: str, tag: re.Match[str], facts: Facts) -> None:
        is_alone = name in VOID or self._is_closed(tag)
        quiet = self._quiet(facts)
        if name == "br" and not self._run.is_inside() and self._run.has_break():
            self._flush()
        item = Item(
            tag.start(), tag.end(), ALONE if is_alone else OPEN, name, int(bool(facts.texts)), quiet, facts.texts
        )
        if is_alone:
            self._add(item)
            return
        if facts.lang is not None or facts.quiet is not None or self._tree.has(name):
            if facts.lang:
                self._run.langs[len(self._run.items)] = facts.lang
            self._tree.push(name, lang=facts.lang, quiet=facts.quiet)
        self._run.add(item)

    def _quiet(self, facts: Facts) -> str:
        own = self._tree.top.quiet if facts.quiet is None else facts.quiet
        return self.off or own

    def _block_start(self, name: str, tag: re.Match[str], facts: Facts) -> int:
        self._flush()
        tree = self._tree
        tree.imply_ends(name)
        item = Item(tag.start(), tag.end(), ALONE, name, 0, self._quiet(facts), facts.texts)
        if name in ("html", "body"):
            root = tree.stack[0]  # the page's `lang` gives way: no block has it as its own
            self.lang = self.lang if facts.lang is None else facts.lang
            root.quiet = root.quiet if facts.quiet is None else facts.quiet
        elif name != "head" and name not in VOID and not self._is_closed(tag):
            if facts.lang and not (self.lang or self.found.section) and tree.is_around(name):
                self.lang, facts = facts.lang, replace(facts, lang=None)
            tree.push(name, lang=facts.lang, quiet=facts.quiet)
            self._place(name, facts)
        self.found.add_outside(self._tree.top, item)
        is_raw = name in SHOWN_RAW or name in RCDATA
        return self._shown_raw(name, tag.end()) if is_raw and not self.settings.is_xml else tag.end()

    def _place(self, name: str, facts: Facts) -> None:
        """Counts sections, tables, rows and columns."""
        element = self._tree.top
        if name in HEADINGS:
            self.found.section += 1
        elif name == "table":
            element.table = Table(self.found.tables)
            self.found.tables += 1
        elif element.table is not None:
            if name in ROW_GROUPS:
                element.table.start_group(name)
            elif name == "tr":
                element.table.start_row()
            elif name in CELLS:
                element.table.start_cell(name, facts.width, facts.height)

    def _shown_raw(self, name: str, start: int) -> int:
        """Text up to the end tag, in which tags are text."""
        until = self._end if name == "plaintext" else raw_end(self.text, name, start, self._end)
        if until > start:
            self._text(start, until)
            self._flush(_RAW_PLACES[name])
        return until

    def _raw(self, name: str, tag: re.Match[str], facts: Facts) -> int:
        ends = script_end(self.text, tag.end(), self._end) if name == "script" else 0
        ends = ends or raw_end(self.text, name, tag.end(), self._end)
        closing = TAG.match(self.text, ends, self._end)
        until = closing.end() if closing else self._end
        self._add(Item(tag.start(), until, ALONE, name, 0, self.off, facts.texts))
        return until

    def _ruby(self, name: str, tag: re.Match[str], facts: Facts) -> int:
        """Where a ruby element or a reading ends, if it is read as one thing; else 0."""
        quiet = self._quiet(facts)
        if name != "ruby":
            until = reading_end(self.text, tag.start(), self._end)
            if until:
                self._run.add(Item(tag.start(), until, ALONE, name, 0, quiet))
            return until
        if quiet or self.settings.keeps_readings or self._run.is_inside("ruby"):
            return 0
        found = ruby_base(self.text, tag.start(), self._end)
        if found is None:
            return 0
        base, until = found
        self._run.add(Item(tag.start(), until, TEXT, "ruby", 1, "", (), base))
        return until

    def _embedded(self, name: str, tag: re.Match[str], facts: Facts) -> int:
        """A graphic without words or a formula is one thing; a graphic with words has blocks."""
        if tag[3].endswith("/"):
            self._inline_start(name, tag, facts)
            return tag.end()
        until = self._graphics.end(name, tag.end(), self._end)
        if not until or (name == "svg" and self._graphics.has_words(tag.end() - 1, until)):
            self._flush()
            self._tree.push(name, lang=facts.lang, quiet=facts.quiet)
            self.found.add_outside(self._tree.top, Item(*tag.span(), ALONE, name))
            return tag.end()
        self._add(Item(tag.start(), until, ALONE, name, 0, self._quiet(facts)))
        return until

    def _foreign_start(self, name: str, tag: re.Match[str], facts: Facts) -> int:
        if name in RAW and not self._is_closed(tag):
            return self._raw(name, tag, facts)
        if name in FOREIGN_INLINE:
            self._inline_start(name, tag, facts)
            return tag.end()
        self._flush()
        if not self._is_closed(tag):
            self._tree.push(name, lang=facts.lang, quiet=facts.quiet)
        item = Item(tag.start(), tag.end(), ALONE, name, 0, self._quiet(facts), facts.texts)
        self.found.add_outside(self._tree.top, item)
        return tag.end()

    def _close(self, at: int) -> None:
        self._flush()
        if at:
            self._tree.pop_to(at)

    def _end_tag(self, tag: re.Match[str]) -> int:
        name = tag[2].lower()
        start, end = tag.span()
        top = self._tree.top
        if name in BLOCKS or (top.is_foreign and name not in FOREIGN_INLINE):
            quiet = self.off or top.quiet
            self._close(self._tree.find(name))
            self.found.keep(start, end, quiet or "markup")
            return end
        if name == "br":
            self._inline_start(name, tag, NOTHING)
            return end
        self._add(Item(start, end, CLOSE, name, 0, self.off or top.quiet))
        if self._tree.has(name) and (at := self._tree.find(name)):
            self._tree.pop_to(at)
        return end
