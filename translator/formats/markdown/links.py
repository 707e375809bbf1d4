"""Link labels, destinations, titles and reference definitions (CommonMark 0.31 §4.7, §6.3)."""

from __future__ import annotations

import re
from typing import NamedTuple

_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_SPACE = re.compile(r"[ \t]*\n?[ \t]*")
_ANGLE = re.compile(r"<(?:[^<>\\\n]|\\.)*>")
_BARE = re.compile(r"(?:\\[!-/:-@\[-`{-~]|[^\\\s()\x00-\x1f\x7f]|\\(?![!-/:-@\[-`{-~]))+")
TITLE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|\((?:[^()\\]|\\.)*\)', re.DOTALL)
_REST = re.compile(r"[ \t]*(?:\n|\Z)")
# What may follow a link or an image in kramdown and its like: `{:target="_blank"}`, `{width=50%}`.
ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.\w][^{}\n]*\}")
_NESTING = 32


class Span(NamedTuple):
    start: int
    end: int


class Tail(NamedTuple):
    """What follows a link's text: where it ends, and its title's text (or None)."""

    end: int
    title: Span | None


class Definition(NamedTuple):
    """A reference definition: its label, its title's text (or None), and where it ends."""

    label: str
    title: Span | None
    end: int


def normalized(label: str) -> str:
    """The label as it is compared: case folded, white space collapsed.

    >>> normalized(" Foo\\n  BAR ")
    'foo bar'
    """
    return " ".join(label.split()).casefold()


def destination(text: str, at: int) -> int | None:
    """The end of the destination at an offset; None where there is none. It may be empty in `<>`."""
    if text.startswith("<", at):
        match = _ANGLE.match(text, at)
        return match.end() if match else None
    start, depth = at, 0
    while at < len(text):
        match = _BARE.match(text, at)
        if match:
            at = match.end()
        elif text[at] == "(" and depth < _NESTING:
            depth, at = depth + 1, at + 1
        elif text[at] == ")" and depth:
            depth, at = depth - 1, at + 1
        else:
            break
    return at if at > start and depth == 0 else None


def tail(text: str, at: int) -> Tail | None:
    """The inline tail `(destination "title")` at an offset, or None."""
    if not text.startswith("(", at):
        return None
    at = _skip(text, at + 1)
    end = destination(text, at)
    title = None
    if end is not None:
        after = _skip(text, end)
        match = TITLE.match(text, after) if after > end else None
        if match:
            title, after = Span(match.start() + 1, match.end() - 1), _skip(text, match.end())
        at = after
    return Tail(at + 1, title) if text.startswith(")", at) else None


def label(text: str, at: int) -> Span | None:
    """The span of the label in brackets at an offset, without them; None where there is none."""
    match = _LABEL.match(text, at)
    return Span(match.start(1), match.end(1)) if match else None


def definition(text: str, at: int) -> Definition | None:
    """The reference definition at a line's start, or None; it ends after its line end."""
    found = label(text, at)
    if found is None or not text.startswith(":", found.end + 1) or not text[found.start : found.end].strip():
        return None
    at = _skip(text, found.end + 2)
    end = destination(text, at)
    if end is None:
        return None
    name = normalized(text[found.start : found.end])
    after = _skip(text, end)
    match = TITLE.match(text, after) if after > end else None
    if match:
        rest = _REST.match(text, match.end())
        if rest:
            return Definition(name, Span(match.start() + 1, match.end() - 1), rest.end())
    rest = _REST.match(text, end)
    return Definition(name, None, rest.end()) if rest else None


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
