"""English with full-width marks and digits written as English writes them."""

from __future__ import annotations

import re
import unicodedata

from translator.checks._prose import GAP, hide

_MARKS = {
    "，": ",", "、": ",", "。": ".", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")", "「": "“", "」": "”",
    "『": "‘", "』": "’", "【": "[", "】": "]", "〔": "[", "〕": "]", "\u3000": " ",
}  # fmt: skip
_OPENING, _CLOSING = "([“‘", ")]”’"
_SPACED = frozenset(",.;:!?" + _CLOSING)
_IN_NUMBER = re.compile(r"[0-9０-９][，．：,.:][0-9０-９]")
# What a fix does not decide: a wave between two numbers is a dash, elsewhere many things.
# Narrow ones would begin a placeholder or markup.
_UNSAFE = re.compile("[｛｝＜＞＆＼｀＄]|％(?=[A-Za-z(])")
_WIDE = re.compile("[\u3000-\u303f\uff01-\uff5e\uffe0-\uffe6]")
_CJK = re.compile("[\u3005-\u3007\u3031-\u30ff\u3400-\u9fff\uff66-\uff9f]")


def narrowed(text: str) -> str | None:
    """An English text with its full-width forms in half width and blanks where English sets them; None where it is not clear.

    >>> narrowed("５ minutes；（per visit）checks。")
    '5 minutes; (per visit) checks.'
    >>> narrowed("¥３３，０００（95％）"), narrowed("see（検査）")
    ('¥33,000 (95%)', None)
    """
    plain = hide(text)
    if _CJK.search(plain) is not None or _UNSAFE.search(plain) is not None:
        return None
    out = ""
    for at, char in enumerate(text):
        if _WIDE.match(char) is None or plain[at] == GAP:
            is_apart = out[-1:] in _SPACED and _is_new(text, at) and (char.isalnum() or char in "([“‘$¥{%")
            out += (" " if is_apart else "") + char
            continue
        plainer = _MARKS.get(char) or unicodedata.normalize("NFKC", char)
        if _WIDE.match(plainer) is not None or plainer == "~":
            return None
        before = out[-1:]
        is_new = _is_new(text, at) and before in _SPACED
        if plainer in _OPENING:
            out += ("" if not before or before.isspace() or before in _OPENING + "/-" else " ") + plainer
        else:
            out += (" " if is_new and plainer.isalnum() else "") + plainer
    return re.sub(r" {2,}(?=\S)", " ", out) if "\u3000" in text else out


def _is_new(text: str, at: int) -> bool:
    """Whether a full-width mark stands in front of a place, and both are in no number."""
    return at > 0 and _WIDE.match(text[at - 1]) is not None and _IN_NUMBER.match(text, max(0, at - 2)) is None
