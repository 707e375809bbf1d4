"""What a text promises, holds possible, limits or rounds: words that the other text has to answer.

The words for one side (“told”) are few and plain, those that answer them in the other text (“known”) are many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from operator import methodcaller

from translator.languages import abreast, markers
from translator.languages.candidates import latin_words
from translator.languages.numerals import data_lines
from translator.languages.quantities import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose
from translator.languages.whole import whole

_ENDING = re.compile("[ぁ-ん]{0,2}")
PROMISES = ("cure", "certain", "assured")
HEDGES = ("hedge", "possible", "chance")
LIMITS = ("limit", "alone", "about", "bound")
_MEANING = {
    "alone": "with nothing else",
    "about": "it is about so much",
    "bound": "a number is a bound",
    "limit": "it is this alone",
}
_LONG = 300
"""In longer texts together what limits one thing may be told by how the sentence is built."""
# In the data `#` stands for a number, `…` for a few characters of the same clause.
_NUMBER = "(?:(?<![0-9０-９.,])[0-9０-９][0-9０-９.,]*|[一二三四五六七八九十百千两兩半]+|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|half|a hundred)\\b)"
_NEAR = "[^，。、；：,.;:0-9]{0,4}?"


@cache
def _words(kind: str, side: str, tongue: str) -> tuple[str, ...]:
    """The words of a kind: those that a text is told by, or all that the other may answer with."""
    lines = (line.split("\t") for name in ("promises.txt", "agreed.txt") for line in data_lines(name))
    return next(tuple(words.split("|")) for *place, words in lines if place == [kind, side, tongue])


def _written(word: str) -> str:
    """A word of the data as an expression."""
    plain = re.escape(word.rstrip("*")).replace(r"\#", _NUMBER).replace("…", _NEAR)
    return plain + ("[a-z]*" if word[-1] == "*" else "")


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | Sought:
    every = "|".join(map(_written, words))
    if not words[0].isascii():
        return Sought(every)
    return re.compile(rf"(?<![A-Za-z])(?:{every})(?![A-Za-z])", re.IGNORECASE)


@lru_cache(maxsize=64)
def _whole(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The whole words among English ones (the first of several), the beginnings of words, and signs."""
    told = [each for each in words if each[0].isalpha()]
    whole = frozenset(re.split("[- ]", each)[0] for each in told if each[-1] != "*")
    signs = tuple(each for each in words if not each[0].isalpha())
    return whole, tuple(each[:-1] for each in told if each[-1] == "*"), signs


def _first(words: tuple[str, ...], text: str, tongue: str) -> re.Match[str] | None:
    """The first of some words in a text."""
    if tongue == "en":
        told = latin_words(text)
        whole, begun, signs = _whole(words)
        is_told = not whole.isdisjoint(told) or any(each.startswith(begun) for each in told)
        if not is_told and not any(each in text for each in signs):
            return None
    return _pattern(words).search(text)


def place(kind: str, side: str, text: str, tongue: str) -> tuple[int, int] | None:
    """Where a text first has a word of a kind: one of those that it is told by (`told`), or of all (`known`).

    >>> place("urgent", "told", "请立即停药", "zh"), place("urgent", "known", "Stop at some time", "en")
    ((1, 3), None)
    """
    found = _first(_words(kind, side, tongue), prose(text), tongue)
    return None if found is None else found.span()


def _having(words: tuple[str, ...], texts: Texts, tongue: str) -> int:
    """The texts that may have one of some words."""
    if tongue != "en":
        return texts.having(_pattern(words))
    whole, begun, signs = _whole(words)
    some = texts.naming(whole) | (texts.naming_any(_beginning(begun)) if begun else 0) | texts.holding(*signs)
    # The pattern is tried at every letter.
    return texts.left(some, _pattern(words).search)


@cache
def _beginning(begun: tuple[str, ...]) -> Callable[[str], bool]:
    return methodcaller("startswith", begun)


def saying(kinds: Iterable[str], texts: Texts, tongue: str) -> int:
    """The texts that may have a word of some kinds by which they are told."""
    plain, found = texts.prose, 0
    for kind in kinds:
        found |= _having(_words(kind, "told", tongue), plain, tongue)
    return found


def compare_promises(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """What the target promises and the source does not: a cure, or that something is certain.

    >>> [each.message for each in compare_promises("以降もさらに改善。", "They will be cured.")]
    ['“cured” is promised, the source says nothing like it']
    >>> compare_promises("治癒の可能性もある。", "A cure is possible.")
    ()
    """
    here, there = markers.tongue(source, source_language), markers.tongue(target, target_language)
    plain = prose(target)
    out, spans = [], list[tuple[int, int]]()
    for kind in PROMISES:
        found = _first(_words(kind, "told", there), plain, there)
        if found is None or (kind == "certain" and _is_asked(plain, found, there)):
            continue
        if _first(_words(kind, "known", here), prose(source), here) is None:
            span = whole(target, *found.span())
            message = f"“{target[slice(*span)]}” is promised, the source says nothing like it"
            if any(start < span[1] and span[0] < end for start, end in spans):
                continue
            spans.append(span)
            out.append(Difference("promise", message, None, span))
    return tuple(out)


# A word for “surely” beside a request makes it firm, and promises nothing: 必ずお持ちください, 絶対にしないで.
_ASKED = re.compile(
    "[^。！!？?\n]*?(?:ください|下さい|願い|ないで|ないこと|なさい|ましょう|すること|しては|くこと|てはいけ|てはなら|べき|必要|るこ?と。|ほしい|お[一-龥ぁ-ん]{1,6}[をく])"
)
_ASKING = {
    "zh": re.compile("(?:请|請|务必|務必|应|應|须|須|要)[^。！!？?\n]{0,24}$"),
    # “Always unplug it first” begins a sentence; so does what comes after a condition.
    "en": re.compile(
        r"(?:^|[.!?:;]\s+|\b(?:please|must|should|and|not|and then)\s|^(?:when|if|before|after|while|unless|for)\b[^.!?]*,\s*)[\s“\"(*-]*$",
        re.IGNORECASE,
    ),
}


_ALMOST = re.compile(r"\b(?:almost|nearly|not) $", re.IGNORECASE)


def _is_asked(text: str, found: re.Match[str], tongue: str) -> bool:
    """Whether a word for “surely” stands in a request."""
    if tongue == "en":
        if _ALMOST.search(text[: found.start()]):
            return True
        return found[0].lower() == "always" and _ASKING[tongue].search(text[: found.start()]) is not None
    if tongue == "zh":
        return _ASKING[tongue].search(text[: found.start()]) is not None
    return _ASKED.match(text, found.end()) is not None


def _unanswered(kind: str, source: str, target: str, tongues: tuple[str, str]) -> tuple[int, int] | None:
    """Where the source has a word of a kind of which the target has none."""
    here, there = tongues
    found = _first(_words(kind, "told", here), prose(source), here)
    if found is None or _first(_words(kind, "known", there), prose(target), there) is not None:
        return None
    return whole(source, *found.span())


def unhedged(source: str, target: str, *, source_language: str = "", target_language: str = "") -> Difference | None:
    """The word by which the source holds something possible only, where the translation has none of any kind.

    >>> found = unhedged("効果を発揮する可能性がある。", "It exerts an effect.")
    >>> found and found.message
    'the source says “可能性がある”, the translation states it as a fact'
    >>> unhedged("効果を発揮する可能性がある。", "It may have an effect.")
    """
    tongues = markers.tongue(source, source_language), markers.tongue(target, target_language)
    for kind in HEDGES:
        if kind == "possible" and len(source) + len(target) > _LONG:
            continue
        span = _unanswered(kind, source, target, tongues) if kind != "chance" else _unable(source, target, tongues)
        if span is not None:
            # The listed word may be the beginning of one: かもしれ|ない.
            rest = _ENDING.match(source, span[1]) if tongues[0] == "ja" else None
            span = (span[0], rest.end() if rest else span[1])
            message = f"the source says “{source[slice(*span)]}”, the translation states it as a fact"
            return Difference("hedge", message, span, None)
    return None


def _unable(source: str, target: str, tongues: tuple[str, str]) -> tuple[int, int] | None:
    """Where a sentence tells of a chance of which the other says at most that something can be, as the first says too.

    有能够毕业的可能性 is no できます: that is said by 能够. “Can not only” answers 不仅能够, not the 有可能 behind it.
    """
    here, there = tongues
    told, known = (_words("chance", side, tongue) for side, tongue in (("told", here), ("known", there)))
    if _first(told, prose(source), here) is None:
        return None
    for one, two, at, _ in abreast.sentences(prose(source), prose(target)):
        found = _first(told, one, here)
        if found is None or _first(known, two, there) is not None:
            continue
        rest = _POSSIBLE.sub("", one)
        if _count("able", two, there) <= _count("able", rest, here):
            start, end = whole(one, *found.span())
            return start + at, end + at
    return None


# 能 stands in 可能, 機能 and 能量 too.
_POSSIBLE = re.compile("可能性?|[機机功性効效][能]|能[力量源]|(?:the )?potential(?:ly)?(?: to)?")


def _count(side: str, text: str, tongue: str) -> int:
    return len(_pattern(_words("chance", side, tongue)).findall(text))


def _is_otherwise(kind: str, span: tuple[int, int], *, source: str, target: str) -> bool:
    """Whether a limit says something else: of two bounds the target makes a range (7 to 14), 仅有两成 is “merely”."""
    if kind == "bound":
        return _TWO_BOUNDS.search(source) is not None and _RANGE.search(target) is not None
    return kind == "limit" and _MERELY.match(source, span[0]) is not None


_MERELY = re.compile("[仅僅][有占佔为為]?(?:不到|不足|[约約])")
_TWO_BOUNDS = re.compile(
    "[0-9０-９一二三四五六七八九十][^。.；;]{0,8}?(?:以上|超|より|from|最低|起)[^。；;]{0,16}?[0-9０-９一二三四五六七八九十][^。.；;]{0,8}?(?:以[下内內]|未[満满滿]|まで)"
    r"|(?i:\b(?:at least|over|more than|not less than|no less than)\b[^.;]{0,24}[0-9][^.;]{0,30}(?:at most|under|less than|not more than|no more than|below|or less)\b)"
)
_RANGE = re.compile(
    r"[0-9０-９一二三四五六七八九十][^。.；;0-9]{0,12}?(?:[-–—~～〜至到]|から|\b(?:to|through|and)\b)[^。；;0-9]{0,4}?[0-9０-９一二三四五六七八九十]"
)


def unlimited(source: str, target: str, *, source_language: str = "", target_language: str = "") -> Difference | None:
    """The word by which the source limits what it says (only, about 30, at least 30), where the translation has none.

    >>> found = unlimited("仅限外用", "For external use", source_language="zh")
    >>> found and found.message
    'the source says “仅限” (it is this alone), the translation has no word for it'
    >>> unlimited("约30%的患者", "Nearly 30% of patients", source_language="zh")
    """
    if len(source) + len(target) > _LONG:
        return None
    tongues = markers.tongue(source, source_language), markers.tongue(target, target_language)
    for kind in LIMITS:
        span = _unanswered(kind, source, target, tongues)
        if span is not None and not _is_otherwise(kind, span, source=source, target=target):
            message = f"the source says “{source[slice(*span)]}” ({_MEANING[kind]}), the translation has no word for it"
            return Difference("limit", message, span, None)
    return None
