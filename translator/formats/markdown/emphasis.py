"""Emphasis that does not render: `**注意。**続` stays asterisks (CommonMark 0.31 §6.2, commonmark-spec#650).

A closing run behind punctuation closes only before a space or more punctuation, and an opening run
before punctuation opens only behind them. Chinese and Japanese put no spaces there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from translator.formats import Fault
from translator.formats._characters import WIDE, char_class
from translator.formats.markdown.delimiters import flanking
from translator.formats.markdown.frontmatter import front_matter
from translator.formats.markdown.inline import Labels, Scan
from translator.formats.markdown.joined import Joined
from translator.formats.markdown.scanner import scan

_RUN = re.compile(r"\*{1,3}|_{1,3}|~~")
# What may stand outside of the emphasis without a loss: stops and brackets, not `%`.
_STOP = re.compile("[、-〿，．！？：；（）［］｛｝“”‘’,.!?:;()]")
# A letter beside a run that is written as a reference, as `escape` does where nothing else renders.
_HELD = re.compile(r"(?P<before>&#x[0-9a-f]{1,6};)(?=[*_~])|(?<=[*_~])(?P<after>&#x[0-9a-f]{1,6};)")
_TEXT = frozenset({"paragraph", "heading", "setext", "title"})
_REACH = 12
"""How many runs away the other half of a pair is looked for."""
_CONTEXT = 200
"""How much text around a fault its fix is tried in."""
_PAIRS = dict(zip("「『（【〔《〈“‘([", "」』）】〕》〉”’)]", strict=True))


def emphasis_faults(text: str) -> tuple[Fault, ...]:
    """Pairs of `*`, `_` or `~~` in a Markdown text that were meant as emphasis and are shown as they are.

    A fault spans the pair; its fix is the text to write there instead, or "" where there is none.

    >>> [(text.start, text.end, text.fix) for text in emphasis_faults("**注意。**続き")]
    [(0, 7, '**注意**。')]
    """
    if not _RUN.search(text):
        return ()
    structure = scan(text, front_matter(text, ()).end)
    labels = Labels(frozenset(structure.labels), frozenset(structure.footnotes))
    found: list[Fault] = []
    for leaf in structure.leaves:
        if leaf.kind in _TEXT or leaf.kind == "table":
            groups = [leaf.spans] if leaf.kind != "table" else [[span] for span in leaf.spans]
            for spans in groups:
                found += _faults(Joined(text, spans), labels)
    return tuple(found)


def _faults(joined: Joined, labels: Labels) -> Iterator[Fault]:
    text = joined.text
    if not _RUN.search(text):
        return
    for start, end, fix in _stretches(text, labels):
        yield Fault(
            joined.source(start),
            joined.source(end - 1) + 1,
            f"“{text[start:end]}” is shown as it is written, not as emphasis",
            fix,
        )
    for match in _HELD.finditer(text):
        yield from _held(joined, match, labels)


def _held(joined: Joined, match: re.Match[str], labels: Labels) -> Iterator[Fault]:
    """The fault that only a character reference beside the emphasis holds off."""
    text = match.string
    letter = unescape(match["before"] or match["after"])
    if char_class(letter) != "word":
        return
    low, high = match.span("before" if match["before"] else "after")
    bare = text[:low] + letter + text[high:]
    lost = high - low - len(letter)
    for start, end, fix in _stretches(bare, labels):
        if match["before"] and start == low + 1:
            span, fix = (low, end + lost), letter + fix
        elif match["after"] and end == low:
            span, fix = (start, high), fix + letter
        else:
            continue
        yield Fault(
            joined.source(span[0]),
            joined.source(span[1] - 1) + 1,
            f"“{bare[start:end]}” is emphasis beside “{letter}” only where that is written as “{text[low:high]}”",
            fix if fix != letter else "",
        )


def _stretches(text: str, labels: Labels) -> Iterator[tuple[int, int, str]]:
    """Start and end of every pair that is shown as it is written, and what to write instead."""
    runs = _unpaired(text, Scan(text, labels))
    at = 0
    while at + 1 < len(runs):
        start, end = runs[at]
        closer = next((run for run in runs[at + 1 : at + 1 + _REACH] if text[run[0] : run[1]] == text[start:end]), None)
        if closer is None or not _is_meant(text, (start, end), closer):
            at += 1
            continue
        yield start, closer[1], _fixed(text, (start, end), closer, labels)
        at = runs.index(closer, at) + 1


def _unpaired(text: str, scanned: Scan) -> list[tuple[int, int]]:
    """The runs that stand in plain text, so that nothing became of them."""
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in [*((each.start, each.end) for each in scanned.items), (len(text), len(text))]:
        found += (match.span() for match in _RUN.finditer(text, at, max(at, start)))
        at = max(at, end)
    return found


def _is_meant(text: str, opener: tuple[int, int], closer: tuple[int, int]) -> bool:
    """Whether two runs look like a pair that only its neighbours keep from being one."""
    inside = text[opener[1] : closer[0]]
    if not inside or char_class(inside[0]) == "space" or char_class(inside[-1]) == "space":
        return False
    before, after = text[opener[0] - 1 : opener[0]] if opener[0] else "", text[closer[1] : closer[1] + 1]
    mark = text[opener[0]]
    opens = flanking(before, inside[0], mark)[0]
    closes = flanking(inside[-1], after, mark)[1]
    around = [each for each in (before, inside[0], inside[-1], after) if each]
    return not (opens and closes) and any(WIDE.match(each) for each in around)


def _fixed(text: str, opener: tuple[int, int], closer: tuple[int, int], labels: Labels) -> str:
    """The pair rewritten so that it renders: marks outside of the emphasis, or else a space beside it."""
    mark = text[slice(*opener)].replace("_", "*")
    inside = text[opener[1] : closer[0]]
    before, after = text[max(opener[0] - _CONTEXT, 0) : opener[0]], text[closer[1] : closer[1] + _CONTEXT]
    head = tail = ""
    while inside and _STOP.match(inside[-1]) and not _belongs(inside[-1], inside[:-1]):
        tail, inside = inside[-1] + tail, inside[:-1]
    if inside and inside[0] in _PAIRS and tail.startswith(_PAIRS[inside[0]]):
        head, inside = inside[0], inside[1:]
    options = (
        f"{head}{mark}{inside}{mark}{tail}",
        f"{mark}{head}{inside}{tail}{mark} ",
        f" {mark}{head}{inside}{tail}{mark}",
        f" {mark}{head}{inside}{tail}{mark} ",
    )
    return next((each for each in options if inside and _renders(before + each + after, len(before), each, labels)), "")


def _belongs(closing: str, inside: str) -> bool:
    """Whether a closing bracket has its partner inside, but not at the very start."""
    opening = next((each for each, other in _PAIRS.items() if other == closing), "")
    return bool(opening) and inside.rfind(opening) > 0


def _renders(text: str, at: int, stretch: str, labels: Labels) -> bool:
    return not any(at <= start < at + len(stretch) for start, _ in _unpaired(text, Scan(text, labels)))
