"""The elements that are open while HTML is read: implied end tags, and what elements inherit.

Keeps blocks, and inline elements that declare a language or a `translate`; every operation costs
amortized constant time, so that neither depth nor stray end tags make reading slow.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from translator.formats._html_names import BLOCKS, CELLS, CLOSES_P, HEADINGS, KINDS, ROW_GROUPS, SCOPES, SPECIAL
from translator.formats._html_tables import Table

WRAPPERS = frozenset(("div", "main", "article", "section"))
_IN_ROW = CELLS | {"caption", "colgroup"}
_IN_TABLE = _IN_ROW | ROW_GROUPS | {"tr"}
_PARTS = _IN_TABLE | {"table", "template"}
# What the start tag of a part of a table closes.
_CLOSED_PARTS = (
    dict.fromkeys(CELLS, _IN_ROW)
    | {"tr": _IN_ROW | {"tr"}}
    | dict.fromkeys((*ROW_GROUPS, "caption", "colgroup", "col"), _IN_TABLE)
)


@dataclass(slots=True)
class Element:
    """An open element with what its content inherits; `quiet` says why it is not for translation."""

    name: str
    kind: str = "paragraph"
    lang: str = ""
    quiet: str = ""
    keeps_space: bool = False
    is_foreign: bool = False
    table: Table | None = None


class Tree:
    """The stack of open elements (13.2.4.2), the root at its bottom."""

    def __init__(self, lang: str = "") -> None:
        self.top = Element("", lang=lang)
        self.stack = [self.top]
        self._where: dict[str, list[int]] = defaultdict(list)
        self._scopes = [0]
        self._specials = [0]
        self._blocks = [0]
        self._parts = [0]
        self._all = (self._scopes, self._specials, self._blocks, self._parts)

    def has(self, name: str) -> bool:
        """Whether an element of this name (lower case) is open."""
        return bool(self._where.get(name))

    def is_around(self, name: str) -> bool:
        """Whether an element that starts here is an outermost one that a generator puts around the page (DocBook)."""
        return len(self.stack) == 1 and name in WRAPPERS

    def push(self, name: str, *, lang: str | None, quiet: str | None) -> Element:
        """Opens an element. None for `lang` and `quiet` means: as its parent's."""
        above = self.stack[-1]
        element = Element(
            name,
            KINDS.get(name, above.kind),
            above.lang if lang is None else lang,
            above.quiet if quiet is None else quiet,
            above.keeps_space or name in ("pre", "listing"),
            above.is_foreign or name in ("svg", "math"),
            above.table,
        )
        if name == "foreignobject":
            element.is_foreign = False
        at = len(self.stack)
        self.stack.append(element)
        self.top = element
        self._where[name].append(at)
        if name in SCOPES:
            self._scopes.append(at)
        if name in SPECIAL:
            self._specials.append(at)
        if name in BLOCKS or above.is_foreign:
            self._blocks.append(at)
        if name in _PARTS:
            self._parts.append(at)
        return element

    def pop_to(self, at: int) -> None:
        """Closes the element at an index of the stack and all that are inside it."""
        while len(self.stack) > at:
            element = self.stack.pop()
            self.top = self.stack[-1]
            index = len(self.stack)
            self._where[element.name].pop()
            for marks in self._all:
                if marks[-1] == index:
                    marks.pop()
            if element.table is not None:
                if element.table is not self.stack[-1].table:
                    element.table.close()
                elif element.name in CELLS:
                    element.table.end_cell()
                elif element.name in ROW_GROUPS:
                    element.table.start_group("")

    def _last(self, name: str) -> int:
        found = self._where.get(name)
        return found[-1] if found else -1

    def imply_ends(self, name: str) -> None:
        """Closes what the start tag of an element closes without saying so."""
        if self.top.is_foreign:
            return
        if name in CLOSES_P:
            paragraph = self._last("p")
            if paragraph > self._scopes[-1] and paragraph > self._last("button"):
                self.pop_to(paragraph)
        if name in _CLOSED_PARTS:
            while self.stack[self._parts[-1]].name in _CLOSED_PARTS[name]:
                self.pop_to(self._parts[-1])
        elif name in ("li", "dd", "dt"):
            special = self._specials[-1]
            if self.stack[special].name in (("li",) if name == "li" else ("dd", "dt")):
                self.pop_to(special)
        elif name in HEADINGS and self.top.name in HEADINGS:
            self.pop_to(len(self.stack) - 1)
        elif name in ("option", "optgroup"):
            if self.top.name == "option":
                self.pop_to(len(self.stack) - 1)
            if name == "optgroup" and self.top.name == "optgroup":
                self.pop_to(len(self.stack) - 1)

    def find(self, name: str) -> int:
        """The index of the element that an end tag closes; 0 where none is in scope."""
        at = max(map(self._last, HEADINGS)) if name in HEADINGS else self._last(name)
        if at <= 0:
            return 0
        if name not in BLOCKS and not self.top.is_foreign:
            return at if at > self._blocks[-1] else 0
        if name in ("table", "template", "svg", "math"):
            return at
        if name in _CLOSED_PARTS:
            return at if at > max(self._last("table"), self._last("template")) else 0
        bound = self._scopes[-1]
        return at if at > bound or (at == bound and name in SCOPES) else 0
