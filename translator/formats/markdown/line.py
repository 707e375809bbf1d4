"""One line of Markdown: the place reached in it, and the containers and the leaf that it continues."""

from __future__ import annotations

import re
from bisect import bisect_left

from translator.formats.markdown import starts
from translator.formats.markdown.structure import Open, Structure

_LINE = re.compile(r"[^\r\n]*")
_SPACES = re.compile(r"[ \t]*")


class Line:
    """The place reached in offsets and in columns (tabs stop at every fourth), and what is matched."""

    __slots__ = ("all_matched", "broken", "column", "doc", "end", "indent", "matched", "next", "place", "pos", "text")

    def __init__(self, doc: Structure) -> None:
        self.doc = doc
        self.text = doc.text
        self.pos = doc.at
        if doc.is_simple:
            found = self.text.find("\n", self.pos)
            self.end = found if found >= 0 else len(self.text)
            self.next = self.end + 1
        else:
            match = _LINE.match(self.text, self.pos)
            self.end = match.end() if match else self.pos
            self.next = self.end + (2 if self.text.startswith("\r\n", self.end) else 1)
        self.column = 0
        self.matched = 0
        self.all_matched = True
        self.broken = ""
        self.look()

    def look(self) -> None:
        """Finds the next character that is no space: `place`, and its distance: `indent`."""
        pos = self.pos
        if pos < self.end and self.text[pos] not in " \t":
            self.place, self.indent = pos, 0
            return
        match = _SPACES.match(self.text, pos, self.end)
        self.place = match.end() if match else pos
        self.indent = self.place - pos
        if self.indent and "\t" in self.text[self.pos : self.place]:
            column = self.column
            for char in self.text[self.pos : self.place]:
                column = (column // 4 + 1) * 4 if char == "\t" else column + 1
            self.indent = column - self.column

    def advance(self, columns: int) -> None:
        """Steps over white space; a tab that is wider than what is left of the way stays."""
        goal = self.column + columns
        while self.column < goal and self.pos < self.end:
            if self.text[self.pos] == "\t":
                stop = (self.column // 4 + 1) * 4
                if stop > goal:
                    self.column = goal
                    break
                self.column = stop
            else:
                self.column += 1
            self.pos += 1
        self.look()

    def step(self, chars: int) -> None:
        """Steps over the white space before `place` and so many characters from there."""
        self.column += self.indent + chars
        self.pos = self.place + chars
        self.look()

    def match_containers(self) -> None:
        """Goes through the open containers that the line continues; `matched` says how many."""
        stack = self.doc.stack
        while self.matched < len(stack):
            each = stack[self.matched]
            if each.kind == "quote":
                if self.indent > 3 or not self.text.startswith(">", self.place, self.end):
                    return
                self.quote()
            elif self.place >= self.end:
                # A blank line stays in every item up to the next quote; an item that begins with one is over.
                after = bisect_left(self.doc.quotes, self.matched)
                self.matched = self.doc.quotes[after] if after < len(self.doc.quotes) else len(stack)
                if self.matched == len(stack) and stack[-1].kind == "item" and stack[-1].is_empty:
                    self.matched -= 1
                    return
                continue
            elif self.indent >= each.width:
                self.advance(each.width)
            else:
                return
            self.matched += 1

    def quote(self) -> None:
        """Steps over a `>` and the one column that may follow it."""
        self.step(1)
        if self.indent:
            self.advance(1)

    def settle(self) -> None:
        """Closes the containers that the line left."""
        self.doc.pop_to(self.matched)
        self.matched = len(self.doc.stack)

    def is_paragraph(self) -> bool:
        """Whether the open leaf is a paragraph."""
        return self.doc.open is not None and self.doc.open.kind == "paragraph"

    def takes(self, leaf: Open) -> bool:
        """Gives the line to the open leaf; False where the leaf does not take it."""
        is_blank = self.place >= self.end
        if leaf.kind == "table":
            return False
        if leaf.kind == "indented":
            if not is_blank and self.indent < 4:
                return False
            if not is_blank:
                self.advance(4)
                leaf.spans.append((self.pos, self.end))
            return True
        if leaf.kind == "html" and leaf.end is starts.BLANK_ENDS and is_blank:
            return False
        leaf.spans.append((self.place, self.end) if leaf.kind == "html" else (self.pos, self.end))
        if leaf.kind == "html":
            if leaf.end is not None and leaf.end.search(self.text, self.place, self.end):
                self.doc.close()
        elif self._ends(leaf):
            self.doc.close()
        return True

    def _ends(self, leaf: Open) -> bool:
        assert leaf.end is not None
        if leaf.kind in ("math", "verbatim"):
            return leaf.end.search(self.text, self.place, self.end) is not None
        return self.indent < 4 and leaf.end.match(self.text[self.place : self.end]) is not None
