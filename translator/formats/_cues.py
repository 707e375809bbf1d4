"""Cues of subtitles: the blocks of a file, and what their text is made of.

Knows the tags of both formats, and nothing of how a file is cut into cues.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import starmap

from translator.columns import Blocks, Shape
from translator.document import Code, Form, Kept
from translator.errors import shorten
from translator.formats import ReadOptions

BREAK = re.compile(r"\r\n|\n|\r")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]")
_FEW = 1024
# They begin with one class of characters, which `re` can search for fast.
_VTT_TOKEN = re.compile(
    r"[<&](?:(?<=<)(/?)([A-Za-z0-9:]*)([^<>]*)>|(?<=&)((?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z0-9]{2,32});))"
)
_SRT_TOKEN = re.compile(r"[<{](?:(?<=<)(/?)(i|b|u|s|font)\b([^<>]*)>|(?<=\{)\\[^{}\r\n]*\})", re.IGNORECASE)
_RUBY = re.compile(r"<ruby[^<>]*+>((?>(?:[^<>&\r\n]++<rt[^<>]*+>[^<>]*+(?:</rt>|(?=</ruby>)))+)[^<>&\r\n]*+)</ruby>")
_READING = re.compile(r"<rt[^<>]*>[^<>]*(?:</rt>)?")
_VTT_KINDS = {"c", "i", "b", "u", "v", "lang", "ruby", "rt"}
_TIME = re.compile(r"(?:[0-9]+:)?[0-9]{2}:[0-9]{2}\.[0-9]{3}\s*")
_Span = tuple[int, int, str | Code | None]
"""Start, end, and what is said there; None where the text stands as it is."""


class Cues:
    """Collects blocks and kept spans of one file."""

    def __init__(self, text: str, options: ReadOptions, *, is_vtt: bool) -> None:
        self.text, self.is_vtt = text, is_vtt
        self.parts = {"": text}
        self.blocks = Blocks(self.parts)
        self.kept: list[Kept] = []
        width = options.values.get("line_width", 0)
        self.limit = width if isinstance(width, int) and width > 0 else None
        self.drops_ruby = is_vtt and options.values.get("ruby", "drop") != "keep"
        newline = BREAK.search(text)
        self.newline = newline[0] if newline and "\r" not in text else "\r\n" if "\r\n" in text else "\r"
        form = f"{'vtt' if is_vtt else 'srt'}{self.newline if newline else ''}"
        self.shape = Shape("", "cue", form, "", None, self.limit, True)
        self.sign = "&" if is_vtt else "{"
        self.known: dict[tuple[str, ...], Sequence[str | Code]] = {}

    def keep(self, start: int, end: int, reason: str) -> None:
        """Declares a span, if it holds a letter."""
        if start < end and _LETTER.search(self.text, start, end):
            self.kept.append(Kept(start, end, reason))

    def cue(self, start: int, end: int) -> None:
        """A cue's text: one block, Codes at its edges kept outside."""
        text = self.text
        is_bare = text.find("<", start, end) < 0 and text.find(self.sign, start, end) < 0
        if is_bare and "\r" not in self.newline:
            # Most cues are a stretch of text as it stands.
            if _WORD.search(text, start, end):
                self.blocks.stretch(start, end, self.shape)
            elif start < end:
                self.kept.append(Kept(start, end, "a cue without words"))
            return
        spans = list(self._text(start, end) if is_bare else self._spans(start, end))
        low, high = self._inside(spans)
        bare = spans[low:high]
        self._outside(spans[:low])
        if any(starmap(self._has_words, bare)):
            voice = _voice(spans[0][2])
            self.blocks.lay(bare, self.shape, note=f"voice “{shorten(voice, 40)}”" if voice else "")
        elif bare:
            self.kept.append(Kept(bare[0][0], bare[-1][1], "a cue without words"))
        self._outside(spans[high:])

    def _has_words(self, start: int, end: int, content: str | Code | None) -> bool:
        if content is None:
            return _WORD.search(self.text, start, end) is not None
        return isinstance(content, str) and _WORD.search(content) is not None

    def _outside(self, spans: Sequence[_Span]) -> None:
        for start, end, content in spans:
            if isinstance(content, Code):
                self.kept.append(Kept(start, end, f"inline markup ({content.kind})"))

    def _inside(self, spans: Sequence[_Span]) -> tuple[int, int]:
        """The range of a cue's spans without line breaks and lone Codes at its edges."""
        low, high = 0, len(spans)
        while low < high and self._is_edge(*spans[low]):
            low += 1
        while low < high and self._is_edge(*spans[high - 1]):
            high -= 1
        return low, high

    def _is_edge(self, start: int, end: int, content: str | Code | None) -> bool:
        if content is None:
            return end - start == 1 and self.text[start] == "\n"
        return content.form == "alone" if isinstance(content, Code) else content == "\n"

    def _spans(self, start: int, end: int) -> Iterator[_Span]:
        """What a stretch is made of: tags, character references, dropped readings, breaks and text."""
        tokens = list((_VTT_TOKEN if self.is_vtt else _SRT_TOKEN).finditer(self.text, start, end))
        rubies = {each.start(): each for each in self._rubies(start, end)}
        said = None if rubies else self._said(tokens)
        if said is not None:
            at = start
            for token, content in zip(tokens, said, strict=True):
                low, high = token.span()
                if low > at:
                    yield from self._text(at, low)
                yield low, high, content
                at = high
            if at < end:
                yield from self._text(at, end)
            return
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
            yield low, at, self._read(token, number, forms, self.text[low:at])
        if at < end:
            yield from self._text(at, end)

    def _said(self, tokens: Sequence[re.Match[str]]) -> Sequence[str | Code] | None:
        """What each token says; None where there are readings. Few sets of tags stand in most cues."""
        key = tuple([token[0] for token in tokens])
        said = self.known.get(key)
        if said is None:
            forms, readings = _forms(tokens, is_vtt=self.is_vtt)
            if readings:
                return None
            said = [self._read(token, number, forms, token[0]) for number, token in enumerate(tokens)]
            if len(self.known) < _FEW:
                self.known[key] = said
        return said

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
        return Code(_kind(token, is_vtt=self.is_vtt), whole, *forms[number])

    def _text(self, start: int, end: int) -> Iterator[_Span]:
        at = start
        if "\r" in self.newline:
            for match in BREAK.finditer(self.text, start, end):
                if match.start() > at:
                    yield at, match.start(), None
                yield match.start(), match.end(), "\n"
                at = match.end()
        if at < end:
            yield at, end, None


def _base(ruby: re.Match[str]) -> str:
    return _READING.sub("", ruby[1])


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
    if len(tokens) < 2:
        return forms, readings
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


def _voice(first: str | Code | None) -> str:
    if isinstance(first, Code) and first.kind == "v":
        return " ".join(re.sub(r"^<v[^\s>]*|>$", "", first.data).split())
    return ""
