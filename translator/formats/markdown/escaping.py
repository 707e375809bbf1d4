"""Contents written as Markdown: text stays text, and no more is escaped than has to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from translator.document import Code, Content, Segment
from translator.formats import _html
from translator.formats._html_names import IN_TAG
from translator.formats._html_text import write
from translator.formats.markdown import frontmatter
from translator.formats.markdown.delimiters import flanking
from translator.formats.markdown.places import RUNNING, Place, place_of
from translator.formats.markdown.rereading import reads_same
from translator.formats.markdown.spellings import is_bare_url, spellings, tagged, touching
from translator.formats.markdown.starts import HEADING_ID, LIKE_MODULE
from translator.formats.markdown.styles import Careful, Full, Plain, Style

_RISKY = re.compile(r"[\\`*_~\[\]<&|$@{\n\r\t]|://|[wW]{3}\.|!\Z|#\s*\Z")
_START = re.compile(
    r"#{1,6}(?=\s|\Z)|>|[-+*](?=\s|\Z)|[0-9]{1,9}[.)](?=\s|\Z)|=+\s*\Z|=+[!+]?\s+\"|-[-\s]*\Z|~~~|<(?=[!/?A-Za-z])|:(?=[: \t]|\Z)|!!!|\?\?\?|<<<|@\[|\[(?:[ xX]\]\s|\^|toc|TOC)|\[[^\]]*\]:"
)
# Behind a bare URL a backslash would be the URL's; what is no part of it at its end needs none.
_AFTER_URL = re.compile(r"[?!.,:*_~'\"&)<]+")
_LINE_PLACES = frozenset({"paragraph", "setext", "cell at line start"})
# A run at the start of a text could belong to what stands before it.
_MARKS = frozenset("*_~`")
_AFTER_LINK = frozenset("([{:")
# Pairs that are such only beside the right characters, or hold text that is quoted.
_FRAGILE = frozenset({"b", "i", "s", "tip", "a", "alt"}) | IN_TAG
_RUNNING_ON = IN_TAG | {"tip", "math"}
_EMPHASIS = ("*", "_", "~")
# What two Codes side by side could be together.
_JOINED = frozenset({"[^", "[!", "](", "][", "]{", "]:"})
_TOUCHING = re.compile(r"([*_~`$])\1|!\[|\][(\[{:]")


def escape(content: Content, segment: Segment) -> str:
    """The content as Markdown for the place that the segment's form names."""
    written = _escaped(content, segment)
    if written.startswith("^") and segment.kind == "alt text":
        # `![^` begins a mark and a footnote.
        return f"\\{written}"
    if written.startswith(("import", "export")) and LIKE_MODULE.match(written) and _is_on_a_line(segment.form):
        # What stood on two lines is JavaScript to a reader of MDX on one.
        return f"&#{ord(written[0])};{written[1:]}"
    return written


def _is_on_a_line(form: str) -> bool:
    return not form.startswith(("html", "yaml")) and place_of(form).name in _LINE_PLACES


def _escaped(content: Content, segment: Segment) -> str:
    form = segment.form
    if form.startswith("html"):
        return _html.escape(_one_line(content) if form.startswith("html text") else content, segment)
    if form.startswith("yaml"):
        return frontmatter.escape(content, segment)
    place = place_of(form)
    content = _one_line(content)
    if place.name.startswith("link title"):
        return "".join(each.data if isinstance(each, Code) else _title(each, place.name[-1]) for each in content)
    if place.name == "abbreviation" or not is_risky(content, place):
        return "".join([each.data if isinstance(each, Code) else each for each in content])
    # Where escapes part what belongs together (a run that is half emphasis, half text), the bare text may do.
    styles: list[type[Style]] = [Careful, Full, Plain]
    if not place.has_escapes:
        raw = mark_up(content, place, style=Plain)
        if content == segment.content and reads_same(raw, content, place=place):
            return "".join(raw)
        is_open = isinstance(content[0], str) and content[0][0] in _MARKS
        if place.name in ("heading", "setext") and isinstance(content[-1], str):
            is_open = is_open or HEADING_ID.search(content[-1]) is not None
        if not is_open and not _has_more(content, segment.content):
            styles.insert(0, Plain)
    for style in styles:
        for each in spellings(content):
            written = mark_up(each, place, style=style)
            if reads_same(written, content, place=place):
                return "".join(written)
    for is_all in (False, True):
        written = mark_up(tagged(content, is_all=is_all), place, style=Careful)
        if reads_same(written, content, place=place):
            return "".join(written)
    return "".join(mark_up(content, place, style=Careful))


def foreign(text: str, segment: Segment, tag: str) -> str:
    """A text of the document inside an element that names its language, where one may stand."""
    if segment.form.startswith("html"):
        return _html.foreign(text, segment, tag)
    is_held = segment.form.startswith("yaml") or segment.kind == "alt text"
    if is_held or place_of(segment.form).name not in RUNNING:
        return text
    return f'<span lang="{tag}">{text}</span>'


def _one_line(content: Content) -> Content:
    """The content without line ends in its texts, and white space at its edges and beside breaks.

    A break at an edge, where a line end breaks nothing, is a tag.
    """
    out: list[str | Code] = []
    for each in content:
        if isinstance(each, str):
            if "\n" in each or "\r" in each:
                each = re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", each)
            if out and isinstance(out[-1], str):
                each = str(out.pop()) + each
            if not out:
                each = each.lstrip()
            elif _is_break(out[-1]):
                each = each.lstrip(" \t")
            if each:
                out.append(each)
            continue
        if _is_break(each):
            if out and isinstance(out[-1], str) and each.data[0] != "\\":
                out[-1] = out[-1].rstrip(" \t")
            if not out:
                each = replace(each, data="<br>")
        out.append(each)
    if out and isinstance(out[-1], str):
        out[-1] = out[-1].rstrip()
        if not out[-1]:
            del out[-1]
    if out and _is_break(last := out[-1]):
        assert isinstance(last, Code)
        out[-1] = replace(last, data="<br>")
    return tuple([each for each in out if each != ""])


def _is_break(each: str | Code) -> bool:
    return isinstance(each, Code) and each.kind == "br" and "\n" in each.data


def is_risky(content: Content, place: Place) -> bool:
    """Whether the content, put together as it is, may be read as something else."""
    is_line = place.name in _LINE_PLACES
    at_start = is_line
    opened: list[Code] = []
    last = ""
    for index, each in enumerate(content):
        if isinstance(each, str):
            if each[0] == "^" and index and _is_image(content[index - 1]):
                return True
            if _RISKY.search(each) or (at_start and _START.match(each)) or last + each[0] in _JOINED:
                return True
            at_start, last = False, ""
            continue
        data = each.data
        if each.kind in _RUNNING_ON or (last and _TOUCHING.match(last + data[:1])) or is_bare_url(each):
            return True
        if each.kind == "br" and any(map(str.isspace, _sides(content, index))):
            return True
        if each.form != "alone" and each.kind in _FRAGILE and not _is_sure(content, index, opened):
            return True
        last = data[-1:]
        at_start = is_line and each.kind == "br"
    return bool(opened)


def _is_sure(content: Content, index: int, opened: list[Code]) -> bool:
    """Whether a half of a pair reads as that and nothing else; the pairs that are `opened` are kept up."""
    code = content[index]
    assert isinstance(code, Code)
    data, mark = code.data, code.data[:1]
    if code.form == "close":
        opener = opened.pop() if opened else None
        if opener is None or (opener.kind, opener.number) != (code.kind, code.number):
            return False
        if mark not in _EMPHASIS:
            # A label that is the link's text is written once.
            return mark == "<" or data.startswith("](")
        return opener.data == data and flanking(*_sides(content, index), mark)[1]
    # A run that could close as well does, where one is open; links do not nest.
    is_first = all(each.data[:1] != mark for each in opened)
    opened.append(code)
    if mark not in _EMPHASIS:
        return mark == "<" or (data == "[" and is_first)
    opens, closes = flanking(*_sides(content, index), mark)
    return opens and (is_first or not closes)


def _sides(content: Content, index: int) -> tuple[str, str]:
    return _edge(content, index - 1, -1), _edge(content, index + 1, 1)


def _has_more(content: Content, source: Content) -> bool:
    """Whether the text holds more characters that could be markup than the source's text does.

    A backtick counts in any case: an escape does not keep it from closing code that begins before.
    """
    new, old = ("".join(each for each in some if isinstance(each, str)) for some in (content, source))
    return "`" in new or any(new.count(mark) > old.count(mark) for mark in "*_~[]<&$|\\")


def mark_up(content: Content, place: Place, *, style: type[Style]) -> list[str]:
    """The content as Markdown of a place, in pieces: its texts escaped as the style has it, its Codes as they are."""
    writer = style(place, content)
    out: list[str] = []
    at_start = place.name in _LINE_PLACES
    quoted: Callable[[str], str] | None = None
    opened: list[int] = []
    for index, each in enumerate(content):
        if isinstance(each, Code):
            if each.form == "open":
                opened.append(len(out) + 1)
            out.append(_shortened(out, opened, each, _edge(content, index + 1, 1)))
            at_start = each.kind == "br" and place.name in _LINE_PLACES
            quoted = _quoting(each)
            continue
        if quoted is not None:
            out.append(quoted(each))
            continue
        before = _edge(content, index - 1, -1)
        after = _edge(content, index + 1, 1)
        head, size = _parted(content, index, style)
        written = head + writer.text(each[size:], each[size - 1] if size else before, after=after)
        if at_start and (match := _START.match(each + after)) and not written.startswith("\\"):
            # The digits of `1.` cannot be escaped, its point can.
            where = match.end() - 1 if match[0][0].isdigit() else 0
            written = written[:where] + "\\" + written[where:]
            if match[0][0] == "[":
                # Its partner would close a bracket that stands before the text.
                written = re.sub(r"(?<!\\)\]", r"\\]", written, count=1)
        if (
            place.name == "heading"
            and index == len(content) - 1
            and (match := re.search(r"(?:^|(?<=\s))#+\Z", written))
        ):
            written = written[: match.start()] + "\\" + written[match.start() :]
        out.append(written)
        at_start = False
    return out


def _parted(content: Content, index: int, style: type[Style]) -> tuple[str, int]:
    """The start of a text that would join what stands before it, as it is written, and its length."""
    text, before = content[index], _edge(content, index - 1, -1)
    assert isinstance(text, str)
    if before == "]" and text[0] == ":" and index == 1:
        return "\\:", 1  # `[^1]:` begins a footnote.
    if text[0] == "^" and _edge(content, index - 1, -1) == "[" and _is_image(content[index - 1]):
        return "\\^", 1
    if before == "$" and text[0].isdigit():
        return f"&#x{ord(text[0]):x};", 1  # A formula does not end before a digit.
    head = _AFTER_URL.match(text) if _is_behind_url(content, index) else None
    if head is None:
        return "", 0
    return head[0] if style is Plain else head[0].replace("&", "&amp;").replace("<", "&lt;"), head.end()


def _is_image(each: str | Code) -> bool:
    return isinstance(each, Code) and each.data == "!["


def _is_behind_url(content: Content, index: int) -> bool:
    """Whether a text follows a bare URL, or emphasis that ends with one."""
    while index and isinstance(each := content[index - 1], Code):
        if is_bare_url(each):
            return True
        if each.data.strip("*_~"):
            return False
        index -= 1
    return False


def _quoting(code: Code) -> Callable[[str], str] | None:
    """How text after a Code is written that stands in quotes: a link's title, an attribute of a tag."""
    if code.form != "open" or code.kind not in IN_TAG or code.data[-1:] not in ("'", '"', "("):
        return None
    quote = code.data[-1]
    if code.data.startswith("]"):
        return partial(_title, quote=quote)
    return partial(write, place={'"': "double", "'": "single"}.get(quote, "unquoted"), habit=frozenset())


def _shortened(out: list[str], opened: list[int], code: Code, after: str) -> str:
    """What a Code is written as: a link whose text is its own label needs no second one."""
    if code.form != "close" or not opened:
        return code.data
    start = opened.pop()
    label = code.data[2:-1] if code.kind in ("a", "alt") and code.data.startswith("][") else ""
    if not label or after in _AFTER_LINK or _bare("".join(out[start:])) != _bare(label):
        return code.data
    out[start:] = [label]
    return "]"


def _bare(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def _edge(content: Content, index: int, step: int) -> str:
    """The character of a neighbour that text touches; empty where the content ends."""
    return touching(content[index], step) if 0 <= index < len(content) else ""


def _title(text: str, quote: str) -> str:
    closing = {"(": "()"}.get(quote, quote)
    # Not every reader lets a backslash keep an entity from being one.
    text = re.sub(rf"[{re.escape(closing)}]|\\(?=[!-/:-@\[-`{{-~]|\Z)", lambda match: "\\" + match[0], text)
    return re.sub(r"&(?=[#\w]+;)", "&amp;", text)
