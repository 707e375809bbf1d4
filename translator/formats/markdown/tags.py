"""Texts in the attributes of inline tags (`alt`, `title` …): pairs of Codes that are halves of a tag."""

from __future__ import annotations

from collections.abc import Iterator

from translator.formats import _html
from translator.formats._html_names import attribute_kind
from translator.formats._html_tags import tag_facts
from translator.formats.markdown.items import Item


def attributes(text: str, items: list[Item]) -> list[Item]:
    """The items with every tag that has such texts cut at them."""
    if not any(_may_speak(text, item) for item in items):
        return items
    return [part for item in items for part in (_parts(text, item) if _may_speak(text, item) else (item,))]


def _may_speak(text: str, item: Item) -> bool:
    return item.is_tag and item.form != "close" and "=" in text[item.start : item.end]


def _parts(text: str, item: Item) -> Iterator[Item]:
    tag = _html.TAG.match(text, item.start)
    facts = tag_facts(text, tag[2].lower(), tag, "") if tag is not None and tag.end() == item.end else None
    texts = [each for each in facts.texts if each[1].quote] if facts is not None else []
    if not texts:
        yield item
        return
    # The empty stretch keeps a half of a tag that stands alone from being taken for a wrapping pair.
    yield Item(item.start, item.start, "")
    at = item.start
    for number, (name, value) in enumerate(texts):
        end = item.end if number == len(texts) - 1 and item.form != "open" else value.end + 1
        half = attribute_kind(name)
        yield Item(at, value.start, kind=half, form="open", number=-value.start)
        for piece in _html.pieces(text, value.start, value.end, in_attribute=True):
            shown = str(piece.content)
            if shown != text[piece.start : piece.end]:
                yield Item(piece.start, piece.end, shown)
        yield Item(value.end, end, kind=half, form="close", number=-value.start)
        at = end
    if item.form == "open":
        yield Item(at, item.end, kind=item.kind, form="open", number=item.number)
