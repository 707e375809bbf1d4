"""Front matter: the YAML (`---`) or TOML (`+++`) head of a page; values of chosen keys are text.

Reads lines, not YAML: a key, at any depth, whose value stands on its line, or folds or goes on over
indented lines. What it is not sure of stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import NamedTuple

from translator.document import Block, Code, Content, Document, Kept, Piece, Segment
from translator.errors import TranslatorError
from translator.formats import Mark
from translator.locales import is_finer, normalize

DEFAULT_KEYS = ("title", "description", "summary", "subtitle", "tagline", "details", "excerpt", "text")

_HEAD = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_FIRST = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*(?:---|\+\+\+|[\w\"'.-]+[ \t]*[:=](?:\s|\Z)|\[\w)")
_LINE = re.compile(r"([ \t]*)((?:-[ \t]+)*)([\w\"'.-]+)([ \t]*[:=](?:[ \t]+|(?=[\r\n]|\Z)))([^\r\n]*)")
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_BLOCK_MARK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_PLAIN_END = re.compile(r"[ \t]+#")
_JSON_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u(?!d[89a-fA-F])[0-9a-fA-F]{4})')
# What a plain scalar cannot start with, hold, end with, or would be read as something else.
_UNSAFE = re.compile(
    r"[\s!&*\-?|>@`%#,\[\]{}\"':=~]|.*(?::(?:\s|\Z)| #)|.*\s\Z|(?:true|false|null|yes|no|on|off|[-+.\d][\d._:eExXoO+-]*)\Z",
    re.IGNORECASE | re.DOTALL,
)


_LANGUAGE = re.compile(
    r"""^(?:lang|language|locale)[ \t]*[:=][ \t]*(["']?)([A-Za-z][\w-]*)\1[ \t]*(?=[\r\n#]|\Z)""", re.MULTILINE
)


class FrontMatter(NamedTuple):
    """The end of the head (0 where there is none), its texts, what is kept, and the language it declares, or ""."""

    end: int
    blocks: tuple[Block, ...]
    kept: tuple[Kept, ...]
    lang: str = ""


def front_matter(text: str, keys: Sequence[str]) -> FrontMatter:
    """The front matter at the start of a text; its end is 0 where there is none."""
    head = _HEAD.match(text)
    if head is None or _FIRST.match(text, head.end()) is None:
        return FrontMatter(0, (), ())
    foot = re.compile(
        rf"^(?:{re.escape(head[1])}{'|[.]{3}' if head[1] == '---' else ''})[ \t]*$".replace("$", r"(?=[\r\n]|\Z)"),
        re.MULTILINE,
    )
    found = foot.search(text, head.end())
    if found is None:
        return FrontMatter(0, (), ())
    blocks = tuple(_values(text, head.end(), found.start(), frozenset(keys)))
    edges = [0, *(edge for block in blocks for edge in (block.start, block.end)), found.end()]
    kept = tuple(Kept(a, b, "front matter") for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    return FrontMatter(
        found.end(), blocks, kept, next((tag for _, tag in _declared(text, head.end(), found.start())), "")
    )


def _declared(text: str, at: int, end: int) -> Iterator[tuple[re.Match[str], str]]:
    """Where lines of the head name a language, and its tag."""
    for match in _LANGUAGE.finditer(text, at, end):
        with suppress(TranslatorError):
            yield match, normalize(match[2])


def language_marks(document: Document, tag: str, encoding: str) -> tuple[Mark, ...]:
    """What makes the head of a copy name the copy's language, where the document's names its own.

    >>> from translator.document import Document
    >>> language_marks(Document("a.md", "markdown", {"": "---\\nlang: zh_TW\\n---\\n"}, (), ()), "pt-BR", "utf-8")
    (Mark(start=10, end=15, text='pt_BR', part=''),)
    """
    text = document.parts[""]
    head = front_matter(text, ())
    found = [match for match, _ in _declared(text, 0, head.end)] if head.lang else []
    # Where the settings make the key a text, a translator has said what it is.
    taken = (
        {each.start for each in takewhile(lambda each: each.start < head.end, document.segments)} if found else set()
    )
    joint = ("_" if "_" in match[2] else "-" for match in found)
    return tuple(
        Mark(*match.span(2), tag.replace("-", mark))
        for match, mark in zip(found, joint, strict=True)
        if match.start(2) not in taken and not is_finer(match[2], tag)
    )


def _values(text: str, at: int, end: int, keys: frozenset[str]) -> Iterator[Block]:
    lines = [match for match in _LINES.finditer(text, at, end) if match[0]]
    number = 0
    while number < len(lines):
        match = _LINE.match(text, lines[number].start(), lines[number].end())
        number += 1
        if match is None or match[3].strip("\"'") not in keys:
            continue
        depth = len(match[1]) + len(match[2])
        more: list[tuple[int, int]] = []
        while number < len(lines):
            raw = lines[number][0]
            bare = raw.rstrip("\r\n")
            if not bare.strip() or len(bare) - len(bare.lstrip(" ")) <= depth:
                break
            more.append(
                (lines[number].start() + len(bare) - len(bare.lstrip()), lines[number].start() + len(bare.rstrip()))
            )
            number += 1
        yield from _value(text, match.start(5), match[5], more, match[3].strip("\"'"))


def _value(text: str, at: int, raw: str, more: list[tuple[int, int]], key: str) -> Iterator[Block]:
    raw = raw.rstrip()
    note = f"front matter “{key}”"
    if _BLOCK_MARK.match(raw) and more:
        groups = [more] if raw[0] == ">" else [[line] for line in more]
        for lines in groups:
            yield Block(tuple(_lines(text, lines)), kind="front matter", note=note, form="yaml block", is_whole=True)
        return
    for quote, pattern, name in (("'", _SINGLE, "single"), ('"', _DOUBLE, "double")):
        if raw.startswith(quote):
            match = pattern.match(raw)
            if match and not more and match.end() > 2:
                pieces = _quoted(raw[1 : match.end() - 1], at + 1, name)
                if pieces:
                    yield Block(tuple(pieces), kind="front matter", note=note, form=f"yaml {name}", is_whole=True)
            return
    comment = _PLAIN_END.search(raw)
    bare = raw[: comment.start()] if comment else raw
    if (
        not bare
        or _UNSAFE.match(bare)
        or any(_PLAIN_END.search(text, *each) or ": " in text[slice(*each)] for each in more)
    ):
        return
    lines = [(at, at + len(bare)), *more]
    yield Block(tuple(_lines(text, lines)), kind="front matter", note=note, form="yaml plain", is_whole=True)


def _lines(text: str, lines: list[tuple[int, int]]) -> Iterator[Piece]:
    last = lines[0][0]
    for start, end in lines:
        if start > last:
            yield Piece(last, start, " ")
        yield Piece(start, end, text[start:end])
        last = end


def _quoted(inside: str, at: int, name: str) -> list[Piece]:
    """The pieces between quotes, or none where an escape is not one that JSON knows too."""
    pattern = re.compile("''") if name == "single" else _JSON_ESCAPE
    if name == "double" and re.sub(_JSON_ESCAPE, "", inside).count("\\"):
        return []
    out: list[Piece] = []
    last = 0
    for match in pattern.finditer(inside):
        if match.start() > last:
            out.append(Piece(at + last, at + match.start(), inside[last : match.start()]))
        shown = "'" if name == "single" else json.loads(f'"{match[0]}"')
        out.append(Piece(at + match.start(), at + match.end(), shown))
        last = match.end()
    if last < len(inside):
        out.append(Piece(at + last, at + len(inside), inside[last:]))
    return out


def escape(content: Content, segment: Segment) -> str:
    """The content as the kind of scalar that the segment's form names."""
    text = "".join(each.data if isinstance(each, Code) else each for each in content)
    if segment.form == "yaml single":
        return " ".join(text.split("\n")).replace("'", "''")
    if segment.form == "yaml double":
        return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")
    text = " ".join(text.split("\n"))
    if segment.form == "yaml plain" and _UNSAFE.match(text):
        return json.dumps(text, ensure_ascii=False)
    return text
