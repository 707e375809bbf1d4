"""The quoted strings of a PO file: escapes, runs of strings, and where a character of the text stands.

Escapes are those of the GNU lexer: one letter, one to three octal digits, or `x` and any number of
hexadecimal digits, of which the last two count; the numbers are bytes in the charset of the file.
"""

from __future__ import annotations

import codecs
import re

STRING = r'"[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)"'
_BODY = re.compile(rb'"([^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*))"', re.DOTALL)
_BYTES = r"(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+))+"
_ESCAPE = re.compile(rf"(?P<bytes>{_BYTES})|\\(?P<other>\r?\n|.)", re.DOTALL)
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+))")
_LETTERS = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    '"': '"',
    "\\": "\\",
    "\n": "",
}
_WRITTEN = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\0": "\\000",
        **{value: "\\" + key for key, value in _LETTERS.items() if key not in '"\\\n'},
    }
)
_SPECIAL = re.compile(r'[\x00-\x1f\\"]')
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def escape(text: str) -> str:
    r"""The text as it stands between the quotes.

    >>> print(escape('一\t"二"'))
    一\t\"二\"
    """
    return text.translate(_WRITTEN) if _SPECIAL.search(text) else text


def unescape(body: str, encoding: str = "utf-8") -> str:
    r"""The text that stands between the quotes; what is no escape stays as it is written.

    >>> unescape(r'\xe4\xb8\xad\x41\101\n')
    '中AA\n'
    """
    if "\\" not in body:
        return body
    return "".join(text for text, _ in _pieces(body, encoding))


def text_of(strings: bytes, encoding: str = "utf-8") -> str:
    r"""The text of a run of strings in UTF-8, with whatever stands between them.

    >>> text_of('"一\\n"\n#~ "二"'.encode())
    '一\n二'
    """
    body = _usual(strings)
    if body is not None:
        return body.decode()
    return "".join([unescape(each.decode(), encoding) for each in _BODY.findall(strings)])


def bytes_of(strings: bytes, encoding: str = "utf-8") -> bytes:
    r"""What `text_of` says, in UTF-8.

    >>> bytes_of(b'"a \\"b\\"\\n"')
    b'a "b"\n'
    """
    body = _usual(strings)
    return text_of(strings, encoding).encode() if body is None else body


def _usual(strings: bytes) -> bytes | None:
    """What a run of strings says where it holds none but the usual escapes, and parts its strings as is usual."""
    body = strings[1:-1]
    if b"\n" in body:
        body = body.replace(b'"\n"', b"")
    if b"\\\\" not in body:
        return _without_escapes(body)
    # Read from the left, two backslashes are always one escape.
    parts = [_without_escapes(each) for each in body.split(b"\\\\")]
    known = [each for each in parts if each is not None]
    return b"\\".join(known) if len(known) == len(parts) else None


def _without_escapes(body: bytes) -> bytes | None:
    if b"\\" in body:
        if body.count(b'"') != body.count(b'\\"'):
            return None
        body = body.replace(b"\\n", b"\n").replace(b'\\"', b'"').replace(b"\\t", b"\t")
        return None if b"\\" in body else body
    return None if b'"' in body else body


def spread(strings: bytes, encoding: str) -> list[int]:
    """For every character of the text, and for its end, the offset in the run of strings, in bytes."""
    places: list[int] = []
    end = 1
    for match in _BODY.finditer(strings):
        end = match.start(1)
        for text, raw in _pieces(match[1].decode(), encoding):
            for char in text:
                places.append(end)
                end += len(char.encode()) if text == raw else 0
            end += 0 if text == raw else len(raw.encode())
    return [*places, end]


def bad_escape(strings: bytes) -> tuple[int, str] | None:
    """The first backslash that begins no escape, in a run of strings: its offset in bytes, and how it is written."""
    text = strings.decode()
    for match in _ESCAPE.finditer(text):
        if match["bytes"] is None and match["other"] not in _LETTERS:
            return len(text[: match.start()].encode()), match[0]
    return None


def lines(text: str) -> list[str]:
    r"""The strings that a text is written as, quoted: one, or an empty one and one a line.

    >>> lines('一\n二')
    ['""', '"一\\n"', '"二"']
    """
    parts = _LINE.findall(text)
    if len(parts) > 1:
        return ['""', *(f'"{escape(part)}"' for part in parts)]
    return [f'"{escape(text)}"']


def _pieces(body: str, encoding: str) -> list[tuple[str, str]]:
    """(text, as written) in order; plain stretches are equal in both."""
    found: list[tuple[str, str]] = []
    end = 0
    for match in _ESCAPE.finditer(body):
        if match.start() > end:
            found.append((body[end : match.start()],) * 2)
        raw = match[0]
        found += _decoded(raw, encoding) if match["bytes"] is not None else [(_LETTERS.get(match["other"], raw), raw)]
        end = match.end()
    if end < len(body):
        found.append((body[end:],) * 2)
    return found


def _decoded(escapes: str, encoding: str) -> list[tuple[str, str]]:
    """The characters of a row of byte escapes; what is none in the charset stays as it is written."""
    decoder = codecs.getincrementaldecoder(encoding)()
    found: list[tuple[str, str]] = []
    raw = ""
    for match in _BYTE.finditer(escapes):
        raw += match[0]
        try:
            text = decoder.decode(bytes((int(match[1] or match[2], 16 if match[1] else 8) & 0xFF,)))
        except UnicodeDecodeError:
            text = raw
            decoder.reset()
        if text:
            found.append((text, raw))
            raw = ""
    return [*found, (raw, raw)] if raw else found
