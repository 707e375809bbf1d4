"""The bytes of a PO file as text and back: byte order mark, declared charset, what cannot be decoded.

A file that its codec does not give back byte for byte (double mappings, broken bytes) keeps its lines as
bytes, so that lines which nobody touched stay as they are.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from translator.errors import Location, TranslatorError, shorten
from translator.findings import Finding

BOM = codecs.BOM_UTF8
_STRINGS = rb'"[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)"(?>(?:\s*+"[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)")*)'
_HEADER = re.compile(
    rb'(?P<context>msgctxt\s*+"[^"\n]*+"\s*+)?(?:\A|(?<=[\r\n]))[ \t]*+msgid\s*+""\s*+msgstr\s*+(?P<text>'
    + _STRINGS
    + rb")",
    re.DOTALL,
)
_EMPTY_SOURCE = re.compile(rb'msgid\s*+""\s*+msgstr\s*+"')
_CHARSET = re.compile(rb"charset=([^\s\\\";]+)", re.IGNORECASE)
_PLACEHOLDER = "CHARSET"
_STRETCH = 1 << 16
# Supersets first where the plain codec does not know a byte: vendors' rows of the same charset.
_WIDER = {
    "shift_jis": ("cp932", "shift_jisx0213"),
    "euc_jp": ("euc_jis_2004",),
    "gb2312": ("gbk", "gb18030"),
    "gbk": ("gb18030",),
    "big5": ("cp950", "big5hkscs"),
    "euc_kr": ("cp949",),
    "iso8859-1": ("cp1252",),
}
_WIDE_TRAIL = {"cp932", "shift_jis", "shift_jisx0213", "big5", "cp950", "big5hkscs", "gbk", "gb18030"}
_ESCAPED = re.compile(r"(?P<char>[^\x00-\x7f])(?P<slash>\\?)(?P<next>.?)")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file in UTF-8, without its byte order mark, and what gives its bytes back."""

    text: bytes
    encoding: str
    bom: bytes = b""
    is_doubled: bool = False
    lines: tuple[bytes, ...] | None = None
    findings: tuple[Finding, ...] = ()
    broken: tuple[tuple[int, str], ...] = field(default=(), repr=False)

    def encode(self, data: bytes) -> bytes:
        """UTF-8 in the charset of the file; raises TranslatorError where that has no such character."""
        if self.encoding == "utf-8":
            return data
        text = data.decode()
        try:
            if not self.is_doubled:
                return text.encode(self.encoding)
            return b"\n".join(_doubled(line, self.encoding) for line in text.split("\n"))
        except UnicodeEncodeError as error:
            raise TranslatorError(
                f"the charset of the catalog, {self.encoding}, has no “{error.object[error.start]}” "
                f"(in “{shorten(text)}”); convert the catalog to UTF-8 first, for example with "
                "`msgconv -t UTF-8`, then try again"
            ) from error


def declared(data: bytes) -> str:
    """The charset that the header of a PO file names; empty where there is none."""
    if _EMPTY_SOURCE.search(data) is None:  # found at once, where the whole expression takes its time
        return ""
    for match in _HEADER.finditer(data):
        if match["context"] is None:
            found = _CHARSET.search(match["text"].replace(b'"\n"', b""))
            return found[1].decode("ascii", "replace") if found else ""
    return ""


def decode(data: bytes, path: str = "") -> Decoded:
    """Decodes a file as it says; never raises but for UTF-16 and UTF-32, which are no PO files."""
    bom = BOM if data.startswith(BOM) else b""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise TranslatorError(
            "the catalog is UTF-16, which gettext cannot read; save it as UTF-8 without a byte order mark",
            Location(path, 1, 1),
        )
    body = data[len(bom) :]
    findings: list[Finding] = []
    if bom:
        message = "the file begins with a byte order mark (U+FEFF), and msgfmt rejects it; save it without one"
        findings.append(Finding("byte-order-mark", "warning", message, Location(path, 1, 1)))
    name = _codec(body, bool(bom), path, findings)
    if name == "utf-8" and _is_utf8(body):
        return Decoded(body, name, bom, findings=tuple(findings))
    text = _strictly(body, name)
    for wider in _WIDER.get(name, ()) if text is None else ():
        text = _strictly(body, wider)
        if text is not None:
            name = wider
            break
    if text is None:
        return _broken(body, name, bom, tuple(findings))
    is_doubled = name in _WIDE_TRAIL and _is_doubled(text, name)
    if is_doubled:
        text = "\n".join(_undoubled(line, name) for line in text.split("\n"))
    is_lossless = not is_doubled and text.encode(name, "replace") == body
    lines = None if is_lossless else tuple(body.split(b"\n"))
    return Decoded(text.encode(), name, bom, is_doubled, lines, tuple(findings))


def _codec(body: bytes, has_bom: bool, path: str, findings: list[Finding]) -> str:
    name = declared(body)
    if has_bom:
        return "utf-8"
    if not name or name.upper() == _PLACEHOLDER:
        if _is_utf8(body):
            return "utf-8"
        message = "the header names no charset, and the file is not UTF-8; declare one in Content-Type"
        findings.append(Finding("unknown-charset", "warning", message, Location(path, 1, 1)))
        return "latin-1"
    try:
        codec = codecs.lookup(name).name
        if "a".encode(codec) == b"a" and codec not in ("utf-7", "hz") and not codec.startswith("iso2022"):
            return codec
    except (LookupError, TypeError, ValueError):
        pass
    message = f"there is no charset “{shorten(name)}”; declare charset=UTF-8 in Content-Type and save as UTF-8"
    findings.append(Finding("unknown-charset", "warning", message, Location(path, 1, 1)))
    return "utf-8" if _is_utf8(body) else "latin-1"


def _is_utf8(body: bytes) -> bool:
    """Whether bytes are UTF-8: read by stretches, for the text of a whole file would only be thrown away."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(body), _STRETCH):
            decoder.decode(body[start : start + _STRETCH])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeDecodeError:
        return None


def _broken(body: bytes, name: str, bom: bytes, findings: tuple[Finding, ...]) -> Decoded:
    """Line by line, with U+FFFD for what the codec does not know; the bytes of all lines are kept.

    A file that is UTF-8 as a whole is read as that: only its header is wrong.
    """
    if name != "utf-8" and _is_utf8(body):
        place = max(0, body.find(b"charset="))
        message = f"the header names the charset {name}, but the file is UTF-8; write charset=UTF-8 there"
        return Decoded(body, "utf-8", bom, findings=findings, broken=((place, message),))
    lines = tuple(body.split(b"\n"))
    texts: list[bytes] = []
    broken: list[tuple[int, str]] = []
    start = 0
    for line in lines:
        try:
            texts.append(line.decode(name).encode())
        except UnicodeDecodeError as error:
            before = line[: error.start].decode(name, "replace").encode()
            message = f"byte 0x{line[error.start]:02x} is not {name}; save the catalog in the charset it names"
            broken.append((start + len(before), message))
            texts.append(line.decode(name, "replace").replace("\n", "\ufffd").encode())
        start += len(texts[-1]) + 1
    return Decoded(b"\n".join(texts), name, bom, False, lines, findings, tuple(broken))


def _has_slash_trail(char: str, name: str) -> bool:
    return char.encode(name, "replace")[-1:] == b"\\"


def _is_doubled(text: str, name: str) -> bool:
    """Whether 0x5C trail bytes in strings are escaped by one more backslash, as byte-wise tools need.

    It is so if every such character is followed by a backslash, and at least once by one that could
    not stand there otherwise: 表\\示 or a string that would not end.
    """
    is_sure = False
    for line in text.split("\n"):
        if line.lstrip().startswith("#") and not line.lstrip().startswith(("#~", "#|")):
            continue
        for match in _ESCAPED.finditer(line):
            if _has_slash_trail(match["char"], name):
                if not match["slash"]:
                    return False
                ends = match["next"] == '"' and not line[match.end() :].strip()
                is_sure = is_sure or ends or match["next"] not in 'abfnrtv"\\01234567x'
    return is_sure


def _undoubled(line: str, name: str) -> str:
    if line.startswith("#") and not line.startswith(("#~", "#|")):
        return line
    pieces = re.split(r"([^\x00-\x7f]\\)", line)
    return "".join(
        piece[0] if len(piece) == 2 and piece[1] == "\\" and _has_slash_trail(piece[0], name) else piece
        for piece in pieces
    )


def _doubled(line: str, name: str) -> bytes:
    if line.startswith("#") and not line.startswith(("#~", "#|")):
        return line.encode(name)
    return b"".join(
        char.encode(name) + (b"\\" if char > "\x7f" and _has_slash_trail(char, name) else b"") for char in line
    )
