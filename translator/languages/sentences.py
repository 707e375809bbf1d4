"""Where the sentences of a block end, in zh, ja, en and mixtures of them.

The text is searched once for signs that may end a sentence; whether one does is decided on the
spot from what stands around it. The policy where style guides differ:

- white space behind a sentence belongs to it; so do closing marks, (笑), and footnote numbers;
- nothing is cut inside brackets or quotation marks that close again;
- a quotation that ends with its own stop ends the sentence where a new one clearly begins
  (他说：“……。”患者…), not before と述べた, 的, he said, or any hiragana in Japanese;
- `，；：` end nothing; an ellipsis ends a sentence only before what clearly begins one;
- a line break ends a sentence unless the line plainly runs on: hard-wrapped prose is one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from translator.languages.enclosures import CLOSING, OPENING, enclosures
from translator.languages.lines import ends_line
from translator.languages.quotations import ends_after_enclosure, is_japanese
from translator.languages.stops import continues_low, is_stop, is_wide_stop

_STRONG = "。！？｡!?‼⁇⁈⁉︒︕︖"
# What may stand behind 。 without a second look: no particle (をはがのにもと, って), no 的.
_PLAIN = (
    r"A-Z0-9a-zァ-ヺ\u4e00-\u7683\u7685-\u9fff"
    r"\u3041-\u304b\u304d-\u3062\u3064-\u3067\u3069\u306a\u306c\u306d\u3070-\u3081\u3083-\u3091\u3093\u3094"
)
_SIGN = re.compile(
    rf"(。[ \u3000]?(?=[{_PLAIN}])|[！？](?<![A-Za-z].)(?=[{_PLAIN}]))"
    rf"|[{_STRONG}…‥．\n\r\u2028\u2029]|\.(?![0-9A-Za-z])"
    # playful signs end a sentence behind a finished predicate only (お店です☆そのため)
    r"|[☆★♪♡♥❤\U0001F300-\U0001FAFF](?<=(?:です|ます|した|せん|だよ|だね|よね).)"
)
_TAIL = re.compile(
    rf"(?:[{_STRONG}…‥．.☆★♪♡♥❤\ufe0f{re.escape(CLOSING)}]"
    r"|[(（](?:笑|泣|汗|爆|苦笑|涙|嘘|怒|照|[^\w\s()（）\ufffc]{1,8}|[ToOvwWXx^;_=＾；ωДд∀´｀・-]{2,8})[)）]"
    r"|\[[0-9]{1,3}(?:[-–,、][0-9]{1,3})*\]|[⁰¹²³⁴-⁹]+)+"
)
_SPACE = re.compile(r"\s*")
_BREAKS = "\n\r\u2028\u2029"
_STRAIGHT = "\"'＂＇"
_GLUE = "，、,;；：:%％)）〜~"
_PARTICLE = re.compile(
    r"を|って|という|[はがのにも][\u4e00-\u9fffァ-ヺA-Z]|と(?:[言思聞問叫答考述話呼書感語]|い[うっわ]|し[てた]|す[るれ]|の[\u4e00-\u9fff]|は)"
    r"|的(?![确確士])"
)
_EXCLAIMING_NAMES = re.compile(r"(?:Yahoo|Jeopardy|Joomla|Kahoot|Yum|Guess)\Z")
_STRONG_SIGN = re.compile(f"[{_STRONG}]")
_WORD = re.compile(r"[^\W_]|\ufffc")
_CONNECTIVE = re.compile(
    r"但是|可是|不过|不過|然而|因此|所以|于是|於是|那时|那時|那天|莫非|难道|難道|毫无|毫無|突然|忽然|后来|後來|最后|最後"
    r"|[我你您他她它][们們]?(?![……])|这|這|しかし|でも|だが|そして|それ|ところ|だから|また"
)
_ENDING = re.compile(rf"[{_STRONG}…‥．.][{re.escape(CLOSING)}{_STRAIGHT}\s]*\Z")
_LONG_ENOUGH = 6


class _Sign(NamedTuple):
    """A place that may end a sentence.

    `at` and `end` are the sign's own, `opener` is the opening mark if the sign is a closed
    enclosure that ends with a stop, or -1. `after` is the end of further stops and closing marks,
    `following` the offset of the next character that is no white space.
    """

    at: int
    end: int
    opener: int
    after: int
    following: int


def ends(text: str, language: str = "") -> list[int]:
    """The end offsets of the sentences, ascending, the last one being `len(text)`.

    Empty for an empty text. `language` (`zh-Hans`, `ja`, `en` …) refines what kana tell anyway.

    >>> ends("改善（12.2 → 3.2）。効果は持続的。MSC")
    [15, 22, 25]
    """
    length = len(text)
    if not length:
        return []
    found: list[int] = []
    spans: list[tuple[int, int]] | None = None
    start = done = span = 0
    for match in _SIGN.finditer(text):
        at = match.start()
        if at < done:
            continue
        if spans is None:
            spans = [*enclosures(text), (length, length)]
        while spans[span][1] < at:
            span += 1
        opener, closer = spans[span]
        end = at + 1
        if opener < at:
            end = done = closer + 1
            if not _ENDING.search(text, max(opener, closer - 12), closer):
                continue
            at = closer
        elif match.lastindex and at > start:
            start = done = match.end()
            found.append(done)
            continue
        else:
            opener = -1
        after, done = _behind(text, end, spans)
        if done >= length:
            break
        if _WORD.search(text, start, at) is None:
            # signs without a word before them are no sentence of their own
            start = done
        elif _is_end(text, start, _Sign(at, end, opener, after, done), language):
            start = done
            found.append(done)
    if not found or found[-1] < length:
        found.append(length)
    return found


def _behind(text: str, end: int, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The end of further stops, closing marks and asides behind a sign, and of the white space behind those."""
    while True:
        match = _TAIL.match(text, end)
        if match:
            end = match.end()
        if end >= len(text) or text[end] not in _STRAIGHT or spans[bisect_left(spans, (end, 0))][0] == end:
            break
        end += 1
    space = _SPACE.match(text, end)
    return end, space.end() if space else end


def _is_end(text: str, start: int, sign: _Sign, language: str) -> bool:
    if text[sign.at] in _BREAKS:
        return ends_line(text, start, sign.at, sign.following)
    if text[sign.following] not in _GLUE and _is_stop(text, start, sign, language):
        return True
    return "\n" in text[sign.after : sign.following] and ends_line(text, start, sign.after, sign.following)


def _is_stop(text: str, start: int, sign: _Sign, language: str) -> bool:
    at, end, opener, after, following = sign
    is_strong = _STRONG_SIGN.search(text, at if opener < 0 else end, after) is not None
    if opener >= 0 and not is_strong:
        return ends_after_enclosure(text, start, opener, following, language)
    if is_strong:
        return _is_strong_end(text, start, sign)
    if text[at] in "…‥" or text.startswith(("..", "．．"), at):
        return _is_ellipsis_end(text, start, sign)
    if text[at] == ".":
        return is_stop(text, start, at, after, following)
    if text[at] == "．":
        japanese = is_japanese(text, start, following + 1, language)
        return is_wide_stop(text, start, at, after, following, is_japanese=japanese)
    return True


def _is_strong_end(text: str, start: int, sign: _Sign) -> bool:
    at, after, following = sign.at, sign.after, sign.following
    mark = text[following]
    if after == following and _PARTICLE.match(text, following):
        return False
    is_low = mark.isascii() and mark.isalpha() and continues_low(text, following)
    if text[at] in "!?！？" and at and text[at - 1].isascii() and text[at - 1].isalnum():
        if _EXCLAIMING_NAMES.search(text, max(start, at - 12), at):
            return False
        return not is_low and (following > after or mark in OPENING or ord(mark) >= 0x2E80)
    return not (is_low and text[at] in "!?")


def _is_ellipsis_end(text: str, start: int, sign: _Sign) -> bool:
    mark = text[sign.following]
    is_apart = sign.following > sign.after
    if mark.isascii():
        return is_apart and mark.isupper() and not text.startswith("I ", sign.following)
    if sign.at - start < _LONG_ENOUGH:
        return False
    return is_apart or mark in OPENING or _CONNECTIVE.match(text, sign.following) is not None


def align_sentences(source: str, target: str) -> list[tuple[str, str]] | None:
    """The sentences of a block and of its translation in pairs, or None where their counts differ.

    White space around a sentence is not part of it. A block that is one sentence gives one pair.

    >>> align_sentences("很好。谢谢。", "Fine. Thank you.")
    [('很好。', 'Fine.'), ('谢谢。', 'Thank you.')]
    """
    left, right = slices(source, ends(source)), slices(target, ends(target))
    if len(left) != len(right):
        return None
    return [(one.strip(), other.strip()) for one, other in zip(left, right, strict=True)]


def slices(text: str, offsets: list[int]) -> list[str]:
    """The text cut at its end offsets.

    >>> slices("一。二", [2, 3])
    ['一。', '二']
    """
    return [text[start:end] for start, end in zip([0, *offsets], offsets, strict=False)]
