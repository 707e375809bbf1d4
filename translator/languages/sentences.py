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
# Behind a finished polite predicate playful signs end a sentence too: お店です☆そのため, です(笑)次.
_PREDICATE = "(?:です|ます|した|せん|さい|.[よねヨネ])"
_ASIDE = r"(?:笑|泣|汗|爆|苦笑|涙|嘘|怒|照|[^\w\s()（）\ufffc]{1,8}|[ToOvwWXx^;_=＾；ωДд∀´｀・-]{2,8})[)）]"
# It begins with one class of characters, which `re` can search for fast; what each needs follows.
# Groups 1 and 2: a stop that needs no second look; group 3: a bracketed aside behind a predicate.
_SIGN = re.compile(
    rf"[{_STRONG}…‥．\n\r\u2028\u2029.☆★♪♡♥❤〜～(（\U0001F300-\U0001FAFF](?:"
    rf"(?<=。)[ \u3000]?(?=[{_PLAIN}])()"
    rf"|(?<=[！？])(?<![A-Za-z].)(?=[{_PLAIN}])()"
    rf"|(?<=[{_STRONG}…‥．\n\r\u2028\u2029])"
    r"|(?<=\.)(?![0-9A-Za-z])"
    rf"|(?<={_PREDICATE}[(（])(?={_ASIDE})()"
    rf"|(?<={_PREDICATE}[☆★♪♡♥❤〜～\U0001F300-\U0001FAFF])"
    ")"
)
_TAIL = re.compile(
    rf"(?:[{_STRONG}…‥．.☆★♪♡♥❤\ufe0f{re.escape(CLOSING)}]|[(（]{_ASIDE}"
    r"|[ ]?[:;=]-?(?:[)DP](?![A-Za-z0-9])|\((?!\S))|</[A-Za-z][A-Za-z0-9]*>"
    r"|\[[0-9]{1,3}(?:[-–,、][0-9]{1,3})*\]|[⁰¹²³⁴-⁹]+)+"
)
_PREDICATE_GOES_ON = re.compile("が|けど|けれど|から|ので|のに|し[、て]|と[、思言い]|か[？。]|よ[。！]|ね")
_SPACE = re.compile(r"\s*")
_BREAKS = "\n\r\u2028\u2029"
_STRAIGHT = "\"'＂＇"
_GLUE = "，、,;；：:)）〜~"
# Words that no sentence begins with: 「けいおん！が好き」, 「えっ？と思う」, モーニング娘。の曲.
_PARTICLE = re.compile(
    r"を|って|という|[はがのにも][\u4e00-\u9fffァ-ヺA-Z]|と(?:[言思聞問叫答考述話呼書感語]|い[うっわ]|し[てた]|す[るれ]|の[\u4e00-\u9fff])"
    r"|的(?![确確士])"
)
_PARTICLE_AFTER_FULL_STOP = re.compile(r"[をは](?=[\u4e00-\u9fffァ-ヺA-Z])|の[\u4e00-\u9fffァ-ヺA-Z]|的(?![确確士])")
_EXCLAIMING_NAMES = re.compile(r"(?:Yahoo|Jeopardy|Joomla|Kahoot|Yum|Guess)\Z")
# Is it safe?Yes. But not x.html?Yes.
_LATIN_WORD = re.compile(r"(?:^|[\s“‘(\u3000-\uffef])[A-Za-z'’-]{2,}\Z")
_STRONG_SIGN = re.compile(f"[{_STRONG}]")
_WORD = re.compile(r"[^\W_]|\ufffc")
_CONNECTIVE = re.compile(
    r"但|可是|不过|不過|然而|然[后後]|因此|因为|因為|所以|于是|於是|那时|那時|那天|莫非|难道|難道|毫无|毫無|突然|忽然|[后後]来|最[后後]"
    r"|其实|其實|原来|原來|如果|虽然|雖然|终于|終於|[现現]在|今天|而且|同时|同時|也[许許]|[我你您他她它]|[这這]|那[个個]"
    r"|しかし|でも|だが|だけど|けれど|そして|それ|そこ|ところ|だから|また|さらに|つまり|もし|やはり|やっぱり|きっと|まさか"
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
        if at == length - 1:
            break  # No sentence begins behind the last character, and nothing is enclosed that holds it.
        if spans is None:
            spans = [*enclosures(text), (length, length)]
        while spans[span][1] < at:
            span += 1
        opener, closer = spans[span]
        end = at + 1
        if opener < at:
            end = done = closer + 1
            if not _ENDING.search(text, max(opener, closer - 12), closer) or not _WORD.search(text, opener, closer):
                continue
            at = closer
        elif (match.lastindex or 3) < 3 and at > start:
            start = done = match.end()
            found.append(done)
            continue
        else:
            opener = -1
            end -= match.lastindex == 3
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
        return ends_line(text, start, at=sign.at, following=sign.following)
    if text[sign.following] not in _GLUE and _is_stop(text, start, sign, language):
        return True
    return "\n" in text[sign.after : sign.following] and ends_line(text, start, at=sign.after, following=sign.following)


def _is_stop(text: str, start: int, sign: _Sign, language: str) -> bool:
    at, end, opener, after, following = sign
    is_strong = _STRONG_SIGN.search(text, at if opener < 0 else end, after) is not None
    if opener >= 0 and not is_strong:
        return ends_after_enclosure(text, start, opener=opener, following=following, language=language)
    if is_strong:
        return _is_strong_end(text, start, sign)
    if text[at] in "…‥" or text.startswith(("..", "．．"), at):
        return _is_ellipsis_end(text, start, sign)
    if text[at] == ".":
        return is_stop(text, start, at=at, after=after, following=following)
    if text[at] == "．":
        japanese = is_japanese(text, start, following + 1, language)
        return is_wide_stop(text, start, at=at, after=after, following=following, is_japanese=japanese)
    return _PREDICATE_GOES_ON.match(text, following) is None


def _is_strong_end(text: str, start: int, sign: _Sign) -> bool:
    at, after, following = sign.at, sign.after, sign.following
    mark = text[following]
    particle = _PARTICLE_AFTER_FULL_STOP if text[at] in "。｡" else _PARTICLE
    if after == following and particle.match(text, following):
        return False
    if after == following and text[at] in "!?" and mark.isascii() and (mark.isalnum() or mark in "=&/%_$"):
        is_word = _LATIN_WORD.search(text, max(start, at - 24), at) is not None and mark.isupper()
        return at > start and mark.isalnum() and (is_word or ord(text[at - 1]) >= 0x2E80)
    is_low = mark.isascii() and mark.isalpha() and continues_low(text, following)
    if text[at] in "!?！？" and at and text[at - 1].isascii() and text[at - 1].isalnum():
        if _EXCLAIMING_NAMES.search(text, max(start, at - 12), at):
            return False
        return not is_low
    return not (is_low and text[at] in "!?")


def _is_ellipsis_end(text: str, start: int, sign: _Sign) -> bool:
    mark = text[sign.following]
    is_apart = sign.following > sign.after
    if mark.isascii():
        return is_apart and mark.isupper() and not text.startswith("I ", sign.following)
    if sign.at - start < _LONG_ENOUGH or text[sign.at - 1].isspace():
        return False
    return is_apart or mark in OPENING or _CONNECTIVE.match(text, sign.following) is not None
