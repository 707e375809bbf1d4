"""The language that elements of a page's body declare: in a copy, that of the copy."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from translator.document import Document, splice
from translator.errors import TranslatorError
from translator.formats import Mark
from translator.formats._html_tokens import TAG, attributes
from translator.formats._html_tree import WRAPPERS
from translator.locales import content_tag, is_finer, names_another

_CANDIDATE = re.compile(r"<(?!html[\s/>])[a-z][^<>]*?\s(?:xml:)?lang\s*=", re.IGNORECASE)
_ORDINARY = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
        "cite",
        "del",
        "dfn",
        "div",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "li",
        "mark",
        "p",
        "q",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "td",
        "th",
        "u",
    ]
)
_OURS = re.compile(r"\s*(?:zh|ja|en)(?![A-Za-z0-9])", re.IGNORECASE)
_HIDDEN = ("comment", "script", "code block")


def body_languages(document: Document, tag: str) -> Iterator[Mark]:
    """Replacements of `lang` on elements around translated blocks, in order.

    An element inside a block is an export's own work (see `relabelled`); one whose first block is in another
    language than it says, or that holds none, stays as it is.
    """
    text = document.parts[""]
    if _CANDIDATE.search(text) is None:
        return
    blocks = sorted(document.blocks, key=lambda block: block.start)
    starts = [block.start for block in blocks]
    spans = [(block.start, block.end) for block in blocks]
    hidden = sorted((each.start, each.end) for each in document.kept if each.reason.startswith(_HIDDEN))
    for candidate in _CANDIDATE.finditer(text):
        found = TAG.match(text, candidate.start())
        if found is None or _lies_in(found.start(), spans, starts) or _lies_in(found.start(), hidden):
            continue
        at = bisect_left(starts, found.end())
        if at == len(blocks):
            continue
        declared = blocks[at].lang
        # A block of its own language has it in itself; what `body` or an element around the page says is the page's.
        is_page = not declared and (found[2].lower() == "body" or found[2].lower() in WRAPPERS)
        values = attributes(text, *found.span(3))
        for key in ("lang", "xml:lang"):
            value = values.get(key)
            if value is None or value.raw(text).strip() == tag or is_finer(value.raw(text).strip(), tag):
                continue
            if _is_same(value.raw(text), value.raw(text) if is_page else declared):
                yield Mark(value.start, value.end, tag)


def relabelled(data: str, tag: str) -> str:
    """A start tag that names `tag` where it named another language; a finer tag of it stays.

    Of components and code only Chinese, Japanese and English are languages: `<Code lang="ts">` is none.

    >>> relabelled('<span lang="ja" class=x>', "en"), relabelled("<q lang=zh-CN>", "zh"), relabelled("<b>", "en")
    ('<span lang="en" class=x>', '<q lang=zh-CN>', '<b>')
    """
    found = TAG.match(data) if "lang" in data.lower() else None
    if found is None:
        return data
    values = attributes(data, *found.span(3))
    spans = [(values[key].start, values[key].end) for key in ("lang", "xml:lang") if key in values]
    name = found[2]
    if name.lower() not in _ORDINARY or not (name.islower() or name.isupper()):
        spans = [(start, end) for start, end in spans if _OURS.match(data, start, end)]
    return splice(data, [(start, end, tag) for start, end in sorted(spans) if names_another(data[start:end], tag)])


def _lies_in(offset: int, spans: list[tuple[int, int]], heads: list[int] | None = None) -> bool:
    at = bisect_left(heads if heads is not None else [each[0] for each in spans], offset + 1) - 1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]


def _is_same(said: str, declared: str) -> bool:
    try:
        return content_tag(said.strip()) == content_tag(declared)
    except TranslatorError:
        return False
