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
_FINAL = re.compile(
    r"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|下さい|である|であった|[だた]|ない)[よねか]?\Z"
)
_RUNS_ON = re.compile(
    r"(?:[のをにはがとでもへやてり、，,；;・／/–—―-]|から|まで|より|ため|など|における|による|について|[的和与與及或在对對将將把被从從向是于於])\Z"
    r"|\b(?:a|an|the|of|and|or|to|in|on|at|for|from|by|with|as|is|are|was|were|that|which|be|its|their|this)\Z"
)
_WRAPPED = 40


def _width(text: str) -> int:
    return sum(2 if ord(each) >= 0x1100 else 1 for each in text)


def ends_line(text: str, start: int, at: int, following: int) -> bool:
    """Whether the break at `at`, after a line without a stop, ends the sentence begun at `start`.

    `following` is the offset of the next character that is no white space.
    """
    if text.count("\n", at, following) > 1 or _BULLET.match(text, following):
        return True
    begin = max(start, text.rfind("\n", start, at) + 1)
    is_long = _width(text[begin : min(at, begin + _WRAPPED)]) >= _WRAPPED
    line = text[max(begin, at - _WRAPPED) : at].rstrip()
    line = _BRACKETED.sub("", line).rstrip() or line
    after = text[following]
    if line[-1:] in "：:":
        return True
    if _RUNS_ON.search(line):
        return False
    if _FINAL.search(line):
        return True
    if after.isascii() and after.islower():
        return False
    return not is_long
