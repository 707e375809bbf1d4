"""The characters inside a text that belong to another language than the text does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter

from translator.document import Foreign
from translator.languages import characters, latin, statistics
from translator.languages.kinds import NOTHING, kinds_of, searches

_CLAUSE = re.compile(r"[^。！？；，、,!?;:：「」『』“”（）()《》〈〉【】\[\]\s]+")
_HAN_TERM = re.compile(f"[{characters.HAN_CLASS}々〆〇]{{2,}}")
_KANA = re.compile(f"[{characters.KANA_CLASS}]")
_KANA_RUN = re.compile(f"[{characters.KANA_CLASS}][{characters.KANA_CLASS}ー・ｰ･]*")
_PLACE = attrgetter("start", "end")
_SHARE = 3
"""One in so many characters must be foreign for a whole run of Chinese to be."""
_SIMPLIFIED_TERM = 4.0
_TRADITIONAL_TERM = 6.0
"""Nats from which a run of ideographs in a Japanese text is Chinese.

1 in 1,000 Japanese texts has such a run (起始部); the traditional script is nearer to the old and learned words of
Japanese (運動器, 左房陰影), so it must say more.
"""


def foreign_spans(text: str, tag: str, *, lean: str = "", kinds: bytes | None = None) -> tuple[Foreign, ...]:
    """The spans of a text in `tag` that belong to another language, in order, without overlap.

    Characters that `tag` does not hold, widened to the run of ideographs or the clause they stand
    in where all of it is the other language's; kana in Chinese with the clause where it is a Japanese one;
    English clauses in the others. `lean` names the language that takes characters which two
    others hold (結 in zh-Hans: ja or zh-Hant); by default the text's own other foreign
    characters decide, then the statistics of the run. `kinds` are those of the text's characters, where
    they are known.

    >>> foreign_spans("HLA検査 与干细胞治疗", "zh-Hans")
    (Foreign(start=3, end=5, tag='ja'),)
    """
    if tag == "en":
        found = list(characters.residue(text, "en"))
        return characters.merged(Foreign(s.start, s.end, _in_english(text[s.start : s.end], s.tag)) for s in found)
    if tag not in characters.IDEOGRAPHIC:
        return ()
    if kinds is None:
        kinds = kinds_of(text)
    found = plain_spans(text, tag)
    if searches().strange[tag].search(kinds):
        lean = lean or _own_lean(text, characters.outside(tag).intersection(text), tag)
        found += _strange_runs(text, kinds, lean) if tag == "ja" else _strangers(text, tag, kinds, lean)
    if len(found) < 2:
        return tuple(found)
    return characters.merged(sorted(found, key=_PLACE))


def foreign_of_each(
    texts: Sequence[str], tag: str, *, lean: str, kinds: Sequence[bytes | None]
) -> list[tuple[Foreign, ...]]:
    """What `foreign_spans` says of each of some texts in one language, in less time."""
    if tag not in characters.IDEOGRAPHIC:
        return [foreign_spans(text, tag, lean=lean) for text in texts]
    known = [each if each is not None else kinds_of(text) for text, each in zip(texts, kinds, strict=True)]
    found: dict[int, list[Foreign]] = {}
    for index, text in enumerate(texts):
        if text.count(" ") > 2 and (clauses := latin.clauses(text)):
            found[index] = [Foreign(start, end, "en") for start, end in clauses]
    if tag == "ja":
        for index in having_chinese(texts):
            found[index] = plain_spans(texts[index], tag)
        _add_strange_runs(found, texts, known, lean)
    else:
        strange = searches().strange[tag].search
        for index, each in enumerate(known):
            if strange(each):
                text = texts[index]
                own = lean or _own_lean(text, characters.outside(tag).intersection(text), tag)
                found[index] = found.get(index, []) + _strangers(text, tag, each, own)
    out: list[tuple[Foreign, ...]] = [()] * len(texts)
    for index, spans in found.items():
        out[index] = tuple(spans) if len(spans) < 2 else characters.merged(sorted(spans, key=_PLACE))
    return out


def _add_strange_runs(found: dict[int, list[Foreign]], texts: Sequence[str], kinds: Sequence[bytes], lean: str) -> None:
    """Adds the spans that `_strange_runs` finds in each of some Japanese texts."""
    begins = list(accumulate([len(text) + 1 for text in texts], initial=0))
    index, begin, after, own = -1, 0, 0, lean
    for run in searches().foreign["ja"].finditer(NOTHING.join(kinds)):
        at, end = run.span()
        if at >= after:
            index = bisect_right(begins, at) - 1
            begin, after = begins[index], begins[index + 1]
            text = texts[index]
            own = lean or _own_lean(text, characters.outside("ja").intersection(text), "ja")
        for low, high, origin in _in_run(text[at - begin : end - begin], "ja", own):
            found.setdefault(index, []).append(_foreign(at - begin + low, at - begin + high, origin))


def plain_spans(text: str, tag: str) -> list[Foreign]:
    """The foreign spans that no character betrays: English clauses, Chinese runs in Japanese."""
    found = []
    if may_have_clause(text):
        found = [Foreign(start, end, "en") for start, end in latin.clauses(text)]
    # Few runs are Chinese, and most are looked up in no time.
    if tag == "ja" and _KANA.search(text) and any(map(_chinese, _HAN_TERM.findall(text))):
        runs = [(run.span(), _chinese(run[0])) for run in _HAN_TERM.finditer(text)]
        found += [Foreign(*span, origin) for span, origin in runs if origin]
    return found


def may_have_clause(text: str) -> bool:
    """Whether an English clause may stand in a text."""
    return text.count(" ") > 2 and latin.CLAUSE.search(text) is not None


def having_chinese(texts: Sequence[str]) -> set[int]:
    """The indices of the texts in which runs of ideographs stand that are Chinese beside kana: looked for together."""
    joined = "\n".join(texts)
    runs = {run for run in set(_HAN_TERM.findall(joined)) if _chinese(run)}
    if not runs:
        return set()
    begins = list(accumulate([len(text) + 1 for text in texts], initial=0))
    places = [match.start() for match in _HAN_TERM.finditer(joined) if match[0] in runs]
    return {bisect_right(begins, place) - 1 for place in places}


def _in_english(span: str, origin: str) -> str:
    if not characters.KANA.isdisjoint(span):
        return "ja"
    hans, hant = statistics.lean(span)
    held = [tag for tag in characters.IDEOGRAPHIC if characters.outside(tag).isdisjoint(span)]
    odds = {"zh-Hans": hans, "zh-Hant": hant, "ja": 0.0}
    return max(held, key=odds.__getitem__) if held else origin


def _own_lean(text: str, strange: frozenset[str], tag: str) -> str:
    """The language that the unmistakable ones among the strange characters come from, else the likeliest."""
    for other in ("ja", "zh-Hant", "zh-Hans"):
        rest = [each for each in characters.IDEOGRAPHIC if each not in (tag, other)]
        if other != tag and any(
            all(char in characters.outside(each) for each in rest) and char not in characters.outside(other)
            for char in strange
        ):
            return other
    return _tag_of("".join(sorted(strange - characters.KANA, key=text.index)), tag, "")


def _strange_runs(text: str, kinds: bytes, lean: str) -> list[Foreign]:
    """The spans of a Japanese text in the runs of ideographs that hold one which is not Japanese."""
    found = []
    for run in searches().foreign["ja"].finditer(kinds):
        at = run.start()
        for start, end, origin in _in_run(text[at : run.end()], "ja", lean):
            found.append(Foreign(at + start, at + end, origin))
    return found


def _strangers(text: str, tag: str, kinds: bytes, lean: str) -> list[Foreign]:
    """The same of a Chinese text, where clauses of Japanese count as one."""
    has_kana = searches().kana.search(kinds) is not None
    covered = list(_japanese_clauses(text, tag, kinds)) if has_kana else []
    found = [_foreign(start, end, "ja") for start, end in covered]
    waiting = iter([*covered, (len(text), len(text))])
    low, high = next(waiting)
    for run in searches().foreign[tag].finditer(kinds):
        at, end = run.span()
        while high <= at:
            low, high = next(waiting)
        if low > at:
            spans = _in_run(text[at:end], tag, lean)
            found += [_foreign(at + start, at + end, origin) for start, end, origin in spans]
    return found


# The same few stand in many texts.
_foreign = lru_cache(maxsize=4096)(Foreign)


@lru_cache(maxsize=16_384)
def _chinese(run: str) -> str:
    """The tag of a run of ideographs beside kana that only the statistics tell (没有断点), or ""."""
    if not statistics.leans_to_chinese(run) or searches().strange["ja"].search(kinds_of(run)):
        return ""
    hans, hant = statistics.lean(run)
    if hans < _SIMPLIFIED_TERM and hant < _TRADITIONAL_TERM:
        return ""
    return "zh-Hans" if hans >= hant else "zh-Hant"


@lru_cache(maxsize=16_384)
def _in_run(run: str, tag: str, lean: str) -> tuple[tuple[int, int, str], ...]:
    """The foreign spans in a run of ideographs, as (start, end, tag): the whole run, or characters of it."""
    strange = characters.outside(tag)
    places = [index for index, char in enumerate(run) if char in strange]
    whole = _tag_of(run, tag, lean)
    # Kana end a run of Japanese; Chinese ones are long, and one 結 does not make all of it foreign.
    is_term = tag == "ja" or _SHARE * len(places) >= len(run)
    if whole and is_term and _favours(run, whole, tag):
        return ((0, len(run), whole),)
    return tuple([(index, index + 1, _tag_of(run[index], tag, lean) or "und") for index in places])


def _tag_of(text: str, tag: str, lean: str) -> str:
    held = [other for other in characters.IDEOGRAPHIC if other != tag and characters.outside(other).isdisjoint(text)]
    if lean in held:
        return lean
    if len(held) < 2:
        return held[0] if held else ""
    odds = dict(zip(characters.IDEOGRAPHIC, (*statistics.lean(text), 0.0), strict=True))
    return max(held, key=odds.__getitem__)


def _favours(run: str, other: str, tag: str) -> bool:
    odds = dict(zip(characters.IDEOGRAPHIC, (*statistics.lean(run), 0.0), strict=True))
    return odds[other] > odds[tag]


def _japanese_clauses(text: str, tag: str, kinds: bytes) -> Iterator[tuple[int, int]]:
    """Clauses that are Japanese as a whole, else the runs of kana."""
    not_japanese = searches().strange["ja"].search
    for match in _CLAUSE.finditer(text):
        at, end = match.span()
        kana = len(kinds[at:end].translate(None, searches().not_kana))
        if not kana:
            continue
        if not not_japanese(kinds, at, end) and 3.0 * kana > statistics.lean(match[0])[tag != "zh-Hans"]:
            yield at, end
        else:
            for run in _KANA_RUN.finditer(match[0]):
                yield at + run.start(), at + run.end()
