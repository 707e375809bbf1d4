"""Every number of a text by value, in Chinese, Japanese and English writing.

`１２.２` is 12.2, `10亿` and `1 billion` are 10⁹, `三分之一`, `3分の1` and `one third` are ⅓. Numbers
inside placeholders, addresses and entities are not read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache

from translator.languages import chemistry, numerals_digits, numerals_en, numerals_han
from translator.languages.candidates import OTHER_CASE, first_words, latin_words
from translator.languages.numerals import Number, data_lines, exact
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

__all__ = ["Number", "has_numbers", "read"]

_HAN = f"[{numerals_han.CHARACTERS}]+"
_MONTH = numerals_en.alternation(numerals_en.MONTHS)
_LEXICAL = [word for line in data_lines("numerals_lexical.txt") for word in line.split()]
# Every alternative below begins with one of these: the rest of a text is passed over at once.
_FIRST = "".join(sorted({word[0] for word in _LEXICAL}))
_STARTS = numerals_en.alternation({word[:2] for word in (*numerals_en.WORDS, *map(str.lower, numerals_en.MONTHS))})
# “Level V” is レベル5; a lone I, V or X is a numeral only behind such a word.
_RANKED = "|".join(
    f"(?<={word} )"
    for word in [
        "Level",
        "Class",
        "Stage",
        "Grade",
        "Phase",
        "Type",
        "Part",
        "Chapter",
        "Volume",
        "Group",
        "Step",
        "Table",
    ]
)


@cache
def _token() -> re.Pattern[str]:
    """A number at a place; compiled when the first is met, since that takes as long as loading a dozen modules."""
    return re.compile(
        rf"(?=[0-9.¼½¾⅐-⅞①-⑳❶-❿⑴-⒇Ⅰ-Ⅻⅰ-ⅻ半{numerals_han.CHARACTERS}{_FIRST}]|(?<![A-Za-z])(?:(?i:{_STARTS})|[IVX]))(?:"
        rf"(?P<lexical>(?<![第约約近满滿])(?:{numerals_en.alternation(_LEXICAL)})(?!(?<=[一二三四五六七八九十]){_HAN[:-1]})(?!(?<=十分)[钟鐘鍾间間後后])(?!(?<=分)之)(?!(?<=五行)[一二三四五六七八九十]))"
        rf"|(?P<digits>{numerals_digits.PATTERN})"
        rf"|(?P<han>{_HAN})"
        r"|(?P<vulgar>[¼½¾⅐-⅞])|(?P<circled>[①-⑳❶-❿⑴-⒇])|(?P<roman>[Ⅰ-Ⅻⅰ-ⅻ])"
        rf"|(?P<half>半(?!径|導|导|角|島|岛|球|夜|徑|端|ば|透|永|途|天[都也]|年))"
        rf"|(?<![A-Za-z])(?:(?P<word>(?i:{numerals_en.WORD})(?![A-Za-z0-9_]))"
        rf"|(?P<month>{_MONTH})\.?(?![A-Za-z])"
        rf"|(?P<low>(?i:{_MONTH})$)"
        rf"|(?P<latin>(?:II|III|IV|VI|VII|VIII|IX|(?:{_RANKED})[IVX])(?![A-Za-z0-9'’.]))))"
    )


# By what a number begins: a character, or a Latin word.
_BEGINNING = re.compile(f"[0-9.¼½¾⅐-⅞①-⑳❶-❿⑴-⒇Ⅰ-Ⅻⅰ-ⅻ半IVX{numerals_han.CHARACTERS}{_FIRST}]")
_BEGINNINGS = first_words((*numerals_en.WORDS, *numerals_en.MONTHS))
_WORDS = (
    *(word for word, value in numerals_en.CARDINAL.items() if value > 1),
    *numerals_en.SCALE,
    # “may” and “march” are words: months only beside digits, or alone.
    *(name.lower() for name in numerals_en.MONTHS if name not in ("May", "March", "Mar")),
)
_DEMANDING = re.compile(
    rf"(?=[0-9０-９¼½¾⅐-⅞①-⑳❶-❿⑴-⒇{numerals_han.CHARACTERS}]|(?<![A-Za-z])(?i:{numerals_en.alternation({word[:2] for word in _WORDS})}|ma))(?:"
    # A lone 一 or 零 demands nothing: 一个 may be “a”.
    rf"[0-9０-９¼½¾⅐-⅞①-⑳❶-❿⑴-⒇]|(?={_HAN[:-1]})(?:{_HAN[:-1]}{{2}}"
    rf"|(?![一零〇]){_HAN[:-1]}(?: ?[个個年月日天周週岁歲歳倍秒小つ名人種种项項]|[个個か月]月|時間|分[钟鐘間])"
    rf"|{_HAN[:-1]}分[之の])"
    rf"|(?<![A-Za-z])(?i:{numerals_en.alternation(_WORDS)})(?![A-Za-z]))|^(?i:may|march|mar)$"
)
# A digit demands by itself; without any of the others nothing does.
_DIGIT = re.compile("[0-9０-９¼½¾⅐-⅞①-⑳❶-❿⑴-⒇]")
# The part of it that is left for a text without digits and number words.
_DEMANDING_HAN = re.compile(
    rf"{_HAN[:-1]}(?:{_HAN[:-1]}"
    r"|(?<![一零〇])(?: ?[个個年月日天周週岁歲歳倍秒小つ名人種种项項]|[个個か月]月|時間|分[钟鐘間])|分[之の])"
)
_NUMBER_WORDS = first_words((*_WORDS, "may", "march", "mar"))
_COUNTER = re.compile(
    r" ?(?:个月|個月|か月|ヶ月|カ月|ヵ月|年|月|日|天|周|週|小时|小時|時間|分钟|分鐘|分間|秒|[岁歲歳]"
    r"|[人名例倍][^称気間体物々生性目]|[人名例倍]$|次(?![の元])|回(?![復答])|[元円圆圓]|百|千)"
)
_GENERAL = re.compile(r" ?(?:[个個箇件種种类類项項台本条條章节節页頁行列位层層只匹张張枚つ])")
_OF = re.compile(rf"分之([{numerals_han.CHARACTERS}]+|[0-9]+(?:\.[0-9]+)?)|分の([{numerals_han.CHARACTERS}]+|[0-9]+)")
_POINT = re.compile(r"(?:点|點|・)([零〇一二三四五六七八九]+)")
# 五千克 is 5 kg; 五百米 is 500 m.
_METRIC = re.compile(r"[千兆](?=[克米瓦卡赫帕伏焦字比升欧吨])|百(?=帕)")
_SUFFIX = re.compile(
    r"(?P<year>年(?![间間齢龄]))|(?P<month>月)|(?P<day>[日号號](?![間间]))|(?P<hour>[时時點点](?![间間]))"
    r"|(?P<percent>%|パーセント|(?:割(?![りるれろっ合当増高安])|成(?![分员員功果为為立就人本型長长]))(?P<more>[一二三四五六七八九](?=$|[^一二三四五六七八九十百千万亿年月日])|[0-9]分)?"
    r"|折(?![叠疊り]))"
)
_ERA = re.compile(
    r"(?:(?P<reiwa>令和)|(?P<heisei>平成)|(?P<showa>昭和)|(?P<taisho>大正)|(?P<meiji>明治)|(?P<minguo>民国|民國))$"
)
_HALF = re.compile(
    r" ?(?:[个個]?(?:年|月|小时|小時|星期|礼拜|钟头)|か月|ヶ月|時間|分|週間|周|週|日|天|倍|点|岁|歳)半(?![径分数數])"
)
_AND_HALF = re.compile(r"[个個]半(?=小[时時]|月|星期|礼拜|鐘頭|钟头)")
_ONE_AND_HALF = re.compile(r"(?<![A-Za-z])[Aa]n?(?= (?:hour|day|week|month|year|minute|second) and a half(?![A-Za-z]))")
_CENTURY = re.compile(" ?世[纪紀]の?")
_BESIDE = re.compile(r"(?:st|nd|rd|th)?[ ,.]*(?:of )?(?:the )?")
_PERCENT = re.compile(r"[ -](?:percent|per ?cent)(?![A-Za-z])|%")
_CONTEXT = re.compile(r"(?:No|no|one)$")


def has_numbers(text: str) -> bool:
    """Whether a text may hold a number that another language must show too."""
    if _DIGIT.search(text) is not None:
        return True
    if not _NUMBER_WORDS.isdisjoint(latin_words(text)):
        return _DEMANDING.search(text) is not None
    return _DEMANDING_HAN.search(text) is not None


def beginning(texts: Texts, among: int) -> int:
    """Those of some texts in which `read` may find any number."""
    plain = texts.prose
    return plain.having(_BEGINNING, among) | (among & plain.naming(_BEGINNINGS))


def demanding(texts: Texts) -> int:
    """The texts that may hold a number that another language must show too, as `has_numbers` tells of their prose."""
    plain = texts.prose
    found = plain.having(_DIGIT) | plain.having(_DEMANDING_HAN)
    return found | plain.left(plain.naming(_NUMBER_WORDS) & ~found, has_numbers)


def read(text: str, language: str = "") -> tuple[Number, ...]:
    """The numbers of a text in order; spans are half-open, in characters of the text.

    `language` (a BCP 47 tag) may be left out: the writing tells.

    >>> [(each.surface, each.kind, str(each.value)) for each in read("10亿 of 94 %")]
    [('10亿', 'cardinal', '1000000000'), ('94', 'percent', '94')]
    >>> read("一些统一的十分重要 {0}")
    ()
    """
    return _found(text)


@lru_cache(maxsize=1024)
def _found(text: str) -> tuple[Number, ...]:
    plain = prose(text)
    out: list[Number] = []
    at = code_end = 0
    token = _token().match
    for start in _starts(plain):
        match = token(plain, start) if start >= at else None
        if match is None:
            continue
        at = match.end()
        found = _read(plain, match, code_end)
        if found:
            out.extend(found)
            at = max(at, found[-1].end)
            code_end = found[-1].end if found[-1].kind in ("code", "version") and found[-1].is_soft else 0
    if "世" in plain:
        out = _with_centuries(plain, out)
    return _dated(plain, _with_articles(plain, [_with_half(plain, each) for each in out]))


def _starts(text: str) -> Sequence[int]:
    """Where a number may begin, in order: each place where `_token` finds one, or more."""
    if not text.isascii() and OTHER_CASE.search(text) is not None:
        return range(len(text))
    starts = [match.start() for match in _BEGINNING.finditer(text)]
    words = _BEGINNINGS & latin_words(text)
    if not words:
        return starts
    lower = text.lower()
    for word in words:
        at = lower.find(word)
        while at >= 0:
            starts.append(at)
            at = lower.find(word, at + 1)
    return sorted(starts)


def _with_centuries(text: str, found: list[Number]) -> list[Number]:
    """The numbers with 20世纪90年代 as one, the 1990s."""
    out: list[Number] = []
    for each in found:
        last = out[-1] if out else None
        between = text[last.end : each.start] if last is not None else ""
        if last is not None and each.kind == "year" and each.value < 100 and _CENTURY.fullmatch(between):
            value = (last.value - 1) * 100 + each.value
            out[-1] = replace(
                each,
                start=last.start,
                value=value,
                surface=text[last.start : each.end],
                others=(each.value,),
                parts=(last.value, each.value),
            )
        else:
            out.append(each)
    return out


def _with_articles(text: str, found: list[Number]) -> list[Number]:
    """The numbers with “an hour and a half”, which is one and a half hours."""
    if "and a half" not in text:
        return found
    whole = [
        Number(match.start(), match.end(), Fraction(3, 2), "cardinal", match.group(), is_spelled=True)
        for match in _ONE_AND_HALF.finditer(text)
    ]
    return sorted((*found, *whole), key=lambda number: number.start)


def _with_half(text: str, number: Number) -> Number:
    """`1年半` is one and a half; the 半 itself stays a soft number."""
    if number.kind in ("time", "code", "version", "fraction", "ordinal") or number.value.denominator != 1:
        return number
    end = number.end
    more = _AND_HALF.match(text, end) if text[end : end + 1] in ("个", "個") else None
    if more is not None:
        surface = text[number.start : more.end()]
        half = number.value + Fraction(1, 2)
        return replace(number, end=more.end(), value=half, surface=surface, others=(number.value,), is_soft=False)
    if _HALF.match(text, end) is None:
        return number
    half = number.value + Fraction(1, 2)
    kind = "cardinal" if number.kind == "year" else number.kind
    return replace(number, value=half, kind=kind, others=(number.value,), parts=(number.value, Fraction(1, 2)))


def _dated(text: str, found: list[Number]) -> tuple[Number, ...]:
    """The numbers, with the day and the year beside an English month told: `August 5, 2012`."""
    for index, month in enumerate(found):
        if month.kind != "month" or not month.is_spelled:
            continue
        for at in (index - 1, index + 1, index + 2):
            if not 0 <= at < len(found) or found[at].kind not in ("cardinal", "ordinal"):
                continue
            each = found[at]
            between = text[each.end : month.start] if at < index else text[found[at - 1].end : each.start]
            if len(between) > 5 or not _BESIDE.fullmatch(between):
                if at < index:
                    continue
                break
            kind = "day" if each.value <= 31 else "year"
            found[at] = replace(each, kind=kind)
    return tuple(found)


def _read(text: str, match: re.Match[str], code_end: int) -> tuple[Number, ...]:
    start, end = match.span()
    kind = match.lastgroup
    if kind == "digits":
        return numerals_digits.read(text, start, end, code_end)
    if kind == "han":
        return _han(text, start, end)
    if kind == "word":
        return _word(text, start)
    if kind == "month" or (kind == "low" and not start):
        return _month(text, match)
    if kind in ("vulgar", "circled", "roman"):
        value = Fraction(unicodedata.numeric(match.group())).limit_denominator(1000)
        shown = "fraction" if kind == "vulgar" else "cardinal"
        return (Number(start, end, value, shown, match.group(), kind == "roman"),)
    if kind == "latin":
        value = Fraction(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X").index(match.group()) + 1)
        return (Number(start, end, value, "cardinal", match.group(), is_soft=True, is_spelled=True),)
    if kind == "half":
        return (Number(start, end, Fraction(1, 2), "fraction", "半", True, (Fraction(30),), (), True),)
    return ()


def _month(text: str, match: re.Match[str]) -> tuple[Number, ...]:
    name = match["month"] or match.group().capitalize()
    if _MODAL.match(text, match.start()):
        return ()
    beside = text[match.end() : match.end() + 4].strip(" ,.") + text[max(0, match.start() - 4) : match.start()].strip(
        " ,."
    )
    # May and March are words too: a month only beside a number.
    is_dated = any(char.isdigit() for char in beside)
    is_soft = not is_dated and (name in ("May", "March", "Mar") or len(name) < 4) and len(text) > len(name) + 1
    value = Fraction(numerals_en.MONTHS[name])
    return (Number(match.start(), match.start() + len(name), value, "month", name, is_soft, is_spelled=True),)


_MODAL = re.compile("May (?:be|not|have|contain|include|cause|I|we|you|this|the) ")


def _word(text: str, start: int) -> tuple[Number, ...]:
    words, end = numerals_en.phrase(text, start)
    if not words or (words == ("one",) and re.search(r"\b[Nn]o $", text[max(0, start - 4) : start])):
        return ()
    value, kind = numerals_en.value(words)
    others: tuple[Fraction, ...] = ()
    if _PERCENT.match(text, end):
        kind, others = "percent", (value / 100,)
    is_soft = len(words) == 1 and kind != "percent"
    if is_soft and words[0] in numerals_en.CARDINAL and value > 1:
        is_soft = False
    if kind == "ordinal" and value > 2:
        # “a third of” is a fraction.
        others = (1 / value,)
    return (Number(start, end, value, kind, text[start:end], is_soft, others, (), True),)


def _han(text: str, start: int, end: int) -> tuple[Number, ...]:
    if end - start > 1 and _METRIC.match(text, end - 1):
        end -= 1
    if chemistry.is_numeral(text, end):
        return ()
    run = text[start:end]
    value = numerals_han.parse(run)
    if value is None:
        # 二三 says “two or three”.
        each = [Fraction(numerals_han.DIGITS.get(char, 10)) for char in run]
        if len(run) == 2 and text[end : end + 1] == "折":
            # 八五折 leaves 85 % to pay.
            left = each[0] * 10 + each[1]
            return (Number(start, end, left, "percent", run, False, (100 - left, left / 10), (), True),)
        if len(run) == 2:
            places = ((start, each[0]), (start + 1, each[1]))
            return tuple(Number(at, at + 1, said, "cardinal", text[at], True, (), (), True) for at, said in places)
        return (Number(start, end, each[0], "cardinal", run, True, tuple(each[1:]), (), True),)
    of = _OF.match(text, end)
    if of and run in numerals_han.LARGE:
        # 万分之一 has no 一 before its 万.
        value = Fraction(numerals_han.LARGE[run])
    if of and value:
        return _han_fraction(text, start, value, of)
    point = _POINT.match(text, end)
    if point and value < 1000 and len(run) <= 3 and text[point.end() : point.end() + 1] not in tuple("十分"):
        digits = "".join(str(numerals_han.DIGITS[char]) for char in point[1])
        shown = exact(f"{value}.{digits}")
        parts = (value, numerals_han.parse(point[1]) or Fraction(0))
        return (Number(start, point.end(), shown, "cardinal", text[start : point.end()], True, parts, parts, True),)
    if len(run) == 1 and (
        run in numerals_han.FORMAL
        or (
            run in "百千万萬億亿兆廿卅"
            and not _COUNTER.match(text, end)
            and text[start - 1 : start] not in tuple("上数數近")
        )
    ):
        return ()
    return (_han_number(text, start, end, value),)


def _han_fraction(text: str, start: int, below: Fraction, of: re.Match[str]) -> tuple[Number, ...]:
    digits = of[1] or of[2]
    above = exact(digits) if digits[0] in "0123456789" else numerals_han.parse(digits)
    if above is None:
        return ()
    surface = text[start : of.end()]
    if below == 100:
        return (Number(start, of.end(), above, "percent", surface, False, (above / 100,), (), True),)
    return (Number(start, of.end(), above / below, "fraction", surface, False, (), (below, above), True),)


def _han_number(text: str, start: int, end: int, value: Fraction) -> Number:
    run = text[start:end]
    before = text[start - 1 : start]
    is_vague = bool(before and before in "数數几幾何上近") or text[end : end + 1] in tuple("几幾数數来來进進多余餘")
    is_soft = is_vague or (
        len(run) == 1 and (value < 2 or not (_COUNTER.match(text, end) or _GENERAL.match(text, end)))
    )
    kind = "cardinal"
    others: tuple[Fraction, ...] = ()
    suffix = _SUFFIX.match(text, end)
    if suffix:
        kind = "percent" if suffix["percent"] else suffix.lastgroup or kind
        if kind == "hour" and value <= 24:
            return numerals_digits.hour(text, (start, end), value=int(value), end=suffix.end())
        if kind == "percent" and suffix.group()[0] in "割成":
            more = suffix["more"] or "0"
            tenth = exact(more[0]) if more[0] in "0123456789" else numerals_han.parse(more) or Fraction(0)
            others, value = (value / 10,), value * 10 + tenth
            end = suffix.end("more") if suffix["more"] else end
        if kind == "percent" and suffix.group() == "折":
            tenth = value if value < 10 else value / 10
            others, value = (100 - tenth * 10, value), tenth * 10
        era = _ERA.search(text, max(0, start - 2), start) if kind == "year" else None
        if era and era.lastgroup:
            others, value = (value,), value + numerals_digits.ERAS[era.lastgroup]
    if text[end : end + 1] == "倍" and numerals_digits.MORE_BY.search(text, max(0, start - 8), start):
        others = (value + 1,)
    if before == "第":
        kind = "ordinal" if kind == "cardinal" else kind
    return Number(start, end, value, kind, text[start:end], is_soft, others, (), True)
