"""Whether a target stops before its source does: from how much it says and how it ends."""

from __future__ import annotations

import math
import re
from operator import mul

from translator.checks import _kept
from translator.checks._broken import ends_in_fragment, is_open
from translator.checks._ends import last_latin, rarity
from translator.checks._english import is_own_name, is_stub
from translator.checks._extent import ratio
from translator.checks._prose import bared
from translator.checks._subject import Pair
from translator.languages.units import meanings
from translator.languages.verbatim import is_time

_TERMINAL = tuple((*".。．!！?？…:：", "&hellip;"))
_MARKED = tuple('.。．!！?？…:：;；,，、"”」』)）]］>`*')
_STOP = re.compile(r"[。．！？!?]|\.(?=\s|$)")
_HANGING = {
    "en": re.compile(
        r"(?<![#\w])(?:the|a|an|of|to|in|on|at|by|for|with|from|and|or|but|is|are|was|were|be|been|that|this|which|as|if|not"
        r"|your|its|their|has|have|can|will|you|it|when|than|into)\s*$",
    ),
    "ja": re.compile(r"(?:[がをはへにのとも、（(「『“っゃゅょッャュョ]|で)\s*$"),
    # 是三维的 is a whole statement, 不对 “wrong”.
    "zh": re.compile(
        r"(?:(?<!是.)(?<!是..)(?<!是...)(?<!是....)的|(?<![不反相核应面配])对|[和与及或在将把被从为、（(“《]|\s)$"
    ),
}
_BRACKETS = ")）]］"
_STOPS = ".。．"
_LEADING = tuple(",，、:：;；-–—(（[「“『《/")
"""Marks that want something behind them."""
_FULL_STOPS = tuple(".。．!！?？")
_TAIL = 60
"""How much of a text's end is looked at."""
# Fitted by logistic regression (benchmarks/fit_completeness.py) in the order of `_features`.
_WEIGHTS = (
    -4.31,
    -1.12,
    -3.07,
    -0.61,
    -4.27,
    2.94,
    1.35,
    1.14,
    -0.1,
    1.27,
    6.31,
    0.36,
    3.29,
    1.73,
    5.02,
    1.84,
    -2.04,
    -4.15,
    1.38,
    3.26,
    -0.64,
    -0.55,
    0.11,
    -0.71,
    -0.41,
    2.16,
    0.54,
    -3.3,
    0.7,
    -0.11,
    -1.64,
    -0.31,
    0.22,
    -0.0,
    0.15,
    0.17,
    -0.51,
    -1.74,
    -1.14,
    -0.3,
    0.1,
    -0.12,
    -0.1,
    3.61,
    -0.04,
    -0.56,
    0.89,
    0.61,
    1.71,
    1.3,
    0.42,
    -0.24,
)


def is_incomplete(pair: Pair, limit: float) -> bool:
    """Whether it is likelier than a limit (log odds) that the target stops too early.

    What was lost in the target is looked for only where it could lift a pair above the limit.
    """
    found: float | None = pair.memory.get("incompleteness")
    if found is None:
        known: tuple[tuple[float, ...], float] | None = pair.memory.get("but for losses")
        if known is None:
            known = pair.memory["but for losses"] = _but_for_losses(pair)
        values, least = known
        if least + _MOST_LOST <= limit:
            return False
        found = pair.memory["incompleteness"] = _score(_with_losses(pair, values)) if values else least
    return found > limit


def says_less(pair: Pair) -> bool:
    """Whether the target seems to say less than its source, as is asked for texts of its kind.

    Short texts and names vary most. A lost full stop alone is told by the marks at the end, not by the length.
    """
    if not is_incomplete(pair, _LIMITS["long"]) or _is_name(pair.source) or _is_name(pair.target):
        return False
    values: tuple[float, ...] = pair.memory["but for losses"][0]
    if values[_UNENDED]:
        limit = _LIMITS["unended"]
    elif pair.source_extent < 2 * _SHORT and not any(values[at] for at in _ABRUPT):
        limit = _LIMITS["short"]
    else:
        return True
    return bool(pair.memory["incompleteness"] > limit)


def certainty(pair: Pair) -> float:
    """From which log odds on a target stops too early for certain.

    A full stop that is lost, and nothing else, tells it only of a text that says less; behind a usual end, much less.
    """
    known = pair.memory.get("but for losses")
    if known is None:
        known = pair.memory["but for losses"] = _but_for_losses(pair)
    values: tuple[float, ...] = known[0]
    if not values or not values[_UNENDED] or any(values[at] for at in _ABRUPT):
        return _CERTAIN
    says_enough = values[1] > (_MUCH_LESS if values[_END] >= 0 else _LESS)
    # A sign or a label needs no full stop, and few words.
    return _DOUBTFUL if says_enough or pair.source_extent < 2 * _SHORT else _CERTAIN


_CERTAIN, _DOUBTFUL = 1.4, 4.0
_LESS, _MUCH_LESS = -0.25, -0.8
_SELDOM = -1.5
_END = 21


def _is_name(text: str) -> bool:
    """Whether a text is katakana alone, as names are written that are longer or shorter elsewhere, or a place or language."""
    return _KATAKANA.fullmatch(text) is not None or (len(text) < _LONGEST_NAME and text.isascii() and is_own_name(text))


_LONGEST_NAME = 40
_KATAKANA = re.compile("[ァ-ヶー・＝\\s]+")
_LIMITS = {"long": -1.75, "short": -0.95, "unended": -0.9}
"""From which log odds on a text is told to be short: chosen for recall and alarms on the rows of the fit."""


def _but_for_losses(pair: Pair) -> tuple[tuple[float, ...], float]:
    """The features and the log odds of a pair as if nothing were lost; without features it says enough."""
    values = _measured(pair)
    if values and (pair.source_extent >= _SHORT or _is_abrupt(values)):
        return values, _score(values)
    return (), _NOTHING


def _score(values: tuple[float, ...]) -> float:
    log_odds: float = sum(map(mul, _WEIGHTS, values))
    return log_odds


_LOST = 19
"""Where the features of what was lost stand: whether anything, and how much (it never makes a pair likelier)."""
_MOST_LOST = _WEIGHTS[_LOST] + 1e-9
"""By how much what was lost can raise the log odds; and what adding in another order can."""
_NOTHING = -9.0
_PLENTY = 0.79
"""The logarithm of the ratio from which a target says so much more that nothing can be missing."""
_SHORT = 8.0
"""A text below this extent is not called incomplete for its length alone."""


def _is_abrupt(values: tuple[float, ...]) -> bool:
    """Whether the end itself speaks: no full stop, a hanging word, an open bracket, a stub, a cut word, a rare end."""
    return any(values[at] for at in (_UNENDED, *_ABRUPT)) or values[_END] < _SELDOM


_UNENDED, _ABRUPT = 5, (9, 10, 12, 14)
"""Where the features stand that tell a lost full stop; a hanging word, an open bracket, a stub, a cut word."""


def features(pair: Pair) -> tuple[float, ...]:
    """What the fit sees of a pair; empty where it plainly says enough."""
    values = _measured(pair)
    return _with_losses(pair, values) if values else ()


def _with_losses(pair: Pair, values: tuple[float, ...]) -> tuple[float, ...]:
    lost = _kept.lost(pair)
    much = float(lost if values[1] < -0.2 else 0)
    return (*values[:_LOST], float(lost > 0), much, *values[_LOST + 2 :])


def _measured(pair: Pair) -> tuple[float, ...]:
    """The features but for losses, which are 0."""
    before = pair.source_extent
    # A sign says as much as a word: 小于等于 is <=.
    after = pair.target_extent + (_SIGN_EXTENT * len(_SIGN.findall(pair.target)) if "=" in pair.target else 0.0)
    apart = max(-1.6, min(ratio(before, after), 0.8))
    if _says_enough(pair, apart):
        return ()
    source, target = pair.source.strip()[-_TAIL:], pair.target[-_TAIL:]
    bare_source, bare = bared(pair.source, pair.source_prose), bared(pair.target, pair.target_prose)
    is_ended = bare.endswith(_TERMINAL)
    unended = not is_ended and bare_source.endswith(_TERMINAL) and not _is_bracketed(bare_source, source, target)
    language = pair.tag[:2]
    end = 0.0 if is_ended else rarity(bare, language)
    hanging = _is_hanging(source, target, pair.target_prose, language)
    opened = is_open(pair.source, pair.target)
    is_cut = ends_in_fragment(pair, target)
    is_stub = language == "en" and not is_ended and _ends_in_stub(pair.source, target)
    if not opened and apart > (_PLENTY if unended or hanging or is_cut or is_stub or end < -2.0 else -0.15):
        return ()
    size = min(math.log2(before + 1), 6.5)
    short = min(0.0, apart + 0.5)
    stops, left = len(_STOP.findall(bare_source)), len(_STOP.findall(bare))
    rare = min(0.0, end + 1.5)
    come = pair.source_tag[:2]
    is_single = unended and left == 0 and stops <= 1
    return (
        1.0,
        apart,
        apart * size,
        size,
        min(apart, 0.0) ** 2,
        float(unended),
        float(unended and left > 0),
        apart if unended else 0.0,
        size if unended else 0.0,
        float(hanging),
        float(opened),
        float(not unended and source.endswith(_MARKED) and not target.rstrip().endswith(_MARKED)),
        float(is_stub),
        apart if is_stub else 0.0,
        float(is_cut),
        float(not unended and stops > left),
        float(not unended and stops > left + 1),
        *(short, short * size),
        *(0.0, 0.0),
        end,
        *(rare, rare * apart),
        end if unended else 0.0,
        *((1.0, max(-1.0, apart)) if is_single else (0.0, 0.0)),
        float(is_ended),
        *((apart, size) if hanging else (0.0, 0.0)),
        float(hanging and _is_hanging("", bare_source[-_TAIL:], bare_source, come)),
        rare * size,
        size if is_stub else 0.0,
        *(float(each == other) for each in (language, come) for other in ("en", "ja")),
        *_of_end(pair, apart, end=end, unended=unended, hanging=hanging),
        *_of_clauses(bare_source, bare, unended=unended, sentences=stops - left),
    )


def _is_bracketed(bare: str, source: str, target: str) -> bool:
    """Whether both texts end in a bracket, in front of which or behind which the full stop of one may stand."""
    return target.rstrip()[-1:] in _BRACKETS and any(each.rstrip(_STOPS)[-1:] in _BRACKETS for each in (bare, source))


def _of_end(pair: Pair, apart: float, *, end: float, unended: bool, hanging: bool) -> tuple[float, ...]:
    """Further features of how a target ends, and of how languages differ in length."""
    languages = (pair.tag[:2], pair.source_tag[:2])
    is_leading = pair.target[-1:] in _LEADING and pair.source[-1:] not in _LEADING
    return (
        float(unended and hanging),
        float(unended and end < -2.0),
        *(apart if each == other else 0.0 for each in languages for other in ("en", "ja")),
        float(pair.target[-1:] == " " and pair.source[-1:] != " "),
        float(end < -2.5),
        float(end > 0.5),
        float(hanging and languages[0] == "en"),
        max(0.0, end),
        float(is_leading and not unended),
    )


def _of_clauses(source: str, target: str, *, unended: bool, sentences: int) -> tuple[float, float, float]:
    """Whether sentences are lost, and how many clauses, up to two, where the full stop is lost too and elsewhere."""
    lost = float(max(0, min(2, len(_PAUSE.findall(source)) - len(_PAUSE.findall(target)))))
    return (float(sentences > 1), lost, 0.0) if unended else (0.0, 0.0, lost)


_PAUSE = re.compile("[，；、,;](?![0-9])")
_SIGN, _SIGN_EXTENT = re.compile(r"(?<!\S)[<>=!]=(?!\S)"), 3.0


def _says_enough(pair: Pair, apart: float) -> bool:
    """Whether nothing can be missing at first sight; patterns of dates and lists of keywords are each language's own."""
    if is_time(pair.source) or (pair.source.endswith(";") and pair.target.endswith(";")):
        return True
    if " -- " in pair.source and pair.target in pair.source.split(" -- "):
        # “awaitable -- 可等待对象”: a term with its own translation.
        return True
    if apart > -0.15 and pair.target.endswith(_FULL_STOPS):
        return True
    if apart > _PLENTY and not is_open(pair.source, pair.target):
        return True
    return apart > -1.2 and (_is_whole(pair.source, pair.target) or _is_same_list(pair.source, pair.target))


def _is_same_list(source: str, target: str) -> bool:
    """Whether both are lists of as many things without a full stop, and the last of them is no stub."""
    if source.endswith(_TERMINAL) or target.endswith(_TERMINAL):
        return False
    ours, theirs = (_ITEM.split(_INSIDE.sub("", each)) for each in (source, target))
    if len(ours) < 3 or len(ours) != len(theirs):
        return False
    last = len(theirs[-1].strip())
    return last >= 3 and last * 3 >= len(ours[-1].strip())


_ITEM = re.compile(r"[、，,;；／/・](?![0-9])")
_INSIDE = re.compile(r"[(（][^()（）]*[)）]")


def _is_whole(source: str, target: str) -> bool:
    """Whether both end in a full stop or its like, and the target has as many clauses: “If not now, when?”."""
    if not (source.endswith(_FULL_STOPS) and target.endswith(_FULL_STOPS)):
        return False
    clauses = len(_CLAUSE.findall(source))
    return clauses > 0 and len(_CLAUSE.findall(target)) >= clauses


_CLAUSE = re.compile(r"[，；,;](?![0-9])")


def _is_hanging(source: str, target: str, prose: str, language: str) -> bool:
    is_loose = source != source.rstrip()
    if source[-1:] in _COMMAS and target[-1:] in _COMMAS:
        return False
    pattern, tail = _HANGING.get(language), (prose.rstrip() if is_loose else prose)[-_TAIL:]
    # The longest of the words has five letters.
    at = max(0, len(tail.rstrip()) - 6)
    is_word = pattern is not None and pattern.search(tail, at) is not None
    return is_word or (target[-1:] == " " and not is_loose)


_COMMAS = tuple("，、,")


def _ends_in_stub(source: str, target: str) -> bool:
    last = last_latin(_MNEMONIC.sub("", target) if _KEYED.search(source) else target)
    if not last or last in source or (last.islower() and meanings(last)):
        return False
    if target.count(last) > 1 and len(re.findall(rf"(?<![A-Za-z]){re.escape(last)}(?![A-Za-z])", target)) > 1:
        return False
    # A letter alone: the source would have it too, or say a word of one character (火, T).
    return len(last) == 1 < len(source) - 1 if last.isupper() else is_stub(last)


# The letter of a key in a label: 保存(&S), `Save A&ll`.
_KEYED = re.compile("[_&][A-Za-z]")
_MNEMONIC = re.compile("[_&](?=[A-Za-z])")
