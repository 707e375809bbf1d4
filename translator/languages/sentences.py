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

from translator.languages.enclosures import CLOSING, OPENING, enclosures
from translator.languages.lines import ends_line
from translator.languages.quotations import ends_after_enclosure, is_japanese
from translator.languages.stops import continues_low, is_marker, is_stop, is_wide_stop

_STRONG = "。！？｡!?‼⁇⁈⁉︒︕︖"
# What may stand behind 。 without a second look: no particle (をはがのにもと, って), no 的.
_PLAIN = r"A-Z0-9a-zァ-ヺ\u4e00-\u7683\u7685-\u9fffぁ-おか-がき-ちづ-とど-なぬね-のひ-みむめゃ-ゔ"
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
        if opener < at:
            done = closer + 1
            if not _ENDING.search(text, max(opener, closer - 12), closer):
                continue
            done, is_end = _judge(text, start, (closer, done, opener), language, spans)
        elif match.lastindex and at > start:
            done, is_end = match.end(), True
        else:
            done, is_end = _judge(text, start, (at, at + 1, -1), language, spans)
        if done >= length:
            break
        if is_end:
            found.append(done)
            start = done
    found.append(length)
    return found


def _judge(
    text: str, start: int, sign: tuple[int, int, int], language: str, spans: list[tuple[int, int]]
) -> tuple[int, bool]:
    """Where the signs and the white space at a candidate end, and whether the sentence ends there.

    `sign` is the start and end of the candidate, and the opening mark if it is a closed enclosure.
    """
    at, end, opener = sign
    after = _tail(text, end, spans)
    following = _SPACE.match(text, after).end()  # type: ignore[union-attr]
    if following >= len(text):
        return following, True
    if _WORD.search(text, start, at) is None:
        return following, False
    if text[at] in "\n\r\u2028\u2029":
        return following, ends_line(text, start, at, following)
    is_end = _is_end(text, start, (at, end, opener), after, following, language)
    if not is_end and "\n" in text[after:following]:
        is_end = ends_line(text, start, after, following)
    return following, is_end


def _tail(text: str, end: int, spans: list[tuple[int, int]]) -> int:
    """The end of further stops, closing marks and asides behind a sign."""
    while True:
        match = _TAIL.match(text, end)
        if match:
            end = match.end()
        if end < len(text) and text[end] in _STRAIGHT and not any(opener == end for opener, _ in spans):
            end += 1
            continue
        return end


def _is_end(text: str, start: int, sign: tuple[int, int, int], after: int, following: int, language: str) -> bool:
    at, end, opener = sign
    if text[following] in _GLUE:
        return False
    is_strong = _STRONG_SIGN.search(text, at if opener < 0 else end, after) is not None
    if opener >= 0 and not is_strong:
        return ends_after_enclosure(text, start, opener, following, language)
    if is_strong:
        return _is_strong_end(text, start, at, after, following)
    sign_text = text[at]
    if sign_text in "…‥" or text.startswith("..", at) or text.startswith("．．", at):
        return _is_ellipsis_end(text, start, at, after, following)
    if sign_text == ".":
        return is_stop(text, start, at, after, following)
    if sign_text == "．":
        japanese = is_japanese(text, start, following + 1, language)
        return is_wide_stop(text, start, at, after, following, is_japanese=japanese)
    return True


def _is_strong_end(text: str, start: int, at: int, after: int, following: int) -> bool:
    mark = text[following]
    if _PARTICLE.match(text, following) and after == following:
        return False
    if text[at] in "!?！？" and at and text[at - 1].isascii() and text[at - 1].isalnum():
        if _EXCLAIMING_NAMES.search(text, start, at):
            return False
        if mark.isascii() and mark.isalnum():
            return following > after and not (mark.isalpha() and continues_low(text, following))
        return following > after or mark in OPENING or ord(mark) >= 0x2E80
    return not (text[at] in "!?" and mark.isascii() and mark.isalpha() and continues_low(text, following))


def _is_ellipsis_end(text: str, start: int, at: int, after: int, following: int) -> bool:
    mark = text[following]
    if is_marker(text, start, at) or at - start < _LONG_ENOUGH:
        return False
    if mark.isascii():
        return following > after and mark.isupper() and not text.startswith("I ", following)
    if mark in OPENING or following > after:
        return not mark.isascii()
    return _CONNECTIVE.match(text, following) is not None


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
