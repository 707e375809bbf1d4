"""Markdown: CommonMark with the tables, task lists, footnotes and bare links of GitHub.

Paragraphs, headings, list items, table cells, link titles, image texts and chosen keys of the front
matter are blocks, and its `lang` is the language of the page, in a copy that of the copy; code,
formulas, link targets, directives and components stay. Emphasis, links, images and code are
placeholders. A line end inside a paragraph is one space, or nothing between two characters of
Chinese or Japanese; a hard break is `<br1/>`. A link by reference keeps its label. HTML is read as
HTML; in a copy its `lang` names the copy's language, unless the words in the element stay. Code between tags of Liquid (`{% highlight %}`, `{% comment %}`) stays; the title of an
abbreviation (`*[HTML]: …`) is a text. In MDX (`.mdx`, or a page that imports components) what
stands right under a component's tag is Markdown.

`<!-- translator: off -->` … `<!-- translator: on -->` leaves a stretch alone: blocks, or inside a block
a placeholder; the first `on` ends it;
`<!-- note: … -->` and `<!-- context: … -->` speak of the block that follows, `<!-- translator: note: … -->` as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator import columns
from translator.document import Document, Reading
from translator.errors import TranslatorError, locate
from translator.formats import Format, Mark, Option, ReadOptions
from translator.formats._html_languages import body_languages, relabelled
from translator.formats.markdown.emphasis import emphasis_faults
from translator.formats.markdown.escaping import escape, foreign
from translator.formats.markdown.frontmatter import DEFAULT_KEYS, front_matter, language_marks
from translator.formats.markdown.inline import Labels
from translator.formats.markdown.reading import Blocks
from translator.formats.markdown.scanner import scan
from translator.formats.markdown.together import settle

_IMPORT = re.compile(r"^import[ \t]+[A-Z{][^\n]*[ \t]from[ \t]+['\"][^'\"\n]+['\"];?[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(?:[ \t]|[-+*>] |[0-9]{1,3}[.)] )*(`{3,}|~{3,})([^\n]*)", re.MULTILINE)
_LONG = 500_000
"""From so many characters on, blocks are held as columns of numbers."""


def read(text: str, options: ReadOptions) -> Reading:
    """The blocks of a Markdown text; TranslatorError where it holds a NUL character."""
    found = text.find("\0")
    if found >= 0:
        raise TranslatorError(
            "a NUL character: this is no text file; leave it out of the sources", locate(text, found, options.path)
        )
    keys = options.values.get("front_matter", DEFAULT_KEYS)
    head = front_matter(text, keys if isinstance(keys, Sequence) else DEFAULT_KEYS)
    structure = scan(text, head.end, is_mdx=is_mdx(text, options.path))
    labels = Labels(
        frozenset(structure.labels), frozenset(structure.footnotes), options.values.get("math", True) is not False
    )
    blocks = Blocks(text, labels)
    # A leaf gives its room to its blocks.
    leaves = structure.leaves[::-1]
    del structure
    parts = {"": text}
    if len(text) < _LONG:
        while leaves:
            blocks.add(leaves.pop())
        return Reading(parts, (*head.blocks, *blocks.blocks), (*head.kept, *blocks.kept), head.lang)
    held = columns.Blocks.of(head.blocks, parts)
    while leaves:
        blocks.add(leaves.pop())
        for block in blocks.blocks:
            held.take(block)
        blocks.blocks.clear()
    return Reading(parts, held, (*head.kept, *blocks.kept), head.lang)


def marks(document: Document, tag: str, encoding: str) -> tuple[Mark, ...]:
    """What the head of a page and its blocks of HTML say of the language of their words: that of the copy."""
    return (*language_marks(document, tag, encoding), *body_languages(document, tag))


def is_mdx(text: str, path: str = "") -> bool:
    """Whether a text is MDX, by its path or by a line that imports a component: one that is neither code nor a script's."""
    if path.endswith(".mdx"):
        return True
    found = [match.start() for match in _IMPORT.finditer(text)] if "import " in text else []
    return any(not (_is_in_prose(text, at) or _is_in_code(text, at)) for at in found)


def _is_in_prose(text: str, at: int) -> bool:
    """Whether a line goes on from one of prose: MDX has its modules behind blank lines, other modules or the front matter."""
    before = text[:at].rstrip("\r\n \t")
    if text[len(before) : at].count("\n") > 1 or not before:
        return False
    return not _MODULES.match(before[before.rfind("\n") + 1 :])


_MODULES = re.compile(r"import[ \t]|export[ \t]|---[ \t]*$|[}\])];?[ \t]*$")


def _is_in_code(text: str, at: int) -> bool:
    """Whether a line begins inside a fence or a script."""
    if text.rfind("<script", 0, at) > text.rfind("</script", 0, at):
        return True
    opened = ""
    for match in _FENCE.finditer(text, 0, at):
        mark, rest = match[1], match[2]
        if not opened:
            opened = "" if mark[0] == "`" and "`" in rest else mark
        elif mark.startswith(opened) and not rest.strip():
            opened = ""
    return bool(opened)


FORMAT = Format(
    "markdown",
    (".md", ".markdown", ".mdx"),
    read,
    escape,
    marks,
    foreign=foreign,
    relabel=relabelled,
    faults=emphasis_faults,
    settle=settle,
    options=(
        Option("front_matter", DEFAULT_KEYS, "the keys of the front matter whose values are text, at any depth"),
        Option("math", True, "whether `$…$` and `$$…$$` are formulas"),
    ),
)
