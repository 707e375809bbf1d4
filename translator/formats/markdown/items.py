"""What is not plain text inside a block, and which soft line breaks are no space."""

from __future__ import annotations

from dataclasses import dataclass

from translator.document import Form
from translator.formats._characters import WIDE, char_class


@dataclass(slots=True)
class Item:
    """A stretch that is not plain text: what stands for it, or the Code that it becomes."""

    start: int
    end: int
    text: str | None = None
    kind: str = ""
    form: Form = "alone"
    number: int = 0
    data: str | None = None
    is_tag: bool = False


def soften(text: str, items: list[Item]) -> None:
    """Soft breaks between two wide characters are nothing; markup on one side does not count."""
    for index, item in enumerate(items):
        if item.text != " " or "\n" not in text[item.start : item.end]:
            continue
        before, is_direct = _neighbour(text, items, index, -1)
        after, is_direct_after = _neighbour(text, items, index, 1)
        if not (WIDE.match(before) and WIDE.match(after)):
            continue
        # `*甲*` and `*乙*` on two lines would run together to `*甲**乙*`.
        if not is_direct and not is_direct_after:
            continue
        if (is_direct and is_direct_after) or "mark" not in (char_class(before), char_class(after)):
            item.text = ""


def _neighbour(text: str, items: list[Item], index: int, step: int) -> tuple[str, bool]:
    """The character beside a break, and whether no markup stands between."""
    place = items[index].start if step < 0 else items[index].end
    is_direct = True
    index += step
    while 0 <= index < len(items):
        item = items[index]
        edge = item.end if step < 0 else item.start
        if edge != place:
            break
        if item.text is not None:
            return (item.text[-1:] if step < 0 else item.text[:1]), is_direct
        # `_` is emphasis only beside a space or a mark.
        if item.form == "alone" or text[item.start] == "_":
            return "", False
        place = item.start if step < 0 else item.end
        is_direct = False
        index += step
    return (text[place - 1 : place] if step < 0 else text[place : place + 1]), is_direct
