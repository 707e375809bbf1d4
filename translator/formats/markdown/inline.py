"""Inline Markdown: the joined text of a block becomes Pieces (CommonMark 0.31 §6, GFM §6).

A soft line break is one space in the text, or nothing between two characters of Chinese or
Japanese, where a space would be a fault. A hard break is a `br`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Set
from dataclasses import dataclass
from operator import attrgetter

from translator.formats import _html
from translator.formats._characters import WIDE
from translator.formats._html_tags import ruby_base
from translator.formats.markdown import autolinks, links, starts
from translator.formats.markdown.delimiters import Run, pairs
from translator.formats.markdown.items import Item, soften
from translator.formats.markdown.literals import PUNCTUATION, entity, literals
from translator.formats.markdown.tags import attributes

SPECIAL = re.compile(r"[\n`*_~\[\]<&$@{\\]|:(?=//)")
_SPECIAL_WWW = re.compile(r"[\n`*_~\[\]<&$@{\\]|:(?=//)|[wW]{3}\.")
_AUTOLINK = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20\x7f]*"
    r"|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>"
)
_TAG = re.compile(rf"{starts.OPEN_TAG}|{starts.CLOSE_TAG}|<![A-Za-z][^>]*>")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_LONG = (("<!-->", ""), ("<!--->", ""), ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
MATH = re.compile(r"\$\$[^$]+\$\$|\$(?![\s$])(?:[^$\\\n]|\\.)*?(?<!\s)\$(?![0-9$])", re.DOTALL)
# Words inside of a formula.
_MATH_TEXT = re.compile(r"\\(?:text|mbox|textrm|textbf|mathrm)\{[^{}]*\}")


OFF = re.compile(r"<!--\s*translator:\s*off\s*-->")
ON = re.compile(r"<!--\s*translator:\s*on\s*-->")
# `![[図.png]]` of wikis.
_EMBED = re.compile(r"\[\[[^\[\]\n]+\]\](?![(\[])")
_CODE_END = re.compile("</code>", re.IGNORECASE)
_TICKS = re.compile("`+")
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Labels:
    """What a document defines, and what its settings switch on."""

    links: Set[str] = frozenset()
    footnotes: Set[str] = frozenset()
    has_math: bool = True


@dataclass(slots=True)
class _Bracket:
    start: int
    end: int
    runs: int
    is_active: bool = True
    has_inner: bool = False


class Scan:
    """One pass over a block's text; `items` are what is not plain text, in order."""

    __slots__ = (
        "active",
        "brackets",
        "has_escapes",
        "has_tags",
        "is_off",
        "items",
        "labels",
        "number",
        "runs",
        "settled",
        "text",
        "ticks",
        "unclosed",
    )

    def __init__(self, text: str, labels: Labels) -> None:
        self.text = text
        self.labels = labels
        self.items: list[Item] = []
        self.has_escapes = False
        self.has_tags = False
        self.is_off = False
        self.number = 0
        self.runs: list[Run] = []
        self.brackets: list[_Bracket] = []
        self.active = self.settled = 0
        self.ticks: dict[int, list[int]] | None = None
        self.unclosed: set[str] = set()
        self._run()

    def _run(self) -> None:
        text = self.text
        special = _SPECIAL_WWW if "www." in text or "WWW." in text else SPECIAL
        match = special.search(text)
        while match is not None:
            at = self._token(match[0], match.start())
            match = special.search(text, at)
        if self.runs:
            self._emphasis(0)
        self.items.sort(key=_START)
        if self.has_tags:
            self._pair_tags()
            self.items = attributes(text, self.items)
        if "\n" in text:
            soften(text, self.items)

    def _token(self, token: str, at: int) -> int:
        """Handles one token; the offset to go on from."""
        text = self.text
        if token in "`*_~":
            end = at + 1
            while text.startswith(token, end):
                end += 1
            if token == "`":
                return self._code(at, end)
            if token != "~" or end - at <= 2:
                self.runs.append(Run(text, at, end))
            return end
        if token == "\n":
            self._newline(at)
            return at + 1
        if token == "[":
            return self._bracket(at)
        if token == "]":
            return self._close(at)
        if token == "\\":
            return self._escape(at)
        if token == "<":
            return self._angle(at)
        if token == "&":
            return self._entity(at)
        if token == "$":
            return self._math(at)
        if token == "{":
            return self._template(at)
        return self._mail(at) if token == "@" else self._url(at)

    def _template(self, at: int) -> int:
        """`{{ … }}` and `{% … %}` of site generators and `{/* … */}` of MDX, on one line."""
        foot = {"{": "}}", "%": "%}", "/": "*/}"}.get(self.text[at + 1 : at + 2], "")
        if not foot or foot in self.unclosed:
            return at + 1
        end = self.text.find(foot, at + 2)
        if end < 0:
            self.unclosed.add(foot)
        return self._alone("x", at, end + len(foot)) if end >= 0 and self.text.find("\n", at, end) < 0 else at + 1

    def _alone(self, kind: str, start: int, end: int) -> int:
        self.number += 1
        self.items.append(Item(start, end, None, kind, "alone", self.number))
        return end

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _plain(self, start: int, end: int, text: str) -> int:
        self.items.append(Item(start, end, text))
        return end

    def _code(self, start: int, end: int) -> int:
        size = end - start
        following = _TICKS.search(self.text, end)
        if following is None:
            return end
        if following.end() - following.start() == size:
            return self._alone("code", start, following.end())
        if self.ticks is None:
            self.ticks = {}
            for match in _TICKS.finditer(self.text):
                self.ticks.setdefault(match.end() - match.start(), []).append(match.start())
        places = self.ticks.get(size, [])
        after = bisect_right(places, start)
        return self._alone("code", start, places[after] + size) if after < len(places) else end

    def _newline(self, at: int) -> None:
        text = self.text
        start = at
        while start and text[start - 1] in " \t":
            start -= 1
        end = at + 1
        while text[end : end + 1] in (" ", "\t"):
            end += 1
        if text[start:at].endswith("  "):
            self._alone("br", start, end)
        else:
            self._plain(start, end, " ")

    def _escape(self, at: int) -> int:
        after = self.text[at + 1 : at + 2]
        if after == "\n":
            return self._alone("br", at, at + 2)
        if after in PUNCTUATION and after:
            self.has_escapes = True
            return self._plain(at, at + 2, after)
        return at + 1

    def _entity(self, at: int) -> int:
        found = entity(self.text, at)
        if found is None:
            return at + 1
        if found[1].isspace() and found[1] != "\u00a0":
            return self._alone("x", at, found[0])
        self.has_escapes = True
        return self._plain(at, *found)

    def _math(self, at: int) -> int:
        match = MATH.match(self.text, at) if self.labels.has_math else None
        if match is None or WIDE.search(_MATH_TEXT.sub("", match[0])):
            return at + 2 if self.text.startswith("$$", at) else at + 1
        return self._alone("math", at, match.end())

    def _angle(self, at: int) -> int:
        text = self.text
        match = _AUTOLINK.match(text, at)
        if match:
            return self._alone("a", at, match.end())
        for head, foot in _LONG:
            if text.startswith(head, at) and head not in self.unclosed:
                end = text.find(foot, at + len(head)) if foot else at + len(head)
                if end >= 0:
                    return self._verbatim(at, end + len(foot))
                self.unclosed.add(head)
        match = _TAG.match(text, at)
        if match is None:
            return at + 1
        end = match.end()
        if match[0][:6].lower() == "<code>" and "</code>" not in self.unclosed:
            closing = _CODE_END.search(text, end)
            if closing:
                return self._alone("code", at, closing.end())
            self.unclosed.add("</code>")
        name = _TAG_NAME.match(match[0])
        if match[0][:5].lower() == "<ruby" and (ruby := ruby_base(text, at, len(text))) and not SPECIAL.search(ruby[0]):
            # As in HTML: the reading is the source language's, the base alone is translated.
            return self._plain(at, ruby[1], ruby[0])
        kind = _html.inline_kind(name[1].lower()) if name else "x"
        self.has_tags = True
        self.items.append(Item(at, end, kind=kind, number=self._next(), is_tag=True))
        return end

    def _verbatim(self, at: int, end: int) -> int:
        """A comment or its like; between the author's `off` and `on` all is one thing."""
        if not OFF.match(self.text, at, end):
            return self._alone("x", at, end)
        switch = ON.search(self.text, end)
        self.is_off = switch is None
        return self._alone("comment", at, switch.end() if switch else len(self.text))

    def _pair_tags(self) -> None:
        """Joins opening and closing tags to pairs; what has no partner stands alone."""
        waiting: dict[str, list[Item]] = {}
        for item in self.items:
            if not item.is_tag:
                continue
            tag = self.text[item.start : item.end]
            match = _TAG_NAME.match(tag)
            name = match[1].lower() if match else ""
            if tag.startswith("</") and waiting.get(name):
                opener = waiting[name].pop()
                opener.form, item.form, item.number = "open", "close", opener.number
            elif name and not tag.startswith("</") and not tag.endswith("/>") and name not in _VOID:
                waiting.setdefault(name, []).append(item)

    def _bracket(self, at: int) -> int:
        if self.brackets:
            self.brackets[-1].has_inner = True
        if self.text.startswith("[^", at) and self._footnote(at):
            return self.items[-1].end
        if (
            self.text.startswith("[[", at)
            and self.text.startswith("!", at - 1)
            and (match := _EMBED.match(self.text, at))
        ):
            return self._alone("img", at - 1, match.end())
        is_free = not self.items or self.items[-1].end < at
        is_image = is_free and at > 0 and self.text[at - 1] == "!"
        self.active += 1
        self.brackets.append(_Bracket(at - is_image, at + 1, len(self.runs)))
        return at + 1

    def _footnote(self, start: int) -> bool:
        found = links.label(self.text, start) if self.labels.footnotes else None
        if found is None or self.text[found.start + 1 : found.end].casefold() not in self.labels.footnotes:
            return False
        self._alone("fn", start, found.end + 1)
        return True

    def _close(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        text = self.text
        opener = self.brackets.pop()
        self.active -= opener.is_active
        self.settled = min(self.settled, len(self.brackets))
        if not opener.is_active:
            return at + 1
        is_image = opener.end - opener.start == 2
        found = self._target(opener, at)
        if found is None:
            return at + 1
        end, title, data = found
        self._emphasis(opener.runs)
        number = self._next()
        kind = "alt" if is_image else "a"
        if is_image and not text[opener.end : at].strip() and title is None:
            while self.items and self.items[-1].start >= opener.start:
                self.items.pop()
            return self._alone("img", opener.start, self._attributes(end))
        self.items.append(Item(opener.start, opener.end, kind=kind, form="open", number=number))
        end = self._attributes(end)
        if title is None or not text[title.start : title.end].strip():
            self.items.append(Item(at, end, kind=kind, form="close", number=number, data=data))
        else:
            self._title(at, end, title, (kind, number))
        if not is_image:
            for each in self.brackets[self.settled :]:
                if each.is_active and each.end - each.start == 1:
                    each.is_active = False
                    self.active -= 1
            self.settled = len(self.brackets)
        return end

    def _attributes(self, end: int) -> int:
        match = links.ATTRIBUTES.match(self.text, end)
        return match.end() if match else end

    def _title(self, at: int, end: int, title: links.Span, pair: tuple[str, int]) -> None:
        """The title's text as a pair inside the link's: `](url "`, text, `"`, `)`."""
        number = self._next()
        self.items.append(Item(at, title.start, kind="tip", form="open", number=number))
        for literal in literals(self.text, *title):
            self._plain(*literal)
        self.items.append(Item(title.end, title.end + 1, kind="tip", form="close", number=number))
        kind, outer = pair
        self.items.append(Item(title.end + 1, end, kind=kind, form="close", number=outer))

    def _target(self, opener: _Bracket, at: int) -> tuple[int, links.Span | None, str | None] | None:
        """Where a link ends whose text closes here, its title, and what its end is written as."""
        text = self.text
        inline = links.tail(text, at + 1)
        if inline is not None:
            return inline.end, inline.title, None
        if not self.labels.links:
            return None
        following = links.label(text, at + 1)
        if following is not None and following.end > following.start:
            name = links.normalized(text[following.start : following.end])
            return (following.end + 1, None, None) if name in self.labels.links else None
        end = at + 1 if following is None else following.end + 1
        if opener.has_inner or at - opener.end > 999:
            return None
        own = text[opener.end : at]
        return (end, None, f"][{' '.join(own.split())}]") if links.normalized(own) in self.labels.links else None

    def _emphasis(self, bottom: int) -> None:
        for pair in pairs(self.runs, bottom):
            number = self._next()
            self.items.append(Item(pair.open_start, pair.open_end, kind=pair.kind, form="open", number=number))
            self.items.append(Item(pair.close_start, pair.close_end, kind=pair.kind, form="close", number=number))

    def _mail(self, at: int) -> int:
        found = None if self.active else autolinks.mail(self.text, at, floor=self.items[-1].end if self.items else 0)
        if found is None:
            return at + 1
        while self.runs and self.runs[-1].start >= found[0]:
            self.runs.pop()
        return self._alone("a", *found)

    def _url(self, at: int) -> int:
        """A bare `www.` or `https://`; one that stands in brackets is text."""
        found = None if self.active else autolinks.url(self.text, at, floor=self.items[-1].end if self.items else 0)
        return at + 1 if found is None else self._alone("a", *found)
