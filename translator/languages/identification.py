"""The language of one text by itself: characters first, then statistics."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from translator.document import Language
from translator.languages import characters, latin, statistics
from translator.languages.spans import foreign_spans

IDEOGRAPH = re.compile(f"[{characters.HAN_CLASS}{characters.KANA_CLASS}\u3105-\u312f]")
# Fitted on the labelled corpus's open part .
_SCALE = 1.17
_LENGTH = 0.15
"""Nats for Chinese by ideograph of a text without kana: Japanese seldom does without them for long."""
_LONGEST = 8
_BIAS = (-1.39, -0.52)
_HIRAGANA = 5.0
_KATAKANA = 3.0
_BOPOMOFO = 4.0
_MARKS = {"，": 1.5, "“": 1.0, "：": 0.4, "；": 0.4, "《": 1.0}
"""Nats for Chinese by marks that Japanese seldom uses."""
UNDECIDED = 0.52
"""Below this confidence the answer is und."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text says of itself: log odds of zh-Hans and zh-Hant over ja, or a fixed answer.

    `fixed` is a tag that no neighbour changes (`en`, `zxx`, other scripts' `und`), or "".
    `is_neutral` says that a Chinese text has no character that parts the scripts.
    """

    hans: float = 0.0
    hant: float = 0.0
    fixed: str = ""
    confidence: float = 0.0
    reason: str = ""
    is_neutral: bool = False


def judge(text: str) -> Judgement:
    """The evidence inside a text."""
    if IDEOGRAPH.search(text) is None:
        tag, confidence, reason = latin.judge(text)
        return Judgement(fixed=tag, confidence=confidence, reason=reason)
    chars = set(text)
    ideographs = len(IDEOGRAPH.findall(text, 0, statistics.SAMPLE))
    if _is_english(text, ideographs):
        return Judgement(fixed="en", confidence=0.9, reason="English words around a few other characters")
    hans, hant = statistics.lean(text)
    hans, hant = hans * _SCALE + _BIAS[0], hant * _SCALE + _BIAS[1]
    kana = chars & characters.KANA
    reason = "characters and pairs of characters"
    if kana:
        hiragana = _count(text, kana & characters.HIRAGANA)
        katakana = _count(text, kana & characters.KATAKANA)
        for_ja = _HIRAGANA * hiragana + _KATAKANA * katakana
        reason = f"{hiragana + katakana} kana"
    else:
        for_ja = -_LENGTH * min(ideographs, _LONGEST)
    for_ja -= sum(weight * text.count(mark) for mark, weight in _MARKS.items() if mark in chars)
    for_ja -= _BOPOMOFO * _count(text, chars & characters.BOPOMOFO)
    is_neutral = characters.outside("zh-Hans").isdisjoint(chars) and characters.outside("zh-Hant").isdisjoint(chars)
    return Judgement(hans - for_ja, hant - for_ja, reason=reason, is_neutral=is_neutral)


def _count(text: str, chars: frozenset[str] | set[str]) -> int:
    return sum(map(text[: statistics.SAMPLE].count, chars))


def _is_english(text: str, ideographs: int) -> bool:
    # Chinese (中文), the 疗 sign: English prose that names other words.
    return 3 * ideographs <= len(text) // 3 and len(latin.words(text)) >= 3 * max(ideographs, 1)


def decide(
    text: str, own: Judgement, nearby: tuple[float, float] = (0.0, 0.0), near: str = "", lean: str = ""
) -> Language:
    """The answer from a text's own evidence and its neighbours' log odds of zh-Hans and zh-Hant over ja.

    `near` says in words what the neighbours are; `lean` is the tag that foreign characters take
    where two languages hold them.
    """
    if own.fixed:
        spans = foreign_spans(text, own.fixed, lean) if own.fixed == "en" else ()
        return Language(own.fixed, own.confidence, spans, own.reason)
    hans, hant = own.hans + nearby[0], own.hant + nearby[1]
    top = max(hans, hant, 0.0)
    weights = [math.exp(value - top) for value in (hans, hant, 0.0)]
    total = sum(weights)
    shares = dict(zip(characters.IDEOGRAPHIC, (weight / total for weight in weights), strict=True))
    chinese = 1 - shares["ja"]
    if max(chinese, shares["ja"]) < UNDECIDED:
        return Language("und", round(max(chinese, shares["ja"]), 3), (), f"{own.reason} do not decide")
    tag = "ja" if chinese < 0.5 else max(characters.CHINESE, key=shares.__getitem__)
    confidence = chinese if tag != "ja" and own.is_neutral else shares[tag]
    spans = foreign_spans(text, tag, lean)
    return Language(tag, round(min(confidence, 0.999), 3), spans, _reason(text, tag, own, near))


def _reason(text: str, tag: str, own: Judgement, near: str) -> str:
    telling = characters.telling(tag).intersection(text)
    if telling:
        shown = "".join(sorted(telling, key=text.index)[:5])
        return f"characters of {tag} alone: {shown}"
    return f"{own.reason}{near}"


def identify(text: str) -> Language:
    """The language of a text alone."""
    return decide(text, judge(text))
