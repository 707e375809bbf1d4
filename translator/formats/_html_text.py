"""Text inside HTML: what a translator sees of it, and how it is written back.

White space collapses: a run of spaces, tabs and line ends is one space (what line ends between two
characters of Chinese or Japanese are is decided for a whole block). In `pre` and `textarea` it stays. A character
reference is its character; NUL and other control characters are not seen. A segment's `form` is
`html`, the place (`text`, `pre`, `rcdata`, `area`, `raw`, `plain`, `double`, `single`, `unquoted`) and the
author's habits there: `xml`, `crlf`, and which of `&`, `<`, `>` and U+00A0 stand bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Code, Content, Piece, Segment
from translator.formats._html_names import IN_TAG
from translator.formats._html_tokens import REFERENCE, reference

# What stands behind `&`.
_SPACE_REFERENCE = r"(?:#(?:0*(?:9|1[023]|32)(?![0-9])|[xX]0*(?:9|[aAcCdD]|20)(?![0-9a-fA-F]));?|Tab;|NewLine;)"
_CONTROL = r"[\0-\x08\x0b\x0e-\x1f\x7f]"
_SPACES = rf"(?:[\0- \x7f]|&{_SPACE_REFERENCE})"
_SPACE = re.compile(r"[\t\n\f\r &]")
# These begin with one class of characters, which `re` can search for fast.
_ODD = re.compile(r"[\0- \x7f&](?:(?<! )|(?= ))")
_PIECE = re.compile(
    rf"[\0- \x7f&](?:(?<!&)(?:{_SPACES}+()|(?<={_CONTROL})())|(?<=&)(?:{_SPACE_REFERENCE}{_SPACES}*()|()))"
)
_ODD_KEPT = re.compile(r"[\0-\x08\x0b-\x1f\x7f&]")
_PIECE_KEPT = re.compile(rf"(\r\n)|(&)|({_CONTROL}+)")
# What the groups of a pattern find.
_KINDS = ("", "space", "control", "space", "reference")
_KINDS_KEPT = ("", "newline", "reference", "control")
_PLAIN = str.maketrans("\t\n\f\r", "    ")
_PLAIN_KEPT = str.maketrans("\r", "\n")
_UNSEEN = re.compile(r"[\0-\x08\x0a-\x1f\x7f-\x9f]")


def pieces(text: str, start: int, end: int, *, keeps_space: bool = False, in_attribute: bool = False) -> list[Piece]:
    """The pieces of text[start:end]; white space at the edges is a space or a piece of its own."""
    odd = _ODD_KEPT if keeps_space else _ODD
    if odd.search(text, start, end) is None:
        return [Piece(start, end, text[start:end])] if end > start else []
    return list(_cut(text, start, end, (keeps_space, in_attribute)))


def _cut(text: str, start: int, end: int, how: tuple[bool, bool]) -> Iterator[Piece]:
    keeps_space, in_attribute = how
    pattern, kinds, plain = (_PIECE_KEPT, _KINDS_KEPT, _PLAIN_KEPT) if keeps_space else (_PIECE, _KINDS, _PLAIN)
    at = start
    for match in pattern.finditer(text, start, end):
        low, high = match.span()
        if low < at:
            continue
        content: str | Code = ""
        kind = kinds[match.lastindex or 0]
        if kind == "space":
            content = " " if _SPACE.search(text, low, high) else ""
        elif kind == "newline":
            content = "\n"
        elif kind == "reference":
            found = REFERENCE.match(text, low, end)
            decoded = reference(found, in_attribute=in_attribute) if found else None
            if decoded is None or decoded[1] > end:
                continue
            content, high = decoded
            if _UNSEEN.search(content) and not (keeps_space and content == "\n"):
                content = Code("x", text[low:high], "alone", -1 - low)
        if low > at:
            yield Piece(at, low, text[at:low].translate(plain))
        yield Piece(low, high, content)
        at = high
    if at < end:
        yield Piece(at, end, text[at:end].translate(plain))


def cdata_pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of text in which white space collapses and nothing is a reference."""
    out: list[Piece] = []
    for piece in pieces(text, start, end):
        is_reference = text[piece.start] == "&" and piece.end - piece.start > 1
        out += raw_pieces(text, piece.start, piece.end) if is_reference else [piece]
    return out


def raw_pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of text in which nothing is a reference (`xmp`, `plaintext`)."""
    out: list[Piece] = []
    at = start
    for match in re.compile(r"\r\n|\0+").finditer(text, start, end):
        if match.start() > at:
            out.append(Piece(at, match.start(), text[at : match.start()].translate(_PLAIN_KEPT)))
        out.append(Piece(*match.span(), "\n" if match[0] == "\r\n" else ""))
        at = match.end()
    if at < end:
        out.append(Piece(at, end, text[at:end].translate(_PLAIN_KEPT)))
    return out


_BARE = {"&": "amp", "<": "lt", ">": "gt", "\xa0": "nbsp"}


def habits(found: list[Piece]) -> set[str]:
    """The characters that an author wrote bare where a reference is usual."""
    shown = "".join([p.content for p in found if isinstance(p.content, str) and p.end - p.start == len(p.content)])
    return {name for char, name in _BARE.items() if char in shown}


def foreign(text: str, segment: Segment, tag: str) -> str:
    """A text of the document inside an element that names its language, where one may stand."""
    words = segment.form.split()
    may_stand = words[1:2] in (["text"], ["pre"]) and "svg" not in words and segment.kind != "option"
    return f'<span lang="{tag}">{text}</span>' if may_stand else text


def escape(content: Content, segment: Segment) -> str:
    """The content as HTML for the place that `segment.form` names; text never becomes markup.

    In a paragraph an attribute's text stands between two Codes that are halves of a tag. Where a
    target has moved or lost such a Code, the tag is closed and what would stand inside it follows.
    """
    words = segment.form.split()
    place = words[1] if len(words) > 1 else "text"
    habit = frozenset(words[2:])
    if any(isinstance(each, Code) and not _is_whole(each) for each in content):
        return _Tags(place, habit).written(content)
    written = "".join(each.data if isinstance(each, Code) else write(each, place, habit) for each in content)
    return '""' if place == "unquoted" and not written else written


class _Tags:
    """Writes a content that has attributes of inline tags in it."""

    def __init__(self, place: str, habit: frozenset[str]) -> None:
        self.place, self.habit = place, habit
        self.out: list[str] = []
        self.waiting: list[str] = []
        self.state = "text"
        self.quote = ""
        self.is_cdata = False
        self.head = ("", 0)

    def written(self, content: Content) -> str:
        """The markup of a content; text goes out as the state of the markup before it asks."""
        for each in content:
            if isinstance(each, str):
                self._text(each)
            elif each.kind in IN_TAG:
                self._half(each)
            elif each.kind == "x" and self._stays_text(each):
                self.out.append(each.data)
            elif not _is_tag(each) or self._is_rest(each):
                if self.state == "tag":
                    self._closed(each.data)
            else:
                self._tag(each)
        self._finished()
        return "".join([*self.out, "]]>" if self.is_cdata else ""])

    def _is_rest(self, code: Code) -> bool:
        """Whether a Code is the rest of the open tag, although an attribute in it is called `<p`."""
        return code.form == "close" and (code.kind, code.number) == self.head and not code.data.startswith("</")

    def _stays_text(self, code: Code) -> bool:
        """True for a literal placeholder that stands inside an attribute or a CDATA section."""
        if self.state == "value":
            return not set(code.data) & {'"', "'"}
        return self.is_cdata and "]]>" not in code.data

    def _finished(self) -> None:
        """Closes the tag that is open."""
        if self.state != "text":
            self._closed((self.quote if self.state == "value" else "") + ">")

    def _tag(self, code: Code) -> None:
        is_head = code.form == "open" and code.data.startswith("<") and not code.data.endswith((">", "["))
        if is_head or (code.form == "close" and (code.kind, code.number) == self.head):
            self._finished()
        if self.state != "text":
            self.waiting.append(code.data)
        elif is_head:
            self.out.append(code.data)
            self.state, self.head = "tag", (code.kind, code.number)
        else:
            self._whole(code)

    def _whole(self, code: Code) -> None:
        is_mark = code.kind == "cdata"
        if is_mark and self.is_cdata == (code.form == "open"):
            return
        if self.is_cdata and not is_mark:
            self.waiting.append(code.data)
            return
        self.is_cdata ^= is_mark
        self.out.append(code.data)
        if not self.is_cdata:
            self.out += self.waiting
            self.waiting = []

    def _text(self, text: str) -> None:
        if self.state == "value":
            place = {'"': "double", "'": "single"}.get(self.quote, "unquoted")
            self.out.append(write(text, place, self.habit))
        elif self.state == "tag":
            if text.strip():
                self.waiting.append(write(text, self.place, self.habit))
        else:
            self.out.append(write(text, "cdata" if self.is_cdata else self.place, self.habit))

    def _half(self, code: Code) -> None:
        if self.is_cdata:
            return
        starts_tag = code.data.startswith("<")
        if starts_tag and code.form == "open":
            self._finished()
        if code.form == "open" and self.state == ("text" if starts_tag else "tag"):
            self.out.append(code.data)
            self.state = "value"
            self.quote = code.data[-1] if code.data[-1] in "\"'" else ""
        elif code.form == "close" and self.state == "value":
            if code.data.endswith(">"):
                self._closed(code.data)
            else:
                self.out.append(code.data)
                self.state = "tag"

    def _closed(self, data: str) -> None:
        self.out += data, *self.waiting
        self.waiting = []
        self.state, self.head = "text", ("", 0)


def _is_whole(code: Code) -> bool:
    """True for markup that is complete in itself."""
    return code.kind in ("x", "br") or (code.data.startswith("<") and code.data.endswith(">"))


def _is_tag(code: Code) -> bool:
    """True for a whole tag; false for the rest of one whose attribute came before."""
    return code.kind in ("x", "cdata", "br") or code.data.lstrip().startswith("<")


_SPECIAL = {
    "text": re.compile(r"[&<>\xa0\0]"),
    "pre": re.compile(r"[&<>\xa0\0]"),
    "rcdata": re.compile(r"[&<>\xa0\0]"),
    "area": re.compile(r"[&<>\xa0\0]"),
    "double": re.compile(r'[&<>"\xa0\0]'),
    "single": re.compile(r"[&<>'\xa0\0]"),
    "unquoted": re.compile(r"[&<>\"'`=\xa0\0 \t\n\f\r]"),
}
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\xa0": "&nbsp;", "\0": ""}


def write(text: str, place: str, habit: frozenset[str]) -> str:
    """A text as it stands at a place.

    >>> write("A & B <i>", "text", frozenset()), write('say "A"', "double", frozenset())
    ('A &amp; B &lt;i&gt;', 'say &quot;A&quot;')
    """
    if place == "raw":
        written = _END_OF_XMP.sub("\uff1c", text.replace("\0", ""))
    elif place == "plain":
        written = text.replace("\0", "")
    elif place == "cdata":
        written = text.replace("\0", "").replace("]]>", "]]]]><![CDATA[>")
    elif _SPECIAL[place].search(text) is None:
        written = text
    else:
        written = _SPECIAL[place].sub(lambda match: _reference(match, habit), text)
    return written.replace("\r\n", "\n").replace("\n", "\r\n") if "crlf" in habit else written


def _reference(match: re.Match[str], habit: frozenset[str]) -> str:
    char = match[0]
    if _BARE.get(char) in habit and (char not in "&<" or _stays(match.string, match.start())):
        return char
    if char == "\xa0" and "xml" in habit:
        return "&#160;"
    return _REFERENCES.get(char, f"&#{ord(char)};")


_END_OF_XMP = re.compile(r"<(?=/xmp)", re.IGNORECASE)
_AFTER_AMPERSAND = re.compile(r"&[#A-Za-z0-9]*[^#A-Za-z0-9;]")
_AFTER_LESS = re.compile(r"<[^A-Za-z!?/]")


def _stays(text: str, at: int) -> bool:
    """True where a bare `&` or `<` is read back as itself, whatever follows the text."""
    if text[at] == "<":
        return _AFTER_LESS.match(text, at) is not None
    found = REFERENCE.match(text, at)
    return _AFTER_AMPERSAND.match(text, at) is not None and (found is None or reference(found) is None)
