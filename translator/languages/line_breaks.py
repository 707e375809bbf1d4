"""Where a line of a subtitle may be broken, and which breaks balance it best.

Breaks stand at spaces in Latin text, and between characters in Chinese and Japanese (JLREQ 3.1, CLREQ 6.1: no line begins with a
closing mark, a small kana or a prolonged sound, none ends with an opening one); never inside a word of the tables, a number with its
unit, a placeholder or an address. Best are places where a clause ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from translator.languages import numbers, placeholders, units
from translator.languages.numerals import data_lines
from translator.report.text import width


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


Breaks = dict[int, float]
"""Offset → what a break there costs: 0 where a sentence ends, more the nearer the words belong together."""

_BREAKLESS = frozenset(
    "、。，．・：；？！」』）】〉》〕］｝”’),.!?:;]}ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥〜～％℃%"
)
"""What begins no line."""
_OPENING = frozenset("「『（【〈《〔［｛“‘([{¥￥$€第約约")
"""What ends no line."""
_STOPS, _COMMAS = frozenset("。．？！.?!…"), frozenset("、，；：,;:—–）」』】")
_HIRAGANA, _KATAKANA, _HAN = (
    re.compile(each) for each in ("[\u3041-\u309f]", "[\u30a1-\u30ff\uff66-\uff9f]", "[\u3400-\u9fff\uf900-\ufaff々〇]")
)
_DIGITS = frozenset("0123456789０１２３４５６７８９〇一二三四五六七八九十百千万亿億兆两兩半数數")
_WIDE = "\u2e7f"
# Words that begin a part of an English sentence, and words that belong to what follows.
_BEGINS = _set(
    "and but or nor so yet because has have is are was were will can must should if when while that which who whom whose where although though unless until before after"
    " since than to in on at for with from by into as of without during through"
)
_LEADS = _set(
    "a an the my your his her its our their this that these those of to in on at for with from by into as no not very is are"
    " was were be been will would can could may might must shall should has have had do does did and or but mr. mrs. ms. dr."
    " no. vol. fig. st. prof. about approximately at up least most"
)
# Particles and endings of Japanese behind which a line ends well, longer ones first; and words that open one in Chinese.
_ENDS_JA = re.compile(
    "(?:から|まで|より|ので|のに|けど|けれど|たら|なら|ながら|には|では|とは|への|での|として|について|ときは|[はがをにへとでもて])\\Z"
)
_OPENS_ZH = re.compile(
    "和|与|與|及|或|但|而|并|並|且|在|从|從|对|對|向|把|被|将|將|请|請|不|也|都|就|还|還|因|为|為|如|若|以|可|应|應|需|会|會|能|是|使|让|讓|由|于|於|每|则|則|再|所|即|只"
)
# Words of Chinese sentences that the tables of terms have no need of.
_COMMON = _set(
    "可以 可能 可是 应该 应当 需要 必须 必要 不能 不要 不会 不可 不得 不是 没有 还是 只是 只有 只要 就是 都是 也是 如果 如何 如下 因为 因此 所以 所有 但是 而且 而是"
    " 或者 以及 以上 以下 以内 以后 以前 之前 之后 之内 之间 期间 时候 时间 已经 逐渐 正在 正常 进行 使用 发生 出现 情况 问题 我们 你们 他们 她们 自己 这个 那个 这些"
    " 那些 什么 怎么 为了 为什么 由于 由此 关于 对于 至于 并且 并不 在于 从而 从来 向来 将要 将来 请问 再次 则是 每天 每次 每日 每个 即使 即可 是否 是的 会议 能够 能力"
    " 可靠 可见 因素 为止 被动 把握 还有 还要 只能 与其 和谐 及其 及时 以免 以便 使得 让步 需求 也许 都会 會議 沒有 應該 需要 時候 時間 逐漸 進行 發生 問題 我們 因為 為了"
)
_TRAILS_ZH = frozenset("的了着过過吗嗎呢吧们們")
_ENDS_ZH = frozenset("的了着地得后後时時前")
_ADDRESS = re.compile("(?:https?://|www\\.|[\\w.+-]+@)[!-~]+")
_IN_BRACES = re.compile("[{][^{}]{1,40}[}]")
_COUNTED = re.compile(
    "(?:[0-9０-９〇一二三四五六七八九十百千万亿億两兩数數半.,]|个半)+ ?(?:[かカヵヶケ][月所国年]|個月|个月|個所|小时|小時|分钟|分鐘|時間|週間|年間|日間|分間|秒間|[A-Za-zμ°%/]+"
    "|[\u3041-\u3096\u3400-\u9fff](?:以上|以下|以内|以降|以後|未満)?)"
)
_IN_A_WORD, _BETWEEN_WORDS, _NEVER = 24.0, 4.0, 100.0
_LONGEST_WORD = 8
_EVENNESS = 40.0
_TOO_WIDE = 1000.0


def balanced(text: str, limit: int) -> str:
    """A text in lines of at most `limit` cells each, as few and as even as they can be.

    Breaks that are there stay, but for a text that would take fewer lines without them; a space at a break goes. A
    line that fits is left as it is, and a word that is longer than a line as well.

    >>> balanced("Start only after your doctor or therapist has given permission.", 42)
    'Start only after your doctor\\nor therapist has given permission.'
    >>> balanced("服薬を始める前に、必ず主治医に相談してください。", 32)
    '服薬を始める前に、\\n必ず主治医に相談してください。'
    """
    lines = text.split("\n")
    if all(width(line) <= limit for line in lines):
        return text
    found = [piece for line in lines for piece in _cut(line, limit)]
    if len(lines) > 1 and not any(_SPOKEN.match(line) for line in lines):
        together = _cut(_joined(lines), limit)
        found = together if len(together) < len(found) else found
    return "\n".join(found)


_SPOKEN = re.compile("\\s*(?:[-–—‐・♪#]|>>|[^\\s:：]{1,20}[:：])")
"""How the line of another speaker begins."""


def _joined(lines: Iterable[str]) -> str:
    text = ""
    for line in lines:
        is_close = not text or not line or (text[-1] > _WIDE and line[0] > _WIDE)
        text += line if is_close else f" {line}"
    return text


def _cut(line: str, limit: int) -> list[str]:
    """The best lines of one: as few as can be, then the cheapest; itself where it fits or cannot be broken."""
    if width(line) <= limit:
        return [line]
    places = [(0, 0.0), *sorted(_breaks(line).items()), (len(line), 0.0)]
    # By number of lines and last place: what it costs, and the place before.
    found: list[dict[int, tuple[float, int]]] = [{0: (0.0, -1)}]
    last = len(places) - 1
    for count in range(1, len(places)):
        row: dict[int, tuple[float, int]] = {}
        for end in range(count, last + 1):
            at, cost = places[end]
            for start, (before, _) in found[-1].items():
                if start < end:
                    cells = width(line[places[start][0] : at].strip())
                    over = _TOO_WIDE * max(0, cells - limit)
                    all_in_all = before + cost + over + _EVENNESS * (cells / limit) ** 2
                    if end not in row or all_in_all < row[end][0]:
                        row[end] = (all_in_all, start)
        found.append(row)
        if last in row and row[last][0] < _TOO_WIDE:
            break
    ends = [number for number, row in enumerate(found) if last in row]
    count = min(ends, key=lambda number: found[number][last][0])
    cuts, at = [], last
    for number in range(count, 0, -1):
        cuts.append(at)
        at = found[number][at][1]
    edges = [0, *(places[each][0] for each in reversed(cuts))]
    return [line[start:end].strip(" ") for start, end in pairwise(edges)]


def _breaks(line: str) -> Breaks:
    """The places at which a line may be broken: behind spaces, and between wide characters."""
    kept = {at for start, end in _whole(line) for at in range(start + 1, end)}
    found: Breaks = {}
    for at in range(1, len(line)):
        if at in kept or line[at] == " " or line[at] in _BREAKLESS:
            continue
        before = line[:at].rstrip(" ")
        if not before or before[-1] in _OPENING:
            continue
        if before[-1] in _STOPS:
            cost = 0.0
        elif before[-1] in _COMMAS:
            cost = 1.0
        elif line[at - 1] == " ":
            cost = _at_space(before, line[at:])
        elif line[at] > _WIDE or line[at - 1] > _WIDE:
            cost = _between(line, at)
        else:
            continue
        if cost < _NEVER:
            found[at] = cost
    return found


def _at_space(before: str, after: str) -> float:
    """What a break at a space costs: little before a part of the sentence, much behind what leads on."""
    word = before[before.rfind(" ") + 1 :].lower()
    following = after.partition(" ")[0].lower()
    if word in _LEADS:
        return 12.0
    if word[-1] in _DIGITS:
        return 8.0
    return 2.0 if following in _BEGINS else _BETWEEN_WORDS


def _between(line: str, at: int) -> float:
    """What a break between two characters costs, one of them wide."""
    one, two = line[at - 1], line[at]
    if one in _DIGITS and (two in _DIGITS or two > _WIDE):
        return _NEVER
    if _KATAKANA.match(one) and _KATAKANA.match(two):
        return _NEVER
    if _HIRAGANA.search(line) is None:
        if two in _TRAILS_ZH:
            return _NEVER
        return 3.0 if one in _ENDS_ZH or _OPENS_ZH.match(two) else _IN_A_WORD if one > _WIDE and two > _WIDE else 5.0
    if _HIRAGANA.match(two):
        return _NEVER if _HAN.match(one) or _KATAKANA.match(one) else _IN_A_WORD if _HIRAGANA.match(one) else 5.0
    if _HIRAGANA.match(one):
        is_prefix = one in "おご" and not _HIRAGANA.match(line[at - 2 : at - 1])
        return _NEVER if is_prefix else 2.0 if _ENDS_JA.search(line, 0, at) else 6.0
    return 5.0 if _HAN.match(one) is None or _HAN.match(two) is None else _IN_A_WORD


def _whole(line: str) -> Iterator[tuple[int, int]]:
    """The spans that no break may stand in."""
    yield from ((each.start, each.end) for each in placeholders.read(line))
    yield from ((each.start, each.end) for each in numbers.read(line))
    yield from ((each.start, each.end) for each in units.read(line))
    for pattern in (_ADDRESS, _COUNTED, _IN_BRACES):
        yield from (match.span() for match in pattern.finditer(line))
    words = _words()
    for at, char in enumerate(line):
        for word in words.get(char, ()):
            if line.startswith(word, at):
                yield at, at + len(word)
                break


@cache
def _words() -> dict[str, list[str]]:
    """The Chinese and Japanese words of the tables by their first characters, longer ones first."""
    found: dict[str, set[str]] = {}
    for word in _COMMON:
        found.setdefault(word[0], set()).add(word)
    for table, columns in (("terms.txt", slice(1, 3)), ("opposites.txt", slice(3, 4)), ("things.txt", slice(1, 3))):
        for line in data_lines(table):
            for word in "|".join(line.split("\t")[columns]).split("|"):
                if 1 < len(word) <= _LONGEST_WORD and all(char > _WIDE for char in word):
                    found.setdefault(word[0], set()).add(word)
    return {char: sorted(words, key=lambda word: (-len(word), word)) for char, words in found.items()}
