"""How the lines look that start or end a block: CommonMark 0.31 §4–5, GFM, and what sites add to them."""

from __future__ import annotations

import re
from functools import cache

ATX = re.compile(r"(#{1,6})(?:[ \t]+|(?=[\r\n])|\Z)")
ATX_END = re.compile(r"(?:^|[ \t]+)#+[ \t]*\Z|[ \t]+\Z")
HEADING_ID = re.compile(r"[ \t]*(?<!\\)\{[ \t]*[#.:][^{}\r\n]*\}[ \t]*\Z")
SETEXT = re.compile(r"(?:=+|-+)[ \t]*\Z")
THEMATIC = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
FENCE = re.compile(r"(`{3,}|~{3,})([^\r\n]*)")
BULLET = re.compile(r"[-+*](?=[ \t]|\Z)")
ORDERED = re.compile(r"[0-9]{1,9}[.)](?=[ \t]|\Z)")
FOOTNOTE = re.compile(r"\[\^([^\]\s\[]+)\]:[ \t]*")
MATH = re.compile(r"\$\$[^$]*\Z")
MATH_END = re.compile(r"\$\$[ \t]*\Z")
MATH_END_LINE = re.compile(r"\$\$[ \t]*(?=[\r\n]|\Z)")
DELIMITER_ROW = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
# `::: tip 標題`, `:::note[標題]{.wide}`, `::video[標題]{#id}`, `:::` (markdown-it-container, remark-directive).
DIRECTIVE = re.compile(
    r"(:{2,})[ \t]*(?:([A-Za-z][\w:-]*)(?:\[([^\]\r\n]*)\])?(?:[ \t]*\{[^{}\r\n]*\})?(?:[ \t]+([^\r\n]*?))??(?:[ \t]+\{[^{}\r\n]*\})?|\{[^{}\r\n]*\})?[ \t]*\Z"
)
# `!!! note "標題"` of Python-Markdown and `=== "標題"` of MkDocs; what belongs to it is indented by four.
ADMONITION = re.compile(
    r"(?:===[!+]?(?=[ \t]+\")|(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*)(?:[ \t]+\"([^\"\r\n]*)\")?[ \t]*\Z"
)
# `: 定義` under its term (Markdown Extra, Pandoc, kramdown).
DEFINITION = re.compile(r":(?=[ \t]+[^ \t])")
# `{: .class #id}` of kramdown and of Python-Markdown, on a line of its own, at the end of its block.
BLOCK_ATTRIBUTES = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*\{:[^{}\r\n]*\}[ \t]*\Z")
# Lines of MDX that are JavaScript.
_EXPORT = (
    r"export[ \t]+(?:(?:const|let)[ \t]+[\w$\[{]|(?:default[ \t]+)?(?:async[ \t]+)?(?:function|class)\b"
    r"|default[ \t]+(?:[({\[]|[\w$.]+[ \t]*(?:[;(=]|(?=[\r\n]|\Z))))"
)
_MODULE_LINE = rf"(?:import[ \t][^\r\n]*['\"][^'\"\r\n]+['\"];?|{_EXPORT}[^\r\n]*)[ \t]*"
# The beginning of what may become such a line.
LIKE_MODULE = re.compile(rf"import[ \t][^\r\n]*['\"]|{_EXPORT}")
MODULE = re.compile(rf"{_MODULE_LINE}(?:(?:\r\n|\n|\r){_MODULE_LINE})*")
# `{% highlight ruby %}` of Jekyll and its like in Hexo: what stands inside is code, as is a comment.
VERBATIM = re.compile(r"\{%-?[ \t]*(highlight|codeblock|code|comment|mermaid|plantuml)\b[^\r\n]*?-?%\}[ \t]*\Z")
# `*[HTML]: 文書の言語` (Markdown Extra, Python-Markdown, kramdown).
ABBREVIATION = re.compile(r"\*\[([^\[\]\r\n]+)\]:[ \t]*(?=[^ \t])")
# A line of MDX that is one tag of a component: what follows it is Markdown.
COMPONENT = re.compile(r"</?(?:[A-Z][\w.]*(?:[ \t][^<>\r\n]*)?/?)?>[ \t]*\Z")
INDENTED_NEXT = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*(?: {4}|\t)")
SNIPPET = re.compile(r"(?:<<<[ \t]|@\[code)[^\r\n]*|\[\[?(?:toc|TOC|_TOC_)\]\]?[ \t]*\Z")
ALERT = re.compile(r"\[![A-Za-z-]+\][+-]?[ \t]*")
TASK = re.compile(r"\[[ xX]\](?=[ \t\n])[ \t]*")

_BLOCK_NAMES = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li"
    "|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th"
    "|thead|title|tr|track|ul"
)
_ATTRIBUTE = r"[ \t\n]+[a-zA-Z_:@#][\w.:@\[\]-]*(?:[ \t\n]*=[ \t\n]*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?"
OPEN_TAG = rf"<[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*[ \t\n]*/?>"
CLOSE_TAG = r"</[A-Za-z][A-Za-z0-9-]*[ \t\n]*>"
HTML = re.compile(
    r"(?i:<(?:(?P<raw>script|pre|style|textarea)(?=[\s>]|\Z)|(?P<comment>!--)|(?P<pi>\?)|(?P<data>!\[CDATA\[)"
    rf"|(?P<declaration>![a-z])|(?P<block>/?(?:{_BLOCK_NAMES})(?=[\s>]|/>|\Z))))"
)
_HTML_ALONE = re.compile(rf"(?:{OPEN_TAG}|{CLOSE_TAG})[ \t]*\Z")
_HTML_ENDS = {
    "raw": re.compile(r"(?i)</(?:script|pre|style|textarea)>"),
    "comment": re.compile("-->"),
    "pi": re.compile(r"\?>"),
    "data": re.compile(r"\]\]>"),
    "declaration": re.compile(">"),
}
BLANK_ENDS = re.compile(r"(?!)")
"""Stands for the HTML blocks that a blank line ends: it is found nowhere."""


def html_end(line: str, interrupts: bool) -> re.Pattern[str] | None:
    """What ends the HTML block that a line starts; None where it starts none.

    `interrupts` is true where a paragraph is open: a lone tag that is no block cannot end it.
    """
    match = HTML.match(line)
    if match is not None and match.lastgroup is not None:
        return _HTML_ENDS.get(match.lastgroup, BLANK_ENDS)
    return BLANK_ENDS if not interrupts and _HTML_ALONE.match(line) else None


@cache
def verbatim_end(name: str) -> re.Pattern[str]:
    """The tag that ends code which a tag of Liquid began."""
    return re.compile(rf"\{{%-?[ \t]*end{name}[ \t]*-?%\}}")


@cache
def fence_end(mark: str) -> re.Pattern[str]:
    """The line that closes a fence, its indentation taken off.

    >>> bool(fence_end("```").match("`````  ")), bool(fence_end("```").match("~~~"))
    (True, False)
    """
    return re.compile(rf"{re.escape(mark[0])}{{{len(mark)},}}[ \t]*\Z")


@cache
def fence_end_line(mark: str) -> re.Pattern[str]:
    """The same as a whole line and the line end before it, for a search through text outside of containers."""
    return re.compile(rf"\n {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}[ \t]*(?=\n|\Z)")
