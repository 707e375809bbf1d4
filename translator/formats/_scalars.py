"""The five ways in which YAML writes a scalar: read into pieces, and written back (YAML 1.2.2, 7–8).

Knows one scalar at a time and no document. A character that a style cannot hold is handed on as a
token (NUL and its code point) until the whole scalar is seen, since one sentence may force the
whole scalar into double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.document import Code, Piece

PLAIN, SINGLE, DOUBLE, LITERAL, FOLDED, OPAQUE = "plain", "single", "double", "literal", "folded", "opaque"
_BREAK = r"(?:\r\n|\n|\r)"
_FOLD = re.compile(rf"(?<![ \t])[ \t]*+{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*")
_ONE_BREAK = re.compile(_BREAK)
_SINGLE_PART = re.compile(rf"(?P<escape>'')|(?P<fold>{_FOLD.pattern})|[^'\r\n \t]++|[ \t]++")
_DOUBLE_PART = re.compile(
    rf"(?P<escape>\\(?:x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|[^\r\n]))"
    rf"|(?P<joint>\\{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)|(?P<fold>{_FOLD.pattern})|[^\\\r\n \t]++|[ \t]++"
)
_LINES = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
            "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028",
            "P": "\u2029"}  # fmt: skip
_WRITTEN = {"\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r",
            "\x1b": "\\e", '"': '\\"', "\\": "\\\\", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
            "\ufeff": "\\uFEFF"}  # fmt: skip
_IN_DOUBLE = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_NOT_RAW = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]|\A[ ]+|[ ]+\Z")
_NOT_IN_BLOCK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_BREAK_TOKEN = f"\0{10:06x}"
_BREAK_TOKENS = re.compile(f"(?:{_BREAK_TOKEN})+")
_SPACE_TOKENS = {f"\0{ord(each):06x}" for each in " \t"}
_TOKEN = re.compile("\0([0-9a-f]{6})")
# What some reader takes for something else than text: YAML 1.1 and 1.2, after the schemas of both.
_OTHER = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan)|[-+]?0[xob]?[0-9a-f_]+|[-+]?[0-9._,:eE+-]*[0-9_.:]"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?",
    re.IGNORECASE,
)
_LEADING = re.compile(r"""[,\[\]{}#&*!|>'"%@`]|[-?:](?:[ \t\n,\[\]{}]|\Z)|---|\.\.\.""")
_INNER = re.compile(r":[ \t\n]|:\Z|[ \t\n]#|[ \n](?:---|\.\.\.)(?:[ \t\n]|\Z)")
# More than YAML 1.2 asks for: readers of 1.1 stop at these.
_IN_FLOW = re.compile(r"[,\[\]{}?:]|\A-")


@dataclass(frozen=True, slots=True)
class Style:
    """How a scalar is written: style, indentation of a block scalar, and whether it is in a flow.

    `head` and `tail` are the characters of the scalar before and behind its block, `lead` and
    `trail` the line breaks of the value that lie there.
    """

    name: str
    indent: int = 0
    is_flow: bool = False
    head: int = 0
    tail: int = 0
    lead: int = 0
    trail: int = 0

    def word(self) -> str:
        """The style as the `form` of a block."""
        rest = (self.indent, int(self.is_flow), self.head, self.tail, self.lead, self.trail)
        return f"{self.name} {' '.join(map(str, rest))}"

    @staticmethod
    def of(word: str) -> Style:
        """The style that `word` wrote; ValueError for any other text."""
        name, indent, flow, *rest = word.split(" ")
        return Style(name, int(indent), flow == "1", *map(int, rest))


def pieces(text: str, start: int, style: Style) -> Iterator[Piece]:
    """The pieces of a scalar's inside, `text` being what stands there in the document."""
    if style.name == PLAIN:
        yield from _folded_text(text, start)
    elif style.name == SINGLE:
        yield from _parts(_SINGLE_PART, text, start)
    elif style.name == DOUBLE:
        yield from _parts(_DOUBLE_PART, text, start)
    elif style.name == OPAQUE:
        yield Piece(start, start + len(text), text)
    else:
        yield from _lines(text, start, style)


def is_other(text: str) -> bool:
    """Whether a plain scalar may be read as a number, a date, a boolean or null."""
    return _OTHER.fullmatch(text) is not None


def _folded_text(text: str, start: int) -> Iterator[Piece]:
    at = 0
    for match in _FOLD.finditer(text):
        if match.start() > at:
            yield Piece(start + at, start + match.start(), text[at : match.start()])
        yield Piece(start + match.start(), start + match.end(), _unfolded(match[0]))
        at = match.end()
    if at < len(text):
        yield Piece(start + at, start + len(text), text[at:])


def _unfolded(breaks: str) -> str:
    count = len(_ONE_BREAK.findall(breaks))
    return "\n" * (count - 1) if count > 1 else " "


def _parts(pattern: re.Pattern[str], text: str, start: int) -> Iterator[Piece]:
    """Pieces of quoted text; runs of plain characters are one piece each."""
    low = 0
    for match in pattern.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        if match.start() > low:
            yield Piece(start + low, start + match.start(), text[low : match.start()])
        low = match.end()
        yield Piece(start + match.start(), start + low, _value(match[0], kind, start + match.start()))
    if low < len(text):
        yield Piece(start + low, start + len(text), text[low:])


def _value(raw: str, kind: str, at: int) -> str | Code:
    if kind == "fold":
        return _unfolded(raw)
    if kind == "joint":
        return "\n" * (len(_ONE_BREAK.findall(raw)) - 1)
    if raw == "''":
        return "'"
    char = character(raw)
    # No catalog can hold these, and nobody should have to.
    is_text = char in "\t\n\r" or (char >= " " and not "\ud800" <= char <= "\udfff")
    return char if is_text else Code("x", raw, "alone", at)


def character(escape: str) -> str:
    """What an escape in double quotes stands for; other text as it is."""
    if escape[:1] != "\\":
        return escape
    return chr(int(escape[2:], 16)) if escape[1] in "xuU" else _ESCAPES.get(escape[1], escape)


def _lines(text: str, start: int, style: Style) -> Iterator[Piece]:
    """Pieces of a block scalar: lines without their indentation, breaks as the style reads them."""
    lines = [match for match in _LINES.finditer(text) if match[0]]
    at = 0
    waiting = ""
    for number, line in enumerate(lines):
        skipped = min(style.indent, len(line[1]) - len(line[1].lstrip(" "))) if number else 0
        begin = line.start() + skipped
        body = line[1][skipped:]
        if number and (body or number == len(lines) - 1):
            breaks = len(_ONE_BREAK.findall(text[at:begin]))
            yield Piece(start + at, start + begin, _between(breaks, waiting, body, style.name))
        if body:
            yield Piece(start + begin, start + line.end(1), body)
            at, waiting = line.end(1), body


def _between(breaks: int, before: str, after: str, name: str) -> str:
    if name == LITERAL or before[:1] in " \t" or after[:1] in " \t":
        return "\n" * breaks
    return "\n" * (breaks - 1) if breaks > 1 else " "


def escaped(text: str, name: str) -> str:
    """A target as one sentence of a scalar: complete in double quotes, with tokens elsewhere."""
    if name == DOUBLE:
        out = _IN_DOUBLE.sub(_in_double, text)
        return re.sub(r"\A | \Z", r"\\x20", out)
    out = _NOT_RAW.sub(lambda match: "".join(f"\0{ord(char):06x}" for char in match[0]), text)
    return out.replace("'", "''") if name == SINGLE else out


def _in_double(match: re.Match[str]) -> str:
    char = match[0]
    known = _WRITTEN.get(char)
    return known or (f"\\x{ord(char):02X}" if char < "\xff" else f"\\u{ord(char):04X}")


def quoted(value: str) -> str:
    """A value in double quotes, on one line."""
    return f'"{_IN_DOUBLE.sub(_in_double, value)}"'


def without_tokens(text: str) -> str:
    """The characters that tokens stand for."""
    return _TOKEN.sub(lambda match: chr(int(match[1], 16)), text)


def value_of(text: str, style: Style) -> str:
    """What the inside of a scalar says, tokens included; Codes as they are written."""
    found = (each.content for each in pieces(text, 0, style))
    return without_tokens("".join(each.data if isinstance(each, Code) else each for each in found))


def in_style(new: str, value: str, style: Style, newline: str) -> str | None:
    """The text that says `value` in a scalar's own style, or None where the style cannot."""
    if style.name == PLAIN:
        return new if "\0" not in new and is_plain(value, is_flow=style.is_flow) else None
    if style.name == SINGLE:
        return new if "\0" not in new else None
    if style.name not in (LITERAL, FOLDED) or not value or value != value.strip("\n") or value[0] in " \t":
        return None
    margin = newline + " " * style.indent
    out = new
    if "\0" in new:
        out = _BREAK_TOKENS.sub(lambda match: _breaks(match, newline, style) + margin, new)
        out = without_tokens(out)
    return out if not _NOT_IN_BLOCK.search(out) and value_of(out, style) == value else None


def _breaks(match: re.Match[str], newline: str, style: Style) -> str:
    """The line breaks that tokens stand for, but for the last; a fold of plain lines takes one more."""
    count = len(match[0]) // 7 - 1
    text, start = match.string, match.start()
    raw, token = text.rfind("\n", 0, start), text.rfind(_BREAK_TOKEN, 0, start)
    line = token + 7 if token > raw else raw + 1 + style.indent if raw >= 0 else 0
    around = text[line : line + 7], text[match.end() : match.end() + 7]
    is_plain = not any(each[:1] in (" ", "\t") or each in _SPACE_TOKENS for each in around)
    return newline * (count + (style.name == FOLDED and is_plain))


def is_plain(value: str, *, is_flow: bool) -> bool:
    """Whether a value may stand without quotes."""
    if not value or value != value.strip(" \t\n") or is_other(value) or _NOT_RAW.search(value):
        return False
    if _LEADING.match(value) or _INNER.search(value):
        return False
    return not (is_flow and _IN_FLOW.search(value))
