"""The language of one text by itself: characters first, then statistics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import exp, log1p
from typing import NamedTuple

from translator.document import Language
from translator.languages import characters, latin, statistics
from translator.languages.kinds import Seen, gathered, kinds_of, searches, seen
from translator.languages.spans import foreign_spans, having_chinese, may_have_clause, plain_spans

IDEOGRAPH = re.compile(f"[{characters.HAN_CLASS}{characters.KANA_CLASS}\u3105-\u312f]")
_KANA = re.compile(f"[{characters.KANA_CLASS}]")
_HANGUL = re.compile("[가-힣]")
# Fitted on the labelled corpus's open part .
_SCALE = 1.13
_LENGTH = 0.15
"""Nats for Chinese by ideograph of a text without kana: Japanese seldom does without them for long."""
_LONGEST = 8
_BIAS = (-1.45, -0.68)
_HIRAGANA = 5.0
_KATAKANA = 3.0
_FURTHER_KANA = 0.5
_BOPOMOFO = 4.0
_PARTICLES = frozenset("のはがをにでとも、。")
_YEN = re.compile("(?<=[0-9０-９])[ 千万億]?円")
_YEN_LESS = 4.0
"""Nats that a price in 円 says less for Japanese than 円 elsewhere: a Chinese line may name one."""
_SIMPLIFIED = 2.9
"""Nats for simplified of a text that is the same in both scripts of Chinese and stands alone."""
_AT_MOST = (2.5, 2.5, 3.5, 4.5)
"""Nats for Chinese of a text of so many ideographs that Japanese may hold too."""
_MANY, _SEVERAL = 40, 10
"""Of so many characters so many different kana make a text plainly Japanese; of fewer a fourth."""
_DOUBTFUL, _FIRM, _DAMPED = 0.52, 0.9, 0.7
_CLEAR = 8.0
"""Nats before both others from which the confidence is .999 in any case: 1 / (1 + 2 / e⁸)."""
CHINESE_ALONE = 6.0
"""Nats over Japanese from which a text that both scripts write alike is Chinese, whichever script it is in."""
UNDECIDED = 0.52
"""Below this confidence the answer is und."""


class Judgement(NamedTuple):
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
    plain: str = ""
    """The tag, where characters of that language alone are met."""


_PLAIN = {
    "zh-Hans": Judgement(12.0, 0.0, reason="characters of zh-Hans alone", plain="zh-Hans"),
    "zh-Hant": Judgement(0.0, 12.0, reason="characters of zh-Hant alone", plain="zh-Hant"),
    "ja": Judgement(-12.0, -12.0, reason="characters of ja alone", plain="ja"),
}
_JAPANESE = Judgement(-12.0, -12.0, reason="kana", plain="ja")
_ENGLISH = Judgement(fixed="en", confidence=0.9, reason="English words around a few other characters")
_OPEN = Judgement()
_PLAIN_LANGUAGES = {tag: Language(tag, 0.999) for tag in _PLAIN}


def may_be_english(text: str) -> bool:
    """Whether the answer for a text alone may be `en` or `zxx`; what stays is zh, ja or und.

    >>> may_be_english("1×10^6/kg"), may_be_english("Take 药 twice a day with water."), may_be_english("检查")
    (True, True, False)
    """
    if text.isascii() or IDEOGRAPH.search(text) is None:
        return True
    sample = sample_of(text)
    return _is_english_prose(sample, _wide(sample))


def _wide(sample: str) -> int:
    """About how many characters of three bytes of UTF-8 there are: ideographs, kana and their punctuation."""
    return (len(sample.encode("utf-8", "surrogatepass")) - len(sample)) // 2


def _is_english_prose(sample: str, wide: int) -> bool:
    if 9 * wide <= len(sample) and characters.HIRAGANA.isdisjoint(sample) and latin.is_prose(sample, wide):
        return True
    if 24 * wide <= len(sample) and _PARTICLES.isdisjoint(sample) and latin.is_prose(sample, wide):
        # A kana is told of: “ッ instead of っ”.
        return True
    return wide <= latin.FRAMED and 2 * wide <= len(sample) and latin.is_framed(sample)


def judge(text: str) -> Judgement:
    """The evidence inside a text."""
    return plainly(text) or weighed(text, kinds_of(sample_of(text)))


def judge_all(texts: Sequence[str]) -> list[tuple[Judgement, bytes | None]]:
    """The evidence inside each of some texts, and the kinds of the characters of those that had to be weighed, if short.

    The same as `judge` says of each, in less time: their characters are looked up together.
    """
    samples = [text if len(text) <= statistics.SAMPLE else sample_of(text) for text in texts if not text.isascii()]
    known = gathered(samples)
    found: list[tuple[Judgement, bytes | None]] = []
    hard: list[tuple[int, str, int, int, Seen]] = []
    looked_up = zip(samples, known.starts, known.sizes, known.said, strict=False)
    add = found.append
    for text in texts:
        if text.isascii():
            add((_fixed(*latin.judge(sample_of(text))), None))
            continue
        sample, start, size, said = next(looked_up)
        length = len(sample)
        wide = (size - length) // 2
        if not said.is_ideographic and IDEOGRAPH.search(text) is None:
            add((_fixed(*latin.judge(sample)), None))
        elif 2 * wide <= length and _is_english_prose(sample, wide):
            add((_ENGLISH, None))
        elif said.alone and (own := _by_kinds(sample, said)) is not None:
            add((own, None))
        else:
            hard.append((len(found), sample, wide, start, said))
            add((_OPEN, None))
    if not hard:
        return found
    leaning = statistics.lean_of_each([each[1] for each in hard])
    shown = _runs_of(known.kinds)
    for (index, sample, wide, start, said), lean in zip(hard, leaning, strict=True):
        end = start + len(sample)
        own = _balanced(sample, said, wide=wide, lean=lean, runs=shown, span=(start, end))
        found[index] = own, known.kinds[start:end] if len(texts[index]) <= statistics.SAMPLE else None
    return found


def plainly(text: str) -> Judgement | None:
    """The evidence inside a text where nothing needs to be weighed: English, no language, or one alone by its characters."""
    if text.isascii() or IDEOGRAPH.search(text) is None:
        return _fixed(*latin.judge(sample_of(text)))
    sample = sample_of(text)
    wide = _wide(sample)
    if 2 * wide <= len(sample) and _is_english_prose(sample, wide):
        return _ENGLISH
    return _by_characters(sample)


def weighed(text: str, kinds: bytes) -> Judgement:
    """The evidence inside another text; `kinds` are those of the characters of its sample."""
    sample = sample_of(text)
    lean = statistics.lean(sample)
    return _balanced(sample, seen(kinds), wide=_wide(sample), lean=lean, runs=_runs_of(kinds), span=(0, len(kinds)))


def _balanced(
    sample: str,
    said: Seen,
    *,
    wide: int,
    lean: tuple[float, float],
    runs: tuple[bytes, bytes],
    span: tuple[int, int],
) -> Judgement:
    """What speaks for each language in a sample; `span` is where its kana are in the runs of `_runs_of`."""
    if said.has_hangul and (hangul := len(_HANGUL.findall(sample))) * 2 > len(IDEOGRAPH.findall(sample)):
        return Judgement(fixed="und", confidence=0.3, reason=f"{hangul} Korean letters")
    hans, hant = lean
    if "円" in sample:
        less = len(_YEN.findall(sample)) * _YEN_LESS
        hans, hant = hans + less, hant + less
    if said.has_kana:
        count, for_ja = _kana(runs, span)
        reason = f"kana in {count} places"
    else:
        for_ja = -_LENGTH * min(wide, _LONGEST) - said.weight
        reason = "characters and pairs of characters"
    hans, hant = hans * _SCALE + _BIAS[0] - for_ja, hant * _SCALE + _BIAS[1] - for_ja
    if said.has_bopomofo:
        hans, hant = hans + _BOPOMOFO / 2, hant + _BOPOMOFO
    if wide < len(_AT_MOST) and not said.has_kana and "ja" not in said.outside:
        # 標題 alone is rather Chinese, but a few characters that Japanese has too are soon outvoted.
        most = _AT_MOST[wide]
        hans, hant = min(hans, most), min(hant, most)
    # Kana are of neither script of Chinese.
    return Judgement(hans, hant, "", 0.0, reason, said.is_neutral)


@lru_cache(maxsize=256)
def _fixed(tag: str, confidence: float, reason: str) -> Judgement:
    return Judgement(fixed=tag, confidence=confidence, reason=reason)


def sample_of(text: str) -> str:
    """A text that is short enough, or pieces of its head, middle and tail."""
    size = statistics.SAMPLE
    if len(text) <= size:
        return text
    middle = len(text) // 2
    return "\n".join((text[: size // 2], text[middle : middle + size // 4], text[-size // 4 :]))


def _by_characters(sample: str) -> Judgement | None:
    """The answer where characters of one language alone are met, and none that it does not hold."""
    # To ask for a character of each set, the text itself is gone through: most texts answer with their first ones.
    if _KANA.search(sample):
        if not characters.outside("ja").isdisjoint(sample):
            return None
        return _JAPANESE if len(characters.KANA.intersection(sample)) * 4 >= min(len(sample), _MANY) else None
    if "円" in sample and _is_price_of_others(sample):
        return None
    for tag, answer in _PLAIN.items():
        if not characters.only(tag).isdisjoint(sample):
            return answer if characters.outside(tag).isdisjoint(sample) else None
    return None


def _by_kinds(sample: str, said: Seen) -> Judgement | None:
    """The same as `_by_characters`, where it is known what they say, and one language alone may hold them."""
    if said.has_kana:
        if len(sample) >= _MANY and len(characters.KANA.intersection(sample[:_MANY])) >= _SEVERAL:
            return _JAPANESE
        return _JAPANESE if len(characters.KANA.intersection(sample)) * 4 >= min(len(sample), _MANY) else None
    if "円" in sample and _is_price_of_others(sample):
        return None
    return _PLAIN[said.alone]


def _is_price_of_others(sample: str) -> bool:
    """Whether 円 behind digits is all that is Japanese of a text, and other ideographs stand in it."""
    rest = _YEN.sub("", sample)
    return characters.only("ja").isdisjoint(rest) and max(statistics.lean(rest)) > _YEN_LESS


def _runs_of(kinds: bytes) -> tuple[bytes, bytes]:
    """What is hiragana and what is katakana, as `!`, everything else as `.`."""
    return kinds.translate(searches().hiragana), kinds.translate(searches().katakana)


def _kana(runs: tuple[bytes, bytes], span: tuple[int, int]) -> tuple[int, float]:
    """How many runs of kana there are, and their weight for Japanese.

    A long run (アルコールベース) is hardly more than a short one: a Chinese text may quote it.
    """
    start, end = span
    hiragana, katakana = runs
    first = hiragana.count(b".!", start, end) + hiragana.startswith(b"!", start)
    second = katakana.count(b".!", start, end) + katakana.startswith(b"!", start)
    count = hiragana.count(b"!", start, end) + katakana.count(b"!", start, end)
    begun = first + second
    return begun, _HIRAGANA * first + _KATAKANA * second + _FURTHER_KANA * (count - begun)


def alone(text: str, own: Judgement, *, near: str = "", explains: bool = True) -> Language | None:
    """The answer of a text that no neighbour changes, and which needs no lean either; None elsewhere."""
    tag = own.plain
    if tag and len(text) <= statistics.SAMPLE:
        plain = plain_spans(text, tag)
        if not plain and not explains:
            return _PLAIN_LANGUAGES[tag]
        return Language(tag, 0.999, tuple(plain), _reason(text, tag, own, near) if explains else "")
    if own.fixed and (own.fixed != "en" or text.isascii()):
        return _of_fixed(own.fixed, own.confidence, own.reason if explains else "")
    return None


def answered(texts: Sequence[str], owns: Sequence[Judgement], *, explains: bool) -> list[Language | None]:
    """What `alone` says of each text, in less time."""
    if explains:
        return [alone(text, own) if own.plain or own.fixed else None for text, own in zip(texts, owns, strict=True)]
    found: list[Language | None] = []
    japanese: list[int] = []
    for index, (text, own) in enumerate(zip(texts, owns, strict=True)):
        tag = own.plain
        if tag and len(text) <= statistics.SAMPLE and not may_have_clause(text):
            found.append(_PLAIN_LANGUAGES[tag])
            if tag == "ja":
                japanese.append(index)
        else:
            found.append(alone(text, own, explains=False) if tag or own.fixed else None)
    for at in having_chinese([texts[index] for index in japanese]):
        index = japanese[at]
        found[index] = alone(texts[index], owns[index], explains=False)
    return found


@lru_cache(maxsize=256)
def _of_fixed(tag: str, confidence: float, reason: str) -> Language:
    return Language(tag, confidence, (), reason)


def decide(
    text: str,
    own: Judgement,
    *,
    nearby: tuple[float, float] = (0.0, 0.0),
    near: str = "",
    lean: str = "",
    explains: bool = True,
    kinds: bytes | None = None,
) -> Language:
    """The answer from a text's own evidence and its neighbours' log odds of zh-Hans and zh-Hant over ja.

    `near` says in words what the neighbours are; `lean` is the tag that foreign characters take
    where two languages hold them. The reason is left out unless `explains`. `kinds` are those of the
    text's characters, where they are known.
    """
    if (own.plain or own.fixed) and nearby == (0.0, 0.0):
        answer = alone(text, own, near=near, explains=explains)
        if answer is not None:
            return answer
    if own.fixed:
        return Language(
            own.fixed, own.confidence, foreign_spans(text, own.fixed, lean=lean), own.reason if explains else ""
        )
    tag, confidence = verdict(own.hans, own.hant, own.is_neutral, nearby=nearby)
    if tag == "und":
        return Language(tag, confidence, (), f"{own.reason} do not decide" if explains else "")
    spans = foreign_spans(text, tag, lean=lean, kinds=kinds)
    return Language(tag, confidence, spans, _reason(text, tag, own, near) if explains else "")


def verdict(hans: float, hant: float, is_neutral: bool, *, nearby: tuple[float, float]) -> tuple[str, float]:
    """The tag and the confidence of an answer, from a text's own log odds and its neighbours'."""
    is_chinese = is_neutral and max(hans, hant) > CHINESE_ALONE
    hans, hant = hans + nearby[0], hant + nearby[1]
    if is_neutral:
        hans, hant = _scripts(hans, hant, nearby[0] - nearby[1])
    tag = _clearly(hans, hant)
    if tag:
        return tag, 0.999
    top = max(hans, hant, 0.0)
    hans, hant, ja = exp(hans - top), exp(hant - top), exp(-top)
    total = hans + hant + ja
    chinese = (hans + hant) / total
    if max(chinese, 1 - chinese) < UNDECIDED:
        return "und", round(max(chinese, 1 - chinese), 3)
    tag = "ja" if chinese < 0.5 else "zh-Hans" if hans >= hant else "zh-Hant"
    # What both scripts write alike, and no Japanese would, is surely Chinese.
    share = 1 - chinese if tag == "ja" else chinese if is_chinese else max(hans, hant) / total
    confidence = _calibrated(share)
    return tag, round(min(confidence, 0.999), 3)


def _clearly(hans: float, hant: float) -> str:
    """The tag of an answer that is as sure as can be, else ""."""
    if hans < -_CLEAR and hant < -_CLEAR:
        return "ja"
    if hans > _CLEAR and hans > hant + _CLEAR:
        return "zh-Hans"
    return "zh-Hant" if hant > _CLEAR and hant > hans + _CLEAR else ""


def _scripts(hans: float, hant: float, nearby: float) -> tuple[float, float]:
    """The log odds of a text that is the same in both scripts of Chinese: its neighbours part them, else it is simplified."""
    both = max(hans, hant) + log1p(exp(-abs(hans - hant)))
    apart = _SIMPLIFIED + nearby
    simplified = -log1p(exp(-apart)) if apart > 0 else apart - log1p(exp(apart))
    return both + simplified, both + simplified - apart


def _calibrated(share: float) -> float:
    """How often an answer of such odds was right on rows that were not held out: between 0.6 and 0.9 less often than said."""
    if not _DOUBTFUL < share < _FIRM:
        return share
    return _DOUBTFUL + (share - _DOUBTFUL) * _DAMPED


_TOLD = 5
"""So many characters are told as the reason of an answer."""


def _reason(text: str, tag: str, own: Judgement, near: str) -> str:
    telling = characters.telling(tag).intersection(text)
    if telling:
        shown = sorted(telling, key=text.index)
        more = " …" if len(shown) > _TOLD else ""
        return f"characters of {tag} alone: {', '.join(shown[:_TOLD])}{more}"
    return f"{own.reason}{near}"


def identify(text: str) -> Language:
    """The language of a text alone."""
    own = plainly(text)
    if own is not None:
        return decide(text, own)
    kinds = kinds_of(text)
    return decide(
        text, weighed(text, kinds if len(text) <= statistics.SAMPLE else kinds_of(sample_of(text))), kinds=kinds
    )
