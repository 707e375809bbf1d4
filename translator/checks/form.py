"""The form of a translation: spaces and line breaks at its ends and inside, and its width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from translator import inline
from translator.checks._narrow import narrowed
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check
from translator.languages.line_breaks import balanced
from translator.report import width

_ENDS = re.compile(r"\A(\s*)(.*?)(\s*)\Z", re.DOTALL)
_WIDE_DIGITS = re.compile("[０-９]+(?:[.,:/．，：／％][０-９]+)*[％]?")
_DOUBLED = re.compile(r"(?<=[^\s.!?:;。！？])(?: {2,}|　{2,})(?=[^\s])")


def _is_loose(pair: Pair, context: Context) -> bool:
    return not pair.is_empty and not (_is_tight(pair.source) and _is_tight(pair.target))


def _may_be_loose(pairs: Pairs) -> int:
    return (
        pairs.sources.having(_LOOSE)
        | pairs.targets.having(_LOOSE)
        | pairs.sources.where([not each for each in pairs.sources])
    )


_LOOSE = re.compile(r"\s(?:(?<=(?<![^\0])\s)|(?![^\0]))")


@check("space-mismatch", severity="warning", family="form", needs=Sifted(_may_be_loose, _is_loose))
def space_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation begins or ends with other space than the source.

    What is joined to it would touch, or stand apart. Corrected by `--fix`. The ideographic spaces that
    indent a Chinese or Japanese paragraph are not asked of English; a full-width colon or comma at an end brings its own
    space (`: ` → `：`).

    Bad: ` 例` → `cases`
    Good: ` 例` → ` cases`, `Name: ` → `名称：`
    """
    if not _is_loose(pair, context):
        return
    if not pair.source.strip() or not pair.target.strip():
        return
    ours, theirs = _ENDS.match(pair.source), _ENDS.match(pair.target)
    if ours is None or theirs is None:
        return
    if pair.tag == "en" and "\u3000" in ours[1] + ours[3]:
        # The indent of a Chinese or Japanese paragraph is none of English.
        return
    fix = ours[1] + theirs[2] + ours[3]
    if ours[1] != theirs[1] and not _is_line(ours[1] + theirs[1]):
        yield Fault(
            f"the translation begins with {_told(theirs[1])}, the source with {_told(ours[1])}",
            (0, len(theirs[1])),
            fix,
        )
    if ours[3] != theirs[3] and not _is_line(ours[3] + theirs[3]) and not _is_wide_end(ours, theirs):
        span = (theirs.start(3), theirs.end(3))
        yield Fault(f"the translation ends with {_told(theirs[3])}, the source with {_told(ours[3])}", span, fix)


def _is_wide_end(ours: re.Match[str], theirs: re.Match[str]) -> bool:
    """Whether one text ends in a full-width mark, and the other in its half-width form and one space."""
    wide, narrow = (theirs, ours) if ours[3] else (ours, theirs)
    return not wide[3] and narrow[3] in (" ", "\u00a0") and _WIDE_ENDS.get(wide[2][-1:]) == narrow[2][-1:]


_WIDE_ENDS = {"：": ":", "，": ",", "、": ",", "；": ";"}


def _is_tight(text: str) -> bool:
    return bool(text) and not text[0].isspace() and not text[-1].isspace()


def _is_line(space: str) -> bool:
    return "\n" in space or "\r" in space


def _told(space: str) -> str:
    if not space:
        return "no space"
    names = {" ": "a space", "\u3000": "an ideographic space", "\t": "a tab", "\u00a0": "a no-break space"}
    return names.get(space, f"{len(space)} spaces")


@check("line-break-mismatch", severity="warning", family="form", needs="\n")
def line_break_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """Only one of source and translation has a line break: at its beginning, at its end, or inside.

    gettext tools refuse it at the ends; corrected by `--fix`. Inside, one that was added parts a line that is one; a list
    would lose an item where they are gone. Long lines may be wrapped in one language alone, and the lines of a
    subtitle are the translator's to break.

    Bad: `结果\\n` → `Results`, `生存率94%` → `Survival\\nrate 94%`
    Good: `结果\\n` → `Results\\n`
    """
    if pair.is_empty or ("\n" not in pair.source and "\n" not in pair.target):
        return
    if pair.source.startswith("\n") != pair.target.startswith("\n"):
        fix = "\n" + pair.target if pair.source.startswith("\n") else pair.target.lstrip("\n")
        yield Fault("only one of source and translation begins with a line break", (0, 0), fix)
    if pair.source.endswith("\n") != pair.target.endswith("\n"):
        fix = pair.target + "\n" if pair.source.endswith("\n") else pair.target.rstrip("\n")
        yield Fault(
            "only one of source and translation ends with a line break", (len(pair.target), len(pair.target)), fix
        )
    before, after = pair.source.strip("\n").count("\n"), pair.target.strip("\n").count("\n")
    is_wrapped = _is_cue(pair) or ("\n  " in pair.target if after else before == 1 and _is_wrapped(pair.source))
    if bool(before) != bool(after) and not is_wrapped:
        at = pair.target.find("\n", 1)
        told = f"{_breaks(before)} inside the source, {_breaks(after)} inside the translation"
        yield Fault(told, (at, at + 1) if after else None)


def _is_cue(pair: Pair) -> bool:
    """Whether a text is one of subtitles, as its note says."""
    return any(note == "cue" or note.startswith("cue, ") for note in pair.entry.notes)


def _breaks(count: int) -> str:
    return "no line break is" if not count else "a line break is" if count == 1 else f"{count} line breaks are"


def _is_wrapped(text: str) -> bool:
    """Whether the one line break of a text may be there for the width of the page alone."""
    before, _, after = text.strip("\n").partition("\n")
    return width(before) >= _FULL_LINE and (after[:2] == "  " or before.rstrip()[-1:] not in _ENDING)


_FULL_LINE = 40
_ENDING = ".。!！?？:："


def _is_limited(pair: Pair, context: Context) -> bool:
    return pair.limit is not None


@check("too-wide", severity="warning", family="form", needs=_is_limited)
def too_wide(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation is wider than its place allows, in display cells.

    A full-width character takes two cells, a combining one none. The limit comes with the document, and is one of
    each line. Lines of subtitles that are too long are broken in the copy: told are those that two lines of the
    limit cannot hold.

    Bad: `副作用` with a limit of 10 → `Side effects seen`
    Good: `副作用` with a limit of 12 → `Side effects`
    """
    if pair.limit is None or pair.is_empty:
        return
    if _is_cue(pair):
        told = _wide_cue(inline.strip(pair.target), pair.limit)
        if told:
            yield Fault(told, (0, len(pair.target)))
        return
    at = 0
    for line in pair.target.split("\n"):
        cells = width(inline.strip(line))
        if cells > pair.limit:
            yield Fault(f"{cells} cells wide, the place allows {pair.limit}", (at, at + len(line)))
        at += len(line) + 1


_SHOWN_LINES = 2


def _wide_cue(text: str, limit: int) -> str:
    """What is wrong with the width of a cue, after its lines were broken as well as they can be; "" for nothing."""
    lines = balanced(text, limit).split("\n")
    if len(lines) > _SHOWN_LINES and len(lines) > len(text.split("\n")):
        cells = sum(map(width, lines))
        return f"{cells} cells take {len(lines)} lines of {limit}, a cue shows {_SHOWN_LINES}; say it in fewer words"
    widest = max(map(width, lines))
    return f"{widest} cells wide, the place allows {limit}" if widest > limit else ""


@check("wide-digits", severity="info", family="form", needs="０１２３４５６７８９")
def wide_digits(pair: Pair, context: Context) -> Iterator[Fault]:
    """Digits are full-width: in English they are foreign, in a format string they are not read.

    The value is the same, so that `--fix` may write them half-width. In Chinese and Japanese text they
    are a matter of style and are not told.

    Bad: `共１２例` → `１２ cases`
    Good: `共１２例` → `12 cases`
    """
    if pair.is_empty or pair.target.isascii():
        return
    found = [match for match in _WIDE_DIGITS.finditer(pair.target) if pair.tag == "en" or _is_in_format(match)]
    fix = pair.target
    for match in reversed(found):
        fix = fix[: match.start()] + unicodedata.normalize("NFKC", match[0]) + fix[match.end() :]
    if found and pair.tag == "en":
        # The marks beside them are as wide.
        fix = narrowed(pair.target) or fix
    for match in found:
        plain = unicodedata.normalize("NFKC", match[0])
        yield Fault(f"“{match[0]}” is in full width; write {plain}", match.span(), fix)


def _is_in_format(match: re.Match[str]) -> bool:
    start = match.start()
    return start > 0 and match.string[start - 1] in "{%$"


def _has_doubled(pair: Pair, context: Context) -> bool:
    return "  " in pair.target or "\u3000\u3000" in pair.target


def _may_have_doubled(pairs: Pairs) -> int:
    return pairs.targets.holding("  ", "\u3000\u3000")


@check("doubled-space", severity="info", family="form", needs=Sifted(_may_have_doubled, _has_doubled))
def doubled_space(pair: Pair, context: Context) -> Iterator[Fault]:
    """Two spaces or more stand in the middle of a translation, and the source has none such.

    Corrected by `--fix`.

    Bad: `效果持久` → `Lasting  effect`
    Good: `效果持久` → `Lasting effect`
    """
    if not _has_doubled(pair, context) or pair.is_empty or "\n" in pair.target:
        return
    if _DOUBLED.search(pair.source):
        return
    match = _DOUBLED.search(pair.target)
    if match:
        fix = _DOUBLED.sub(lambda each: each[0][0], pair.target)
        yield Fault(f"{len(match[0])} spaces in a row", match.span(), fix)
