"""The block structure of Markdown: lines become leaves with the spans of their text.

Follows the parsing strategy of CommonMark 0.31: containers are matched line by line, then new
blocks start, then the rest is text. Knows nothing of inline markup.
"""

from __future__ import annotations

import re

from translator.formats.markdown.line import Line
from translator.formats.markdown.openings import open_blocks, take_rest
from translator.formats.markdown.starts import BLANK_ENDS
from translator.formats.markdown.structure import Open, Structure

# Lines outside of containers whose first character starts no block: they are paragraph text.
_PLAIN = re.compile(r"(?:[^ \t\r\n#>*+\-_=~`<:$\[0-9|!?@][^\r\n]*\n)+")
_FILLED = re.compile(r"(?:[ \t]*[^ \t\n][^\n]*(?:\n|\Z))*")
_BLANK = re.compile(r"(?:[ \t]*\n)+")


def scan(text: str, at: int = 0) -> Structure:
    """The leaves of a text from an offset on, and the labels that it defines."""
    doc = Structure(text, at)
    size = len(text)
    while doc.at < size:
        if not (doc.is_simple and not doc.stack and _plain(doc)):
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
    return match is not None


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
    match = leaf.end.search(doc.text, doc.at)
    end = match.end() if match else len(doc.text)
    leaf.spans.append((doc.at, end))
    doc.at = end + 1
    doc.close()
    return True
