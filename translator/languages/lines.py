"""Whether a line break inside a block ends a sentence, or the line runs on.

Translators expect the lines of an address, a poem or a list one by one, and prose that an author
wrapped by hand as one sentence.
"""

from __future__ import annotations

import re

_BULLET = re.compile(
    r"(?:[•‣◦・●○■□◆◇▲△▼▽★☆※→►✓✔*＊–—-]|[-*+] |[①-⑳㈠-㈩Ⅰ-Ⅻ]"
    r"|[(（\[［【]?[0-9０-９一二三四五六七八九十]{1,3}[.．)）、\]］】](?![0-9])|[(（]?[A-Za-z][.)）] )"
)
_BRACKETED = re.compile(r"(?:[（(「『【\[][^（）()「」『』【】\[\]]*[）)」』】\]][\s\u3000]*)+\Z")
# Polite forms close a sentence; plain ones may stand before a noun on the next line (改善した\n患者).
_FINAL = re.compile(r"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|下さい)[よねか]?\Z")
_JOINING = "がのかけしとよねなはをに、"
_RUNS_ON = re.compile(
    r"(?:[のをにはがとでもへやてり、，,；;・／/–—―-]|から|まで|より|ため|など|における|による|について|[的和与與及或在对對将將把被从從向是于於])\Z"
    r"|\b(?:a|an|the|of|and|or|to|in|on|at|for|from|by|with|as|is|are|was|were|that|which|be|its|their|this)\Z"
)
_WRAPPED = 40
_CLOSING = "）)」』】]"
_LONGEST = 8
"""No word that tells how a line ends is longer."""


def _is_long(text: str) -> bool:
    """Whether a line takes the width of one that was wrapped by hand."""
    size = len(text)
    if size >= _WRAPPED or 2 * size < _WRAPPED or text.isascii():
        return size >= _WRAPPED
    return size + sum(map("\u10ff".__lt__, text)) >= _WRAPPED


def ends_line(text: str, start: int, *, at: int, following: int) -> bool:
    """Whether the break at `at`, after a line without a stop, ends the sentence begun at `start`.

    `following` is the offset of the next character that is no white space.
    """
    if text.count("\n", at, following) > 1 or _BULLET.match(text, following):
        return True
    # the width of the whole line counts, also where a sentence ended inside it
    begin = text.rfind("\n", max(0, at - 2 * _WRAPPED), at) + 1 or max(0, at - 2 * _WRAPPED)
    is_long = _is_long(text[begin:at].rstrip())
    line = text[max(begin, start, at - _WRAPPED) : at].rstrip()
    if line[-1:] in _CLOSING:
        line = _BRACKETED.sub("", line).rstrip() or line
    end = max(0, len(line) - _LONGEST)
    after = text[following]
    if line[-1:] in "：:":
        return True
    if _RUNS_ON.search(line, end):
        return False
    if _FINAL.search(line, end) and after not in _JOINING:
        return True
    if after.isascii() and after.islower():
        return False
    return not is_long
