"""What the reading of Markdown's block structure builds up: leaves, containers, the open leaf, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from translator.formats.markdown.joined import Joined, Spans
from translator.formats.markdown.links import definition


class Leaf(NamedTuple):
    """A leaf block: kind, the spans of its lines' text, and where it stands.

    Kinds: paragraph, heading, setext, title, table, definition (of a link), abbreviation, html, and
    the kept ones: code, verbatim, front matter, directive, snippet, math. `inside` names the innermost container.
    """

    kind: str
    spans: Spans
    inside: str = ""
    is_first: bool = False
    """True for the first leaf of its list item."""
    mark: str = ""
    """The mark that the title of a definition is quoted with; `alone` where a tag must keep its line."""


@dataclass(slots=True)
class Container:
    kind: str
    width: int = 0
    is_empty: bool = True


@dataclass(slots=True)
class Open:
    """The leaf that is open: a paragraph, or one that takes its lines as they come."""

    kind: str
    spans: Spans = field(default_factory=list)
    end: re.Pattern[str] | None = None
    columns: int = 0
    is_first: bool = False
    mark: str = ""


class Structure:
    """The leaves of a text so far, in order, the labels it defines, and what is open."""

    def __init__(self, text: str, at: int = 0, *, is_mdx: bool = False) -> None:
        self.text = text
        self.at = at
        self.leaves: list[Leaf] = []
        self.labels: set[str] = set()
        self.footnotes: set[str] = set()
        self.stack: list[Container] = []
        self.quotes: list[int] = []
        self.open: Open | None = None
        self.is_simple = "\r" not in text
        self.has_math = "$$" in text
        self.is_mdx = is_mdx

    def add(self, kind: str, spans: Spans) -> None:
        """Adds a leaf at the place reached; an open one is closed before."""
        self.close()
        self.leaves.append(self.leaf(kind, spans, is_first=self.touch()))

    def touch(self) -> bool:
        """Notes that the innermost container holds something; true where it is its first."""
        if not self.stack:
            return False
        inner = self.stack[-1]
        is_first, inner.is_empty = inner.is_empty, False
        return is_first

    def push(self, kind: str, width: int = 0) -> None:
        """Opens a container."""
        self.close()
        self.touch()
        if kind == "quote":
            self.quotes.append(len(self.stack))
        self.stack.append(Container(kind, width))

    def pop_to(self, depth: int) -> None:
        """Closes the containers from a depth on, and the open leaf with them."""
        if depth < len(self.stack):
            self.close()
            del self.stack[depth:]
            while self.quotes and self.quotes[-1] >= depth:
                self.quotes.pop()

    def start(self, kind: str, end: re.Pattern[str] | None = None) -> Open:
        """Opens a leaf."""
        self.close()
        self.open = Open(kind, end=end, is_first=self.touch())
        return self.open

    def close(self) -> None:
        """Closes the open leaf; a paragraph gives up the reference definitions it starts with."""
        leaf, self.open = self.open, None
        if leaf is None or not leaf.spans:
            return
        if leaf.kind == "paragraph":
            leaf.spans = self.defined(leaf.spans)
            if not leaf.spans:
                return
        self.leaves.append(self.leaf(leaf.kind, leaf.spans, is_first=leaf.is_first, mark=leaf.mark))

    def defined(self, spans: Spans) -> Spans:
        """The lines of a paragraph without the definitions at its start, which become leaves."""
        start = spans[0][0]
        if self.text[start : start + 1] != "[":
            return spans
        joined = Joined(self.text, spans)
        at = 0
        while joined.text.startswith("[", at):
            found = definition(joined.text, at)
            if found is None:
                break
            self.labels.add(found.label)
            whole = joined.lines(at, min(found.end, len(joined.text)))
            title = [] if found.title is None else joined.lines(*found.title)
            mark = "" if found.title is None else joined.text[found.title.start - 1]
            self.leaves.append(Leaf("definition", [(whole[0][0], whole[-1][1]), *title], mark=mark))
            at = found.end
        return joined.lines(at, len(joined.text)) if at < len(joined.text) else []

    def leaf(self, kind: str, spans: Spans, *, is_first: bool, mark: str = "") -> Leaf:
        """A leaf inside the innermost container."""
        return Leaf(kind, spans, self.stack[-1].kind if self.stack else "", is_first, mark)
