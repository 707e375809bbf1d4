"""How many times as much two texts say that something is: 2倍, 増N倍, “twice as many”, “threefold”, 半減, “halved”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from translator.languages import numerals_en, numerals_han
from translator.languages.candidates import latin_words
from translator.languages.difference import Difference
from translator.languages.numerals import exact
from translator.languages.sought import Sought
from translator.languages.texts import Texts, both_having
from translator.languages.verbatim import prose


@dataclass(frozen=True, slots=True)
class Multiple:
    """A factor with its span, half-open; several `values` where a text may mean either.

    A firm one is nothing else: “3 times” may be how often something was done, “double” a pair.
    """

    start: int
    end: int
    values: frozenset[Fraction]
    is_firm: bool = True


_HALF, _TWO = Fraction(1, 2), Fraction(2)
_HAN = "[一二三四五六七八九十百千万两兩]"
_MORE = "(?:增加|增长|增長|增大|增多|增|提高|提升|上升|升高|上涨|上漲|涨|漲|扩大|擴大|多|高|大|快|长|長|强|強|超|贵|貴|重|厚|宽|翻)(?:了|出|到|至)?(?:近|约|約|大约|将近)? ?"
_ASIAN = re.compile(
    rf"(?P<more>{_MORE})?(?P<n>(?<![0-9.])[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|{_HAN}+|[数數几幾]{_HAN}*)(?P<wan>[万萬亿億])? ?(?:[多余余]|来)?倍(?![率数數频頻音])(?P<half>半)?"
    r"|(?P<two>[翻加]倍(?![率数])|翻了?[一1]番|翻番|倍增(?!器)|倍[増加](?!器)|倍に(?:なる|なり|なっ|増|上|達|膨|まで)|(?<![0-9一-龥])倍の量|ダブル(?=スコア)|倍額|双倍|雙倍|加倍)"
    r"|(?P<four>翻了?两番|翻兩番)"
    r"|(?P<half2>半[減减]|[減减]半|半分[にへ](?:減|な|縮|短|抑|削|下)|半額|半价|半價|五折)"
    r"|(?P<loose>半)"
)
_FOLDS = {
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
_CARDINAL = "|".join(word for word, value in numerals_en.CARDINAL.items() if 1 < value <= 20)
_ENGLISH = re.compile(
    rf"(?<![A-Za-z-])(?:(?P<n>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|(?:{_CARDINAL}|(?:a )?(?:hundred|thousand|million)))"
    r"(?:[- ]?(?P<fold>folds?)|[- ]times(?P<than> (?:as|more|less|higher|larger|greater|bigger|longer|faster|lower|smaller|stronger|heavier|wider|the|that|those|its|their|what|over)(?![A-Za-z]))?|(?P<x>[x×])(?![0-9A-Za-z]))"
    rf"|(?P<word>{'|'.join(_FOLDS)})|(?P<twice>twice)(?P<as> (?:as|the|that|its|their|what|more)(?![A-Za-z]))?"
    r"|(?P<double>doubl(?:ed|es|ing)|redoubl\w+)|(?P<triple>tripl(?:ed|es|ing)|trebl(?:ed|es|ing))|(?P<quad>quadrupl(?:ed|es|ing))|(?P<quint>quintupl(?:ed|es|ing))"
    r"|(?P<some>double|triple|treble|quadruple|quintuple)"
    r"|(?P<half>halv(?:ed|es|ing)|half (?:as (?:many|much|large|big|long|fast|high)|the (?:size|number|amount|price|dose|speed|rate))|(?:cut|reduced|fell|dropped|decreased|down|shrank) (?:in|by) (?:a )?half|half[- ]price)"
    r"|(?P<loose>half|50 ?(?:%|percent))"
    r"|(?P<most>by (?:a factor of|(?=[0-9]+00 ?(?:%|percent))) ?(?P<by>[0-9]+(?:\.[0-9]+)?|[a-z]+)(?P<percent> ?%| percent)?))(?![A-Za-z])",
    re.IGNORECASE,
)
_WORDS = frozenset(
    [
        "times",
        "fold",
        "folds",
        "twice",
        "double",
        "doubled",
        "doubles",
        "doubling",
        "triple",
        "tripled",
        "triples",
        "tripling",
        "treble",
        "trebled",
        "quadruple",
        "quadrupled",
        "quintupled",
        "halve",
        "halved",
        "halves",
        "halving",
        "half",
        "factor",
    ]
) | frozenset(_FOLDS)
_NAMED = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5}
_TIMES = re.compile("[倍半番折]")
_HINT = Sought(
    r"倍|[減减]半|半[減减分額价價]|翻.{0,2}番|五折|(?i:times|fold|twice|double|tripl|trebl|quadrupl|quintupl|hal[fv]|[0-9]x|factor of)"
)
_PERCENT = re.compile(r"[0-9]{2,}(?:\.[0-9]+)? ?(?:[%％]|percent|パーセント)|百分之")


def compare_multiples(source: str, target: str) -> tuple[Difference, ...]:
    """The factor that became another one: 2倍 tripled, “doubled” halved.

    Told where the source has one that the target has in no form, and the target a firm one that the source does not have.

    >>> [each.message for each in compare_multiples("5年前の2倍以上に増えた", "has more than halved in five years")]
    ['“2倍” became “halved”']
    >>> compare_multiples("增加了两倍", "grew threefold"), compare_multiples("增加一倍", "doubled")
    ((), ())
    """
    if _TIMES.search(source) is None and _WORDS.isdisjoint(latin_words(source)):
        return ()
    if _HINT.has(target) is None or _HINT.has(source) is None:
        return ()
    ours, theirs = list(_read(prose(source))), list(_read(prose(target)))
    lost = [each for each in ours if each.is_firm and not _has(each, theirs)]
    new = [each for each in theirs if each.is_firm and not _has(each, ours)]
    if not lost or not new or _PERCENT.search(source + target):
        return ()
    one, two = lost[0], new[0]
    message = f"“{source[one.start : one.end]}” became “{target[two.start : two.end]}”"
    return (Difference("altered", message, (one.start, one.end), (two.start, two.end)),)


def multiplying(sources: Texts, targets: Texts) -> int:
    """The texts that may tell a factor, as their translation does."""
    return both_having(sources, targets, _HINT)


def _has(one: Multiple, others: list[Multiple]) -> bool:
    return any(one.values & each.values for each in others)


def _read(text: str) -> Iterator[Multiple]:
    yield from _asian(text)
    if _LATIN.search(text):
        yield from _english(text)


_LATIN = re.compile("(?i)times|fold|twice|doubl|tripl|trebl|quadr|quint|hal[fv]|[0-9]x|factor|50")


def _asian(text: str) -> Iterator[Multiple]:
    for match in _ASIAN.finditer(text):
        if match["n"]:
            value = _value(match["n"])
            if value is None:
                continue
            if match["wan"]:
                value *= numerals_han.LARGE[match["wan"]]
            if match["half"]:
                value += _HALF
            values = {value, value + 1} if match["more"] or value == 1 else {value}
            # 一倍 of Japanese is no more than before.
            yield Multiple(match.start("n"), match.end(), frozenset(values), match["more"] is not None or value != 1)
            continue
        value = _TWO if match["two"] else Fraction(4) if match["four"] else _HALF
        yield Multiple(*match.span(), frozenset((value,)), match["loose"] is None)


def _english(text: str) -> Iterator[Multiple]:
    for match in _ENGLISH.finditer(text):
        value: Fraction | None = None
        is_firm = True
        if match["n"]:
            value = _value(match["n"])
            is_firm = bool(match["fold"] or match["than"])
        elif match["word"]:
            value = Fraction(_FOLDS[match["word"].lower()])
        elif match["twice"]:
            value, is_firm = _TWO, match["as"] is not None
        elif match["some"]:
            value, is_firm = Fraction(_NAMED[match["some"].lower()]), False
        elif match["half"] or match["loose"]:
            value, is_firm = _HALF, match["loose"] is None
        elif match["by"]:
            value = _value(match["by"])
            value = value / 100 + 1 if value is not None and match["percent"] else value
        else:
            name = next(each for each in ("double", "triple", "quad", "quint") if match[each])
            value = Fraction({"double": 2, "triple": 3, "quad": 4, "quint": 5}[name])
        if value is not None:
            end = match.start("than") if match["than"] else match.start("as") if match["as"] else match.end()
            yield Multiple(match.start(), end, frozenset((value,)), is_firm)


def _value(written: str) -> Fraction | None:
    """What a number in digits or in words says; nothing for 数倍."""
    plain = written.lower().removeprefix("a ")
    if plain[0] in "0123456789":
        return exact(plain)
    if plain in numerals_en.CARDINAL or plain in numerals_en.SCALE:
        return Fraction(numerals_en.CARDINAL.get(plain) or numerals_en.SCALE[plain])
    return numerals_han.parse(plain) if plain[0] in numerals_han.CHARACTERS else None
