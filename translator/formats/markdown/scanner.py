"""The block structure of Markdown: lines become leaves with the spans of their text.

Follows the parsing strategy of CommonMark 0.31: containers are matched line by line, then new
blocks start, then the rest is text. Knows nothing of inline markup.
"""

from __future__ import annotations

import re
from functools import cache

from translator.formats.markdown.line import Line
from translator.formats.markdown.openings import open_blocks, take_rest
from translator.formats.markdown.starts import BLANK_ENDS, fence_end_line
from translator.formats.markdown.structure import Leaf, Open, Structure

# Lines outside of containers whose first character starts no block: they are paragraph text.
_PLAIN = re.compile(r"(?:[^ \t\r\n#>*+\-_=~`<:$\[0-9|!?@{][^\r\n]*\n)+")
# Headings that end in neither white space nor a mark, and the lines that open a fence of backticks.
_HEADING = re.compile(r"#{1,6}[ \t]+([^ \t\n#](?:[^\n]*[^ \t\n#])?)\n")
_FENCE = re.compile(r"(`{3,})[^`\n]*\n")
_FILLED = re.compile(r"(?:[ \t]*[^ \t\n][^\n]*(?:\n|\Z))*")
_BLANK = re.compile(r"(?:[ \t]*\n)+")


def scan(text: str, at: int = 0, *, is_mdx: bool = False) -> Structure:
    """The leaves of a text from an offset on, and the labels that it defines."""
    doc = Structure(text, at, is_mdx=is_mdx)
    size = len(text)
    while doc.at < size:
        if not (doc.is_simple and (_contained(doc) if doc.stack else _plain(doc))):
            _read(Line(doc))
    doc.close()
    return doc


def _read(line: Line) -> None:
    doc = line.doc
    line.match_containers()
    line.all_matched = line.matched == len(doc.stack)
    doc.at = line.next
    leaf = doc.open
    if leaf is not None and leaf.kind != "paragraph":
        if line.all_matched and line.takes(leaf):
            return
        if leaf.kind != "table" or not line.all_matched:
            doc.close()
    if not open_blocks(line):
        take_rest(line)


def _contained(doc: Structure) -> bool:
    """Takes what needs no look at the containers: blank lines, and the code of a fence, inside of items."""
    if doc.quotes:
        return False
    text, leaf = doc.text, doc.open
    if leaf is None or leaf.kind == "paragraph":
        match = _BLANK.match(text, doc.at)
        if match is None or (doc.stack[-1].is_empty and doc.stack[-1].kind == "item"):
            return False
        if leaf is not None:
            doc.close()
        doc.at = match.end()
        return True
    if leaf.kind != "code":
        return False
    found = _fence_limit(sum(each.width for each in doc.stack), leaf.mark).search(text, doc.at - 1)
    stop = found.start() + 1 if found else len(text) + (text[-1] != "\n")
    if stop > doc.at:
        leaf.spans.append((doc.at, stop - 1))
        doc.at = stop
        return True
    return False


@cache
def _fence_limit(width: int, mark: str) -> re.Pattern[str]:
    """The line end before the first line that may end a fence inside of items: its end, less indentation, or a tab."""
    return re.compile(rf"\n(?: {{{width}}} {{0,3}}{mark[0]}{{{len(mark)},}}|(?! {{{width}}}|[ \t]*(?:\n|\Z))| *\t)")


def _plain(doc: Structure) -> bool:
    """Takes lines outside of containers whole, where one look tells what they are."""
    text, leaf = doc.text, doc.open
    if leaf is not None and leaf.kind != "paragraph":
        if leaf.end is None or leaf.kind not in ("code", "html"):
            return False
        return _fence(doc, leaf) if leaf.kind == "code" else _html(doc, leaf)
    match = _PLAIN.match(text, doc.at)
    if match:
        if leaf is None:
            leaf = doc.open = Open("paragraph")
        leaf.spans.append((doc.at, match.end() - 1))
        doc.at = match.end()
        return True
    match = _BLANK.match(text, doc.at)
    if match:
        if leaf is not None:
            doc.close()
        doc.at = match.end()
        return True
    return _headed(doc, text[doc.at])


def _headed(doc: Structure, char: str) -> bool:
    """Takes a heading, or a fence from end to end."""
    text = doc.text
    if char == "#":
        match = _HEADING.match(text, doc.at)
        if match:
            doc.close()
            doc.leaves.append(Leaf("heading", [match.span(1)]))
            doc.at = match.end()
        return match is not None
    match = _FENCE.match(text, doc.at) if char == "`" else None
    if match is None:
        return False
    doc.close()
    end = fence_end_line(match[1]).search(text, match.end() - 1)
    stop = end.end() if end else len(text) - (match.end() == len(text))
    doc.leaves.append(Leaf("code", [(doc.at, stop)]))
    doc.at = stop + 1
    return True


def _html(doc: Structure, leaf: Open) -> bool:
    text, at = doc.text, doc.at
    if leaf.end is BLANK_ENDS:
        match = _FILLED.match(text, at)
        end = match.end() if match else at
    else:
        found = leaf.end.search(text, at) if leaf.end else None
        end = text.find("\n", found.end()) + 1 if found else 0
        end = end or len(text)
    if end > at:
        leaf.spans.append((at, end - 1 if text[end - 1] == "\n" else end))
    doc.at = end
    doc.close()
    return True


def _fence(doc: Structure, leaf: Open) -> bool:
    assert leaf.end is not None
    match = leaf.end.search(doc.text, doc.at - 1)
    end = match.end() if match else len(doc.text)
    leaf.spans.append((doc.at, end))
    doc.at = end + 1
    doc.close()
    return True
