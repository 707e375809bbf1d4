"""Ways to write a content's marks in Markdown: stars for underscores, references beside emphasis, tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from translator.document import Code, Content
from translator.formats._characters import char_class
from translator.formats.markdown.delimiters import flanking

_TAGS = {"b": "strong", "i": "em", "s": "del"}


def spellings(content: Content) -> Iterator[Content]:
    """The content, and other ways to write its emphasis where the first does not render."""
    yield content
    starred = _starred(content)
    if starred != content:
        yield starred
    for is_any in (False, True):
        referenced = _referenced(starred, is_any)
        if referenced != starred:
            yield referenced


def _starred(content: Content) -> Content:
    """The content with `_` as `*`: beside letters, as everywhere in Chinese, `_` is no emphasis."""
    return tuple(
        replace(each, data=each.data.replace("_", "*")) if isinstance(each, Code) and each.data in ("_", "__") else each
        for each in content
    )


def _referenced(content: Content, is_any: bool) -> Content:
    """The content with letters beside emphasis as references, where its edge is a mark: `**。**&#x7d9a;`.

    `is_any`: beside every edge, for runs of marks that get in each other's way.
    """
    out: list[str | Code] = []
    for index, each in enumerate(content):
        if isinstance(each, Code):
            out.append(each)
            continue
        if _is_stuck(content, index, -1, is_any):
            out.append(_reference(each[0]))
            each = each[1:]
        if each and _is_stuck(content, index, 1, is_any):
            out += each[:-1], _reference(each[-1])
        elif each:
            out.append(each)
    return tuple(each for each in out if each != "")


def _is_stuck(content: Content, index: int, step: int, is_any: bool) -> bool:
    """Whether a text's first (step -1) or last (1) letter keeps the emphasis beside it from rendering."""
    text = content[index]
    if not isinstance(text, str) or char_class(text[0] if step < 0 else text[-1]) != "word":
        return False
    at = index + step
    while 0 <= at < len(content) and _is_emphasis(content[at], "close" if step < 0 else "open"):
        at += step
    if at == index + step or not 0 <= at < len(content):
        return False
    return is_any or char_class(touching(content[at], step)) == "mark"


def touching(each: str | Code, step: int) -> str:
    """The character that a neighbour behind (step -1) or before (1) a place shows it."""
    shown = each.data if isinstance(each, Code) else each
    return shown[-1:] if step < 0 else shown[:1]


def _is_emphasis(each: str | Code, form: str) -> bool:
    return isinstance(each, Code) and each.form == form and each.data[:1] in ("*", "_", "~")


def _reference(char: str) -> Code:
    return Code("", f"&#x{ord(char):x};")


def tagged(content: Content, *, is_all: bool) -> Content:
    """The content with emphasis that would not render as tags, which need nothing of their neighbours.

    `is_all`: all emphasis, and bare URLs in angles.

    >>> tagged((Code("b", "**", "open", 1), "注意。", Code("b", "**", "close", 1), "続"), is_all=False)[0]
    Code(kind='b', data='<strong>', form='open', number=1)
    """
    stuck = {
        (each.kind, each.number)
        for index, each in enumerate(content)
        if isinstance(each, Code) and (is_all or not _renders(content, index))
    }
    return tuple(
        _tag(each) if isinstance(each, Code) and (each.kind, each.number) in stuck else each for each in content
    )


def _renders(content: Content, index: int) -> bool:
    """Whether a half of emphasis can be one between its neighbours; true of everything else."""
    code = content[index]
    if not isinstance(code, Code) or not (_is_emphasis(code, "open") or _is_emphasis(code, "close")):
        return True
    before, after = (
        touching(content[at], at - index) if 0 <= at < len(content) else "" for at in (index - 1, index + 1)
    )
    return flanking(before, after, code.data[0])[code.form == "close"]


def _tag(code: Code) -> Code:
    if code.form != "alone" and code.data[:1] in ("*", "_", "~"):
        slash = "/" if code.form == "close" else ""
        return replace(code, data=f"<{slash}{_TAGS[code.kind]}>")
    if is_bare_url(code):
        return replace(code, data=f"<{'http://' if code.data[:4].lower() == 'www.' else ''}{code.data}>")
    return code


def is_bare_url(each: str | Code) -> bool:
    """Whether a part of a content is a URL or a mail address that stands bare in running text."""
    return isinstance(each, Code) and each.kind == "a" and each.form == "alone" and not each.data.startswith("<")
