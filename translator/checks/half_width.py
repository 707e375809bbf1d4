"""Japanese marks and kana in half width, as old terminals wrote them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check

_SIGNS = "".join(map(chr, range(0xFF61, 0xFFA0)))
_RUN = re.compile(f"[{_SIGNS}]+")
_IDEOGRAPHIC = ("zh-Hans", "zh-Hant", "ja")
# Chinese joins clauses with ，; between items of a list an editor sets 、.
_CHINESE = {"､": "，", "｡": "。", "｢": "「", "｣": "」", "･": "·"}


@check("half-width-form", severity="warning", family="form", needs=_SIGNS)
def half_width_form(pair: Pair, context: Context) -> Iterator[Fault]:
    """A mark or kana stands in half width (､｡｢｣･ｱ) in Chinese or Japanese text, and the source has none.

    Corrected by `--fix`, in Chinese with the marks of Chinese.

    Bad: `故意または過失` → `故意､过失`, `通知` → `ｱﾗｰﾄ`
    Good: `故意または過失` → `故意、过失`, `通知` → `アラート`
    """
    if pair.tag not in _IDEOGRAPHIC or not pair.is_compared or _RUN.search(pair.source) is not None:
        return
    found = [*_RUN.finditer(pair.target_prose)]
    if not found:
        return
    fix = pair.target
    for match in reversed(found):
        fix = fix[: match.start()] + _wide(match[0], pair.tag) + fix[match.end() :]
    for match in found:
        yield Fault(f"“{match[0]}” is in half width; write “{_wide(match[0], pair.tag)}”", match.span(), fix)


def _wide(run: str, tag: str) -> str:
    if tag == "ja":
        return unicodedata.normalize("NFKC", run)
    # What a table of its own turns is turned no further: ， would become an English comma.
    return "".join(_CHINESE.get(each) or unicodedata.normalize("NFKC", each) for each in run)
