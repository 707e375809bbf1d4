"""SubRip and WebVTT: every cue's text is a block; numbers, times, settings and comments stay.

A cue is one segment, since its lines are balanced as a whole: a line break is text, and a
translator breaks lines anew. A blank line would end the cue, so a target has none. Tags (`<i>`,
`<v Name>`, `<font …>`, `{\\an8}`, times inside a cue) are inline Codes; at the edges of a cue they
stay outside its segment. The note names the voice. `line_width` is the most cells a line may have: a copy breaks
lines that are wider where a clause ends or a space stands, never in a word, a number with its unit or
a placeholder (`export --unmarked` leaves them), and `check` tells of cues that two such lines cannot hold.

WebVTT is read as its specification's parser reads it (W3C WebVTT, section 6): the signature
`WEBVTT` must be there, blocks end at blank lines, a cue whose times cannot be read is dropped by
players and so is left alone, but for a decimal comma and minutes past 99, which files have. Character
references are read as their characters. Of `<ruby>` the base text is translated; a changed cue
loses the reading, an unchanged one keeps it (`ruby = "keep"`: tags and readings are Codes). A header
`Language: ja` says what the cues are in, where nothing nearer does, and names the copy's language in a copy;
so does `<lang ja>`, unless the words in it are still the document's own.

SubRip is read wherever a line holds times: numbers may be missing or out of order, a cue may hold
blank lines (its text is then several blocks), decimals may have a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translator.document import Block, Code, Content, Document, Reading, Segment
from translator.errors import Location, TranslatorError, locate, shorten
from translator.formats import Format, Mark, Option, ReadOptions
from translator.formats._cues import BREAK, Cues
from translator.formats._paths import declared
from translator.locales import is_finer, names_another

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_STAMP = r"(?:[0-9]{2,}:)?[0-9]{2,}:[0-9]{2}[.,][0-9]{3}"
_VTT_TIMES = re.compile(rf"[ \t]*{_STAMP}[ \t]*-->[ \t]*{_STAMP}(?![0-9])")
_LOOSE_STAMP = r"-?(?:[0-9]+[ ]?:[ ]?)?[0-9]+[ ]?:[ ]?[0-9]+(?:[ ]?[,.:][ ]?[0-9]+)?"
_SRT_TIMES = re.compile(rf"[ \t]*{_LOOSE_STAMP}[ \t]*-->[ \t]*{_LOOSE_STAMP}")
_NUMBER = re.compile(r"\s*[0-9]+\s*")
_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)[ \t]*(?=[\r\n]|\Z)", re.MULTILINE)
_SPOKEN = re.compile(r"(<lang(?:\.[^\s<>]*)?[ \t]+)([A-Za-z][\w-]*)([^<>]*>)")
_SIGNATURE = re.compile(r"WEBVTT(?![^ \t\r\n])")
# Lines in a row that are not empty, and lines in a row that hold more than white space.
_LINES = re.compile(r"[^\r\n]+(?:(?:\r\n|\n|\r)[^\r\n]+)*")
_WORDED_LINES = re.compile(r"[^\S\r\n]*\S[^\r\n]*(?:(?:\r\n|\n|\r)[^\S\r\n]*\S[^\r\n]*)*")

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


def _read_vtt(text: str, options: ReadOptions) -> Reading:
    if not _SIGNATURE.match(text):
        seen = shorten(text[:40], 20)
        raise TranslatorError(
            f"no WebVTT signature (“{seen}”); the file must start with WEBVTT, or be named .srt",
            Location(options.path, 1, 1),
        )
    cues = Cues(text, options, is_vtt=True)
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
    named = _header_language(text)
    lang = declared(named[1]) if named else ""
    return Reading(cues.parts, cues.blocks, tuple(cues.kept), lang)


def _header_language(text: str) -> re.Match[str] | None:
    """The language that the header names (group 1), as the files of video sites do."""
    head = _LINES.search(text)
    return _LANGUAGE.search(text, 0, head.end()) if head else None


def _marks(document: Document, tag: str, _encoding: str) -> tuple[Mark, ...]:
    """The language of the header: that of the copy."""
    header = _header_language(document.parts[""])
    return (Mark(*header.span(1), tag),) if header and header[1] != tag and not is_finer(header[1], tag) else ()


def _relabelled(data: str, tag: str) -> str:
    """A `<lang ja>` that names `tag` where it named another language.

    >>> _relabelled("<lang.loud ja>", "en"), _relabelled("<i>", "en")
    ('<lang.loud en>', '<i>')
    """
    found = _SPOKEN.fullmatch(data)
    return f"{found[1]}{tag}{found[3]}" if found and names_another(found[2], tag) else data


def _read_cue(cues: Cues, start: int, end: int) -> bool:
    """Reads the lines between two blank ones where they are one cue as it should be; else nothing."""
    text = cues.text
    arrow = text.find("-->", start, end)
    if arrow < 0 or text.find("-->", arrow + 3, end) >= 0:
        return False
    at, times = start, _VTT_TIMES.match(text, start, end)
    if times is None:
        newline = BREAK.search(text, start, arrow)
        times = _VTT_TIMES.match(text, newline.end(), end) if newline else None
        if newline is None or times is None:
            return False
        cues.keep(start, newline.start(), "cue identifier")
        at = newline.end()
    newline = BREAK.search(text, times.end(), end)
    cues.keep(at, newline.start() if newline else end, "times and settings")
    if newline:
        cues.cue(newline.end(), end)
    return True


def _read_group(cues: Cues, lines: list[_Line]) -> None:
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
    cues = Cues(text, options, is_vtt=False)
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
    at, has_returns = 0, "\r" in text
    while (arrow := text.find("-->", at)) >= 0:
        start = _line_start(text, at, arrow, has_returns)
        newline = BREAK.search(text, arrow) if has_returns else None
        end = newline.start() if newline else text.find("\n", arrow)
        end = end if end >= 0 else len(text)
        if _SRT_TIMES.match(text, start, end):
            yield start, end
        at = newline.end() if newline else min(end + 1, len(text))


def _line_start(text: str, at: int, end: int, has_returns: bool) -> int:
    """Where the line begins that holds `end`, but not before `at`."""
    start = max(at, text.rfind("\n", at, end) + 1)
    return max(start, text.rfind("\r", at, end) + 1) if has_returns else start


def _without_number(text: str, at: int, end: int) -> int:
    """Where the lines before `end` end, without the last one if it is the number of a cue."""
    stop = _without_break(text, at, end)
    last = _line_start(text, at, stop, True)
    return _without_break(text, at, last) if _NUMBER.fullmatch(text, last, stop) else stop


def _without_break(text: str, at: int, end: int) -> int:
    if text.endswith("\r\n", at, end):
        return end - 2
    return end - text.endswith(("\n", "\r"), at, end)


def _read_lines(cues: Cues, start: int, end: int, *, is_cue: bool) -> None:
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
    marks=_marks,
    relabel=_relabelled,
)
