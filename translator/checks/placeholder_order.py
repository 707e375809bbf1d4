"""Placeholders that changed places without what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._language import JUDGED
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check
from translator.languages import placeholders


@check("placeholder-order", severity="warning", needs="{%/")
def placeholder_order(pair: Pair, context: Context) -> Iterator[Fault]:
    """Two placeholders stand in each other's place in the translation.

    Placeholders that name their value (`%1$s`, `%(name)s`, `{0}`, `<img1/>`) may come in another order, as
    words do. What stands beside them tells which is which: units, marks, markup, Latin names and common
    words. Two that changed places and left these behind show the reader the wrong value.

    Bad: `从 {0} 升级到 {1}` → `Upgrade from {1} to {0}`, `{0} エラー: {1}` → `{1} Error: {0}`
    Good: `{1} 中的 {0}` → `{0} in {1}`, `{1} 個のファイルに {0} 件` → `{0} in {1} files`
    """
    if pair.is_empty or pair.is_copy or pair.tag not in JUDGED:
        return
    found = placeholders.turned(pair.source, pair.target_digits)
    if found is not None:
        one, two = found
        span = (min(one.start, two.start), max(one.end, two.end))
        yield Fault(f"{one.name} and {two.name} stand in each other's place", span)
