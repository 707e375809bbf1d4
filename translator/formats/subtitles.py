"""SubRip and WebVTT: every cue's text is a block; numbers, times, settings and comments stay.

A cue is one segment, since its lines are balanced as a whole: a line break is text, and a
translator breaks lines anew. A blank line would end the cue, so a target has none. Tags (`<i>`,
`<v Name>`, `<font …>`, `{\\an8}`, times inside a cue) are inline Codes; at the edges of a cue they
stay outside its segment. The note names the voice. `line_width` is the most cells a line may have.

WebVTT is read as its specification's parser reads it (W3C WebVTT, section 6): the signature
`WEBVTT` must be there, blocks end at blank lines, a cue whose times cannot be read is dropped by
players and so is left alone, but for a decimal comma and minutes past 99, which files have. Character
references are read as their characters. Of `<ruby>` the base text is translated; a changed cue
loses the reading, an unchanged one keeps it (`ruby = "keep"`: tags and readings are Codes).

SubRip is read wherever a line holds times: numbers may be missing or out of order, a cue may hold
blank lines (its text is then several blocks), decimals may have a point.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translator.columns import Blocks, Shape
from translator.document import Block, Code, Content, Form, Kept, Piece, Reading, Segment
from translator.errors import Location, TranslatorError, locate, shorten
from translator.formats import Format, Option, ReadOptions

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_LETTER = re.compile(r"[^\W\d_]")
_STAMP = r"(?:[0-9]{2,}:)?[0-9]{2,}:[0-9]{2}[.,][0-9]{3}"
_VTT_TIMES = re.compile(rf"[ \t]*{_STAMP}[ \t]*-->[ \t]*{_STAMP}(?![0-9])")
_LOOSE_STAMP = r"-?(?:[0-9]+[ ]?:[ ]?)?[0-9]+[ ]?:[ ]?[0-9]+(?:[ ]?[,.:][ ]?[0-9]+)?"
_SRT_TIMES = re.compile(rf"[ \t]*{_LOOSE_STAMP}[ \t]*-->[ \t]*{_LOOSE_STAMP}")
_NUMBER = re.compile(r"\s*[0-9]+\s*")
_SIGNATURE = re.compile(r"WEBVTT(?![^ \t\r\n])")
_BREAK = re.compile(r"\r\n|\n|\r")
_WORD = re.compile(r"[^\W_]")
# Lines in a row that are not empty, and lines in a row that hold more than white space.
_LINES = re.compile(r"[^\r\n]+(?:(?:\r\n|\n|\r)[^\r\n]+)*")
_WORDED_LINES = re.compile(r"[^\S\r\n]*\S[^\r\n]*(?:(?:\r\n|\n|\r)[^\S\r\n]*\S[^\r\n]*)*")
_FEW = 1024

_VTT_TOKEN = re.compile(r"<(/?)([A-Za-z0-9:]*)([^<>]*)>|(&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z0-9]{2,32});)")
_SRT_TOKEN = re.compile(r"<(/?)(i|b|u|s|font)\b([^<>]*)>|(\{\\[^{}\r\n]*\})", re.IGNORECASE)
_RUBY = re.compile(r"<ruby[^<>]*+>((?>(?:[^<>&\r\n]++<rt[^<>]*+>[^<>]*+(?:</rt>|(?=</ruby>)))+)[^<>&\r\n]*+)</ruby>")
_READING = re.compile(r"<rt[^<>]*>[^<>]*(?:</rt>)?")
_VTT_KINDS = {"c", "i", "b", "u", "v", "lang", "ruby", "rt"}
_TIME = re.compile(r"(?:[0-9]+:)?[0-9]{2}:[0-9]{2}\.[0-9]{3}\s*")
_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", "\xa0": "&nbsp;", "\u200e": "&lrm;", "\u200f": "&rlm;"})


class _Line(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def has_arrow(self) -> bool:
        """Whether the line may give the times of a cue."""
        return "-->" in self.text


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    found = (_Line(*match.span(1), match[1]) for match in _LINE.finditer(text, start, end))
    return (each for each in found if each.text)


class _Cues:
    """Collects blocks and kept spans of one file."""

    def __init__(self, text: str, options: ReadOptions, *, is_vtt: bool) -> None:
        self.text, self.is_vtt = text, is_vtt
        self.parts = {"": text}
        self.blocks = Blocks(self.parts)
        self.kept: list[Kept] = []
        width = options.values.get("line_width", 0)
        self.limit = width if isinstance(width, int) and width > 0 else None
        self.drops_ruby = is_vtt and options.values.get("ruby", "drop") != "keep"
        newline = _BREAK.search(text)
        self.newline = newline[0] if newline and "\r" not in text else "\r\n" if "\r\n" in text else "\r"
        form = f"{'vtt' if is_vtt else 'srt'}{self.newline if newline else ''}"
        self.shape = Shape("", "cue", form, "", None, self.limit, True)
        self.signs = "<&" if is_vtt else "<{"
        self.codes: dict[tuple[str, Form, int], Code] = {}

    def keep(self, start: int, end: int, reason: str) -> None:
        """Declares a span, if it holds a letter."""
        if start < end and _LETTER.search(self.text, start, end):
            self.kept.append(Kept(start, end, reason))

    def cue(self, start: int, end: int) -> None:
        """A cue's text: one block, Codes at its edges kept outside."""
        text = self.text
        first, second = self.signs
        is_bare = text.find(first, start, end) < 0 and text.find(second, start, end) < 0
        if is_bare and "\r" not in self.newline:
            # Most cues are a stretch of text as it stands.
            if _WORD.search(text, start, end):
                self.blocks.stretch(start, end, self.shape)
            elif start < end:
                self.kept.append(Kept(start, end, "a cue without words"))
            return
        pieces = list(self._text(start, end) if is_bare else self._pieces(start, end))
        low, high = _inside(pieces)
        bare = pieces[low:high]
        for piece in pieces[:low]:
            self._outside(piece)
        if any([isinstance(each.content, str) and _WORD.search(each.content) for each in bare]):
            voice = _voice(pieces)
            self.blocks.add(bare, self.shape, f"voice “{shorten(voice, 40)}”" if voice else "")
        elif bare:
            self.kept.append(Kept(bare[0].start, bare[-1].end, "a cue without words"))
        for piece in pieces[high:]:
            self._outside(piece)

    def _outside(self, piece: Piece) -> None:
        if isinstance(piece.content, Code):
            self.kept.append(Kept(piece.start, piece.end, f"inline markup ({piece.content.kind})"))

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of a stretch: tags, character references, dropped readings, breaks and text."""
        tokens = list((_VTT_TOKEN if self.is_vtt else _SRT_TOKEN).finditer(self.text, start, end))
        rubies = {each.start(): each for each in self._rubies(start, end)}
        if rubies:
            inside = -1
            outer: list[re.Match[str]] = []
            for token in tokens:
                if token.start() in rubies:
                    inside = rubies[token.start()].end()
                if token.start() >= inside:
                    outer.append(token)
            tokens = outer
        forms, readings = _forms(tokens, is_vtt=self.is_vtt)
        marks = [(token.start(), number) for number, token in enumerate(tokens)] + [(at, -1) for at in rubies]
        at = start
        for low, number in sorted(marks) if rubies else marks:
            if low < at:
                continue
            if low > at:
                yield from self._text(at, low)
            token = rubies[low] if number < 0 else tokens[number]
            at = readings.get(number, token.end())
            yield Piece(low, at, self._read(token, number, forms, self.text[low:at]))
        if at < end:
            yield from self._text(at, end)

    def _rubies(self, start: int, end: int) -> Iterator[re.Match[str]]:
        if self.drops_ruby and self.text.find("<ruby", start, end) >= 0:
            for ruby in _RUBY.finditer(self.text, start, end):
                base = _base(ruby)
                if base and base == base.strip():
                    yield ruby

    def _read(self, token: re.Match[str], number: int, forms: list[tuple[Form, int]], whole: str) -> str | Code:
        if number < 0:
            return _base(token)
        if self.is_vtt and token[4]:
            return _character(whole)
        # Few tags, many times.
        form = forms[number]
        code = self.codes.get((whole, *form))
        if code is None:
            code = Code(_kind(token, is_vtt=self.is_vtt), whole, *form)
            if len(self.codes) < _FEW:
                self.codes[whole, *form] = code
        return code

    def _text(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        if "\r" in self.newline:
            for match in _BREAK.finditer(self.text, start, end):
                if match.start() > at:
                    yield Piece(at, match.start(), self.text[at : match.start()])
                yield Piece(match.start(), match.end(), "\n")
                at = match.end()
        if at < end:
            yield Piece(at, end, self.text[at:end])


def _base(ruby: re.Match[str]) -> str:
    return _READING.sub("", ruby[1])


def _inside(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The range of a cue's pieces without line breaks and lone Codes at its edges."""
    low, high = 0, len(pieces)
    while low < high and _is_edge(pieces[low].content):
        low += 1
    while low < high and _is_edge(pieces[high - 1].content):
        high -= 1
    return low, high


def _is_edge(content: str | Code) -> bool:
    return content.form == "alone" if isinstance(content, Code) else content == "\n"


def _character(reference: str) -> str:
    """The character of a reference, or the reference itself where there is none or none for text."""
    found = html.unescape(reference)
    return found if found.isprintable() or found in ("\xa0", "\u200e", "\u200f") else reference


def _kind(token: re.Match[str], *, is_vtt: bool) -> str:
    if not is_vtt:
        return token[2].lower() if token[2] else "x"
    if token[4]:
        return ""
    if not token[1] and _TIME.fullmatch(token[2] + token[3]):
        return "time"
    name = token[2]
    return name if name in _VTT_KINDS and token[3][:1] in ("", ".", " ", "\t", "\n", "\r", "\f") else "x"


def _forms(tokens: Sequence[re.Match[str]], *, is_vtt: bool) -> tuple[list[tuple[Form, int]], dict[int, int]]:
    """(form, number) of each token, and where readings end: number of the `<rt>` → offset.

    Tags that are closed in order are pairs, others stand alone. A reading is an `<rt>` inside
    `<ruby>`; it ends behind `</rt>` or before `</ruby>`.
    """
    forms: list[tuple[Form, int]] = [("alone", number) for number in range(len(tokens))]
    readings: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    opened: Counter[str] = Counter()
    reading = -1
    for number, token in enumerate(tokens):
        kind = _kind(token, is_vtt=is_vtt)
        if kind in ("rt", "ruby") and token[1] and reading >= 0:
            readings[reading] = token.end() if kind == "rt" else token.start()
            reading = -1
        if kind == "rt" and not token[1] and opened["ruby"] and reading < 0:
            reading = number
        if kind in ("", "x", "time", "rt"):
            continue
        if not token[1]:
            waiting.append((kind, number))
            opened[kind] += 1
            continue
        while opened[kind]:
            name, first = waiting.pop()
            opened[name] -= 1
            if name == kind:
                forms[first], forms[number] = ("open", first), ("close", first)
                break
    return forms, readings


def _voice(pieces: Sequence[Piece]) -> str:
    first = pieces[0].content if pieces else ""
    if isinstance(first, Code) and first.kind == "v":
        return " ".join(re.sub(r"^<v[^\s>]*|>$", "", first.data).split())
    return ""


def _read_vtt(text: str, options: ReadOptions) -> Reading:
    if not _SIGNATURE.match(text):
        seen = shorten(text[:40], 20)
        raise TranslatorError(
            f"no WebVTT signature (“{seen}”); the file must start with WEBVTT, or be named .srt",
            Location(options.path, 1, 1),
        )
    cues = _Cues(text, options, is_vtt=True)
    is_first = True
    for group in _LINES.finditer(text):
        if is_first:
            lines = list(_lines(text, *group.span()))
            header = _until(lines, 1)
            cues.keep(lines[0].start, lines[header - 1].end, "header")
            _read_group(cues, lines[header:])
            is_first = False
        elif not _read_cue(cues, *group.span()):
            _read_group(cues, list(_lines(text, *group.span())))
    return Reading(cues.parts, cues.blocks, tuple(cues.kept))


def _read_cue(cues: _Cues, start: int, end: int) -> bool:
    """Reads the lines between two blank ones where they are one cue as it should be; else nothing."""
    text = cues.text
    arrow = text.find("-->", start, end)
    if arrow < 0 or text.find("-->", arrow + 3, end) >= 0:
        return False
    at, times = start, _VTT_TIMES.match(text, start, end)
    if times is None:
        newline = _BREAK.search(text, start, arrow)
        times = _VTT_TIMES.match(text, newline.end(), end) if newline else None
        if newline is None or times is None:
            return False
        cues.keep(start, newline.start(), "cue identifier")
        at = newline.end()
    newline = _BREAK.search(text, times.end(), end)
    cues.keep(at, newline.start() if newline else end, "times and settings")
    if newline:
        cues.cue(newline.end(), end)
    return True


def _read_group(cues: _Cues, lines: list[_Line]) -> None:
    """Reads the lines between two blank ones: a cue, a block of another kind, or faulty ones in a row."""
    at = 0
    while at < len(lines):
        times = at if lines[at].has_arrow else at + 1
        end = _until(lines, times + 1)
        if times < len(lines) and lines[times].has_arrow:
            if times > at:
                cues.keep(lines[at].start, lines[at].end, "cue identifier")
            if _VTT_TIMES.match(lines[times].text):
                cues.keep(lines[times].start, lines[times].end, "times and settings")
                if times + 1 < end:
                    cues.cue(lines[times + 1].start, lines[end - 1].end)
            else:
                cues.keep(lines[times].start, lines[end - 1].end, "a cue that players drop: its times cannot be read")
        else:
            word = re.match(r"(NOTE|STYLE|REGION)(?!\S)", lines[at].text)
            cues.keep(lines[at].start, lines[end - 1].end, f"{word[1]} block" if word else "text outside the cues")
        at = end


def _until(lines: Sequence[_Line], at: int) -> int:
    """The index of the first line with an arrow from `at` on, or the number of lines."""
    while at < len(lines) and not lines[at].has_arrow:
        at += 1
    return min(at, len(lines))


def _read_srt(text: str, options: ReadOptions) -> Reading:
    cues = _Cues(text, options, is_vtt=False)
    at, has_cue = 0, False
    for start, end in _times(text):
        _read_lines(cues, at, _without_number(text, at, start), is_cue=has_cue)
        cues.keep(start, end, "times and settings")
        at, has_cue = end, True
    if not has_cue and text.strip():
        at = len(text) - len(text.lstrip())
        raise TranslatorError(
            f"no line with times such as 00:00:01,000 --> 00:00:02,000 (“{shorten(text[:200], 30)}”);"
            " this is no SubRip file",
            locate(text, at, options.path),
        )
    _read_lines(cues, at, len(text), is_cue=has_cue)
    return Reading(cues.parts, cues.blocks, tuple(cues.kept))


def _times(text: str) -> Iterator[tuple[int, int]]:
    """The lines that give the times of a cue: where each begins, and where its text ends."""
    at = 0
    while (arrow := text.find("-->", at)) >= 0:
        start = max(at, text.rfind("\n", at, arrow) + 1, text.rfind("\r", at, arrow) + 1)
        newline = _BREAK.search(text, arrow)
        end = newline.start() if newline else len(text)
        if _SRT_TIMES.match(text, start, end):
            yield start, end
        at = newline.end() if newline else end


def _without_number(text: str, at: int, end: int) -> int:
    """Where the lines before `end` end, without the last one if it is the number of a cue."""
    stop = _without_break(text, at, end)
    last = max(at, text.rfind("\n", at, stop) + 1, text.rfind("\r", at, stop) + 1)
    return _without_break(text, at, last) if _NUMBER.fullmatch(text, last, stop) else stop


def _without_break(text: str, at: int, end: int) -> int:
    if text.endswith("\r\n", at, end):
        return end - 2
    return end - text.endswith(("\n", "\r"), at, end)


def _read_lines(cues: _Cues, start: int, end: int, *, is_cue: bool) -> None:
    """Reads what stands between two lines of times: stretches of text, parted by blank lines."""
    if not is_cue:
        cues.keep(start, end, "text outside the cues")
        return
    for group in _WORDED_LINES.finditer(cues.text, start, end):
        cues.cue(*group.span())


def _escape(content: Content, segment: Segment) -> str:
    return _written(content, segment.form)


def _written(content: Content, form: str) -> str:
    """The content as text of a cue: no blank line, nothing that would start another cue."""
    is_vtt, newline = form.startswith("vtt"), form[3:] or "\n"
    out = "".join(
        each.data if isinstance(each, Code) else each.translate(_REFERENCES) if is_vtt else each for each in content
    )
    out = out.replace("\r\n", "\n").replace("\r", "\n")
    if is_vtt:
        out = re.sub(r"\n{2,}", "\n", out.strip("\n")).replace("-->", "--&gt;")
    else:
        out = re.sub(r"\n\s*\n", "\n", re.sub(r"\A\s*\n|\n\s*\Z", "", out))
        out = "\n".join(_no_times(line) for line in out.split("\n"))
    return out if newline == "\n" else out.replace("\n", newline)


def _no_times(line: str) -> str:
    # SubRip has no escapes: a line of text that reads as times would start a cue.
    return line.replace("-->", "-- >") if _SRT_TIMES.match(line) else line


def _finish(new: str, block: Block, text: str) -> tuple[int, int, str]:
    """The cue as it was where no word changed: a reading that `escape` cannot see stays."""
    same = new == _written(tuple(each.content for each in block.pieces), block.form)
    return block.start, block.end, text[block.start : block.end] if same else new


_WIDTH = Option("line_width", 0, "the most cells that a line of a cue may have; 0: no limit")
SRT = Format("srt", (".srt",), _read_srt, _escape, options=(_WIDTH,), finish=_finish)
VTT = Format(
    "vtt",
    (".vtt",),
    _read_vtt,
    _escape,
    options=(
        _WIDTH,
        Option("ruby", "drop", "`drop`: translated cues lose readings; `keep`: readings are Codes", ("drop", "keep")),
    ),
    finish=_finish,
)
