"""What a line of Markdown can start: containers and leaves, in the order of the specification."""

from __future__ import annotations

from translator.formats.markdown import starts
from translator.formats.markdown.cells import cells
from translator.formats.markdown.line import Line
from translator.formats.markdown.structure import Leaf, Open

_STARTERS = frozenset("#>*+-_=~`<:$[0123456789|!?@{")


def open_blocks(line: Line) -> bool:
    """Starts new blocks, containers first; True where the line is used up by a leaf."""
    while line.place < line.end:
        if line.indent >= 4 and not line.doc.is_mdx:
            if line.doc.open is None or line.doc.open.kind == "table":
                line.settle()
                leaf = line.doc.start("indented")
                line.advance(4)
                leaf.spans.append((line.pos, line.end))
                return True
            return False
        char = line.text[line.place]
        if char not in _STARTERS:
            return False
        if char == ">":
            line.settle()
            line.doc.push("quote")
            line.quote()
            line.matched = len(line.doc.stack)
            continue
        taken = _leaf(line, char, line.text[line.place : line.end])
        if taken is None:
            continue
        return taken
    return False


def _leaf(line: Line, char: str, row: str) -> bool | None:
    """True where a leaf took the line, None where a container starts, False where neither."""
    doc = line.doc
    is_paragraph = line.is_paragraph()
    if char == "#":
        return _heading(line, row)
    if char in "`~":
        return _fence(line, row)
    if char == "<":
        return _html(line, row)
    if is_paragraph and line.all_matched and char in "=-" and starts.SETEXT.match(row) and _setext(line):
        return True
    if char in "*-_" and char not in line.broken:
        if starts.THEMATIC.match(row):
            line.settle()
            doc.close()
            doc.touch()
            return True
        # What is no rule is none from a later place on either.
        line.broken += char
    if char in "-+*0123456789":
        item = starts.BULLET.match(row) or starts.ORDERED.match(row)
        if item and _item(line, item.group(), row):
            return None
    if char == "[" and (footnote := starts.FOOTNOTE.match(row)):
        line.settle()
        doc.close()
        doc.footnotes.add(footnote[1].casefold())
        doc.leaves.append(Leaf("label", [(line.place, line.place + footnote.end())]))
        doc.push("footnote", 4)
        line.step(footnote.end())
        line.matched = len(doc.stack)
        return None
    if char in "*{" and _site(line, row):
        return True
    if char in ":$!?@<[=" and _extension(line, char, row):
        return True
    if char == ":" and starts.DEFINITION.match(row) and _is_under_term(line):
        line.settle()
        width = line.indent + 1
        line.step(1)
        width += min(line.indent, 4)
        line.advance(min(line.indent, 4))
        doc.push("definition", width)
        line.matched = len(doc.stack)
        return None
    return char in "|-:" and is_paragraph and line.all_matched and _table(line, row)


def _is_under_term(line: Line) -> bool:
    """Whether a line that looks like a definition follows a term, or another definition."""
    doc = line.doc
    if line.is_paragraph():
        return line.all_matched or doc.stack[line.matched].kind == "definition"
    last = doc.leaves[-1] if doc.leaves else None
    if last is None or last.kind != "paragraph":
        return False
    return last.inside == "definition" or "\n" not in doc.text[last.spans[0][0] : last.spans[-1][1]]


def _heading(line: Line, row: str) -> bool:
    match = starts.ATX.match(row)
    if match is None:
        return False
    line.settle()
    first = match.end()
    ended = starts.ATX_END.search(row, first)
    last = ended.start() if ended else len(row)
    line.doc.add("heading", [(line.place + first, line.place + max(first, last))])
    return True


def _setext(line: Line) -> bool:
    doc = line.doc
    leaf = doc.open
    assert leaf is not None
    spans = doc.defined(leaf.spans)
    if not spans:
        doc.open = None
        return False
    doc.open = None
    doc.leaves.append(doc.leaf("setext", spans, is_first=leaf.is_first))
    return True


def _fence(line: Line, row: str) -> bool:
    match = starts.FENCE.match(row)
    if match is None or (match[1][0] == "`" and "`" in match[2]):
        return False
    line.settle()
    is_outer = line.doc.is_simple and not line.doc.stack
    end = starts.fence_end_line(match[1]) if is_outer else starts.fence_end(match[1])
    leaf = line.doc.start("code", end)
    leaf.mark = match[1]
    leaf.spans.append((line.place, line.end))
    return True


def _html(line: Line, row: str) -> bool:
    if line.doc.is_mdx and starts.COMPONENT.match(row):
        line.settle()
        line.doc.add("html", [(line.place, line.end)])
        return True
    end = starts.html_end(row, line.is_paragraph())
    if end is None:
        return starts.SNIPPET.match(row) is not None and _extension(line, "<", row)
    line.settle()
    leaf = line.doc.start("html", end)
    leaf.mark = "" if starts.HTML.match(row) else "alone"
    leaf.spans.append((line.place, line.end))
    if end.search(row):
        line.doc.close()
    return True


def _item(line: Line, mark: str, row: str) -> bool:
    rest = row[len(mark) :]
    is_blank = not rest.strip(" \t")
    interrupts = line.is_paragraph() and line.all_matched and line.matched == len(line.doc.stack)
    # An item interrupts a paragraph only where it is not empty and counts from 1.
    if interrupts and (is_blank or (mark[0] not in "-+*" and int(mark[:-1]) != 1)):
        return False
    line.settle()
    width = line.indent + len(mark)
    line.doc.close()
    line.step(len(mark))
    padding = 1 if is_blank or line.indent > 4 else line.indent
    if not is_blank:
        line.advance(padding)
    line.doc.push("item", width + padding)
    line.matched = len(line.doc.stack)
    return True


def _extension(line: Line, char: str, row: str) -> bool:
    doc = line.doc
    if char == ":" and row.startswith("::") and (match := starts.DIRECTIVE.match(row)):
        line.settle()
        doc.add("directive", [(line.place, line.end)])
        group = 3 if match[3] else 4
        if match[group] and not match[group].startswith("{"):
            doc.add("title", [(line.place + match.start(group), line.place + match.end(group))])
        return True
    if (
        char == "$"
        and doc.has_math
        and starts.MATH.match(row)
        and not _is_in_math(line)
        and (doc.stack or starts.MATH_END_LINE.search(line.text, line.next))
    ):
        line.settle()
        doc.start("math", starts.MATH_END).spans.append((line.place, line.end))
        return True
    if char in "!?=" and (match := starts.ADMONITION.match(row)) and starts.INDENTED_NEXT.match(line.text, line.next):
        line.settle()
        doc.add("directive", [(line.place, line.end)])
        if match[1]:
            doc.add("title", [(line.place + match.start(1), line.place + match.end(1))])
        doc.push("directive", 4)
        return True
    if char in "<@[" and not line.is_paragraph() and starts.SNIPPET.match(row):
        line.settle()
        doc.add("snippet", [(line.place, line.end)])
        return True
    return False


def _site(line: Line, row: str) -> bool:
    """Takes what site generators add: code between tags of Liquid, and abbreviations."""
    doc = line.doc
    if row[0] == "{":
        match = starts.VERBATIM.match(row)
        end = starts.verbatim_end(match[1]) if match else None
        if end is None or not end.search(line.text, line.next):
            return False
        line.settle()
        doc.start("verbatim", end).spans.append((line.place, line.end))
        return True
    match = starts.ABBREVIATION.match(row)
    # A line whose stars are even in number is emphasis: `*[注]: 本文*`.
    if match is None or row.count("*") % 2 == 0:
        return False
    line.settle()
    last = line.place + len(row.rstrip(" \t"))
    doc.add("abbreviation", [(line.place, line.place + match.end()), (line.place + match.end(), last)])
    return True


def _is_in_math(line: Line) -> bool:
    """Whether a formula that a paragraph began on an earlier line is still open."""
    leaf = line.doc.open
    if leaf is None or leaf.kind != "paragraph":
        return False
    return sum(line.text.count("$$", start, end) for start, end in leaf.spans) % 2 == 1


def _table(line: Line, row: str) -> bool:
    doc = line.doc
    leaf = doc.open
    if leaf is None or not starts.DELIMITER_ROW.match(row):
        return False
    head = list(leaf.spans)
    start, end = head.pop()
    cut = line.text.rfind("\n", start, end)
    if cut >= 0:
        head.append((start, cut))
        start = cut + 1
    columns = len(list(cells(line.text, start, end)))
    if columns != len(list(cells(line.text, line.place, line.end))):
        return False
    is_first = leaf.is_first
    leaf.spans = head
    doc.close()
    doc.open = Open("table", [(start, end), (line.place, line.end)], columns=columns, is_first=is_first and not head)
    return True


def take_rest(line: Line) -> None:
    """What starts no block: a blank line, paragraph text, a row of a table."""
    doc = line.doc
    if line.place >= line.end:
        line.settle()
        doc.close()
        return
    leaf = doc.open
    if leaf is not None and leaf.kind == "table":
        leaf.spans.append((line.place, line.end))
        return
    if not (line.is_paragraph() and not line.all_matched):
        line.settle()
    if not line.is_paragraph():
        doc.start("paragraph")
    assert doc.open is not None
    doc.open.spans.append((line.place, line.end))
