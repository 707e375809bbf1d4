"""The comment lines of an entry, by their marks: people's, extracted, references, flags.

Babel writes `#| msgid` back as `# | msgid`; such lines are taken back as the previous source.
"""

from __future__ import annotations

import re
from functools import lru_cache

from translator.catalog import Previous
from translator.po._strings import STRING, text_of

_REFERENCE = re.compile("(?:[^\\s\u2068]|\u2068[^\u2069]*\u2069?)+")
_ODD_LINES = re.compile(r"\r*\n\s*(?=#)")
_DEMOTED = re.compile(
    rf"(?:\| (?P<keyword>msgctxt|msgid_plural|msgid) (?P<first>{STRING})|\| (?P<more>{STRING}))\s*", re.DOTALL
)
PREVIOUS_FIELDS = {"msgctxt": "context", "msgid": "source", "msgid_plural": "plural"}


# What the comment lines of an entry say: the fields of Entry from `is_fuzzy` to `references`, in order.
Remarks = tuple[
    bool,
    tuple[str, ...],
    tuple[str, ...],
    Previous | None,
    tuple[str, ...],
    tuple[str, ...],
    tuple[str, ...],
]
NOTHING: Remarks = (False, (), (), None, (), (), ())


def parse(block: str, encoding: str = "utf-8") -> Remarks:
    """Sorts the comment lines of a block (line ends between them, marks included)."""
    comments: list[str] = []
    notes: list[str] = []
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sticky: tuple[str, ...] = ()
    if "\r" in block or block.count("\n") != block.count("\n#"):
        block = _ODD_LINES.sub("\n", block.rstrip("\r"))
    for line in block.split("\n"):
        mark = line[1:2]
        if mark == ":":
            places += references(line[2:])
        elif mark == " ":
            comments.append(line[2:])
        elif mark == ".":
            notes.append(value(line))
        elif mark == ",":
            words += flags(line)
        elif mark == "=":
            sticky += flags(line)
        elif mark == "!":
            words += flags(line)
        else:
            comments.append(value(line))
    previous = None
    if comments and "\n# | msg" in "\n" + block:
        previous = take_back(comments, encoding)
    is_fuzzy = "fuzzy" in words or "fuzzy" in sticky
    if is_fuzzy:
        words = tuple(word for word in words if word != "fuzzy")
        sticky = tuple(word for word in sticky if word != "fuzzy")
    return (
        is_fuzzy,
        words,
        sticky,
        previous,
        tuple(notes) if notes else (),
        tuple(comments) if comments else (),
        places,
    )


def value(line: str) -> str:
    """The text of one comment line without its mark and one space."""
    rest = line[2:] if line[1:2] in (".", ":", ",", "=", "!") else line[1:]
    return rest.removeprefix(" ")


def references(text: str) -> tuple[str, ...]:
    """The references of a line as written; a name in isolates (U+2068, U+2069) may hold spaces."""
    return tuple(_REFERENCE.findall(text) if "\u2068" in text else text.split())


def reference(path: str) -> str:
    """A path as a reference: in isolates where it holds white space, which parts references.

    >>> reference("a.md"), reference("a b.md")
    ('a.md', '\u2068a b.md\u2069')
    """
    return f"\u2068{path}\u2069" if len(path.split()) > 1 else path


@lru_cache(maxsize=1024)
def flags(line: str) -> tuple[str, ...]:
    """The words of a flag line; `range: 0..9` is one word."""
    words: list[str] = []
    for part in line[2:].split(","):
        part = " ".join(part.split())
        words += [part] if part.startswith("range:") else part.split()
    return tuple(words)


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
        texts[keyword] = texts.get(keyword, "") + text_of((match["first"] or match["more"]).encode(), encoding)
    del comments[run.start : run.stop]
    return Previous(**{PREVIOUS_FIELDS[name]: text for name, text in texts.items()})
