"""Items of an enumeration that a translation lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translator.checks._subject import Pair
from translator.checks._substance import substance
from translator.checks._value import Context, Fault, check, only_span
from translator.errors import shorten
from translator.languages.enumerations import behind_colon, listed, most_items

_FEWER = 2
"""With more items fewer than that the translation is built in another way."""
_MARKS = frozenset("、,")
_WRITTEN = ("zh", "ja")
_SHARED = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")


_BLANKS = frozenset(" \u3000")
_BLANK = re.compile("[ \u3000]+")
_HEAD = re.compile(
    r"(?:[^\s,、，。！？!?;；:：]{0,24}[\u3040-\u30ff\u3400-\u9fff][^\s,、，。！？!?;；:：]{0,24}(?:[ \u3000]+|$)){2,12}"
)
"""Short texts with blanks between them, as the columns of a table's head have."""


def _has_marks(pair: Pair, context: Context) -> bool:
    """Whether a source has a mark that parts items, or blanks."""
    chars = pair.source_chars
    return not (_MARKS.isdisjoint(chars) and _BLANKS.isdisjoint(chars)) and pair.is_compared


def _columns(pair: Pair) -> tuple[list[str], list[str]]:
    """The texts that blanks part in a line of Chinese or Japanese and in its translation; none where one has other marks."""
    if pair.tag[:2] not in _WRITTEN or pair.source_tag[:2] not in _WRITTEN:
        return [], []
    texts = pair.source_prose.strip(), pair.target_prose.strip()
    if not all(map(_HEAD.fullmatch, texts)):
        return [], []
    ours, theirs = map(_BLANK.split, texts)
    return ours, theirs


@check("lost-item", severity="warning", needs=_has_marks)
def lost_item(pair: Pair, context: Context) -> Iterator[Fault]:
    """An enumeration of three items or more has one or two fewer of them in the translation.

    Counted are the items of the source's longest list, which are nouns with the mark of lists between them, and
    everything in a sentence of the translation that may part items. The item that is lost is named where the others
    are found by their ideographs, names or numbers. Words with blanks between them, as in a table's head, are such a list.

    Bad: `可使用现金、银联卡或信用卡` → `現金、クレジットカードが使えます`
    Good: `可使用现金、银联卡或信用卡` → `現金、銀聯カード、クレジットカードが使えます`
    """
    if not _has_marks(pair, context):
        return
    columns, others = _columns(pair)
    if len(columns) > 2 and 0 < len(columns) - len(others) <= _FEWER:
        gone = _gone(columns, pair)
        if gone is not None:
            yield _told(pair, columns, len(others), gone)
        return
    items = listed(pair.source_prose, pair.source_tag)
    if not items:
        return
    theirs = most_items(behind_colon(pair.source_prose, items[0], pair.target_prose), pair.tag)
    if not 0 < len(items) - theirs <= _FEWER:
        return
    gone = _gone(items, pair)
    if gone is None:
        return
    yield _told(pair, items, theirs, gone)


def _told(pair: Pair, items: Sequence[str], theirs: int, gone: str) -> Fault:
    named = f": “{shorten(gone, 30)}” is not among them" if gone else ""
    return Fault(
        f"the source lists {len(items)} items, the translation {theirs} at most{named}",
        source_span=only_span(gone, pair.source) if gone else None,
    )


def _gone(items: Sequence[str], pair: Pair) -> str | None:
    """The one item without a trace in the target, "" where that is not known; None where every item left one."""
    traces = _traces(items, pair)
    # The last item takes along what is said of all: 脱毛も改善.
    if None not in traces and all((each or 0) >= 0.5 for each in traces) and (traces[-1] or 0) > 0.5:
        return None
    missing = [item for item, trace in zip(items, traces, strict=True) if trace == 0]
    return missing[0].strip() if len(missing) == 1 and None not in traces else ""


def _traces(items: Sequence[str], pair: Pair) -> list[float | None]:
    """How much of each item the target has, from 0 to 1; None where the two languages write nothing alike."""
    theirs = substance(pair.target_prose)
    names = {each.lower() for each in _SHARED.findall(pair.target_prose)}
    is_shared = pair.tag[:2] in _WRITTEN and pair.source_tag[:2] in _WRITTEN
    ours = [substance(each) for each in items]
    traces: list[float | None] = []
    for number, (item, found) in enumerate(zip(items, ours, strict=True)):
        said = {each.lower() for each in _SHARED.findall(item)}
        others = frozenset().union(*(each.han for at, each in enumerate(ours) if at != number))
        own = (found.han - others or found.han) if is_shared else frozenset()
        if said:
            traces.append(float(bool(said & names)))
        else:
            traces.append(len(own & theirs.han) / len(own) if own else None)
    return traces
