"""Contents written as Markdown: text stays text, and no more is escaped than has to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from translator.document import Code, Content, Piece, Segment
from translator.formats import _html
from translator.formats._html_names import IN_TAG
from translator.formats._html_text import write
from translator.formats.markdown import frontmatter
from translator.formats.markdown.autolinks import MAIL
from translator.formats.markdown.delimiters import flanking
from translator.formats.markdown.inline import pieces
from translator.formats.markdown.joined import Joined
from translator.formats.markdown.literals import PUNCTUATION, entity
from translator.formats.markdown.places import Place, place_of

_RISKY = re.compile(r"[\\`*_~\[\]<&|$@{\n\r\t]|://|[wW]{3}\.|!\Z|\A\s|\s\Z|#\s*\Z")
_START = re.compile(
    r"#{1,6}(?=\s|\Z)|>|[-+*](?=\s|\Z)|[0-9]{1,9}[.)](?=\s|\Z)|=+\s*\Z|-[-\s]*\Z|~~~|::|!!!|\?\?\?|<<<|@\[|\[(?:[ xX]\]\s|\^|toc|TOC)|\[[^\]]*\]:"
)
_MARK = re.compile(r"\*+|_+|~+|`+|[\\\[\]<&|$@{\n\r]|://|[wW]{3}\.|\u00a0")
_LINE_END = re.compile(r"(?:\r\n|\n|\r)[ \t>]*")
_SCHEME_END = re.compile(r"(?:https?|ftp)\Z", re.IGNORECASE)
_LINE_PLACES = frozenset({"paragraph", "setext"})
_AFTER_LINK = frozenset("([{:")
# Pairs that are such only beside the right characters, or hold text that is quoted.
_FRAGILE = frozenset({"b", "i", "s", "tip", "a", "alt"}) | IN_TAG


def escape(content: Content, segment: Segment) -> str:
    """The content as Markdown for the place that the segment's form names."""
    form = segment.form
    if form.startswith("html"):
        return _html.escape(content, segment)
    if form.startswith("yaml"):
        return frontmatter.escape(content, segment)
    place = place_of(form)
    content = _one_line(content)
    if place.name.startswith("link title"):
        return "".join(each.data if isinstance(each, Code) else _title(each, place.name[-1]) for each in content)
    if not _is_risky(content, place):
        return "".join([each.data if isinstance(each, Code) else each for each in content])
    styles: list[type[_Style]] = [_Careful, _Full]
    if not place.has_escapes and not _has_more(content, segment.content):
        styles.insert(0, _Plain)
    starred = _starred(content)
    for style in styles:
        for each in (content, starred) if starred != content else (content,):
            written = _written(each, place, style)
            if _reads_same(written, each, place):
                return "".join(written)
    return "".join(_written(content, place, _Careful))


def _starred(content: Content) -> Content:
    """The content with `_` as `*`: beside letters, as everywhere in Chinese, `_` is no emphasis."""
    return tuple(
        replace(each, data=each.data.replace("_", "*")) if isinstance(each, Code) and each.data in ("_", "__") else each
        for each in content
    )


def _one_line(content: Content) -> Content:
    """The content without line ends in its texts and white space at its edges."""
    out: list[str | Code] = []
    for each in content:
        if isinstance(each, str):
            if "\n" in each or "\r" in each:
                each = re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", each)
            if not each:
                continue
            if out and isinstance(out[-1], str):
                each = str(out.pop()) + each
        out.append(each)
    if out and isinstance(out[0], str):
        out[0] = out[0].lstrip()
    if out and isinstance(out[-1], str):
        out[-1] = out[-1].rstrip()
    return tuple(each for each in out if each != "")


def _is_risky(content: Content, place: Place) -> bool:
    is_line = place.name in _LINE_PLACES
    at_start = is_line
    for each in content:
        if isinstance(each, str):
            if _RISKY.search(each) or (at_start and _START.match(each)):
                return True
            at_start = False
        else:
            if each.kind in _FRAGILE and each.form != "alone":
                return True
            at_start = is_line and each.kind == "br"
    return False


def _has_more(content: Content, source: Content) -> bool:
    """Whether the text holds more characters that could be markup than the source's text does."""
    new, old = ("".join(each for each in some if isinstance(each, str)) for some in (content, source))
    return any(new.count(mark) > old.count(mark) for mark in "*_~`[]<&$|\\")


class _Style(Protocol):
    """A way of writing text: `before` and `after` are the characters that it touches."""

    def __init__(self, place: Place) -> None: ...

    def text(self, text: str, before: str, after: str) -> str: ...


class _Plain:
    """Writes text as it is."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def text(self, text: str, before: str, after: str) -> str:
        if self.place.name == "cell" and "|" in text:
            return text.replace("|", "\\|")
        return text


class _Careful:
    """Escapes what could be read as markup here, alone or together with what stands around."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.has_targets = bool(place.labels.links or place.labels.footnotes)

    def text(self, text: str, before: str, after: str) -> str:
        out: list[str] = []
        at = 0
        for match in _MARK.finditer(text):
            left = text[match.start() - 1] if match.start() else before
            right = text[match.end()] if match.end() < len(text) else after
            out += text[at : match.start()], self._mark(match, left, right)
            at = match.end()
        out.append(text[at:])
        written = "".join(out)
        return written[:-1] + "\\!" if after == "[" and written.endswith("!") else written

    def _mark(self, match: re.Match[str], left: str, right: str) -> str:
        mark = match[0]
        first = mark[0]
        if first in "*_~":
            is_inner = bool(left and right)
            quiet = is_inner and flanking(left, right, first) == (False, False)
            return mark if quiet or (first == "~" and len(mark) > 2) else "".join("\\" + each for each in mark)
        return self._sign(match, mark, right)

    def _sign(self, match: re.Match[str], mark: str, right: str) -> str:
        text = match.string
        if mark[0] == "`":
            return "".join("\\" + each for each in mark)
        if mark == "\\":
            return "\\\\" if not right or right in PUNCTUATION else mark
        if mark in "[]":
            return mark if self._is_quiet_bracket(text, match.start()) else "\\" + mark
        if mark == "<":
            return "\\<" if not right or right.isalpha() or right in "!/?" else mark
        if mark == "&":
            return "\\&" if entity(text, match.start()) or right in ("", "#") else mark
        if mark == "|":
            return "\\|" if self.place.name == "cell" else mark
        if mark == "$":
            return "\\$" if self.place.labels.has_math and text.count("$") > 1 else mark
        if mark == "{":
            return (
                "\\{"
                if right in ("{", "%", "") or match.start() == 0 or self._ends_heading(text, match.start())
                else mark
            )
        if mark == "@":
            return "\\@" if MAIL.match(text, match.end()) else mark
        if mark == "\u00a0":
            return "&nbsp;"
        if mark == "://":
            return "\\://" if _SCHEME_END.search(text, 0, match.start()) else mark
        return mark[:-1] + "\\."

    def _is_quiet_bracket(self, text: str, at: int) -> bool:
        """`[1]` is text where the document defines no labels and nothing follows that makes it a link."""
        if self.has_targets:
            return False
        if text[at] == "]":
            opener = text.rfind("[", 0, at)
            return opener >= 0 and "]" not in text[opener:at] and text[at + 1 : at + 2] not in ("(", "[", "{", ":", "")
        stop = text.find("]", at)
        return (
            stop >= 0 and "[" not in text[at + 1 : stop] and text[stop + 1 : stop + 2] not in ("(", "[", "{", ":", "")
        )

    def _ends_heading(self, text: str, at: int) -> bool:
        return self.place.name in ("heading", "setext") and text.rstrip().endswith("}")


class _Full:
    """Escapes every mark of ASCII."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def text(self, text: str, before: str, after: str) -> str:
        return re.sub(r"[!-/:-@\[-`{-~]", lambda match: "\\" + match[0], text)


def _written(content: Content, place: Place, style: type[_Style]) -> list[str]:
    writer = style(place)
    out: list[str] = []
    at_start = place.name in _LINE_PLACES
    quoted: Callable[[str], str] | None = None
    opened: list[int] = []
    for index, each in enumerate(content):
        if isinstance(each, Code):
            if each.form == "open":
                opened.append(len(out) + 1)
            out.append(_shortened(out, opened, each, _edge(content, index + 1)))
            at_start = each.kind == "br" and place.name in _LINE_PLACES
            quoted = _quoting(each)
            continue
        if quoted is not None:
            out.append(quoted(each))
            continue
        before = _edge(content, index - 1)
        after = _edge(content, index + 1)
        written = writer.text(each, before, after)
        if at_start and (match := _START.match(each)) and not written.startswith("\\"):
            # The digits of `1.` cannot be escaped, its point can.
            where = match.end() - 1 if match[0][0].isdigit() else 0
            written = written[:where] + "\\" + written[where:]
        if (
            place.name == "heading"
            and index == len(content) - 1
            and (match := re.search(r"(?:^|(?<=\s))#+\Z", written))
        ):
            written = written[: match.start()] + "\\" + written[match.start() :]
        out.append(written)
        at_start = False
    return out


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


def _edge(content: Content, index: int) -> str:
    """The character of a neighbour that text touches; empty where the content ends."""
    if not 0 <= index < len(content):
        return ""
    each = content[index]
    return each.data[:1] if isinstance(each, Code) else each[:1]


def _title(text: str, quote: str) -> str:
    closing = {"(": "()"}.get(quote, quote)
    return re.sub(
        rf"[{re.escape(closing)}]|\\(?=[!-/:-@\[-`{{-~]|\Z)|&(?=[#\w]+;)", lambda match: "\\" + match[0], text
    )


def _reads_same(written: list[str], content: Content, place: Place) -> bool:
    """Whether the text, read on its own, is the content again."""
    parts = [_LINE_END.sub("\n", part) for part in written]
    whole = "".join(parts)
    if not whole or (whole[0] in "*_~`" and isinstance(content[0], str)):
        return False
    found, _ = pieces(whole, Joined(whole, [(0, len(whole))]), place.labels)
    return _merged(found, whole) == _shown(content)


def _merged(found: list[Piece], whole: str) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for piece in found:
        if isinstance(piece.content, Code):
            out.append((piece.content.kind + piece.content.form, ""))
        elif out and not out[-1][0]:
            out[-1] = ("", out[-1][1] + piece.content)
        elif piece.content:
            out.append(("", piece.content))
    return out


def _shown(content: Content) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for each in content:
        if isinstance(each, Code):
            out.append((each.kind + each.form, ""))
        elif each:
            out.append(("", each))
    return out
