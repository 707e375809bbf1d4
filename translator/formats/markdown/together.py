"""Sentences of one block that were escaped alone, written so that the block reads as it was meant.

A stray mark of one sentence can pair with a mark of the next, and emphasis that stands around a
sentence can fail beside its new neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translator.document import Block, Code, Content
from translator.formats import Stretch
from translator.formats.markdown.escaping import is_risky, mark_up
from translator.formats.markdown.places import RUNNING, Place, place_of
from translator.formats.markdown.rereading import reads_together
from translator.formats.markdown.spellings import tagged
from translator.formats.markdown.styles import Careful, Full, Style
from translator.formats.markdown.tiling import is_plain

_STEADY = frozenset({"code", "a", "alt", "img", "fn"})
"""Kinds whose marks do not ask what stands beside them, as those of emphasis do."""


def settle(stretches: Sequence[Stretch], block: Block) -> str | None:
    """The block's text, escaped further where it would not read as its stretches mean it; else None."""
    texts = [each.text for each in stretches]
    whole = "".join(texts)
    if is_plain(whole, 0, len(whole)) or block.form.startswith(("html", "yaml")):
        return whole
    place = place_of(block.form)
    if place.name not in RUNNING:
        return whole
    if _is_sure(stretches, place):
        return whole
    contents = [each.content for each in stretches]
    for spelled in _spellings(stretches, place):
        if reads_together(spelled, contents, place=place):
            return "".join(spelled)
    return None


def _is_sure(stretches: Sequence[Stretch], place: Place) -> bool:
    """Whether the stretches cannot read otherwise together than alone: no stray marks, none that touch."""
    inside = [each for each in stretches if each.segment is not None]
    if len(inside) == 1 and not any(
        isinstance(e, str) for s in stretches if s.segment is None for e in s.content or ()
    ):
        # Marks around the whole block.
        stretches = inside
    is_free = True
    for each in stretches:
        if each.segment is None:
            if each.text.isspace():
                is_free = True
            elif each.text:
                return False
            continue
        content = each.content
        if not content or is_risky(content, place):
            return False
        for edge in (content[0], content[-1]):
            if isinstance(edge, Code) and (edge.kind not in _STEADY or len(inside) == 1):
                return False
        if isinstance(content[0], Code) and not is_free:
            return False
        is_free = isinstance(content[-1], str)
    return True


def _spellings(stretches: Sequence[Stretch], place: Place) -> Iterator[list[str]]:
    """The texts as they are, and in spellings that leave ever less to what stands around."""
    yield [each.text for each in stretches]
    for is_all in (False, True):
        yield [
            _spelled(each.content, place, Full)
            if each.content and each.segment and (is_all or each.is_new)
            else each.text
            for each in stretches
        ]
    for style in (Careful, Full):
        yield [
            each.text
            if each.content is None
            else _spelled(tagged(each.content, is_all=True), place, style)
            if each.segment
            else _between(each)
            for each in stretches
        ]


def _spelled(content: Content, place: Place, style: type[Style]) -> str:
    return "".join(mark_up(content, place, style=style))


def _between(stretch: Stretch) -> str:
    """What stands between segments, its emphasis as tags."""
    assert stretch.content is not None
    text, at = stretch.text, 0
    out: list[str] = []
    for old, new in zip(stretch.content, tagged(stretch.content, is_all=True), strict=True):
        if isinstance(old, str) or isinstance(new, str) or old.data == new.data:
            continue
        where = text.find(old.data, at)
        out += text[at:where], new.data
        at = where + len(old.data)
    return "".join([*out, text[at:]])
