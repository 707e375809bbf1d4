"""The comment lines of an entry, by their marks: people's, extracted, references, flags.

Babel writes `#| msgid` back as `# | msgid`; such lines are taken back as the previous source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from translator.catalog import Previous
from translator.po._strings import STRING, text_of

_REFERENCE = re.compile("(?:[^\\s\u2068]|\u2068[^\u2069]*\u2069?)+")
_DEMOTED = re.compile(
    rf"(?:\| (?P<keyword>msgctxt|msgid_plural|msgid) (?P<first>{STRING})|\| (?P<more>{STRING}))\s*", re.DOTALL
)
PREVIOUS_FIELDS = {"msgctxt": "context", "msgid": "source", "msgid_plural": "plural"}


@dataclass(slots=True)
class Remarks:
    """What the comment lines of one entry say, as the fields of an Entry."""

    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    sticky_flags: tuple[str, ...] = ()
    is_fuzzy: bool = False
    previous: Previous | None = None


def parse(block: str) -> Remarks:
    """Sorts the comment lines of a block (line ends between them, marks included)."""
    found = Remarks()
    comments: list[str] = []
    notes: list[str] = []
    for line in block.split("\n"):
        line = line.strip(" \t\r\f\v") if line[:1] != "#" else line.rstrip("\r")
        mark = line[1:2]
        if mark == " ":
            comments.append(line[2:])
        elif mark == ".":
            notes.append(value(line))
        elif mark == ":":
            found.references += references(line[2:])
        elif mark and mark in ",!=":
            add_flags(found, line)
        elif line:
            comments.append(value(line))
    if notes:
        found.notes = tuple(notes)
    if comments:
        if any(each[:5] == "| msg" for each in comments):
            found.previous = take_back(comments, "utf-8")
        found.comments = tuple(comments)
    return found


def value(line: str) -> str:
    """The text of one comment line without its mark and one space."""
    rest = line[2:] if line[1:2] in (".", ":", ",", "=", "!") else line[1:]
    return rest.removeprefix(" ")


def references(text: str) -> tuple[str, ...]:
    """The references of a line as written; a name in isolates (U+2068, U+2069) may hold spaces."""
    return tuple(_REFERENCE.findall(text) if "\u2068" in text else text.split())


def add_flags(found: Remarks, line: str) -> None:
    """Adds the words of a flag line; `range: 0..9` is one word."""
    words: list[str] = []
    for part in line[2:].split(","):
        part = " ".join(part.split())
        words += [part] if part.startswith("range:") else part.split()
    if "fuzzy" in words:
        found.is_fuzzy = True
        words = [word for word in words if word != "fuzzy"]
    if line[1] == "=":
        found.sticky_flags += tuple(words)
    else:
        found.flags += tuple(words)


def demoted(comments: list[str]) -> range:
    """The first run of comments that are previous fields as Babel writes them."""
    start = next((i for i, each in enumerate(comments) if each[:5] == "| msg" and _DEMOTED.fullmatch(each)), 0)
    stop = start
    while stop < len(comments) and (match := _DEMOTED.fullmatch(comments[stop])):
        if stop == start and match["more"]:
            break
        stop += 1
    return range(start, stop)


def take_back(comments: list[str], encoding: str) -> Previous | None:
    """Removes such a run from the comments and gives what it says."""
    run = demoted(comments)
    if not run:
        return None
    texts: dict[str, str] = {}
    keyword = ""
    for comment in comments[run.start : run.stop]:
        match = _DEMOTED.fullmatch(comment)
        assert match is not None
        keyword = match["keyword"] or keyword
        texts[keyword] = texts.get(keyword, "") + text_of(match["first"] or match["more"], encoding)
    del comments[run.start : run.stop]
    return Previous(**{PREVIOUS_FIELDS[name]: text for name, text in texts.items()})
